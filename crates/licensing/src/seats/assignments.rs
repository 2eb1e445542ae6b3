//! Which person has which role, and therefore who holds a license (ROL, LIC).

use crate::directory::person::PersonId;
use crate::directory::{Directory, set_of};
use crate::seats::selector::{PeopleSelector, Selection};
use crate::value::date::Date;
use crate::value::license_count::LicenseCount;
use crate::value::role::{Assigned, Role};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The role assigned to a row, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The role, or Default.
    pub assigned: Assigned,
    /// The day from which the person has held this assignment.
    pub since: Date,
}

/// All assigned roles: explicit roles, and explicit entries on Default.
///
/// Until the first purchase or Free the assignments are *implicit*: a person in the directory without an entry is on
/// Default. From then on they are *explicit*: a person without an entry is unlicensed (LIC 8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignments {
    default: Role,
    entries: BTreeMap<PersonId, Assignment>,
    explicit: bool,
    /// The numbers of entries on Default and of entries with an explicit role other than None. Counting needs no
    /// iteration.
    on_default: u32,
    own_with_access: u32,
    /// The day on which Default began to give access or stopped giving it, if that ever happened.
    default_since: Option<Date>,
}

/// The people who keep access when assignments become explicit (LIC 7, LIC 8). The event names all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatAllocation {
    /// People who were on Default because they are in the directory. Each gets an entry on Default.
    pub on_default: Vec<PersonId>,
    /// People whose role becomes None.
    pub none: Vec<PersonId>,
}

impl Default for Assignments {
    /// No entries. Default resolves to Team (ROL 2).
    fn default() -> Self {
        Self {
            default: Role::Team,
            entries: BTreeMap::new(),
            explicit: false,
            on_default: 0,
            own_with_access: 0,
            default_since: None,
        }
    }
}

impl Assignments {
    /// The role that Default resolves to.
    pub fn default_role(&self) -> Role {
        self.default
    }

    /// The day on which Default began to give access or stopped giving it. `None` if that never happened.
    pub fn default_since(&self) -> Option<Date> {
        self.default_since
    }

    /// Whether a person without an entry is unlicensed instead of on Default (LIC 8).
    pub fn is_explicit(&self) -> bool {
        self.explicit
    }

    /// All entries by ID. A person who has left the directory keeps the entry until it is freed (LIC 9).
    pub fn entries(&self) -> impl Iterator<Item = (&PersonId, &Assignment)> {
        self.entries.iter()
    }

    /// The entry of one row.
    pub fn entry(&self, id: &PersonId) -> Option<&Assignment> {
        self.entries.get(id)
    }

    /// The assignment of one row of the directory: its entry, otherwise Default while assignments are implicit,
    /// otherwise none.
    pub fn assigned(&self, id: &PersonId, people: &Directory) -> Option<Assigned> {
        let open = || (!self.explicit && people.contains(id)).then_some(Assigned::Default);
        self.entries.get(id).map(|entry| entry.assigned).or_else(open)
    }

    /// Whether one row alone has access. The row must be in the directory.
    pub fn row_has_access(&self, id: &PersonId) -> bool {
        let open = (!self.explicit).then_some(Assigned::Default);
        let assigned = self.entries.get(id).map(|entry| entry.assigned).or(open);
        assigned.is_some_and(|it| it.resolve(self.default).uses_license())
    }

    /// The role of a person: the highest role of their rows (LIC 2). None for the unlicensed.
    pub fn role(&self, id: &PersonId, people: &Directory) -> Role {
        let resolve = |row: &PersonId| {
            self.assigned(row, people)
                .map_or(Role::None, |it| it.resolve(self.default))
        };
        let first = people.counted_as(id);
        match people.doubles().get(first) {
            Some(rows) => rows.iter().map(&resolve).max().unwrap_or(Role::None),
            None => resolve(id),
        }
    }

    /// All rows with their assignments: rows with an entry, and rows of the directory that are implicitly on Default.
    pub fn everybody<'a>(&'a self, people: &'a Directory) -> BTreeMap<&'a PersonId, Assigned> {
        let mut all: BTreeMap<&PersonId, Assigned> = BTreeMap::new();
        if !self.explicit {
            all.extend(people.people().iter().map(|person| (&person.id, Assigned::Default)));
        }
        all.extend(self.entries.iter().map(|(id, entry)| (id, entry.assigned)));
        all
    }

    /// The people with access, each once: the ID they are counted under → their rows with access (LIC 2, LIC 6).
    pub fn with_access<'a>(&'a self, people: &'a Directory) -> BTreeMap<&'a PersonId, Vec<&'a PersonId>> {
        let mut persons: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
        for (id, assigned) in self.everybody(people) {
            if assigned.resolve(self.default).uses_license() {
                persons.entry(people.counted_as(id)).or_default().push(id);
            }
        }
        persons
    }

    /// The number of licenses in use: people with a role other than None, each counted once (ROL 4, LIC 2).
    pub fn in_use(&self, people: &Directory) -> u32 {
        if !self.explicit {
            return u32::try_from(self.with_access(people).len()).unwrap_or(u32::MAX);
        }
        let rows = self.own_with_access
            + if self.default.uses_license() {
                self.on_default
            } else {
                0
            };
        let has_access = |row: &PersonId| {
            self.entry(row)
                .is_some_and(|it| it.assigned.resolve(self.default).uses_license())
        };
        let counted_twice = people.doubles().values().map(|rows| {
            let with_access = rows.iter().filter(|row| has_access(row)).count();
            u32::try_from(with_access.saturating_sub(1)).unwrap_or(0)
        });
        rows.saturating_sub(counted_twice.sum())
    }

    /// The number of people on Default. A change of Default shows how many people it affects (ROL 4).
    pub fn on_default_count(&self, people: &Directory) -> u32 {
        if self.explicit {
            return self.on_default;
        }
        let count = self
            .everybody(people)
            .values()
            .filter(|assigned| **assigned == Assigned::Default)
            .count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Assigns an explicit role or Default to one row.
    pub fn assign(&mut self, id: &PersonId, assigned: Assigned, on: Date) {
        let before = self.entries.get(id).copied();
        let had_access = before.is_some_and(|entry| entry.assigned.resolve(self.default).uses_license());
        let has_access = assigned.resolve(self.default).uses_license();
        let since = before
            .filter(|_| had_access == has_access)
            .map_or(on, |entry| entry.since);
        if let Some(entry) = before {
            *self.counter(entry.assigned) -= u32::from(counts(entry.assigned));
        }
        *self.counter(assigned) += u32::from(counts(assigned));
        self.entries.insert(id.clone(), Assignment { assigned, since });
    }

    /// The IDs of all rows that a selection matches now (ROL 5), with or without an entry.
    pub fn selected(&self, selection: &Selection, people: &Directory) -> Vec<PersonId> {
        let except = set_of(&selection.except);
        let without_entry = if self.explicit {
            Assigned::Own(Role::None)
        } else {
            Assigned::Default
        };
        let rows = people.people().iter().filter(|_| without_entry == selection.on);
        let unnamed = rows.map(|row| &row.id).filter(|id| !self.entries.contains_key(*id));
        let named = self.entries.iter().filter(|(_, it)| it.assigned == selection.on);
        named
            .map(|(id, _)| id)
            .chain(unnamed)
            .filter(|id| !except.contains(id))
            .cloned()
            .collect()
    }

    /// Assigns an explicit role or Default to people. A selection is resolved without the directory, so it can match
    /// only rows with an entry.
    pub fn assign_to(&mut self, who: &PeopleSelector, assigned: Assigned, on: Date) {
        match who {
            PeopleSelector::These(ids) => ids.iter().for_each(|id| self.assign(id, assigned, on)),
            PeopleSelector::Selected(selection) => {
                let ids = self.selected(selection, &Directory::default());
                ids.iter().for_each(|id| self.assign(id, assigned, on));
            }
        }
    }

    /// Sets the role that Default resolves to (ROL 3). If this gives or removes access, it does so from `on` for
    /// everybody on Default (LIC 10).
    pub fn set_default(&mut self, role: Role, on: Date) {
        if role.uses_license() != self.default.uses_license() {
            self.default_since = Some(on);
            let on_default = self.entries.values_mut().filter(|it| it.assigned == Assigned::Default);
            on_default.for_each(|it| it.since = on);
        }
        self.default = role;
    }

    /// Makes the assignments explicit: from now on, only people with an entry have access (LIC 8).
    pub fn allocate(&mut self, allocation: &SeatAllocation, on: Date) {
        if !self.explicit {
            // A role in a trial needs no license, so its holder is licensed from now on (LIC 6, LIC 10).
            self.entries.iter_mut().for_each(|(_, entry)| entry.since = on);
        }
        for id in &allocation.on_default {
            self.assign(id, Assigned::Default, on);
        }
        for id in &allocation.none {
            self.assign(id, Assigned::Own(Role::None), on);
        }
        self.explicit = true;
    }

    /// The people who keep access with `licenses` licenses (LIC 7). If the licenses suffice, everybody. Otherwise the
    /// people in `keep`, or the preselection if there is no choice.
    pub fn allocation(&self, people: &Directory, licenses: LicenseCount, keep: Option<&[PersonId]>) -> SeatAllocation {
        let persons = self.with_access(people);
        // If the licenses suffice, ranking is unnecessary. With many people it takes most of the time.
        let suffice = persons.len() <= licenses.people();
        let kept = if suffice {
            BTreeSet::new()
        } else {
            self.kept(people, licenses, keep)
        };
        let mut allocation = SeatAllocation::default();
        for (person, rows) in persons {
            for row in rows {
                if !suffice && !kept.contains(person) {
                    allocation.none.push(row.clone());
                } else if !self.entries.contains_key(row) {
                    allocation.on_default.push(row.clone());
                }
            }
        }
        if !self.explicit {
            // Default may resolve to None today. People on Default still get an entry on it (LIC 8).
            let rest = people.people().iter().map(|person| &person.id);
            let without = |id: &&PersonId| !self.default.uses_license() && !self.entries.contains_key(*id);
            allocation.on_default.extend(rest.filter(without).cloned());
        }
        allocation
    }

    /// The people who keep access if the licenses do not suffice, by the ID they are counted under.
    fn kept<'a>(
        &'a self,
        people: &'a Directory,
        licenses: LicenseCount,
        keep: Option<&'a [PersonId]>,
    ) -> BTreeSet<&'a PersonId> {
        let ranked = self.ranked(people);
        let licenses = licenses.people();
        match keep {
            None => set_of(ranked.into_iter().take(licenses)),
            Some(keep) => {
                let chosen = set_of(keep.iter().map(|id| people.counted_as(id)));
                set_of(ranked.into_iter().filter(|id| chosen.contains(id)))
            }
        }
    }

    /// The people with access in the order of the preselection: most recent last access first, never seen last, ties by
    /// ID (LIC 7).
    pub fn ranked<'a>(&'a self, people: &'a Directory) -> Vec<&'a PersonId> {
        // IDs arrive in order, so people with the same day stay in the order of their IDs. `None` sorts before every
        // date, so the reversed order puts people who were never seen last.
        let mut by_day: BTreeMap<Option<Date>, Vec<&PersonId>> = BTreeMap::new();
        for person in self.with_access(people).into_keys() {
            by_day.entry(people.last_access_of(person)).or_default().push(person);
        }
        by_day.into_values().rev().flatten().collect()
    }

    /// A stored choice on the day it takes effect. People who have left the directory or lost access are replaced from
    /// the preselection, up to the number of people chosen (LIC 7).
    pub fn refilled(&self, people: &Directory, licenses: LicenseCount, keep: &[PersonId]) -> Vec<PersonId> {
        let ranked = self.ranked(people);
        let chosen = set_of(keep.iter().map(|id| people.counted_as(id)));
        let (still, rest): (Vec<&PersonId>, Vec<&PersonId>) = ranked
            .into_iter()
            .filter(|id| people.contains(id))
            .partition(|id| chosen.contains(id));
        let wanted = chosen.len().min(licenses.people());
        still.into_iter().chain(rest).take(wanted).cloned().collect()
    }

    fn counter(&mut self, assigned: Assigned) -> &mut u32 {
        match assigned {
            Assigned::Default => &mut self.on_default,
            Assigned::Own(_) => &mut self.own_with_access,
        }
    }
}

/// Whether an entry is included in its counter.
fn counts(assigned: Assigned) -> bool {
    assigned != Assigned::Own(Role::None)
}
