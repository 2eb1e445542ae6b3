//! A document as a page, with everything that INV 4 requires, the explanation of its total, and its actions.

use crate::components::{Button, Card, EmptyState, IconName, PageHeader};
use crate::pages::invoices::document_cards::{CreditCard, FactsCard, HowToPayCard, PartiesCard};
use crate::pages::invoices::document_files::Downloads;
use crate::pages::invoices::document_lines::{Line, Sums};
use crate::pages::invoices::document_list::DocumentList;
use crate::pages::invoices::links::{Back, PlaceLink};
use crate::pages::invoices::payment::{PaymentButtons, PaymentDialog, Recording};
use crate::pages::invoices::shown::Shown;
use crate::pages::shared::figures::soft;
use leptos::prelude::*;
use view::downloads::files;
use view::invoices::{DocumentView, InvoiceRoute, document_view};
use view::words::invoices as words;

/// The page of a document, by its number.
#[component]
pub(crate) fn DocumentPage(list: DocumentList, number: String) -> impl IntoView {
    let ui = list.ui;
    let recording = Recording::new(ui, &number);
    let shown = Memo::new(move |_| {
        let found = list.found()?;
        ui.model(|scene| document_view(scene, &found.invoices, &number))?
    });
    let unknown = move || shown.with(Option::is_none) && ui.store.snapshot().is_some();
    view! {
        <Show when=unknown>
            <Unknown />
        </Show>
        <Show when=move || shown.with(Option::is_some)>
            <Sheet shown=shown recording=recording />
        </Show>
        <PaymentDialog recording=recording />
    }
}

/// The page for an unknown number.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <PageHeader title=words::UNKNOWN />
        <div class="page-content">
            <EmptyState icon=IconName::Search title=words::UNKNOWN action=move || view! { <Back /> }>
                <p>{words::UNKNOWN_TEXT}</p>
            </EmptyState>
        </div>
    }
}

#[component]
fn Sheet(shown: Shown, recording: Recording) -> impl IntoView {
    let text = move |of: fn(&DocumentView) -> &String| shown.with(|shown| shown.as_ref().map(|it| of(it).clone()));
    let payment = move || shown.with(|shown| shown.as_ref()?.payment.clone());
    let actions = move || {
        view! {
            <Back />
            <PaymentButtons payment=Signal::derive(payment) recording=recording />
            <Button icon=IconName::Document on_click=|()| drop(window().print())>{words::PRINT}</Button>
        }
    };
    view! {
        <PageHeader
            title=move || text(|it| &it.title).unwrap_or_default()
            subtitle=move || text(|it| &it.headline)
            actions=actions
        />
        <div class="page-content document">
            <div class="columns">
                <FactsCard shown=shown />
                <PartiesCard shown=shown />
            </div>
            <FilesCard shown=shown />
            <LinesCard shown=shown />
            <WhyCard shown=shown />
            <div class="columns">
                <HowToPayCard shown=shown />
                <CreditCard shown=shown />
            </div>
            <Neighbors shown=shown />
        </div>
    }
}

/// The files of the document.
#[component]
fn FilesCard(shown: Shown) -> impl IntoView {
    // A memo, so that a finished download is kept while the files are the same.
    let files = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|it| files(&it.printed))));
    move || {
        let files = files.get()?;
        Some(view! { <Card title=words::FILES><Downloads files=files /></Card> })
    }
}

/// The lines and the totals.
#[component]
fn LinesCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { lines, sums, .. } = shown.get()?;
        let line = |line| view! { <Line line=line /> };
        Some(view! {
            <Card title=words::LINES subtitle=words::LINES_HINT>
                {lines.into_iter().map(line).collect_view()}
                <Sums sums=sums />
            </Card>
        })
    }
}

/// The explanation of the total.
#[component]
fn WhyCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { why, printed, .. } = shown.get()?;
        Some(view! {
            <Card title=words::WHY>
                <p class="why">{why}</p>
                {printed.notes_now().into_iter().map(soft).collect_view()}
            </Card>
        })
    }
}

/// Links to the previous and the next document.
#[component]
fn Neighbors(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { before, after, .. } = shown.get()?;
        let link = |number: Option<String>, label: &'static str| {
            let number = number?;
            let words = [label, ": ", &number].concat();
            Some(view! { <PlaceLink place=InvoiceRoute::Document(number) words=words /> })
        };
        Some(view! {
            <nav class="neighbours" aria-label=words::NEIGHBORS>
                {link(before, words::BEFORE)}
                {link(after, words::AFTER)}
            </nav>
        })
    }
}
