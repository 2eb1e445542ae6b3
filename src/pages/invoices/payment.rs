//! Recording that a document was paid, correcting it, taking it back (INV 7).

use crate::app::context::Ui;
use crate::components::{Button, ConfirmDialog, TextInput};
use crate::pages::shared::booking_dialog::{Booked, Decided, Sending, decided};
use leptos::prelude::*;
use view::invoices::{PaymentView, is_about_day, payment_command};
use view::order::preview;
use view::words::payment as words;

/// What the dialog works with; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Recording {
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

    /// Opens the dialog with what is recorded.
    fn ask(self, payment: &PaymentView, taking_back: bool) {
        self.on.set(payment.on.clone());
        self.reference.set(payment.reference.clone());
        self.taking_back.set(taking_back);
        self.sending.open();
        self.open.set(true);
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
}

/// The buttons that open the dialog; none where nothing is to be paid.
#[component]
pub(crate) fn PaymentButtons(
    /// What is recorded.
    #[prop(into)]
    payment: Signal<Option<PaymentView>>,
    /// The dialog.
    recording: Recording,
) -> impl IntoView {
    let ask = move |taking_back: bool| {
        if let Some(payment) = payment.get_untracked() {
            recording.ask(&payment, taking_back);
        }
    };
    let is_recorded = move || payment.with(|it| it.as_ref().is_some_and(|payment| payment.recorded.is_some()));
    let label = move || if is_recorded() { words::CORRECT } else { words::RECORD };
    view! {
        <Show when=is_recorded>
            <Button on_click=move |()| ask(true)>{words::TAKE_BACK}</Button>
        </Show>
        <Show when=move || payment.with(Option::is_some)>
            <Button on_click=move |()| ask(false)>{label}</Button>
        </Show>
    }
}

/// The dialog.
#[component]
pub(crate) fn PaymentDialog(recording: Recording) -> impl IntoView {
    let decided = recording.decided();
    let title = move || {
        if recording.taking_back.get() {
            words::TAKE_BACK
        } else {
            words::RECORD
        }
        .to_owned()
    };
    let no_day = move || {
        payment_command("", Some(&recording.on.get()), "")
            .err()
            .map(str::to_owned)
    };
    let refusal = move || decided.get().and_then(Result::err);
    let day_fault = move || no_day().or_else(|| refusal().filter(is_about_day).map(|it| recording.ui.why(&it)));
    let other_fault = move || refusal().filter(|it| !is_about_day(it)).map(|it| recording.ui.why(&it));
    let blocked = move || match decided.get() {
        Some(Ok(_)) => None,
        Some(Err(refusal)) => Some(recording.ui.why(&refusal)),
        None => no_day(),
    };
    view! {
        <ConfirmDialog
            open=recording.open
            on_close=move |()| recording.close()
            title=title
            confirm=title
            keep=words::KEEP
            danger=recording.taking_back
            disabled_reason=blocked
            busy=move || recording.sending.busy()
            on_confirm=move |()| recording.confirm(decided)
        >
            {move || recording.sending.trouble()}
            <Show when=move || !recording.taking_back.get()>
                <TextInput
                    label=words::PAID_ON
                    value=recording.on
                    hint=Some(words::PAID_ON_HINT.to_owned())
                    error=day_fault
                />
                <TextInput
                    label=words::REFERENCE
                    value=recording.reference
                    hint=Some(words::REFERENCE_USE.to_owned())
                    error=other_fault
                />
            </Show>
            <p>{words::RECORD_MEANS}</p>
            {move || recording.sending.progress(move |()| recording.confirm(decided))}
        </ConfirmDialog>
    }
}
