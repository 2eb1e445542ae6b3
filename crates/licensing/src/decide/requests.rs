//! Asking for access, and the answer (ACC 5, ACC 6).

use crate::account::access::Door;
use crate::account::requests::LONGEST;
use crate::decide::context::Situation;
use crate::decide::people::check_known;
use crate::decide::roles::{Grant, set_roles};
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::Invalid;
use crate::seats::selector::Who;
use crate::value::role::Assigned;

/// Asks for access. Only somebody in the directory can be given it; who has it, or has asked already, has nothing to
/// ask for.
pub(crate) fn ask(situation: Situation<'_>, why: Option<String>) -> Result<Event, Refusal> {
    let Situation {
        account,
        people,
        viewer,
        today,
        ..
    } = situation;
    let person = viewer.id.as_ref().filter(|id| people.contains(id));
    let Some(person) = person else {
        return Err(Refusal::UnknownPerson {
            ids: viewer.id.iter().cloned().collect(),
        });
    };
    let inside = matches!(account.access(viewer, people, today).door, Door::Open(_));
    let mut rows = people.rows_of(person).iter();
    check_length("reason", why.as_deref())?;
    if inside || rows.any(|row| account.requests.open_of(row).is_some()) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::AccessRequested {
        on: today,
        person: person.clone(),
        why,
    })
}

/// A request that is granted.
pub(crate) struct Granted<'a> {
    pub person: &'a PersonId,
    pub role: Assigned,
    pub word: Option<String>,
    pub licences: Option<u32>,
}

/// Gives the person the role, with more licences where that is asked for, and tells them (LIC 5).
pub(crate) fn grant(situation: Situation<'_>, granted: Granted<'_>) -> Result<Vec<Event>, Refusal> {
    let Granted {
        person,
        role,
        word,
        licences,
    } = granted;
    check_length("word", word.as_deref())?;
    let asked_by = check_open(situation, person)?;
    // A role that opens no door would grant nothing.
    if !role.resolve(situation.account.roster.default_role()).uses_licence() {
        return Err(Refusal::NothingChanged);
    }
    let who = Who::These(vec![person.clone()]);
    let grant = Grant {
        changes: &[(&who, role)],
        reason: None,
        licences,
    };
    let mut events = set_roles(situation, &grant)?;
    events.push(answered(situation, asked_by, true, word));
    Ok(events)
}

/// Tells the person that they do not get access.
pub(crate) fn decline(situation: Situation<'_>, person: &PersonId, word: Option<String>) -> Result<Event, Refusal> {
    check_length("word", word.as_deref())?;
    let asked_by = check_open(situation, person)?;
    Ok(answered(situation, asked_by, false, word))
}

fn answered(situation: Situation<'_>, person: &PersonId, granted: bool, word: Option<String>) -> Event {
    Event::RequestAnswered {
        on: situation.today,
        person: person.clone(),
        granted,
        word,
    }
}

/// What is said has an end: it stands in the journal for good, and on the pages of others.
fn check_length(field: &'static str, said: Option<&str>) -> Result<(), Refusal> {
    match said {
        Some(said) if said.chars().count() > LONGEST => Err(Refusal::Invalid(Invalid::Wordy { field, most: LONGEST })),
        _ => Ok(()),
    }
}

/// There is something to answer: else somebody else has answered, or the person has come to access in another way.
fn check_open<'a>(situation: Situation<'a>, person: &'a PersonId) -> Result<&'a PersonId, Refusal> {
    let Situation {
        account, people, today, ..
    } = situation;
    if let Some(row) = account.asked_by(person, people, today) {
        return Ok(row);
    }
    check_known(situation, std::slice::from_ref(person))?;
    Err(Refusal::NothingChanged)
}
