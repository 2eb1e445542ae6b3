//! People as Azure DevOps describes them: what is asked, and how its answers are read. Pure; who asks is elsewhere.

use crate::licensing::{Date, Person, PersonId};
use serde_json::Value;

/// The area of member entitlements, which only Services has: people with their last access.
pub const ENTITLEMENTS_AREA: &str = "68ddce18-2501-45f1-a17b-7931a9922690";
/// So many people are asked for by their ids at once: addresses must not be too long.
pub const BATCH: usize = 50;

/// One page of people, and where the next one starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The people on it, service accounts left out.
    pub people: Vec<Person>,
    /// The mark of the next page; none on the last.
    pub next: Option<String>,
}

/// Where to ask for member entitlements, a page after another.
pub fn entitlements_url(area: &str, next: Option<&str>) -> String {
    let more = next.map(|next| ["&continuationToken=", &encoded(next)].concat());
    let slash = if area.ends_with('/') { "" } else { "/" };
    [
        area,
        slash,
        "_apis/userentitlements?api-version=7.1",
        &more.unwrap_or_default(),
    ]
    .concat()
}

/// Reads a page of member entitlements.
pub fn entitlements(body: &Value) -> Page {
    let members = ["members", "items"].iter().find_map(|name| body.get(*name)?.as_array());
    let next = text(body, "/continuationToken").filter(|it| !it.is_empty());
    Page {
        people: members.into_iter().flatten().filter_map(entitled).collect(),
        next,
    }
}

/// A member with an entitlement; service accounts and what is no person are none.
fn entitled(member: &Value) -> Option<Person> {
    let kind = text(member, "/user/subjectKind").unwrap_or_else(|| "user".to_owned());
    let origin = text(member, "/user/origin").unwrap_or_default();
    let descriptor = text(member, "/user/descriptor").unwrap_or_default();
    if kind != "user" || origin == "vsts" || is_service(&descriptor) {
        return None;
    }
    let account = text(member, "/user/mailAddress").filter(|it| !it.is_empty());
    let account = account.or_else(|| text(member, "/user/principalName"));
    Some(Person {
        id: PersonId::new(&text(member, "/id")?)?,
        name: text(member, "/user/displayName").unwrap_or_default(),
        email: account.filter(|it| !it.is_empty()),
        last_access: text(member, "/lastAccessedDate").as_deref().and_then(seen),
    })
}

/// A service's own account, not a person's.
fn is_service(descriptor: &str) -> bool {
    ["svc.", "acs.", "s2s.", "sys."]
        .iter()
        .any(|start| descriptor.starts_with(start))
}

/// The day of a time; the first day of all is what is said of those who never came.
fn seen(time: &str) -> Option<Date> {
    let day = Date::parse(time.get(..10)?)?;
    (day.year() > 1).then_some(day)
}

/// Where to ask for everybody of a collection, by their ids: on Server, and where entitlements may not be asked for.
pub fn everybody_url(collection: &str, version: &str) -> String {
    let ask = "_apis/identities?searchFilter=General&filterValue=Project%20Collection%20Valid%20Users&queryMembership=expandedDown&api-version=";
    [collection, ask, version].concat()
}

/// Reads the ids of everybody in a group.
pub fn member_ids(body: &Value) -> Vec<String> {
    let groups = body.get("value").and_then(Value::as_array).into_iter().flatten();
    let ids = groups.filter_map(|group| group.get("memberIds")?.as_array()).flatten();
    ids.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// Where to ask for some identities.
pub fn identities_url(collection: &str, ids: &[String], version: &str) -> String {
    let ids = ids.join(",");
    [
        collection,
        "_apis/identities?identityIds=",
        &ids,
        "&queryMembership=none&api-version=",
        version,
    ]
    .concat()
}

/// Reads identities; groups and service accounts are left out.
pub fn identities(body: &Value) -> Vec<Person> {
    let all = body.get("value").and_then(Value::as_array).into_iter().flatten();
    all.filter_map(identity).collect()
}

fn identity(identity: &Value) -> Option<Person> {
    let descriptor = text(identity, "/descriptor").unwrap_or_default();
    let is_group = identity.get("isContainer").and_then(Value::as_bool).unwrap_or(false);
    let is_active = identity.get("isActive").and_then(Value::as_bool).unwrap_or(true);
    // `Microsoft.TeamFoundation.ServiceIdentity;…` are the services' own.
    if is_group || !is_active || descriptor.contains("ServiceIdentity") {
        return None;
    }
    let property = |name: &str| text(identity, &["/properties/", name, "/$value"].concat()).filter(|it| !it.is_empty());
    let name = text(identity, "/customDisplayName").or_else(|| text(identity, "/providerDisplayName"));
    Some(Person {
        id: PersonId::new(&text(identity, "/id")?)?,
        name: name.unwrap_or_default(),
        email: property("Mail").or_else(|| property("Account")),
        // A Server does not tell when somebody was last there.
        last_access: None,
    })
}

fn text(value: &Value, place: &str) -> Option<String> {
    value.pointer(place)?.as_str().map(str::to_owned)
}

/// A text as it may stand in an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += "%";
            for nibble in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(nibble.into(), 16).map(|it| it.to_ascii_uppercase()));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lic_1_entitlements_are_people_with_their_last_access() {
        let body = json!({
            "members": [
                {"id": "a1", "lastAccessedDate": "2026-11-01T08:15:30.123Z", "user": {
                    "subjectKind": "user", "origin": "aad", "descriptor": "aad.x", "displayName": "Ada Muster",
                    "mailAddress": "ada@example.org", "principalName": "ada@corp.example.org"}},
                {"id": "b2", "lastAccessedDate": "0001-01-01T00:00:00Z", "user": {
                    "subjectKind": "user", "origin": "msa", "descriptor": "msa.y", "displayName": "Ben",
                    "mailAddress": "", "principalName": "ben@corp.example.org"}},
                {"id": "c3", "user": {"subjectKind": "user", "origin": "vsts", "displayName": "Build Service"}},
                {"id": "d4", "user": {"subjectKind": "user", "origin": "aad", "descriptor": "svc.z", "displayName": "Agent"}},
                {"id": "e5", "user": {"subjectKind": "group", "origin": "aad", "displayName": "Team"}},
            ],
            "continuationToken": "p/2=", "totalCount": 5,
        });
        let Page { people, next } = entitlements(&body);
        let told: Vec<_> = people
            .iter()
            .map(|it| {
                (
                    it.id.as_str(),
                    it.name.as_str(),
                    it.email.as_deref(),
                    it.last_access.map(|day| day.to_string()),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "a1",
                    "Ada Muster",
                    Some("ada@example.org"),
                    Some("2026-11-01".to_owned())
                ),
                ("b2", "Ben", Some("ben@corp.example.org"), None),
            ]
        );
        assert_eq!(
            entitlements_url("https://vsaex.host.example/org", next.as_deref()),
            "https://vsaex.host.example/org/_apis/userentitlements?api-version=7.1&continuationToken=p%2F2%3D"
        );
        assert_eq!(
            entitlements(&json!({"members": [], "continuationToken": null})),
            Page::default()
        );
        assert_eq!(entitlements(&json!("sign in")), Page::default());
    }

    #[test]
    fn lic_1_identities_of_a_server_are_people_without_groups_and_services() {
        let group = json!({"value": [{"id": "g", "isContainer": true, "memberIds": ["a", "b", "c"]}]});
        let ids = member_ids(&group);
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!(
            identities_url("https://server.example/tfs/Default/", &ids, "7.0"),
            "https://server.example/tfs/Default/_apis/identities?identityIds=a,b,c&queryMembership=none&api-version=7.0"
        );
        let body = json!({"value": [
            {"id": "a", "isActive": true, "providerDisplayName": "Ada", "descriptor": "System.Security.Principal.WindowsIdentity;S-1",
             "properties": {"Mail": {"$value": "ada@example.org"}, "Account": {"$value": "ada"}}},
            {"id": "b", "isActive": true, "providerDisplayName": "B", "customDisplayName": "Ben", "properties": {"Account": {"$value": "ben"}}},
            {"id": "c", "isActive": true, "providerDisplayName": "Build", "descriptor": "Microsoft.TeamFoundation.ServiceIdentity;x"},
            {"id": "d", "isActive": true, "isContainer": true, "providerDisplayName": "Group"},
            {"id": "e", "isActive": false, "providerDisplayName": "Gone"},
        ]});
        let people = identities(&body);
        let told: Vec<_> = people
            .iter()
            .map(|it| (it.id.as_str(), it.name.as_str(), it.email.as_deref()))
            .collect();
        assert_eq!(told, [("a", "Ada", Some("ada@example.org")), ("b", "Ben", Some("ben"))]);
    }
}
