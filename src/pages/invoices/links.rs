//! Links between the invoice pages. They keep the parameters of the address.

use crate::app::context::AppContext;
use crate::components::LinkButton;
use leptos::prelude::*;
use view::invoices::InvoiceRoute;
use view::words::invoices as words;

/// A link to another invoice page, shown as a button. It keeps the parameters of the address.
#[component]
pub(crate) fn PlaceLink(place: InvoiceRoute, #[prop(into)] words: String) -> impl IntoView {
    let (ui, path) = (AppContext::get(), place.path());
    view! { <LinkButton href=move || ui.store.href(&path)>{words}</LinkButton> }
}

/// A link to a document within a text. It also keeps the parameters of the address.
#[component]
pub(crate) fn DocumentLink(number: String) -> impl IntoView {
    let (ui, path) = (AppContext::get(), InvoiceRoute::Document(number.clone()).path());
    view! { <a class="link" href=move || ui.store.href(&path)>{number}</a> }
}

/// The link back to the list.
#[component]
pub(crate) fn Back() -> impl IntoView {
    view! { <PlaceLink place=InvoiceRoute::List words=words::BACK /> }
}
