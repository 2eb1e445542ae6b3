//! The product's own page, and what stands in its place for those who are not let in (ACC 5–7, ROL 1).

use super::requests::{Asking, Granted, asking, granted};
use super::{Deployment, Role, Scene, words};
use licensing::account::usage_limit::Usage;
use licensing::value::role::Permission;

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
    /// That their request was granted, for some days.
    pub granted: Option<Granted>,
}

/// The page for somebody with access.
pub fn time(scene: &Scene<'_>, role: Role) -> TimeView {
    let plan = scene.account.paid().map(|paid| paid.item.plan);
    // On Server, what is activated is what may be used (ACT 7).
    let by_certificate = matches!(scene.account.usage(scene.today), Usage::UpTo(_));
    let activated = scene.account.granted(scene.today).filter(|_| by_certificate);
    let plan = activated.map(|grant| grant.plan).or(plan);
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
        granted: granted(scene),
    }
}

/// What somebody who is not let in reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The heading.
    pub title: &'static str,
    /// What is the matter.
    pub text: String,
    /// What they have said, or were told, in its own words.
    pub quote: Option<String>,
    /// What comes next.
    pub next: Option<String>,
    /// Whom to ask; on Services nothing of the product is said, so nobody is named (ACC 6).
    pub administrators: Vec<String>,
    /// "Ask for access" (ACC 5, ACC 6), where they can; none for collection administrators (ACC 7).
    pub ask: Option<&'static str>,
    /// The way to Subscription for collection administrators (ACC 7).
    pub to_subscription: bool,
    /// The support page (SUP 1), on the locked door.
    pub support: Option<String>,
    /// Whether it can be asked once more who looks (ACC 9).
    pub retry: bool,
}

impl Blocked {
    /// The same where it could not be asked who looks, and why: they may be an administrator, who has nothing to ask for
    /// (ACC 9).
    pub fn unanswered(self, why: String) -> Self {
        Self {
            text: words::NOT_ESTABLISHED.to_owned(),
            quote: None,
            next: Some(why),
            ask: None,
            retry: true,
            ..self
        }
    }
}

/// The locked door (ACC 5) or the neutral page (ACC 6).
pub fn blocked(scene: &Scene<'_>) -> Blocked {
    let on_server = scene.account.deployment() == Deployment::Server;
    let (title, text) = if on_server {
        (words::LOCKED_TITLE, words::LOCKED_TEXT)
    } else {
        (words::NEUTRAL_TITLE, words::NEUTRAL_TEXT)
    };
    let administrators = if on_server {
        scene.administrator_names()
    } else {
        Vec::new()
    };
    let blocked = Blocked {
        title,
        text: text.to_owned(),
        quote: None,
        next: None,
        administrators,
        ask: None,
        to_subscription: scene.access().subscription,
        support: if on_server { support_link(scene) } else { None },
        retry: false,
    };
    match asking(scene) {
        None if is_shut_out(scene) => Blocked {
            text: words::activation::SHUT_OUT.to_owned(),
            next: Some(words::activation::SHUT_OUT_NEXT.to_owned()),
            ..blocked
        },
        None => Blocked {
            text: words::BLOCKED_ADMINISTRATOR.to_owned(),
            ..blocked
        },
        Some(Asking::NotYet) => Blocked {
            ask: Some(words::requests::ASK),
            ..blocked
        },
        Some(Asking::Waiting { on, why }) => Blocked {
            text: words::requests::asked_on(&on.text),
            quote: why,
            next: Some(words::requests::who_answers(&blocked.administrators)),
            administrators: Vec::new(),
            ..blocked
        },
        Some(Asking::Declined { on, word }) => Blocked {
            text: words::requests::declined_on(&on.text),
            quote: word,
            ask: Some(words::requests::ASK_AGAIN),
            ..blocked
        },
        Some(Asking::Refused(why)) => Blocked {
            next: Some(why),
            ..blocked
        },
    }
}

/// Whether somebody with a role is not let in because fewer licenses are activated (ACT 7).
fn is_shut_out(scene: &Scene<'_>) -> bool {
    scene.status().is_usable() && scene.account.role_of(scene.viewer, scene.people).uses_license()
}

/// The support page, where it is a web address (SUP 1).
pub fn support_link(scene: &Scene<'_>) -> Option<String> {
    let url = &scene.catalogue.support.url;
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.clone())
}
