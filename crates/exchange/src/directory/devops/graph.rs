//! The Graph API of Services: groups and their members, and users if the reader may not read entitlements.

use super::{IncompleteAnswer, Named, address, after, all, id, is_deleted, is_service, text};
use crate::directory::groups::Group;
use crate::encoded;
use licensing::{AccountState, Person, PersonId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The resource area of the Graph API.
pub const AREA: &str = "bb1e7ec9-e901-4b68-999a-de7012b920f8";

const VERSION: &str = "api-version=7.1-preview.1";

/// A user. The descriptor leads to the person's ID in the other APIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The descriptor.
    pub descriptor: String,
    /// The display name.
    pub name: String,
    /// The email address.
    pub email: Option<String>,
    /// The sign-in name.
    pub account: Option<String>,
    /// The state of the account.
    pub state: AccountState,
}

impl User {
    /// The person with this ID.
    pub fn person(&self, id: PersonId) -> Person {
        Person {
            id,
            name: self.name.clone(),
            email: self.email.clone(),
            // Only entitlements contain the last access.
            last_access: None,
            account: self.account.clone(),
            state: self.state,
        }
    }
}

/// The URL of a page of users. The continuation token of the next page is in a header.
pub fn users_url(area: &str, next: Option<&str>) -> String {
    address(area, &["graph/users?", VERSION, "&subjectTypes=aad,msa", &after(next)])
}

/// Reads a page of users. Service accounts are omitted.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn users(body: &Value) -> Result<Vec<User>, IncompleteAnswer> {
    let user = |it: &Value| {
        let kind = text(it, "/subjectKind").unwrap_or_else(|| "user".to_owned());
        let is_person = kind == "user" && text(it, "/origin").as_deref() != Some("vsts");
        if it.is_object() && !is_person {
            return Some(None);
        }
        let descriptor = text(it, "/descriptor")?;
        Some((!is_service(&descriptor)).then(|| User {
            descriptor,
            name: text(it, "/displayName").unwrap_or_default(),
            email: text(it, "/mailAddress"),
            account: text(it, "/principalName"),
            state: if is_deleted(it, "") {
                AccountState::Deleted
            } else {
                AccountState::Active
            },
        }))
    };
    Ok(all(body, user)?.into_iter().flatten().collect())
}

/// The URL of the ID of one user, for users whom the Identities API did not return.
pub fn storage_key_url(area: &str, descriptor: &str) -> String {
    address(area, &["graph/storagekeys/", &encoded(descriptor), "?", VERSION])
}

/// Reads the ID of a user.
///
/// # Errors
/// The answer does not contain it.
pub fn storage_key(body: &Value) -> Result<PersonId, IncompleteAnswer> {
    id(body, "/value").ok_or(IncompleteAnswer::Entry)
}

/// The URL of a page of groups. The continuation token of the next page is in a header.
pub fn groups_url(area: &str, next: Option<&str>) -> String {
    address(area, &["graph/groups?", VERSION, &after(next)])
}

/// Reads a page of groups with their descriptors. Groups of two projects may have the same display name, so the
/// principal name is used, which includes the project.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn groups(body: &Value) -> Result<Vec<Named>, IncompleteAnswer> {
    let group = |it: &Value| {
        Some(Named {
            id: text(it, "/descriptor")?,
            name: text(it, "/principalName").or_else(|| text(it, "/displayName"))?,
        })
    };
    all(body, group)
}

/// The URL of the direct members of a group.
pub fn members_url(area: &str, group: &str) -> String {
    let group = encoded(group);
    address(area, &["graph/Memberships/", &group, "?direction=down&", VERSION])
}

/// Reads the descriptors of a group's direct members: people and other groups.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn members(body: &Value) -> Result<Vec<String>, IncompleteAnswer> {
    all(body, |it| text(it, "/memberDescriptor"))
}

/// Groups with all their members, direct and indirect. A nested group is expanded if it was read, too. Groups without
/// known people are omitted.
pub fn with_members(
    groups: Vec<Named>,
    members: &BTreeMap<String, Vec<String>>,
    people: &BTreeMap<String, PersonId>,
) -> Vec<Group> {
    let group = |it: Named| Group {
        members: everybody(&it.id, members, people),
        id: it.id,
        name: it.name,
    };
    let groups = groups.into_iter().map(group);
    groups.filter(|group| !group.members.is_empty()).collect()
}

fn everybody(
    group: &str,
    members: &BTreeMap<String, Vec<String>>,
    people: &BTreeMap<String, PersonId>,
) -> Vec<PersonId> {
    let (mut seen, mut next, mut found) = (BTreeSet::from([group]), vec![group], BTreeSet::new());
    while let Some(group) = next.pop() {
        for member in members.get(group).into_iter().flatten() {
            match people.get(member) {
                Some(person) => drop(found.insert(person.clone())),
                None if seen.insert(member) => next.push(member),
                None => {}
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lic_1_users_of_the_graph_are_people_without_service_accounts() {
        let body = json!({"value": [
            {"subjectKind": "user", "metaType": "member", "domain": "t", "principalName": "ada@corp.example.org",
             "mailAddress": "ada@example.org", "origin": "aad", "originId": "o", "displayName": "Ada Muster", "descriptor": "aad.x"},
            {"subjectKind": "user", "metaType": "guest", "principalName": "ben@corp.example.org", "mailAddress": "",
             "origin": "msa", "displayName": "Ben", "descriptor": "msa.y"},
            {"subjectKind": "user", "origin": "vsts", "displayName": "Build Service", "descriptor": "svc.z"},
            {"subjectKind": "user", "origin": "aad", "displayName": "Access", "descriptor": "acs.z"},
        ]});
        let told: Vec<_> = users(&body)
            .unwrap()
            .into_iter()
            .map(|it| (it.descriptor, it.email, it.account))
            .collect();
        let user = |descriptor: &str, email: Option<&str>, account: &str| {
            (
                descriptor.to_owned(),
                email.map(str::to_owned),
                Some(account.to_owned()),
            )
        };
        assert_eq!(
            told,
            [
                user("aad.x", Some("ada@example.org"), "ada@corp.example.org"),
                user("msa.y", None, "ben@corp.example.org")
            ]
        );
        for body in [
            json!("sign in"),
            json!({}),
            json!({"value": null}),
            json!({"members": []}),
            json!({"message": "TF400898", "typeKey": "Exception"}),
            json!({"value": [null]}),
            json!({"count": 2, "value": []}),
            json!({"value": [{"subjectKind": "user", "origin": "aad", "displayName": "Nobody"}]}),
        ] {
            assert!(users(&body).is_err(), "{body}");
        }
        assert_eq!(
            users_url("https://graph.host.example/org", Some("a=")),
            "https://graph.host.example/org/_apis/graph/users?api-version=7.1-preview.1&subjectTypes=aad,msa&continuationToken=a%3D"
        );
        assert_eq!(
            storage_key(&json!({"value": "a1", "_links": {}})).unwrap().as_str(),
            "a1"
        );
        assert_eq!(
            storage_key_url("https://graph.host.example/org/", "aad.x"),
            "https://graph.host.example/org/_apis/graph/storagekeys/aad.x?api-version=7.1-preview.1"
        );
    }

    #[test]
    fn rol_5_groups_have_who_is_in_them_and_in_groups_of_them() {
        let body = json!({"value": [
            {"descriptor": "vssgp.all", "displayName": "Contributors", "principalName": "[Atlas]\\Contributors"},
            {"descriptor": "vssgp.team", "displayName": "Atlas Team"},
            {"descriptor": "vssgp.round", "displayName": "Round"},
            {"descriptor": "vssgp.services", "displayName": "Services"},
        ]});
        for unclear in [
            json!({}),
            json!({"value": null}),
            json!({"value": [null]}),
            json!({"value": [{"displayName": "x"}]}),
        ] {
            assert!(
                groups(&unclear).is_err() && super::members(&unclear).is_err(),
                "{unclear}"
            );
        }
        assert!(storage_key(&json!({})).is_err() && storage_key(&json!({"value": ""})).is_err());
        let memberships = |members: &[&str]| {
            let one = |it: &&str| json!({"containerDescriptor": "c", "memberDescriptor": it});
            super::members(&json!({"value": members.iter().map(one).collect::<Vec<_>>()})).unwrap()
        };
        let members = BTreeMap::from([
            (
                "vssgp.all".to_owned(),
                memberships(&["vssgp.team", "vssgp.round", "aad.a"]),
            ),
            ("vssgp.team".to_owned(), memberships(&["aad.b", "aad.gone", "aad.a"])),
            ("vssgp.round".to_owned(), memberships(&["vssgp.all"])),
            ("vssgp.services".to_owned(), memberships(&["svc.x"])),
        ]);
        let people = ["a", "b"].map(|it| (["aad.", it].concat(), PersonId::new(it).unwrap()));
        let found = with_members(groups(&body).unwrap(), &members, &people.into());
        let told: Vec<String> = found
            .iter()
            .map(|it| {
                format!(
                    "{}: {:?}",
                    it.name,
                    it.members.iter().map(PersonId::as_str).collect::<Vec<_>>()
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                r#"[Atlas]\Contributors: ["a", "b"]"#,
                r#"Atlas Team: ["a", "b"]"#,
                r#"Round: ["a", "b"]"#
            ]
        );
        assert_eq!(
            members_url("https://graph.host.example/org/", "vssgp.a/b"),
            "https://graph.host.example/org/_apis/graph/Memberships/vssgp.a%2Fb?direction=down&api-version=7.1-preview.1"
        );
    }
}
