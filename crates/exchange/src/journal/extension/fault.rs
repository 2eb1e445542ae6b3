//! Classifies the errors of the service by their names. The status is used only if no name helps.

use super::documents::DocumentError;
use serde_json::Value;

/// The names of the error for a missing document or collection.
const MISSING: [&str; 2] = [
    "DocumentDoesNotExistException",
    "DocumentCollectionDoesNotExistException",
];
const STANDING: [&str; 2] = ["DocumentExistsException", "InvalidDocumentVersionException"];
/// Numbers in messages: missing document, missing collection, too many requests.
const MISSING_NUMBERS: [&str; 2] = ["TF1590005", "\"1660002\""];
const THROTTLED_NUMBERS: [&str; 2] = ["TF400733", "VS403463"];
/// The names of the error for too many requests.
const THROTTLED: [&str; 3] = [
    "RequestBlockedException",
    "CircuitBreakerExceededConcurrencyException",
    "CircuitBreakerShortCircuitException",
];
/// The names of the error for a timeout.
const SILENT: [&str; 3] = ["Timeout", "TimeoutError", "AbortError"];
/// The messages of browsers for a missing or unreadable answer.
const UNANSWERED: [&str; 4] = [
    "Failed to fetch",
    "NetworkError",
    "Load failed",
    "Network request failed",
];

impl DocumentError {
    /// Classifies the rejection of a request: the service's JSON, or a client's object around it with `status`,
    /// `serverError`, `responseText`, `name`, and `message`. `retry_after_s` is the value of that header.
    pub fn read(rejection: &Value, retry_after_s: Option<u32>) -> Self {
        let body = body(rejection);
        // A missing field counts as an empty one.
        let field = |name: &str| text(&body, name).or_else(|| text(rejection, name)).unwrap_or_default();
        let (key, message) = (kind(&field("typeKey"), &field("typeName")), field("message"));
        let status = status(rejection)
            .or_else(|| status(&body))
            .or_else(|| leading(&message));
        let named = Self::named(&key, &message);
        named
            .unwrap_or_else(|| match status {
                Some(203 | 302 | 401) => Self::Expired,
                // HTML instead of data is the sign-in page, unless the status says otherwise.
                None | Some(200..300) if is_page(&field("responseText")) || is_page(&message) => Self::Expired,
                Some(403) => Self::Forbidden(message),
                // If the error has another name, something else is missing.
                Some(404) if key.is_empty() => Self::NotFound,
                Some(409 | 412) => Self::Exists,
                Some(413) => Self::TooLarge,
                Some(429 | 503) => Self::Throttled { retry_after_s },
                Some(0) => Self::Offline(message),
                None if UNANSWERED.iter().any(|it| message.contains(it)) => Self::Offline(message),
                None if SILENT.contains(&field("name").as_str()) => Self::Offline(message),
                None if retry_after_s.is_some() => Self::Throttled { retry_after_s },
                status => Self::Other {
                    name: other_name(key, field("name"), status),
                    message,
                },
            })
            .with_wait(retry_after_s)
    }

    fn named(key: &str, message: &str) -> Option<Self> {
        let says = |numbers: &[&str]| numbers.iter().any(|it| message.contains(it));
        if MISSING.contains(&key) {
            Some(Self::NotFound)
        } else if STANDING.contains(&key) {
            Some(Self::Exists)
        } else if THROTTLED.contains(&key) || says(&THROTTLED_NUMBERS) {
            Some(Self::Throttled { retry_after_s: None })
        } else {
            says(&MISSING_NUMBERS).then_some(Self::NotFound)
        }
    }

    fn with_wait(self, seconds: Option<u32>) -> Self {
        match self {
            Self::Throttled { .. } => Self::Throttled { retry_after_s: seconds },
            other => other,
        }
    }
}

/// The service's own JSON within a client's object, or the object itself.
fn body(rejection: &Value) -> Value {
    let within = rejection.get("serverError").filter(|it| it.is_object()).cloned();
    let written = || text(rejection, "responseText").and_then(|it| serde_json::from_str(&it).ok());
    within
        .or_else(written)
        .filter(Value::is_object)
        .unwrap_or_else(|| rejection.clone())
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn status(value: &Value) -> Option<u16> {
    let status = ["status", "statusCode"].iter().find_map(|name| value.get(*name))?;
    status.as_u64().and_then(|it| u16::try_from(it).ok())
}

/// The status at the start of a message, such as `400: Bad Request`.
fn leading(message: &str) -> Option<u16> {
    let (number, _) = message.split_once(':')?;
    number.parse().ok().filter(|it| (100..600).contains(it))
}

/// The short name of an exception: its key, or the last part of its full name without the assembly.
fn kind(key: &str, name: &str) -> String {
    if !key.is_empty() {
        return key.to_owned();
    }
    let full = name.split(',').next().unwrap_or_default();
    full.rsplit('.').next().unwrap_or_default().to_owned()
}

/// Whether a text is HTML instead of data, such as the sign-in page.
fn is_page(text: &str) -> bool {
    let start = text.trim_start().get(..9).unwrap_or_default();
    start.eq_ignore_ascii_case("<!doctype") || start.to_ascii_lowercase().starts_with("<html")
}

fn other_name(key: String, name: String, status: Option<u16>) -> String {
    let status = || status.map(|it| it.to_string()).unwrap_or_default();
    [key, name].into_iter().find(|it| !it.is_empty()).unwrap_or_else(status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(rejection: Value) -> DocumentError {
        DocumentError::read(&rejection, None)
    }

    #[test]
    fn what_was_never_written_is_not_found() {
        let collection = json!({
            "$id": "1", "innerException": null,
            "message": "%error=\"1660002\";%:The collection does not exist.",
            "typeName": "Microsoft.VisualStudio.Services.ExtensionManagement.WebApi.DocumentCollectionDoesNotExistException, Microsoft.VisualStudio.Services.ExtensionManagement.WebApi",
            "typeKey": "DocumentCollectionDoesNotExistException", "errorCode": 0, "eventId": 3000
        });
        let mut by_name = collection.clone();
        by_name["typeKey"] = Value::Null;
        let by_number = json!({"message": collection["message"]});
        let document = json!({
            "message": "TF1590005: Document with id x does not exist in collection Default for Current = y",
            "typeKey": "DocumentDoesNotExistException"
        });
        let wrapped = json!({"name": "Error", "message": "no", "status": 404, "serverError": document});
        let written = json!({"status": 400, "responseText": document.to_string()});
        for rejection in [
            collection,
            by_name,
            by_number,
            document,
            wrapped,
            written,
            json!({"status": 404}),
        ] {
            assert_eq!(read(rejection.clone()), DocumentError::NotFound, "{rejection}");
        }
        let something_else = json!({"status": 404, "typeKey": "ExtensionDoesNotExistException", "message": "gone"});
        let (name, message) = ("ExtensionDoesNotExistException".to_owned(), "gone".to_owned());
        assert_eq!(read(something_else), DocumentError::Other { name, message });
    }

    #[test]
    fn what_stands_there_is_told_by_its_name_whatever_the_status() {
        for status in [400, 404, 409, 500] {
            for key in STANDING {
                assert_eq!(read(json!({"status": status, "typeKey": key})), DocumentError::Exists);
            }
        }
        assert_eq!(
            read(json!({"status": 409, "message": "Conflict"})),
            DocumentError::Exists
        );
        assert_eq!(read(json!({"status": 412})), DocumentError::Exists);
        let bare = read(json!({"message": "400: Bad Request"}));
        let (name, message) = ("400".to_owned(), "400: Bad Request".to_owned());
        assert_eq!(bare, DocumentError::Other { name, message });
    }

    #[test]
    fn tokens_permissions_and_haste() {
        assert_eq!(
            read(json!({"status": 401, "message": "Unauthorized"})),
            DocumentError::Expired
        );
        let page = "<!DOCTYPE html><title>Sign in</title>";
        assert_eq!(
            read(json!({"status": 203, "responseText": page})),
            DocumentError::Expired
        );
        assert_eq!(read(json!({"status": 203})), DocumentError::Expired);
        assert_eq!(read(json!({"responseText": page})), DocumentError::Expired);
        let no = json!({"status": 403, "message": "no"});
        assert_eq!(read(no), DocumentError::Forbidden("no".into()));
        let busy = json!({"status": 429, "message": "Too many"});
        assert_eq!(
            DocumentError::read(&busy, Some(7)),
            DocumentError::Throttled { retry_after_s: Some(7) }
        );
        assert_eq!(read(busy), DocumentError::Throttled { retry_after_s: None });
        let blocked = json!({"status": 403, "message": "TF400733: The request has been canceled: blocked"});
        assert_eq!(
            DocumentError::read(&blocked, Some(3)),
            DocumentError::Throttled { retry_after_s: Some(3) }
        );
        assert_eq!(read(json!({"status": 413})), DocumentError::TooLarge);
    }

    #[test]
    fn a_request_that_a_browser_hides_is_offline() {
        for message in [
            "Failed to fetch",
            "NetworkError when attempting to fetch resource.",
            "Load failed",
        ] {
            let rejection = json!({"name": "TypeError", "message": message});
            assert_eq!(read(rejection), DocumentError::Offline(message.into()));
        }
        assert_eq!(
            read(json!({"status": 0, "message": "x"})),
            DocumentError::Offline("x".into())
        );
        let (name, message) = ("TypeError".to_owned(), "x is undefined".to_owned());
        assert_eq!(
            read(json!({"name": "TypeError", "message": "x is undefined"})),
            DocumentError::Other { name, message }
        );
        let (name, message) = (String::new(), String::new());
        assert_eq!(read(Value::Null), DocumentError::Other { name, message });
    }
}
