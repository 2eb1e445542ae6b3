//! The dialog that requests access. It says nothing about the product, whoever opens it (ACC 6).

use crate::app::context::AppContext;
use crate::components::{MessageCard, TextArea, Tone};
use crate::pages::shared::booking_dialog::{BookingDialog, DialogBooking, decided};
use leptos::prelude::*;
use view::order::preview;
use view::requests::{request, too_long};
use view::words::requests as words;

#[component]
pub(crate) fn AskDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let ui = AppContext::get();
    let why = RwSignal::new(String::new());
    let booking = DialogBooking::new(ui, move || open.get(), move || open.set(false));
    Effect::new(move |_| {
        if open.get() {
            why.set(String::new());
        }
    });
    let decided = decided(move || {
        let command = request(&why.get());
        ui.model(|scene| preview(scene, &command))
    });
    let send = move |()| {
        if let Some(Ok(shown)) = decided.get_untracked() {
            booking.confirm(shown, |_| words::SENT);
        }
    };
    let refused = move || {
        let refusal = decided.get()?.err()?;
        ui.now(|scene| words::refused(scene, &refusal))
    };
    // Both are visible above the button.
    let blocked = move || refused().or_else(|| too_long(&why.get())).map(|_| String::new());
    view! {
        <BookingDialog
            booking=booking
            open=open
            on_close=move |()| open.set(false)
            title=Signal::stored(words::ASK.to_owned())
            confirm=Signal::stored(words::SEND.to_owned())
            keep=Signal::stored(words::NOT_NOW)
            wide=Signal::stored(false)
            disabled_reason=Signal::derive(blocked)
            on_confirm=send
        >
            <p>{words::ASK_MEANS}</p>
            <TextArea
                label=words::WHY
                value=why
                hint=words::WHY_HINT
                error=Signal::derive(move || too_long(&why.get()))
            />
            {move || refused().map(|text| view! { <MessageCard tone=Tone::Error>{text}</MessageCard> })}
        </BookingDialog>
    }
}
