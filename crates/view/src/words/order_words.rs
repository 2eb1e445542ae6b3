//! Words of the plan page and the order dialog.

/// The plan page before a purchase.
pub const BUY_TITLE: &str = "Buy a subscription";
/// The plan page of a running subscription.
pub const CHANGE_TITLE: &str = "Change your subscription";
/// Its first line.
pub const SUBTITLE: &str = "Choose the number of licences, the billing and the plan";
/// The number.
pub const NUMBER: &str = "Licences";
/// One fewer.
pub const FEWER: &str = "One licence fewer";
/// One more.
pub const MORE: &str = "One licence more";
/// Not a number.
pub const NO_NUMBER: &str = "Enter a whole number, 1 or more";
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
pub const ORDER: &str = "Order";
/// The dialog: change.
pub const CHANGE: &str = "Change the subscription";
/// The dialog: renew now.
pub const RENEW: &str = "Renew now";
/// The dialog: cancel.
pub const CANCEL: &str = "Cancel the subscription";
/// The dialog: end Free.
pub const END_FREE: &str = "End Free";
/// The dialog: Free.
pub const FREE: &str = "Go on with Free";
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
pub const WHAT: &str = "What";
/// The lines.
pub const LINES: &str = "Lines";
/// The sum.
pub const TOTAL: &str = "Total";
/// Credit used.
pub const CREDIT_USED: &str = "Paid from credit";
/// Credit given.
pub const CREDIT_GIVEN: &str = "Credit you get";
/// Due.
pub const DUE: &str = "Due today";
/// Due with the next invoice.
pub const DUE_THEN: &str = "To pay";
/// Confirm a purchase.
pub const BUY: &str = "Buy";
/// Confirm a change today.
pub const CONFIRM_TODAY: &str = "Change today";
/// Confirm a change at renewal.
pub const CONFIRM_RENEWAL: &str = "Schedule at renewal";
/// Confirm renew now.
pub const CONFIRM_RENEW: &str = "Renew now";
/// Confirm a cancellation.
pub const CONFIRM_CANCEL: &str = "Cancel at end of term";
/// Confirm the end of Free.
pub const CONFIRM_END_FREE: &str = "End Free today";
/// Confirm Free.
pub const CONFIRM_FREE: &str = "Choose Free";
/// Leave.
pub const KEEP: &str = "Keep as it is";
/// Close.
pub const CLOSE: &str = "Close";
/// Why somebody cancels.
pub const REASON: &str = "Reason (optional)";
/// What the reason is for.
pub const REASON_HINT: &str = "It helps us to get better and stands in your history";
/// What Free at the end or at once means.
pub const FREE_MEANS: &str = "Free has no price and no end. It has few licences: who used Azure DevOps most recently keeps access, the others lose it.";
/// What ending Free means.
pub const END_FREE_MEANS: &str =
    "Everybody loses access today. Nothing is deleted, and you can choose Free or buy again at any time.";
/// A retry.
pub const TRY_AGAIN: &str = "Try again";
/// Go on waiting.
pub const KEEP_WAITING: &str = "Keep waiting";
/// Saving takes long.
pub const SLOW: &str = "Saving takes longer than usual. Nothing is booked twice, whatever you choose.";
/// The account changed meanwhile.
pub const LOOK_AGAIN: &str =
    "Something has changed since this was shown. Nothing was booked. Look again, then confirm.";

/// What canceling means (SUB 3).
pub fn cancel_means(last: &str, end: &str) -> String {
    format!(
        "Licences work through {last}. The subscription does not renew on {end}, nothing is paid back, nothing is deleted. You can undo this until then."
    )
}

/// Another administrator was quicker.
pub fn somebody_booked(actor: &str, what: &str) -> String {
    format!("{actor} has booked meanwhile: {what}. Nothing of yours was booked. Look again, then confirm.")
}

/// What was confirmed before is stored, although its answer was lost.
pub fn earlier(what: &str) -> String {
    format!(
        "What you confirmed before was booked after all, although its answer was lost: {what}. Nothing else was booked. Look again, then confirm."
    )
}

/// The same, told by itself.
pub fn late(what: &str) -> String {
    format!("What you confirmed before was booked after all, although its answer was lost: {what}.")
}

/// A way out: a number that goes.
pub fn set_to(licenses: u32) -> String {
    format!("Set to {licenses}")
}

/// Told after booking.
pub fn booked(what: &str) -> String {
    format!("Booked: {what}")
}
