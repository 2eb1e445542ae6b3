//! Texts of orders and of events.

use crate::Scene;
use licensing::billing::line::{Line, LineKind};
use licensing::event::Event;
use licensing::value::setting::Setting;
use licensing::value::term::BillingInterval;
use licensing::{Money, PeopleSelector, Selection};

use super::roles::because;
use super::subscription::{billed, change, licenses_count};

/// A compared item: plan.
pub const PLAN: &str = "Plan";
/// A compared item: licenses.
pub const LICENSES: &str = "Licenses";
/// A compared item: billing interval.
pub const LENGTH: &str = "Billing";
/// A compared item: expiration date.
pub const EXPIRES: &str = "Expires on";
/// The value of an item that did not exist before.
pub const NOTHING: &str = "–";
/// The note on credit notes (CRD 1).
pub const CREDIT_NEVER_PAID_OUT: &str = "Credit is applied to your next invoices. It's never paid out.";
/// The note on changing the billing interval today (CHG 5).
pub const NEW_EXPIRY_DATE: &str = "Changing the billing period also changes the expiration date.";
/// The note that a new term removes the scheduled change (SUB 5).
pub const DROPS_SCHEDULED: &str = "A new term starts today, so the change scheduled for renewal is removed.";
/// The note that a new scheduled change replaces the old one (SUB 5).
pub const REPLACES_SCHEDULED: &str = "This replaces the change that's currently scheduled.";
/// The price on the card of Free.
pub const NO_PRICE: &str = "No price";

/// The note on scheduling fewer licenses than are in use (CHG 9).
pub fn schedule_below_use(in_use: u32, wanted: u32) -> String {
    let over = in_use.saturating_sub(wanted);
    format!(
        "{} in use. Unless you remove {over} before then, the subscription renews without this change.",
        licenses_count(in_use)
    )
}

/// The number of people who lose access (LIC 7).
pub fn lose_access(people: usize) -> String {
    if people == 1 {
        "1 person loses access. People who used Azure DevOps most recently keep theirs.".to_owned()
    } else {
        format!("{people} people lose access. People who used Azure DevOps most recently keep theirs.")
    }
}

/// The description of a line (CHG 2).
pub fn line(line: &Line, plan: &str) -> String {
    let what = match line.kind {
        LineKind::Term => "Full term",
        LineKind::Unused => "Unused time",
        LineKind::Remaining => "Remaining time",
    };
    let reversed = if line.is_reversed() { "Reversed: " } else { "" };
    format!("{reversed}{what}: {plan} plan, {}", licenses_count(line.licenses))
}

/// The dates of a line, both inclusive.
pub fn dates(from: &str, through: &str, days: i64) -> String {
    format!("{from} – {through}, {days} {}", if days == 1 { "day" } else { "days" })
}

/// A term of the calculation: users at the price of their band (PLN 2).
pub fn users_at(users: u32, price: Money) -> String {
    format!("{users} × {price}")
}

/// An equation.
pub fn equals(left: &str, right: Money) -> String {
    format!("{left} = {right}")
}

/// The last step of the calculation (CHG 3).
pub fn reckoned(price: &str, share: Option<(i64, i64)>, amount: Money) -> String {
    match share {
        None => format!("{price} = {amount}"),
        Some((days, of)) if amount.is_negative() => format!("−({price} × {days} of {of} days) = {amount}"),
        Some((days, of)) => format!("{price} × {days} of {of} days = {amount}"),
    }
}

/// The explanation of a line, with its rule.
pub fn rule_of_line(line: &Line) -> &'static str {
    match line.kind {
        _ if line.is_reversed() => "Reverses a line of the document that was undone (CHG 13)",
        LineKind::Term => "Price per user for the full term, by price tier (PLN 2)",
        LineKind::Unused => "Credit for unused days at the previous terms (CHG 2, CHG 3)",
        LineKind::Remaining => "Charge for the remaining days, including today, at the new terms (CHG 2, CHG 3)",
    }
}

/// An amount on a day.
pub fn on_day(sum: &str, day: &str) -> String {
    format!("{sum} on {day}")
}

/// The permitted number of licenses of a plan (PLN 1).
pub fn range(min: u32, max: Option<u32>) -> String {
    match max {
        None => format!("{min} or more licenses"),
        Some(max) if max == min => format!("{min} licenses, fixed"),
        Some(max) => format!("{min} to {max} licenses"),
    }
}

/// A price per month.
pub fn per_month(price: &str) -> String {
    format!("{price} a month")
}

/// A price per term.
pub fn per_term(price: &str, length: BillingInterval) -> String {
    match length {
        BillingInterval::Monthly => format!("{price} billed monthly"),
        BillingInterval::Annual => format!("{price} billed annually"),
    }
}

/// What annual billing saves.
pub fn save(percent: &str) -> String {
    format!("Save {percent}")
}

/// The lowest possible number of licenses (CHG 9).
pub fn lowest_number(in_use: u32) -> String {
    match in_use {
        0 | 1 => "Minimum 1".to_owned(),
        _ => format!("Minimum {in_use} (in use)"),
    }
}

/// The number of people with access before a purchase (LIC 7).
pub fn people_with_access(people: u32) -> String {
    format!(
        "{people} {} access now",
        if people == 1 { "person has" } else { "people have" }
    )
}

/// An event in one line.
pub fn event(scene: &Scene<'_>, event: &Event) -> String {
    let held = |item: &licensing::subscription::SubscriptionItem| {
        format!(
            "{} plan, {}, {}",
            scene.plan_name(item.plan),
            licenses_count(item.licenses),
            billed(item.length)
        )
    };
    let people = |ids: &[licensing::PersonId]| match ids {
        [one] => scene.person_name(one),
        many => format!("{} people", many.len()),
    };
    match event {
        Event::TrialStarted { .. } => "Started the trial".to_owned(),
        Event::Purchased { item, .. } => format!("Bought {}", held(item)),
        Event::Imported { item, .. } => format!("Imported {}", held(item)),
        Event::Adjusted { item, .. } => format!("Changed the subscription to {}", held(item)),
        Event::IntervalChanged { item, term, .. } => {
            format!(
                "Changed the subscription to {}, expires on {}",
                held(item),
                scene.date(term.end)
            )
        }
        Event::Undone { .. } => "Undid the latest change".to_owned(),
        Event::Renewed {
            item,
            not_fitting: None,
            ..
        } => format!("Renewed with {}", held(item)),
        Event::Renewed { item, .. } => format!("Renewed with {}, without the scheduled change", held(item)),
        Event::RenewedNow { item, .. } => format!("Renewed early with {}", held(item)),
        Event::ChangeScheduled { change: it, .. } => format!("Scheduled for renewal: {}", change(scene, *it)),
        Event::ChangeUnscheduled { .. } => "Removed the scheduled change".to_owned(),
        Event::Canceled { reason, .. } => match reason {
            Some(reason) => format!("Canceled the subscription: {reason}"),
            None => "Canceled the subscription".to_owned(),
        },
        Event::Resumed { .. } => "Undid the cancellation".to_owned(),
        Event::FreeChosen { .. } => "Chose the Free plan for the end of the term".to_owned(),
        Event::FreeStarted { .. } => "Started the Free plan".to_owned(),
        Event::Expired { .. } => "Ended the subscription".to_owned(),
        Event::RolesSet {
            people: who,
            role,
            reason,
            ..
        } => {
            let who = match who {
                PeopleSelector::These(ids) => people(ids),
                PeopleSelector::Selected(selection) => everybody(selection),
            };
            format!(
                "Set {who} to the {} role{}",
                assigned(*role),
                reason.map_or("", because)
            )
        }
        Event::DefaultRoleSet { role, .. } => format!("Set the default role to {}", super::shell::role(*role)),
        Event::Reassigned { from, to, reason, .. } => {
            format!(
                "Reassigned license from {} to {}{}",
                scene.person_name(from),
                scene.person_name(to),
                because(*reason)
            )
        }
        Event::NewPeopleLicensed { people: ids, .. } => format!("Licensed {} automatically", people(ids)),
        Event::SettingChanged { setting, enabled, .. } => {
            format!(
                "Turned {} “{}”",
                if *enabled { "on" } else { "off" },
                setting_name(*setting)
            )
        }
        Event::AccessRequested { .. } => "Requested access".to_owned(),
        Event::RequestAnswered {
            person, granted: true, ..
        } => format!("Granted access to {}", scene.person_name(person)),
        Event::RequestAnswered { person, .. } => format!("Declined access for {}", scene.person_name(person)),
        Event::BillingSet { .. } => "Changed billing details".to_owned(),
        Event::PaymentRecorded { document, paid_on, .. } => {
            let what = paid_on.map_or("Removed", |_| "Recorded");
            format!("{what} payment of {document}")
        }
        Event::Activated { mode, grant, .. } => super::activation::activated(scene, *mode, grant),
        Event::Confirmed { .. } => super::activation::CONFIRMED.to_owned(),
        Event::ProxySet { proxy, .. } => super::activation::proxy_set(proxy),
        Event::OrderRecorded { position, .. } => super::activation::order_recorded(*position),
    }
}

/// The people in a selection (ROL 5).
fn everybody(selection: &Selection) -> String {
    let who = match selection.on {
        licensing::value::role::Assigned::Default => "everyone on Default".to_owned(),
        role => format!("everyone with the {} role", assigned(role)),
    };
    match selection.except.len() {
        0 => who,
        but => format!("{who} except {but}"),
    }
}

/// The name of a setting (ACC 4, LIC 8).
pub fn setting_name(setting: Setting) -> &'static str {
    match setting {
        Setting::AdministratorsManageUsers => "Administrators can manage users",
        Setting::LicenseNewPeople => "License new people automatically",
    }
}

/// The name of an assignment.
fn assigned(assigned: licensing::value::role::Assigned) -> &'static str {
    match assigned {
        licensing::value::role::Assigned::Default => "Default",
        licensing::value::role::Assigned::Own(role) => super::shell::role(role),
    }
}
