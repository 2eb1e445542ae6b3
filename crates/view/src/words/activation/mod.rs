//! Words of activation (ACT): how it stands, applying, what was booked.

mod settings;
mod trouble;

pub use settings::*;
pub use trouble::*;

use crate::Scene;
use crate::words::{length, licenses_count};
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::grant::Grant;
use licensing::activation::proxy::ActivationProxy;
use licensing::value::subscription_id::ParseSubscriptionIdError;

/// The card, and the page behind it.
pub const TITLE: &str = "Activation";
/// The page's heading.
pub const SETTINGS: &str = "Activation settings";
/// What the page is for.
pub const SUBTITLE: &str = "How this instance gets its licences: online, by a file, or through a proxy";
/// The page that looks for what is wrong.
pub const TROUBLESHOOTING: &str = "Troubleshooting";
/// What it is for.
pub const TROUBLESHOOTING_SUBTITLE: &str = "Each check of the activation, what was asked and what came";
/// The way back.
pub const BACK: &str = "Back to subscription";
/// The way back.
pub const BACK_TO_SETTINGS: &str = "Back to activation settings";

/// States, in a word.
pub const ACTIVATED: &str = "Activated";
/// Nothing was activated yet.
pub const NOT_YET: &str = "Not activated";
/// Nothing need be.
pub const NOT_NEEDED: &str = "Not needed";
/// The service is out of reach (ACT 5).
pub const UNCONFIRMED: &str = "Not confirmed";
/// It has run out.
pub const INACTIVE: &str = "Inactive";

/// The catalogue names no keys.
pub const NO_KEYS: &str = "The vendor has not set up activation, so the subscription counts as it was bought.";
/// On Services the account itself grants (ACT 7).
pub const SERVICES: &str = "On Azure DevOps Services the subscription counts as it was bought. Apply an ID only where the licences were bought for another organization.";
/// A trial needs none (ACT 7).
pub const TRIAL: &str = "A trial works without it. Once you have a subscription ID, apply it here.";
/// Nothing is bought here.
pub const BUY_OR_APPLY: &str = "Apply the subscription ID of an invoice, or buy a subscription first.";
/// Nobody gets in (ACT 7).
pub const NOBODY: &str = "Nobody can use the product until it is activated: apply the subscription ID, or a file.";

/// A purchase works without its certificate for some days (ACT 7).
pub fn works_until(day: &str) -> String {
    format!("Works without activation until {day}. Apply the subscription ID, or a file, before.")
}

/// Fewer may be used than were bought, and nothing is activated (ACT 7).
pub fn partly(licenses: u32, bought: u32, day: &str) -> String {
    format!(
        "{bought} bought, none activated: {licenses} can be used until {day}. Apply the subscription ID, or a file, now."
    )
}

/// Activated online.
pub fn online(until: &str, on: &str) -> String {
    format!("Activated online until {until}, confirmed on {on}. Renewals and changes arrive by themselves.")
}

/// Activated by a file (ACT 3).
pub fn offline(until: &str) -> String {
    format!("Activated by a file until {until}. A renewal or a change of licences needs a new file.")
}

/// The service is out of reach (ACT 5).
pub fn unconfirmed(on: &str, days_left: u32, last: &str) -> String {
    let days = if days_left == 1 {
        "Today is the last day".to_owned()
    } else {
        format!("{days_left} days are left, until {last}")
    };
    format!(
        "The activation service has not confirmed the subscription since {on}. {days}; after that nobody can use the product."
    )
}

/// It has run out.
pub fn inactive(way: ActivationMode, last: &str) -> String {
    match way {
        ActivationMode::Online => format!(
            "The activation was good until {last}, so nobody can use the product. Refresh, or apply the subscription ID again."
        ),
        ActivationMode::Offline => format!(
            "The file was good until {last}, so nobody can use the product. Ask support for a new file, and load it."
        ),
    }
}

/// It has run out, and what was booked since works without it for some days (ACT 7).
pub fn inactive_but(way: ActivationMode, last: &str, licenses: u32, until: &str) -> String {
    let what = match way {
        ActivationMode::Online => "Refresh, or apply the subscription ID again.",
        ActivationMode::Offline => "Ask support for a new file, and load it.",
    };
    format!(
        "The activation was good until {last}. What was booked since works without it until {until}: {licenses} can be used. {what}"
    )
}

/// What is bought and what is activated (ACT 7).
pub fn difference(bought: u32, certified: u32, usable: u32, until: Option<&str>, way: ActivationMode) -> String {
    let what = remedy(way);
    let now = match until {
        Some(day) => format!("; {usable} can be used until {day}"),
        None if usable < bought => format!("; {usable} can be used"),
        None => String::new(),
    };
    format!("{bought} bought, {certified} activated{now}: {what}.")
}

/// Another plan is activated than was bought (ACT 7).
pub fn other_plan(bought: &str, activated: &str, way: ActivationMode) -> String {
    format!("{bought} bought, {activated} activated: {}.", remedy(way))
}

fn remedy(way: ActivationMode) -> &'static str {
    match way {
        ActivationMode::Online => "refresh, or ask support where it stays so",
        ActivationMode::Offline => "load the new file",
    }
}

/// Somebody is not let in, as fewer licenses are activated than bought (ACT 7).
pub const SHUT_OUT: &str = "Your licence is not activated here yet.";
/// What comes next for them.
pub const SHUT_OUT_NEXT: &str = "You have a role, and fewer licences are activated than are in use. A project collection administrator can activate the rest.";

/// The field of Apply.
pub const ID: &str = "Subscription ID";
/// Where to find it.
pub const ID_HINT: &str = "It stands on every invoice. Paste it with or without dashes, or the whole line.";
/// Applies it.
pub const APPLY: &str = "Apply";
/// Calls it off.
pub const CANCEL: &str = "Cancel";
/// Asks anew.
pub const REFRESH: &str = "Refresh now";
/// Under way.
pub const ASKING: &str = "Asking the activation service";
/// To the settings.
pub const TO_SETTINGS: &str = "Offline, proxy, orders";
/// Nothing new has come.
pub const CURRENT: &str = "The activation is up to date.";
/// It went through.
pub const APPLIED: &str = "Activated.";
/// It went through again.
pub const REFRESHED: &str = "The activation was refreshed.";
/// To the questions about what failed.
pub const WHY: &str = "Find out why";
/// Help.
pub const SUPPORT: &str = "Contact support";

/// The attempt under way.
pub fn asking(attempt: usize) -> String {
    match attempt {
        1 => format!("{ASKING}…"),
        _ => format!("{ASKING}… attempt {attempt} of 4"),
    }
}

/// What is wrong with an ID (ACT 2).
pub fn not_an_id(problem: ParseSubscriptionIdError) -> String {
    match problem {
        ParseSubscriptionIdError::Length(0) => "Enter the subscription ID, such as 7T4K-9QXM-2HRA.".to_owned(),
        ParseSubscriptionIdError::Length(count) => {
            format!(
                "A subscription ID has 12 characters, such as 7T4K-9QXM-2HRA; this has {count}. Compare it with an invoice."
            )
        }
        ParseSubscriptionIdError::Character(it) => {
            format!("No subscription ID has the character “{it}”. Compare it with an invoice.")
        }
        ParseSubscriptionIdError::Check => {
            "A character is wrong, or two are swapped. Compare it with an invoice.".to_owned()
        }
    }
}

/// It is of another subscription (ACT 8).
pub fn other_subscription(id: &str) -> String {
    format!(
        "What came is the certificate of the subscription {id}, and not of the one that was asked for. Nothing was changed. Ask support."
    )
}

/// What the certificate says.
pub const PLAN: &str = "Plan";
/// Licenses.
pub const LICENSES: &str = "Licences";
/// The term.
pub const TERM: &str = "Term";
/// The last valid day.
pub const GOOD_UNTIL: &str = "Valid until";
/// When it was issued.
pub const ISSUED: &str = "Issued on";

/// The certificate is the subscription, and more people have a license than it has (ACT 7).
pub fn fewer_than_in_use(in_use: u32, licenses: u32) -> String {
    format!(
        "{} are in use, and the certificate has {licenses}: only those who have had theirs longest are let in. Free licences in User Management, or refresh or load a certificate with more.",
        licenses_count(in_use)
    )
}

/// A line of the history that claims what no certificate proves (ACT 7), or an order of lines that do not exist (ACT 9).
pub const SET_ASIDE: &str = "Written by somebody, and not true: no certificate of the vendor proves it, or it speaks of lines that do not exist. It counts for nothing";

/// What is activated was confirmed (ACT 5).
pub const CONFIRMED: &str = "Activation confirmed";

/// A certificate was activated.
pub fn activated(scene: &Scene<'_>, way: ActivationMode, grant: &Grant) -> String {
    let how = match way {
        ActivationMode::Online => "online",
        ActivationMode::Offline => "by a file",
    };
    format!(
        "Activated {how}: {}, {}, {}, until {}",
        scene.plan_name(grant.plan),
        licenses_count(grant.licenses),
        length(grant.length),
        scene.date(grant.last_day())
    )
}

/// The relay was set (ACT 4).
pub fn relay_set(relay: &ActivationProxy) -> String {
    if relay.enabled {
        format!("Proxy set to {}, port {}", relay.address, relay.port)
    } else {
        "Proxy switched off".to_owned()
    }
}

/// An order has gone (ACT 9).
pub fn order_recorded(position: u32) -> String {
    format!("Order sent to the vendor, up to booking {position}")
}
