//! Requests for access, and their answers (ACC 5, ACC 6).

use crate::directory::person::PersonId;
use crate::value::date::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The maximum length of a reason or a message, in characters.
pub const LONGEST: usize = 500;

/// A request without an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Request {
    /// The day of the request.
    pub on: Date,
    /// The reason, in the person's words.
    pub why: Option<String>,
}

/// The last answer to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The day of the request.
    pub on: Date,
    /// Whether the request was granted.
    pub granted: bool,
    /// A message for the person.
    pub word: Option<String>,
}

/// The open requests and the last answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    open: BTreeMap<PersonId, Request>,
    answered: BTreeMap<PersonId, Answer>,
}

impl Requests {
    /// The open requests by ID. They include requests of people who got access through another row.
    /// [`Account::open_requests`](crate::account::Account::open_requests) excludes these.
    pub fn open(&self) -> impl Iterator<Item = (&PersonId, &Request)> {
        self.open.iter()
    }

    /// The open request of a row.
    pub fn open_of(&self, id: &PersonId) -> Option<&Request> {
        self.open.get(id)
    }

    /// The last answers by ID.
    pub fn answered(&self) -> impl Iterator<Item = (&PersonId, &Answer)> {
        self.answered.iter()
    }

    /// The last answer to a person.
    pub fn answer_to(&self, id: &PersonId) -> Option<&Answer> {
        self.answered.get(id)
    }

    /// Whether there are no requests and no answers.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.answered.is_empty()
    }

    pub(crate) fn ask(&mut self, id: &PersonId, request: Request) {
        self.open.insert(id.clone(), request);
    }

    pub(crate) fn answer(&mut self, id: &PersonId, answer: Answer) {
        self.open.remove(id);
        self.answered.insert(id.clone(), answer);
    }

    /// Drops the requests of people who now have access.
    pub(crate) fn drop_fulfilled(&mut self, has_access: impl Fn(&PersonId) -> bool) {
        self.open.retain(|id, _| !has_access(id));
    }
}
