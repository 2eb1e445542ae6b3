//! The password field of the proxy form. A password is stored for one proxy, and must be entered again for another one
//! (ACT 4).

use crate::components::{MessageCard, Tone};
use crate::pages::activation::proxy_form::Form;
use leptos::prelude::*;
use view::words::activation as words;

impl Form {
    /// Where the stored password was entered for, and where it would be sent now, if these differ; tracked.
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

    /// Whether a password for this proxy is stored; tracked.
    fn is_kept(self) -> bool {
        let relay = self.relay();
        self.kept
            .with(|kept| kept.as_ref().is_some_and(|it| self.ui.store.is_for(it, &relay)))
    }

    /// The hint of the field; tracked.
    pub(crate) fn password_hint(self) -> &'static str {
        if self.is_kept() {
            words::PASSWORD_KEPT
        } else if self.ui.store.is_embedded() {
            words::PASSWORD_HOSTED
        } else {
            words::PASSWORD_HERE
        }
    }

    /// The error of the field: the password for this proxy is missing; tracked.
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

    /// The password as typed. `None` if the field is empty.
    pub(crate) fn typed(self) -> Option<String> {
        Some(self.password.get_untracked()).filter(|it| !it.is_empty())
    }
}

/// The warning that the proxy is not the one that the password was entered for.
#[component]
pub(crate) fn Moved(
    /// The proxy that it was entered for.
    old: String,
    /// The proxy that it would be sent to now.
    new: String,
) -> impl IntoView {
    view! { <MessageCard tone=Tone::Warning>{words::password_moved(&old, &new)}</MessageCard> }
}
