//! Who waits for access, and what an answer comes to (ACC 5, ACC 6, LIC 5).

use crate::format::sort_by_text;
use crate::requests::said;
use crate::{Command, Day, Scene, words};
use licensing::PersonId;
use licensing::value::role::{Assigned, Role};

/// So many requests stand in the card at first.
pub const FEW: usize = 5;
/// So many stand in it at most; the list has all of them.
pub const MOST: usize = 20;

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Waiting {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// E-mail or account.
    pub email: String,
    /// The day on which they asked.
    pub on: Day,
    /// What for, in their words.
    pub why: Option<String>,
}

/// Everybody who waits, the longest first, at most `most` of them, and how many there are.
pub fn waiting(scene: &Scene<'_>, most: usize) -> (Vec<Waiting>, usize) {
    let open: Vec<_> = scene.account.open_requests(scene.people, scene.today).collect();
    let count = open.len();
    let named = open
        .into_iter()
        .map(|(id, request)| (scene.person_name(id), id, request.on));
    let mut open: Vec<_> = named.collect();
    sort_by_text(scene.format, &mut open, |(name, ..)| name);
    open.sort_by_key(|(_, _, on)| *on);
    let shown = open.into_iter().take(most);
    let shown = shown.filter_map(|(_, id, _)| waiting_for(scene, id)).collect();
    (shown, count)
}

/// The request of one person, where they wait.
pub fn waiting_for(scene: &Scene<'_>, id: &PersonId) -> Option<Waiting> {
    let row = scene.account.asked_by(id, scene.people, scene.today)?;
    let request = scene.account.requests().open_of(row)?;
    let email = scene.known(id).map(|person| person.address().to_owned());
    Some(Waiting {
        id: id.clone(),
        name: scene.person_name(id),
        email: email.unwrap_or_default(),
        on: Day::new(scene, request.on),
        why: request.why.clone(),
    })
}

/// Why nobody can be given access now, whoever it is; none where it goes (SUB 8).
pub fn closed(scene: &Scene<'_>) -> Option<String> {
    let id = scene.account.requests().open().next()?.0;
    let command = grant(id, Assigned::Default, "");
    scene.refusal(&command).map(|refusal| scene.why(&refusal))
}

/// A role that can be given with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChoice {
    /// What is given.
    pub role: Assigned,
    /// In words; Default with what it resolves to.
    pub label: String,
    /// Whether it gives access: else it would answer nothing (ROL 4).
    pub opens: bool,
}

/// The roles that can be given: Default, and each that uses a license.
pub fn role_choices(scene: &Scene<'_>) -> Vec<RoleChoice> {
    let default = scene.account.assignments().default_role();
    let own = Role::ALL.into_iter().filter(|role| role.uses_license());
    let all = std::iter::once(Assigned::Default).chain(own.map(Assigned::Own));
    all.map(|role| RoleChoice {
        role,
        label: words::people::role(Some(role), role.resolve(default)),
        opens: role.resolve(default).uses_license(),
    })
    .collect()
}

/// The role that is chosen beforehand: Default, unless it gives no access.
pub fn first_role(scene: &Scene<'_>) -> Assigned {
    let choices = role_choices(scene);
    let first = choices.into_iter().find(|choice| choice.opens);
    first.map_or(Assigned::Default, |choice| choice.role)
}

/// The command that gives access.
pub fn grant(person: &PersonId, role: Assigned, word: &str) -> Command {
    Command::AnswerRequest {
        person: person.clone(),
        grant: true,
        role: Some(role),
        word: said(word),
        licenses: None,
    }
}

/// The command that declines.
pub fn decline(person: &PersonId, word: &str) -> Command {
    Command::AnswerRequest {
        person: person.clone(),
        grant: false,
        role: None,
        word: said(word),
        licenses: None,
    }
}

/// What giving access comes to: who is in use afterwards.
pub fn comes_to(scene: &Scene<'_>, command: &Command) -> Option<String> {
    let (_, after) = scene.execute(command).ok()?;
    let in_use = after.licenses_in_use(scene.people);
    Some(match after.licenses() {
        Some(licenses) => {
            let [in_use, licenses] = [in_use, licenses.get()].map(|it| scene.format.number(it));
            words::requests::then_in_use(&in_use, &licenses)
        }
        None => words::requests::NO_LIMIT.to_owned(),
    })
}

/// What is told once it is booked.
pub fn answered(scene: &Scene<'_>, command: &Command) -> String {
    let Command::AnswerRequest {
        person,
        grant: granted,
        role,
        licenses,
        ..
    } = command
    else {
        return String::new();
    };
    let name = scene.person_name(person);
    if !granted {
        return words::requests::told_declined(&name);
    }
    let role = role.unwrap_or(Assigned::Default);
    let role = words::people::role(Some(role), role.resolve(scene.account.assignments().default_role()));
    let licenses = licenses.map(|licenses| scene.format.number(licenses));
    words::requests::told_granted(&name, &role, licenses.as_deref())
}
