//! Invoices: what was billed, what is open? The list, a document, the credit statement, the billing details.

mod billing;
mod chart;
mod credit;
mod document;
mod download;
mod filters;
mod ledger;
mod lines;
mod list;
mod payment;
mod table;

use super::scene::Ui;
use crate::components::{LinkButton, focus_title};
use crate::dom::{Node, view};
use crate::view::invoices::Place;
use crate::view::words::{frame, invoices as words};
use leptos::prelude::*;

/// The pages.
#[component]
pub fn InvoicesPage() -> impl IntoView {
    let ui = Ui::get();
    let ledger = ledger::Ledger::new(ui);
    // A memo: a page stays while its filters change.
    let place = Memo::new(move |_| Place::from_path(&ui.store.path()));
    announce(ui, place);
    move || match place.get() {
        Place::List => list::page(ledger),
        Place::Document(number) => document::page(ledger, &number),
        Place::Billing => billing::page(ui),
        Place::Credit => credit::page(ui),
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

/// A link to another of the pages, as a button.
fn link(ui: Ui, place: &Place, words: impl Into<String>) -> Node {
    let (href, words): (String, String) = (ui.store.href(&place.path()), words.into());
    view! { <LinkButton href=href>{words}</LinkButton> }
}

/// A link to a document in a text.
fn document_link(ui: Ui, number: &str) -> Node {
    let href = ui.store.href(&Place::Document(number.to_owned()).path());
    view! { <a class="link" href=href>{number.to_owned()}</a> }
}

/// The way back to the list.
fn back(ui: Ui) -> Node {
    link(ui, &Place::List, words::BACK)
}
