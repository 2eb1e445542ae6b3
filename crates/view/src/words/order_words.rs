//! Words of the plan page and the order dialog.

use crate::{Event, LicenseCount, Scene};

/// The plan page before a purchase.
pub const BUY_TITLE: &str = "Buy a subscription";
/// The plan page of a running subscription.
pub const CHANGE_TITLE: &str = "Change your subscription";
/// Its first line.
pub const SUBTITLE: &str = "Choose your licenses, billing period, and plan";
/// The number.
pub const NUMBER: &str = "Licenses";
/// One fewer.
pub const FEWER: &str = "One fewer license";
/// One more.
pub const MORE: &str = "One more license";
/// Not a number.
pub const NO_NUMBER: &str = "Enter a whole number of 1 or more";
/// The length.
pub const BILLING: &str = "Billing";
/// The cards.
pub const PLANS: &str = "Plans";
/// On the fitting cheapest card.
pub const CHEAPEST: &str = "Best price";
/// On the card of the held plan.
pub const HELD: &str = "Your plan";
/// The button to the order.
pub const TO_ORDER: &str = "Review order…";
/// Back to the subscription.
pub const BACK: &str = "Back to Subscription";
/// The dialog: purchase.
pub const ORDER: &str = "Review your order";
/// The dialog: change.
pub const CHANGE: &str = "Review your change";
/// The dialog: renew now.
pub const RENEW: &str = "Renew now";
/// The dialog: cancel.
pub const CANCEL: &str = "Cancel subscription";
/// The dialog: end Free.
pub const END_FREE: &str = "End the Free plan";
/// The dialog: Free.
pub const FREE: &str = "Switch to the Free plan";
/// When it takes effect.
pub const WHEN: &str = "Takes effect";
/// Today.
pub const TODAY: &str = "Today";
/// At renewal.
pub const AT_RENEWAL: &str = "At renewal";
/// Before.
pub const BEFORE: &str = "Now";
/// After.
pub const AFTER: &str = "After";
/// What.
pub const WHAT: &str = "Item";
/// The lines.
pub const LINES: &str = "Charges and credits";
/// The sum.
pub const TOTAL: &str = "Total";
/// Credit used.
pub const CREDIT_USED: &str = "Paid with credit";
/// Credit given.
pub const CREDIT_GIVEN: &str = "Credit you receive";
/// Due.
pub const DUE: &str = "Due today";
/// Due with the next invoice.
pub const DUE_THEN: &str = "Amount due";
/// Confirm a purchase.
pub const BUY: &str = "Buy";
/// Confirm a change today.
pub const CONFIRM_TODAY: &str = "Change today";
/// Confirm a change at renewal.
pub const CONFIRM_RENEWAL: &str = "Schedule for renewal";
/// Confirm renew now.
pub const CONFIRM_RENEW: &str = "Renew now";
/// Confirm a cancellation.
pub const CONFIRM_CANCEL: &str = "Cancel subscription";
/// Confirm the end of Free.
pub const CONFIRM_END_FREE: &str = "End Free plan today";
/// Confirm Free.
pub const CONFIRM_FREE: &str = "Switch to Free plan";
/// Leave.
pub const KEEP: &str = "Cancel";
/// Leave without canceling the subscription.
pub const KEEP_SUBSCRIPTION: &str = "Keep subscription";
/// Close.
pub const CLOSE: &str = "Close";
/// Why somebody cancels.
pub const REASON: &str = "Reason (optional)";
/// What the reason is for.
pub const REASON_HINT: &str = "Your feedback helps us improve. It's also saved in your history";
/// What Free at the end or at once means.
pub const FREE_MEANS: &str = "The Free plan costs nothing and never ends, but has few licenses. People who used Azure DevOps most recently keep access. Others lose it.";
/// What ending Free means.
pub const END_FREE_MEANS: &str =
    "Everyone loses access today. Nothing is deleted, and you can return to the Free plan or buy again at any time.";
/// A retry.
pub const TRY_AGAIN: &str = "Try again";
/// Go on waiting.
pub const KEEP_WAITING: &str = "Keep waiting";
/// Saving takes long.
pub const SLOW: &str = "Saving is taking longer than usual. Your change won't be saved twice, whatever you choose.";
/// The account changed meanwhile.
pub const LOOK_AGAIN: &str =
    "Something changed in the meantime, so your change wasn't saved. Review and confirm again.";

/// What canceling means (SUB 3).
pub fn cancel_means(last: &str, end: &str) -> String {
    format!(
        "Licenses work through {last}, and the subscription won't renew on {end}. There's no refund, and nothing is deleted. You can undo this until then."
    )
}

/// Another administrator was quicker.
pub fn somebody_booked(actor: &str, what: &str) -> String {
    format!(
        "{actor} just {}. Your change wasn't saved. Review and confirm again.",
        super::continued(what)
    )
}

/// What was confirmed before is stored, although its answer was lost.
pub fn earlier(what: &str) -> String {
    format!("Your earlier change was saved after all: {what}. Nothing else was saved. Review and confirm again.")
}

/// The same, told by itself.
pub fn late(what: &str) -> String {
    format!("Your earlier change was saved after all: {what}.")
}

/// A way out: a number that goes.
pub fn set_to(licenses: LicenseCount) -> String {
    format!("Set to {licenses}")
}

/// Told after booking.
pub fn booked(scene: &Scene<'_>, event: &Event) -> String {
    match (event, scene.account.paid()) {
        (Event::Canceled { .. }, Some(paid)) => format!(
            "Subscription canceled. Access continues through {}.",
            scene.date(paid.term.last_day())
        ),
        _ => format!("{}.", super::event(scene, event)),
    }
}
