//! Words of asking for access and of the answer, and of the settings of User Management. What the asking person reads
//! says nothing of the product: on Services it must not (ACC 6).

use crate::people::Count;
use licensing::refusal::Refusal;

/// The button of who has no access, and the dialog's title.
pub const ASK: &str = "Ask for access";
/// The same after a request that was declined.
pub const ASK_AGAIN: &str = "Ask again";
/// What happens with a request.
pub const ASK_MEANS: &str =
    "A project collection administrator gets your request, and decides. The answer appears on this page.";
/// What somebody asks for access for.
pub const WHY: &str = "Why do you need access? (optional)";
/// Who reads it.
pub const WHY_HINT: &str = "Whoever decides reads it";
/// Sends the request.
pub const SEND: &str = "Send request";
/// Sends nothing.
pub const NOT_NOW: &str = "Not now";
/// Told after sending.
pub const SENT: &str = "Your request is sent. The answer will appear here.";
/// Where nobody is named.
pub const SOMEBODY_ANSWERS: &str = "A project collection administrator will answer. The answer appears on this page.";
/// Who is not in the directory.
pub const NOT_IN_DIRECTORY: &str = "You are not in the directory yet, so nobody can give you access. Ask a project collection administrator to add you.";
/// Nobody can tell who asks.
pub const NOBODY: &str =
    "It cannot be told who you are, so nobody can give you access. Ask a project collection administrator.";
/// There is nothing to ask for.
pub const ASKED_ALREADY: &str = "You have asked already, or have access by now. Load this page again to see it.";

/// Told to who has asked, where their page stands open.
pub fn told_yourself(granted: bool) -> &'static str {
    if granted {
        "Your request was granted: you have access now"
    } else {
        "Your request was declined"
    }
}

/// The door of somebody who waits.
pub fn asked_on(day: &str) -> String {
    format!("You asked for access on {day}")
}

/// The door of somebody who was told no.
pub fn declined_on(day: &str) -> String {
    format!("Your request was declined on {day}")
}

/// On Time, for some days.
pub fn granted_on(day: &str) -> String {
    format!("Your request for access was granted on {day}")
}

/// Whom to expect an answer from.
pub fn who_answers(names: &[String]) -> String {
    match names {
        [] => SOMEBODY_ANSWERS.to_owned(),
        [one] => format!("{one} will answer. The answer appears on this page."),
        [all @ .., last] => format!(
            "{} or {last} will answer. The answer appears on this page.",
            all.join(", ")
        ),
    }
}

/// Somebody's own words.
pub fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// Too many letters.
pub fn too_long(longest: usize, letters: usize) -> String {
    format!("Write {longest} characters or fewer; these are {letters}")
}

/// Why somebody cannot ask.
pub fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownPerson { ids } if ids.is_empty() => NOBODY.to_owned(),
        Refusal::UnknownPerson { .. } => NOT_IN_DIRECTORY.to_owned(),
        Refusal::NothingChanged => ASKED_ALREADY.to_owned(),
        other => other.message(),
    }
}

/// The card of User Management.
pub const TITLE: &str = "Waiting requests";
/// Opens the rest of the card.
pub const SHOW_OTHERS: &str = "Show the others";
/// Says yes.
pub const GIVE: &str = "Give access";
/// Says no.
pub const DECLINE: &str = "Decline";
/// Confirms the no.
pub const CONFIRM_DECLINE: &str = "Decline request";
/// Leaves the request as it is.
pub const KEEP: &str = "Answer later";
/// A word that goes with the answer.
pub const WORD: &str = "A word for them (optional)";
/// Where it is read.
pub const WORD_HINT: &str = "They read it together with your answer";
/// What declining means.
pub const DECLINE_MEANS: &str = "They stay without access, are told so, and may ask again.";
/// The role to give.
pub const ROLE: &str = "Role";
/// In a trial.
pub const NO_LIMIT: &str = "No licence is used up: the trial has no limit.";
/// All licenses of Free are taken.
pub const FREE_IS_FULL: &str = "Free has no more licences. Free one, or buy a plan.";
/// Where the plan ends.
pub const SEE_PLANS: &str = "See plans";
/// A part of the panel.
pub const REQUEST: &str = "Request for access";
/// A role that gives no access.
pub const NO_ACCESS: &str = "gives no access now";

/// The first line of the card.
pub fn count(count: usize, number: &str) -> String {
    if count == 1 {
        "1 person asks for access".to_owned()
    } else {
        format!("{number} people ask for access; who has waited longest comes first")
    }
}

/// To the list.
pub fn see_all(number: &str) -> String {
    format!("See all {number} in the list")
}

/// When somebody asked.
pub fn on(day: &str) -> String {
    format!("Asked on {day}")
}

/// The name of a button.
pub fn give_to(name: &str) -> String {
    format!("Give access to {name}")
}

/// The name of a button.
pub fn decline_of(name: &str) -> String {
    format!("Decline request of {name}")
}

/// The title of a dialog.
pub fn decline_title(name: &str) -> String {
    format!("Decline the request of {name}")
}

/// What giving access comes to.
pub fn then_in_use(in_use: &str, licenses: &str) -> String {
    format!("{in_use} of {licenses} licences are in use then.")
}

/// Confirms both.
pub fn raise_and_give(licenses: &str) -> String {
    format!("Raise to {licenses} licences and give access")
}

/// Who may raise the licenses.
pub fn who_raises(names: &[String]) -> String {
    let who = "Only project collection administrators raise the number of licences";
    if names.is_empty() {
        format!("{who}.")
    } else {
        format!("{who}: {}.", names.join(", "))
    }
}

/// Told after booking.
pub fn told_granted(name: &str, role: &str, licenses: Option<&str>) -> String {
    match licenses {
        None => format!("{name} has access now, with the role {role}."),
        Some(licenses) => {
            format!("{name} has access now, with the role {role}. The subscription has {licenses} licences.")
        }
    }
}

/// Told after booking.
pub fn told_declined(name: &str) -> String {
    format!("The request of {name} is declined.")
}

/// The settings.
pub const SETTINGS: &str = "Settings";
/// Closes them.
pub const CLOSE: &str = "Close";
/// Why somebody cannot switch one (ACC 4).
pub const LOCKED_SETTING: &str = "Only project collection administrators can switch this.";
/// What it does now (ACC 4).
pub const ADMINISTRATORS_OFF: &str = "Only project collection administrators open User Management.";
/// What it does now (LIC 8).
pub const NEW_PEOPLE_OFF: &str = "Whoever is new in the directory has no licence until somebody gives them one.";
/// The same before the first purchase (LIC 8).
pub const NEW_PEOPLE_LATER: &str =
    "Until you buy or choose Free, everybody in the directory is on Default; this counts from then on.";
/// The same while Default is None (LIC 8).
pub const NEW_PEOPLE_NONE: &str =
    "Default is None now, so whoever is new in the directory gets no licence all the same.";
/// Told after switching.
pub const ADMINISTRATORS_ARE_ON: &str = "Administrators may manage users now.";
/// Told after switching.
pub const ADMINISTRATORS_ARE_OFF: &str = "Administrators may no longer manage users.";
/// Told after switching.
pub const NEW_PEOPLE_ARE_ON: &str = "New people are licensed automatically now.";
/// Told after switching.
pub const NEW_PEOPLE_ARE_OFF: &str = "New people are no longer licensed automatically.";

/// What it does now (ACC 4).
pub fn administrators_on(people: usize) -> String {
    let who = match people {
        0 => "Whoever has the role Administrator (nobody now) manages users too".to_owned(),
        1 => "1 person with the role Administrator manages users too".to_owned(),
        _ => format!("{people} people with the role Administrator manage users too"),
    };
    format!("{who}, from Time. Subscription and invoices stay closed to them.")
}

/// What Default is (ROL 3).
pub fn default_is(role: &str, people: &Count) -> String {
    let who = match people.number {
        0 => "nobody is on it now".to_owned(),
        1 => "1 person is on it now".to_owned(),
        _ => format!("{} people are on it now", people.text),
    };
    format!("Default is {role}; {who}.")
}

/// What it does now (LIC 8).
pub fn new_people_on(role: &str) -> String {
    format!("Whoever is new in the directory gets Default ({role}) as long as licences are free.")
}
