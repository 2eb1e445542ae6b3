//! Records the payment of a document, corrects it, or removes it (INV 7).

use crate::app::context::AppContext;
use crate::components::{Button, TextInput};
use crate::pages::shared::booking_dialog::{BookingDialog, Decided, DialogBooking, decided};
use leptos::prelude::*;
use view::invoices::{PaymentView, is_about_day, payment_command};
use view::order::preview;
use view::words::payment as words;

/// The state of the dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Recording {
    ui: AppContext,
    number: StoredValue<String>,
    open: RwSignal<bool>,
    /// Whether the recorded payment is being removed.
    taking_back: RwSignal<bool>,
    on: RwSignal<String>,
    reference: RwSignal<String>,
    booking: DialogBooking,
}

impl Recording {
    pub fn new(ui: AppContext, number: &str) -> Self {
        let open = RwSignal::new(false);
        Self {
            ui,
            number: StoredValue::new(number.to_owned()),
            open,
            taking_back: RwSignal::new(false),
            on: RwSignal::new(String::new()),
            reference: RwSignal::new(String::new()),
            booking: DialogBooking::new(ui, move || open.get(), move || open.set(false)),
        }
    }

    /// Opens the dialog with the recorded payment.
    fn ask(self, payment: &PaymentView, taking_back: bool) {
        self.on.set(payment.on.clone());
        self.reference.set(payment.reference.clone());
        self.taking_back.set(taking_back);
        self.open.set(true);
    }

    /// The preview of what the dialog will book.
    fn decided(self) -> Decided {
        decided(move || {
            let on = (!self.taking_back.get()).then(|| self.on.get());
            let number = self.number.get_value();
            let command = payment_command(&number, on.as_deref(), &self.reference.get()).ok()?;
            self.ui.model(|scene| preview(scene, &command))
        })
    }

    /// Books the preview.
    fn confirm(self, decided: Decided) {
        let Some(Ok(shown)) = decided.get_untracked() else {
            return;
        };
        let told = if self.taking_back.get_untracked() {
            words::TAKEN_BACK.to_owned()
        } else {
            words::recorded(&self.number.get_value())
        };
        self.booking.confirm(shown, move |_| told.clone());
    }
}

/// The buttons that open the dialog. Empty if there is nothing to pay.
#[component]
pub(crate) fn PaymentButtons(
    /// The recorded payment.
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
        <BookingDialog
            booking=recording.booking
            open=recording.open
            on_close=move |()| recording.open.set(false)
            title=title
            confirm=title
            keep=words::KEEP
            danger=recording.taking_back
            disabled_reason=blocked
            on_confirm=move |()| recording.confirm(decided)
        >
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
        </BookingDialog>
    }
}
