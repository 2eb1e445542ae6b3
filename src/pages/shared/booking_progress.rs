//! The progress of a booking: first that it is being saved, then the question whether to keep waiting.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, MessageCard, Progress, Tone};
use crate::store::{Attempt, BookingProgress};
use leptos::prelude::*;
use view::words::order_words;

/// The progress of a booking. Empty while it has just started, and after it has ended.
#[component]
pub fn BookingStatus(
    /// The booking.
    attempt: Attempt,
    /// The text while it is in progress.
    label: &'static str,
    /// Retries it.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let ui = AppContext::get();
    move || match ui.store.progress(attempt)? {
        BookingProgress::Started | BookingProgress::Ended(_) => None,
        BookingProgress::Busy => Some(view! { <Progress label=label /> }.into_any()),
        BookingProgress::Slow => Some(view! { <Slow attempt=attempt on_retry=on_retry /> }.into_any()),
    }
}

/// Saving is taking long: keep waiting, or try again.
#[component]
fn Slow(attempt: Attempt, on_retry: Callback<()>) -> impl IntoView {
    let ui = AppContext::get();
    let action = move || {
        view! {
            <Button on_click=move |()| ui.store.keep_waiting(attempt)>{order_words::KEEP_WAITING}</Button>
            <Button kind=ButtonKind::Primary on_click=on_retry>{order_words::TRY_AGAIN}</Button>
        }
    };
    view! { <MessageCard tone=Tone::Warning action=action>{order_words::SLOW}</MessageCard> }
}
