//! A command on its way into the journal: decided on the newest book, and written as the record that
//! [`verify`](super::verify::verify) can prove.

use super::access::Viewer;
use super::account::Account;
use super::catalogue::Catalogue;
use super::command::Command;
use super::date::Date;
use super::decide::{Situation, catch_up, decide, parted};
use super::event::Event;
use super::named_user::{Directory, Person};
use super::record::{Book, Record, line_of};
use super::refusal::Refusal;
use serde_json::Value;

/// Everything that a booking is made of.
#[derive(Clone, Copy, Debug)]
pub struct Booking<'a> {
    /// The journal read so far.
    pub book: &'a Book,
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The same as it is written.
    pub catalogue_value: &'a Value,
    /// The directory now.
    pub people: &'a Directory,
    /// Who commands.
    pub viewer: &'a Viewer,
    /// Who commands, by name.
    pub actor: &'a str,
    /// The command's own id: a retry keeps it, so that nothing is booked twice.
    pub command_id: &'a str,
    /// Now, ISO 8601 in UTC.
    pub instant: &'a str,
    /// The day, in UTC (SUB 7).
    pub today: Date,
    /// What is asked for.
    pub command: &'a Command,
}

/// What a booking comes to; nothing is written yet (CHG 10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    /// What was due before the command, each on its own day (SUB 2).
    pub due: Vec<Event>,
    /// The command's own events.
    pub events: Vec<Event>,
    /// The account with all of it folded in.
    pub account_after: Account,
}

impl Booking<'_> {
    /// Decides the command with everything that is due before it.
    ///
    /// # Errors
    /// The refusal, by the first rule that refuses.
    pub fn decide(&self) -> Result<Booked, Refusal> {
        self.decide_with(self.people)
    }

    /// The next record of the journal and its line, for what [`decide`](Self::decide) came to.
    pub fn record(&self, booked: &Booked) -> (Record, String) {
        let record = Record {
            position: self.book.next_position(),
            previous_sha256: self.book.last_sha256().to_owned(),
            command_id: self.command_id.to_owned(),
            instant: self.instant.to_owned(),
            today: self.today,
            actor: self.actor.to_owned(),
            viewer: self.viewer.clone(),
            command: self.command.clone(),
            events: booked.due.iter().chain(&booked.events).cloned().collect(),
            people: self.people_to_record(booked),
            catalogue: self.book.catalogue_to_record(self.catalogue_value),
        };
        let line = line_of(&record);
        (record, line)
    }

    fn decide_with(&self, people: &Directory) -> Result<Booked, Refusal> {
        let Self {
            catalogue,
            viewer,
            today,
            ..
        } = *self;
        let mut account = self.book.account.clone();
        let mut due = catch_up(&mut account, catalogue, people, today);
        if let Some(split) = parted(&account, &self.book.people, people, today) {
            account.apply(&split);
            due.push(split);
        }
        let events = decide(
            Situation {
                catalogue,
                account: &account,
                people,
                viewer,
                today,
            },
            self.command,
        )?;
        events.iter().for_each(|event| account.apply(event));
        Ok(Booked {
            due,
            events,
            account_after: account,
        })
    }

    /// The directory, where the one recorded last would not have led to the same booking.
    fn people_to_record(&self, booked: &Booked) -> Option<Vec<Person>> {
        let recorded = &self.book.people;
        if recorded == self.people {
            return None;
        }
        let differs = |outcome: Result<Booked, Refusal>| {
            !outcome.is_ok_and(|other| other.due == booked.due && other.events == booked.events)
        };
        differs(self.decide_with(recorded)).then(|| self.people.people().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::super::activation::SubscriptionId;
    use super::super::catalogue;
    use super::super::named_user::PersonId;
    use super::super::plan::{Deployment, PlanKey};
    use super::super::record::opening;
    use super::super::role::{Assigned, Role};
    use super::super::term::Length;
    use super::super::verify::verify;
    use super::*;

    fn people(ids: &[&str]) -> Vec<Person> {
        let person = |id: &&str| Person {
            id: PersonId::new(id).unwrap(),
            name: (*id).to_owned(),
            email: None,
            last_access: None,
        };
        ids.iter().map(person).collect()
    }

    /// A journal that books commands, each with the directory and the catalogue of its day.
    struct Journal {
        lines: Vec<String>,
        book: Book,
    }

    impl Journal {
        fn open(rows: &[&str]) -> Self {
            let value = serde_json::from_str(catalogue::SHIPPED).unwrap();
            let first = opening(
                "2026-07-01T09:00:00Z".into(),
                Deployment::Services,
                SubscriptionId::SAMPLE,
                value,
                people(rows),
            );
            let line = line_of(&first);
            Self {
                book: Book::open(&line).unwrap(),
                lines: vec![line],
            }
        }

        fn book(&mut self, today: &str, rows: &[&str], catalogue: &str, command: &Command) -> Record {
            let value: Value = serde_json::from_str(catalogue).unwrap();
            let id = format!("c{}", self.lines.len());
            let booking = Booking {
                book: &self.book,
                catalogue: &Catalogue::from_json(catalogue).unwrap(),
                catalogue_value: &value,
                people: &Directory::new(people(rows)),
                viewer: &Viewer::collection_administrator(),
                actor: "Ada",
                command_id: &id,
                instant: "2026-07-01T09:00:00Z",
                today: Date::parse(today).unwrap(),
                command,
            };
            let booked = booking.decide().unwrap();
            let (record, line) = booking.record(&booked);
            self.book.append(&line, self.book.check(&line).unwrap()).unwrap();
            assert_eq!(self.book.account, booked.account_after);
            self.lines.push(line);
            record
        }
    }

    #[test]
    fn chg_10_what_is_previewed_is_what_is_recorded_and_proven() {
        let mut journal = Journal::open(&["a", "b"]);
        journal.book("2026-07-01", &["a", "b"], catalogue::SHIPPED, &Command::StartTrial {});
        // A third person in the trial stays on Default by name: the directory matters.
        let buy = Command::Buy {
            plan: PlanKey::Team,
            length: Length::Monthly,
            licences: 10,
            keep: None,
        };
        let bought = journal.book("2026-07-10", &["a", "b", "c"], catalogue::SHIPPED, &buy);
        assert_eq!(bought.people.unwrap().len(), 3);
        // A fourth person changes nothing of an adjustment, with two renewals made up before it.
        let adjust = Command::Adjust {
            plan: None,
            length: None,
            licences: Some(20),
        };
        let adjusted = journal.book("2026-09-20", &["a", "b", "c", "d"], catalogue::SHIPPED, &adjust);
        assert_eq!((adjusted.people, adjusted.events.len()), (None, 3));
        // The fourth gets a licence: without the directory they would be unknown.
        let who = vec![PersonId::new("d").unwrap()];
        let role = Command::SetRole {
            people: who.into(),
            role: Assigned::Own(Role::Product),
            reason: None,
            licences: None,
        };
        assert_eq!(
            journal
                .book("2026-09-21", &["a", "b", "c", "d"], catalogue::SHIPPED, &role)
                .people
                .unwrap()
                .len(),
            4
        );
        // Another catalogue is recorded with the booking that it is first in force for.
        let dearer = catalogue::SHIPPED.replace("\"16.00\"", "\"17.00\"");
        let adjust = Command::Adjust {
            plan: None,
            length: None,
            licences: Some(30),
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
}
