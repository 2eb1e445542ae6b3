//! What is searched for above a list: it holds with every letter, and the address follows once nothing has been typed
//! for a while.

use crate::app::context::AppContext;
use leptos::prelude::*;
use std::time::Duration;

/// After so long without a letter, what is searched for stands in the address.
const SETTLED: Duration = Duration::from_millis(300);

/// What is being typed; cheap to copy.
#[derive(Clone, Copy)]
pub struct Typed {
    ui: AppContext,
    /// The name of its value in the address.
    name: &'static str,
    text: RwSignal<String>,
}

impl Typed {
    /// Begins with what the address says, and takes over whatever else it says later: Back, or another link.
    pub fn new(ui: AppContext, name: &'static str) -> Self {
        let asked = move || ui.store.params().get(name).unwrap_or_default().to_owned();
        let text = RwSignal::new(untrack(asked));
        Effect::new(move |before: Option<String>| {
            let now = asked();
            if before.is_some_and(|before| before != now) && text.get_untracked() != now {
                text.set(now.clone());
            }
            now
        });
        Self { ui, name, text }
    }

    /// The text, for the field.
    pub fn text(self) -> Signal<String> {
        self.text.into()
    }

    /// Another text.
    pub fn set(self, text: String) {
        self.text.set(text.clone());
        let settled = move || {
            if self.text.try_get_untracked().as_ref() == Some(&text) {
                self.ui.store.set_values(&[(self.name, text.clone())], false);
            }
        };
        set_timeout(settled, SETTLED);
    }

    /// No text; whoever asks for it changes the address.
    pub fn clear(self) {
        self.text.set(String::new());
    }
}
