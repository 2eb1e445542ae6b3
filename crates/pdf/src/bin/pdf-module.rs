//! The page's PDF module: one function, called in a worker (web/pdf-worker.js). It includes krilla, which is larger than the
//! first page. It is therefore a separate module, fetched with the first PDF. The fonts are separate files next to it.

use documents::render::{self, FontFiles, RenderRequest};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Renders the PDF of a document. The error is a text that says why it cannot be rendered. `arabic` and `hebrew` may be
/// empty if the document has no such characters.
#[wasm_bindgen]
#[allow(
    clippy::too_many_arguments,
    reason = "what passes from JavaScript is texts and bytes"
)]
pub fn make(
    journal: &str,
    due: &str,
    catalogue: &str,
    number: &str,
    today: &str,
    regular: &[u8],
    bold: &[u8],
    arabic: &[u8],
    hebrew: &[u8],
) -> Result<Vec<u8>, String> {
    let request = RenderRequest {
        journal,
        due,
        catalogue,
        number,
        today,
    };
    let others: Vec<&[u8]> = [arabic, hebrew].into_iter().filter(|font| !font.is_empty()).collect();
    let fonts = FontFiles {
        text: regular,
        emphasis: bold,
        others: &others,
    };
    render::pdf(request, fonts).map_err(|problem| problem.to_string())
}
