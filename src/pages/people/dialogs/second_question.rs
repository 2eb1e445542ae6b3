//! The second question: before the license of somebody who was just seen is freed as no longer used (LIC 3).

use crate::app::context::AppContext;
use crate::components::{MessageCard, Tone};
use crate::pages::shared::booking_dialog::Decided;
use leptos::prelude::*;
use view::people::{Count, Recent, RoleImpact, recently_seen};
use view::words::roles as words;

/// Whom it is about, and whether it stands; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Second {
    recent: Memo<Option<(Recent, Count)>>,
    stands: RwSignal<bool>,
}

impl Second {
    /// Of what is decided. `stands` is set once it is asked; the command says so then.
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

    /// Whether it has to be answered before anything is booked; then it is asked.
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

    /// The words of the button: the answer, once it is asked. Tracked.
    pub fn confirm(self, words: String) -> String {
        if self.stands() { words::yes(&words) } else { words }
    }
}

/// The question, once it is asked.
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
