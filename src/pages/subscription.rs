//! The Subscription page: are we covered, until when, for how much?

use super::confirm::send;
use super::details::Details;
use super::money_cards::{day, soft};
use super::order_dialog::{Intent, OrderDialog};
use super::scene::{Ui, tone};
use crate::components::{
    Button, ButtonKind, Card, Fact, Facts, LinkButton, MessageCard, Meter, PageHeader, Pill, Stat, Tone,
};
use crate::dom::view;
use leptos::prelude::*;
use view::route::Page;
use view::subscription::{Summary, actions, headline, summary};
use view::words::{self, order_words, page, undo as undo_words};
use view::{Command, Refusal, Scene, Status};

/// The page.
#[component]
pub fn SubscriptionPage() -> impl IntoView {
    let ui = Ui::get();
    let intent = RwSignal::new(None::<Intent>);
    let headline = Signal::derive(move || ui.model(headline));
    let actions = ui.show(move |scene| page_actions(ui, intent, scene));
    view! {
        <PageHeader title=words::SUBSCRIPTION subtitle=headline actions=actions />
        <div class="page-content">
            {ui.show(move |scene| answer(ui, scene))}
            <Details />
        </div>
        <OrderDialog intent=intent />
    }
}

/// What can be done with the whole subscription; what cannot says why.
fn page_actions(ui: Ui, intent: RwSignal<Option<Intent>>, scene: &Scene<'_>) -> AnyView {
    let (can, status) = (actions(scene), scene.status());
    let ask = |label: &'static str, refusal: Option<Refusal>, wanted: Intent| {
        let reason = refusal.and_then(|refusal| refusal.message_at_once());
        let ask = move |()| intent.set(Some(wanted.clone()));
        view! { <Button disabled_reason=reason on_click=ask>{label}</Button> }.into_any()
    };
    let end = match status {
        Status::Active => Some(ask(page::CANCEL, can.cancel, Intent::Cancel)),
        Status::Free => Some(ask(page::END_FREE, can.cancel, Intent::EndFree)),
        _ => None,
    };
    let cancelling = status == Status::Cancelling;
    let running = cancelling || status == Status::Active;
    let free = !matches!(status, Status::Active | Status::Free) && can.choose_free.is_none();
    let undo = move |()| send(ui, Command::Resume {}, |()| page::RESUMED.to_owned());
    let undo = || view! { <Button kind=ButtonKind::Primary on_click=undo>{page::RESUME}</Button> }.into_any();
    let weight = if cancelling {
        ButtonKind::Default
    } else {
        ButtonKind::Primary
    };
    let primary = if running { page::CHANGE } else { page::BUY };
    let undo_change = can.offers_undo.then(|| {
        let reason = can.undo.and_then(|refusal| refusal.message_at_once());
        let open = move |()| ui.order.set(Some(Intent::Undo));
        view! { <Button disabled_reason=reason on_click=open>{undo_words::UNDO_CHANGE}</Button> }.into_any()
    });
    view! {
        {undo_change}
        {end}
        {running.then(|| ask(page::RENEW_NOW, can.renew_now, Intent::RenewNow))}
        {free.then(|| ask(page::CHOOSE_FREE, None, Intent::ChooseFree))}
        {cancelling.then(undo)}
        <LinkButton href=ui.store.href(Page::Plans.path()) kind=weight>{primary}</LinkButton>
    }
    .into_any()
}

/// What answers the page's question.
fn answer(ui: Ui, scene: &Scene<'_>) -> AnyView {
    let mut model = summary(scene);
    let warning = |text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any();
    let warnings: Vec<AnyView> = std::mem::take(&mut model.warnings).into_iter().map(warning).collect();
    view! {
        {warnings}
        {summary_card(&ui.store.href(Page::Plans.path()), model)}
    }
    .into_any()
}

fn summary_card(plans: &str, model: Summary) -> AnyView {
    let Summary {
        status,
        mood,
        plan,
        remark,
        length,
        licences,
        in_use,
        free,
        paid_through,
        renews_on,
        ..
    } = model;
    let colour = tone(mood);
    let edge = if colour == Tone::Success { Tone::Neutral } else { colour };
    // Only what is paid for can be changed.
    let bought = licences.filter(|_| paid_through.is_some());
    let change = |label: &'static str| {
        let link = |_| view! { <LinkButton href=plans kind=ButtonKind::Link>{label}</LinkButton> }.into_any();
        bought.map(link)
    };
    let fact = |term: &'static str, value: AnyView, action: Option<AnyView>| {
        view! { <Fact term=term action=action>{value}</Fact> }.into_any()
    };
    let remark = remark.map(|it| view! { <span class="soft">" · "{it}</span> }.into_any());
    let facts = [
        plan.map(|it| fact(page::PLAN, view! { {it}{remark} }.into_any(), change(page::CHANGE_PLAN))),
        bought.map(|it| {
            fact(
                order_words::NUMBER,
                it.to_string().into_any(),
                change(page::CHANGE_LICENCES),
            )
        }),
        length.map(|it| fact(page::BILLING, it.into_any(), change(page::CHANGE_LENGTH))),
        paid_through.map(|it| fact(page::PAID_THROUGH, day(it), None)),
        renews_on.map(|it| fact(page::RENEWS_ON, day(it), None)),
    ];
    let facts: Vec<AnyView> = facts.into_iter().flatten().collect();
    let stat = |value: u32, label: &'static str| view! { <Stat value=value.to_string() label=label /> }.into_any();
    let use_label = if licences.is_some() {
        page::IN_USE
    } else {
        page::WITH_ACCESS
    };
    let meter = move |bought| {
        view! { <Meter label=page::IN_USE value=in_use max=bought text=words::of(in_use, bought) /> }.into_any()
    };
    view! {
        <Card title=page::SUMMARY tone=edge action=view! { <Pill tone=colour with_icon=true text=status /> }.into_any()>
            <div class="stats">
                {licences.map(|it| stat(it, page::BOUGHT))}
                {stat(in_use, use_label)}
                {free.map(|it| stat(it, page::FREE))}
            </div>
            {licences.map(meter)}
            <Facts>{facts}</Facts>
            {soft(page::UTC)}
        </Card>
    }
    .into_any()
}
