//! Importing roles from a file: every change is shown before it is booked, and every error with its line. All changes
//! are booked, or none (ROL 3, ROL 5).

use super::lookup::{Lookup, Meant};
use super::source::{self, Named};
use super::{People, PeopleRow, name_of};
use crate::words::people_csv;
use crate::{Command, Scene, words};
use licensing::text::letters::comparable;
use licensing::value::role::{Assigned, Role};
use licensing::{PeopleSelector, PersonId, RoleChange};
use std::collections::{BTreeMap, BTreeSet};

/// The result of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The changes, by role, None first.
    pub changes: Vec<Changes>,
    /// The number of lines that change nothing.
    pub unchanged: usize,
    /// The errors, in the order of the lines.
    pub faults: Vec<Fault>,
    /// Why the file could not be read.
    pub unread: Option<String>,
}

/// The people who get a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The role, or Default.
    pub role: Assigned,
    /// The label of the role.
    pub label: String,
    /// The people, in the order of the file.
    pub people: Vec<Change>,
}

/// A person whose role changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The person's row in the directory.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The label of the current role.
    pub from: String,
}

/// An error in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub text: String,
}

/// A role by its name, in any case. Default may be followed by the role that it resolved to.
pub fn role_named(text: &str) -> Option<Assigned> {
    let text = text.split_once('(').map_or(text, |(name, _)| name);
    comparable(text).parse().ok()
}

/// Reads a file with roles.
pub fn import(scene: &Scene<'_>, people: &People, text: &str) -> Import {
    let lines = match source::roles(text, |cell| role_named(cell).is_some()) {
        Ok(lines) => lines,
        Err(error) => {
            return Import {
                unread: Some(people_csv::unusable(&error)),
                ..Import::default()
            };
        }
    };
    let lookup = Lookup::new(scene, people, lines.iter().flat_map(|it| &it.names).map(String::as_str));
    let mut import = Import::default();
    let mut wanted = Wanted::default();
    for line in &lines {
        match read(scene, &lookup, line) {
            Ok((rows, role)) => rows.into_iter().for_each(|row| wanted.note(row, line.line, role)),
            Err(error) => import.faults.push(Fault {
                line: line.line,
                text: people_csv::wrong_line(&error),
            }),
        }
    }
    wanted.settle(scene, &mut import);
    import.faults.sort_by_key(|fault| fault.line);
    import
}

/// Why a line assigns no role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineError<'a> {
    /// It names no person.
    NoPerson,
    /// Nobody has this email, account or ID.
    UnknownPerson(&'a str),
    /// Its ID and its email belong to different people.
    TwoPeople {
        /// The name of the person with the ID.
        by_id: String,
        /// The name of the person with the email.
        by_email: String,
    },
    /// The role does not exist. Empty if the line has none.
    UnknownRole(&'a str),
}

/// The rows that a line concerns, and the role that it assigns.
fn read<'a, 'l>(
    scene: &Scene<'_>,
    lookup: &Lookup<'a>,
    line: &'l Named,
) -> Result<(Vec<&'a PeopleRow>, Assigned), LineError<'l>> {
    if line.names.is_empty() {
        return Err(LineError::NoPerson);
    }
    let rows = match lookup.meant(&line.names) {
        Meant::Person(rows) => rows,
        Meant::Nobody => return Err(LineError::UnknownPerson(line.text())),
        Meant::Two(one, other) => {
            let [by_id, by_email] = [one, other].map(|row| name_of(scene, row));
            return Err(LineError::TwoPeople { by_id, by_email });
        }
    };
    let role = role_named(&line.role).ok_or(LineError::UnknownRole(&line.role))?;
    Ok((about(scene, rows), role))
}

/// The rows of a person whose role is to change: those that use a license, or else the first one. Therefore None frees
/// the license, and any other role applies to the person (LIC 2).
fn about<'a>(scene: &Scene<'_>, rows: Vec<&'a PeopleRow>) -> Vec<&'a PeopleRow> {
    let holding: Vec<&PeopleRow> = rows.iter().filter(|row| row.licensed).copied().collect();
    if !holding.is_empty() {
        return holding;
    }
    let first = rows
        .into_iter()
        .min_by_key(|row| *scene.people.counted_as(&row.id) != row.id);
    first.into_iter().collect()
}

/// The roles that the file assigns to each row, and the lines that do so.
#[derive(Default)]
struct Wanted<'a> {
    rows: Vec<&'a PeopleRow>,
    roles: BTreeMap<&'a PersonId, Vec<(usize, Assigned)>>,
}

impl<'a> Wanted<'a> {
    fn note(&mut self, row: &'a PeopleRow, line: usize, role: Assigned) {
        let roles = self.roles.entry(&row.id).or_default();
        if roles.is_empty() {
            self.rows.push(row);
        }
        roles.push((line, role));
    }

    fn settle(self, scene: &Scene<'_>, import: &mut Import) {
        let mut faulty = BTreeSet::new();
        let mut by_role: BTreeMap<(bool, Assigned), Vec<Change>> = BTreeMap::new();
        for row in self.rows {
            let roles = self.roles.get(&row.id).map_or(&[][..], Vec::as_slice);
            let Some((_, role)) = roles.first().copied() else {
                continue;
            };
            if roles.iter().any(|(_, other)| *other != role) {
                let named: Vec<(usize, String)> = roles.iter().map(|(line, it)| (*line, label(scene, *it))).collect();
                let text = people_csv::different_roles(&name_of(scene, row), &named);
                let lines = roles.iter().map(|(line, _)| *line).filter(|line| faulty.insert(*line));
                import.faults.extend(lines.map(|line| Fault {
                    line,
                    text: text.clone(),
                }));
            } else if row.assigned.unwrap_or(Assigned::Own(Role::None)) == role {
                import.unchanged += 1;
            } else {
                let access = role.resolve(scene.account.assignments().default_role()).uses_license();
                by_role.entry((access, role)).or_default().push(Change {
                    id: row.id.clone(),
                    name: name_of(scene, row),
                    from: words::people::role(row.assigned, row.role),
                });
            }
        }
        let changes = by_role.into_iter().map(|((_, role), people)| Changes {
            role,
            label: label(scene, role),
            people,
        });
        import.changes = changes.collect();
    }
}

fn label(scene: &Scene<'_>, role: Assigned) -> String {
    super::add::role_label(scene, role)
}

impl Import {
    /// The number of people whose role changes.
    pub fn count(&self) -> usize {
        self.changes.iter().map(|it| it.people.len()).sum()
    }

    /// Whether the import can be confirmed: there are changes, and no errors unless the user skips them.
    pub fn is_ready(&self, leave_out: bool) -> bool {
        self.unread.is_none() && self.count() > 0 && (self.faults.is_empty() || leave_out)
    }

    /// All changes as a single booking. `confirmed` says whether the second question was answered (LIC 3).
    pub fn command(&self, confirmed: bool) -> Command {
        let change = |it: &Changes| RoleChange {
            people: PeopleSelector::These(it.people.iter().map(|person| person.id.clone()).collect()),
            role: it.role,
        };
        set_roles(self.changes.iter().map(change).collect(), confirmed.then_some(true))
    }
}

fn set_roles(changes: Vec<RoleChange>, recent_confirmed: Option<bool>) -> Command {
    Command::SetRoles {
        changes,
        reason: None,
        licenses: None,
        recent_confirmed,
    }
}

/// Why no roles can be imported now: there is no active subscription or trial, or the viewer lacks permission (SUB 8,
/// ACC 4).
pub fn refusal(scene: &Scene<'_>) -> Option<String> {
    scene
        .refusal(&set_roles(Vec::new(), None))
        .map(|refusal| scene.why(&refusal))
}
