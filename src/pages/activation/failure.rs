//! The texts of activation errors.

use crate::app::context::AppContext;
use crate::pages::shared::outcome::failure_text as not_booked;
use crate::store::ActivationError;
use view::words::activation as words;

/// The text of an activation error (ACT 8).
pub(crate) fn failure_text(ui: AppContext, trouble: &ActivationError) -> String {
    match trouble {
        ActivationError::Unreached(why, via_relay) => why.words(*via_relay),
        ActivationError::Failed(check, grant) => check.message(grant.as_deref()),
        ActivationError::OtherSubscription(id) => words::other_subscription(&id.to_string()),
        ActivationError::NotBooked(sent) => not_booked(ui, sent).unwrap_or_default(),
    }
}
