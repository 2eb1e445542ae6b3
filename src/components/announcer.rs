//! Things said to those who do not see the page change.

use leptos::prelude::*;

/// The voice of the page: `expect_context::<Speaker>()` after an [`Announcer`] was given one.
#[derive(Clone, Copy, Debug)]
pub struct Speaker {
    words: RwSignal<String>,
}

impl Speaker {
    /// A voice that has said nothing.
    #[must_use]
    pub fn new() -> Self {
        Self {
            words: RwSignal::new(String::new()),
        }
    }

    /// Says `words` as soon as the reader pauses, also if they were the last words said.
    pub fn say(self, words: &str) {
        let mut text = String::from(words);
        if text == self.words.get_untracked() {
            // A screen reader keeps silent where the text has not changed.
            text.push('\u{a0}');
        }
        self.words.set(text);
    }
}

impl Default for Speaker {
    fn default() -> Self {
        Self::new()
    }
}

/// Where the voice is heard: once a page, outside everything that comes and goes.
#[component]
pub fn Announcer(
    /// The voice.
    speaker: Speaker,
) -> impl IntoView {
    view! {
        <div class="unseen" aria-live="polite" aria-atomic="true">
            {move || speaker.words.get()}
        </div>
    }
}
