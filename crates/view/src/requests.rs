//! Asking for access, as who asks sees it (ACC 5–7), and what a viewer may be told of what others book (ACC 2, ACC 6).

use super::{Command, Date, Day, Event, PersonId, Refusal, Scene, words};
use licensing::account::requests::{Answer, Request};

pub use licensing::account::requests::LONGEST;

/// For so many days somebody is told that their request was granted.
pub const TOLD_DAYS: u32 = 14;

/// How somebody without access stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// They have not asked.
    NotYet,
    /// They have asked, and nobody has answered.
    Waiting {
        /// When.
        on: Day,
        /// What for, in their words.
        why: Option<String>,
    },
    /// They were told no, and may ask again.
    Declined {
        /// When.
        on: Day,
        /// The administrator's word for them.
        word: Option<String>,
    },
    /// They cannot ask: why.
    Refused(String),
}

/// How the viewer's request stands; none for who has nothing to ask for, and for collection administrators (ACC 7).
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

/// The command that asks; a reason of blanks is none.
pub fn request(why: &str) -> Command {
    Command::RequestAccess { why: said(why) }
}

/// A text as it is sent: without blanks around it, none where nothing is left.
pub fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// What is wrong with a reason or a word: too many letters.
pub fn too_long(text: &str) -> Option<String> {
    let letters = text.trim().chars().count();
    (letters > LONGEST).then(|| words::requests::too_long(LONGEST, letters))
}

/// That a request was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// When.
    pub on: Day,
    /// The administrator's word.
    pub word: Option<String>,
}

/// What the viewer, who is let in, is told of their request for some days.
pub fn granted(scene: &Scene<'_>) -> Option<Granted> {
    let answer = answer(scene)?;
    let told = answer.granted && scene.today < answer.on.plus_days(TOLD_DAYS);
    told.then(|| Granted {
        on: Day::new(scene, answer.on),
        word: answer.word.clone(),
    })
}

/// The viewer's rows in the directory: one person may have several (LIC 2).
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

/// What the viewer was told last.
fn answer<'a>(scene: &Scene<'a>) -> Option<&'a Answer> {
    let answers = rows(scene).iter();
    let answers = answers.filter_map(|row| scene.account.requests().answer_to(row));
    answers.max_by_key(|answer| answer.on)
}

/// The same where it was no, and they have not come to access and lost it since.
fn declined<'a>(scene: &Scene<'a>) -> Option<&'a Answer> {
    let since = |row: &PersonId| scene.account.assignments().entry(row).map(|entry| entry.since);
    let changed: Option<Date> = rows(scene).iter().filter_map(since).max();
    answer(scene).filter(|answer| !answer.granted && changed.is_none_or(|since| since <= answer.on))
}

/// Whether what was booked is news: that nothing has changed is none.
pub fn is_worth_telling(events: &[Event]) -> bool {
    let last = events.last();
    last.is_some_and(|event| !matches!(event, Event::Confirmed { .. } | Event::OrderRecorded { .. }))
}

/// What others have booked, as far as the viewer may know of it: all for collection administrators, people for who
/// manages users, nothing for anybody else (ACC 2, ACC 4, ACC 6).
pub fn news(scene: &Scene<'_>, events: &[Event]) -> Option<String> {
    let access = scene.access();
    let may_know = |event: &&Event| access.subscription || (access.users && event.is_about_people());
    events
        .last()
        .filter(|_| is_worth_telling(events))
        .filter(may_know)
        .map(|event| words::event(scene, event))
}

/// Whether somebody has answered the viewer just now, and how.
pub fn answered(scene: &Scene<'_>, events: &[Event]) -> Option<bool> {
    events.iter().find_map(|event| match event {
        Event::RequestAnswered { person, granted, .. } if rows(scene).contains(person) => Some(*granted),
        _ => None,
    })
}
