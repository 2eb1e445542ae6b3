//! The card on Subscription and the page of everything that can be set.

use super::apply::{Apply, ApplyField, ApplyProgress, RefreshButton};
use super::instances::InstancesCard;
use super::offline::OfflineCard;
use super::orders::OrdersCard;
use super::proxy::ProxyCard;
use super::troubleshooting;
use crate::components::{ButtonKind, Card, Fact, Facts, LinkButton, MessageCard, PageHeader, Pill};
use crate::pages::money_cards::day;
use crate::pages::scene::{Ui, tone};
use leptos::prelude::*;
use view::activation::{self, State, ActivationMode, is_possible, state};
use view::route::Page;
use view::words::activation as words;

/// The card on Subscription: how it stands, and Apply.
#[component]
pub fn ActivationCard() -> impl IntoView {
    view! { <StateCard brief=true /> }
}

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let ui = Ui::get();
    let back = move || {
        view! {
            <LinkButton href=move || ui.store.href(Page::Subscription.path())>{words::BACK}</LinkButton>
            <LinkButton href=move || troubleshooting(ui)>{words::TROUBLESHOOTING}</LinkButton>
        }
    };
    view! {
        <PageHeader title=words::SETTINGS subtitle=words::SUBTITLE actions=back />
        <div class="page-content">
            <StateCard brief=false />
            <OfflineCard />
            <InstancesCard />
            <OrdersCard />
            <ProxyCard />
        </div>
    }
}

/// How it stands, and Apply.
#[component]
fn StateCard(
    /// Whether it stands on Subscription: the page has the rest.
    brief: bool,
) -> impl IntoView {
    let ui = Ui::get();
    let apply = Apply::new(ui);
    let model = ui.memo(|scene| (state(scene), is_possible(scene)));
    let card = move |(model, possible): (State, bool)| {
        let State {
            pill,
            mood,
            text,
            difference,
            facts,
            way,
        } = model;
        let online = way == ActivationMode::Online;
        let activated = facts.is_some();
        let links = brief.then(|| {
            view! {
                <LinkButton href=move || ui.store.href(Page::Activation.path()) kind=ButtonKind::Link>
                    {words::TO_SETTINGS}
                </LinkButton>
                <LinkButton href=move || troubleshooting(ui) kind=ButtonKind::Link>{words::TROUBLESHOOTING}</LinkButton>
            }
        });
        let difference = difference.map(|it| view! { <MessageCard tone=tone(it.mood)>{it.text}</MessageCard> });
        let field = (possible && (online || !activated))
            .then(|| view! { <ApplyField apply=apply first=!brief && !activated /> });
        view! {
            <Card title=words::TITLE tone=tone(mood) action=move || view! { <Pill tone=tone(mood) with_icon=true text=pill /> }>
                <p>{text}</p>
                {difference}
                {facts.map(|facts| view! { <GrantFacts facts=facts /> })}
                {field}
                <ApplyProgress apply=apply />
                <div class="card-buttons">
                    {(online && activated).then(|| view! { <RefreshButton apply=apply /> })}
                    {links}
                </div>
            </Card>
        }
    };
    move || model.get().map(card)
}

/// What a certificate says.
#[component]
pub(super) fn GrantFacts(facts: activation::Facts) -> impl IntoView {
    let activation::Facts {
        id,
        plan,
        licenses,
        term,
        until,
        issued,
    } = facts;
    view! {
        <Facts>
            <Fact term=words::ID>{id}</Fact>
            <Fact term=words::PLAN>{plan}</Fact>
            <Fact term=words::LICENSES>{licenses}</Fact>
            <Fact term=words::TERM>{term}</Fact>
            <Fact term=words::GOOD_UNTIL>{day(until)}</Fact>
            <Fact term=words::ISSUED>{day(issued)}</Fact>
        </Facts>
    }
}
