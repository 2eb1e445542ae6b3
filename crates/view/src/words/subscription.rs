//! Texts of the Subscription page.

use crate::Scene;
use licensing::Catalogue;
use licensing::billing::credit::Reason;
use licensing::subscription::status::Status;
use licensing::subscription::{Change, OfferError};
use licensing::value::term::BillingInterval;

/// The name of a status.
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

/// The name of a billing interval.
pub fn length(length: BillingInterval) -> &'static str {
    match length {
        BillingInterval::Monthly => "Monthly",
        BillingInterval::Annual => "Annual",
    }
}

/// A status: an invoice is overdue (INV 7).
pub const OVERDUE: &str = "Overdue";
/// A status: more people have a license than there are licenses.
pub const TOO_FEW: &str = "Too few licenses";
/// A status: fewer licenses are activated than are in use (ACT 7).
pub const PARTLY_ACTIVATED: &str = "Partly activated";
/// A status: the purchase and the activation differ (ACT 7).
pub const CHECK_ACTIVATION: &str = "Check activation";

/// The headline: active (SUB 7).
pub fn active(paid_through: &str, renews_on: &str, in_days: &str, due: Option<&str>) -> String {
    let sum = due.map(|due| format!(" for {due}")).unwrap_or_default();
    format!("Covered through {paid_through}, renews on {renews_on} ({in_days}){sum}")
}

/// The amount due with the next invoice, if credit pays a part of it (CRD 1).
pub fn after_credit(due: &str) -> String {
    format!("{due} after credit")
}

/// The headline: canceled (SUB 3).
pub fn canceling(last: &str) -> String {
    format!("Canceled. Licenses work through {last}, then everyone loses access")
}

/// The headline: canceled, with Free afterward (PLN 4).
pub fn canceling_to_free(last: &str) -> String {
    format!("Canceled. Licenses work through {last}, then the Free plan starts")
}

/// The headline: in the trial.
pub fn in_trial(last: &str) -> String {
    format!("Everyone can use every feature through {last}")
}

/// The headline: after the trial (TRI 4).
pub fn trial_ended(end: &str) -> String {
    format!("Your trial ended on {end}. No one has access until you buy")
}

/// The headline: after the subscription (SUB 4).
pub fn expired(end: &str) -> String {
    format!("Ended on {end}. No one has access until you buy again")
}

/// The headline: a subscription that exists only as a certificate (ACT 1).
pub fn granted(last: &str) -> String {
    format!("Activated through {last}. Manage it where it was purchased")
}

/// The headline: such a subscription has ended (ACT 5).
pub fn grant_ended(last: &str) -> String {
    format!("Inactive since {last}. No one has access until you activate it again")
}

/// The headline: Free.
pub fn free(licenses: u32) -> String {
    format!("Free for {licenses} people, with no end date")
}

/// The headline: nothing has happened yet.
pub fn nothing_yet(days: u32) -> String {
    format!("No one has access yet. Start the {days}-day trial or buy")
}

/// A billing interval within a sentence.
pub fn billed(length: BillingInterval) -> &'static str {
    match length {
        BillingInterval::Monthly => "billed monthly",
        BillingInterval::Annual => "billed annually",
    }
}

/// A change: "Team plan, 20 licenses, billed annually".
pub fn change(scene: &Scene<'_>, change: Change) -> String {
    change_in(scene.catalogue, change)
}

/// The same, with the plan names of another catalog.
pub fn change_in(catalogue: &Catalogue, change: Change) -> String {
    let plan = change.plan.map(|plan| format!("{} plan", catalogue.plan_name(plan)));
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

/// The scheduled change (SUB 5).
pub fn change_from(change: &str, end: &str) -> String {
    format!("{change}, starting with the renewal on {end}")
}

/// A pending Free (PLN 4).
pub fn free_from(end: &str) -> String {
    format!("The Free plan starts on {end}")
}

/// Why a change was not or will not be carried out (SUB 5).
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

/// A scheduled change that will not be carried out in the current state (CHG 9).
pub fn will_not_fit(change: &str, why: &str) -> String {
    format!("The scheduled change (“{change}”) won't be made at renewal because {why}")
}

/// More licenses are in use than scheduled.
pub fn in_use_at_renewal(in_use: u32) -> String {
    format!("{} are in use. Remove some before then", licenses_count(in_use))
}

/// A new price list applies at renewal (PLN 3).
pub const NEW_PRICES_APPLY: &str = "New prices apply";

/// The same with the difference in price, and its percentage.
pub fn new_prices(difference: &str, less: bool, percent: Option<&str>, length: BillingInterval) -> String {
    let (than, sign) = if less { ("less", "−") } else { ("more", "+") };
    let every = match length {
        BillingInterval::Monthly => "a month",
        BillingInterval::Annual => "a year",
    };
    let share = percent.map(|percent| format!(" ({sign}{percent})")).unwrap_or_default();
    format!("{NEW_PRICES_APPLY}: {difference} {than} {every}{share}")
}

/// The reason for a movement of the credit (CRD 2).
pub fn credit_reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Opening => "Imported",
        Reason::CreditNote => "Credit note",
        Reason::Applied => "Paid an invoice",
    }
}

/// The dates of a term, and its days.
pub fn term_span(start: &str, end: &str, days: i64, rest: i64) -> String {
    format!("Term from {start} to {end}, {days} days ({rest} left)")
}

/// A sentence of the term bar.
pub fn told(title: &str, detail: &str) -> String {
    format!("{title}: {detail}")
}

/// The label of today's mark.
pub fn today(date: &str) -> String {
    format!("Today, {date}")
}

/// A day and an amount.
pub fn on_for(day: &str, sum: &str) -> String {
    format!("{day}, {sum}")
}

/// When a future price list applies.
pub fn for_renewals_from(day: &str) -> String {
    format!("for renewals from {day}")
}

/// The renewal with the scheduled change.
pub fn renews_as(change: &str) -> String {
    format!("Renews with {change}")
}

/// A number out of a total.
pub fn of(part: u32, whole: u32) -> String {
    format!("{part} of {whole}")
}

/// The renewal without a change.
pub const RENEWS: &str = "Renews";
/// The end of a canceled term.
pub const SUBSCRIPTION_ENDS: &str = "Ends";
/// Free after a canceled term.
pub const FREE_STARTS: &str = "Free plan starts";
/// The next price list.
pub const NEW_PRICES: &str = "New prices";
/// Instead of a person, for events that only the passing of time caused.
pub const BY_ITSELF: &str = "Automatic";

/// Texts that only this page uses.
pub mod page {
    /// The name of the summary card.
    pub const SUMMARY: &str = "Your subscription";
    /// A label: plan.
    pub const PLAN: &str = "Plan";
    /// A label: billing interval.
    pub const BILLING: &str = "Billing";
    /// The label of a number: purchased licenses.
    pub const BOUGHT: &str = "Licenses purchased";
    /// The label of a number: licenses in use.
    pub const IN_USE: &str = "In use";
    /// The label of a number: people with access in a trial.
    pub const WITH_ACCESS: &str = "People with access";
    /// The label of a number: available licenses.
    pub const FREE: &str = "Available";
    /// A label: the last paid day.
    pub const PAID_THROUGH: &str = "Covered through";
    /// A label: renewal.
    pub const RENEWS_ON: &str = "Renews on";
    /// The time zone of dates (SUB 7).
    pub const UTC: &str = "Dates are in UTC";
    /// A button: change licenses, plan, or billing interval.
    pub const CHANGE: &str = "Change";
    /// The menu of the other actions.
    pub const MORE: &str = "More actions";
    /// The title for a new organization.
    pub const BEGIN: &str = "Start your free trial";
    /// A button: buy.
    pub const BUY: &str = "Buy Now";
    /// A button: start the trial.
    pub const START_TRIAL: &str = "Start free trial";
    /// A button: renew now.
    pub const RENEW_NOW: &str = "Renew now…";
    /// A button: cancel.
    pub const CANCEL: &str = "Cancel subscription…";
    /// A button: end Free.
    pub const END_FREE: &str = "End Free plan…";
    /// A button: undo the cancellation.
    pub const RESUME: &str = "Undo cancellation";
    /// A button: Free at the end of the term.
    pub const CHOOSE_FREE: &str = "Switch to Free plan…";
    /// A card title: the term.
    pub const TERM: &str = "Term";
    /// A card title: the trial.
    pub const TRIAL: &str = "Trial";
    /// The link to the term bar as text.
    pub const IN_WORDS: &str = "View as text";
    /// A card title: next invoice.
    pub const NEXT_INVOICE: &str = "Next invoice";
    /// The remark on that card.
    pub const ESTIMATE: &str = "Estimate, based on your current plan";
    /// A card title: what happens at the end of the term.
    pub const PENDING: &str = "At the end of the term";
    /// The scheduled change is on hold.
    pub const ASLEEP: &str = "On hold while the subscription is canceled. Applies again if you undo the cancellation";
    /// The message after undoing the cancellation.
    pub const RESUMED: &str = "Cancellation undone. The subscription will renew.";
    /// The message after removing the scheduled change.
    pub const REMOVED: &str = "Scheduled change removed. The subscription renews without it.";
    /// A button: remove the scheduled change.
    pub const REMOVE: &str = "Remove";
    /// A card title: credit.
    pub const CREDIT: &str = "Credit";
    /// How credit is used (CRD 1).
    pub const CREDIT_RULE: &str =
        "Credit is applied to your next invoices automatically. It never expires and isn't paid out.";
    /// There is no credit yet.
    pub const NO_MOVEMENTS: &str = "No credit yet. You get credit for unused time when you reduce licenses.";
    /// A card title: the ID and support.
    pub const IDENTITY: &str = "Subscription ID and support";
    /// A label: ID.
    pub const ID: &str = "Subscription ID";
    /// The button that copies the ID.
    pub const COPY_ID: &str = "Copy subscription ID";
    /// The ID was copied.
    pub const COPIED: &str = "Copied";
    /// The browser cannot copy the ID.
    pub const COPY_BY_HAND: &str = "Selected. Press Ctrl+C to copy";
    /// A label: support.
    pub const SUPPORT: &str = "Support";
    /// The link for applying another ID, on Services.
    pub const APPLY_ID: &str = "Apply another organization's ID";
    /// The link to support.
    pub const CONTACT_SUPPORT: &str = "Contact support";
    /// A card title: history.
    pub const HISTORY: &str = "History";
    /// There is no history yet.
    pub const NO_HISTORY: &str = "No history yet.";
    /// A button: export.
    pub const EXPORT: &str = "Export";
    /// The label of the filter.
    pub const SHOW: &str = "Show";
    /// A choice of the filter.
    pub const EVERYTHING: &str = "Everything";
    /// A choice of the filter.
    pub const ABOUT_SUBSCRIPTION: &str = "Subscription";
    /// A choice of the filter.
    pub const ABOUT_PEOPLE: &str = "People";
    /// A button: show all rows.
    pub const SHOW_ALL: &str = "Show all";
    /// A column heading.
    pub const DATE: &str = "Date";
    /// A column heading.
    pub const WHAT: &str = "What";
    /// A column heading.
    pub const WHO: &str = "Who";
    /// A column heading.
    pub const RULE: &str = "Rule";
    /// A column heading.
    pub const DOCUMENT: &str = "Document";
    /// A column heading.
    pub const AMOUNT: &str = "Amount";
    /// A column heading.
    pub const BALANCE: &str = "Balance";
    /// A column heading.
    pub const REASON: &str = "Reason";

    /// The history could not be read for verifying.
    pub const NOT_READ: &str = "The stored history couldn't be read. Try again.";
    /// A button: verify the history.
    pub const VERIFY: &str = "Verify";

    /// How far verifying is.
    pub fn verifying(done: &str, all: &str) -> String {
        format!("Checking {done} of {all} entries…")
    }

    /// All entries were decided again with the same result.
    pub fn verified(all: &str) -> String {
        format!("{all} of {all} entries follow the rules.")
    }

    /// An entry was decided again with another result.
    pub fn not_verified(why: &str) -> String {
        format!("The history doesn't follow the rules: {why}")
    }

    /// What a new organization can do.
    pub fn begin(days: u32) -> String {
        format!("Everyone in your organization can use every feature for {days} days. No payment is needed.")
    }
}
