//! Recording that a document was paid, correcting it, taking it back (INV 7).

use crate::components::{Button, ConfirmDialog, TextInput};
use crate::dom::{Node, view};
use crate::pages::scene::Ui;
use crate::pages::sending::{Booked, Decided, Sending, decided};
use leptos::prelude::*;
use view::invoices::{PaymentView, is_about_day, payment_command};
use view::order::preview;
use view::words::payment as words;

/// What the dialog works with; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Recording {
    ui: Ui,
    number: StoredValue<String>,
    open: RwSignal<bool>,
    /// Whether what is recorded is taken back.
    taking_back: RwSignal<bool>,
    on: RwSignal<String>,
    reference: RwSignal<String>,
    sending: Sending,
}

impl Recording {
    pub fn new(ui: Ui, number: &str) -> Self {
        Self {
            ui,
            number: StoredValue::new(number.to_owned()),
            open: RwSignal::new(false),
            taking_back: RwSignal::new(false),
            on: RwSignal::new(String::new()),
            reference: RwSignal::new(String::new()),
            sending: Sending::new(ui),
        }
    }

    /// The buttons that open the dialog; none where nothing is to be paid.
    pub fn button(self, payment: Option<&PaymentView>) -> Option<Node> {
        let PaymentView {
            on,
            reference,
            recorded,
            ..
        } = payment?.clone();
        let ask = move |taking_back: bool| {
            self.on.set(on.clone());
            self.reference.set(reference.clone());
            self.taking_back.set(taking_back);
            self.sending.open();
            self.open.set(true);
        };
        let (take_back, record) = (ask.clone(), ask);
        let is_recorded = recorded.is_some();
        let label = if is_recorded { words::CORRECT } else { words::RECORD };
        let undo =
            is_recorded.then(|| view! { <Button on_click=move |()| take_back(true)>{words::TAKE_BACK}</Button> });
        Some(view! {
            {undo}
            <Button on_click=move |()| record(false)>{label}</Button>
        })
    }

    /// What the dialog comes to.
    fn decided(self) -> Decided {
        decided(move || {
            let on = (!self.taking_back.get()).then(|| self.on.get());
            let number = self.number.get_value();
            let command = payment_command(&number, on.as_deref(), &self.reference.get()).ok()?;
            self.ui.model(|scene| preview(scene, &command))
        })
    }

    fn close(self) {
        self.sending.close();
        self.open.set(false);
    }

    /// Books what is decided now; closes the dialog and tells what was booked.
    fn confirm(self, decided: Decided) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        let told = if self.taking_back.get_untracked() {
            words::TAKEN_BACK.to_owned()
        } else {
            words::recorded(&self.number.get_value())
        };
        let close = move || self.open.set(false);
        self.sending.confirm(shown, Booked::new(|_| told, close));
    }

    /// The dialog.
    pub fn dialog(self) -> Node {
        let decided = self.decided();
        let title = move || {
            if self.taking_back.get() {
                words::TAKE_BACK
            } else {
                words::RECORD
            }
            .to_owned()
        };
        let no_day = move || payment_command("", Some(&self.on.get()), "").err().map(str::to_owned);
        let refusal = move || decided.get().and_then(Result::err);
        let day_fault = move || no_day().or_else(|| refusal().filter(is_about_day).map(|it| it.message()));
        let other_fault = move || refusal().filter(|it| !is_about_day(it)).map(|it| it.message());
        let blocked = move || match decided.get() {
            Some(Ok(_)) => None,
            Some(Err(refusal)) => Some(refusal.message()),
            None => no_day(),
        };
        let fields = move || {
            (!self.taking_back.get()).then(|| {
                view! {
                    <TextInput label=words::PAID_ON value=self.on hint=Some(words::PAID_ON_HINT.to_owned()) error=Signal::derive(day_fault) />
                    <TextInput label=words::REFERENCE value=self.reference hint=Some(words::REFERENCE_USE.to_owned()) error=Signal::derive(other_fault) />
                }
            })
        };
        view! {
            <ConfirmDialog
                open=self.open
                on_close=move |()| self.close()
                title=Signal::derive(title)
                confirm=Signal::derive(title)
                keep=words::KEEP
                danger=self.taking_back
                disabled_reason=Signal::derive(blocked)
                busy=Signal::derive(move || self.sending.busy())
                on_confirm=move |()| self.confirm(decided)
            >
                {move || self.sending.trouble()}
                {fields}
                <p>{words::RECORD_MEANS}</p>
                {move || self.sending.progress(move |()| self.confirm(decided))}
            </ConfirmDialog>
        }
    }
}
