//! Applying a subscription ID online, and refreshing what is activated (ACT 1, ACT 2).

use super::troubleshooting::help;
use super::{link, said, troubleshooting};
use crate::components::{Button, ButtonKind, Here, IconName, MessageCard, TextInput, Tone, after};
use crate::dom::view;
use crate::pages::scene::Ui;
use crate::store::{Applied, Stage, Trouble};
use leptos::prelude::*;
use view::activation::{read_id, suggested_id};
use view::words::activation as words;

/// What was asked for, and what is wrong with it; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Apply {
    ui: Ui,
    here: Here,
    id: RwSignal<String>,
    /// Whether somebody has tried: from then on the field says what is wrong.
    tried: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
}

impl Apply {
    /// The ID that is most likely to be applied stands in the field.
    pub fn new(ui: Ui) -> Self {
        Self {
            ui,
            here: Here::new(),
            id: RwSignal::new(ui.now(suggested_id).unwrap_or_default()),
            tried: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    fn fault(self) -> Option<String> {
        let problem = self.id.with(|text| read_id(text)).err();
        problem.filter(|_| self.tried.get())
    }

    fn apply(self) {
        self.tried.set(true);
        let Ok(id) = self.id.with_untracked(|text| read_id(text)) else {
            return;
        };
        self.id.set(id.to_string());
        self.trouble.set(None);
        after(self.ui.store.apply_online(id), move |outcome| {
            self.told(outcome, words::APPLIED);
        });
    }

    /// Asks for what is activated anew.
    pub fn refresh(self) {
        self.trouble.set(None);
        after(self.ui.store.refresh(), move |outcome| {
            self.told(outcome, words::REFRESHED);
        });
    }

    /// Wherever the reader is by now; what went wrong is told where it was asked for, as long as that stands.
    fn told(self, outcome: Result<Applied, Trouble>, done: &'static str) {
        match &outcome {
            Ok(Applied::Booked(_)) => self.ui.tell(Tone::Success, done),
            Ok(Applied::Current) => self.ui.tell(Tone::Info, words::CURRENT),
            Err(trouble) if self.here.stands() => self.trouble.set(Some(said(self.ui, trouble))),
            Err(trouble) => self.ui.tell(Tone::Error, said(self.ui, trouble)),
        }
    }

    /// The field with its button; `first` where it is what the page is there for.
    pub fn field(self, first: bool) -> AnyView {
        let ui = self.ui;
        let kind = if first {
            ButtonKind::Primary
        } else {
            ButtonKind::Default
        };
        let busy = move || ui.store.asking() != Stage::Idle;
        view! {
            <div class="apply">
                <TextInput
                    label=words::ID
                    value=self.id
                    hint=words::ID_HINT
                    error=Signal::derive(move || self.fault())
                />
                <Button kind=kind busy=Signal::derive(busy) on_click=move |()| self.apply()>
                    {words::APPLY}
                </Button>
            </div>
        }
        .into_any()
    }

    /// The button that asks for what is activated anew.
    pub fn refresh_button(self) -> AnyView {
        let busy = move || self.ui.store.asking() != Stage::Idle;
        view! {
            <Button icon=IconName::Refresh busy=Signal::derive(busy) on_click=move |()| self.refresh()>
                {words::REFRESH}
            </Button>
        }
        .into_any()
    }

    /// How far asking is, with the way to call it off; then what went wrong.
    pub fn progress(self) -> AnyView {
        let ui = self.ui;
        let under_way = Memo::new(move |_| ui.store.asking() != Stage::Idle);
        let attempt = move || match ui.store.asking() {
            Stage::Asking(attempt) => words::asking(attempt),
            Stage::Idle => String::new(),
        };
        let part = move || {
            if under_way.get() {
                return Some(asking(ui, Signal::derive(attempt)));
            }
            let text = self.trouble.get()?;
            let action = view! {
                {link(troubleshooting(ui), words::WHY, ButtonKind::Default)}
                {help(ui, &text)}
            };
            Some(view! { <MessageCard tone=Tone::Error action=action.into_any()>{text}</MessageCard> }.into_any())
        };
        view! { {part} }.into_any()
    }
}

/// How far asking is.
fn asking(ui: Ui, attempt: Signal<String>) -> AnyView {
    view! {
        <div class="asking" role="status">
            <span>{move || attempt.get()}</span>
            <Button on_click=move |()| ui.store.stop_asking()>{words::CANCEL}</Button>
        </div>
    }
    .into_any()
}
