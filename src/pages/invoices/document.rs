//! One document as a page, like paper: everything of INV 4, why its sum is what it is, and what can be done with it.

use super::download::Downloads;
use super::ledger::Ledger;
use super::lines::{Line, Sums};
use super::payment::{PaymentButtons, PaymentDialog, Recording};
use super::{Back, DocumentLink, PlaceLink};
use crate::components::{Button, Card, EmptyState, Fact, Facts, IconName, LinkButton, PageHeader, Pill};
use crate::pages::money_cards::{day, soft, subscription_id};
use crate::pages::scene::tone;
use crate::store::region_name;
use crate::view::downloads::files;
use crate::view::invoices::{CreditLink, DocumentView, Party, Place, document_view};
use crate::view::words::{billing, invoices as words};
use leptos::prelude::*;

/// The document; none where there is none of that number. Each card reads it for itself.
type Shown = Memo<Option<DocumentView>>;

/// The page of a document, by its number.
#[component]
pub(super) fn DocumentPage(ledger: Ledger, number: String) -> impl IntoView {
    let ui = ledger.ui;
    let recording = Recording::new(ui, &number);
    let shown = Memo::new(move |_| {
        let found = ledger.found()?;
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

/// There is no such document.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <PageHeader title=words::UNKNOWN />
        <div class="page-content">
            <EmptyState icon=IconName::Search title=words::UNKNOWN action=view! { <Back /> }.into_any()>
                <p>{words::UNKNOWN_TEXT}</p>
            </EmptyState>
        </div>
    }
}

#[component]
fn Sheet(shown: Shown, recording: Recording) -> impl IntoView {
    let text = move |of: fn(&DocumentView) -> &String| shown.with(|shown| shown.as_ref().map(|it| of(it).clone()));
    let payment = move || shown.with(|shown| shown.as_ref()?.payment.clone());
    let actions = view! {
        <Back />
        <PaymentButtons payment=Signal::derive(payment) recording=recording />
        <Button icon=IconName::Document on_click=|()| drop(window().print())>{words::PRINT}</Button>
    };
    view! {
        <PageHeader
            title=move || text(|it| &it.title).unwrap_or_default()
            subtitle=move || text(|it| &it.headline)
            actions=actions.into_any()
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

/// Numbers and dates.
#[component]
fn FactsCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView {
            status,
            mood,
            date,
            due_date,
            plan,
            paper,
            payment,
            ..
        } = shown.get()?;
        let pill = view! { <Pill tone=tone(mood) with_icon=true text=status /> };
        let text = |term: &'static str, text: String| view! { <Fact term=term>{text}</Fact> };
        let recorded = payment.and_then(|payment| payment.recorded);
        let plan = Some(plan).filter(|plan| !plan.is_empty());
        Some(view! {
            <Card title=paper.printed_number action=pill.into_any()>
                <Facts>
                    <Fact term=words::DATE>{day(date)}</Fact>
                    {due_date.map(|date| view! { <Fact term=words::DUE_DATE>{day(date)}</Fact> })}
                    {recorded.map(|it| text(words::PAYMENT, it))}
                    {plan.map(|it| text(words::PLAN, it))}
                    {paper.po_number.map(|it| text(words::PO_NUMBER, it))}
                    {subscription_id(paper.subscription_id)}
                </Facts>
            </Card>
        })
    }
}

/// Who sells, who buys.
#[component]
fn PartiesCard(shown: Shown) -> impl IntoView {
    move || {
        let paper = shown.get()?.paper;
        let (seller, buyer) = (address(paper.seller), address(paper.buyer));
        let nobody = buyer.is_empty().then(|| soft(words::NO_BUYER));
        let line = |text: String| view! { <p class="address" dir="auto">{text}</p> };
        let lines = move |texts: Vec<String>| texts.into_iter().map(line).collect_view();
        Some(view! {
            <Card title=words::PARTIES>
                <div class="parties">
                    <section>
                        <h3>{words::SELLER}</h3>
                        {lines(seller)}
                    </section>
                    <section>
                        <h3>{words::BUYER}</h3>
                        {lines(buyer)}
                        {nobody}
                    </section>
                </div>
            </Card>
        })
    }
}

/// A party as it stands on an envelope.
fn address(party: Party) -> Vec<String> {
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
    let town: Vec<String> = [postal_code, city].into_iter().flatten().collect();
    let vat_id = vat_id.map(|it| [words::VAT_ID, " ", &it].concat());
    let town = Some(town.join(" ")).filter(|town| !town.is_empty());
    let country = country.as_deref().map(region_name);
    let lines = [name, contact, street, town, country, vat_id, email];
    lines.into_iter().flatten().collect()
}

/// Its files.
#[component]
fn FilesCard(shown: Shown) -> impl IntoView {
    // A memo: what has been made stays while the files are the same.
    let files = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|it| files(&it.paper))));
    move || {
        let files = files.get()?;
        Some(view! { <Card title=words::FILES><Downloads files=files /></Card> })
    }
}

/// Its lines and its sums.
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

/// Why its sum is what it is.
#[component]
fn WhyCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { why, paper, .. } = shown.get()?;
        Some(view! {
            <Card title=words::WHY>
                <p class="why">{why}</p>
                {paper.notes_now().into_iter().map(soft).collect_view()}
            </Card>
        })
    }
}

/// The bank account, or the payment page; nothing where nothing is due.
#[component]
fn HowToPayCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { paper, is_done, .. } = shown.get()?;
        if is_done || (paper.bank.is_empty() && paper.payment_page.is_none()) {
            return None;
        }
        let line = |text: String| view! { <p class="address">{text}</p> };
        let reference = (!paper.bank.is_empty()).then(|| {
            let text = [words::REFERENCE_HINT, " ", &paper.printed_number].concat();
            view! { <p class="address">{text}</p> }
        });
        let page = paper.payment_page.map(|href| {
            view! {
                <p><LinkButton href=href external=true>{words::PAY}</LinkButton></p>
                {soft(words::PAY_HINT)}
            }
        });
        Some(view! {
            <Card title=words::HOW_TO_PAY>
                {paper.bank.into_iter().map(line).collect_view()}
                {reference}
                {page}
                {soft(billing::NO_CARDS)}
            </Card>
        })
    }
}

/// The credit that it gave or spent.
#[component]
fn CreditCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView {
            credit, left, position, ..
        } = shown.get()?;
        let position = position?;
        let one = |it: CreditLink| {
            let CreditLink { document, text, amount } = it;
            let document = document.map(|number| view! { " "<DocumentLink number=number /> });
            view! { <p class="sum"><span>{text}{document}</span><span class="figure">{amount}</span></p> }
        };
        let left = left.map(|left| {
            view! { <p class="sum due"><span>{words::LEFT}</span><span class="figure">{left}</span></p> }
        });
        let statement = view! { <PlaceLink place=Place::Credit words=words::TO_STATEMENT /> };
        Some(view! {
            <Card title=words::CREDIT_LINKS action=statement.into_any()>
                {credit.into_iter().map(one).collect_view()}
                {left}
                {soft(position)}
            </Card>
        })
    }
}

/// The documents before and after it.
#[component]
fn Neighbors(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { before, after, .. } = shown.get()?;
        let link = |number: Option<String>, label: &'static str| {
            let number = number?;
            let words = [label, ": ", &number].concat();
            Some(view! { <PlaceLink place=Place::Document(number) words=words /> })
        };
        Some(view! {
            <nav class="neighbours" aria-label=words::NEIGHBOURS>
                {link(before, words::BEFORE)}
                {link(after, words::AFTER)}
            </nav>
        })
    }
}
