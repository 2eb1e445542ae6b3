//! Texts about activation (ACT): its status, applying an ID, and what was booked.

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

/// The title of the card, and of the page behind it.
pub const TITLE: &str = "Activation";
/// The page's heading.
pub const SETTINGS: &str = "Activation settings";
/// The subtitle of the page.
pub const SUBTITLE: &str = "Choose how this instance gets its licenses: online, through a proxy, or from a file";
/// The title of the page that finds problems.
pub const TROUBLESHOOTING: &str = "Troubleshooting";
/// Its subtitle.
pub const TROUBLESHOOTING_SUBTITLE: &str = "Activation checks and connection results";
/// A link back.
pub const BACK: &str = "Back to subscription";
/// A link back.
pub const BACK_TO_SETTINGS: &str = "Back to activation settings";

/// A status.
pub const ACTIVATED: &str = "Activated";
/// A status: nothing was activated yet.
pub const NOT_YET: &str = "Not activated";
/// A status: activation is not needed.
pub const NOT_NEEDED: &str = "Not required";
/// A status: the service cannot be reached (ACT 5).
pub const UNCONFIRMED: &str = "Not confirmed";
/// A status: the certificate has expired.
pub const INACTIVE: &str = "Inactive";

/// The catalog has no keys.
pub const NO_KEYS: &str = "The vendor hasn't set up activation, so your subscription works as purchased.";
/// On Services, the account itself grants licenses (ACT 7).
pub const SERVICES: &str = "On Azure DevOps Services, your subscription works as purchased. Apply an ID only if the licenses were purchased for another organization.";
/// A trial needs no activation (ACT 7).
pub const TRIAL: &str = "You don't need activation during the trial. Once you have a subscription ID, apply it here.";
/// Nothing was purchased here.
pub const BUY_OR_APPLY: &str = "Apply the subscription ID from an invoice, or buy a subscription first.";
/// Nobody has access (ACT 7).
pub const NOBODY: &str = "Not activated. No one has access. Apply the subscription ID or a file.";

/// A purchase works for some days without its certificate (ACT 7).
pub fn works_until(day: &str) -> String {
    format!("Works without activation through {day}. Apply the subscription ID or a file by then.")
}

/// Nothing is activated, and fewer licenses can be used than were purchased (ACT 7).
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

/// Activated with a file (ACT 3).
pub fn offline(until: &str) -> String {
    format!("Activated with a file through {until}. You need a new file for each renewal or license change.")
}

/// The service cannot be reached (ACT 5).
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

/// The certificate has expired.
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

/// The certificate has expired, and later bookings work for some days without one (ACT 7).
pub fn inactive_but(mode: ActivationMode, last: &str, licenses: u32, until: &str) -> String {
    let what = match mode {
        ActivationMode::Online => "Refresh, or apply the subscription ID again.",
        ActivationMode::Offline => "Get a new file from support and apply it.",
    };
    format!(
        "The activation was valid through {last}. Newer purchases work without it through {until}, for {licenses} people. {what}"
    )
}

/// The numbers of purchased and activated licenses differ (ACT 7).
pub fn difference(bought: u32, certified: u32, usable: u32, until: Option<&str>, mode: ActivationMode) -> String {
    let what = remedy(mode);
    let now = match until {
        Some(day) => format!(", {usable} usable through {day}"),
        None if usable < bought => format!(", {usable} usable"),
        None => String::new(),
    };
    format!("{bought} licenses purchased, {certified} activated{now}. {what}.")
}

/// The purchased and the activated plan differ (ACT 7).
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

/// A person has no access because fewer licenses are activated than purchased (ACT 7).
pub const SHUT_OUT: &str = "Your license isn't activated here yet.";
/// The next step for that person.
pub const SHUT_OUT_NEXT: &str = "You have a role, but more licenses are in use than activated. A project collection administrator can activate the rest.";

/// The label of the field for the ID.
pub const ID: &str = "Subscription ID";
/// The hint for that field.
pub const ID_HINT: &str = "You'll find it on every invoice. Paste it with or without dashes, or paste the whole line.";
/// The button that applies an ID.
pub const APPLY: &str = "Apply";
/// The button that cancels the request.
pub const CANCEL: &str = "Cancel";
/// The button that requests a certificate again.
pub const REFRESH: &str = "Refresh now";
/// The progress of a request.
pub const ASKING: &str = "Contacting the activation service";
/// The link to the settings.
pub const TO_SETTINGS: &str = "Offline, proxy, and orders";
/// The certificate has not changed.
pub const CURRENT: &str = "The activation is up to date.";
/// The activation succeeded.
pub const APPLIED: &str = "Activated.";
/// The activation was refreshed.
pub const REFRESHED: &str = "Activation refreshed.";
/// The link to Troubleshooting.
pub const WHY: &str = "Find out why";
/// The link to support.
pub const SUPPORT: &str = "Contact support";

/// The progress of a request, with the number of the attempt.
pub fn asking(attempt: usize) -> String {
    match attempt {
        1 => format!("{ASKING}…"),
        _ => format!("{ASKING}… Attempt {attempt} of 4"),
    }
}

/// The error for an invalid ID (ACT 2).
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

/// The certificate is for another subscription (ACT 8).
pub fn other_subscription(id: &str) -> String {
    format!(
        "The activation service sent a certificate for a different subscription, {id}. Nothing was changed. Contact support."
    )
}

/// The label of the plan in a certificate.
pub const PLAN: &str = "Plan";
/// The label of the licenses.
pub const LICENSES: &str = "Licenses";
/// The label of the term.
pub const TERM: &str = "Term";
/// The label of the last valid day.
pub const GOOD_UNTIL: &str = "Valid through";
/// The label of the day of issue.
pub const ISSUED: &str = "Issued on";

/// The subscription exists only as a certificate, and it covers fewer licenses than are in use (ACT 7).
pub fn fewer_than_in_use(in_use: u32, licenses: u32) -> String {
    format!(
        "{} are in use, but the certificate covers only {licenses}. People who've had a license longest keep access. Remove licenses in User Management, or refresh or apply a certificate with more licenses.",
        licenses_count(in_use)
    )
}

/// An entry of the history that claims an activation without a valid certificate (ACT 7), or an order for entries that
/// do not exist (ACT 9).
pub const SET_ASIDE: &str = "Not valid. It claims an activation that no vendor certificate proves, or an order for entries that don't exist. It has no effect";

/// An entry of the history: the activation was confirmed (ACT 5).
pub const CONFIRMED: &str = "Confirmed activation";

/// An entry of the history: a certificate was activated.
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

/// An entry of the history: the relay was configured (ACT 4).
pub fn proxy_set(proxy: &ActivationProxy) -> String {
    if proxy.enabled {
        format!("Set the proxy to {}, port {}", proxy.address, proxy.port)
    } else {
        "Turned off the proxy".to_owned()
    }
}

/// An entry of the history: an order was sent (ACT 9).
pub fn order_recorded(position: u32) -> String {
    format!("Sent orders to the vendor, up to entry {position}")
}
