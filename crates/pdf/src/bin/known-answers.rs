//! The checks of signatures and certificates, compiled to WebAssembly as in the page. A browser runs them against known
//! answers (tests/e2e/known-answers.test.mjs). Never shipped.

use licensing::Date;
use licensing::activation::certificate;
use licensing::activation::check::{CheckContext, FailedCheck};
use licensing::activation::key::PublicKey;
use licensing::catalogue::Activation;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Whether this is the signature of a message. `key` is base64.
#[wasm_bindgen]
pub fn verify(key: &str, message: &[u8], signature: &[u8]) -> bool {
    let verified = || PublicKey::parse(key)?.verify_bytes(message, signature.try_into().ok()?);
    verified().is_some()
}

/// The result of checking a certificate: the name of the failed check, or `valid`. `activation` is that section of a
/// catalog, as JSON. It is an error if it cannot be read, or if `today` is not a date.
#[wasm_bindgen]
pub fn examine(text: &str, activation: &str, product: &str, today: &str) -> Result<String, String> {
    let activation: Activation = serde_json::from_str(activation).map_err(|error| error.to_string())?;
    let at = CheckContext {
        product,
        instance: None,
        today: Date::parse(today).ok_or("no day")?,
        newest_day: None,
        active: None,
        in_use: 0,
    };
    let failed = certificate::examine(text, Some(&activation), &at).failed;
    Ok(failed.map_or("valid", FailedCheck::as_str).to_owned())
}
