//! The search text above a list. It applies on every keystroke. The address follows after a pause in typing.

use crate::app::context::AppContext;
use leptos::prelude::*;
use std::time::Duration;

/// The pause in typing after which the address is updated.
const SETTLED: Duration = Duration::from_millis(300);

/// The current search text. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Typed {
    ui: AppContext,
    /// The name of the text in the address.
    name: &'static str,
    text: RwSignal<String>,
}

impl Typed {
    /// Starts with the text in the address, and follows later changes of the address, by Back or another link.
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

    /// Changes the text, and the address after a pause.
    pub fn set(self, text: String) {
        self.text.set(text.clone());
        let settled = move || {
            if self.text.try_get_untracked().as_ref() == Some(&text) {
                self.ui.store.set_values(&[(self.name, text.clone())], false);
            }
        };
        set_timeout(settled, SETTLED);
    }

    /// Clears the text. The caller changes the address.
    pub fn clear(self) {
        self.text.set(String::new());
    }
}
