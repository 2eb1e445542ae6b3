//! The Subscription page: are we covered, until when, for how much?

use crate::dom::view;
use super::confirm::send;
use super::history::HistoryCard;
use super::money_cards::{CreditCard, NextInvoiceCard};
use super::later::{Later, Part};
use super::order_dialog::Intent;
use super::scene::{Ui, tone};
use crate::components::{
    Button, ButtonKind, Card, CopyButton, Fact, Facts, LinkButton, MessageCard, Meter, PageHeader, Pill, Stat, TermBar,
    TermSegment, TermTick, Tone,
};
use crate::view::route::Page;
use crate::view::subscription::{Actions, Pending, Summary, actions, pending, summary};
use crate::view::term_bar::term_bar;
use crate::view::time::support_link;
use crate::view::words::{self, order_words, page};
use crate::view::{Command, Day, Refusal, Status};
use leptos::prelude::*;

/// The page.
#[component]
pub fn SubscriptionPage() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(summary);
    let intent = RwSignal::new(None::<Intent>);
    let asked = Memo::new(move |before| before == Some(&true) || intent.with(Option::is_some));
    let headline = move || view! { {move || model.get().map(|it| it.headline)} };
    view! {
        <PageHeader title=words::SUBSCRIPTION subtitle=headline actions=move || view! { <PageActions intent=intent /> } />
        <div class="page-content">
            {move || model.get().map(|it| it.warnings.into_iter().map(|text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }).collect::<Vec<_>>())}
            {move || model.get().map(|it| view! { <SummaryCard model=it /> })}
            <TermCard />
            <div class="columns">
                <NextInvoiceCard />
                <PendingCard />
                <CreditCard />
                <IdentityCard />
            </div>
            <HistoryCard />
        </div>
        {move || asked.get().then(|| view! { <Later part=Part::OrderDialog(intent) /> })}
    }
}

/// What can be done with the whole subscription; what cannot says why.
#[component]
fn PageActions(intent: RwSignal<Option<Intent>>) -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(|scene| (actions(scene), scene.status()));
    let to_plans = Signal::derive(move || ui.store.href(Page::Plans.path()));
    let ask = move |label: &'static str, kind, refusal: Option<Refusal>, wanted: Intent| {
        let reason = refusal.map(|refusal| refusal.message());
        view! { <Button kind=kind disabled_reason=reason on_click=move |()| intent.set(Some(wanted.clone()))>{label}</Button> }
    };
    let buttons = move |(can, status): (Actions, Status)| {
        let running = matches!(status, Status::Active | Status::Cancelling);
        let free = matches!(status, Status::Free);
        let primary = if running { page::CHANGE } else { page::BUY };
        view! {
            {(status == Status::Active || free).then(|| {
                let (label, wanted) = if free { (page::END_FREE, Intent::EndFree) } else { (page::CANCEL, Intent::Cancel) };
                ask(label, ButtonKind::Default, can.cancel, wanted)
            })}
            {running.then(|| ask(page::RENEW_NOW, ButtonKind::Default, can.renew_now, Intent::RenewNow))}
            {matches!(status, Status::Cancelling | Status::Expired | Status::TrialEnded | Status::Trial | Status::None)
                .then(|| can.choose_free.is_none().then(|| ask(page::CHOOSE_FREE, ButtonKind::Default, None, Intent::ChooseFree)))}
            {(status == Status::Cancelling).then(|| {
                let undo = move |()| send(ui, Command::Resume {}, |()| page::RESUMED.to_owned());
                view! { <Button kind=ButtonKind::Primary on_click=undo>{page::RESUME}</Button> }
            })}
            <LinkButton href=to_plans kind=if status == Status::Cancelling { ButtonKind::Default } else { ButtonKind::Primary }>{primary}</LinkButton>
        }
    };
    move || model.get().map(buttons)
}

#[component]
fn SummaryCard(model: Summary) -> impl IntoView {
    let ui = Ui::get();
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
    let day = |day: Day| view! { <time datetime=day.iso.clone() title=day.iso>{day.text}</time> };
    let to_plans = Signal::derive(move || ui.store.href(Page::Plans.path()));
    let change = move |label: &'static str| move || view! { <LinkButton href=to_plans kind=ButtonKind::Link>{label}</LinkButton> };
    let changeable = paid_through.is_some();
    let use_label = if licences.is_some() {
        page::IN_USE
    } else {
        page::WITH_ACCESS
    };
    view! {
        <Card title=page::SUMMARY tone=if colour == Tone::Success { Tone::Neutral } else { colour } action=move || view! { <Pill tone=colour with_icon=true text=status /> }>
            <div class="stats">
                {licences.map(|it| view! { <Stat value=it.to_string() label=page::BOUGHT /> })}
                <Stat value=in_use.to_string() label=use_label />
                {free.map(|it| view! { <Stat value=it.to_string() label=page::FREE /> })}
            </div>
            {licences.map(|it| view! { <Meter label=page::IN_USE value=in_use max=it text=words::of(in_use, it) /> })}
            <Facts>
                {plan.map(|plan| {
                    let value = view! { {plan}{remark.map(|it| view! { <span class="soft">" · "{it}</span> })} };
                    if changeable { view! { <Fact term=page::PLAN action=change(page::CHANGE_PLAN)>{value}</Fact> }.into_any() }
                    else { view! { <Fact term=page::PLAN>{value}</Fact> }.into_any() }
                })}
                {licences.filter(|_| changeable).map(|it| view! { <Fact term=order_words::NUMBER action=change(page::CHANGE_LICENCES)>{it.to_string()}</Fact> })}
                {length.map(|it| {
                    if changeable { view! { <Fact term=page::BILLING action=change(page::CHANGE_LENGTH)>{it}</Fact> }.into_any() }
                    else { view! { <Fact term=page::BILLING>{it}</Fact> }.into_any() }
                })}
                {paid_through.map(|it| view! { <Fact term=page::PAID_THROUGH>{day(it)}</Fact> })}
                {renews_on.map(|it| view! { <Fact term=page::RENEWS_ON>{day(it)}</Fact> })}
            </Facts>
            <p class="soft">{page::UTC}</p>
        </Card>
    }
}

/// The term as a picture and in words.
#[component]
fn TermCard() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(|scene| (term_bar(scene), scene.account.trial().is_some()));
    move || {
        let (bar, trial) = model.get().unwrap_or_default();
        bar.map(|bar| {
            let ticks: Vec<TermTick> = bar.ticks.into_iter().map(|it| TermTick { at: it.at, title: it.title, detail: it.detail, tone: tone(it.mood) }).collect();
            let after: Vec<TermSegment> = bar.after.into_iter().map(|it| TermSegment { title: it.title, detail: it.detail, tone: tone(it.mood) }).collect();
            let title = if trial { page::TRIAL } else { page::TERM };
            view! {
                <Card title=title>
                    <TermBar label=title start=bar.start end=bar.end today=bar.today today_label=bar.today_label tone=tone(bar.mood) ticks=ticks after=after>
                        <details>
                            <summary>{page::IN_WORDS}</summary>
                            <ul>{bar.sentences.into_iter().map(|it| view! { <li>{it}</li> }).collect::<Vec<_>>()}</ul>
                        </details>
                    </TermBar>
                </Card>
            }
        })
    }
}

/// What is set for the end of the term.
#[component]
fn PendingCard() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(pending);
    let remove = move |()| send(ui, Command::Unschedule {}, |()| page::REMOVED.to_owned());
    move || {
        model.get().flatten().map(|Pending { text, asleep }| {
            view! {
                <Card title=page::PENDING action=move || view! { <Button on_click=remove>{page::REMOVE}</Button> }>
                    <p>{text}</p>
                    {asleep.then(|| view! { <p class="soft">{page::ASLEEP}</p> })}
                </Card>
            }
        })
    }
}

/// The subscription ID, and where help is (INV 2, SUP 1).
#[component]
fn IdentityCard() -> impl IntoView {
    let ui = Ui::get();
    let id = ui.model(|scene| scene.account.id.to_string());
    let support = ui.model(support_link);
    view! {
        <Card title=page::IDENTITY>
            <Facts>
                <Fact term=page::ID>
                    <CopyButton
                        text=Signal::derive(move || id.get().unwrap_or_default())
                        name=page::ID
                        label=page::COPY_ID
                        copied=page::COPIED
                        selected=page::COPY_BY_HAND
                    />
                </Fact>
                {move || support.get().flatten().map(|href| view! {
                    <Fact term=page::SUPPORT><LinkButton href=href kind=ButtonKind::Link external=true>{page::CONTACT_SUPPORT}</LinkButton></Fact>
                })}
            </Facts>
        </Card>
    }
}
