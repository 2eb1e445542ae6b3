//! The relay to the activation service, and a test of the way through it (ACT 4).

use super::password::moved;
use crate::components::{Button, Card, Here, MessageCard, Switch, TextInput, Tone};
use crate::dom::view;
use crate::pages::confirm::send_telling;
use crate::pages::scene::Ui;
use crate::store::Tested;
use leptos::prelude::*;
use view::Command;
use view::activation::{BoundPassword, Invalid, Relay};
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
    let switch = move |signal: RwSignal<bool>| {
        move |on: bool| {
            signal.set(on);
            form.tested.set(None);
        }
    };
    let elsewhere = Memo::new(move |_| form.elsewhere());
    let fields = move || form.enabled.get().then(|| form.fields(switch(form.asks)));
    view! {
        <Card title=words::PROXY>
            <p>{words::PROXY_TEXT}</p>
            {move || elsewhere.get().map(moved)}
            <div class="form">
                <Switch label=words::PROXY_ENABLE on=form.enabled on_change=switch(form.enabled) />
                {fields}
            </div>
            {move || form.outcome()}
            <div class="card-buttons">
                <Button on_click=move |()| form.apply()>{words::APPLY_PROXY}</Button>
                {move || form.enabled.get().then(|| form.test_button())}
            </div>
        </Card>
    }
}

impl Form {
    fn new(ui: Ui) -> Self {
        let relay = ui.now(|scene| scene.account.relay.clone()).flatten();
        let known = |pick: fn(&Relay) -> String| RwSignal::new(relay.as_ref().map(pick).unwrap_or_default());
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
    pub(super) fn relay(self) -> Relay {
        Relay {
            enabled: self.enabled.get(),
            address: self.address.get().trim().to_owned(),
            port: self.port.get().trim().parse().unwrap_or(0),
            user: self.asks.get().then(|| self.user.get().trim().to_owned()),
        }
    }

    /// What is wrong with one of its fields.
    fn fault(self, is_it: fn(&Invalid) -> bool) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.relay().check().err().filter(|_| self.tried.get())?;
            is_it(&wrong).then(|| wrong.message())
        })
    }

    fn fields(self, on_asks: impl Fn(bool) + Send + Sync + 'static) -> AnyView {
        let secret = move || {
            self.asks.get().then(|| {
                view! {
                    <TextInput
                        label=words::USER
                        value=self.user
                        error=self.fault(|it| matches!(it, Invalid::RelayUser))
                    />
                    <TextInput
                        label=words::PASSWORD
                        value=self.password
                        secret=true
                        hint=Signal::derive(move || Some(self.password_hint().to_owned()))
                        error=Signal::derive(move || self.password_fault())
                    />
                }
                .into_any()
            })
        };
        view! {
            <TextInput
                label=words::ADDRESS
                value=self.address
                hint=words::ADDRESS_HINT
                error=self.fault(|it| matches!(it, Invalid::RelayAddress { .. }))
            />
            <TextInput
                label=words::PORT
                value=self.port
                error=self.fault(|it| matches!(it, Invalid::RelayPort))
            />
            <Switch label=words::AUTHENTICATION on=self.asks on_change=on_asks />
            {secret}
        }
        .into_any()
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
        let known = self.ui.now(|scene| scene.account.relay.clone()).flatten();
        // Switched off, what was applied last is kept for another time.
        let relay = match (relay.enabled, known) {
            (true, _) => relay,
            (false, Some(known)) => Relay {
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
        if ui.now(|scene| scene.account.relay.clone()).flatten().as_ref() == Some(&relay) {
            // The password alone is in no booking.
            return told();
        }
        send_telling(ui, Command::SetRelay { relay }, told);
    }

    fn test_button(self) -> AnyView {
        view! { <Button busy=self.testing on_click=move |()| self.test()>{words::TEST}</Button> }.into_any()
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
    fn outcome(self) -> Option<AnyView> {
        let (tone, text) = match self.tested.get()? {
            Tested::Open => (Tone::Success, words::TEST_OPEN.to_owned()),
            Tested::OpenUnknown => (Tone::Success, words::TEST_UNKNOWN.to_owned()),
            Tested::Preflight => (Tone::Error, words::TEST_PREFLIGHT.to_owned()),
            Tested::NoLeave => (Tone::Error, words::TEST_NO_LEAVE.to_owned()),
            Tested::Unreached(why) => (Tone::Error, why.words(true)),
        };
        Some(view! { <MessageCard tone=tone>{text}</MessageCard> }.into_any())
    }
}
