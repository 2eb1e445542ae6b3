//! Texts about requesting access, the answer, and the settings of User Management. The texts for the person who asks do
//! not mention the product, because on Services they must not (ACC 6).

use crate::Scene;
use crate::people::Count;
use licensing::refusal::Refusal;

/// The button for people without access, and the title of its dialog.
pub const ASK: &str = "Request access";
/// The same button after a declined request.
pub const ASK_AGAIN: &str = "Request again";
/// What happens to a request.
pub const ASK_MEANS: &str = "Your request goes to a project collection administrator. The answer appears on this page.";
/// The label of the reason.
pub const WHY: &str = "Why do you need access? (optional)";
/// The hint for the reason.
pub const WHY_HINT: &str = "Visible to the approver";
/// The button that sends the request.
pub const SEND: &str = "Send request";
/// The button that leaves the dialog.
pub const NOT_NOW: &str = "Cancel";
/// The message after sending.
pub const SENT: &str = "Request sent. The answer will appear here.";
/// Who answers, if no names are known.
pub const SOMEBODY_ANSWERS: &str = "A project collection administrator will answer. The answer appears on this page.";
/// The person is not in the directory.
pub const NOT_IN_DIRECTORY: &str =
    "You aren't in the organization's directory yet. Ask a project collection administrator to add you.";
/// The person cannot be identified.
pub const NOBODY: &str =
    "We can't identify you, so no one can give you access. Ask a project collection administrator for help.";
/// There is nothing to request.
pub const ASKED_ALREADY: &str = "You already requested access or have it by now. Reload the page to check.";

/// The message for the person who asked, if their page is open.
pub fn told_yourself(granted: bool) -> &'static str {
    if granted {
        "Your request was approved. You now have access"
    } else {
        "Your request was declined"
    }
}

/// The page of a person with an open request.
pub fn asked_on(day: &str) -> String {
    format!("You requested access on {day}")
}

/// The page of a person whose request was declined.
pub fn declined_on(day: &str) -> String {
    format!("Your request was declined on {day}")
}

/// The notice about an approval, shown for some days.
pub fn granted_on(day: &str) -> String {
    format!("Your access request was approved on {day}")
}

/// The people who can answer.
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

/// A quotation of a message.
pub fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// The error for too many characters.
pub fn too_long(longest: usize, letters: usize) -> String {
    format!("Use {longest} characters or fewer. You have {letters}")
}

/// Why a person cannot ask.
pub fn refused(scene: &Scene<'_>, refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownPerson { ids } if ids.is_empty() => NOBODY.to_owned(),
        Refusal::UnknownPerson { .. } => NOT_IN_DIRECTORY.to_owned(),
        Refusal::NothingChanged => ASKED_ALREADY.to_owned(),
        other => scene.why(other),
    }
}

/// The title of the card in User Management.
pub const TITLE: &str = "Access requests";
/// The button that shows all requests on the card.
pub const SHOW_OTHERS: &str = "Show all";
/// The button that approves.
pub const GIVE: &str = "Give access";
/// The button that declines.
pub const DECLINE: &str = "Decline";
/// The button that confirms declining.
pub const CONFIRM_DECLINE: &str = "Decline request";
/// The button that leaves the dialog.
pub const KEEP: &str = "Cancel";
/// The label of the message.
pub const WORD: &str = "Message (optional)";
/// The hint for the message.
pub const WORD_HINT: &str = "Sent with your answer";
/// The consequences of declining.
pub const DECLINE_MEANS: &str = "They'll be told, and can request access again.";
/// The label of the role.
pub const ROLE: &str = "Role";
/// The note in a trial.
pub const NO_LIMIT: &str = "The trial has no limit, so this doesn't use a license.";
/// All licenses of Free are in use.
pub const FREE_IS_FULL: &str = "The Free plan has no licenses left. Remove a license from someone or buy a plan.";
/// The link to the plans, if the plan has no more licenses.
pub const SEE_PLANS: &str = "See plans";
/// A heading in the panel.
pub const REQUEST: &str = "Access request";
/// The note on a role that gives no access.
pub const NO_ACCESS: &str = "currently gives no access";

/// The headline of the card.
pub fn count(count: usize, number: &str) -> String {
    if count == 1 {
        "1 person is requesting access".to_owned()
    } else {
        format!("{number} people are requesting access, longest wait first")
    }
}

/// The link to the list.
pub fn see_all(number: &str) -> String {
    format!("See all {number} in the list")
}

/// The day of a request.
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

/// The number of licenses in use after an approval.
pub fn then_in_use(in_use: &str, licenses: &str) -> String {
    format!("{in_use} of {licenses} licenses will be in use.")
}

/// The button that adds licenses and approves.
pub fn raise_and_give(licenses: &str) -> String {
    format!("Increase to {licenses} licenses and give access")
}

/// The people who can add licenses.
pub fn who_raises(names: &[String]) -> String {
    let who = "Only project collection administrators can add licenses";
    if names.is_empty() {
        format!("{who}.")
    } else {
        format!("{who}: {}.", names.join(", "))
    }
}

/// The message after an approval.
pub fn told_granted(name: &str, role: &str, licenses: Option<&str>) -> String {
    match licenses {
        None => format!("{name} now has access. Role: {role}."),
        Some(licenses) => {
            format!("{name} now has access. Role: {role}. The subscription has {licenses} licenses.")
        }
    }
}

/// The message after declining.
pub fn told_declined(name: &str) -> String {
    format!("Request from {name} declined.")
}

/// The title of the settings.
pub const SETTINGS: &str = "Settings";
/// The button that closes them.
pub const CLOSE: &str = "Close";
/// Why a person cannot change a setting (ACC 4).
pub const LOCKED_SETTING: &str = "Only project collection administrators can change this.";
/// The current effect of a setting (ACC 4).
pub const ADMINISTRATORS_OFF: &str = "Only project collection administrators can open User Management.";
/// The current effect of a setting (LIC 8).
pub const NEW_PEOPLE_OFF: &str = "New people in the organization have no license until someone gives them one.";
/// The current effect before the first purchase (LIC 8).
pub const NEW_PEOPLE_LATER: &str =
    "Applies once you buy or switch to the Free plan. Until then, everyone is on Default.";
/// The current effect while Default is None (LIC 8).
pub const NEW_PEOPLE_NONE: &str = "New people don't get a license because Default is currently None.";
/// The message after changing a setting.
pub const ADMINISTRATORS_ARE_ON: &str = "Administrators can now manage users.";
/// The message after changing a setting.
pub const ADMINISTRATORS_ARE_OFF: &str = "Administrators can no longer manage users.";
/// The message after changing a setting.
pub const NEW_PEOPLE_ARE_ON: &str = "New people are now licensed automatically.";
/// The message after changing a setting.
pub const NEW_PEOPLE_ARE_OFF: &str = "New people are no longer licensed automatically.";

/// The current effect of a setting (ACC 4).
pub fn administrators_on(people: usize) -> String {
    let who = match people {
        0 => "People with the Administrator role (currently none) can manage users, too".to_owned(),
        1 => "1 person with the Administrator role can manage users, too".to_owned(),
        _ => format!("{people} people with the Administrator role can manage users, too"),
    };
    format!("{who}, from the Time hub. They can't see the subscription or invoices.")
}

/// The role of Default, and the number of people on it (ROL 3).
pub fn default_is(role: &str, people: &Count) -> String {
    let who = match people.number {
        0 => "no one is on it".to_owned(),
        1 => "1 person is on it".to_owned(),
        _ => format!("{} people are on it", people.text),
    };
    format!("Default is the {role} role, and {who}.")
}

/// The current effect of a setting (LIC 8).
pub fn new_people_on(role: &str) -> String {
    format!("New people get Default ({role} role) while licenses are available.")
}
