//! The one dialog of every change: choose, see exactly what will be booked, confirm, be told (CHG 10).

use crate::app::context::Ui;
use crate::components::ConfirmDialog;
use crate::pages::shared::background_booking::booked;
use crate::pages::shared::booking_dialog::{Booked, Decided, Sending, decided};
use crate::pages::shared::order_preview::Body;
use leptos::prelude::*;
use view::keep::with_choice;
use view::order::{command, preview};
use view::words::{order_words, undo};
use view::{Change, Command, Event, PersonId};

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Buy, or change licenses, plan, length.
    Change(Change),
    /// Renew now (SUB 6).
    RenewNow,
    /// Undo the latest change on its day (CHG 13).
    Undo,
    /// Cancel (SUB 3).
    Cancel,
    /// End Free.
    EndFree,
    /// Free at once or at the end (PLN 4).
    ChooseFree,
}

/// What the dialog works with while it is open.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) ui: Ui,
    pub(crate) intent: RwSignal<Option<Intent>>,
    pub(crate) at_renewal: RwSignal<bool>,
    pub(crate) reason: RwSignal<String>,
    /// Whether the scheduled change is dropped (SUB 5).
    pub(crate) drop_scheduled: RwSignal<bool>,
    /// Whether the invoice of what is undone was paid already (CHG 13).
    pub(crate) paid: RwSignal<bool>,
    /// Who keeps access, once chosen (LIC 7).
    pub(crate) keep: RwSignal<Option<Vec<PersonId>>>,
    pub(crate) sending: Sending,
}

impl State {
    /// The change as it stands in the dialog; tracked.
    pub(crate) fn change(self) -> Option<Change> {
        match self.intent.get()? {
            Intent::Change(change) => Some(change),
            _ => None,
        }
    }

    /// Changes the change.
    pub(crate) fn change_to(self, with: impl Fn(Change) -> Change) {
        if let Some(change) = untrack(|| self.change()) {
            self.intent.set(Some(Intent::Change(with(change))));
        }
    }

    /// The command of the dialog; tracked.
    pub(crate) fn command(self) -> Option<Command> {
        let reason = || Some(self.reason.get().trim().to_owned()).filter(|reason| !reason.is_empty());
        let command = match self.intent.get()? {
            Intent::Change(change) => {
                let at_renewal = self.at_renewal.get();
                let drop_scheduled = self.drop_scheduled.get();
                self.ui
                    .model(|scene| command(scene, change, at_renewal, drop_scheduled))?
            }
            Intent::RenewNow => Command::RenewNow {},
            Intent::Undo => Command::Undo {},
            Intent::Cancel => Command::Cancel { reason: reason() },
            Intent::EndFree => Command::Cancel { reason: None },
            Intent::ChooseFree => Command::ChooseFree { keep: None },
        };
        Some(with_choice(command, self.keep.get()))
    }

    fn open(self) {
        self.at_renewal.set(false);
        self.reason.set(String::new());
        self.drop_scheduled.set(false);
        self.paid.set(false);
        self.keep.set(None);
        self.sending.open();
    }

    fn close(self) {
        self.sending.close();
        self.intent.set(None);
    }

    /// Books what is decided now; closes the dialog and tells what was booked.
    pub(crate) fn confirm(self, decided: Decided) {
        let ui = self.ui;
        let told = move |events: &[Event]| booked(ui, events);
        if let Some(Ok(shown)) = decided.get_untracked() {
            let close = move || self.intent.set(None);
            self.sending.confirm(shown, Booked::new(told, close));
        }
    }
}

/// The dialog; it stands open while there is an intent.
#[component]
pub fn OrderDialog(
    /// What it is about.
    intent: RwSignal<Option<Intent>>,
) -> impl IntoView {
    let state = State {
        ui: Ui::get(),
        intent,
        at_renewal: RwSignal::new(false),
        reason: RwSignal::new(String::new()),
        drop_scheduled: RwSignal::new(false),
        paid: RwSignal::new(false),
        keep: RwSignal::new(None),
        sending: Sending::new(Ui::get()),
    };
    let open = Memo::new(move |_| intent.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.open());
        }
    });
    let decided = decided(move || {
        let command = state.command()?;
        state.ui.model(|scene| preview(scene, &command))
    });
    let blocked = move || {
        if intent.get() == Some(Intent::Undo) && state.paid.get() {
            return Some(undo::PAID_STAYS.to_owned());
        }
        Some(state.ui.why(&decided.get()?.err()?))
    };
    let labels = move || labels(intent.get().as_ref(), state.at_renewal.get(), is_running(state));
    let keep = move || match intent.get() {
        Some(Intent::Cancel) => order_words::KEEP_SUBSCRIPTION,
        _ => order_words::KEEP,
    };
    let danger = move || matches!(intent.get(), Some(Intent::Cancel | Intent::EndFree));
    view! {
        <ConfirmDialog
            open=open
            on_close=move |()| state.close()
            title=Signal::derive(move || labels().0.to_owned())
            confirm=Signal::derive(move || labels().1.to_owned())
            keep=Signal::derive(keep)
            danger=Signal::derive(danger)
            disabled_reason=Signal::derive(blocked)
            busy=Signal::derive(move || state.sending.busy())
            on_confirm=move |()| state.confirm(decided)
        >
            <Body state=state decided=decided />
        </ConfirmDialog>
    }
}

pub(crate) fn is_running(state: State) -> bool {
    state.ui.model(|scene| scene.account.paid().is_some()) == Some(true)
}

/// The title and the words of the button.
fn labels(intent: Option<&Intent>, at_renewal: bool, running: bool) -> (&'static str, &'static str) {
    match intent {
        Some(Intent::RenewNow) => (order_words::RENEW, order_words::CONFIRM_RENEW),
        Some(Intent::Undo) => (undo::TITLE, undo::CONFIRM),
        Some(Intent::Cancel) => (order_words::CANCEL, order_words::CONFIRM_CANCEL),
        Some(Intent::EndFree) => (order_words::END_FREE, order_words::CONFIRM_END_FREE),
        Some(Intent::ChooseFree) => (order_words::FREE, order_words::CONFIRM_FREE),
        _ if !running => (order_words::ORDER, order_words::BUY),
        _ if at_renewal => (order_words::CHANGE, order_words::CONFIRM_RENEWAL),
        _ => (order_words::CHANGE, order_words::CONFIRM_TODAY),
    }
}
