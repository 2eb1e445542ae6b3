//! Open requests: people who asked for access and do not have it (ACC 5, ACC 6).

use crate::account::Account;
use crate::account::requests::Request;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::value::date::Date;

impl Account {
    /// All people who asked for access and do not have it, with their requests (ACC 5, ACC 6).
    pub fn open_requests<'a>(
        &'a self,
        people: &'a Directory,
        today: Date,
    ) -> impl Iterator<Item = (&'a PersonId, &'a Request)> {
        let usable = self.status(today).is_usable();
        let met = move |id: &PersonId| usable && self.assignments.role(id, people).uses_license();
        self.requests.open().filter(move |(id, _)| !met(id))
    }

    /// Whether a person asked for access and does not have it.
    pub fn has_open_request(&self, id: &PersonId, people: &Directory, today: Date) -> bool {
        self.asked_by(id, people, today).is_some()
    }

    /// The row with which a person asked for access that they do not have. That row may have left the directory
    /// (LIC 2).
    pub fn asked_by<'a>(&self, id: &'a PersonId, people: &'a Directory, today: Date) -> Option<&'a PersonId> {
        let met = || self.status(today).is_usable() && self.assignments.role(id, people).uses_license();
        let mut rows = people.rows_of(id).iter();
        rows.find(|row| self.requests.open_of(row).is_some()).filter(|_| !met())
    }
}
