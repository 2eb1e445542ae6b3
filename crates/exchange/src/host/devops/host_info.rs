//! What Azure DevOps reports about the page, its reader, and the organization, and what that means for the rules. Pure.

use crate::host::Session;
use chrono::{DateTime, Datelike};
use licensing::account::access::{Actor, Membership};
use licensing::{Date, Deployment, PersonId};
use serde_json::Value;

/// The security namespace of a collection, and the permission that its administrators have in it: "Edit
/// collection-level information".
const PERMISSION: &str =
    "_apis/permissions/3e65f728-f8bc-4ecd-8764-7e378b19bfa7/2?tokens=NAMESPACE&alwaysAllowAdministrators=false";

/// What the host reports when the page starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostInfo {
    /// The ID of the reader.
    pub user: Option<String>,
    /// The name of the reader. Empty if the host does not report it.
    pub name: String,
    /// Whether it is Services.
    pub hosted: bool,
    /// The name of the organization or collection. Empty if the host does not report it.
    pub organization: String,
    /// The ID of the organization or collection.
    pub host: Option<String>,
    /// The URL of the collection, with a slash at its end.
    pub collection: Option<String>,
}

impl HostInfo {
    /// Reads the answer of the host. Missing fields stay empty.
    pub fn read(value: &Value) -> Self {
        let text = |place: &str| value.pointer(place).and_then(Value::as_str).map(str::to_owned);
        let collection = text("/collection").filter(|it| !it.is_empty()).map(|mut it| {
            if !it.ends_with('/') {
                it.push('/');
            }
            it
        });
        let name = text("/user/displayName").or_else(|| text("/user/name"));
        Self {
            user: text("/user/id"),
            name: name.unwrap_or_default(),
            // If the host does not say, it counts as a Server, because the page then shows less and promises less.
            hosted: value
                .pointer("/host/isHosted")
                .and_then(Value::as_bool)
                .unwrap_or(false),
            organization: text("/host/name").unwrap_or_default(),
            host: text("/host/id").filter(|it| !it.is_empty()),
            collection,
        }
    }

    /// Services or Server.
    pub fn deployment(&self) -> Deployment {
        if self.hosted {
            Deployment::Services
        } else {
            Deployment::Server
        }
    }

    /// The URL that says whether the reader is a collection administrator, for a version of the API.
    pub fn permission_url(&self, api_version: &str) -> Option<String> {
        let collection = self.collection.as_ref()?;
        Some([collection, PERMISSION, "&api-version=", api_version].concat())
    }

    /// The session of the page, for the rules. `None` without the ID of the organization or collection, because its
    /// journal then has no key.
    pub fn session(&self, membership: Membership, today: Date) -> Option<Session> {
        let host = self.host.as_ref()?;
        Some(Session {
            deployment: self.deployment(),
            viewer: Actor {
                id: self.user.as_deref().and_then(PersonId::new),
                collection_administrator: membership,
                role: None,
            },
            unanswered: None,
            actor: self.name.clone(),
            today,
            organization: self.organization.clone(),
            account: ["host/", host].concat(),
            administrators: Vec::new(),
        })
    }
}

/// The versions of the API that are tried, newest first. Each Server supports the versions up to its own.
pub const API_VERSIONS: [&str; 4] = ["7.1", "7.0", "6.0", "5.0"];

/// What the answer to the permission request means. Anything other than a clear yes or no is unknown (ACC 9).
pub fn membership(answer: Option<&Value>) -> Membership {
    match answer.and_then(|it| it.pointer("/value/0")).and_then(Value::as_bool) {
        Some(true) => Membership::Yes,
        Some(false) => Membership::No,
        None => Membership::Unknown,
    }
}

/// The day of an HTTP `Date` header, such as `Tue, 24 Nov 2026 16:39:05 GMT` (SUB 7).
pub fn day(http_date: &str) -> Option<Date> {
    let told = DateTime::parse_from_rfc2822(http_date).ok()?;
    Date::new(told.year(), told.month(), told.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(hosted: bool) -> HostInfo {
        HostInfo::read(&json!({
            "user": {"id": "3b5f0c34-4aec-4bf4-8708-1d36f0dbc468", "name": "ada@example.org", "displayName": "Ada Muster"},
            "host": {"id": "0efb4611", "name": "example", "isHosted": hosted},
            "collection": "https://host.example/example",
        }))
    }

    #[test]
    fn acc_9_only_a_clear_yes_makes_a_collection_administrator() {
        assert_eq!(membership(Some(&json!({"count": 1, "value": [true]}))), Membership::Yes);
        assert_eq!(membership(Some(&json!({"count": 1, "value": [false]}))), Membership::No);
        for unclear in [
            json!({}),
            json!({"value": []}),
            json!({"value": ["true"]}),
            json!([true]),
            json!(null),
        ] {
            assert_eq!(membership(Some(&unclear)), Membership::Unknown, "{unclear}");
        }
        assert_eq!(membership(None), Membership::Unknown);
    }

    #[test]
    fn sub_7_the_day_is_the_one_of_the_hosts_clock() {
        let date = |text: &str| day(text).map(|it| it.to_string());
        assert_eq!(date("Tue, 24 Nov 2026 16:39:05 GMT").as_deref(), Some("2026-11-24"));
        assert_eq!(date("Thu, 01 Jan 2026 00:00:00 GMT").as_deref(), Some("2026-01-01"));
        for none in [
            "",
            "2026-11-24",
            "Tue, 31 Feb 2026 16:39:05 GMT",
            "Tue, 24 Foo 2026 16:39:05 GMT",
        ] {
            assert_eq!(date(none), None, "{none}");
        }
    }

    #[test]
    fn the_place_is_what_the_host_says_by_ids() {
        let today = Date::new(2026, 11, 24).unwrap();
        let place = told(true).session(Membership::Yes, today).unwrap();
        assert_eq!(place.deployment, Deployment::Services);
        assert_eq!(
            place.viewer.id.unwrap().as_str(),
            "3b5f0c34-4aec-4bf4-8708-1d36f0dbc468"
        );
        assert_eq!(
            (place.actor.as_str(), place.account.as_str()),
            ("Ada Muster", "host/0efb4611")
        );
        assert_eq!(told(false).deployment(), Deployment::Server);
        let nothing = HostInfo::read(&json!({}));
        assert_eq!(
            (nothing.deployment(), nothing.user, nothing.collection),
            (Deployment::Server, None, None)
        );
        assert!(HostInfo::read(&json!({})).session(Membership::Yes, today).is_none());
        assert_eq!(
            told(true).permission_url("7.1").unwrap(),
            "https://host.example/example/_apis/permissions/3e65f728-f8bc-4ecd-8764-7e378b19bfa7/2?tokens=NAMESPACE&alwaysAllowAdministrators=false&api-version=7.1"
        );
    }
}
