//! Calls the host through a single function of web/host.js, which takes and returns JSON.

use js_sys::{Function, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls a method of the host.
///
/// # Errors
/// The error of the host: `name`, `message`, `status`, `typeKey`, `typeName`, `responseText`.
pub async fn call(method: &str, argument: &Value) -> Result<Value, Value> {
    let promise = ask(method, &argument.to_string()).map_err(|error| read(&error))?;
    let answer = JsFuture::from(promise).await.map_err(|error| read(&error))?;
    Ok(read(&answer))
}

/// Calls a method of the host without waiting for the answer.
pub fn tell(method: &'static str, argument: Value) {
    wasm_bindgen_futures::spawn_local(async move {
        // A host that does not know the method does not need the call.
        drop(call(method, &argument).await);
    });
}

fn ask(method: &str, argument: &str) -> Result<Promise, JsValue> {
    let function = Reflect::get(&js_sys::global(), &JsValue::from_str("timetrackerHost"))?;
    let function: Function = function.dyn_into()?;
    let answer = function.call2(&JsValue::NULL, &JsValue::from_str(method), &JsValue::from_str(argument))?;
    answer.dyn_into()
}

/// Parses the JSON text that the script returns. Anything else is null.
fn read(value: &JsValue) -> Value {
    let text = value.as_string().unwrap_or_default();
    serde_json::from_str(&text).unwrap_or(Value::Null)
}
