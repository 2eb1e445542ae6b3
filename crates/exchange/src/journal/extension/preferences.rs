//! A user's preferences. Each user has their own.

use super::documents::{DocumentError, DocumentRef, Documents, Scope};
use super::service::Service;
use crate::journal::{LoadError, SaveError};
use serde_json::{Value, json};
use std::rc::Rc;

/// The collection of preferences.
const COLLECTION: &str = "preferences";
/// The longest name, because the service limits the length of IDs.
const LONGEST_NAME: usize = 50;

/// The preferences of the signed-in user.
#[derive(Clone)]
pub struct Preferences(Service);

impl Preferences {
    /// The preferences in a service.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self(Service::new(documents))
    }

    /// The value of a preference. `None` if it was never set.
    ///
    /// # Errors
    /// The service does not return it.
    pub async fn get(&self, name: &str) -> Result<Option<String>, LoadError> {
        let document = self.0.get(&place(name)).await?;
        let value = document.as_ref().and_then(|it| it.get("value"));
        Ok(value.and_then(Value::as_str).map(str::to_owned))
    }

    /// Sets a preference.
    ///
    /// # Errors
    /// The name is too short or too long, or the service does not store it.
    pub async fn set(&self, name: &str, value: &str) -> Result<(), SaveError> {
        if name.is_empty() || name.len() > LONGEST_NAME {
            return Err(DocumentError::TooLarge.into());
        }
        Ok(self.0.set(&place(name), &json!({ "value": value })).await?)
    }
}

fn place(name: &str) -> DocumentRef {
    DocumentRef {
        scope: Scope::Me,
        collection: COLLECTION.to_owned(),
        id: name.to_owned(),
    }
}
