//! Identities: everybody whom a collection knows, on Server, and on Services where nothing else may be asked.

use super::{Row, address, id, list, text};
use crate::licensing::{Person, PersonId};
use serde_json::Value;

/// Where to ask for everybody of a collection, by their ids.
pub fn everybody_url(base: &str, version: &str) -> String {
    let ask = "identities?searchFilter=General&filterValue=Project%20Collection%20Valid%20Users&queryMembership=expandedDown&api-version=";
    address(base, &[ask, version])
}

/// Reads the ids of everybody in a group.
pub fn member_ids(body: &Value) -> Vec<String> {
    let ids = list(body)
        .filter_map(|group| group.get("memberIds")?.as_array())
        .flatten();
    ids.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// Where to ask for some, by their ids.
pub fn url(base: &str, ids: &[String], version: &str) -> String {
    some_url(base, "identityIds=", ids, version)
}

/// Where to ask for some, by the descriptors that the graph knows them by.
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

/// Reads identities; groups and service accounts are left out.
pub fn people(body: &Value) -> Vec<Row> {
    list(body).filter_map(identity).collect()
}

/// Reads the ids of identities by their descriptors.
pub fn ids(body: &Value) -> Vec<(String, PersonId)> {
    let both = |it: &Value| Some((text(it, "/subjectDescriptor")?, id(it, "/id")?));
    list(body).filter_map(both).collect()
}

fn identity(identity: &Value) -> Option<Row> {
    let descriptor = text(identity, "/descriptor").unwrap_or_default();
    let is_group = identity.get("isContainer").and_then(Value::as_bool).unwrap_or(false);
    let is_active = identity.get("isActive").and_then(Value::as_bool).unwrap_or(true);
    // `Microsoft.TeamFoundation.ServiceIdentity;…` are the services' own.
    if is_group || !is_active || descriptor.contains("ServiceIdentity") {
        return None;
    }
    let property = |name: &str| text(identity, &["/properties/", name, "/$value"].concat());
    let name = text(identity, "/customDisplayName").or_else(|| text(identity, "/providerDisplayName"));
    let person = Person {
        id: id(identity, "/id")?,
        name: name.unwrap_or_default(),
        email: property("Mail").or_else(|| property("Account")),
        // Identities do not tell when somebody was last there.
        last_access: None,
    };
    let descriptor = text(identity, "/subjectDescriptor").unwrap_or_default();
    Some(Row { person, descriptor })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lic_1_identities_of_a_server_are_people_without_groups_and_services() {
        let group = json!({"value": [{"id": "g", "isContainer": true, "memberIds": ["a", "b", "c"]}]});
        let ids = member_ids(&group);
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
        let told: Vec<_> = people(&body)
            .into_iter()
            .map(|it| it.person)
            .map(|it| (it.id.to_string(), it.name, it.email))
            .collect();
        let row = |id: &str, name: &str, email: &str| (id.to_owned(), name.to_owned(), Some(email.to_owned()));
        assert_eq!(told, [row("a", "Ada", "ada@example.org"), row("b", "Ben", "ben")]);
    }

    #[test]
    fn descriptors_of_the_graph_become_ids_in_one_question() {
        let some = ["aad.x".to_owned(), "msa.y".to_owned()];
        assert_eq!(
            by_descriptor_url("https://graph.host.example/org/", &some),
            "https://graph.host.example/org/_apis/identities?subjectDescriptors=aad.x,msa.y&queryMembership=none&api-version=7.1"
        );
        let body = json!({"value": [{"id": "a", "subjectDescriptor": "aad.x"}, null, {"id": "b"}]});
        assert_eq!(ids(&body), [("aad.x".to_owned(), PersonId::new("a").unwrap())]);
    }
}
