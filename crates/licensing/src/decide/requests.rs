//! Asking for access, and the answer (ACC 5, ACC 6).

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

/// Asks for access. Only somebody in the directory can be given it; who has it, or has asked already, has nothing to
/// ask for.
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

/// A request that is granted.
pub(crate) struct Granted<'a> {
    pub person: &'a PersonId,
    pub role: Assigned,
    pub word: Option<String>,
    pub licenses: Option<u32>,
}

/// Gives the person the role, with more licenses where that is asked for, and tells them (LIC 5).
pub(crate) fn grant(context: DecisionContext<'_>, granted: Granted<'_>) -> Result<Vec<Event>, Refusal> {
    let Granted {
        person,
        role,
        word,
        licenses,
    } = granted;
    check_length(TextField::AnswerWord, word.as_deref())?;
    let asked_by = check_open(context, person)?;
    // A role that opens no door would grant nothing.
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

/// Tells the person that they do not get access.
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

/// What is said has an end: it stands in the journal for good, and on the pages of others.
fn check_length(field: TextField, said: Option<&str>) -> Result<(), Refusal> {
    match said {
        Some(said) if said.chars().count() > LONGEST => {
            Err(Refusal::Field(FieldError::TooLong { field, most: LONGEST }))
        }
        _ => Ok(()),
    }
}

/// There is something to answer: else somebody else has answered, or the person has come to access in another way.
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
