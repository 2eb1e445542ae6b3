//! Files beside the page: its catalogue, and people.

use crate::adapters::browser;
use crate::store::Store;
use exchange::unexpected_answer::{UnexpectedAnswer, is_page};
use futures::future::{FutureExt, RemoteHandle};
use leptos::prelude::*;
use licensing::catalogue::Catalogue;
use licensing::catalogue::read::SHIPPED;
use licensing::text::letters::decoded;
use serde_json::Value;
use std::rc::Rc;

/// The catalogue, on its way; none where there is no such thing at all.
pub type Coming = RemoteHandle<Option<(Catalogue, Value)>>;

/// Asks for the catalogue before it is needed.
pub fn ask_for_catalogue() -> Coming {
    let (work, coming) = catalogue().remote_handle();
    leptos::task::spawn_local(work);
    coming
}

/// The catalogue beside the app, as it is written, too. Where there is none (404, and nothing else), the embedded one; where
/// there is one that cannot be had or read, the embedded one stands in for it and prices nothing (PLN 3).
pub async fn catalogue() -> Option<(Catalogue, Value)> {
    let unreadable = match beside("catalogue.json").await {
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

/// A catalogue and its text; why it cannot be read.
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

/// The bytes of a file beside the app, as the server has it now; none where there is none. A page in its place, such as one to sign in,
/// is not the file.
///
/// # Errors
/// What came instead, or what the browser says.
pub async fn beside(name: &str) -> Result<Option<Vec<u8>>, String> {
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

impl Store {
    /// The page's own catalogue; one that could not be read is asked for again.
    pub(super) async fn own_catalogue(self) -> Option<(Rc<Catalogue>, Value)> {
        let known = self.inner.with_value(|inner| inner.catalogue.clone());
        if let Some(known) = known.filter(|(catalogue, _)| !catalogue.is_unreadable()) {
            return Some(known);
        }
        let ahead = self.inner.try_update_value(|inner| inner.catalogue_ahead.take());
        let found = match ahead.flatten() {
            Some(coming) => coming.await,
            None => catalogue().await,
        };
        let found = found.map(|(catalogue, value)| (Rc::new(catalogue), value));
        self.inner.update_value(|inner| inner.catalogue.clone_from(&found));
        found
    }
}
