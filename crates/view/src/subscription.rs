//! View models of the Subscription page: whether the organization is covered, until when, and for how much.

use super::cost::{YearCost, year_of};
use super::forecast::{Forecast, forecast};
use super::{Change, Command, Date, Day, LicenseCount, Mood, Refusal, Scene, Status, words};
use licensing::activation::confirmation::Confirmation;
use licensing::subscription::Subscription;

pub use super::forecast::{NextInvoice, next_invoice};

/// The summary at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The status in one or two words.
    pub status: &'static str,
    /// The tone of the status.
    pub mood: Mood,
    /// A summary in one sentence.
    pub headline: String,
    /// The plan's name. `None` before the first purchase.
    pub plan: Option<String>,
    /// The plan's remark.
    pub remark: Option<String>,
    /// The billing interval.
    pub length: Option<&'static str>,
    /// The number of licenses. `None` in a trial, which has no limit (LIC 6).
    pub licenses: Option<u32>,
    /// The number of licenses in use, or of people with access in a trial. `None` until the people are read.
    pub in_use: Option<u32>,
    /// The number of available licenses. `None` if there is no limit, or until the people are read.
    pub free: Option<u32>,
    /// The last paid day (SUB 7).
    pub paid_through: Option<Day>,
    /// The day of renewal.
    pub renews_on: Option<Day>,
    /// The cost of the next 12 months. `None` if nothing is paid for, or if it depends on people who are not read yet.
    pub year: Option<YearCost>,
}

/// The summary at the top of the page.
pub fn summary(scene: &Scene<'_>) -> Summary {
    let (status, pill) = (scene.status(), super::standing::pill(scene));
    let forecast = forecast(scene);
    let (plan, length, licenses) = held(scene);
    let in_use = (!scene.unread).then(|| scene.account.licenses_in_use(scene.people));
    let paid = scene.account.paid();
    let renews = paid.filter(|paid| paid.canceled.is_none());
    Summary {
        status: pill.text,
        mood: pill.mood,
        headline: headline_of(scene, forecast.as_ref()),
        plan: plan.map(|plan| scene.plan_name(plan).to_owned()),
        remark: plan.and_then(|plan| scene.catalogue.plan(plan)?.remark.clone()),
        length: length.map(words::length),
        licenses: licenses.map(LicenseCount::get),
        in_use,
        free: licenses
            .zip(in_use)
            .map(|(licenses, in_use)| licenses.get().saturating_sub(in_use))
            .filter(|_| status.is_usable()),
        paid_through: paid.map(|paid| Day::new(scene, paid.term.last_day())),
        renews_on: renews.map(|paid| Day::new(scene, paid.term.end)),
        year: forecast.as_ref().and_then(|it| year_of(scene, it)),
    }
}

/// The plan, billing interval, and licenses, also of an ended subscription.
fn held(
    scene: &Scene<'_>,
) -> (
    Option<super::PlanKey>,
    Option<super::BillingInterval>,
    Option<LicenseCount>,
) {
    match scene.account.subscription() {
        Subscription::Paid(paid) => (Some(paid.item.plan), Some(paid.item.length), Some(paid.item.licenses)),
        Subscription::Ended(ended) => (Some(ended.plan), ended.length, Some(ended.licenses)),
        Subscription::Free { licenses, .. } => (Some(super::PlanKey::Free), None, Some(*licenses)),
        Subscription::Granted => match scene.account.activation() {
            Some(Confirmation { grant, .. }) => (Some(grant.plan), Some(grant.length), Some(grant.licenses)),
            None => (None, None, None),
        },
        Subscription::None | Subscription::Trial(_) => (None, None, None),
    }
}

/// A sentence that says whether the organization is covered, until when, and for how much (SUB 7).
pub fn headline(scene: &Scene<'_>) -> String {
    headline_of(scene, forecast(scene).as_ref())
}

fn headline_of(scene: &Scene<'_>, forecast: Option<&Forecast>) -> String {
    let status = scene.status();
    let trial_end = scene.account.trial().map(|trial| trial.end);
    match (status, scene.account.paid()) {
        (Status::Active, Some(paid)) => {
            let sum = forecast.and_then(|it| it.next(scene)).map(|next| next.figure());
            let days = scene.format.in_days(scene.today.days_until(paid.term.end));
            words::active(
                &scene.date(paid.term.last_day()),
                &scene.date(paid.term.end),
                &days,
                sum.as_deref(),
            )
        }
        (Status::Canceling, Some(paid)) => {
            let last = scene.date(paid.term.last_day());
            if paid.pending_free().is_some() {
                words::canceling_to_free(&last)
            } else {
                words::canceling(&last)
            }
        }
        (Status::Trial, _) => {
            let last = trial_end.map(|end| scene.date(end.minus_days(1))).unwrap_or_default();
            words::in_trial(&last)
        }
        (Status::TrialEnded, _) => words::trial_ended(&trial_end.map(|end| scene.date(end)).unwrap_or_default()),
        (Status::Active | Status::Canceling, None) => words::granted(&granted_until(scene)),
        (Status::Expired, _) if scene.account.is_granted() => words::grant_ended(&granted_until(scene)),
        (Status::Expired, _) => words::expired(&ended_on(scene).map(|on| scene.date(on)).unwrap_or_default()),
        (Status::Free, _) => words::free(scene.account.licenses().map_or(0, LicenseCount::get)),
        _ => words::nothing_yet(scene.catalogue.trial_days),
    }
}

/// The last day of a subscription that exists only as a certificate.
fn granted_until(scene: &Scene<'_>) -> String {
    let activation = scene.account.activation();
    let last = activation.map(|it| it.last_day(scene.account.grace_policy().grace));
    last.map(|day| scene.date(day)).unwrap_or_default()
}

/// The day on which the subscription ended.
pub fn ended_on(scene: &Scene<'_>) -> Option<Date> {
    match scene.account.subscription() {
        Subscription::Ended(ended) => Some(ended.on),
        _ => None,
    }
}

/// What happens at the end of the term (SUB 5, PLN 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The change and its date.
    pub text: String,
    /// Whether it is on hold because the subscription is canceled.
    pub asleep: bool,
}

/// What happens at the end of the term.
pub fn pending(scene: &Scene<'_>) -> Option<Pending> {
    let paid = scene.account.paid()?;
    let end = scene.date(paid.term.end);
    match (paid.pending_free(), paid.scheduled()) {
        (Some(_), _) => Some(Pending {
            text: words::free_from(&end),
            asleep: false,
        }),
        (None, Some(change)) => {
            let text = words::change_from(&words::change(scene, change), &end);
            Some(Pending {
                text,
                asleep: paid.canceled.is_some(),
            })
        }
        (None, None) => None,
    }
}

/// The card about the subscription's credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditView {
    /// The balance.
    pub balance: String,
    /// The latest movements, newest first.
    pub movements: Vec<MovementView>,
}

/// A movement of the ledger (CRD 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementView {
    /// The day.
    pub day: Day,
    /// The reason.
    pub reason: &'static str,
    /// The document.
    pub document: String,
    /// The amount.
    pub amount: String,
    /// The balance after it.
    pub balance: String,
}

/// The number of movements on the card. The statement contains all of them.
const LAST: usize = 6;

/// The credit with its movements.
pub fn credit(scene: &Scene<'_>) -> CreditView {
    let ledger = scene.account.credit();
    let movements = ledger.movements().iter().rev().take(LAST).map(|it| MovementView {
        day: Day::new(scene, it.date),
        reason: words::credit_reason(it.reason),
        document: it.document.as_deref().unwrap_or_default().to_owned(),
        amount: scene.money(it.amount),
        balance: scene.money(it.balance),
    });
    CreditView {
        balance: scene.money(ledger.balance()),
        movements: movements.collect(),
    }
}

/// The available actions. Each is the refusal if the action is not available.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actions {
    /// Start the trial.
    pub start_trial: Option<Refusal>,
    /// Buy.
    pub buy: Option<Refusal>,
    /// Change licenses, plan, or billing interval.
    pub adjust: Option<Refusal>,
    /// Renew now.
    pub renew_now: Option<Refusal>,
    /// Cancel.
    pub cancel: Option<Refusal>,
    /// Undo the cancellation.
    pub resume: Option<Refusal>,
    /// Choose Free.
    pub choose_free: Option<Refusal>,
    /// Remove the scheduled change.
    pub unschedule: Option<Refusal>,
    /// Whether there is a change of today, even if it cannot be undone because something depends on it (CHG 13).
    pub offers_undo: bool,
    /// Undo today's change.
    pub undo: Option<Refusal>,
}

/// The available actions. The rules decide this, not the page (ACC 8).
pub fn actions(scene: &Scene<'_>) -> Actions {
    let whole = |command: Command| scene.decide(&command).err();
    Actions {
        start_trial: whole(Command::StartTrial {}),
        buy: scene.refusal(&Command::Buy {
            plan: super::PlanKey::Team,
            length: super::BillingInterval::Monthly,
            licenses: 1,
            keep: None,
        }),
        adjust: scene.refusal(&Command::adjust(Change::default())),
        renew_now: whole(Command::RenewNow {}),
        cancel: whole(Command::Cancel { reason: None }),
        resume: whole(Command::Resume {}),
        choose_free: whole(Command::ChooseFree { keep: None }),
        unschedule: whole(Command::Unschedule {}),
        offers_undo: super::undo::is_offered(scene),
        undo: super::undo::refusal(scene),
    }
}
