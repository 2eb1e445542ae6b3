//! Adding people: matching a pasted list, selecting by group, and the effect of giving them a role (ROL 5).

use super::lookup::{Lookup, Meant};
use super::{People, PeopleRow, Query, Tab, name_of, person_of, source};
use crate::{Command, Scene, words};
use licensing::PersonId;
use licensing::text::letters::comparable;
use licensing::value::role::{Assigned, Role};
use std::collections::BTreeSet;

/// The highest number of listed people. The others are found by searching.
pub const LISTED: usize = 50;

/// The roles for new people, Default first.
pub const ROLES: [Assigned; 5] = [
    Assigned::Default,
    Assigned::Own(Role::Team),
    Assigned::Own(Role::Product),
    Assigned::Own(Role::Budget),
    Assigned::Own(Role::Administrator),
];

/// A person in a list of the dialog.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The person's ID.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// Email address or account.
    pub email: String,
}

/// People without a license whose name, email address, or group contains the text: the first [`LISTED`], and the number
/// of all matches. Other rows of a person with a license are omitted, because they would gain nothing (LIC 2).
pub fn search(scene: &Scene<'_>, people: &People, text: &str) -> (Vec<Candidate>, usize) {
    let query = Query {
        tab: Tab::Unlicensed,
        text: text.to_owned(),
        ..Query::default()
    };
    let without = |row: &&PeopleRow| !scene.account.assignments().role(&row.id, scene.people).uses_license();
    let found = people.matching(&people.order(query.sort, false), &query);
    let rows = found.iter().filter_map(|number| people.get(*number)).filter(without);
    let found: Vec<&PeopleRow> = rows.collect();
    let listed = found.iter().take(LISTED).map(|row| candidate(scene, row));
    (listed.collect(), found.len())
}

fn candidate(scene: &Scene<'_>, row: &PeopleRow) -> Candidate {
    let address = person_of(scene, row).map(|person| person.address().to_owned());
    Candidate {
        id: row.id.clone(),
        name: name_of(scene, row),
        email: address.unwrap_or_default(),
    }
}

/// The result of matching a pasted list. Each person occurs once (LIC 2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// People without a license.
    pub found: Vec<Candidate>,
    /// People who already have a license.
    pub licensed: Vec<Candidate>,
    /// Entries that match nobody, with their lines.
    pub missing: Vec<(usize, String)>,
    /// The number of duplicates.
    pub repeated: usize,
    /// Why the list could not be read.
    pub fault: Option<String>,
}

/// Matches a pasted list.
pub fn report(scene: &Scene<'_>, people: &People, text: &str) -> Report {
    let named = match source::people(text) {
        Ok(named) => named,
        Err(error) => {
            return Report {
                fault: Some(words::people_csv::unusable(&error)),
                ..Report::default()
            };
        }
    };
    let lookup = Lookup::new(scene, people, named.iter().flat_map(|it| &it.names).map(String::as_str));
    let mut report = Report::default();
    let (mut people, mut strangers) = (BTreeSet::new(), BTreeSet::new());
    for named in &named {
        let rows = match lookup.meant(&named.names) {
            Meant::Person(rows) => rows,
            Meant::Nobody | Meant::Two(..) => Vec::new(),
        };
        let first = rows
            .iter()
            .min_by_key(|row| *scene.people.counted_as(&row.id) != row.id);
        let Some(row) = first else {
            if strangers.insert(comparable(named.text())) {
                report.missing.push((named.line, named.text().to_owned()));
            } else {
                report.repeated += 1;
            }
            continue;
        };
        if !people.insert(scene.people.counted_as(&row.id)) {
            report.repeated += 1;
        } else if scene.account.assignments().role(&row.id, scene.people).uses_license() {
            report.licensed.push(candidate(scene, row));
        } else {
            report.found.push(candidate(scene, row));
        }
    }
    report
}

/// The members of a group who have no license. Later changes of the group have no effect (ROL 5).
pub fn unlicensed(scene: &Scene<'_>, members: &[PersonId]) -> Vec<PersonId> {
    let assignments = scene.account.assignments();
    let without = |id: &&PersonId| scene.people.contains(id) && !assignments.role(id, scene.people).uses_license();
    members.iter().filter(without).cloned().collect()
}

/// Combines the people who were selected in different ways. Each row occurs once.
pub fn together(ways: [Vec<PersonId>; 3]) -> Vec<PersonId> {
    let all: BTreeSet<PersonId> = ways.into_iter().flatten().collect();
    all.into_iter().collect()
}

/// The command that gives people a role.
pub fn command(people: Vec<PersonId>, role: Assigned) -> Command {
    Command::SetRole {
        people: people.into(),
        role,
        reason: None,
        licenses: None,
        recent_confirmed: None,
    }
}

/// Why nobody can be added now: there is no active subscription or trial, or the viewer lacks permission (SUB 8,
/// ACC 4).
pub fn refusal(scene: &Scene<'_>) -> Option<String> {
    let nobody = command(Vec::new(), Assigned::Default);
    scene.refusal(&nobody).map(|refusal| scene.why(&refusal))
}

/// The label of a role. Default includes the role that it resolves to.
pub fn role_label(scene: &Scene<'_>, role: Assigned) -> String {
    let resolved = role.resolve(scene.account.assignments().default_role());
    words::people::role(Some(role), resolved)
}
