//! The relay to the activation service, and a test of the way through it (ACT 4).

use super::password::Moved;
use crate::components::{Button, Card, Here, MessageCard, Switch, TextInput, Tone};
use crate::pages::confirm::send_telling;
use crate::pages::scene::Ui;
use crate::store::Tested;
use leptos::prelude::*;
use view::Command;
use view::activation::{ActivationProxy, BoundPassword, ProxyError};
use view::words::activation as words;

/// What stands in the form; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) ui: Ui,
    here: Here,
    enabled: RwSignal<bool>,
    address: RwSignal<String>,
    port: RwSignal<String>,
    asks: RwSignal<bool>,
    user: RwSignal<String>,
    /// What was typed. What is kept stands in no field: the page that shows it may be about another relay.
    pub(super) password: RwSignal<String>,
    /// The password that is kept, with the relay that it was entered for.
    pub(super) kept: RwSignal<Option<BoundPassword>>,
    /// Whether somebody has tried to apply it: from then on it says what is wrong.
    pub(super) tried: RwSignal<bool>,
    tested: RwSignal<Option<Tested>>,
    testing: RwSignal<bool>,
}

/// The card.
#[component]
pub(super) fn ProxyCard() -> impl IntoView {
    let form = Form::new(Ui::get());
    let elsewhere = Memo::new(move |_| form.elsewhere());
    let moved = move || elsewhere.get().map(|(old, new)| view! { <Moved old=old new=new /> });
    let outcome = move || {
        let (tone, text) = form.outcome()?;
        Some(view! { <MessageCard tone=tone>{text}</MessageCard> })
    };
    view! {
        <Card title=words::PROXY>
            <p>{words::PROXY_TEXT}</p>
            {moved}
            <div class="form">
                <Switch
                    label=words::PROXY_ENABLE
                    on=form.enabled
                    on_change=move |on| form.switch(form.enabled, on)
                />
                <Show when=move || form.enabled.get()>
                    <Fields form=form />
                </Show>
            </div>
            {outcome}
            <div class="card-buttons">
                <Button on_click=move |()| form.apply()>{words::APPLY_PROXY}</Button>
                <Show when=move || form.enabled.get()>
                    <Button busy=form.testing on_click=move |()| form.test()>{words::TEST}</Button>
                </Show>
            </div>
        </Card>
    }
}

/// The relay, and what it wants to know.
#[component]
fn Fields(form: Form) -> impl IntoView {
    view! {
        <TextInput
            label=words::ADDRESS
            value=form.address
            hint=words::ADDRESS_HINT
            error=form.fault(|it| matches!(it, ProxyError::Address { .. }))
        />
        <TextInput
            label=words::PORT
            value=form.port
            error=form.fault(|it| matches!(it, ProxyError::Port))
        />
        <Switch label=words::AUTHENTICATION on=form.asks on_change=move |on| form.switch(form.asks, on) />
        <Show when=move || form.asks.get()>
            <TextInput
                label=words::USER
                value=form.user
                error=form.fault(|it| matches!(it, ProxyError::User))
            />
            <TextInput
                label=words::PASSWORD
                value=form.password
                secret=true
                hint=Signal::derive(move || Some(form.password_hint().to_owned()))
                error=Signal::derive(move || form.password_fault())
            />
        </Show>
    }
}

impl Form {
    fn new(ui: Ui) -> Self {
        let relay = ui.now(|scene| scene.account.proxy().cloned()).flatten();
        let known = |pick: fn(&ActivationProxy) -> String| RwSignal::new(relay.as_ref().map(pick).unwrap_or_default());
        let user = relay.as_ref().and_then(|it| it.user.clone());
        let form = Self {
            ui,
            here: Here::new(),
            enabled: RwSignal::new(relay.as_ref().is_some_and(|it| it.enabled)),
            address: known(|it| it.address.clone()),
            port: known(|it| it.port.to_string()),
            asks: RwSignal::new(user.is_some()),
            user: RwSignal::new(user.unwrap_or_default()),
            password: RwSignal::new(String::new()),
            kept: RwSignal::new(None),
            tried: RwSignal::new(false),
            tested: RwSignal::new(None),
            testing: RwSignal::new(false),
        };
        form.here.after(ui.store.password(), move |kept| form.kept.set(kept));
        form
    }

    /// What was entered; tracked. No number is no port.
    pub(super) fn relay(self) -> ActivationProxy {
        ActivationProxy {
            enabled: self.enabled.get(),
            address: self.address.get().trim().to_owned(),
            port: self.port.get().trim().parse().unwrap_or(0),
            user: self.asks.get().then(|| self.user.get().trim().to_owned()),
        }
    }

    /// What is wrong with one of its fields.
    fn fault(self, is_it: fn(&ProxyError) -> bool) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.relay().check().err().filter(|_| self.tried.get())?;
            is_it(&wrong).then(|| wrong.message())
        })
    }

    /// Switches something on or off: what was tested is another relay then.
    fn switch(self, signal: RwSignal<bool>, on: bool) {
        signal.set(on);
        self.tested.set(None);
    }

    /// Whether it can be used as it stands; from now on it says what is wrong.
    fn is_sound(self) -> bool {
        self.tried.set(true);
        untrack(|| {
            let relay = self.relay();
            relay.check().is_ok() && (relay.user.is_none() || self.password_fault().is_none())
        })
    }

    fn apply(self) {
        let relay = untrack(|| self.relay());
        let known = self.ui.now(|scene| scene.account.proxy().cloned()).flatten();
        // Switched off, what was applied last is kept for another time.
        let relay = match (relay.enabled, known) {
            (true, _) => relay,
            (false, Some(known)) => ActivationProxy {
                enabled: false,
                ..known
            },
            (false, None) => return self.ui.tell(Tone::Info, words::PROXY_OFF_ALREADY),
        };
        if relay.enabled && !self.is_sound() {
            return;
        }
        let ui = self.ui;
        if let Some(typed) = self.typed().filter(|_| relay.enabled && relay.user.is_some()) {
            ui.store.keep_password(&relay, typed);
            self.password.set(String::new());
            self.here.after(ui.store.password(), move |kept| self.kept.set(kept));
        }
        let told = move || ui.tell(Tone::Success, words::PROXY_APPLIED);
        if ui.now(|scene| scene.account.proxy().cloned()).flatten().as_ref() == Some(&relay) {
            // The password alone is in no booking.
            return told();
        }
        send_telling(ui, Command::SetProxy { proxy: relay }, told);
    }

    fn test(self) {
        if !self.is_sound() {
            return;
        }
        let (relay, typed) = (untrack(|| self.relay()), self.typed());
        self.tested.set(None);
        self.testing.set(true);
        self.here.after(self.ui.store.test_relay(relay, typed), move |tested| {
            self.testing.set(false);
            self.tested.set(Some(tested));
        });
    }

    /// What the test has found; tracked.
    fn outcome(self) -> Option<(Tone, String)> {
        Some(match self.tested.get()? {
            Tested::Open => (Tone::Success, words::TEST_OPEN.to_owned()),
            Tested::OpenUnknown => (Tone::Success, words::TEST_UNKNOWN.to_owned()),
            Tested::Preflight => (Tone::Error, words::TEST_PREFLIGHT.to_owned()),
            Tested::NoLeave => (Tone::Error, words::TEST_NO_LEAVE.to_owned()),
            Tested::Unreached(why) => (Tone::Error, why.words(true)),
        })
    }
}
