//! A live region: announces changes of the page to people who use a screen reader.

use leptos::prelude::*;

/// Announces texts. Get it with `expect_context::<Speaker>()` after an [`Announcer`] has received it.
#[derive(Clone, Copy, Debug)]
pub struct Speaker {
    words: RwSignal<String>,
}

impl Speaker {
    /// A live region that has not announced anything yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            words: RwSignal::new(String::new()),
        }
    }

    /// Announces `words` as soon as the screen reader pauses, even if they are the same as the last ones.
    pub fn say(self, words: &str) {
        let mut text = String::from(words);
        if text == self.words.get_untracked() {
            // A screen reader is silent if the text has not changed.
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

/// The live region in the page. There is one per page, outside every part that is drawn again.
#[component]
pub fn Announcer(
    /// Supplies the announcements.
    speaker: Speaker,
) -> impl IntoView {
    view! {
        <div class="unseen" aria-live="polite" aria-atomic="true">
            {move || speaker.words.get()}
        </div>
    }
}
