//! The list of documents, with what is open on top and the next invoice before it.

use super::ledger::Ledger;
use super::{filters, link, table};
use crate::components::{Button, Disclosure, IconName, PageHeader};
use crate::dom::{Node, view};
use crate::pages::money_cards::{lines, soft, sum};
use leptos::prelude::*;
use view::Scene;
use view::invoices::Place;
use view::subscription::{NextInvoice, next_invoice};
use view::words::{self, billing, invoices, order_words, page};

/// The page.
pub(super) fn page(ledger: Ledger) -> Node {
    let ui = ledger.ui;
    let subtitle = move || Some(ledger.found()?.headline.to_string());
    let count = move || ledger.found().map_or(0, |found| found.keys.len());
    let label = move || {
        let count = u32::try_from(count()).unwrap_or(u32::MAX);
        let count = ui.model(|scene| scene.format.number(count)).unwrap_or_default();
        invoices::export_count(&count)
    };
    let export = move |()| {
        if let Some(found) = untrack(|| ledger.found()) {
            ledger.export(&found.keys);
        }
    };
    let actions = view! {
        {link(ui, &Place::Credit, invoices::CREDIT_TITLE)}
        {link(ui, &Place::Billing, billing::TITLE)}
        <Button icon=IconName::Download on_click=export>{label}</Button>
    };
    let narrowed = Memo::new(move |_| ledger.query().narrows());
    let next = move || (!narrowed.get()).then(|| ui.show(next));
    view! {
        <PageHeader title=words::INVOICES subtitle=Signal::derive(subtitle) actions=actions.into_any() />
        <div class="page-content invoices">
            {filters::filters(ledger)}
            {next}
            {table::table(ledger)}
        </div>
    }
}

/// The next invoice as it would be today, as the row before the list; it opens to its lines.
fn next(scene: &Scene<'_>) -> AnyView {
    let Some(next) = next_invoice(scene) else {
        return ().into_any();
    };
    let NextInvoice {
        day,
        lines: each,
        total,
        credit,
        due,
        new_prices,
        ..
    } = next;
    let summary = [invoices::NEXT, " · ", &day.text, " · ", page::ESTIMATE].concat();
    view! {
        <section class="card next-invoice" aria-label=invoices::NEXT>
            <div class="card-body">
                <Disclosure summary=summary figure=due.clone()>
                    {lines(each)}
                    {sum(order_words::TOTAL, total, "sum")}
                    {credit.map(|credit| sum(order_words::CREDIT_USED, credit, "sum"))}
                    {sum(order_words::DUE_THEN, due, "sum due")}
                    {new_prices.map(soft)}
                </Disclosure>
            </div>
        </section>
    }
    .into_any()
}
