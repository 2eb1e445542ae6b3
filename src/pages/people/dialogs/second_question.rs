//! The second question: asked before the license of a person who was seen recently is freed as unused (LIC 3).

use crate::app::context::AppContext;
use crate::components::{MessageCard, Tone};
use crate::pages::shared::booking_dialog::Decided;
use leptos::prelude::*;
use view::people::{Count, Recent, RoleImpact, recently_seen};
use view::words::roles as words;

/// The people it concerns, and whether it is shown. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Second {
    recent: Memo<Option<(Recent, Count)>>,
    stands: RwSignal<bool>,
}

impl Second {
    /// The question about a decision. `stands` is set when the question is asked, and the command then confirms it.
    pub fn new(ui: AppContext, decided: Decided, stands: RwSignal<bool>) -> Self {
        let recent = Memo::new(move |_| {
            let preview = decided.get()?.ok()?;
            ui.model(|scene| {
                let recent = recently_seen(scene, &preview.events)?;
                Some((recent, RoleImpact::of(scene, &preview.events).lose))
            })?
        });
        Self { recent, stands }
    }

    /// Whether the question must be answered before booking. If so, shows it.
    pub fn asks(self) -> bool {
        let asks = self.recent.with_untracked(Option::is_some) && !self.stands.get_untracked();
        if asks {
            self.stands.set(true);
        }
        asks
    }

    fn stands(self) -> bool {
        self.stands.get() && self.recent.with(Option::is_some)
    }

    /// The text of the button: the answer, if the question is shown. Tracked.
    pub fn confirm(self, words: String) -> String {
        if self.stands() { words::yes(&words) } else { words }
    }
}

/// The question, if it is shown.
#[component]
pub(crate) fn SecondQuestion(second: Second) -> impl IntoView {
    move || {
        let (recent, of) = second.recent.get().filter(|_| second.stands.get())?;
        let text = words::recently_seen(&recent, &of);
        Some(view! {
            <div class="second-question">
                <MessageCard tone=Tone::Warning title=words::REALLY_UNUSED>{text}</MessageCard>
            </div>
        })
    }
}
