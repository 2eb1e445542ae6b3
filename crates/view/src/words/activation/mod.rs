//! Words of activation (ACT): how it stands, applying, what was booked.

mod settings;
mod trouble;

pub use settings::*;
pub use trouble::*;

use crate::Scene;
use crate::words::{billed, licenses_count};
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::grant::Grant;
use licensing::activation::proxy::ActivationProxy;
use licensing::value::subscription_id::ParseSubscriptionIdError;

/// The card, and the page behind it.
pub const TITLE: &str = "Activation";
/// The page's heading.
pub const SETTINGS: &str = "Activation settings";
/// What the page is for.
pub const SUBTITLE: &str = "Choose how this instance gets its licenses: online, through a proxy, or from a file";
/// The page that looks for what is wrong.
pub const TROUBLESHOOTING: &str = "Troubleshooting";
/// What it is for.
pub const TROUBLESHOOTING_SUBTITLE: &str = "Activation checks and connection results";
/// The way back.
pub const BACK: &str = "Back to subscription";
/// The way back.
pub const BACK_TO_SETTINGS: &str = "Back to activation settings";

/// States, in a word.
pub const ACTIVATED: &str = "Activated";
/// Nothing was activated yet.
pub const NOT_YET: &str = "Not activated";
/// Nothing need be.
pub const NOT_NEEDED: &str = "Not required";
/// The service is out of reach (ACT 5).
pub const UNCONFIRMED: &str = "Not confirmed";
/// It has run out.
pub const INACTIVE: &str = "Inactive";

/// The catalogue names no keys.
pub const NO_KEYS: &str = "The vendor hasn't set up activation, so your subscription works as purchased.";
/// On Services the account itself grants (ACT 7).
pub const SERVICES: &str = "On Azure DevOps Services, your subscription works as purchased. Apply an ID only if the licenses were purchased for another organization.";
/// A trial needs none (ACT 7).
pub const TRIAL: &str = "You don't need activation during the trial. Once you have a subscription ID, apply it here.";
/// Nothing is bought here.
pub const BUY_OR_APPLY: &str = "Apply the subscription ID from an invoice, or buy a subscription first.";
/// Nobody gets in (ACT 7).
pub const NOBODY: &str = "Not activated. No one has access. Apply the subscription ID or a file.";

/// A purchase works without its certificate for some days (ACT 7).
pub fn works_until(day: &str) -> String {
    format!("Works without activation through {day}. Apply the subscription ID or a file by then.")
}

/// Fewer may be used than were bought, and nothing is activated (ACT 7).
pub fn partly(usable: u32, in_use: u32, day: &str) -> String {
    let who = match usable {
        1 => "1 person has access".to_owned(),
        _ => format!("{usable} people have access"),
    };
    let others = match in_use.saturating_sub(usable) {
        0 => String::new(),
        1 => "; 1 is locked out".to_owned(),
        others => format!("; {others} are locked out"),
    };
    format!("Not activated. Only {who}{others}. Apply the subscription ID or a file by {day}.")
}

/// Activated online.
pub fn online(until: &str, on: &str) -> String {
    format!("Activated online through {until}, confirmed on {on}. Renewals and changes arrive automatically.")
}

/// Activated by a file (ACT 3).
pub fn offline(until: &str) -> String {
    format!("Activated with a file through {until}. You need a new file for each renewal or license change.")
}

/// The service is out of reach (ACT 5).
pub fn unconfirmed(on: &str, days_left: u32, last: &str) -> String {
    let days = if days_left == 1 {
        "Today is the last day".to_owned()
    } else {
        format!("{days_left} days left, through {last}")
    };
    format!(
        "The activation service hasn't confirmed the subscription since {on}. {days}. After that, no one has access."
    )
}

/// It has run out.
pub fn inactive(mode: ActivationMode, last: &str) -> String {
    match mode {
        ActivationMode::Online => format!(
            "The activation was valid through {last}, so no one has access. Refresh, or apply the subscription ID again."
        ),
        ActivationMode::Offline => format!(
            "The activation file was valid through {last}, so no one has access. Get a new file from support and apply it."
        ),
    }
}

/// It has run out, and what was booked since works without it for some days (ACT 7).
pub fn inactive_but(mode: ActivationMode, last: &str, licenses: u32, until: &str) -> String {
    let what = match mode {
        ActivationMode::Online => "Refresh, or apply the subscription ID again.",
        ActivationMode::Offline => "Get a new file from support and apply it.",
    };
    format!(
        "The activation was valid through {last}. Newer purchases work without it through {until}, for {licenses} people. {what}"
    )
}

/// What is bought and what is activated (ACT 7).
pub fn difference(bought: u32, certified: u32, usable: u32, until: Option<&str>, mode: ActivationMode) -> String {
    let what = remedy(mode);
    let now = match until {
        Some(day) => format!(", {usable} usable through {day}"),
        None if usable < bought => format!(", {usable} usable"),
        None => String::new(),
    };
    format!("{bought} licenses purchased, {certified} activated{now}. {what}.")
}

/// Another plan is activated than was bought (ACT 7).
pub fn other_plan(bought: &str, activated: &str, mode: ActivationMode) -> String {
    format!(
        "You have the {bought} plan, but the {activated} plan is activated. {}.",
        remedy(mode)
    )
}

fn remedy(mode: ActivationMode) -> &'static str {
    match mode {
        ActivationMode::Online => "Refresh. If that doesn't help, contact support",
        ActivationMode::Offline => "Apply the new file",
    }
}

/// Somebody is not let in, as fewer licenses are activated than bought (ACT 7).
pub const SHUT_OUT: &str = "Your license isn't activated here yet.";
/// What comes next for them.
pub const SHUT_OUT_NEXT: &str = "You have a role, but more licenses are in use than activated. A project collection administrator can activate the rest.";

/// The field of Apply.
pub const ID: &str = "Subscription ID";
/// Where to find it.
pub const ID_HINT: &str = "You'll find it on every invoice. Paste it with or without dashes, or paste the whole line.";
/// Applies it.
pub const APPLY: &str = "Apply";
/// Calls it off.
pub const CANCEL: &str = "Cancel";
/// Asks anew.
pub const REFRESH: &str = "Refresh now";
/// Under way.
pub const ASKING: &str = "Contacting the activation service";
/// To the settings.
pub const TO_SETTINGS: &str = "Offline, proxy, and orders";
/// Nothing new has come.
pub const CURRENT: &str = "The activation is up to date.";
/// It went through.
pub const APPLIED: &str = "Activated.";
/// It went through again.
pub const REFRESHED: &str = "Activation refreshed.";
/// To the questions about what failed.
pub const WHY: &str = "Find out why";
/// Help.
pub const SUPPORT: &str = "Contact support";

/// The attempt under way.
pub fn asking(attempt: usize) -> String {
    match attempt {
        1 => format!("{ASKING}…"),
        _ => format!("{ASKING}… Attempt {attempt} of 4"),
    }
}

/// What is wrong with an ID (ACT 2).
pub fn not_an_id(problem: ParseSubscriptionIdError) -> String {
    match problem {
        ParseSubscriptionIdError::Length(0) => "Enter the subscription ID, such as 7T4K-9QXM-2HRA.".to_owned(),
        ParseSubscriptionIdError::Length(count) => {
            format!(
                "A subscription ID has 12 characters, such as 7T4K-9QXM-2HRA. This one has {count}. Compare it with an invoice."
            )
        }
        ParseSubscriptionIdError::Character(it) => {
            format!("A subscription ID can't contain “{it}”. Compare it with an invoice.")
        }
        ParseSubscriptionIdError::Check => {
            "A character is wrong or two are swapped. Compare it with an invoice.".to_owned()
        }
    }
}

/// It is of another subscription (ACT 8).
pub fn other_subscription(id: &str) -> String {
    format!(
        "The activation service sent a certificate for a different subscription, {id}. Nothing was changed. Contact support."
    )
}

/// What the certificate says.
pub const PLAN: &str = "Plan";
/// Licenses.
pub const LICENSES: &str = "Licenses";
/// The term.
pub const TERM: &str = "Term";
/// The last valid day.
pub const GOOD_UNTIL: &str = "Valid through";
/// When it was issued.
pub const ISSUED: &str = "Issued on";

/// The certificate is the subscription, and more people have a license than it has (ACT 7).
pub fn fewer_than_in_use(in_use: u32, licenses: u32) -> String {
    format!(
        "{} are in use, but the certificate covers only {licenses}. People who've had a license longest keep access. Remove licenses in User Management, or refresh or apply a certificate with more licenses.",
        licenses_count(in_use)
    )
}

/// A line of the history that claims what no certificate proves (ACT 7), or an order of lines that do not exist (ACT 9).
pub const SET_ASIDE: &str = "Not valid. It claims an activation that no vendor certificate proves, or an order for entries that don't exist. It has no effect";

/// What is activated was confirmed (ACT 5).
pub const CONFIRMED: &str = "Confirmed activation";

/// A certificate was activated.
pub fn activated(scene: &Scene<'_>, mode: ActivationMode, grant: &Grant) -> String {
    let how = match mode {
        ActivationMode::Online => "online",
        ActivationMode::Offline => "with a file",
    };
    format!(
        "Activated {how}: {} plan, {}, {}, through {}",
        scene.plan_name(grant.plan),
        licenses_count(grant.licenses),
        billed(grant.length),
        scene.date(grant.last_day())
    )
}

/// The relay was set (ACT 4).
pub fn proxy_set(proxy: &ActivationProxy) -> String {
    if proxy.enabled {
        format!("Set the proxy to {}, port {}", proxy.address, proxy.port)
    } else {
        "Turned off the proxy".to_owned()
    }
}

/// An order has gone (ACT 9).
pub fn order_recorded(position: u32) -> String {
    format!("Sent orders to the vendor, up to entry {position}")
}
