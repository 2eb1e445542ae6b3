//! Invoices: what was billed, what is open? The list, a document, the credit statement, the billing details.

mod billing;
mod cards;
mod chart;
mod credit;
mod document;
mod download;
mod filters;
mod form;
mod ledger;
mod lines;
mod list;
mod payment;
mod table;

use super::scene::Ui;
use crate::components::{LinkButton, focus_title};
use billing::BillingPage;
use credit::CreditPage;
use document::DocumentPage;
use leptos::prelude::*;
use list::ListPage;
use view::invoices::InvoiceRoute;
use view::words::{frame, invoices as words};

/// The pages.
#[component]
pub fn InvoicesPage() -> impl IntoView {
    let ui = Ui::get();
    let ledger = ledger::Ledger::new(ui);
    // A memo: a page stays while its filters change.
    let place = Memo::new(move |_| InvoiceRoute::from_path(&ui.store.path()));
    announce(ui, place);
    move || match place.get() {
        InvoiceRoute::List => view! { <ListPage ledger=ledger /> }.into_any(),
        InvoiceRoute::Document(number) => view! { <DocumentPage ledger=ledger number=number /> }.into_any(),
        InvoiceRoute::Billing => view! { <BillingPage /> }.into_any(),
        InvoiceRoute::Credit => view! { <CreditPage /> }.into_any(),
    }
}

/// Another place names the window and is said, and its heading takes the focus: once it stands there, since the frame
/// around knows of one page only.
fn announce(ui: Ui, place: Memo<InvoiceRoute>) {
    Effect::new(move |before: Option<InvoiceRoute>| {
        let place = place.get();
        let title = place.title();
        let product = ui.now(|scene| scene.catalogue.product.clone()).unwrap_or_default();
        let moved = before.is_some_and(|before| before != place);
        request_animation_frame(move || {
            document().set_title(&frame::window(&title, &product));
            if moved {
                ui.speaker.say(&title);
                focus_title();
            }
        });
        place
    });
}

/// A link to another of the pages, as a button; it follows the address, which it keeps the values of.
#[component]
fn PlaceLink(place: InvoiceRoute, #[prop(into)] words: String) -> impl IntoView {
    let (ui, path) = (Ui::get(), place.path());
    view! { <LinkButton href=move || ui.store.href(&path)>{words}</LinkButton> }
}

/// A link to a document in a text; it follows the address, too.
#[component]
fn DocumentLink(number: String) -> impl IntoView {
    let (ui, path) = (Ui::get(), InvoiceRoute::Document(number.clone()).path());
    view! { <a class="link" href=move || ui.store.href(&path)>{number}</a> }
}

/// The way back to the list.
#[component]
fn Back() -> impl IntoView {
    view! { <PlaceLink place=InvoiceRoute::List words=words::BACK /> }
}
