//! The teams of a Server: its projects, their teams, and the members of those.

use super::{IncompleteAnswer, Named, address, all, id, text};
use crate::encoded;
use licensing::PersonId;
use serde_json::Value;

/// The number of entries per request. It is also the default of a Server.
pub const TOP: usize = 100;

/// The URL of projects after the first `skip`.
pub fn projects_url(collection: &str, skip: usize, version: &str) -> String {
    address(collection, &["projects?", &paging(skip, version)])
}

/// The URL of the teams of a project after the first `skip`.
pub fn teams_url(collection: &str, project: &str, skip: usize, version: &str) -> String {
    let project = encoded(project);
    address(collection, &["projects/", &project, "/teams?", &paging(skip, version)])
}

/// The URL of the members of a team after the first `skip`.
pub fn members_url(collection: &str, project: &str, team: &str, skip: usize, version: &str) -> String {
    let (project, team) = (encoded(project), encoded(team));
    let paging = paging(skip, version);
    address(
        collection,
        &["projects/", &project, "/teams/", &team, "/members?", &paging],
    )
}

fn paging(skip: usize, version: &str) -> String {
    let (top, skip) = (TOP.to_string(), skip.to_string());
    ["$top=", &top, "&$skip=", &skip, "&api-version=", version].concat()
}

/// Reads projects, or the teams of a project.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn named(body: &Value) -> Result<Vec<Named>, IncompleteAnswer> {
    let one = |it: &Value| {
        Some(Named {
            id: text(it, "/id")?,
            name: text(it, "/name")?,
        })
    };
    all(body, one)
}

/// Reads the members of a team. Older Servers return the identities directly.
///
/// # Errors
/// The list is missing, or an entry is incomplete.
pub fn members(body: &Value) -> Result<Vec<PersonId>, IncompleteAnswer> {
    all(body, |it| id(it, "/identity/id").or_else(|| id(it, "/id")))
}

/// The name of a team in the form of Azure DevOps group names. It includes the project, because teams of two projects
/// may have the same name.
pub fn name(project: &str, team: &str) -> String {
    ["[", project, "]\\", team].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rol_5_teams_of_a_server_are_read_page_by_page() {
        let base = "https://server.example/tfs/Default/";
        assert_eq!(
            projects_url(base, 0, "7.0"),
            "https://server.example/tfs/Default/_apis/projects?$top=100&$skip=0&api-version=7.0"
        );
        assert_eq!(
            teams_url(base, "p 1", 100, "7.0"),
            "https://server.example/tfs/Default/_apis/projects/p%201/teams?$top=100&$skip=100&api-version=7.0"
        );
        assert_eq!(
            members_url(base, "p", "t", 0, "5.0"),
            "https://server.example/tfs/Default/_apis/projects/p/teams/t/members?$top=100&$skip=0&api-version=5.0"
        );
        let body = json!({"count": 2, "value": [{"id": "t1", "name": "Atlas Team", "url": "u"}, {"id": "t2", "name": "Borealis Team"}]});
        assert_eq!(named(&body).unwrap().len(), 2);
        for unclear in [
            json!({}),
            json!({"value": null}),
            json!({"count": 2, "value": [{"id": "t"}]}),
            json!({"value": [null]}),
        ] {
            assert!(
                named(&unclear).is_err() && members(&json!({"values": []})).is_err(),
                "{unclear}"
            );
        }
        assert_eq!(name("Atlas", "Atlas Team"), "[Atlas]\\Atlas Team");
        let body = json!({"value": [
            {"isTeamAdmin": false, "identity": {"id": "a", "displayName": "Ada", "uniqueName": "ada"}},
            {"id": "b", "displayName": "Ben"},
        ], "count": 2});
        assert_eq!(
            members(&body).unwrap().iter().map(PersonId::as_str).collect::<Vec<_>>(),
            ["a", "b"]
        );
    }
}
