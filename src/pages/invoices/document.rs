//! One document as a page, like paper: everything of INV 4, why its sum is what it is, and what can be done with it.

use super::download::downloads;
use super::ledger::Ledger;
use super::lines::{lines, sums};
use super::payment::Recording;
use super::{back, document_link, link};
use crate::components::{Button, Card, EmptyState, Fact, Facts, IconName, LinkButton, PageHeader, Pill};
use crate::dom::{Node, view};
use crate::pages::money_cards::{day, soft, subscription_id};
use crate::pages::scene::{Ui, tone};
use crate::store::region_name;
use leptos::prelude::*;
use view::downloads::files;
use view::invoices::{CreditLink, DocumentView, Party, Place, document_view};
use view::words::{billing, invoices as words};

/// The page of a document, by its number.
pub(super) fn page(ledger: Ledger, number: &str) -> Node {
    let ui = ledger.ui;
    let recording = Recording::new(ui, number);
    let number = number.to_owned();
    let sheet = move || {
        let found = ledger.found()?;
        let shown = ui.model(|scene| document_view(scene, &found.invoices, &number))?;
        Some(shown.map_or_else(|| unknown(ui), |shown| sheet(ui, recording, shown)))
    };
    view! {
        {sheet}
        {recording.dialog()}
    }
}

/// There is no such document.
fn unknown(ui: Ui) -> Node {
    view! {
        <PageHeader title=words::UNKNOWN />
        <div class="page-content">
            <EmptyState icon=IconName::Search title=words::UNKNOWN action=back(ui).into_any()>
                <p>{words::UNKNOWN_TEXT}</p>
            </EmptyState>
        </div>
    }
}

fn sheet(ui: Ui, recording: Recording, shown: DocumentView) -> Node {
    let pill = view! { <Pill tone=tone(shown.mood) with_icon=true text=shown.status.clone() /> };
    let print = |()| drop(window().print());
    let actions = view! {
        {back(ui)}
        {recording.button(shown.payment.as_ref())}
        <Button icon=IconName::Document on_click=print>{words::PRINT}</Button>
    };
    let notes: Vec<Node> = shown
        .paper
        .notes_now()
        .into_iter()
        .map(|it| Node::View(soft(it)))
        .collect();
    let neighbour = |number: &Option<String>, label: &'static str| {
        let number = number.as_ref()?;
        let place = Place::Document(number.clone());
        Some(link(ui, &place, [label, ": ", number].concat()))
    };
    let (older, newer) = (
        neighbour(&shown.before, words::BEFORE),
        neighbour(&shown.after, words::AFTER),
    );
    let downloads = downloads(ui, files(&shown.paper));
    let top = [facts(&shown, pill), parties(&shown)];
    let below = [how_to_pay(&shown), credit(ui, &shown)];
    let below: Vec<Node> = below.into_iter().flatten().collect();
    let DocumentView {
        title,
        headline,
        lines: each,
        sums: total,
        why,
        ..
    } = shown;
    view! {
        <PageHeader title=title subtitle=Some(headline) actions=actions.into_any() />
        <div class="page-content document">
            <div class="columns">{top.into_iter().collect::<Vec<_>>()}</div>
            <Card title=words::FILES>{downloads}</Card>
            <Card title=words::LINES subtitle=words::LINES_HINT>
                {lines(ui, each)}
                {sums(total)}
            </Card>
            <Card title=words::WHY>
                <p class="why">{why}</p>
                {notes}
            </Card>
            <div class="columns">{below}</div>
            <nav class="neighbours" aria-label=words::NEIGHBOURS>{older} {newer}</nav>
        </div>
    }
}

/// Numbers and dates.
fn facts(shown: &DocumentView, pill: Node) -> Node {
    let paper = &shown.paper;
    let fact = |term: &'static str, value: Node| view! { <Fact term=term>{value}</Fact> };
    let text = |it: &str| view! { {it.to_owned()} };
    let payment = shown.payment.as_ref().and_then(|payment| payment.recorded.clone());
    let some = [
        shown
            .due_date
            .clone()
            .map(|it| fact(words::DUE_DATE, Node::View(day(it)))),
        payment.map(|it| fact(words::PAYMENT, text(&it))),
        Some(&shown.plan)
            .filter(|plan| !plan.is_empty())
            .map(|it| fact(words::PLAN, text(it))),
        paper.po_number.as_deref().map(|it| fact(words::PO_NUMBER, text(it))),
    ];
    let date = fact(words::DATE, Node::View(day(shown.date.clone())));
    let facts: Vec<Node> = std::iter::once(date).chain(some.into_iter().flatten()).collect();
    let id = paper.subscription_id.clone();
    view! {
        <Card title=paper.printed_number.clone() action=pill.into_any()>
            <Facts>
                {facts}
                {subscription_id(id)}
            </Facts>
        </Card>
    }
}

/// Who sells, who buys.
fn parties(shown: &DocumentView) -> Node {
    let paper = &shown.paper;
    let (seller, buyer) = (address(&paper.seller), address(&paper.buyer));
    let nobody = buyer.is_empty();
    view! {
        <Card title=words::PARTIES>
            <div class="parties">
                <section>
                    <h3>{words::SELLER}</h3>
                    {seller}
                </section>
                <section>
                    <h3>{words::BUYER}</h3>
                    {buyer}
                    {nobody.then(|| Node::View(soft(words::NO_BUYER)))}
                </section>
            </div>
        </Card>
    }
}

/// A party as it stands on an envelope.
fn address(party: &Party) -> Vec<Node> {
    let Party {
        name,
        contact,
        street,
        postal_code,
        city,
        country,
        vat_id,
        email,
    } = party;
    let town: Vec<&str> = [postal_code, city].into_iter().flatten().map(String::as_str).collect();
    let vat_id = vat_id.as_ref().map(|it| [words::VAT_ID, " ", it].concat());
    let town = Some(town.join(" ")).filter(|town| !town.is_empty());
    let lines = [
        name.clone(),
        contact.clone(),
        street.clone(),
        town,
        country.as_deref().map(region_name),
        vat_id,
        email.clone(),
    ];
    let line = |text: String| view! { <p class="address" dir="auto">{text}</p> };
    lines.into_iter().flatten().map(line).collect()
}

/// The bank account, or the payment page; nothing where nothing is due.
fn how_to_pay(shown: &DocumentView) -> Option<Node> {
    let paper = &shown.paper;
    if shown.is_done || (paper.bank.is_empty() && paper.payment_page.is_none()) {
        return None;
    }
    let line = |text: &String| view! { <p class="address">{text.clone()}</p> };
    let reference = (!paper.bank.is_empty()).then(|| {
        let text = [words::REFERENCE_HINT, " ", &paper.printed_number].concat();
        view! { <p class="address">{text}</p> }
    });
    let page = paper.payment_page.clone().map(|href| {
        view! {
            <p><LinkButton href=href external=true>{words::PAY}</LinkButton></p>
            {soft(words::PAY_HINT)}
        }
    });
    let bank: Vec<Node> = paper.bank.iter().map(line).collect();
    Some(view! {
        <Card title=words::HOW_TO_PAY>
            {bank}
            {reference}
            {page}
            {soft(billing::NO_CARDS)}
        </Card>
    })
}

/// The credit that it gave or spent.
fn credit(ui: Ui, shown: &DocumentView) -> Option<Node> {
    let position = shown.position.clone()?;
    let one = move |it: CreditLink| {
        let document = it.document.map(|number| view! { " " {document_link(ui, &number)} });
        view! { <p class="sum"><span>{it.text}{document}</span><span class="figure">{it.amount}</span></p> }
    };
    let left = shown.left.clone().map(|left| {
        view! { <p class="sum due"><span>{words::LEFT}</span><span class="figure">{left}</span></p> }
    });
    let links: Vec<Node> = shown.credit.iter().cloned().map(one).collect();
    Some(view! {
        <Card title=words::CREDIT_LINKS action=link(ui, &Place::Credit, words::TO_STATEMENT).into_any()>
            {links}
            {left}
            {soft(position)}
        </Card>
    })
}
