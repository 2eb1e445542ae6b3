//! The documents of the extension in Azure DevOps, which store the journal that everyone shares.

use crate::adapters::azure_devops::sdk::call;
use crate::adapters::browser;
use exchange::journal::extension::{Answer, DocumentError, DocumentRef, Documents, Scope};
use futures::future::LocalBoxFuture;
use serde_json::{Value, json};

/// The documents of the extension.
pub struct ExtensionDocuments;

/// Calls the manager of the data service.
async fn ask(what: &str, args: Value, renew: bool) -> Result<Value, DocumentError> {
    let question = json!({"what": what, "args": args, "renew": renew});
    call("data", &question)
        .await
        .map_err(|rejection| DocumentError::read(&rejection, None))
}

fn options(place: &DocumentRef) -> Value {
    match place.scope {
        Scope::Everybody => json!({"scopeType": "Default", "scopeValue": "Current"}),
        Scope::Me => json!({"scopeType": "User", "scopeValue": "Me"}),
    }
}

/// The document with its id, as the service requires it.
fn named(place: &DocumentRef, document: &Value) -> Value {
    let mut document = document.clone();
    if let Value::Object(fields) = &mut document {
        fields.insert("id".to_owned(), Value::String(place.id.clone()));
    }
    document
}

impl Documents for ExtensionDocuments {
    fn get<'a>(&'a self, place: &'a DocumentRef) -> Answer<'a, Value> {
        let args = json!([place.collection, place.id, options(place)]);
        Box::pin(async move {
            match ask("getDocument", args, false).await {
                // Some hosts answer null for a missing document.
                Ok(Value::Null) => Err(DocumentError::NotFound),
                answer => answer,
            }
        })
    }

    fn create<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        let args = json!([place.collection, named(place, document), options(place)]);
        Box::pin(async move { ask("createDocument", args, false).await.map(drop) })
    }

    fn set<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        let mut document = named(place, document);
        if let Value::Object(fields) = &mut document {
            // The last write wins.
            fields.insert("__etag".to_owned(), json!(-1));
        }
        let args = json!([place.collection, document, options(place)]);
        Box::pin(async move { ask("setDocument", args, false).await.map(drop) })
    }

    fn renew(&self) -> Answer<'_, ()> {
        Box::pin(async {
            // Any request with `renew` recreates the manager. Its answer does not matter.
            let args = json!(["$none", {"scopeType": "User", "scopeValue": "Me", "defaultValue": null}]);
            match ask("getValue", args, true).await {
                Err(fault @ (DocumentError::Expired | DocumentError::Offline(_))) => Err(fault),
                _ => Ok(()),
            }
        })
    }

    fn pause(&self, seconds: u32) -> LocalBoxFuture<'_, bool> {
        Box::pin(async move {
            browser::pause(seconds.saturating_mul(1_000)).await;
            true
        })
    }
}
