//! The proxy's password in the form. It is kept for one proxy, and asked for again if that is another one (ACT 4).

use crate::components::{MessageCard, Tone};
use crate::pages::activation::proxy_form::Form;
use leptos::prelude::*;
use view::words::activation as words;

impl Form {
    /// Where the password that is kept was entered for, and where it would go now, where that is somewhere else; tracked.
    pub(crate) fn elsewhere(self) -> Option<(String, String)> {
        let relay = self.relay();
        let there = self
            .ui
            .store
            .place_of(&relay)
            .filter(|_| relay.enabled && relay.check().is_ok())?;
        self.kept.with(|kept| {
            let kept = kept.as_ref().filter(|it| !self.ui.store.is_for(it, &relay))?;
            Some((kept.place(), there))
        })
    }

    /// Whether a password for this relay is kept; tracked.
    fn is_kept(self) -> bool {
        let relay = self.relay();
        self.kept
            .with(|kept| kept.as_ref().is_some_and(|it| self.ui.store.is_for(it, &relay)))
    }

    /// What is to be known of the field; tracked.
    pub(crate) fn password_hint(self) -> &'static str {
        if self.is_kept() {
            words::PASSWORD_KEPT
        } else if self.ui.store.is_embedded() {
            words::PASSWORD_HOSTED
        } else {
            words::PASSWORD_HERE
        }
    }

    /// What is wrong with the password: it is missing for this relay; tracked.
    pub(crate) fn password_fault(self) -> Option<String> {
        let missing = self.password.with(String::is_empty) && !self.is_kept();
        if !missing || !self.tried.get() {
            return None;
        }
        Some(match self.elsewhere() {
            Some((old, new)) => words::password_again(&old, &new),
            None => words::PASSWORD_MISSING.to_owned(),
        })
    }

    /// The password as it was typed, where something was.
    pub(crate) fn typed(self) -> Option<String> {
        Some(self.password.get_untracked()).filter(|it| !it.is_empty())
    }
}

/// The warning that the relay is another than the one that the password was entered for.
#[component]
pub(crate) fn Moved(
    /// The one that it was entered for.
    old: String,
    /// The one that it would go to now.
    new: String,
) -> impl IntoView {
    view! { <MessageCard tone=Tone::Warning>{words::password_moved(&old, &new)}</MessageCard> }
}
