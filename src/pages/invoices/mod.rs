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
use view::invoices::Place;
use view::words::{frame, invoices as words};

/// The pages.
#[component]
pub fn InvoicesPage() -> impl IntoView {
    let ui = Ui::get();
    let ledger = ledger::Ledger::new(ui);
    // A memo: a page stays while its filters change.
    let place = Memo::new(move |_| Place::from_path(&ui.store.path()));
    announce(ui, place);
    move || match place.get() {
        Place::List => view! { <ListPage ledger=ledger /> }.into_any(),
        Place::Document(number) => view! { <DocumentPage ledger=ledger number=number /> }.into_any(),
        Place::Billing => view! { <BillingPage /> }.into_any(),
        Place::Credit => view! { <CreditPage /> }.into_any(),
    }
}

/// Another place names the window and is said, and its heading takes the focus: once it stands there, since the frame
/// around knows of one page only.
fn announce(ui: Ui, place: Memo<Place>) {
    Effect::new(move |before: Option<Place>| {
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
fn PlaceLink(place: Place, #[prop(into)] words: String) -> impl IntoView {
    let (ui, path) = (Ui::get(), place.path());
    view! { <LinkButton href=move || ui.store.href(&path)>{words}</LinkButton> }
}

/// A link to a document in a text; it follows the address, too.
#[component]
fn DocumentLink(number: String) -> impl IntoView {
    let (ui, path) = (Ui::get(), Place::Document(number.clone()).path());
    view! { <a class="link" href=move || ui.store.href(&path)>{number}</a> }
}

/// The way back to the list.
#[component]
fn Back() -> impl IntoView {
    view! { <PlaceLink place=Place::List words=words::BACK /> }
}
