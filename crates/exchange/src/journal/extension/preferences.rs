//! Small things that one person has chosen, kept for that person.

use super::documents::{DocumentError, DocumentRef, Documents, Scope};
use super::service::Service;
use crate::journal::{LoadError, SaveError};
use serde_json::{Value, json};
use std::rc::Rc;

/// The collection of them.
const COLLECTION: &str = "preferences";
/// No name is longer than an id of the service may be.
const LONGEST_NAME: usize = 50;

/// What whoever is signed in has chosen.
#[derive(Clone)]
pub struct Preferences(Service);

impl Preferences {
    /// Those kept by a service.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self(Service::new(documents))
    }

    /// What was chosen; none where nothing was.
    ///
    /// # Errors
    /// Where the service does not hand it out.
    pub async fn get(&self, name: &str) -> Result<Option<String>, LoadError> {
        let document = self.0.get(&place(name)).await?;
        let value = document.as_ref().and_then(|it| it.get("value"));
        Ok(value.and_then(Value::as_str).map(str::to_owned))
    }

    /// Keeps a choice in place of an earlier one.
    ///
    /// # Errors
    /// Where it is not kept.
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
