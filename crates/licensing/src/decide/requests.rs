//! Requests for access and their answers (ACC 5, ACC 6).

use crate::account::access::ProductAccess;
use crate::account::requests::LONGEST;
use crate::decide::context::DecisionContext;
use crate::decide::people::check_known;
use crate::decide::roles::{Grant, set_roles};
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::{FieldError, TextField};
use crate::seats::selector::PeopleSelector;
use crate::value::role::Assigned;

/// Asks for access. Refused for people who are not in the directory, already have access, or have already asked.
pub(crate) fn ask(context: DecisionContext<'_>, why: Option<String>) -> Result<Event, Refusal> {
    let DecisionContext {
        account,
        people,
        viewer,
        today,
        ..
    } = context;
    let person = viewer.id.as_ref().filter(|id| people.contains(id));
    let Some(person) = person else {
        return Err(Refusal::UnknownPerson {
            ids: viewer.id.iter().cloned().collect(),
        });
    };
    let inside = matches!(account.access(viewer, people, today).product, ProductAccess::Open(_));
    let mut rows = people.rows_of(person).iter();
    check_length(TextField::RequestReason, why.as_deref())?;
    if inside || rows.any(|row| account.requests().open_of(row).is_some()) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::AccessRequested {
        on: today,
        person: person.clone(),
        why,
    })
}

/// A granted request.
pub(crate) struct Granted<'a> {
    pub person: &'a PersonId,
    pub role: Assigned,
    pub word: Option<String>,
    pub licenses: Option<u32>,
}

/// Assigns the role to the person, optionally raises the licenses, and answers the request (LIC 5).
pub(crate) fn grant(context: DecisionContext<'_>, granted: Granted<'_>) -> Result<Vec<Event>, Refusal> {
    let Granted {
        person,
        role,
        word,
        licenses,
    } = granted;
    check_length(TextField::AnswerWord, word.as_deref())?;
    let asked_by = check_open(context, person)?;
    // A role without access would grant nothing.
    if !role
        .resolve(context.account.assignments().default_role())
        .uses_license()
    {
        return Err(Refusal::NothingChanged);
    }
    let who = PeopleSelector::These(vec![person.clone()]);
    let grant = Grant {
        changes: &[(&who, role)],
        reason: None,
        licenses,
    };
    let mut events = set_roles(context, &grant)?;
    events.push(answered(context, asked_by, true, word));
    Ok(events)
}

/// Answers that the person does not get access.
pub(crate) fn decline(context: DecisionContext<'_>, person: &PersonId, word: Option<String>) -> Result<Event, Refusal> {
    check_length(TextField::AnswerWord, word.as_deref())?;
    let asked_by = check_open(context, person)?;
    Ok(answered(context, asked_by, false, word))
}

fn answered(context: DecisionContext<'_>, person: &PersonId, granted: bool, word: Option<String>) -> Event {
    Event::RequestAnswered {
        on: context.today,
        person: person.clone(),
        granted,
        word,
    }
}

/// Limits the length of a text that stays in the journal and is shown to others.
fn check_length(field: TextField, said: Option<&str>) -> Result<(), Refusal> {
    match said {
        Some(said) if said.chars().count() > LONGEST => {
            Err(Refusal::Field(FieldError::TooLong { field, most: LONGEST }))
        }
        _ => Ok(()),
    }
}

/// Checks that the request is still open. Somebody else may have answered it, or the person may have got access in
/// another way.
fn check_open<'a>(context: DecisionContext<'a>, person: &'a PersonId) -> Result<&'a PersonId, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    if let Some(row) = account.asked_by(person, people, today) {
        return Ok(row);
    }
    check_known(context, std::slice::from_ref(person))?;
    Err(Refusal::NothingChanged)
}
