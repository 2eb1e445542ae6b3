//! Roles from a file: every change before it is booked, every fault by its line, and nothing by halves (ROL 3, ROL 5).

use super::lookup::{Lookup, Meant};
use super::source::{self, Named};
use super::{People, PeopleRow, name_of};
use crate::words::people_csv;
use crate::{Command, Scene, words};
use licensing::text::letters::comparable;
use licensing::value::role::{Assigned, Role};
use licensing::{PeopleSelector, PersonId, RoleChange};
use std::collections::{BTreeMap, BTreeSet};

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The changes, by role, None first.
    pub changes: Vec<Changes>,
    /// How many lines say what is so already.
    pub unchanged: usize,
    /// What is wrong, in order of the lines.
    pub faults: Vec<Fault>,
    /// Why it is not read at all.
    pub unread: Option<String>,
}

/// Who gets a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The role, or Default.
    pub role: Assigned,
    /// The same in words.
    pub label: String,
    /// Who, in the order of the file.
    pub people: Vec<Change>,
}

/// Somebody whose role changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who: one row of the directory.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// What they hold now, in words.
    pub from: String,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What, and what to do.
    pub text: String,
}

/// A role by its name, as an admin writes it: any case, Default with what it resolved to or without.
pub fn role_named(text: &str) -> Option<Assigned> {
    let text = text.split_once('(').map_or(text, |(name, _)| name);
    comparable(text).parse().ok()
}

/// Reads a file of roles.
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

/// Why a line gives nobody a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineError<'a> {
    /// It names no person.
    NoPerson,
    /// Nobody is called that.
    UnknownPerson(&'a str),
    /// Its ID and its e-mail are those of two people, by their names.
    TwoPeople {
        /// The person with the ID.
        by_id: String,
        /// The person with the e-mail.
        by_email: String,
    },
    /// The role does not exist; empty where there is none.
    UnknownRole(&'a str),
}

/// The rows that a line is about, and the role that it gives.
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

/// Of the rows of one person, those that hold a role by themselves; the first of them where none does. So None takes the
/// license, and a role is the person's (LIC 2).
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

/// What the file wants for each row, and in which lines.
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
    /// How many people change.
    pub fn count(&self) -> usize {
        self.changes.iter().map(|it| it.people.len()).sum()
    }

    /// Whether something can be confirmed: changes, and no fault that nobody has decided to leave out.
    pub fn is_ready(&self, leave_out: bool) -> bool {
        self.unread.is_none() && self.count() > 0 && (self.faults.is_empty() || leave_out)
    }

    /// All of it in one booking; `confirmed` where it was asked a second time (LIC 3).
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

/// Why no roles can be imported now: nothing runs, or the viewer may not (SUB 8, ACC 4).
pub fn refusal(scene: &Scene<'_>) -> Option<String> {
    scene
        .refusal(&set_roles(Vec::new(), None))
        .map(|refusal| scene.why(&refusal))
}
