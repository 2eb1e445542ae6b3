//! The card on Subscription and the page of everything that can be set.

use super::apply::Apply;
use super::instances::instances_card;
use super::offline::OfflineCard;
use super::orders::OrdersCard;
use super::proxy::ProxyCard;
use super::{link, troubleshooting};
use crate::components::{ButtonKind, Card, Fact, Facts, LinkButton, MessageCard, PageHeader, Pill};
use crate::dom::view;
use crate::pages::money_cards::day;
use crate::pages::scene::{Ui, tone};
use leptos::prelude::*;
use view::Scene;
use view::activation::{self, State, Way, is_possible, state};
use view::route::Page;
use view::words::activation as words;

/// The card on Subscription: how it stands, and Apply.
#[component]
pub fn ActivationCard() -> impl IntoView {
    let ui = Ui::get();
    let apply = Apply::new(ui);
    view! { {ui.show(move |scene| card(ui, apply, scene, true))} }
}

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let ui = Ui::get();
    let apply = Apply::new(ui);
    let back = view! {
        <LinkButton href=ui.store.href(Page::Subscription.path())>{words::BACK}</LinkButton>
        <LinkButton href=troubleshooting(ui)>{words::TROUBLESHOOTING}</LinkButton>
    };
    view! {
        <PageHeader title=words::SETTINGS subtitle=words::SUBTITLE actions=back.into_any() />
        <div class="page-content">
            {ui.show(move |scene| card(ui, apply, scene, false))}
            <OfflineCard />
            {ui.show(move |scene| instances_card(ui, scene))}
            <OrdersCard />
            <ProxyCard />
        </div>
    }
}

/// How it stands; `brief` on Subscription, where the page has the rest.
fn card(ui: Ui, apply: Apply, scene: &Scene<'_>, brief: bool) -> AnyView {
    let State {
        pill,
        mood,
        text,
        difference,
        facts,
        way,
    } = state(scene);
    let online = way == Way::Online;
    let possible = is_possible(scene);
    let activated = facts.is_some();
    let refresh = (online && activated).then(|| apply.refresh_button());
    let links = brief.then(|| {
        view! {
            {link(ui.store.href(Page::Activation.path()), words::TO_SETTINGS, ButtonKind::Link)}
            {link(troubleshooting(ui), words::TROUBLESHOOTING, ButtonKind::Link)}
        }
        .into_any()
    });
    let difference = difference.map(|it| view! { <MessageCard tone=tone(it.mood)>{it.text}</MessageCard> }.into_any());
    view! {
        <Card title=words::TITLE tone=tone(mood) action=view! { <Pill tone=tone(mood) with_icon=true text=pill /> }.into_any()>
            <p>{text}</p>
            {difference}
            {facts.map(facts_list)}
            {(possible && (online || !activated)).then(|| apply.field(!brief && !activated))}
            {apply.progress()}
            <div class="card-buttons">{refresh}{links}</div>
        </Card>
    }
    .into_any()
}

/// What a certificate says.
pub(super) fn facts_list(facts: activation::Facts) -> AnyView {
    let activation::Facts {
        id,
        plan,
        licences,
        term,
        until,
        issued,
    } = facts;
    let fact = |name: &'static str, value: AnyView| view! { <Fact term=name>{value}</Fact> }.into_any();
    view! {
        <Facts>
            {fact(words::ID, id.into_any())}
            {fact(words::PLAN, plan.into_any())}
            {fact(words::LICENCES, licences.into_any())}
            {fact(words::TERM, term.into_any())}
            {fact(words::GOOD_UNTIL, day(until))}
            {fact(words::ISSUED, day(issued))}
        </Facts>
    }
    .into_any()
}
