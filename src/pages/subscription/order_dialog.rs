//! The only dialog for changes to the subscription: choose, see exactly what will be booked, and confirm (CHG 10).

use crate::app::context::AppContext;
use crate::app::order_intent::OrderIntent;
use crate::pages::shared::booking_dialog::{BookingDialog, decided};
use crate::pages::subscription::order_form::OrderForm;
use crate::pages::subscription::order_state::{State, is_running};
use leptos::prelude::*;
use view::order::preview;
use view::words::{cost, order_words, undo};

/// The dialog. It is open while there is an intent.
#[component]
pub fn OrderDialog(
    /// The purpose of the dialog.
    intent: RwSignal<Option<OrderIntent>>,
) -> impl IntoView {
    let state = State::new(AppContext::get(), intent);
    let open = Memo::new(move |_| intent.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.reset());
        }
    });
    let decided = decided(move || {
        let command = state.command()?;
        state.ui.model(|scene| preview(scene, &command))
    });
    let blocked = move || {
        if intent.get() == Some(OrderIntent::Undo) && state.paid.get() {
            return Some(undo::PAID_STAYS.to_owned());
        }
        Some(state.ui.why(&decided.get()?.err()?))
    };
    let labels = move || labels(intent.get().as_ref(), state.at_renewal.get(), is_running(state));
    // What has to be paid is on the button itself.
    let confirm = move || match (intent.get(), decided.get()) {
        (Some(OrderIntent::Change(_) | OrderIntent::RenewNow), Some(Ok(preview))) if preview.is_payable => {
            cost::pay(&preview.due.unwrap_or_default())
        }
        _ => labels().1.to_owned(),
    };
    let keep = move || match intent.get() {
        Some(OrderIntent::Cancel) => order_words::KEEP_SUBSCRIPTION,
        _ => order_words::KEEP,
    };
    let danger = move || matches!(intent.get(), Some(OrderIntent::Cancel | OrderIntent::EndFree));
    view! {
        <BookingDialog
            booking=state.booking
            open=open
            on_close=move |()| intent.set(None)
            title=Signal::derive(move || labels().0.to_owned())
            confirm=Signal::derive(confirm)
            keep=Signal::derive(keep)
            danger=Signal::derive(danger)
            disabled_reason=Signal::derive(blocked)
            on_confirm=move |()| state.confirm(decided)
        >
            <OrderForm state=state decided=decided />
        </BookingDialog>
    }
}

/// The title, and the text of the button.
fn labels(intent: Option<&OrderIntent>, at_renewal: bool, running: bool) -> (&'static str, &'static str) {
    match intent {
        Some(OrderIntent::RenewNow) => (order_words::RENEW, order_words::CONFIRM_RENEW),
        Some(OrderIntent::Undo) => (undo::TITLE, undo::CONFIRM),
        Some(OrderIntent::Cancel) => (order_words::CANCEL, order_words::CONFIRM_CANCEL),
        Some(OrderIntent::EndFree) => (order_words::END_FREE, order_words::CONFIRM_END_FREE),
        Some(OrderIntent::ChooseFree) => (order_words::FREE, order_words::CONFIRM_FREE),
        _ if !running => (order_words::ORDER, order_words::BUY),
        _ if at_renewal => (order_words::CHANGE, order_words::CONFIRM_RENEWAL),
        _ => (order_words::CHANGE, order_words::CONFIRM_TODAY),
    }
}
