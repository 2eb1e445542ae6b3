//! Applies a subscription ID online, and refreshes the activation (ACT 1, ACT 2).

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, Here, IconName, LinkButton, MessageCard, TextInput, Tone, after};
use crate::pages::activation::failure::failure_text;
use crate::pages::activation::troubleshooting;
use crate::pages::activation::troubleshooting::SupportLink;
use crate::store::{ActivationError, Applied, Stage};
use leptos::prelude::*;
use view::activation::{SubscriptionId, suggested_id};
use view::words::activation as words;

/// The state of the form. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Apply {
    ui: AppContext,
    here: Here,
    id: RwSignal<String>,
    /// Whether the viewer has tried to apply the ID. From then on, the field shows its error.
    tried: RwSignal<bool>,
    trouble: RwSignal<Option<String>>,
}

impl Apply {
    /// A form with the suggested ID in the field.
    pub fn new(ui: AppContext) -> Self {
        Self {
            ui,
            here: Here::new(),
            id: RwSignal::new(ui.now(suggested_id).unwrap_or_default()),
            tried: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Whether a request to the vendor is in progress; tracked.
    fn is_asking(self) -> bool {
        self.ui.store.asking() != Stage::Idle
    }

    /// The error in the ID, if any; tracked.
    fn fault(self) -> Option<String> {
        let error = self.id.with(|text| SubscriptionId::find(text)).err();
        error.filter(|_| self.tried.get()).map(words::not_an_id)
    }

    fn apply(self) {
        self.tried.set(true);
        let Ok(id) = self.id.with_untracked(|text| SubscriptionId::find(text)) else {
            return;
        };
        self.id.set(id.to_string());
        self.trouble.set(None);
        after(self.ui.store.apply_online(id), move |outcome| {
            self.told(outcome, words::APPLIED);
        });
    }

    /// Fetches the certificate of the current activation again.
    pub fn refresh(self) {
        self.trouble.set(None);
        after(self.ui.store.refresh(), move |outcome| {
            self.told(outcome, words::REFRESHED);
        });
    }

    /// Reports the outcome, wherever the viewer is by now. An error is shown in the form if it still exists, otherwise
    /// in a toast.
    fn told(self, outcome: Result<Applied, ActivationError>, done: &'static str) {
        match &outcome {
            Ok(Applied::Booked(_)) => self.ui.tell(Tone::Success, done),
            Ok(Applied::Current) => self.ui.tell(Tone::Info, words::CURRENT),
            Err(trouble) if self.here.stands() => self.trouble.set(Some(failure_text(self.ui, trouble))),
            Err(trouble) => self.ui.tell(Tone::Error, failure_text(self.ui, trouble)),
        }
    }
}

/// The field with its button.
#[component]
pub(crate) fn ApplyField(
    /// The state of the form.
    apply: Apply,
    /// Whether it is the main action of the page.
    first: bool,
) -> impl IntoView {
    let kind = if first {
        ButtonKind::Primary
    } else {
        ButtonKind::Default
    };
    view! {
        <div class="apply">
            <TextInput
                label=words::ID
                value=apply.id
                hint=words::ID_HINT
                error=Signal::derive(move || apply.fault())
            />
            <Button kind=kind busy=Signal::derive(move || apply.is_asking()) on_click=move |()| apply.apply()>
                {words::APPLY}
            </Button>
        </div>
    }
}

/// The button that refreshes the activation.
#[component]
pub(crate) fn RefreshButton(apply: Apply) -> impl IntoView {
    view! {
        <Button
            icon=IconName::Refresh
            busy=Signal::derive(move || apply.is_asking())
            on_click=move |()| apply.refresh()
        >
            {words::REFRESH}
        </Button>
    }
}

/// The progress of the request with a Cancel button, and then the error, if any.
#[component]
pub(crate) fn ApplyProgress(apply: Apply) -> impl IntoView {
    let ui = apply.ui;
    let attempt = move || match ui.store.asking() {
        Stage::Asking(attempt) => words::asking(attempt),
        Stage::Idle => String::new(),
    };
    let failed = move || {
        let text = apply.trouble.get()?;
        let failed = text.clone();
        let action = move || {
            view! {
                <LinkButton href=move || troubleshooting::href(ui)>{words::WHY}</LinkButton>
                <SupportLink failed=failed />
            }
        };
        Some(view! { <MessageCard tone=Tone::Error action=action>{text}</MessageCard> })
    };
    view! {
        <Show when=move || apply.is_asking() fallback=move || failed>
            <div class="asking" role="status">
                <span>{attempt}</span>
                <Button on_click=move |()| ui.store.stop_asking()>{words::CANCEL}</Button>
            </div>
        </Show>
    }
}
