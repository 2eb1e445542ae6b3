//! Words of asking for access and of the answer, and of the settings of User Management. What the asking person reads
//! says nothing of the product: on Services it must not (ACC 6).

use crate::Scene;
use crate::people::Count;
use licensing::refusal::Refusal;

/// The button of who has no access, and the dialog's title.
pub const ASK: &str = "Request access";
/// The same after a request that was declined.
pub const ASK_AGAIN: &str = "Request again";
/// What happens with a request.
pub const ASK_MEANS: &str = "Your request goes to a project collection administrator. The answer appears on this page.";
/// What somebody asks for access for.
pub const WHY: &str = "Why do you need access? (optional)";
/// Who reads it.
pub const WHY_HINT: &str = "Visible to the approver";
/// Sends the request.
pub const SEND: &str = "Send request";
/// Sends nothing.
pub const NOT_NOW: &str = "Cancel";
/// Told after sending.
pub const SENT: &str = "Request sent. The answer will appear here.";
/// Where nobody is named.
pub const SOMEBODY_ANSWERS: &str = "A project collection administrator will answer. The answer appears on this page.";
/// Who is not in the directory.
pub const NOT_IN_DIRECTORY: &str =
    "You aren't in the organization's directory yet. Ask a project collection administrator to add you.";
/// Nobody can tell who asks.
pub const NOBODY: &str =
    "We can't identify you, so no one can give you access. Ask a project collection administrator for help.";
/// There is nothing to ask for.
pub const ASKED_ALREADY: &str = "You already requested access or have it by now. Reload the page to check.";

/// Told to who has asked, where their page stands open.
pub fn told_yourself(granted: bool) -> &'static str {
    if granted {
        "Your request was approved. You now have access"
    } else {
        "Your request was declined"
    }
}

/// The door of somebody who waits.
pub fn asked_on(day: &str) -> String {
    format!("You requested access on {day}")
}

/// The door of somebody who was told no.
pub fn declined_on(day: &str) -> String {
    format!("Your request was declined on {day}")
}

/// On Time, for some days.
pub fn granted_on(day: &str) -> String {
    format!("Your access request was approved on {day}")
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
    format!("Use {longest} characters or fewer. You have {letters}")
}

/// Why somebody cannot ask.
pub fn refused(scene: &Scene<'_>, refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownPerson { ids } if ids.is_empty() => NOBODY.to_owned(),
        Refusal::UnknownPerson { .. } => NOT_IN_DIRECTORY.to_owned(),
        Refusal::NothingChanged => ASKED_ALREADY.to_owned(),
        other => scene.why(other),
    }
}

/// The card of User Management.
pub const TITLE: &str = "Access requests";
/// Opens the rest of the card.
pub const SHOW_OTHERS: &str = "Show all";
/// Says yes.
pub const GIVE: &str = "Give access";
/// Says no.
pub const DECLINE: &str = "Decline";
/// Confirms the no.
pub const CONFIRM_DECLINE: &str = "Decline request";
/// Leaves the request as it is.
pub const KEEP: &str = "Cancel";
/// A word that goes with the answer.
pub const WORD: &str = "Message (optional)";
/// Where it is read.
pub const WORD_HINT: &str = "Sent with your answer";
/// What declining means.
pub const DECLINE_MEANS: &str = "They'll be told, and can request access again.";
/// The role to give.
pub const ROLE: &str = "Role";
/// In a trial.
pub const NO_LIMIT: &str = "The trial has no limit, so this doesn't use a license.";
/// All licenses of Free are taken.
pub const FREE_IS_FULL: &str = "The Free plan has no licenses left. Remove a license from someone or buy a plan.";
/// Where the plan ends.
pub const SEE_PLANS: &str = "See plans";
/// A part of the panel.
pub const REQUEST: &str = "Access request";
/// A role that gives no access.
pub const NO_ACCESS: &str = "currently gives no access";

/// The first line of the card.
pub fn count(count: usize, number: &str) -> String {
    if count == 1 {
        "1 person is requesting access".to_owned()
    } else {
        format!("{number} people are requesting access, longest wait first")
    }
}

/// To the list.
pub fn see_all(number: &str) -> String {
    format!("See all {number} in the list")
}

/// When somebody asked.
pub fn on(day: &str) -> String {
    format!("Requested on {day}")
}

/// The name of a button.
pub fn give_to(name: &str) -> String {
    format!("Give access to {name}")
}

/// The name of a button.
pub fn decline_of(name: &str) -> String {
    format!("Decline request from {name}")
}

/// The title of a dialog.
pub fn decline_title(name: &str) -> String {
    format!("Decline request from {name}")
}

/// What giving access comes to.
pub fn then_in_use(in_use: &str, licenses: &str) -> String {
    format!("{in_use} of {licenses} licenses will be in use.")
}

/// Confirms both.
pub fn raise_and_give(licenses: &str) -> String {
    format!("Increase to {licenses} licenses and give access")
}

/// Who may raise the licenses.
pub fn who_raises(names: &[String]) -> String {
    let who = "Only project collection administrators can add licenses";
    if names.is_empty() {
        format!("{who}.")
    } else {
        format!("{who}: {}.", names.join(", "))
    }
}

/// Told after booking.
pub fn told_granted(name: &str, role: &str, licenses: Option<&str>) -> String {
    match licenses {
        None => format!("{name} now has access. Role: {role}."),
        Some(licenses) => {
            format!("{name} now has access. Role: {role}. The subscription has {licenses} licenses.")
        }
    }
}

/// Told after booking.
pub fn told_declined(name: &str) -> String {
    format!("Request from {name} declined.")
}

/// The settings.
pub const SETTINGS: &str = "Settings";
/// Closes them.
pub const CLOSE: &str = "Close";
/// Why somebody cannot switch one (ACC 4).
pub const LOCKED_SETTING: &str = "Only project collection administrators can change this.";
/// What it does now (ACC 4).
pub const ADMINISTRATORS_OFF: &str = "Only project collection administrators can open User Management.";
/// What it does now (LIC 8).
pub const NEW_PEOPLE_OFF: &str = "New people in the organization have no license until someone gives them one.";
/// The same before the first purchase (LIC 8).
pub const NEW_PEOPLE_LATER: &str =
    "Applies once you buy or switch to the Free plan. Until then, everyone is on Default.";
/// The same while Default is None (LIC 8).
pub const NEW_PEOPLE_NONE: &str = "New people don't get a license because Default is currently None.";
/// Told after switching.
pub const ADMINISTRATORS_ARE_ON: &str = "Administrators can now manage users.";
/// Told after switching.
pub const ADMINISTRATORS_ARE_OFF: &str = "Administrators can no longer manage users.";
/// Told after switching.
pub const NEW_PEOPLE_ARE_ON: &str = "New people are now licensed automatically.";
/// Told after switching.
pub const NEW_PEOPLE_ARE_OFF: &str = "New people are no longer licensed automatically.";

/// What it does now (ACC 4).
pub fn administrators_on(people: usize) -> String {
    let who = match people {
        0 => "People with the Administrator role (currently none) can manage users, too".to_owned(),
        1 => "1 person with the Administrator role can manage users, too".to_owned(),
        _ => format!("{people} people with the Administrator role can manage users, too"),
    };
    format!("{who}, from the Time hub. They can't see the subscription or invoices.")
}

/// What Default is (ROL 3).
pub fn default_is(role: &str, people: &Count) -> String {
    let who = match people.number {
        0 => "no one is on it".to_owned(),
        1 => "1 person is on it".to_owned(),
        _ => format!("{} people are on it", people.text),
    };
    format!("Default is the {role} role, and {who}.")
}

/// What it does now (LIC 8).
pub fn new_people_on(role: &str) -> String {
    format!("New people get Default ({role} role) while licenses are available.")
}
