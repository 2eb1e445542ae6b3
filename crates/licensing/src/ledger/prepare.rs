//! Prepares a command for the journal: computes its events on the newest ledger, and the entry that
//! [`verify`](crate::ledger::verify::verify) can check.

use crate::account::Account;
use crate::account::access::Actor;
use crate::catalogue::Catalogue;
use crate::command::Command;
use crate::decide::advance;
use crate::decide::context::Surroundings;
use crate::decide::execute;
use crate::directory::Directory;
use crate::event::Event;
use crate::json::line::to_json_line;
use crate::ledger::Ledger;
use crate::ledger::directory_delta::{DirectoryDelta, changed_rows, named_rows, readdressed_rows};
use crate::ledger::entry::Record;
use crate::refusal::Refusal;
use crate::value::date::Date;
use crate::value::ids::CommandId;
use crate::value::instant::Instant;
use crate::value::rules_version::RulesVersion;
use serde_json::Value;
use std::borrow::Cow;

/// The inputs of a booking.
#[derive(Clone, Copy, Debug)]
pub struct Preparation<'a> {
    /// The journal read so far.
    pub ledger: &'a Ledger,
    /// The catalog in force.
    pub catalogue: &'a Catalogue,
    /// The JSON of the catalog in force.
    pub catalogue_value: &'a Value,
    /// The current directory.
    pub people: &'a Directory,
    /// The person who gives the command.
    pub viewer: &'a Actor,
    /// The name of the person who gives the command.
    pub actor: &'a str,
    /// The ID of the command. A retry keeps it, so nothing is booked twice.
    pub command_id: &'a CommandId,
    /// The current time, ISO 8601 in UTC.
    pub instant: &'a Instant,
    /// The current day in UTC (SUB 7).
    pub today: Date,
    /// The command.
    pub command: &'a Command,
}

/// The result of a command before it is stored (CHG 10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The events that were due before the command, each with its own date (SUB 2).
    pub due: Vec<Event>,
    /// The command's own events.
    pub events: Vec<Event>,
    /// The account after all these events.
    pub account_after: Account,
}

impl Preparation<'_> {
    /// Advances a copy of the account to the day and executes the command on it.
    ///
    /// # Errors
    /// If a rule refuses the command. The first rule counts.
    pub fn prepare(&self) -> Result<Prepared, Refusal> {
        // An account starts with its catalog, so the first booking needs a readable one.
        if self.catalogue.is_unreadable() && self.ledger.records.is_empty() {
            return Err(Refusal::CatalogueUnreadable);
        }
        let prepared = self.decide_with(self.people)?;
        if let Cow::Owned(instead) = self.in_force()
            && let Some(refusal) = instead.status.refusal()
            && !self.proves(&prepared)
        {
            return Err(refusal);
        }
        Ok(prepared)
    }

    /// Whether [`verify`](crate::ledger::verify::verify) gets the same result from what is recorded. A page with an
    /// older catalog may see a different account.
    fn proves(&self, prepared: &Prepared) -> bool {
        let recorded = self.decide_by(self.people, &self.ledger.catalogue, self.ledger.account.clone());
        recorded.is_ok_and(|recorded| recorded.due == prepared.due && recorded.events == prepared.events)
    }

    /// The next record of the journal and its line, for the result of [`prepare`](Self::prepare).
    ///
    /// # Errors
    /// If the line cannot be written.
    pub fn entry(&self, prepared: &Prepared) -> serde_json::Result<(Record, String)> {
        let people = self.people_to_record(prepared);
        let record = Record {
            position: self.ledger.next_position(),
            rules: RulesVersion::CURRENT,
            previous_sha256: self.ledger.last_sha256().clone(),
            command_id: self.command_id.clone(),
            instant: self.instant.clone(),
            today: self.today,
            actor: self.actor.to_owned(),
            viewer: self.viewer.clone(),
            command: self.command.clone(),
            events: prepared.due.iter().chain(&prepared.events).cloned().collect(),
            people: people.whole,
            people_changed: people.changed,
            people_left: people.left,
            catalogue: match self.in_force() {
                Cow::Borrowed(_) => self.ledger.catalogue_to_record(self.catalogue_value),
                Cow::Owned(_) => None,
            },
        };
        let line = to_json_line(&record)?;
        Ok((record, line))
    }

    /// The catalog in force: this one if the booking may record it, otherwise the one recorded last.
    fn in_force(&self) -> Cow<'_, Catalogue> {
        self.catalogue.in_force(&self.ledger.catalogue)
    }

    fn decide_with(&self, people: &Directory) -> Result<Prepared, Refusal> {
        let in_force = self.in_force();
        self.decide_by(people, &in_force, self.ledger.account_under(&in_force))
    }

    fn decide_by(&self, people: &Directory, catalogue: &Catalogue, mut account: Account) -> Result<Prepared, Refusal> {
        let Self { viewer, today, .. } = *self;
        // The journal alone says who has left, so it can prove the booking.
        let people = &*people.remembering(&self.ledger.people);
        let around = Surroundings::new(catalogue, &self.ledger.people, people, today);
        let due = advance(&mut account, around);
        let events = execute(&mut account, around, viewer, self.ledger.last_position(), self.command)?;
        Ok(Prepared {
            due,
            events,
            account_after: account,
        })
    }

    /// Chooses the directory rows to store: none if the directory recorded last gives the same decision, otherwise the
    /// fewest that do.
    fn people_to_record(&self, prepared: &Prepared) -> DirectoryDelta {
        let recorded = &self.ledger.people;
        if recorded == self.people {
            return DirectoryDelta::default();
        }
        let assigned = prepared.account_after.assignments().entries().map(|(id, _)| id);
        let readdressed = readdressed_rows(assigned, recorded, self.people);
        let leads_to_it = |note: &DirectoryDelta| self.comes_out_same(&note.applied_to(recorded), prepared);
        if readdressed.is_empty() && self.comes_out_same(recorded, prepared) {
            return DirectoryDelta::default();
        }
        let alone = DirectoryDelta::default().with_rows(readdressed.clone());
        if !readdressed.is_empty() && leads_to_it(&alone) {
            return alone;
        }
        // First try only the people whom the booking names, because many rows of a large directory change every day.
        let named = named_rows(
            self.viewer,
            prepared.due.iter().chain(&prepared.events),
            recorded,
            self.people,
        );
        let named = named.map(|note| note.with_rows(readdressed));
        if let Some(note) = named.filter(leads_to_it) {
            return note;
        }
        let changed = changed_rows(recorded, self.people);
        changed
            .filter(leads_to_it)
            .unwrap_or_else(|| DirectoryDelta::whole(self.people))
    }

    /// Whether another directory gives the same result.
    fn comes_out_same(&self, people: &Directory, prepared: &Prepared) -> bool {
        self.decide_with(people)
            .is_ok_and(|other| other.due == prepared.due && other.events == prepared.events)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;
    use crate::directory::person::{Person, PersonId};
    use crate::ledger::entry::opening;
    use crate::ledger::verify::verify;
    use crate::value::plan::{Deployment, PlanKey};
    use crate::value::role::{Assigned, Role};
    use crate::value::subscription_id::SubscriptionId;
    use crate::value::term::BillingInterval;

    fn people(ids: &[&str]) -> Vec<Person> {
        let person = |id: &&str| Person {
            last_access: Date::new(2026, 1, 1),
            ..Person::named(PersonId::new(id).unwrap(), id)
        };
        ids.iter().map(person).collect()
    }

    /// A journal that books commands, each with the directory and the catalog of its day.
    struct Journal {
        lines: Vec<String>,
        ledger: Ledger,
    }

    impl Journal {
        fn open(rows: &[&str]) -> Self {
            let value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
            let first = opening(
                "2026-07-01T09:00:00Z".parse().unwrap(),
                Deployment::Services,
                SubscriptionId::SAMPLE,
                value,
                people(rows),
            );
            let line = to_json_line(&first).unwrap();
            Self {
                ledger: Ledger::open(&line).unwrap(),
                lines: vec![line],
            }
        }

        fn book(&mut self, today: &str, rows: &[&str], catalogue: &str, command: &Command) -> Record {
            let value: Value = serde_json::from_str(catalogue).unwrap();
            let id = format!("c{}", self.lines.len());
            let preparation = Preparation {
                ledger: &self.ledger,
                catalogue: &Catalogue::from_json(catalogue).unwrap(),
                catalogue_value: &value,
                people: &Directory::new(people(rows)),
                viewer: &Actor::collection_administrator(),
                actor: "Ada",
                command_id: &CommandId::new(id),
                instant: &"2026-07-01T09:00:00Z".parse().unwrap(),
                today: Date::parse(today).unwrap(),
                command,
            };
            let booked = preparation.prepare().unwrap();
            let (record, line) = preparation.entry(&booked).unwrap();
            self.ledger.append(&line, self.ledger.check(&line).unwrap()).unwrap();
            assert_eq!(self.ledger.account, booked.account_after);
            self.lines.push(line);
            record
        }
    }

    #[test]
    fn chg_10_what_is_previewed_is_what_is_recorded_and_proven() {
        let mut journal = Journal::open(&["a", "b"]);
        journal.book(
            "2026-07-01",
            &["a", "b"],
            catalogue::read::SHIPPED,
            &Command::StartTrial {},
        );
        // In the trial, a third person gets an entry on Default, so their row matters.
        let buy = Command::Buy {
            plan: PlanKey::Team,
            length: BillingInterval::Monthly,
            licenses: 10,
            keep: None,
        };
        let bought = journal.book("2026-07-10", &["a", "b", "c"], catalogue::read::SHIPPED, &buy);
        assert_eq!(bought.people_changed.unwrap(), people(&["c"]));
        // A fourth person does not affect an adjustment, nor the two renewals before it.
        let adjust = Command::Adjust {
            plan: None,
            length: None,
            licenses: Some(20),
            drop_scheduled: None,
        };
        let adjusted = journal.book("2026-09-20", &["a", "b", "c", "d"], catalogue::read::SHIPPED, &adjust);
        assert_eq!((adjusted.people, adjusted.events.len()), (None, 3));
        // The fourth person gets a license. Without their row they would be unknown.
        let who = vec![PersonId::new("d").unwrap()];
        let role = Command::SetRole {
            people: who.into(),
            role: Assigned::Own(Role::Product),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let given = journal.book("2026-09-21", &["a", "b", "c", "d"], catalogue::read::SHIPPED, &role);
        assert_eq!((given.people, given.people_changed.unwrap()), (None, people(&["d"])));
        // A new catalog is recorded with the first booking that uses it.
        let dearer = catalogue::read::SHIPPED.replace("\"16.00\"", "\"17.00\"");
        let adjust = Command::Adjust {
            plan: None,
            length: None,
            licenses: Some(30),
            drop_scheduled: None,
        };
        assert!(journal.book("2026-09-22", &["a"], &dearer, &adjust).catalogue.is_some());
        assert!(
            journal
                .book("2026-09-23", &["a"], &dearer, &Command::Cancel { reason: None })
                .catalogue
                .is_none()
        );
        let proof = verify(journal.lines.iter().map(String::as_str)).unwrap();
        assert_eq!(proof.bookings, 6);
    }

    #[test]
    fn lic_1_only_the_rows_that_a_booking_depends_on_are_recorded() {
        let ids: Vec<String> = (0..2_000).map(|number| format!("p{number}")).collect();
        let mut rows: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut journal = Journal::open(&rows);
        let buy = Command::Buy {
            plan: PlanKey::Ultimate,
            length: BillingInterval::Monthly,
            licenses: 3_000,
            keep: None,
        };
        let bought = journal.book("2026-07-01", &rows, catalogue::read::SHIPPED, &buy);
        assert!(!bought.brings_people());
        // Two new people, and one who has left. No command names them.
        rows.extend(["new", "newer"]);
        rows.remove(7);
        let give = |who: &str, role| Command::SetRole {
            people: vec![PersonId::new(who).unwrap()].into(),
            role: Assigned::Own(role),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let given = journal.book("2026-07-02", &rows, catalogue::read::SHIPPED, &give("new", Role::Team));
        assert_eq!(given.people_changed.unwrap(), people(&["new"]));
        assert_eq!((given.people, given.people_left), (None, None));
        let again = journal.book(
            "2026-07-03",
            &rows,
            catalogue::read::SHIPPED,
            &give("new", Role::Budget),
        );
        assert!(!again.brings_people(), "the row is known by now");
        // Every row may matter, but only the few that changed are recorded.
        let unlicensed = Command::SetRole {
            people: crate::seats::selector::Selection {
                on: Assigned::Own(Role::None),
                except: Vec::new(),
            }
            .into(),
            role: Assigned::Default,
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let all = journal.book("2026-07-04", &rows, catalogue::read::SHIPPED, &unlicensed);
        assert_eq!(all.people_changed.unwrap(), people(&["newer"]));
        // A person who has left is not freed by this command (LIC 9), so their leaving must be recorded.
        let free = Command::FreeInactive { days: 2, keep: None };
        let freed = journal.book("2026-07-05", &rows, catalogue::read::SHIPPED, &free);
        assert_eq!(freed.people_left.unwrap(), [PersonId::new("p7").unwrap()]);
        let lines = || journal.lines.iter().map(String::as_str);
        assert!(lines().skip(1).all(|line| line.len() < 100_000));
        assert_eq!(verify(lines()).unwrap().bookings, 5);
        let tampered = journal.lines.iter().map(|line| {
            line.replace(
                "\"people_changed\":[{\"id\":\"new\"",
                "\"people_changed\":[{\"id\":\"old\"",
            )
        });
        let tampered: Vec<String> = tampered.collect();
        assert!(verify(tampered.iter().map(String::as_str)).is_err());
    }
}
