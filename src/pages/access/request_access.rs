//! The dialog that asks for access. It says nothing of the product, whoever opens it (ACC 6).

use crate::app::context::Ui;
use crate::components::{Button, ButtonKind, Dialog, MessageCard, TextArea, Tone};
use crate::pages::shared::booking_dialog::{Booked, Sending, decided};
use leptos::prelude::*;
use view::order::preview;
use view::requests::{request, too_long};
use view::words::requests as words;

/// The dialog; it stands open while `open` says so.
#[component]
pub(crate) fn AskDialog(
    /// Whether it stands open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let ui = Ui::get();
    let why = RwSignal::new(String::new());
    let sending = Sending::new(ui);
    Effect::new(move |_| {
        if open.get() {
            why.set(String::new());
            sending.open();
        }
    });
    let close = move |()| {
        sending.close();
        open.set(false);
    };
    let decided = decided(move || {
        let command = request(&why.get());
        ui.model(|scene| preview(scene, &command))
    });
    let send = move |()| {
        if let Some(Ok(shown)) = decided.get_untracked() {
            let booked = Booked::new(|_| words::SENT.to_owned(), move || open.set(false));
            sending.confirm(shown, booked);
        }
    };
    let refused = move || {
        let refusal = decided.get()?.err()?;
        ui.now(|scene| words::refused(scene, &refusal))
    };
    // Both stand in plain sight above the button.
    let held = move || refused().or_else(|| too_long(&why.get())).map(|_| String::new());
    let footer = move || {
        view! {
            <Button on_click=close>{words::NOT_NOW}</Button>
            <Button
                kind=ButtonKind::Primary
                busy=Signal::derive(move || sending.busy())
                disabled_reason=Signal::derive(held)
                on_click=send
            >
                {words::SEND}
            </Button>
        }
    };
    view! {
        <Dialog
            open=open
            on_close=close
            title=Signal::stored(words::ASK.to_owned())
            busy=Signal::derive(move || sending.busy())
            footer=footer
        >
            {move || sending.trouble()}
            <p>{words::ASK_MEANS}</p>
            <TextArea
                label=words::WHY
                value=why
                hint=words::WHY_HINT
                error=Signal::derive(move || too_long(&why.get()))
            />
            {move || refused().map(|text| view! { <MessageCard tone=Tone::Error>{text}</MessageCard> })}
            {move || sending.progress(send)}
        </Dialog>
    }
}
