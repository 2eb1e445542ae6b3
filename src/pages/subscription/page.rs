//! The Subscription page: are we covered, until when, and for how much?

use crate::app::context::{AppContext, tone};
use crate::app::order_intent::OrderIntent;
use crate::components::{
    Button, ButtonKind, Card, Fact, Facts, LinkButton, MessageCard, Meter, PageHeader, Pill, Stat, Tone,
};
use crate::pages::shared::background_booking::book;
use crate::pages::shared::figures::{day, soft};
use crate::pages::subscription::details::Details;
use crate::pages::subscription::order_dialog::OrderDialog;
use leptos::prelude::*;
use view::route::Route;
use view::subscription::{Actions, Summary, actions, headline, summary};
use view::words::{self, order_words, page, reading, undo as undo_words};
use view::{Command, Refusal, Status};

#[component]
pub fn SubscriptionPage() -> impl IntoView {
    let intent = RwSignal::new(None::<OrderIntent>);
    let headline = AppContext::get().memo(headline);
    view! {
        <PageHeader
            title=words::SUBSCRIPTION
            subtitle=headline
            actions=move || view! { <PageActions intent=intent /> }
        />
        <div class="page-content">
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
    let ask = move |label: &'static str, refusal: Option<Refusal>, wanted: OrderIntent| {
        let reason = refusal.map(|refusal| ui.why(&refusal));
        let ask = move |()| intent.set(Some(wanted.clone()));
        view! { <Button disabled_reason=reason on_click=ask>{label}</Button> }
    };
    let ask_all = move |label: &'static str, unread: bool, wanted: OrderIntent| {
        let reason = unread.then(|| reading::NOT_YET.to_owned());
        let ask = move |()| intent.set(Some(wanted.clone()));
        view! { <Button disabled_reason=reason on_click=ask>{label}</Button> }
    };
    let undo = move |refusal: Option<Refusal>, unread: bool| {
        let refused = || refusal.map(|refusal| ui.why(&refusal));
        let reason = unread.then(|| reading::NOT_YET.to_owned()).or_else(refused);
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
        let end = match status {
            Status::Active => Some(ask(page::CANCEL, can.cancel, OrderIntent::Cancel)),
            Status::Free => Some(ask(page::END_FREE, can.cancel, OrderIntent::EndFree)),
            _ => None,
        };
        let weight = if canceling {
            ButtonKind::Default
        } else {
            ButtonKind::Primary
        };
        let primary = if running { page::CHANGE } else { page::BUY };
        view! {
            {can.offers_undo.then(|| undo(can.undo, unread))}
            {end}
            {running.then(|| ask(page::RENEW_NOW, can.renew_now, OrderIntent::RenewNow))}
            {free.then(|| ask_all(page::CHOOSE_FREE, unread, OrderIntent::ChooseFree))}
            {canceling.then(|| view! { <Button kind=ButtonKind::Primary on_click=resume>{page::RESUME}</Button> })}
            <LinkButton href=move || ui.store.href(Route::Plans.path()) kind=weight>{primary}</LinkButton>
        }
    };
    move || model.get().map(buttons)
}

/// The summary: it answers the main question of the page.
#[component]
fn Answer() -> impl IntoView {
    let model = AppContext::get().memo(summary);
    let warning = |text: String| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> };
    let answer = move |mut model: Summary| {
        let warnings = std::mem::take(&mut model.warnings);
        view! {
            {warnings.into_iter().map(warning).collect_view()}
            <SummaryCard model=model />
        }
    };
    move || model.get().map(answer)
}

/// The state, what is bought, and until when.
#[component]
fn SummaryCard(model: Summary) -> impl IntoView {
    let ui = AppContext::get();
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
        ..
    } = model;
    let color = tone(mood);
    let edge = if color == Tone::Success { Tone::Neutral } else { color };
    // Only a paid subscription can be changed.
    let bought = licenses.filter(|_| paid_through.is_some());
    let plans = move || ui.store.href(Route::Plans.path());
    let change = |label: &'static str| {
        let link = |_| view! { <LinkButton href=plans kind=ButtonKind::Link>{label}</LinkButton> }.into_any();
        bought.map(link)
    };
    let remark = remark.map(|it| view! { <span class="soft">" · "{it}</span> });
    let plan = plan.map(|it| view! { <Fact term=page::PLAN action=change(page::CHANGE_PLAN)>{it}{remark}</Fact> });
    let number = bought.map(
        |it| view! { <Fact term=order_words::NUMBER action=change(page::CHANGE_LICENSES)>{it.to_string()}</Fact> },
    );
    let length = length.map(|it| view! { <Fact term=page::BILLING action=change(page::CHANGE_LENGTH)>{it}</Fact> });
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
                {number}
                {length}
                {paid_through.map(|it| view! { <Fact term=page::PAID_THROUGH>{day(it)}</Fact> })}
                {renews_on.map(|it| view! { <Fact term=page::RENEWS_ON>{day(it)}</Fact> })}
            </Facts>
            {soft(page::UTC)}
        </Card>
    }
}
