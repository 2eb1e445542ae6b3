//! The groups of an organization and the teams of a collection. They are requested when the viewer wants to select
//! people by them.

use crate::adapters::azure_devops::rest;
use crate::adapters::azure_devops::rest::newest;
use exchange::directory::devops::AdoError;
use exchange::directory::devops::{IncompleteAnswer, Marks, Named, graph, teams};
use exchange::directory::groups::Group;
use exchange::directory::{DirectoryProgress, OnProgress};
use licensing::{Directory, PersonId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Services: the groups of the Graph API, with their members.
pub async fn of_graph(
    area: &str,
    ids: &BTreeMap<String, PersonId>,
    on_progress: &OnProgress<'_>,
) -> Result<Vec<Group>, AdoError> {
    let (mut groups, mut marks, mut next) = (Vec::new(), Marks::default(), None);
    loop {
        let answer = rest::get(&graph::groups_url(area, next.as_deref()), on_progress).await?;
        groups.extend(graph::groups(&answer.body)?);
        next = marks.follow(answer.next)?;
        if next.is_none() {
            break;
        }
    }
    let mut members = BTreeMap::new();
    for (read, group) in (0..).zip(&groups) {
        on_progress(DirectoryProgress::Groups(read, count(&groups)));
        let answer = rest::get(&graph::members_url(area, &group.id), on_progress).await?;
        members.insert(group.id.clone(), graph::members(&answer.body)?);
    }
    Ok(graph::with_members(groups, &members, ids))
}

/// Server: the teams of every project, with their members.
pub async fn teams(collection: &str, people: &Directory, on_progress: &OnProgress<'_>) -> Result<Vec<Group>, AdoError> {
    // The first request finds out which API version the Server supports.
    let (version, _) = newest(|version| teams::projects_url(collection, 0, version), on_progress).await?;
    let projects = every(
        |skip| teams::projects_url(collection, skip, version),
        teams::named,
        on_progress,
    )
    .await?;
    let mut groups = Vec::new();
    for (read, project) in (0..).zip(&projects) {
        on_progress(DirectoryProgress::Groups(read, count(&projects)));
        let teams_url = |skip| teams::teams_url(collection, &project.id, skip, version);
        for team in every(teams_url, teams::named, on_progress).await? {
            let members_url = |skip| teams::members_url(collection, &project.id, &team.id, skip, version);
            let mut members = every(members_url, teams::members, on_progress).await?;
            members.retain(|id| people.contains(id));
            if !members.is_empty() {
                groups.push(Group {
                    name: teams::name(&project.name, &team.name),
                    id: team.id,
                    members,
                });
            }
        }
    }
    Ok(groups)
}

fn count(groups: &[Named]) -> u32 {
    u32::try_from(groups.len()).unwrap_or(u32::MAX)
}

/// All entries of a paged list of a Server. A Server that keeps returning the same page would otherwise cause an
/// endless loop.
async fn every<T: Clone + Ord>(
    url: impl Fn(usize) -> String,
    read: fn(&Value) -> Result<Vec<T>, IncompleteAnswer>,
    on_progress: &OnProgress<'_>,
) -> Result<Vec<T>, AdoError> {
    let (mut all, mut known) = (Vec::new(), BTreeSet::new());
    loop {
        let page = read(&rest::get(&url(all.len()), on_progress).await?.body)?;
        let full = page.len() >= teams::TOP;
        let before = all.len();
        all.extend(page.into_iter().filter(|it| known.insert(it.clone())));
        if !full {
            return Ok(all);
        }
        if all.len() == before {
            return Err(IncompleteAnswer::Circle.into());
        }
    }
}
