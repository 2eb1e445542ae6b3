//! Access requests from the view of the person who asks (ACC 5–7), and what a viewer may learn about the bookings of
//! others (ACC 2, ACC 6).

use super::{Command, Date, Day, Event, PersonId, Refusal, Scene, words};
use licensing::account::requests::{Answer, Request};

pub use licensing::account::requests::LONGEST;

/// The number of days for which people see that their request was approved.
pub const TOLD_DAYS: u32 = 14;

/// The request status of a person without access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// There is no request yet.
    NotYet,
    /// The request has no answer yet.
    Waiting {
        /// The day of the request.
        on: Day,
        /// The reason that the person gave.
        why: Option<String>,
    },
    /// The request was declined. The person can ask again.
    Declined {
        /// The day of the answer.
        on: Day,
        /// The administrator's message.
        word: Option<String>,
    },
    /// The person cannot ask, with the reason.
    Refused(String),
}

/// The viewer's request status. `None` if there is nothing to ask for, and for collection administrators (ACC 7).
pub fn asking(scene: &Scene<'_>) -> Option<Asking> {
    if !scene.access().may_ask {
        return None;
    }
    let decided = scene.decide(&request(""));
    Some(match (decided, open_request(scene), declined(scene)) {
        (Err(Refusal::NothingChanged), Some(open), _) => Asking::Waiting {
            on: Day::new(scene, open.on),
            why: open.why.clone(),
        },
        (Err(refusal), ..) => Asking::Refused(words::requests::refused(scene, &refusal)),
        (Ok(_), _, Some(answer)) => Asking::Declined {
            on: Day::new(scene, answer.on),
            word: answer.word.clone(),
        },
        (Ok(_), ..) => Asking::NotYet,
    })
}

/// The command that requests access. A reason that consists of whitespace is omitted.
pub fn request(why: &str) -> Command {
    Command::RequestAccess { why: said(why) }
}

/// A text without leading and trailing whitespace. `None` if nothing is left.
pub fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The error if a reason or a message has too many characters.
pub fn too_long(text: &str) -> Option<String> {
    let letters = text.trim().chars().count();
    (letters > LONGEST).then(|| words::requests::too_long(LONGEST, letters))
}

/// An approved request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The day of the answer.
    pub on: Day,
    /// The administrator's message.
    pub word: Option<String>,
}

/// The approval that the viewer, who now has access, sees for some days.
pub fn granted(scene: &Scene<'_>) -> Option<Granted> {
    let answer = answer(scene)?;
    let told = answer.granted && scene.today < answer.on.plus_days(TOLD_DAYS);
    told.then(|| Granted {
        on: Day::new(scene, answer.on),
        word: answer.word.clone(),
    })
}

/// The viewer's rows in the directory. A person may have several (LIC 2).
fn rows<'a>(scene: &Scene<'a>) -> &'a [PersonId] {
    let Some(id) = scene.viewer.id.as_ref() else {
        return &[];
    };
    let rows = scene.people.doubles().get(scene.people.counted_as(id));
    rows.map_or(std::slice::from_ref(id), Vec::as_slice)
}

fn open_request<'a>(scene: &Scene<'a>) -> Option<&'a Request> {
    rows(scene).iter().find_map(|row| scene.account.requests().open_of(row))
}

/// The latest answer to the viewer.
fn answer<'a>(scene: &Scene<'a>) -> Option<&'a Answer> {
    let answers = rows(scene).iter();
    let answers = answers.filter_map(|row| scene.account.requests().answer_to(row));
    answers.max_by_key(|answer| answer.on)
}

/// The latest answer to the viewer, if it declined the request and the viewer has not gained and lost access since.
fn declined<'a>(scene: &Scene<'a>) -> Option<&'a Answer> {
    let since = |row: &PersonId| scene.account.assignments().entry(row).map(|entry| entry.since);
    let changed: Option<Date> = rows(scene).iter().filter_map(since).max();
    answer(scene).filter(|answer| !answer.granted && changed.is_none_or(|since| since <= answer.on))
}

/// Whether events are news for others. A confirmation without changes is not.
pub fn is_worth_telling(events: &[Event]) -> bool {
    let last = events.last();
    last.is_some_and(|event| !matches!(event, Event::Confirmed { .. } | Event::OrderRecorded { .. }))
}

/// What others have booked, as far as the viewer may know it. Collection administrators may know everything, people who
/// manage users only events about people, and anyone else nothing (ACC 2, ACC 4, ACC 6).
pub fn news(scene: &Scene<'_>, events: &[Event]) -> Option<String> {
    let access = scene.access();
    let may_know = |event: &&Event| access.subscription || (access.users && event.is_about_people());
    events
        .last()
        .filter(|_| is_worth_telling(events))
        .filter(may_know)
        .map(|event| words::event(scene, event))
}

/// Whether events include an answer to the viewer's request, and whether it was approved.
pub fn answered(scene: &Scene<'_>, events: &[Event]) -> Option<bool> {
    events.iter().find_map(|event| match event {
        Event::RequestAnswered { person, granted, .. } if rows(scene).contains(person) => Some(*granted),
        _ => None,
    })
}
