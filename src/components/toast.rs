//! News that comes and goes: one at a time.

use std::sync::Arc;
use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::components::button::{Button, ButtonKind};
use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use crate::components::tone::Tone;

/// How long a toast stands, unless somebody is at it.
const STANDS: Duration = Duration::from_secs(8);

/// The label of a button, and its work. Toasts outlive the part of the page that shows them, so the work may use nothing of
/// it.
pub type ToastAction = (String, Arc<dyn Fn() + Send + Sync>);

/// One piece of news.
#[derive(Clone)]
pub struct Toast {
    /// How serious it is; an error is said at once and stays until it is dismissed.
    pub tone: Tone,
    /// What happened.
    pub text: String,
    /// What can be done about it: the words of a button and its work.
    pub action: Option<ToastAction>,
}

/// Where news is handed in: `expect_context::<Toasts>()` after a [`Toaster`] was given one.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    current: RwSignal<Option<Toast>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    elsewhere: StoredValue<Option<Elsewhere>>,
}

/// Shows what passes by itself in another way.
type Elsewhere = Callback<Toast>;

impl Toasts {
    /// No news.
    #[must_use]
    pub fn new() -> Self {
        Self {
            current: RwSignal::new(None),
            timer: StoredValue::new(None),
            elsewhere: StoredValue::new(None),
        }
    }

    /// From now on, what passes by itself is handed to `elsewhere`; an error stays here until somebody has read it.
    pub fn hand_on(self, elsewhere: Elsewhere) {
        self.elsewhere.set_value(Some(elsewhere));
    }

    /// Shows `toast` in place of the one before.
    pub fn show(self, toast: Toast) {
        match self.elsewhere.get_value() {
            Some(elsewhere) if toast.tone != Tone::Error => elsewhere.run(toast),
            _ => self.show_here(toast),
        }
    }

    /// Shows `toast` here, in place of the one before.
    pub fn show_here(self, toast: Toast) {
        self.current.set(Some(toast));
        self.resume();
    }

    /// Shows a text of that tone.
    pub fn tell(self, tone: Tone, text: impl Into<String>) {
        self.show(Toast {
            tone,
            text: text.into(),
            action: None,
        });
    }

    /// Takes it away.
    pub fn dismiss(self) {
        self.pause();
        self.current.set(None);
    }

    /// Takes away what offers something that is over by now, by its text; what stands in its place stays.
    pub fn withdraw(self, text: &str) {
        let current = self.current.get_untracked();
        if current.is_some_and(|toast| toast.action.is_some() && toast.text == text) {
            self.dismiss();
        }
    }

    /// Stops the clock: somebody reads or reaches for the button.
    fn pause(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(None);
    }

    /// Starts the clock anew; an error has none.
    fn resume(self) {
        self.pause();
        let passing = self
            .current
            .get_untracked()
            .is_some_and(|toast| toast.tone != Tone::Error);
        if passing {
            self.timer
                .set_value(set_timeout_with_handle(move || self.dismiss(), STANDS).ok());
        }
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}

/// Where news appears: once a page, outside everything that comes and goes.
#[component]
pub fn Toaster(
    /// The news.
    toasts: Toasts,
    /// The name of the button that takes it away: "Dismiss".
    dismiss_label: &'static str,
) -> impl IntoView {
    let serious = move |toast: &Toast| matches!(toast.tone, Tone::Error | Tone::Warning);
    let shown = move |urgent: bool| {
        toasts
            .current
            .get()
            .filter(|toast| serious(toast) == urgent)
            .map(|toast| view! { <News toasts=toasts toast=toast dismiss_label=dismiss_label /> })
    };
    view! {
        <div
            class="toasts"
            on:mouseenter=move |_| toasts.pause()
            on:mouseleave=move |_| toasts.resume()
            on:focusin=move |_| toasts.pause()
            on:focusout=move |_| toasts.resume()
        >
            <div role="status">{move || shown(false)}</div>
            <div role="alert">{move || shown(true)}</div>
        </div>
    }
}

/// One toast.
#[component]
fn News(
    /// Where it stands.
    toasts: Toasts,
    /// What it says.
    toast: Toast,
    /// The name of the button that takes it away.
    dismiss_label: &'static str,
) -> impl IntoView {
    let action = toast.action.map(|(label, work)| {
        let run = move |()| {
            toasts.dismiss();
            work();
        };
        view! { <Button kind=ButtonKind::Link on_click=run>{label}</Button> }
    });
    view! {
        <div class=ids::joined(&["toast", toast.tone.class()])>
            <Icon name=toast.tone.icon() />
            <span class="toast-text">{toast.text}</span>
            {action}
            <Button
                kind=ButtonKind::Subtle
                icon=IconName::Close
                label=dismiss_label
                on_click=move |()| toasts.dismiss()
            />
        </div>
    }
}
