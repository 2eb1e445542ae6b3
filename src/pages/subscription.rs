//! The Subscription page: are we covered, until when, for how much?

use super::confirm::send;
use super::later::{Later, Part};
use super::money_cards::{credit_card, day, next_invoice_card, soft};
use super::order_dialog::Intent;
use super::scene::{Ui, tone};
use crate::components::{
    Button, ButtonKind, Card, CopyButton, Fact, Facts, LinkButton, MessageCard, Meter, PageHeader, Pill, Stat, TermBar,
    TermMark, Tone,
};
use crate::dom::view;
use crate::view::route::Page;
use crate::view::subscription::{Pending, Summary, actions, credit, headline, next_invoice, pending, summary};
use crate::view::term_bar::{After, TermBarView, Tick, term_bar};
use crate::view::time::support_link;
use crate::view::words::{self, order_words, page};
use crate::view::{Command, Refusal, Scene, Status};
use leptos::prelude::*;

/// The page.
#[component]
pub fn SubscriptionPage() -> impl IntoView {
    let ui = Ui::get();
    let intent = RwSignal::new(None::<Intent>);
    let asked = Memo::new(move |before| before == Some(&true) || intent.with(Option::is_some));
    let headline = Signal::derive(move || ui.model(headline));
    let actions = ui.show(move |scene| page_actions(ui, intent, scene));
    view! {
        <PageHeader title=words::SUBSCRIPTION subtitle=headline actions=actions />
        <div class="page-content">
            {ui.show(move |scene| cards(ui, scene))}
            <Later part=Part::History />
        </div>
        {move || asked.get().then(|| view! { <Later part=Part::OrderDialog(intent) /> })}
    }
}

/// What can be done with the whole subscription; what cannot says why.
fn page_actions(ui: Ui, intent: RwSignal<Option<Intent>>, scene: &Scene<'_>) -> AnyView {
    let (can, status) = (actions(scene), scene.status());
    let ask = |label: &'static str, refusal: Option<Refusal>, wanted: Intent| {
        let reason = refusal.map(|refusal| refusal.message());
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
    view! {
        {end}
        {running.then(|| ask(page::RENEW_NOW, can.renew_now, Intent::RenewNow))}
        {free.then(|| ask(page::CHOOSE_FREE, None, Intent::ChooseFree))}
        {cancelling.then(undo)}
        <LinkButton href=ui.store.href(Page::Plans.path()) kind=weight>{primary}</LinkButton>
    }
    .into_any()
}

/// Everything between the header and the history.
fn cards(ui: Ui, scene: &Scene<'_>) -> AnyView {
    let mut model = summary(scene);
    let warning = |text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any();
    let warnings: Vec<AnyView> = std::mem::take(&mut model.warnings).into_iter().map(warning).collect();
    let term = if scene.account.trial().is_some() {
        page::TRIAL
    } else {
        page::TERM
    };
    view! {
        {warnings}
        {summary_card(&ui.store.href(Page::Plans.path()), model)}
        {term_bar(scene).map(|bar| term_card(term, bar))}
        <div class="columns">
            {next_invoice(scene).map(next_invoice_card)}
            {pending(scene).map(|pending| pending_card(ui, pending))}
            {credit_card(credit(scene))}
            {identity_card(scene)}
        </div>
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

/// The term as a picture and in words.
fn term_card(title: &'static str, bar: TermBarView) -> AnyView {
    let tick = |it: Tick| TermMark {
        at: Some(it.at),
        title: it.title,
        detail: it.detail,
        tone: tone(it.mood),
    };
    let coming = |it: After| TermMark {
        at: None,
        title: it.title,
        detail: it.detail,
        tone: tone(it.mood),
    };
    let sentence = |it| view! { <li>{it}</li> }.into_any();
    view! {
        <Card title=title>
            <TermBar
                label=title
                start=bar.start
                end=bar.end
                today=bar.today
                today_label=bar.today_label
                tone=tone(bar.mood)
                ticks=bar.ticks.into_iter().map(tick).collect()
                after=bar.after.into_iter().map(coming).collect()
            >
                <details>
                    <summary>{page::IN_WORDS}</summary>
                    <ul>{bar.sentences.into_iter().map(sentence).collect::<Vec<_>>()}</ul>
                </details>
            </TermBar>
        </Card>
    }
    .into_any()
}

/// What is set for the end of the term.
fn pending_card(ui: Ui, Pending { text, asleep }: Pending) -> AnyView {
    let remove = move |()| send(ui, Command::Unschedule {}, |()| page::REMOVED.to_owned());
    view! {
        <Card title=page::PENDING action=view! { <Button on_click=remove>{page::REMOVE}</Button> }.into_any()>
            <p>{text}</p>
            {asleep.then(|| soft(page::ASLEEP))}
        </Card>
    }
    .into_any()
}

/// The subscription ID, and where help is (INV 2, SUP 1).
fn identity_card(scene: &Scene<'_>) -> AnyView {
    let id = scene.account.id.to_string();
    let support = support_link(scene).map(|href| {
        view! {
            <Fact term=page::SUPPORT>
                <LinkButton href=href kind=ButtonKind::Link external=true>{page::CONTACT_SUPPORT}</LinkButton>
            </Fact>
        }
        .into_any()
    });
    view! {
        <Card title=page::IDENTITY>
            <Facts>
                <Fact term=page::ID>
                    <CopyButton
                        text=id
                        name=page::ID
                        label=page::COPY_ID
                        copied=page::COPIED
                        selected=page::COPY_BY_HAND
                    />
                </Fact>
                {support}
            </Facts>
        </Card>
    }
    .into_any()
}
