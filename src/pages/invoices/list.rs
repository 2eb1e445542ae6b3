//! The list of documents, with the open amount on top and the next invoice before the first row.

use crate::components::{Button, Disclosure, IconName, PageHeader};
use crate::pages::invoices::document_list::DocumentList;
use crate::pages::invoices::filters::Filters;
use crate::pages::invoices::links::PlaceLink;
use crate::pages::invoices::table::InvoicesTable;
use crate::pages::shared::figures::{lines, soft, sum};
use leptos::prelude::*;
use view::invoices::InvoiceRoute;
use view::list_query::ListQuery;
use view::subscription::{NextInvoice, next_invoice};
use view::words::{self, billing, invoices, order_words, page};

#[component]
pub(crate) fn ListPage(list: DocumentList) -> impl IntoView {
    let ui = list.ui;
    let subtitle = move || Some(list.found()?.headline.to_string());
    let count = move || list.found().map_or(0, |found| found.keys.len());
    let label = move || {
        let count = u32::try_from(count()).unwrap_or(u32::MAX);
        let count = ui.model(|scene| scene.format.number(count)).unwrap_or_default();
        invoices::export_count(&count)
    };
    let export = move |()| {
        if let Some(found) = untrack(|| list.found()) {
            list.export(&found.keys);
        }
    };
    let actions = move || {
        view! {
            <PlaceLink place=InvoiceRoute::Credit words=invoices::CREDIT_TITLE />
            <PlaceLink place=InvoiceRoute::Billing words=billing::TITLE />
            <Button icon=IconName::Download on_click=export>{label}</Button>
        }
    };
    view! {
        <PageHeader title=words::INVOICES subtitle=subtitle actions=actions />
        <div class="page-content invoices">
            <Filters list=list />
            <Next list=list />
            <InvoicesTable list=list />
        </div>
    }
}

/// The next invoice, if it were issued today, before the first row. It expands to show its lines.
#[component]
fn Next(list: DocumentList) -> impl IntoView {
    let next = list.ui.memo(next_invoice);
    // A memo, so that typing in the search does not draw it again.
    let narrowed = Memo::new(move |_| list.query().narrows());
    move || {
        let NextInvoice {
            day,
            lines: each,
            total,
            credit,
            due,
            new_prices,
            ..
        } = next.get().flatten().filter(|_| !narrowed.get())?;
        let summary = [invoices::NEXT, " · ", &day.text, " · ", page::ESTIMATE].concat();
        Some(view! {
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
        })
    }
}
