//! The product's own page, and what stands in its place for those who are not let in (ACC 5–7, ROL 1).

use super::{Deployment, Role, Scene, words};
use crate::licensing::role::Permission;

/// What somebody with access may do here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeView {
    /// The role's name.
    pub role: &'static str,
    /// The permissions of ROL 1 and whether the role has them.
    pub permits: Vec<(&'static str, bool)>,
    /// The plan, or the trial.
    pub plan: String,
    /// The plan's remark.
    pub remark: Option<String>,
    /// Who administers (ACC 2).
    pub administrators: Vec<String>,
}

/// The page for somebody with access.
pub fn time(scene: &Scene<'_>, role: Role) -> TimeView {
    let plan = scene.account.paid().map(|paid| paid.holding.plan);
    let plan = plan.or_else(|| (scene.status() == super::Status::Free).then_some(super::PlanKey::Free));
    TimeView {
        role: words::role(role),
        permits: Permission::ALL
            .iter()
            .map(|it| (words::permission(*it), role.permits(*it)))
            .collect(),
        plan: plan.map_or_else(|| words::IN_TRIAL.to_owned(), |plan| scene.plan_name(plan).to_owned()),
        remark: plan.and_then(|plan| scene.catalogue.plan(plan)?.remark.clone()),
        administrators: scene.administrator_names(),
    }
}

/// What somebody who is not let in reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The heading.
    pub title: &'static str,
    /// What is the matter.
    pub text: &'static str,
    /// Whom to ask; on Services nothing of the product is said, so nobody is named (ACC 6).
    pub administrators: Vec<String>,
    /// "Ask for access" by mail: an address that opens a message (ACC 5, ACC 6); none for collection administrators.
    pub ask: Option<String>,
    /// The way to Subscription for collection administrators (ACC 7).
    pub to_subscription: bool,
    /// The support page (SUP 1), on the locked door.
    pub support: Option<String>,
}

/// The locked door (ACC 5) or the neutral page (ACC 6).
pub fn blocked(scene: &Scene<'_>) -> Blocked {
    let access = scene.access();
    let on_server = scene.account.deployment == Deployment::Server;
    Blocked {
        title: if on_server {
            words::LOCKED_TITLE
        } else {
            words::NEUTRAL_TITLE
        },
        text: match (access.may_ask, on_server) {
            (true, true) => words::LOCKED_TEXT,
            (true, false) => words::NEUTRAL_TEXT,
            (false, _) => words::BLOCKED_ADMINISTRATOR,
        },
        administrators: if on_server {
            scene.administrator_names()
        } else {
            Vec::new()
        },
        ask: access.may_ask.then(|| ask_by_mail(scene, on_server)),
        to_subscription: access.subscription,
        support: if on_server { support_link(scene) } else { None },
    }
}

/// The support page, where it is a web address (SUP 1).
pub fn support_link(scene: &Scene<'_>) -> Option<String> {
    let url = &scene.catalogue.support.url;
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.clone())
}

/// An address that opens a message to the collection administrators. On Services it names nothing of the product
/// (ACC 6).
fn ask_by_mail(scene: &Scene<'_>, on_server: bool) -> String {
    let known = scene
        .administrators
        .iter()
        .filter_map(|id| scene.people.get(id)?.email.as_deref());
    let to: Vec<String> = known.map(percent_encoded).collect();
    let subject = if on_server {
        words::ask_subject(&scene.catalogue.product)
    } else {
        words::ASK_SUBJECT.to_owned()
    };
    format!("mailto:{}?subject={}", to.join(","), percent_encoded(&subject))
}

/// A text as a part of an address.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'@' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
