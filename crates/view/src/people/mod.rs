//! User Management: who has a license, and who needs one (ROL, LIC).
//!
//! The list is built once per change of the account. Search and filters only select row numbers.

pub mod add;
mod export;
mod find;
mod groups;
mod idle;
pub mod import;
mod inactive;
mod role_impact;
mod role_kind;

mod list;
mod lookup;
mod person;
mod query;
mod recent;
mod restore;
mod room;
mod settings;
pub mod source;
mod summary;
mod waiting;

pub use export::{export, exported};
pub use groups::Groups;
use idle::idle_detail;
pub use idle::{Idle, idle};
pub use inactive::{Bucket, InactivePeople, InactiveRow, Saving, saving};
pub use person::{PersonView, person};
pub use query::{INACTIVE_DAYS, Query, RoleFilter, Sort, Tab, name};
pub use recent::{Recent, Seen, recently_seen};
pub use restore::restoring;
pub use role_impact::{Count, Next, RoleImpact, next};
pub use role_kind::RoleKind;
pub use room::{Room, decided, room};
pub use settings::{SettingView, default_means, settings, switch};
pub use summary::{Summary, headline, summary};
pub use waiting::{
    FEW, MOST, RoleChoice, Waiting, answered, closed, comes_to, decline, first_role, grant, role_choices, waiting,
    waiting_for,
};

use super::format::put_in_places;
use super::{Day, Scene, words};
use licensing::account::inactive::Inactivity;
use licensing::directory::account_name::account_key;
use licensing::seats::assignments::Assignment;
use licensing::subscription::Subscription;
use licensing::value::role::{Assigned, Role};
use licensing::{AccountState, Date, Person, PersonId};
use std::collections::BTreeSet;

/// A row: a person in the directory, or a person who has left it and still has a license (LIC 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleRow {
    /// The person's ID.
    pub id: PersonId,
    /// Whether the role uses a license (ROL 4).
    pub licensed: bool,
    /// The assignment, if there is one.
    pub assigned: Option<Assigned>,
    /// The role that the assignment resolves to (ROL 2).
    pub role: Role,
    /// The first day of the current assignment.
    pub since: Option<Date>,
    /// The last access to Azure DevOps. `None` if it is unknown or there was none.
    pub last_access: Option<Date>,
    /// The first day of inactivity. `None` without a license, or if it cannot be determined (LIC 10).
    pub inactive_since: Option<Date>,
    /// Whether the person has left the directory (LIC 9).
    pub left: bool,
    /// Whether the person has requested a license.
    pub requested: bool,
    /// The account state in the directory.
    pub state: AccountState,
    /// The position in the directory. `u32::MAX` for people who have left.
    at: u32,
    /// The start of the key, the end of the name in it, and the end of the key, as byte offsets.
    key: (u32, u32, u32),
}

/// All people, sorted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    rows: Vec<PeopleRow>,
    /// The keys of all rows in a single string, which is built faster than a hundred thousand strings.
    keys: String,
    /// The number of rows with a license.
    licensed: u32,
    today: Date,
    /// Whether the directory reports last accesses (LIC 10).
    has_last_access: bool,
}

impl People {
    /// Everyone in the directory or in the assignments.
    pub fn new(scene: &Scene<'_>) -> Self {
        Self::with_groups(scene, &Groups::default())
    }

    /// The same, but people are also found by the names of their groups.
    pub fn with_groups(scene: &Scene<'_>, groups: &Groups) -> Self {
        let directory = scene.people.people();
        let asked = scene.account.open_requests(scene.people, scene.today);
        let requested: BTreeSet<&PersonId> = asked.map(|(id, _)| scene.people.present_row(id)).collect();
        let mut list = Self {
            rows: Vec::with_capacity(directory.len()),
            keys: String::with_capacity(directory.len() * 48),
            licensed: 0,
            today: scene.today,
            has_last_access: scene.people.has_last_access(),
        };
        let inactivity = Inactivity::of(scene.account, scene.people);
        for (at, person) in (0..).zip(directory) {
            let entry = scene.account.assignments().entry(&person.id);
            let mut row = list.row(scene, person, at, entry);
            row.key.2 = list.add_lines(groups.lines(at));
            list.rows.push(PeopleRow {
                requested: requested.contains(&person.id),
                inactive_since: inactivity
                    .filter(|_| row.licensed)
                    .and_then(|it| it.since_of(person, entry)),
                ..row
            });
        }
        list.add_left(scene);
        list.sort_by_name(scene);
        let licensed = list.rows.iter().filter(|row| row.licensed).count();
        list.licensed = u32::try_from(licensed).unwrap_or(u32::MAX);
        list
    }

    /// Adds people who have left and still have a license (LIC 9). Others who have left do not matter any more.
    fn add_left(&mut self, scene: &Scene<'_>) {
        let assignments = scene.account.assignments();
        let left = assignments.entries().filter(|(id, _)| !scene.people.contains(id));
        for (id, entry) in left.filter(|(_, entry)| entry.assigned.resolve(assignments.default_role()).uses_license()) {
            let nobody = || Person::named(id.clone(), id.as_str());
            let person = scene.known(id).cloned().unwrap_or_else(nobody);
            let row = self.row(scene, &person, u32::MAX, Some(entry));
            self.rows.push(PeopleRow { left: true, ..row });
        }
    }

    fn row(&mut self, scene: &Scene<'_>, person: &Person, at: u32, entry: Option<&Assignment>) -> PeopleRow {
        let assignments = scene.account.assignments();
        // Before the trial, nobody has an assignment (LIC 6).
        let begun = *scene.account.subscription() != Subscription::None;
        let open = || (begun && !assignments.is_explicit()).then_some(Assigned::Default);
        let assigned = entry.map(|entry| entry.assigned).or_else(open);
        let role = assigned.map_or(Role::None, |it| it.resolve(assignments.default_role()));
        let begun_on = || {
            scene
                .account
                .trial()
                .filter(|_| assigned.is_some())
                .map(|trial| trial.start)
        };
        PeopleRow {
            id: person.id.clone(),
            licensed: role.uses_license(),
            assigned,
            role,
            since: entry.map(|entry| entry.since).or_else(begun_on),
            last_access: person.last_access,
            inactive_since: None,
            left: false,
            requested: false,
            state: person.state,
            at,
            key: self.add_key(person),
        }
    }

    /// Appends the key of a person: the name and, in separate lines, the email address, the account, and for a guest
    /// the address in the home organization.
    fn add_key(&mut self, person: &Person) -> (u32, u32, u32) {
        let place = |keys: &String| u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let start = place(&self.keys);
        crate::key::fold_into(&person.name, &mut self.keys);
        let name_end = place(&self.keys);
        self.keys.push('\n');
        crate::key::fold_into(person.address(), &mut self.keys);
        for address in person.addresses().iter().skip(1) {
            self.keys.push('\n');
            crate::key::fold_into(address, &mut self.keys);
        }
        (start, name_end, place(&self.keys))
    }

    /// Appends the lines of the person's groups to the key, and returns its end.
    fn add_lines(&mut self, lines: &str) -> u32 {
        self.keys.push_str(lines);
        u32::try_from(self.keys.len()).unwrap_or(u32::MAX)
    }

    /// Sorts by name in the order of the reader's language, then by email address, then by ID. The row numbers stay
    /// stable.
    fn sort_by_name(&mut self, scene: &Scene<'_>) {
        let mut order: Vec<(u128, usize)> = self
            .rows
            .iter()
            .map(|row| crate::key::prefix(self.key_of(row)))
            .zip(0..)
            .collect();
        let key = |at: usize| self.rows.get(at).map(|row| (self.key_of(row), &row.id));
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| key(a.1).cmp(&key(b.1))));
        self.rows = order.iter().filter_map(|(_, at)| self.rows.get(*at).cloned()).collect();
        let names: Vec<&str> = self.rows.iter().map(|row| name_in(scene, row)).collect();
        if let Some(places) = scene.format.places(&names) {
            put_in_places(&mut self.rows, places);
        }
    }

    /// The key as bytes. They sort and can be searched like its text.
    fn key_of(&self, row: &PeopleRow) -> &[u8] {
        let (from, _, to) = row.key;
        let (from, to) = (usize::try_from(from).unwrap_or(0), usize::try_from(to).unwrap_or(0));
        self.keys.as_bytes().get(from..to).unwrap_or_default()
    }

    /// All rows, sorted by name.
    pub fn rows(&self) -> &[PeopleRow] {
        &self.rows
    }

    /// A row by its number.
    pub fn get(&self, number: u32) -> Option<&PeopleRow> {
        self.rows.get(usize::try_from(number).ok()?)
    }

    /// The numbers of rows with and without a license.
    pub fn counts(&self) -> (u32, u32) {
        let all = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        (self.licensed, all.saturating_sub(self.licensed))
    }
}

/// A row for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The name, or the ID if the name is unknown.
    pub name: String,
    /// The email address, or the account if there is none.
    pub email: String,
    /// The account, if it differs from that.
    pub account: Option<String>,
    /// The role: "Budget", "Default (Team)".
    pub role: String,
    /// The first day of the current assignment.
    pub since: Option<Day>,
    /// The last access.
    pub last_access: Option<Day>,
    /// The text if there is no last access: never, or unknown.
    pub unseen: &'static str,
    /// Marks such as "Left" and "Requested".
    pub marks: Vec<&'static str>,
}

/// Converts a row for display. `scene` must be the one that the list was built from.
pub fn row_view(scene: &Scene<'_>, row: &PeopleRow) -> RowView {
    let person = person_of(scene, row);
    let marks = [
        (row.left, words::people::LEFT),
        (row.state != AccountState::Active, words::people::state(row.state)),
        (row.requested, words::people::REQUESTED),
        (has_other_row(scene, row), words::people::SAME_PERSON),
    ];
    RowView {
        name: name_of(scene, row),
        email: person.map(|person| person.address().to_owned()).unwrap_or_default(),
        account: person.and_then(other_account),
        role: words::people::role(row.assigned, row.role),
        since: row.since.map(|day| Day::new(scene, day)),
        last_access: row.last_access.map(|day| Day::new(scene, day)),
        unseen: unseen(scene.people.has_last_access(), row),
        marks: marks
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, mark)| mark)
            .collect(),
    }
}

/// The text if there is no last access. If the directory reports last accesses, it means never, except for people who
/// have left (LIC 10).
fn unseen(has_last_access: bool, row: &PeopleRow) -> &'static str {
    if has_last_access && !row.left {
        words::people::NEVER
    } else {
        words::people::NOT_KNOWN
    }
}

/// Whether another current row is the same person (LIC 2).
fn has_other_row(scene: &Scene<'_>, row: &PeopleRow) -> bool {
    let mut rows = scene.people.rows_of(&row.id).iter();
    rows.any(|it| *it != row.id && scene.people.contains(it))
}

/// The account, if it differs from what is displayed as the email address.
fn other_account(person: &Person) -> Option<String> {
    let account = person.account.as_deref()?;
    (account_key(account)? != account_key(person.address())?).then(|| account.to_owned())
}

/// The directory row, current or recorded, that a row was built from.
fn person_of<'a>(scene: &Scene<'a>, row: &PeopleRow) -> Option<&'a Person> {
    if row.left {
        return scene.known(&row.id);
    }
    let person = scene.people.people().get(usize::try_from(row.at).ok()?)?;
    (person.id == row.id).then_some(person)
}

/// The displayed name of a row.
fn name_of(scene: &Scene<'_>, row: &PeopleRow) -> String {
    person_of(scene, row).map_or_else(|| row.id.to_string(), |person| person.shown_name().to_owned())
}

/// The name that a row is sorted by. Empty if it is unknown.
fn name_in<'a>(scene: &Scene<'a>, row: &PeopleRow) -> &'a str {
    person_of(scene, row).map_or("", Person::shown_name)
}
