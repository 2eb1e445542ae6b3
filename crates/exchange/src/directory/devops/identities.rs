//! The Identities API: everyone whom a collection knows. It is used on Server, and on Services if no other API is
//! allowed.

use super::{DirectoryUser, IncompleteAnswer, address, id, list, number, text};
use licensing::directory::account_name::is_no_person;
use licensing::{AccountState, Person, PersonId};
use serde_json::Value;

/// The URL of the IDs of everyone in a collection.
pub fn everybody_url(base: &str, version: &str) -> String {
    let ask = "identities?searchFilter=General&filterValue=Project%20Collection%20Valid%20Users&queryMembership=expandedDown&api-version=";
    address(base, &[ask, version])
}

/// Reads the IDs of everyone in a group.
///
/// # Errors
/// The list is missing or empty, or an entry is incomplete.
pub fn member_ids(body: &Value) -> Result<Vec<String>, IncompleteAnswer> {
    let lists = list(body)?
        .iter()
        .filter_map(|group| group.get("memberIds")?.as_array());
    let lists: Vec<&Vec<Value>> = lists.collect();
    let member = |id: &Value| id.as_str().map(str::to_owned).ok_or(IncompleteAnswer::Entry);
    let ids: Result<Vec<String>, IncompleteAnswer> = lists.iter().copied().flatten().map(member).collect();
    match ids? {
        _ if lists.is_empty() => Err(IncompleteAnswer::NoList),
        ids if ids.is_empty() => Err(IncompleteAnswer::Nobody),
        ids => Ok(ids),
    }
}

/// The URL of identities by ID.
pub fn url(base: &str, ids: &[String], version: &str) -> String {
    some_url(base, "identityIds=", ids, version)
}

/// The URL of identities by their descriptors in the Graph API.
pub fn by_descriptor_url(base: &str, descriptors: &[String]) -> String {
    some_url(base, "subjectDescriptors=", descriptors, "7.1")
}

fn some_url(base: &str, by: &str, some: &[String], version: &str) -> String {
    let some = some.join(",");
    address(
        base,
        &["identities?", by, &some, "&queryMembership=none&api-version=", version],
    )
}

/// Reads identities. `asked` is the number of requested ones. Groups and accounts that do not belong to a person are
/// omitted.
///
/// # Errors
/// The list is missing, or it has fewer entries than requested.
pub fn people(body: &Value, asked: usize) -> Result<Vec<DirectoryUser>, IncompleteAnswer> {
    let identities = list(body)?;
    if identities.len() < asked {
        let (told, of) = (number(identities.len()), number(asked));
        return Err(IncompleteAnswer::Fewer { told, of });
    }
    let rows: Result<Vec<Option<DirectoryUser>>, IncompleteAnswer> = identities.iter().map(identity).collect();
    Ok(rows?.into_iter().flatten().collect())
}

/// Reads the IDs of identities by descriptor. Entries without an ID are omitted.
///
/// # Errors
/// The list is missing.
pub fn ids(body: &Value) -> Result<Vec<(String, PersonId)>, IncompleteAnswer> {
    let both = |it: &Value| Some((text(it, "/subjectDescriptor")?, id(it, "/id")?));
    Ok(list(body)?.iter().filter_map(both).collect())
}

fn identity(identity: &Value) -> Result<Option<DirectoryUser>, IncompleteAnswer> {
    if !identity.is_object() {
        return Err(IncompleteAnswer::Entry);
    }
    let descriptor = text(identity, "/descriptor").unwrap_or_default();
    let is_group = identity.get("isContainer").and_then(Value::as_bool).unwrap_or(false);
    let is_active = identity.get("isActive").and_then(Value::as_bool).unwrap_or(true);
    let property = |name: &str| text(identity, &["/properties/", name, "/$value"].concat());
    let told_name = text(identity, "/providerDisplayName");
    let account = property("Account").map(|name| account(property("Domain").as_deref(), name));
    let names = [account.as_deref(), told_name.as_deref()];
    // `Microsoft.TeamFoundation.ServiceIdentity;…` are accounts of services.
    let is_service = descriptor.contains("ServiceIdentity") || is_of_the_computer(&descriptor, names);
    if is_group || is_service {
        return Ok(None);
    }
    let person = Person {
        id: id(identity, "/id").ok_or(IncompleteAnswer::Entry)?,
        name: text(identity, "/customDisplayName").or(told_name).unwrap_or_default(),
        email: property("Mail"),
        // Identities do not contain the last access.
        last_access: None,
        account,
        state: if is_active {
            AccountState::Active
        } else {
            AccountState::Disabled
        },
    };
    let descriptor = text(identity, "/subjectDescriptor").unwrap_or_default();
    Ok(Some(DirectoryUser { person, descriptor }))
}

/// An account name with its domain, as Windows writes it. Two domains may use the same name for two people (LIC 2). A
/// sign-in name in the form of an email address needs no domain.
fn account(domain: Option<&str>, name: String) -> String {
    match domain {
        Some(domain) if !name.contains(['\\', '@']) => [domain, "\\", &name].concat(),
        _ => name,
    }
}

/// Whether a Windows identity belongs to the computer itself, or is a built-in group of Windows. It is recognized by
/// its SID, which is the same in every language, or by its name.
fn is_of_the_computer(descriptor: &str, names: [Option<&str>; 2]) -> bool {
    let sid = descriptor.split_once("WindowsIdentity;").map_or("", |(_, sid)| sid);
    let is_account = |sid: &str| sid.starts_with("S-1-5-21-") || sid.starts_with("S-1-12-");
    // "S-1-5-18", "S-1-5-32-544", "S-1-1-0": not an account of a domain, a computer, or Entra.
    let is_well_known = sid.matches('-').count() > 2 && !is_account(sid);
    is_well_known || names.into_iter().flatten().any(is_no_person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lic_1_identities_of_a_server_are_people_without_groups_and_services() {
        let group = json!({"value": [{"id": "g", "isContainer": true, "memberIds": ["a", "b", "c"]}]});
        let ids = member_ids(&group).unwrap();
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!(
            url("https://server.example/tfs/Default/", &ids, "7.0"),
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
        let told: Vec<_> = people(&body, 5)
            .unwrap()
            .into_iter()
            .map(|it| it.person)
            .map(|it| (it.id.to_string(), it.name.clone(), it.address().to_owned(), it.state))
            .collect();
        let row =
            |id: &str, name: &str, address: &str, state| (id.to_owned(), name.to_owned(), address.to_owned(), state);
        assert_eq!(
            told,
            [
                row("a", "Ada", "ada@example.org", AccountState::Active),
                row("b", "Ben", "ben", AccountState::Active),
                row("e", "Gone", "", AccountState::Disabled)
            ]
        );
    }

    /// A Windows identity: SID, domain, account.
    fn windows(id: &str, sid: &str, domain: &str, account: &str) -> Value {
        let descriptor = ["System.Security.Principal.WindowsIdentity;", sid].concat();
        json!({"id": id, "isActive": true, "providerDisplayName": account, "descriptor": descriptor,
            "properties": {"SchemaClassName": {"$value": "User"}, "Domain": {"$value": domain}, "Account": {"$value": account}}})
    }

    fn accounts(identities: &[Value]) -> Vec<String> {
        let rows = people(&json!({"value": identities}), identities.len()).unwrap();
        rows.into_iter()
            .map(|it| it.person.account.unwrap_or_default())
            .collect()
    }

    #[test]
    fn lic_2_an_account_of_windows_stands_with_its_domain() {
        let told = accounts(&[
            windows("a", "S-1-5-21-1-2-3-1001", "CORP", "jsmith"),
            windows("b", "S-1-5-21-4-5-6-1001", "PARTNER", "jsmith"),
            windows("c", "S-1-5-21-7-8-9-500", "BUILD-01", "Administrator"),
            windows("d", "S-1-5-21-1-2-3-1002", "CORP", "CORP\\ada"),
            windows("e", "S-1-5-21-1-2-3-1003", "", "eve"),
            // In an organization connected to Entra, the domain is the tenant ID, and the account is a sign-in name.
            windows(
                "f",
                "S-1-12-1-1-2-3",
                "0efb4611-4aec-4bf4-8708-1d36f0dbc468",
                "fay@example.org",
            ),
        ]);
        assert_eq!(
            told,
            [
                "CORP\\jsmith",
                "PARTNER\\jsmith",
                "BUILD-01\\Administrator",
                "CORP\\ada",
                "eve",
                "fay@example.org"
            ]
        );
        let rows = people(
            &json!({"value": [windows("a", "S-1-5-21-1", "CORP", "jsmith"), windows("b", "S-1-5-21-2", "PARTNER", "jsmith")]}),
            2,
        );
        let directory = licensing::Directory::new(rows.unwrap().into_iter().map(|it| it.person).collect());
        assert!(directory.doubles().is_empty());
    }

    #[test]
    fn lic_1_accounts_of_the_computer_itself_are_nobody() {
        for (sid, domain, account) in [
            ("S-1-5-18", "NT AUTHORITY", "SYSTEM"),
            ("S-1-5-19", "NT-AUTORITÄT", "Lokaler Dienst"),
            ("S-1-5-20", "", "NETWORK SERVICE"),
            ("S-1-5-7", "", "ANONYMOUS LOGON"),
            ("S-1-5-11", "AUTORITE NT", "Utilisateurs authentifiés"),
            ("S-1-1-0", "", "Everyone"),
            ("S-1-5-32-544", "BUILTIN", "Administrators"),
            ("S-1-5-80-1-2-3", "NT SERVICE", "TFSJobAgent"),
            ("S-1-5-82-1-2-3", "IIS APPPOOL", "Azure DevOps"),
            ("S-1-5-83-1-2-3", "NT VIRTUAL MACHINE", "x"),
            ("S-1-5-21-1-2-3-1004", "CORP", "BUILD-01$"),
            ("", "nt authority", "SYSTEM"),
            ("", "", "NT AUTHORITY\\LOCAL SERVICE"),
            ("", "BUILTIN", "Users"),
        ] {
            assert!(
                accounts(&[windows("x", sid, domain, account)]).is_empty(),
                "{sid} {domain} {account}"
            );
        }
        let named = json!({"id": "x", "isActive": true, "providerDisplayName": "NT AUTHORITY\\SYSTEM"});
        assert!(accounts(&[named]).is_empty());
    }

    #[test]
    fn lic_9_an_answer_that_tells_not_everybody_is_none() {
        let ada = json!({"id": "a", "isActive": true, "providerDisplayName": "Ada"});
        for (body, asked) in [
            (json!({}), 1),
            (json!({"value": null}), 1),
            (json!({"values": [ada]}), 1),
            (json!({"$id": "1", "message": "TF400898", "typeKey": "Exception"}), 1),
            (json!({"count": 0, "value": []}), 1),
            (json!({"count": 1, "value": [ada]}), 2),
            (json!({"count": 2, "value": [null, null]}), 2),
            (json!({"count": 2, "value": [ada, null]}), 2),
            (json!({"count": 2, "value": [ada, {"isActive": true}]}), 2),
            (json!({"count": 3, "value": [ada]}), 1),
        ] {
            assert!(people(&body, asked).is_err(), "{body}");
        }
        for body in [
            json!({}),
            json!({"value": null}),
            json!({"value": []}),
            json!({"value": [null]}),
            json!({"value": [{"id": "g", "isContainer": true}]}),
            json!({"value": [{"id": "g", "memberIds": ["a", null]}]}),
            json!({"value": [{"id": "g", "memberIds": []}]}),
        ] {
            assert!(member_ids(&body).is_err(), "{body}");
        }
        assert!(ids(&json!({})).is_err() && ids(&json!({"value": [null]})).is_ok());
    }

    #[test]
    fn descriptors_of_the_graph_become_ids_in_one_question() {
        let some = ["aad.x".to_owned(), "msa.y".to_owned()];
        assert_eq!(
            by_descriptor_url("https://graph.host.example/org/", &some),
            "https://graph.host.example/org/_apis/identities?subjectDescriptors=aad.x,msa.y&queryMembership=none&api-version=7.1"
        );
        let body = json!({"value": [{"id": "a", "subjectDescriptor": "aad.x"}, null, {"id": "b"}]});
        assert_eq!(ids(&body).unwrap(), [("aad.x".to_owned(), PersonId::new("a").unwrap())]);
    }
}
