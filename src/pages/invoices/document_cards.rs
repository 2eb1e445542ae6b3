//! The cards of a document: its dates, the seller and the buyer, how to pay it, and the credit that it moved.

use crate::app::context::tone;
use crate::components::{Card, Fact, Facts, LinkButton, Pill};
use crate::pages::invoices::links::{DocumentLink, PlaceLink};
use crate::pages::invoices::shown::Shown;
use crate::pages::shared::figures::{day, soft, subscription_id};
use crate::store::region_name;
use leptos::prelude::*;
use view::invoices::{CreditLink, DocumentView, InvoiceRoute, Party};
use view::words::{billing, invoices as words};

/// The numbers and dates.
#[component]
pub(crate) fn FactsCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView {
            status,
            mood,
            date,
            due_date,
            plan,
            printed,
            payment,
            ..
        } = shown.get()?;
        let pill = move || view! { <Pill tone=tone(mood) with_icon=true text=status /> };
        let text = |term: &'static str, text: String| view! { <Fact term=term>{text}</Fact> };
        let recorded = payment.and_then(|payment| payment.recorded);
        let plan = Some(plan).filter(|plan| !plan.is_empty());
        Some(view! {
            <Card title=printed.printed_number action=pill>
                <Facts>
                    <Fact term=words::DATE>{day(date)}</Fact>
                    {due_date.map(|date| view! { <Fact term=words::DUE_DATE>{day(date)}</Fact> })}
                    {recorded.map(|it| text(words::PAYMENT, it))}
                    {plan.map(|it| text(words::PLAN, it))}
                    {printed.po_number.map(|it| text(words::PO_NUMBER, it))}
                    {subscription_id(printed.subscription_id)}
                </Facts>
            </Card>
        })
    }
}

/// The seller and the buyer.
#[component]
pub(crate) fn PartiesCard(shown: Shown) -> impl IntoView {
    move || {
        let printed = shown.get()?.printed;
        let (seller, buyer) = (address(printed.seller), address(printed.buyer));
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

/// The lines of a party: name, postal address, VAT ID, and email address.
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

/// The bank account, or the payment page. Empty if nothing is due.
#[component]
pub(crate) fn HowToPayCard(shown: Shown) -> impl IntoView {
    move || {
        let DocumentView { printed, is_done, .. } = shown.get()?;
        if is_done || (printed.bank.is_empty() && printed.payment_page.is_none()) {
            return None;
        }
        let line = |text: String| view! { <p class="address">{text}</p> };
        let reference = (!printed.bank.is_empty()).then(|| {
            let text = [words::REFERENCE_HINT, " ", &printed.printed_number].concat();
            view! { <p class="address">{text}</p> }
        });
        let page = printed.payment_page.map(|href| {
            view! {
                <p><LinkButton href=href external=true>{words::PAY}</LinkButton></p>
                {soft(words::PAY_HINT)}
            }
        });
        Some(view! {
            <Card title=words::HOW_TO_PAY>
                {printed.bank.into_iter().map(line).collect_view()}
                {reference}
                {page}
                {soft(billing::NO_CARDS)}
            </Card>
        })
    }
}

/// The credit that the document gave or used.
#[component]
pub(crate) fn CreditCard(shown: Shown) -> impl IntoView {
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
        let statement = move || view! { <PlaceLink place=InvoiceRoute::Credit words=words::TO_STATEMENT /> };
        Some(view! {
            <Card title=words::CREDIT_LINKS action=statement>
                {credit.into_iter().map(one).collect_view()}
                {left}
                {soft(position)}
            </Card>
        })
    }
}
