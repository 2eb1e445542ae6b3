//! Links from one invoice page to another. They follow the address and keep its parameters.

use crate::app::context::AppContext;
use crate::components::LinkButton;
use leptos::prelude::*;
use view::invoices::InvoiceRoute;
use view::words::invoices as words;

/// A link to another of the pages, as a button; it follows the address, which it keeps the values of.
#[component]
pub(crate) fn PlaceLink(place: InvoiceRoute, #[prop(into)] words: String) -> impl IntoView {
    let (ui, path) = (AppContext::get(), place.path());
    view! { <LinkButton href=move || ui.store.href(&path)>{words}</LinkButton> }
}

/// A link to a document in a text; it follows the address, too.
#[component]
pub(crate) fn DocumentLink(number: String) -> impl IntoView {
    let (ui, path) = (AppContext::get(), InvoiceRoute::Document(number.clone()).path());
    view! { <a class="link" href=move || ui.store.href(&path)>{number}</a> }
}

/// The way back to the list.
#[component]
pub(crate) fn Back() -> impl IntoView {
    view! { <PlaceLink place=InvoiceRoute::List words=words::BACK /> }
}
