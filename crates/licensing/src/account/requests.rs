//! Who has asked for access, and what they were told (ACC 5, ACC 6).

use crate::directory::person::PersonId;
use crate::value::date::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many characters a reason, or a word with an answer, may have.
pub const LONGEST: usize = 500;

/// A request that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Request {
    /// The day of it.
    pub on: Date,
    /// What for, in the person's words.
    pub why: Option<String>,
}

/// What somebody was told last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The day of it.
    pub on: Date,
    /// Whether they got access.
    pub granted: bool,
    /// A word for them.
    pub word: Option<String>,
}

/// The open requests, and the last answer to everybody who was given one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requests {
    open: BTreeMap<PersonId, Request>,
    answered: BTreeMap<PersonId, Answer>,
}

impl Requests {
    /// The open requests by id, of people who have come to access by another row as well;
    /// [`Account::open_requests`](crate::account::Account::open_requests) leaves those out.
    pub fn open(&self) -> impl Iterator<Item = (&PersonId, &Request)> {
        self.open.iter()
    }

    /// The request that a row has open.
    pub fn open_of(&self, id: &PersonId) -> Option<&Request> {
        self.open.get(id)
    }

    /// The last answers, by id.
    pub fn answered(&self) -> impl Iterator<Item = (&PersonId, &Answer)> {
        self.answered.iter()
    }

    /// What somebody was told last.
    pub fn answer_to(&self, id: &PersonId) -> Option<&Answer> {
        self.answered.get(id)
    }

    /// Whether nobody has ever asked.
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

    /// Drops the requests of those who have access by now.
    pub(crate) fn drop_met(&mut self, has_access: impl Fn(&PersonId) -> bool) {
        self.open.retain(|id, _| !has_access(id));
    }
}
