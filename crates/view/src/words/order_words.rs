//! Texts of the plans page and the order dialog.

use crate::{Event, LicenseCount, Scene};

/// The title of the plans page before a purchase.
pub const BUY_TITLE: &str = "Buy a subscription";
/// The title of the plans page with a subscription.
pub const CHANGE_TITLE: &str = "Change your subscription";
/// The subtitle of the plans page.
pub const SUBTITLE: &str = "Choose your licenses, billing period, and plan";
/// The label of the number of licenses.
pub const NUMBER: &str = "Licenses";
/// The button for one license less.
pub const FEWER: &str = "One fewer license";
/// The button for one license more.
pub const MORE: &str = "One more license";
/// The error if it is not a number.
pub const NO_NUMBER: &str = "Enter a whole number of 1 or more";
/// The error if the number of licenses is empty.
pub const EMPTY_NUMBER: &str = "Enter a number.";
/// The error if the number of licenses is not a whole number.
pub const NOT_WHOLE: &str = "Enter a whole number.";
/// The label of the billing interval.
pub const BILLING: &str = "Billing";
/// The heading of the plans.
pub const PLANS: &str = "Plans";
/// The mark of the cheapest plan that fits.
pub const CHEAPEST: &str = "Best price";
/// The mark of the current plan.
pub const HELD: &str = "Your plan";
/// The button that opens the order dialog.
pub const TO_ORDER: &str = "Review order…";
/// The link back to the subscription.
pub const BACK: &str = "Back to Subscription";
/// The title of the dialog: purchase.
pub const ORDER: &str = "Review your order";
/// The title of the dialog: change.
pub const CHANGE: &str = "Review your change";
/// The title of the dialog: renew now.
pub const RENEW: &str = "Renew now";
/// The title of the dialog: cancel.
pub const CANCEL: &str = "Cancel subscription";
/// The title of the dialog: end Free.
pub const END_FREE: &str = "End the Free plan";
/// The title of the dialog: Free.
pub const FREE: &str = "Switch to the Free plan";
/// The label of when a change takes effect.
pub const WHEN: &str = "Takes effect";
/// The choice: today.
pub const TODAY: &str = "Today";
/// The choice: at renewal.
pub const AT_RENEWAL: &str = "At renewal";
/// A column heading: before.
pub const BEFORE: &str = "Now";
/// A column heading: after.
pub const AFTER: &str = "After";
/// A column heading: the compared item.
pub const WHAT: &str = "Item";
/// The heading of the lines.
pub const LINES: &str = "Charges and credits";
/// The label of the total.
pub const TOTAL: &str = "Total";
/// The label of the used credit.
pub const CREDIT_USED: &str = "Paid with credit";
/// The label of the given credit.
pub const CREDIT_GIVEN: &str = "Credit you receive";
/// The label of the amount due today.
pub const DUE: &str = "Due today";
/// The label of the amount due with the next invoice.
pub const DUE_THEN: &str = "Amount due";
/// The button that confirms a purchase.
pub const BUY: &str = "Buy";
/// The button that confirms a change today.
pub const CONFIRM_TODAY: &str = "Change today";
/// The button that confirms a change at renewal.
pub const CONFIRM_RENEWAL: &str = "Schedule";
/// The button that confirms an early renewal.
pub const CONFIRM_RENEW: &str = "Renew now";
/// The button that confirms a cancellation.
pub const CONFIRM_CANCEL: &str = "Cancel subscription";
/// The button that confirms the end of Free.
pub const CONFIRM_END_FREE: &str = "End Free plan today";
/// The button that confirms Free.
pub const CONFIRM_FREE: &str = "Switch to Free plan";
/// The button that leaves the dialog.
pub const KEEP: &str = "Cancel";
/// The button that leaves the dialog without canceling the subscription.
pub const KEEP_SUBSCRIPTION: &str = "Keep subscription";
/// The button that closes the dialog.
pub const CLOSE: &str = "Close";
/// The label of the reason for a cancellation.
pub const REASON: &str = "Reason (optional)";
/// What the reason is used for.
pub const REASON_HINT: &str = "Your feedback helps us improve. It's also saved in your history";
/// The explanation of Free, at the end of the term or immediately.
pub const FREE_MEANS: &str = "The Free plan costs nothing and never ends, but has few licenses. People who used Azure DevOps most recently keep access. Others lose it.";
/// The explanation of ending Free.
pub const END_FREE_MEANS: &str =
    "Everyone loses access today. Nothing is deleted, and you can return to the Free plan or buy again at any time.";
/// The button that retries.
pub const TRY_AGAIN: &str = "Try again";
/// The button that continues to wait.
pub const KEEP_WAITING: &str = "Keep waiting";
/// Saving takes longer than usual.
pub const SLOW: &str = "Saving is taking longer than usual. Your change won't be saved twice, whatever you choose.";
/// The account has changed in the meantime.
pub const LOOK_AGAIN: &str =
    "Something changed in the meantime, so your change wasn't saved. Review and confirm again.";

/// What a cancellation means (SUB 3).
pub fn cancel_means(last: &str, end: &str) -> String {
    format!(
        "Licenses work through {last}, and the subscription won't renew on {end}. There's no refund, and nothing is deleted. You can undo this until then."
    )
}

/// Another administrator was faster.
pub fn somebody_booked(actor: &str, what: &str) -> String {
    format!(
        "{actor} just {}. Your change wasn't saved. Review and confirm again.",
        super::continued(what)
    )
}

/// A change that was confirmed earlier was stored, although its answer was lost.
pub fn earlier(what: &str) -> String {
    format!("Your earlier change was saved after all: {what}. Nothing else was saved. Review and confirm again.")
}

/// The same, if no other change was confirmed.
pub fn late(what: &str) -> String {
    format!("Your earlier change was saved after all: {what}.")
}

/// The button that sets a possible number of licenses.
pub fn set_to(licenses: LicenseCount) -> String {
    format!("Set to {licenses}")
}

/// The message after a booking.
pub fn booked(scene: &Scene<'_>, event: &Event) -> String {
    match (event, scene.account.paid()) {
        (Event::Canceled { .. }, Some(paid)) => format!(
            "Subscription canceled. Access continues through {}.",
            scene.date(paid.term.last_day())
        ),
        _ => format!("{}.", super::event(scene, event)),
    }
}

/// The error if a number is too low.
pub fn at_least(least: u32) -> String {
    format!("Enter {least} or more.")
}

/// The error if a number is too high.
pub fn at_most(most: u32) -> String {
    format!("Enter {most} or less.")
}
