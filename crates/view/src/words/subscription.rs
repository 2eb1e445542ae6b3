//! Words of the Subscription page.

use crate::Scene;
use licensing::billing::credit::Reason;
use licensing::subscription::status::Status;
use licensing::subscription::{Change, OfferError};
use licensing::value::term::BillingInterval;

/// A state in a word.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::None => "Not started",
        Status::Trial => "Free trial",
        Status::TrialEnded => "Trial ended",
        Status::Active => "Active",
        Status::Canceling => "Canceled",
        Status::Expired => "Expired",
        Status::Free => "Free",
    }
}

/// A billing length.
pub fn length(length: BillingInterval) -> &'static str {
    match length {
        BillingInterval::Monthly => "Monthly",
        BillingInterval::Annual => "Annual",
    }
}

/// Active (SUB 7).
pub fn active(paid_through: &str, renews_on: &str, in_days: &str, total: Option<&str>) -> String {
    let sum = total.map(|total| format!(" for {total}")).unwrap_or_default();
    format!("Covered through {paid_through}, renews on {renews_on} ({in_days}){sum}")
}

/// Canceled (SUB 3).
pub fn canceling(last: &str) -> String {
    format!("Canceled. Licenses work through {last}, then everyone loses access")
}

/// Canceled, Free afterwards (PLN 4).
pub fn canceling_to_free(last: &str) -> String {
    format!("Canceled. Licenses work through {last}, then the Free plan starts")
}

/// In the trial.
pub fn in_trial(last: &str) -> String {
    format!("Everyone can use every feature through {last}")
}

/// After the trial (TRI 4).
pub fn trial_ended(end: &str) -> String {
    format!("Your trial ended on {end}. No one has access until you buy")
}

/// After the subscription (SUB 4).
pub fn expired(end: &str) -> String {
    format!("Ended on {end}. No one has access until you buy again")
}

/// What a certificate alone grants (ACT 1).
pub fn granted(last: &str) -> String {
    format!("Activated through {last}. Manage it where it was purchased")
}

/// What a certificate alone granted, over (ACT 5).
pub fn grant_ended(last: &str) -> String {
    format!("Inactive since {last}. No one has access until you activate it again")
}

/// Free.
pub fn free(licenses: u32) -> String {
    format!("Free for {licenses} people, with no end date")
}

/// Before anything.
pub fn nothing_yet(days: u32) -> String {
    format!("No one has access yet. Start the {days}-day trial or buy")
}

/// A billing length, after what is billed.
pub fn billed(length: BillingInterval) -> &'static str {
    match length {
        BillingInterval::Monthly => "billed monthly",
        BillingInterval::Annual => "billed annually",
    }
}

/// A change in words: "Team plan, 20 licenses, billed annually".
pub fn change(scene: &Scene<'_>, change: Change) -> String {
    let plan = change.plan.map(|plan| format!("{} plan", scene.plan_name(plan)));
    let licenses = change.licenses.map(licenses_count);
    let length = change.length.map(|it| billed(it).to_owned());
    let parts: Vec<String> = plan.into_iter().chain(licenses).chain(length).collect();
    parts.join(", ")
}

/// "1 license", "20 licenses".
pub fn licenses_count(licenses: impl Into<u32>) -> String {
    let licenses = licenses.into();
    format!("{licenses} {}", if licenses == 1 { "license" } else { "licenses" })
}

/// What is scheduled (SUB 5).
pub fn change_from(change: &str, end: &str) -> String {
    format!("{change}, starting with the renewal on {end}")
}

/// A pending Free (PLN 4).
pub fn free_from(end: &str) -> String {
    format!("The Free plan starts on {end}")
}

/// Why a change did or will not fit (SUB 5).
pub fn misfit(reason: OfferError) -> &'static str {
    match reason {
        OfferError::PlanNotAvailable => "the plan isn't available here",
        OfferError::PlanNotSold => "the plan is no longer sold",
        OfferError::LicensesOutOfRange => "the plan doesn't allow that number of licenses",
        OfferError::NoPriceList => "it had no price",
        OfferError::LicensesInUse => "more licenses were in use",
    }
}

/// A scheduled change that was not carried out (SUB 5).
pub fn did_not_fit(change: &str, why: &str) -> String {
    format!(
        "The scheduled change (“{change}”) wasn't made at the last renewal because {why}. The subscription renewed without it"
    )
}

/// A scheduled change that will not be carried out as things stand (CHG 9).
pub fn will_not_fit(change: &str, why: &str) -> String {
    format!("The scheduled change (“{change}”) won't be made at renewal because {why}")
}

/// More in use than scheduled.
pub fn in_use_at_renewal(in_use: u32) -> String {
    format!("{} are in use. Remove some before then", licenses_count(in_use))
}

/// Another price list at renewal (PLN 3).
pub const NEW_PRICES_APPLY: &str = "New prices apply";

/// The same with what it costs more or less, and the share in per cent.
pub fn new_prices(difference: &str, less: bool, percent: Option<&str>, length: BillingInterval) -> String {
    let (than, sign) = if less { ("less", "−") } else { ("more", "+") };
    let every = match length {
        BillingInterval::Monthly => "a month",
        BillingInterval::Annual => "a year",
    };
    let share = percent.map(|percent| format!(" ({sign}{percent})")).unwrap_or_default();
    format!("{NEW_PRICES_APPLY}: {difference} {than} {every}{share}")
}

/// Why credit moved (CRD 2).
pub fn credit_reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Opening => "Imported",
        Reason::CreditNote => "Credit note",
        Reason::Applied => "Paid an invoice",
    }
}

/// The length of a term in words.
pub fn term_span(start: &str, end: &str, days: i64, rest: i64) -> String {
    format!("Term from {start} to {end}, {days} days ({rest} left)")
}

/// A sentence of the term bar.
pub fn told(title: &str, detail: &str) -> String {
    format!("{title}: {detail}")
}

/// Today's mark.
pub fn today(date: &str) -> String {
    format!("Today, {date}")
}

/// A day and a sum.
pub fn on_for(day: &str, sum: &str) -> String {
    format!("{day}, {sum}")
}

/// A price list to come.
pub fn for_renewals_from(day: &str) -> String {
    format!("for renewals from {day}")
}

/// The renewal with what is scheduled.
pub fn renews_as(change: &str) -> String {
    format!("Renews with {change}")
}

/// A part of a whole.
pub fn of(part: u32, whole: u32) -> String {
    format!("{part} of {whole}")
}

/// A bar without a change.
pub const RENEWS: &str = "Renews";
/// The end of a canceled term.
pub const SUBSCRIPTION_ENDS: &str = "Ends";
/// Free after a canceled term.
pub const FREE_STARTS: &str = "Free plan starts";
/// The next price list.
pub const NEW_PRICES: &str = "New prices";
/// Who, where time alone did it.
pub const BY_ITSELF: &str = "Automatic";

/// The page's own words.
pub mod page {
    /// The card above the fold.
    pub const SUMMARY: &str = "Your subscription";
    /// A fact: plan.
    pub const PLAN: &str = "Plan";
    /// A fact: billing.
    pub const BILLING: &str = "Billing";
    /// A number: bought.
    pub const BOUGHT: &str = "Licenses purchased";
    /// A number: in use.
    pub const IN_USE: &str = "In use";
    /// A number: people with access in a trial.
    pub const WITH_ACCESS: &str = "People with access";
    /// A number: free.
    pub const FREE: &str = "Available";
    /// A fact: paid through.
    pub const PAID_THROUGH: &str = "Covered through";
    /// A fact: renewal.
    pub const RENEWS_ON: &str = "Renews on";
    /// Which days count (SUB 7).
    pub const UTC: &str = "Dates are in UTC";
    /// A button: change licenses, plan or length.
    pub const CHANGE: &str = "Change";
    /// A button: change licenses.
    pub const CHANGE_LICENSES: &str = "Change licenses";
    /// A button: change the plan.
    pub const CHANGE_PLAN: &str = "Change plan";
    /// A button: change the length.
    pub const CHANGE_LENGTH: &str = "Change billing";
    /// A button: buy.
    pub const BUY: &str = "Buy Now";
    /// A button: trial.
    pub const START_TRIAL: &str = "Start free trial";
    /// A button: renew now.
    pub const RENEW_NOW: &str = "Renew now…";
    /// A button: cancel.
    pub const CANCEL: &str = "Cancel subscription…";
    /// A button: end Free.
    pub const END_FREE: &str = "End Free plan…";
    /// A button: undo.
    pub const RESUME: &str = "Undo cancellation";
    /// A button: Free at the end.
    pub const CHOOSE_FREE: &str = "Switch to Free plan…";
    /// A card: the term.
    pub const TERM: &str = "Term";
    /// The trial's bar.
    pub const TRIAL: &str = "Trial";
    /// The bar in words.
    pub const IN_WORDS: &str = "View as text";
    /// A card: next invoice.
    pub const NEXT_INVOICE: &str = "Next invoice";
    /// Its remark.
    pub const ESTIMATE: &str = "Estimate, based on your current plan";
    /// A card: what is pending.
    pub const PENDING: &str = "At the end of the term";
    /// A pending change that sleeps.
    pub const ASLEEP: &str = "On hold while the subscription is canceled. Applies again if you undo the cancellation";
    /// Told after undoing.
    pub const RESUMED: &str = "Cancellation undone. The subscription will renew.";
    /// Told after removing.
    pub const REMOVED: &str = "Scheduled change removed. The subscription renews without it.";
    /// A button: remove.
    pub const REMOVE: &str = "Remove";
    /// A card: credit.
    pub const CREDIT: &str = "Credit";
    /// What credit is (CRD 1).
    pub const CREDIT_RULE: &str =
        "Credit is applied to your next invoices automatically. It never expires and isn't paid out.";
    /// No credit yet.
    pub const NO_MOVEMENTS: &str = "No credit yet. You get credit for unused time when you reduce licenses.";
    /// A card: the ID and support.
    pub const IDENTITY: &str = "Subscription ID and support";
    /// A fact: ID.
    pub const ID: &str = "Subscription ID";
    /// The copy button.
    pub const COPY_ID: &str = "Copy subscription ID";
    /// After copying.
    pub const COPIED: &str = "Copied";
    /// Where copying is forbidden.
    pub const COPY_BY_HAND: &str = "Selected. Press Ctrl+C to copy";
    /// A fact: support.
    pub const SUPPORT: &str = "Support";
    /// The way to apply another ID, on Services.
    pub const APPLY_ID: &str = "Apply another organization's ID";
    /// The support link.
    pub const CONTACT_SUPPORT: &str = "Contact support";
    /// A card: history.
    pub const HISTORY: &str = "History";
    /// Nothing yet.
    pub const NO_HISTORY: &str = "No history yet.";
    /// A button: export.
    pub const EXPORT: &str = "Export";
    /// The filter.
    pub const SHOW: &str = "Show";
    /// A choice of the filter.
    pub const EVERYTHING: &str = "Everything";
    /// A choice of the filter.
    pub const ABOUT_SUBSCRIPTION: &str = "Subscription";
    /// A choice of the filter.
    pub const ABOUT_PEOPLE: &str = "People";
    /// A button: more rows.
    pub const SHOW_ALL: &str = "Show all";
    /// Columns.
    pub const DATE: &str = "Date";
    /// Columns.
    pub const WHAT: &str = "What";
    /// Columns.
    pub const WHO: &str = "Who";
    /// Columns.
    pub const RULE: &str = "Rule";
    /// Columns.
    pub const DOCUMENT: &str = "Document";
    /// Columns.
    pub const AMOUNT: &str = "Amount";
    /// Columns.
    pub const BALANCE: &str = "Balance";
    /// Columns.
    pub const REASON: &str = "Reason";
}
