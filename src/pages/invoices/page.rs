//! Invoices: what was billed, and what is open? The list, a document, the credit statement, and the billing details.

use crate::app::context::AppContext;
use crate::components::focus_title;
use crate::pages::invoices::billing::BillingPage;
use crate::pages::invoices::credit::CreditPage;
use crate::pages::invoices::document::DocumentPage;
use crate::pages::invoices::document_list::DocumentList;
use crate::pages::invoices::list::ListPage;
use leptos::prelude::*;
use view::invoices::InvoiceRoute;
use view::words::frame;

#[component]
pub fn InvoicesPage() -> impl IntoView {
    let ui = AppContext::get();
    let list = DocumentList::new(ui);
    // A memo, so that a page is kept when its filters change.
    let place = Memo::new(move |_| InvoiceRoute::from_path(&ui.store.path()));
    announce(ui, place);
    move || match place.get() {
        InvoiceRoute::List => view! { <ListPage list=list /> }.into_any(),
        InvoiceRoute::Document(number) => view! { <DocumentPage list=list number=number /> }.into_any(),
        InvoiceRoute::Billing => view! { <BillingPage /> }.into_any(),
        InvoiceRoute::Credit => view! { <CreditPage /> }.into_any(),
    }
}

/// Sets the window title for the current invoice page, announces a new one, and moves the focus to its heading. The
/// frame treats all invoice pages as one, so this waits until the page is drawn.
fn announce(ui: AppContext, place: Memo<InvoiceRoute>) {
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
