//! The form of the activation proxy: its values, its errors, and a test of the connection (ACT 4).

use crate::app::context::AppContext;
use crate::components::{Here, Tone};
use crate::pages::shared::background_booking::book;
use crate::store::ProxyTest;
use leptos::prelude::*;
use view::Command;
use view::activation::{ActivationProxy, BoundPassword, ProxyError};
use view::words::activation as words;

/// The state of the form. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(crate) ui: AppContext,
    pub(crate) here: Here,
    pub(crate) enabled: RwSignal<bool>,
    pub(crate) address: RwSignal<String>,
    pub(crate) port: RwSignal<String>,
    pub(crate) asks: RwSignal<bool>,
    pub(crate) user: RwSignal<String>,
    /// The typed password. No field shows the stored one, because it may belong to another proxy.
    pub(crate) password: RwSignal<String>,
    /// The stored password, with the proxy that it was entered for.
    pub(crate) kept: RwSignal<Option<BoundPassword>>,
    /// Whether the viewer has tried to apply the form. From then on, it shows its errors.
    pub(crate) tried: RwSignal<bool>,
    pub(crate) tested: RwSignal<Option<ProxyTest>>,
    pub(crate) testing: RwSignal<bool>,
}

impl Form {
    pub(crate) fn new(ui: AppContext) -> Self {
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

    /// The proxy in the form; tracked. An invalid port is 0.
    pub(crate) fn relay(self) -> ActivationProxy {
        ActivationProxy {
            enabled: self.enabled.get(),
            address: self.address.get().trim().to_owned(),
            port: self.port.get().trim().parse().unwrap_or(0),
            user: self.asks.get().then(|| self.user.get().trim().to_owned()),
        }
    }

    /// The error in one of the fields, if any.
    pub(crate) fn fault(self, is_it: fn(&ProxyError) -> bool) -> Signal<Option<String>> {
        Signal::derive(move || {
            let wrong = self.relay().check().err().filter(|_| self.tried.get())?;
            is_it(&wrong).then(|| wrong.message())
        })
    }

    /// Turns a switch on or off, and clears the test, which applied to another proxy.
    pub(crate) fn switch(self, signal: RwSignal<bool>, on: bool) {
        signal.set(on);
        self.tested.set(None);
    }

    /// Whether the form is valid. From now on, it shows its errors.
    pub(crate) fn is_sound(self) -> bool {
        self.tried.set(true);
        untrack(|| {
            let relay = self.relay();
            relay.check().is_ok() && (relay.user.is_none() || self.password_fault().is_none())
        })
    }

    pub(crate) fn apply(self) {
        let relay = untrack(|| self.relay());
        let known = self.ui.now(|scene| scene.account.proxy().cloned()).flatten();
        // Turning the proxy off keeps the values that were applied last, for later use.
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
        if ui.now(|scene| scene.account.proxy().cloned()).flatten().as_ref() == Some(&relay) {
            // If only the password changed, there is nothing to book.
            return ui.tell(Tone::Success, words::PROXY_APPLIED);
        }
        book(ui, Command::SetProxy { proxy: relay }, |_| words::PROXY_APPLIED);
    }

    pub(crate) fn test(self) {
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

    /// The result of the test; tracked.
    pub(crate) fn outcome(self) -> Option<(Tone, String)> {
        Some(match self.tested.get()? {
            ProxyTest::Open => (Tone::Success, words::TEST_OPEN.to_owned()),
            ProxyTest::OpenUnknown => (Tone::Success, words::TEST_UNKNOWN.to_owned()),
            ProxyTest::Preflight => (Tone::Error, words::TEST_PREFLIGHT.to_owned()),
            ProxyTest::NoLeave => (Tone::Error, words::TEST_NO_LEAVE.to_owned()),
            ProxyTest::Unreached(why) => (Tone::Error, why.words(true)),
        })
    }
}
