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
use leptos::prelude::*;
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
    move || {
        let place = place.get();
        // What a page reads while it is made is followed by its own parts, not by all of it.
        untrack(|| match place {
            Place::List => list::page(ledger),
            Place::Document(number) => document::page(ledger, &number),
            Place::Billing => billing::page(ui),
            Place::Credit => credit::page(ui),
        })
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
fn link(ui: Ui, place: &Place, words: impl Into<String>) -> Node {
    let (path, words): (String, String) = (place.path(), words.into());
    let link = move || {
        let (href, words) = (ui.store.href(&path), words.clone());
        view! { <LinkButton href=href>{words}</LinkButton> }
    };
    view! { {link} }
}

/// A link to a document in a text; it follows the address, too.
fn document_link(ui: Ui, number: &str) -> Node {
    let (path, number) = (Place::Document(number.to_owned()).path(), number.to_owned());
    view! { <a class="link" href=move || ui.store.href(&path)>{number}</a> }
}

/// The way back to the list.
fn back(ui: Ui) -> Node {
    link(ui, &Place::List, words::BACK)
}
