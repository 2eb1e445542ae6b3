//! The product's own page, and the page for people without access (ACC 5–7, ROL 1).

use super::requests::{Asking, Granted, asking, granted};
use super::{Deployment, Role, Scene, words};
use licensing::account::usage_limit::Usage;
use licensing::value::role::Permission;

/// What a person with access can do here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeView {
    /// The name of the role.
    pub role: &'static str,
    /// The permissions of ROL 1, and whether the role has them.
    pub permits: Vec<(&'static str, bool)>,
    /// The plan, or the trial.
    pub plan: String,
    /// The plan's remark.
    pub remark: Option<String>,
    /// The collection administrators (ACC 2).
    pub administrators: Vec<String>,
    /// The approval of the person's request, for some days.
    pub granted: Option<Granted>,
}

/// The page for a person with access.
pub fn time(scene: &Scene<'_>, role: Role) -> TimeView {
    let plan = scene.account.paid().map(|paid| paid.item.plan);
    // On a Server, the activated plan is the one that can be used (ACT 7).
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

/// The page for a person without access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The heading.
    pub title: &'static str,
    /// What happened.
    pub text: String,
    /// The person's own reason, or the administrator's message.
    pub quote: Option<String>,
    /// The next step.
    pub next: Option<String>,
    /// The administrators to ask. Empty on Services, where the page mentions nothing of the product (ACC 6).
    pub administrators: Vec<String>,
    /// The label of the button that requests access (ACC 5, ACC 6). `None` if the person cannot ask, and for collection
    /// administrators (ACC 7).
    pub ask: Option<&'static str>,
    /// Whether there is a link to Subscription, which collection administrators get (ACC 7).
    pub to_subscription: bool,
    /// The URL of the support page (SUP 1), on the locked door.
    pub support: Option<String>,
    /// Whether the page offers to check the person's membership again (ACC 9).
    pub retry: bool,
}

impl Blocked {
    /// The page if it is unknown whether the person is a collection administrator, and why. It does not offer to
    /// request access, because administrators have nothing to request (ACC 9).
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

/// Whether a person with a role has no access because fewer licenses are activated (ACT 7).
fn is_shut_out(scene: &Scene<'_>) -> bool {
    scene.status().is_usable() && scene.account.role_of(scene.viewer, scene.people).uses_license()
}

/// The URL of the support page, if it is a web page (SUP 1).
pub fn support_link(scene: &Scene<'_>) -> Option<String> {
    let url = &scene.catalogue.support.url;
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.clone())
}
