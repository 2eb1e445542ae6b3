//! The Subscription page: are we covered, until when, and for how much?

use crate::app::context::{AppContext, tone};
use crate::app::order_intent::OrderIntent;
use crate::components::{
    ActionMenu, Button, ButtonKind, Card, EmptyState, Fact, Facts, IconName, LinkButton, MenuItem, Meter, PageHeader,
    Pill, Stat, Tone,
};
use crate::pages::activation::card::ActivationCard;
use crate::pages::shared::background_booking::book;
use crate::pages::shared::figures::{day, soft};
use crate::pages::subscription::attention::AttentionStrip;
use crate::pages::subscription::details::{Details, PendingCard};
use crate::pages::subscription::money_cards::NextInvoiceCard;
use crate::pages::subscription::order_dialog::OrderDialog;
use leptos::prelude::*;
use view::activation::comes_first;
use view::route::Route;
use view::shell::start_trial;
use view::subscription::{Actions, Summary, actions, headline, summary};
use view::words::{self, cost, frame, page, reading, undo as undo_words};
use view::{Command, Refusal, Status};

#[component]
pub fn SubscriptionPage() -> impl IntoView {
    let intent = RwSignal::new(None::<OrderIntent>);
    let headline = AppContext::get().memo(headline);
    let activate_first = AppContext::get().memo(comes_first);
    view! {
        <PageHeader
            title=words::SUBSCRIPTION
            subtitle=headline
            actions=move || view! { <PageActions intent=intent /> }
        />
        <div class="page-content">
            <AttentionStrip />
            <Show when=move || activate_first.get() == Some(true)>
                <ActivationCard />
            </Show>
            <Answer />
            <Details />
        </div>
        <OrderDialog intent=intent />
    }
}

/// The actions on the subscription. A disabled action says why.
#[component]
fn PageActions(
    /// The purpose of the order dialog.
    intent: RwSignal<Option<OrderIntent>>,
) -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(|scene| (actions(scene), scene.status(), scene.unread));
    let ask = move |label: &'static str, reason: Option<String>, wanted: OrderIntent| {
        let ask = move |()| intent.set(Some(wanted.clone()));
        view! { <Button disabled_reason=reason on_click=ask>{label}</Button> }
    };
    let why = move |refusal: Option<Refusal>| refusal.map(|refusal| ui.why(&refusal));
    let undo = move |refusal: Option<Refusal>, unread: bool| {
        let reason = not_yet(unread).or_else(|| why(refusal));
        let open = move |()| ui.order.set(Some(OrderIntent::Undo));
        view! { <Button disabled_reason=reason on_click=open>{undo_words::UNDO_CHANGE}</Button> }
    };
    let resume = move |()| {
        book(ui, Command::Resume {}, |_| page::RESUMED);
    };
    let buttons = move |(can, status, unread): (Actions, Status, bool)| {
        let canceling = status == Status::Canceling;
        let running = canceling || status == Status::Active;
        let free = !matches!(status, Status::Active | Status::Free) && can.choose_free.is_none();
        let end_free = (status == Status::Free).then(|| ask(page::END_FREE, why(can.cancel), OrderIntent::EndFree));
        let weight = if canceling {
            ButtonKind::Default
        } else {
            ButtonKind::Primary
        };
        let primary = if running { page::CHANGE } else { page::BUY };
        view! {
            {canceling.then(|| view! { <Button kind=ButtonKind::Primary on_click=resume>{page::RESUME}</Button> })}
            <LinkButton href=move || ui.store.href(Route::Plans.path()) kind=weight>{primary}</LinkButton>
            {can.offers_undo.then(|| undo(can.undo, unread))}
            {free.then(|| ask(page::CHOOSE_FREE, not_yet(unread), OrderIntent::ChooseFree))}
            {end_free}
        }
    };
    // Beside the other buttons and not among them, so that the menu keeps the focus when they are drawn again.
    let running = ui.memo(|scene| matches!(scene.status(), Status::Active | Status::Canceling));
    view! {
        {move || model.get().map(buttons)}
        <Show when=move || running.get() == Some(true)>
            <MoreActions intent=intent />
        </Show>
    }
}

/// Why something that needs everybody has to wait while people are being read.
fn not_yet(unread: bool) -> Option<String> {
    unread.then(|| reading::NOT_YET.to_owned())
}

/// Renewing now, and canceling.
#[component]
fn MoreActions(intent: RwSignal<Option<OrderIntent>>) -> impl IntoView {
    const RENEW: &str = "renew";
    const CANCEL: &str = "cancel";
    let ui = AppContext::get();
    let items = move || {
        let Some((can, status)) = ui.now(|scene| (actions(scene), scene.status())) else {
            return Vec::new();
        };
        let why = |refusal: Option<Refusal>| refusal.map(|refusal| ui.why(&refusal));
        let renew = MenuItem::action(RENEW, page::RENEW_NOW).unless(why(can.renew_now));
        let cancel = || MenuItem::action(CANCEL, page::CANCEL).unless(why(can.cancel)).ending();
        std::iter::once(renew)
            .chain((status == Status::Active).then(cancel))
            .collect()
    };
    let choose = move |key: String| {
        intent.set(match key.as_str() {
            RENEW => Some(OrderIntent::RenewNow),
            CANCEL => Some(OrderIntent::Cancel),
            _ => None,
        });
    };
    view! { <ActionMenu label=page::MORE items=items on_choose=choose /> }
}

/// What answers the page's question, and the next payment beside it. A new organization finds how to begin.
#[component]
fn Answer() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(summary);
    let is_new = ui.memo(|scene| scene.status() == Status::None);
    let card = move || model.get().map(|model| view! { <SummaryCard model=model /> });
    view! {
        <Show when=move || is_new.get() != Some(true) fallback=|| view! { <Beginning /> }>
            <div class="columns answer">
                {card}
                <div class="column">
                    <NextInvoiceCard />
                    <PendingCard />
                </div>
            </div>
        </Show>
    }
}

/// How a new organization begins: with the trial.
#[component]
fn Beginning() -> impl IntoView {
    let ui = AppContext::get();
    let unread = ui.memo(|scene| scene.unread);
    let days = ui.now(|scene| scene.catalogue.trial_days).unwrap_or_default();
    let reason = move || not_yet(unread.get() == Some(true));
    let start = move |()| {
        book(ui, start_trial(), |_| frame::TRIAL_STARTED);
    };
    let action = move || {
        view! {
            <Button kind=ButtonKind::Primary disabled_reason=reason on_click=start>{page::START_TRIAL}</Button>
        }
    };
    view! {
        <EmptyState icon=IconName::Stopwatch title=page::BEGIN action=action>
            <p>{page::begin(days)}</p>
        </EmptyState>
    }
}

/// The state, what is bought, and until when.
#[component]
fn SummaryCard(model: Summary) -> impl IntoView {
    let Summary {
        status,
        mood,
        plan,
        remark,
        length,
        licenses,
        in_use,
        free,
        paid_through,
        renews_on,
        year,
        ..
    } = model;
    let color = tone(mood);
    let edge = if color == Tone::Success { Tone::Neutral } else { color };
    let remark = remark.map(|it| view! { <span class="soft">" · "{it}</span> });
    let plan = plan.map(|it| view! { <Fact term=page::PLAN>{it}{remark}</Fact> });
    let length = length.map(|it| view! { <Fact term=page::BILLING>{it}</Fact> });
    let use_label = if licenses.is_some() {
        page::IN_USE
    } else {
        page::WITH_ACCESS
    };
    view! {
        <Card title=page::SUMMARY tone=edge action=move || view! { <Pill tone=color with_icon=true text=status /> }>
            <div class="stats">
                {licenses.map(|it| view! { <Stat value=it.to_string() label=page::BOUGHT /> })}
                <Stat value=in_use.map_or_else(|| reading::TO_COME.to_owned(), |it| it.to_string()) label=use_label />
                {free.map(|it| view! { <Stat value=it.to_string() label=page::FREE /> })}
            </div>
            {licenses
                .zip(in_use)
                .map(|(max, value)| view! { <Meter label=page::IN_USE value=value max=max text=words::of(value, max) /> })}
            <Facts>
                {plan}
                {length}
                {paid_through.map(|it| view! { <Fact term=page::PAID_THROUGH>{day(it)}</Fact> })}
                {renews_on.map(|it| view! { <Fact term=page::RENEWS_ON>{day(it)}</Fact> })}
                {year.map(|it| view! { <Fact term=cost::YEAR>{it.total.text}</Fact> })}
            </Facts>
            {soft(page::UTC)}
        </Card>
    }
}
