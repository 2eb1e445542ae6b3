//! Words of changing roles, passing licenses on and freeing them.

use crate::people::{Count, Recent, RoleImpact};
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{Refusal, Role};

/// The menu, and the button of many.
pub const CHANGE_ROLE: &str = "Change role";
/// Undoes what was just done.
pub const UNDO: &str = "Undo";
/// Undoing takes access away, which asks first; the page that asks is not there any more.
pub const UNDO_THERE: &str = "Undoing this takes access away, which User Management asks about first. Nothing was changed. Open User Management, then change the role there.";
/// The way out of a dialog that changes nothing.
pub const KEEP: &str = "Keep as it is";
/// A field: why licenses are freed (LIC 3).
pub const REASON: &str = "Why";
/// A reason.
pub const LEFT: &str = "Has left";
/// A reason.
pub const STOPPED_USING: &str = "Does not use it any more";
/// The title where licenses have to be bought first (LIC 5).
pub const MORE_LICENSES: &str = "More licences are needed";
/// Before a number is chosen.
pub const NO_LICENSE_TEXT: &str =
    "Raise the number of licences and give the role in one booking, or free licences first.";
/// The setting of what Default resolves to.
pub const DEFAULT_ROLE: &str = "Default role";
/// Its button.
pub const CHANGE_DEFAULT: &str = "Change default role";
/// What it means.
pub const DEFAULT_MEANS: &str =
    "Everybody on Default gets the new role at once, and so does everybody who comes to Default later.";
/// The title of passing a license on (LIC 3).
pub const REASSIGN: &str = "Give the licence to somebody else";
/// Its button in the panel.
pub const PASS_ON: &str = "Reassign licence";
/// Finds who gets it.
pub const SEARCH_HEIR: &str = "Search people without a licence";
/// What to do next.
pub const CHOOSE_HEIR: &str = "Choose who gets the licence.";
/// Nobody is found.
pub const NO_HEIR: &str = "Nobody without a licence is found. Search for another name.";
/// The button and the title of freeing what nobody uses.
pub const FREE_INACTIVE: &str = "Free inactive licences";
/// Why it does not go.
pub const LAST_ACCESS_NOT_KNOWN: &str =
    "Azure DevOps does not tell here when people were last there. Choose in the list whose licences are to be free.";
/// A field.
pub const DAYS: &str = "Not seen for";
/// Nobody is that inactive.
pub const NOBODY_INACTIVE: &str =
    "Everybody with a license was seen since then, or has had the license for less than that. Choose fewer days.";
/// The second question (LIC 3).
pub const REALLY_UNUSED: &str = "Is the license really not used any more?";
/// Behind what was booked after a second question (LIC 3).
pub const RECENT_CONFIRMED: &str = "; confirmed although last seen within the previous 7 days";
/// All of a list.
pub const CHOOSE_ALL: &str = "Choose all";
/// None of a list.
pub const CHOOSE_NONE: &str = "Choose none";
/// The warning's way out (LIC 5).
pub const ADD_LICENSES: &str = "Add licences";

/// Who was seen, before a license is freed as no longer used (LIC 3); `of` so many lose theirs.
pub fn recently_seen(recent: &Recent, of: &Count) -> String {
    let seen = match (&recent.one, of.number) {
        (Some(one), 0 | 1) => format!("{} was seen on {}, within the last 7 days.", one.name, one.on),
        (Some(one), _) => format!(
            "1 of the {} people was seen within the last 7 days: {}, on {}.",
            of.text, one.name, one.on
        ),
        (None, _) => format!(
            "{} of the {} people were seen within the last 7 days.",
            recent.number.text, of.text
        ),
    };
    format!("{seen} A license may be passed on or freed only when its holder no longer uses the product.")
}

/// The answer to it: what is done, confirmed.
pub fn yes(what: &str) -> String {
    let mut letters = what.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    format!("Yes, {}{}", first.unwrap_or_default(), letters.as_str())
}

/// Behind what was booked: why a license was freed (LIC 3).
pub fn because(reason: FreeingReason) -> &'static str {
    match reason {
        FreeingReason::Left => " (has left)",
        FreeingReason::StoppedUsing => " (no longer uses the product)",
    }
}

/// What a role is good for, in the menu.
pub fn means(assigned: Assigned, default: Role) -> String {
    match assigned {
        Assigned::Default => format!("Follows the default role, now {}", super::role(default)),
        Assigned::Own(Role::None) => "No access; frees the licence".to_owned(),
        Assigned::Own(Role::Team) => "Own times".to_owned(),
        Assigned::Own(Role::Product) => "Everybody's times".to_owned(),
        Assigned::Own(Role::Budget) => "Everybody's times and budgets".to_owned(),
        Assigned::Own(Role::Administrator) => "Everything, settings included".to_owned(),
    }
}

/// What is assigned.
pub fn assigned(assigned: Assigned) -> &'static str {
    match assigned {
        Assigned::Default => "Default",
        Assigned::Own(role) => super::role(role),
    }
}

/// The button in a row.
pub fn role_of(name: &str, role: &str) -> String {
    format!("Role of {name}: {role}")
}

fn people(count: &Count) -> String {
    match count.number {
        1 => "1 person".to_owned(),
        _ => format!("{} people", count.text),
    }
}

fn licenses(count: &Count) -> String {
    match count.number {
        1 => "1 licence".to_owned(),
        _ => format!("{} licences", count.text),
    }
}

/// Who is meant: the name of the one, else how many.
fn who(effect: &RoleImpact) -> String {
    effect.name.clone().unwrap_or_else(|| people(&effect.people))
}

/// The title before access is taken away (ROL 4).
pub fn remove_title(effect: &RoleImpact) -> String {
    format!("Remove the access of {}", who(effect))
}

/// Its button.
pub fn remove(effect: &RoleImpact) -> String {
    match &effect.lose {
        lost if lost.number == 0 => "Set to None".to_owned(),
        lost if effect.limited => free(lost),
        lost => format!("Remove access of {}", people(lost)),
    }
}

/// What taking access away means (ROL 4).
pub fn remove_means(effect: &RoleImpact) -> String {
    let lost = &effect.lose;
    if lost.number == 0 {
        return "Nobody loses access: another row of the same person keeps it.".to_owned();
    }
    let whose = effect.name.clone().unwrap_or_else(|| people(lost));
    let verb = if lost.number == 1 { "loses" } else { "lose" };
    let freed = match lost.number {
        _ if !effect.limited => String::new(),
        1 => " 1 licence becomes free.".to_owned(),
        _ => format!(" {} licences become free.", lost.text),
    };
    format!("{whose} {verb} access at once.{freed} Recorded times stay, and access can be given back.")
}

/// Who gets a role for which licenses are raised (LIC 5).
pub fn give_means(effect: &RoleImpact, role: Assigned) -> String {
    let gets = if effect.people.number == 1 { "gets" } else { "get" };
    let whose = match effect.gain.number {
        0 => "nobody needs a licence for it".to_owned(),
        1 => "1 of them needs a licence".to_owned(),
        _ => format!("{} need a licence", effect.gain.text),
    };
    let role = assigned(role);
    match effect.people.number {
        1 => format!("{} {gets} the role {role}.", who(effect)),
        _ => format!("{} {gets} the role {role}; {whose}.", who(effect)),
    }
}

/// The title before licenses are raised for a role (LIC 5).
pub fn give_title(role: Assigned) -> String {
    format!("Set the role {}", assigned(role))
}

/// The offer to raise (LIC 5).
pub fn raise_to(needed: &Count) -> String {
    format!("Raise to {}", licenses(needed))
}

/// Its button, once the lines are in sight.
pub fn raise_and_give(needed: &Count) -> String {
    format!("Raise to {} and set the role", licenses(needed))
}

/// What is said where licenses are missing (LIC 5).
pub fn missing(refusal: &Refusal) -> Option<(u32, u32)> {
    match refusal {
        Refusal::NoFreeLicense { missing, needed, .. } => Some((*missing, *needed)),
        _ => None,
    }
}

/// Told once a role is set.
pub fn role_set(effect: &RoleImpact, role: Assigned) -> String {
    let has = if effect.people.number == 1 { "has" } else { "have" };
    match role {
        Assigned::Own(Role::None) => format!("{} {has} no access any more.", who(effect)),
        role => format!("{} {has} the role {} now.", who(effect), assigned(role)),
    }
}

/// What changing the default role does (ROL 3, ROL 4).
pub fn default_does(effect: &RoleImpact) -> String {
    let touched = match effect.people.number {
        0 => "Nobody is on Default now.".to_owned(),
        1 => "1 person is on Default.".to_owned(),
        _ => format!("{} are on Default.", people(&effect.people)),
    };
    let change = match (effect.lose.number, effect.gain.number) {
        (0, 0) => String::new(),
        (1, _) => " 1 person loses access at once.".to_owned(),
        (0, 1) => " 1 person comes to access and needs a licence.".to_owned(),
        (0, _) => format!(" {} come to access and need a licence each.", people(&effect.gain)),
        _ => format!(" {} lose access at once.", people(&effect.lose)),
    };
    touched + &change
}

/// The button of the default role.
pub fn set_default(role: Role) -> String {
    format!("Set default role to {}", super::role(role))
}

/// Told once it is set.
pub fn default_set(role: Role) -> String {
    format!("The default role is {} now.", super::role(role))
}

/// What passing on means (LIC 3).
pub fn reassign_means(from: &str, role: &str) -> String {
    format!("{from} loses access at once; whoever gets the licence gets the role {role}. The history keeps the reason.")
}

/// The button of passing on.
pub fn reassign(to: Option<&str>) -> String {
    to.map_or_else(
        || "Reassign licence".to_owned(),
        |to| format!("Reassign licence to {to}"),
    )
}

/// Told once it is passed on.
pub fn reassigned(from: &str, to: &str) -> String {
    format!("The licence of {from} belongs to {to} now.")
}

/// A choice of days.
pub fn days(days: u32) -> String {
    format!("{days} days")
}

/// When somebody was seen, where the day of the license counts (LIC 10).
pub fn licensed_since(seen: &str, since: &str) -> String {
    format!("{seen}, licensed since {since}")
}

/// Who is inactive, and how many of them are chosen.
pub fn inactive_means(found: &Count, chosen: &Count) -> String {
    let holders = match found.number {
        1 => "1 person holds a licence and was not seen for so long.".to_owned(),
        _ => format!("{} hold a licence and were not seen for so long.", people(found)),
    };
    match chosen.number {
        0 => format!("{holders} None is chosen."),
        1 => format!("{holders} 1 is chosen, loses access at once, and the licence becomes free."),
        _ => format!(
            "{holders} {} are chosen: they lose access at once, and their licences become free.",
            chosen.text
        ),
    }
}

/// The button of freeing.
pub fn free(count: &Count) -> String {
    format!("Free {}", licenses(count))
}

/// Told once they are free.
pub fn freed(count: &Count) -> String {
    match count.number {
        1 => "1 licence is free now.".to_owned(),
        _ => format!("{} are free now.", licenses(count)),
    }
}

/// The warning that licenses run low (LIC 5).
pub fn runs_low(free: &Count, bought: &Count) -> String {
    match free.number {
        0 => format!(
            "All {} licences are in use. Whoever comes next needs another one.",
            bought.text
        ),
        1 => format!("Only 1 of {} licences is free.", bought.text),
        _ => format!("Only {} of {} licences are free.", free.text, bought.text),
    }
}
