//! View models of activation: whether this instance is activated, until when, for how many licenses, and what to do
//! (ACT).

pub mod orders;
pub mod trouble;

pub use licensing::activation::certificate::{Examined, LONGEST, received};
pub use licensing::activation::confirmation::ActivationMode;
pub use licensing::activation::proxy::{ActivationProxy, BoundPassword, ProxyError};
pub use licensing::value::subscription_id::SubscriptionId;

use super::words::activation as words;
use super::{Day, Deployment, Mood, Scene};
use licensing::account::usage_limit::{Usage, UsageLimit};
use licensing::activation::confirmation::{Confirmation, ConfirmationStatus};
use licensing::activation::grant::Grant;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::plan::Instances;

/// The activation status of this instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The status in one or two words.
    pub pill: &'static str,
    /// The tone of the status.
    pub mood: Mood,
    /// The status in a sentence.
    pub text: String,
    /// How the purchase and the certificate differ, and what to do about it (ACT 7).
    pub difference: Option<Notice>,
    /// The content of the certificate, if there is one.
    pub facts: Option<Facts>,
    /// The mode in use. Online before anything is activated.
    pub mode: ActivationMode,
}

/// The content of a certificate, for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The subscription ID.
    pub id: String,
    /// The plan's name.
    pub plan: String,
    /// The number of licenses.
    pub licenses: String,
    /// The term as text.
    pub term: String,
    /// The last valid day.
    pub until: Day,
    /// The day of issue.
    pub issued: Day,
}

/// A notice at the top of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The tone of the notice.
    pub mood: Mood,
    /// What happened and what to do.
    pub text: String,
}

/// The instances of a subscription (ACT 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceList {
    /// What the plan permits.
    pub rule: &'static str,
    /// The instances in the certificate. This instance is always listed, and comes first.
    pub named: Vec<InstanceRow>,
}

/// An instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceRow {
    /// The instance ID.
    pub id: String,
    /// Whether it is this instance.
    pub here: bool,
    /// Whether the certificate covers it.
    pub covered: bool,
}

/// Whether activation matters for this page: the vendor has keys and this is a Server, or something is activated.
pub fn concerns(scene: &Scene<'_>) -> bool {
    let account = scene.account;
    account.activation().is_some() || (account.grace_policy().activates && account.deployment() == Deployment::Server)
}

/// Whether the page contacts the vendor automatically: for certificates or, on Services too, with orders (ACT 9).
pub fn reaches_vendor(scene: &Scene<'_>) -> bool {
    concerns(scene) || orders::are_posted(scene)
}

/// Whether the Subscription page shows the card. It appears only after the people are read, because it compares
/// licenses.
pub fn shows_card(scene: &Scene<'_>) -> bool {
    has_card(scene) && !scene.unread
}

/// Whether the Subscription page has the card: on every Server, and if something is activated.
pub fn has_card(scene: &Scene<'_>) -> bool {
    scene.account.deployment() == Deployment::Server || scene.account.activation().is_some()
}

/// Whether activating comes before everything else: a Server that is not activated (ACT 7).
pub fn comes_first(scene: &Scene<'_>) -> bool {
    shows_card(scene) && scene.account.deployment() == Deployment::Server && scene.account.activation().is_none()
}

/// Whether anything can be activated.
pub fn is_possible(scene: &Scene<'_>) -> bool {
    scene.account.grace_policy().activates || scene.account.activation().is_some()
}

/// The activation status of this instance.
pub fn state(scene: &Scene<'_>) -> State {
    let account = scene.account;
    let (pill, mood, text) = match account.activation() {
        None => not_activated(scene),
        Some(it) => confirmation_status(scene, it),
    };
    State {
        pill,
        mood,
        text,
        difference: difference(scene),
        facts: account.activation().map(|it| facts(scene, &it.grant)),
        mode: account.activation().map_or(ActivationMode::Online, |it| it.mode),
    }
}

fn not_activated(scene: &Scene<'_>) -> (&'static str, Mood, String) {
    let account = scene.account;
    if !account.grace_policy().activates {
        return (words::NOT_NEEDED, Mood::Neutral, words::NO_KEYS.to_owned());
    }
    match account.usage(scene.today) {
        Usage::UpTo(it) => match it.last_day {
            Some(day) if it.licenses < it.bought => (
                words::NOT_YET,
                Mood::Bad,
                words::partly(it.licenses, account.licenses_in_use(scene.people), &scene.date(day)),
            ),
            Some(day) => (words::NOT_YET, Mood::Warning, words::works_until(&scene.date(day))),
            None => (words::NOT_YET, Mood::Bad, words::NOBODY.to_owned()),
        },
        Usage::Account if account.deployment() == Deployment::Services => {
            (words::NOT_NEEDED, Mood::Neutral, words::SERVICES.to_owned())
        }
        Usage::Account if scene.status() == super::Status::Trial => {
            (words::NOT_NEEDED, Mood::Neutral, words::TRIAL.to_owned())
        }
        Usage::Account => (words::NOT_YET, Mood::Neutral, words::BUY_OR_APPLY.to_owned()),
    }
}

fn confirmation_status(scene: &Scene<'_>, it: &Confirmation) -> (&'static str, Mood, String) {
    let grace = scene.account.grace_policy().grace;
    let last = scene.date(it.last_day(grace));
    let on = scene.date(it.on);
    match (it.status(grace, scene.today), it.mode) {
        (ConfirmationStatus::Good, ActivationMode::Online) => {
            let until = scene.date(it.grant.last_day());
            (words::ACTIVATED, Mood::Good, words::online(&until, &on))
        }
        (ConfirmationStatus::Good, ActivationMode::Offline) => (words::ACTIVATED, Mood::Good, words::offline(&last)),
        (ConfirmationStatus::OutOfReach { days_left }, _) => (
            words::UNCONFIRMED,
            Mood::Warning,
            words::unconfirmed(&on, days_left, &last),
        ),
        (ConfirmationStatus::Inactive, mode) => match scene.account.usage(scene.today) {
            // Bookings since then work for some days without a certificate (ACT 7).
            Usage::UpTo(UsageLimit {
                licenses,
                uncertified_until: Some(day),
                ..
            }) => {
                let mood = if licenses < scene.account.licenses_in_use(scene.people) {
                    Mood::Bad
                } else {
                    Mood::Warning
                };
                let text = words::inactive_but(mode, &last, licenses, &scene.date(day));
                (words::INACTIVE, mood, text)
            }
            _ => (words::INACTIVE, Mood::Bad, words::inactive(mode, &last)),
        },
    }
}

/// The content of a certificate, for display.
pub fn facts(scene: &Scene<'_>, grant: &Grant) -> Facts {
    Facts {
        id: grant.subscription_id.to_string(),
        plan: scene.plan_name(grant.plan).to_owned(),
        licenses: scene.format.number(grant.licenses.get()),
        term: words::term(&scene.date(grant.term.start), &scene.date(grant.term.last_day())),
        until: Day::new(scene, grant.last_day()),
        issued: Day::new(scene, grant.issued_at.date()),
    }
}

/// How the purchase and the certificate differ, and what to do about it (ACT 7).
fn difference(scene: &Scene<'_>) -> Option<Notice> {
    let Usage::UpTo(it) = scene.account.usage(scene.today) else {
        return None;
    };
    // If there is no certificate, or the last one has expired, the status itself says what to do.
    let grant = scene.account.granted(scene.today)?;
    let in_use = scene.account.licenses_in_use(scene.people);
    if scene.account.is_granted() && it.licenses < in_use {
        return Some(Notice {
            mood: Mood::Bad,
            text: words::fewer_than_in_use(in_use, it.licenses),
        });
    }
    let plan = scene.account.paid()?.item.plan;
    let mode = scene.account.activation().map_or(ActivationMode::Online, |it| it.mode);
    if it.bought == it.certified {
        return (plan != grant.plan).then(|| Notice {
            mood: Mood::Warning,
            text: words::other_plan(scene.plan_name(plan), scene.plan_name(grant.plan), mode),
        });
    }
    let UsageLimit {
        licenses,
        certified,
        bought,
        uncertified_until,
        ..
    } = it;
    let day = uncertified_until.map(|day| scene.date(day));
    let mood = if licenses < bought.min(scene.account.licenses_in_use(scene.people)) {
        Mood::Bad
    } else {
        Mood::Warning
    };
    Some(Notice {
        mood,
        text: words::difference(bought, certified, licenses, day.as_deref(), mode),
    })
}

/// The notice for administrators on every page. `failed` says whether the latest request to the service has failed.
pub fn notice(scene: &Scene<'_>, failed: bool) -> Option<Notice> {
    // The tone depends on the number of licenses in use.
    if !scene.access().subscription || !concerns(scene) || scene.unread {
        return None;
    }
    let State {
        mood, text, difference, ..
    } = state(scene);
    let account = scene.account;
    // On the first day without a confirmation, the request to the service is still pending.
    let fresh = match account.activation() {
        Some(it) => match it.status(account.grace_policy().grace, scene.today) {
            ConfirmationStatus::OutOfReach { days_left } => days_left >= account.grace_policy().grace && !failed,
            _ => false,
        },
        None => false,
    };
    match mood {
        Mood::Warning | Mood::Bad if !fresh => Some(Notice { mood, text }),
        _ => difference,
    }
}

/// The instances of the subscription (ACT 6).
pub fn places(scene: &Scene<'_>, here: &InstanceId) -> InstanceList {
    let account = scene.account;
    let grant = account.activation().map(|it| &it.grant);
    let plan = grant.map(|it| it.plan).or(account.paid().map(|it| it.item.plan));
    let allowed = plan.and_then(|plan| scene.catalogue.plan(plan)).map(|it| it.instances);
    let rule = match allowed {
        Some(Instances::One) => words::ONE_INSTANCE,
        Some(Instances::Unlimited) => words::ANY_INSTANCE,
        None => words::NO_PLAN,
    };
    let reach = grant.map(|it| &it.instances);
    let own = InstanceRow {
        id: here.to_string(),
        here: true,
        covered: reach.is_some_and(|it| it.covers(here)),
    };
    let others: Vec<InstanceRow> = match reach {
        Some(InstanceScope::Only(ids)) => ids
            .iter()
            .filter(|id| *id != here)
            .map(|id| InstanceRow {
                id: id.to_string(),
                here: false,
                covered: true,
            })
            .collect(),
        _ => Vec::new(),
    };
    InstanceList {
        rule,
        named: std::iter::once(own).chain(others).collect(),
    }
}

/// The ID that will probably be applied: the activated one, or else the account's own ID if it has a paid subscription.
pub fn suggested_id(scene: &Scene<'_>) -> String {
    let account = scene.account;
    let active = account.activation().map(|it| it.grant.subscription_id);
    let own = account.paid().map(|_| account.id());
    // If its key is no longer trusted, the same subscription has been issued again.
    let lapsed = scene.ledger.activation_to_renew(scene.catalogue);
    let id = active.or(own).or(lapsed.map(|it| it.grant.subscription_id));
    id.map(|id| id.to_string()).unwrap_or_default()
}
