//! Files beside the page: its catalog, and other files by name.

use crate::adapters::browser;
use exchange::unexpected_answer::{UnexpectedAnswer, is_page};
use futures::future::{FutureExt, RemoteHandle};
use licensing::catalogue::Catalogue;
use licensing::catalogue::read::SHIPPED;
use licensing::text::letters::decoded;
use serde_json::Value;

/// Requests the catalog before it is needed. The result is `None` only if not even the embedded catalog can be read.
pub fn ask_for_catalogue() -> RemoteHandle<Option<(Catalogue, Value)>> {
    let (work, coming) = read_own_catalogue().remote_handle();
    wasm_bindgen_futures::spawn_local(work);
    coming
}

/// The catalog beside the page, with its text. If there is none (404 only), the embedded one. If there is one that
/// cannot be read, the embedded one without prices (PLN 3).
pub async fn read_own_catalogue() -> Option<(Catalogue, Value)> {
    let unreadable = match file_beside("catalogue.json").await {
        Ok(Some(bytes)) => match read_catalogue(&bytes) {
            Ok(read) => return Some(read),
            Err(problem) => Some(problem),
        },
        Ok(None) => None,
        Err(problem) => Some(problem),
    };
    let value = serde_json::from_str(SHIPPED).ok()?;
    let embedded = Catalogue::shipped().ok()?;
    Some(match unreadable {
        None => (embedded, value),
        Some(why) => (embedded.instead_of_unreadable(why), value),
    })
}

/// A catalog and its text, or why it cannot be read.
fn read_catalogue(bytes: &[u8]) -> Result<(Catalogue, Value), String> {
    let text = decoded(bytes).ok_or("it isn't UTF-8 text or UTF-16 text with a byte order mark")?;
    let text = text.as_str();
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    match Catalogue::from_json(text) {
        Ok(catalogue) => Ok((catalogue, value)),
        Err(_) if Catalogue::is_newer(&value) => Err("it's for a newer version. Reload this page".to_owned()),
        Err(faults) => Err(faults.first().map(ToString::to_string).unwrap_or_default()),
    }
}

/// The current bytes of a file beside the page. `None` if there is none. A page in its place, such as a sign-in page,
/// is an error.
///
/// # Errors
/// What was returned instead, or the message of the browser.
pub async fn file_beside(name: &str) -> Result<Option<Vec<u8>>, String> {
    let response = gloo_net::http::Response::from(browser::file_beside(name).await?);
    let content_type = response.headers().get("content-type");
    match response.status() {
        404 => Ok(None),
        _ if response.ok() && !is_page(content_type.as_deref()) => {
            response.binary().await.map(Some).map_err(|error| error.to_string())
        }
        status => {
            let text = response.text().await.unwrap_or_default();
            Err(UnexpectedAnswer::new(status, content_type.as_deref(), &text).to_string())
        }
    }
}
