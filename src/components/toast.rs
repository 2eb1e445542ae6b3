//! Toasts: short news, shown one at a time.

use std::sync::Arc;
use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::components::button::{Button, ButtonKind};
use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use crate::components::tone::Tone;

/// How long a toast is shown, unless it has the focus or the pointer.
const STANDS: Duration = Duration::from_secs(8);

/// The label of a button, and its action. A toast outlives the part of the page that created it, so the action must not
/// use anything that belongs to that part.
pub type ToastAction = (String, Arc<dyn Fn() + Send + Sync>);

/// A toast.
#[derive(Clone)]
pub struct Toast {
    /// The severity. An error is announced immediately and stays until it is dismissed.
    pub tone: Tone,
    /// What happened.
    pub text: String,
    /// The button, if any: its label and its action.
    pub action: Option<ToastAction>,
}

/// Shows toasts. Get it with `expect_context::<Toasts>()` after a [`Toaster`] has received it.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    current: RwSignal<Option<Toast>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    elsewhere: StoredValue<Option<Elsewhere>>,
}

/// Shows temporary toasts in a different way.
type Elsewhere = Callback<Toast>;

impl Toasts {
    /// No toast.
    #[must_use]
    pub fn new() -> Self {
        Self {
            current: RwSignal::new(None),
            timer: StoredValue::new(None),
            elsewhere: StoredValue::new(None),
        }
    }

    /// Passes temporary toasts to `elsewhere` from now on. An error stays here until it is dismissed.
    pub fn hand_on(self, elsewhere: Elsewhere) {
        self.elsewhere.set_value(Some(elsewhere));
    }

    /// Shows `toast` in place of the previous one.
    pub fn show(self, toast: Toast) {
        match self.elsewhere.get_value() {
            Some(elsewhere) if toast.tone != Tone::Error => elsewhere.run(toast),
            _ => self.show_here(toast),
        }
    }

    /// Shows `toast` here, in place of the previous one.
    pub fn show_here(self, toast: Toast) {
        self.current.set(Some(toast));
        self.resume();
    }

    /// Shows a text with this tone.
    pub fn tell(self, tone: Tone, text: impl Into<String>) {
        self.show(Toast {
            tone,
            text: text.into(),
            action: None,
        });
    }

    /// Closes the toast.
    pub fn dismiss(self) {
        self.pause();
        self.current.set(None);
    }

    /// Closes the toast with this text if it offers an action, because the action is no longer possible. Keeps any
    /// other toast.
    pub fn withdraw(self, text: &str) {
        let current = self.current.get_untracked();
        if current.is_some_and(|toast| toast.action.is_some() && toast.text == text) {
            self.dismiss();
        }
    }

    /// Stops the timer, because someone is reading the toast or reaching for its button.
    fn pause(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(None);
    }

    /// Restarts the timer. An error has none.
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

/// Shows the toasts. There is one per page, outside every part that is drawn again.
#[component]
pub fn Toaster(
    /// Supplies the toasts.
    toasts: Toasts,
    /// The accessible name of the close button, such as "Dismiss".
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

/// A toast.
#[component]
fn News(
    /// Where it is shown.
    toasts: Toasts,
    /// The content.
    toast: Toast,
    /// The accessible name of the close button.
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
