//! People who wait for access, and the effect of an answer (ACC 5, ACC 6, LIC 5).

use crate::format::sort_by_text;
use crate::requests::said;
use crate::{Command, Day, Scene, words};
use licensing::PersonId;
use licensing::value::role::{Assigned, Role};

/// The number of requests on the card at first.
pub const FEW: usize = 5;
/// The highest number of requests on the card. The list contains all of them.
pub const MOST: usize = 20;

/// A person who waits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Waiting {
    /// The person's ID.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The email address or account.
    pub email: String,
    /// The day of the request.
    pub on: Day,
    /// The reason that the person gave.
    pub why: Option<String>,
}

/// The people who wait, longest first, at most `most` of them, and the number of all.
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

/// The open request of a person.
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

/// Why nobody can be given access now. `None` if it is possible (SUB 8).
pub fn closed(scene: &Scene<'_>) -> Option<String> {
    let id = scene.account.requests().open().next()?.0;
    let command = grant(id, Assigned::Default, "");
    scene.refusal(&command).map(|refusal| scene.why(&refusal))
}

/// A role to choose when answering a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChoice {
    /// The role, or Default.
    pub role: Assigned,
    /// Its label. Default includes the role that it resolves to.
    pub label: String,
    /// Whether it gives access. A role that does not would not answer the request (ROL 4).
    pub opens: bool,
}

/// The roles to choose from: Default, and each role that uses a license.
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

/// The preselected role: Default, unless it gives no access.
pub fn first_role(scene: &Scene<'_>) -> Assigned {
    let choices = role_choices(scene);
    let first = choices.into_iter().find(|choice| choice.opens);
    first.map_or(Assigned::Default, |choice| choice.role)
}

/// The command that approves a request.
pub fn grant(person: &PersonId, role: Assigned, word: &str) -> Command {
    Command::AnswerRequest {
        person: person.clone(),
        grant: true,
        role: Some(role),
        word: said(word),
        licenses: None,
    }
}

/// The command that declines a request.
pub fn decline(person: &PersonId, word: &str) -> Command {
    Command::AnswerRequest {
        person: person.clone(),
        grant: false,
        role: None,
        word: said(word),
        licenses: None,
    }
}

/// The number of licenses in use after an approval.
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

/// The message after the answer is booked.
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
