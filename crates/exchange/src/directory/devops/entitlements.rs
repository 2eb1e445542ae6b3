//! User entitlements: people with their last access. Only Services has them.

use super::super::cells::came;
use super::{DirectoryUser, IncompleteAnswer, UserPage, address, after, id, is_deleted, is_service, text};
use licensing::{AccountState, Date, Person};
use serde_json::Value;

/// The resource area of user entitlements.
pub const AREA: &str = "68ddce18-2501-45f1-a17b-7931a9922690";

/// The URL of a page of entitlements.
pub fn url(area: &str, next: Option<&str>) -> String {
    address(area, &["userentitlements?api-version=7.1", &after(next)])
}

/// Reads a page of entitlements.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn page(body: &Value) -> Result<UserPage, IncompleteAnswer> {
    let members = ["members", "items"].iter().find_map(|name| body.get(*name)?.as_array());
    let members = members.ok_or(IncompleteAnswer::NoList)?;
    let rows: Result<Vec<Option<DirectoryUser>>, IncompleteAnswer> = members.iter().map(entitled).collect();
    Ok(UserPage {
        rows: rows?.into_iter().flatten().collect(),
        next: text(body, "/continuationToken"),
        entries: members.len(),
        total: body.get("totalCount").and_then(Value::as_u64),
    })
}

/// Reads a member. `None` for service accounts and for anything that is not a person.
fn entitled(member: &Value) -> Result<Option<DirectoryUser>, IncompleteAnswer> {
    let kind = text(member, "/user/subjectKind").unwrap_or_else(|| "user".to_owned());
    // An entry without an origin or a descriptor is a person. The name may be missing.
    let origin = text(member, "/user/origin").unwrap_or_default();
    let descriptor = text(member, "/user/descriptor").unwrap_or_default();
    if kind != "user" || origin == "vsts" || is_service(&descriptor) {
        return Ok(None);
    }
    let person = Person {
        id: id(member, "/id").ok_or(IncompleteAnswer::Entry)?,
        name: text(member, "/user/displayName").unwrap_or_default(),
        email: text(member, "/user/mailAddress"),
        last_access: text(member, "/lastAccessedDate").as_deref().and_then(seen),
        account: text(member, "/user/principalName"),
        state: state(member),
    };
    Ok(Some(DirectoryUser { person, descriptor }))
}

/// The account state: from the status of the access level, which is a word or a number, and from whether the user was
/// deleted in the identity provider. Any other status counts as active.
fn state(member: &Value) -> AccountState {
    let status = member.pointer("/accessLevel/status");
    let word = status.and_then(Value::as_str).map(str::to_ascii_lowercase);
    let number = status.and_then(Value::as_u64);
    match (word.as_deref(), number) {
        _ if is_deleted(member, "/user") => AccountState::Deleted,
        (Some("disabled" | "pendingdisabled"), _) | (_, Some(2 | 6)) => AccountState::Disabled,
        (Some("deleted"), _) | (_, Some(3)) => AccountState::Deleted,
        (Some("expired"), _) | (_, Some(5)) => AccountState::Expired,
        _ => AccountState::Active,
    }
}

/// The day of a timestamp.
fn seen(time: &str) -> Option<Date> {
    Date::parse(time.get(..10)?).and_then(came)
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
        let UserPage {
            rows,
            next,
            entries,
            total,
        } = page(&body).unwrap();
        assert_eq!((entries, total), (5, Some(5)));
        assert_eq!(rows[0].descriptor, "aad.x");
        let told: Vec<_> = rows
            .iter()
            .map(|DirectoryUser { person: it, .. }| {
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
                ("b2", "Ben", None, None),
            ]
        );
        let account = |at: usize| rows[at].person.account.as_deref();
        assert_eq!(
            (account(0), account(1)),
            (Some("ada@corp.example.org"), Some("ben@corp.example.org"))
        );
        assert_eq!(
            url("https://vsaex.host.example/org", next.as_deref()),
            "https://vsaex.host.example/org/_apis/userentitlements?api-version=7.1&continuationToken=p%2F2%3D"
        );
        let items = json!({"members": null, "items": [{"id": "a1", "user": {}}], "continuationToken": null});
        assert_eq!(page(&items).unwrap().rows.len(), 1);
    }

    #[test]
    fn lic_9_an_answer_without_its_list_is_none() {
        for body in [
            json!("sign in"),
            json!({}),
            json!(null),
            json!([]),
            json!({"members": null, "continuationToken": null, "totalCount": 30}),
            json!({"value": [{"id": "a1", "user": {}}], "totalCount": 1}),
            json!({"members": {}, "totalCount": 1}),
            json!({"$id": "1", "message": "TF400898", "typeKey": "Exception"}),
            json!({"members": [null], "totalCount": 1}),
            json!({"members": [{"user": {"subjectKind": "user", "descriptor": "aad.x"}}], "totalCount": 1}),
        ] {
            assert!(page(&body).is_err(), "{body}");
        }
    }
}
