//! Creates the PDF of a document with a separate script and module (web/pdf-worker.js, crates/pdf), which are loaded on
//! first use.

use crate::adapters::browser;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why there is no PDF. The texts are technical, for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfProblem {
    /// The script or the module could not be loaded.
    Missing(String),
    /// It took too long and was canceled.
    Late,
    /// The document cannot be printed.
    Refused(String),
}

/// The PDF of a document. `wanted` has the fields that web/pdf-worker.js expects: `journal`, `due`, `catalogue`, `number`,
/// `today`.
///
/// # Errors
/// Why there is no PDF.
pub async fn pdf(wanted: &[(&str, &str)]) -> Result<Vec<u8>, PdfProblem> {
    browser::pdf_script().await.map_err(problem)?;
    let promise = ask(wanted).map_err(problem)?;
    let bytes = JsFuture::from(promise).await.map_err(problem)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Calls the function that the script defines.
fn ask(wanted: &[(&str, &str)]) -> Result<Promise, JsValue> {
    let order = Object::new();
    for (name, text) in wanted {
        Reflect::set(&order, &JsValue::from_str(name), &JsValue::from_str(text))?;
    }
    let function = Reflect::get(&js_sys::global(), &JsValue::from_str("timetrackerMakePdf"))?;
    let function: Function = function.dyn_into()?;
    function.call1(&JsValue::NULL, &order)?.dyn_into()
}

/// Reads the error of the script. An error without a kind means that the script did not load.
fn problem(error: JsValue) -> PdfProblem {
    let text = |name: &str| {
        let value = Reflect::get(&error, &JsValue::from_str(name));
        value.ok().and_then(|it| it.as_string()).unwrap_or_default()
    };
    match text("kind").as_str() {
        "late" => PdfProblem::Late,
        "refused" => PdfProblem::Refused(text("message")),
        _ => PdfProblem::Missing(text("message")),
    }
}
