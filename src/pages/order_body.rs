//! What stands between the title and the buttons of the dialog of every change.

use super::keep::KeepStep;
use super::money_cards::{lines, soft, sum};
use super::order_dialog::{Intent, State, is_running};
use super::sending::Decided;
use crate::components::{Button, Cell, Choice, Column, MessageCard, Row, Segmented, Table, TextArea, Tone};
use crate::dom::view;
use leptos::prelude::*;
use view::order::{Comparison, Outcome, Preview, WayOut, cancel_text, outcomes, scheduled, way_out};
use view::undo::undoable;
use view::words::{self, order_words, undo};
use view::{Change, Length, Refusal};

/// What stands between title and buttons; built when the dialog opens.
#[component]
pub(super) fn Body(state: State, decided: Decided) -> impl IntoView {
    let ui = state.ui;
    let intent = state.intent.get_untracked();
    let means = match intent {
        Some(Intent::Cancel) => ui.now(cancel_text),
        Some(Intent::EndFree) => Some(order_words::END_FREE_MEANS.to_owned()),
        Some(Intent::ChooseFree) => Some(order_words::FREE_MEANS.to_owned()),
        Some(Intent::Undo) => ui.now(undoable).flatten().map(|it| it.text),
        _ => None,
    };
    let asked = match intent {
        Some(Intent::Change(_)) => Some(
            view! {
                <Terms state=state />
                <Scheduled state=state />
            }
            .into_any(),
        ),
        Some(Intent::Undo) => Some(view! { <Paid state=state /> }.into_any()),
        Some(Intent::Cancel) => {
            let reason =
                view! { <TextArea label=order_words::REASON value=state.reason hint=order_words::REASON_HINT /> };
            Some(reason.into_any())
        }
        _ => None,
    };
    let outcome = move || match decided.get()? {
        Ok(preview) => Some(shown(preview)),
        Err(refusal) => Some(refused(state, &refusal)),
    };
    view! {
        {move || state.sending.trouble()}
        {means.map(|text| view! { <p>{text}</p> }.into_any())}
        {asked}
        <KeepStep state=state />
        {move || outcome()}
        {move || state.sending.progress(move |()| state.confirm(decided))}
    }
}

/// The length, and when it takes effect, both outcomes side by side in money (CHG 5, SUB 5).
#[component]
fn Terms(state: State) -> impl IntoView {
    // A memo: the switch stays while the account changes.
    let running = Memo::new(move |_| is_running(state));
    let length = move || state.change().and_then(|change| change.length).map_or("", Length::key);
    let set_length = move |key: String| {
        let length = Length::ALL.into_iter().find(|it| it.key() == key);
        state.change_to(|change| Change { length, ..change });
    };
    let timing = move || {
        let choices = vec![
            Choice::new(TODAY, order_words::TODAY),
            Choice::new(RENEWAL, order_words::AT_RENEWAL),
        ];
        let selected = move || if state.at_renewal.get() { RENEWAL } else { TODAY }.to_owned();
        let set = move |key: String| state.at_renewal.set(key == RENEWAL);
        view! { <Segmented label=order_words::WHEN choices=choices selected=Signal::derive(selected) on_select=set /> }
            .into_any()
    };
    let both = move || {
        let change = state.change().filter(|_| running.get())?;
        let drop_scheduled = state.drop_scheduled.get();
        let (today, renewal) = state.ui.model(|scene| outcomes(scene, change, drop_scheduled))?;
        let (today, renewal) = (
            outcome(order_words::TODAY, today),
            outcome(order_words::AT_RENEWAL, renewal),
        );
        Some(view! { <ul class="soft">{today}{renewal}</ul> }.into_any())
    };
    view! {
        <div class="form">
            <Segmented
                label=order_words::BILLING
                choices=Length::ALL.map(|it| Choice::new(it.key(), words::length(it))).to_vec()
                selected=Signal::derive(move || length().to_owned())
                on_select=set_length
            />
            {move || running.get().then(timing)}
        </div>
        {move || both()}
    }
}

/// What is scheduled beside another change of today: it stays, or it is dropped (SUB 5).
#[component]
fn Scheduled(state: State) -> impl IntoView {
    // A memo: the switch stays while the account changes.
    let scheduled = Memo::new(move |_| {
        let today = !state.at_renewal.get();
        state.ui.model(scheduled).flatten().filter(|_| today)
    });
    let question = move || {
        let (question, stays) = scheduled.get()?;
        let choices = vec![
            Choice::new(KEEP, undo::KEEP_SCHEDULED),
            Choice::new(DROP, undo::DROP_SCHEDULED),
        ];
        let selected = move || if state.drop_scheduled.get() { DROP } else { KEEP }.to_owned();
        let set = move |key: String| state.drop_scheduled.set(key == DROP);
        let kept = move || (!state.drop_scheduled.get()).then(|| soft(stays.clone()));
        Some(
            view! {
                <Segmented label=question choices=choices selected=Signal::derive(selected) on_select=set />
                {kept}
            }
            .into_any(),
        )
    };
    view! { <div class="form">{question}</div> }
}

/// Whether the invoice of what is undone was paid: then it stays (CHG 13).
#[component]
fn Paid(state: State) -> impl IntoView {
    let question = state.ui.now(undoable).flatten().and_then(|it| it.question);
    let question = question.map(|question| {
        let choices = vec![Choice::new(OPEN, undo::NOT_PAID), Choice::new(PAID, undo::PAID)];
        let selected = move || if state.paid.get() { PAID } else { OPEN }.to_owned();
        let set = move |key: String| state.paid.set(key == PAID);
        let stays = move || state.paid.get().then(|| warning(undo::PAID_STAYS));
        view! {
            <Segmented label=question choices=choices selected=Signal::derive(selected) on_select=set />
            {stays}
        }
        .into_any()
    });
    view! { <div class="form">{question}</div> }
}

fn warning(text: &'static str) -> AnyView {
    view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any()
}

const KEEP: &str = "keep";
const DROP: &str = "drop";
const OPEN: &str = "open";
const PAID: &str = "paid";
const TODAY: &str = "today";
const RENEWAL: &str = "renewal";

fn outcome(label: &'static str, outcome: Outcome) -> AnyView {
    let class = if outcome.goes { "" } else { "soft" };
    view! { <li class=class><strong>{label}</strong>": "{outcome.text}</li> }.into_any()
}

/// Before and after, lines, sums, notes.
pub(super) fn shown(preview: Preview) -> AnyView {
    let Preview {
        comparison,
        lines: each,
        total,
        credit_used,
        due,
        credit_given,
        notes,
        ..
    } = preview;
    view! {
        {(!comparison.is_empty()).then(|| compared(comparison))}
        {lines(each)}
        {total.map(|total| sum(order_words::TOTAL, total, "sum"))}
        {credit_used.map(|it| sum(order_words::CREDIT_USED, it, "sum"))}
        {credit_given.map(|it| sum(order_words::CREDIT_GIVEN, it, "sum"))}
        {due.map(|it| sum(order_words::DUE, it, "sum due"))}
        {notes.into_iter().map(soft).collect::<Vec<_>>()}
    }
    .into_any()
}

/// Before and after as a table; what differs is bold.
fn compared(comparison: Vec<Comparison>) -> AnyView {
    let columns = vec![
        Column::words(order_words::WHAT),
        Column::words(order_words::BEFORE),
        Column::words(order_words::AFTER),
    ];
    let row = |it: Comparison| {
        let after = if it.changed {
            Cell::View(view! { <strong>{it.after}</strong> }.into_any())
        } else {
            Cell::Text(it.after)
        };
        Row::new(vec![Cell::text(it.what), Cell::Text(it.before), after])
    };
    let rows = comparison.into_iter().map(row).collect();
    view! { <Table caption=order_words::CHANGE caption_unseen=true columns=columns rows=rows /> }.into_any()
}

/// What is refused, why, and the way out as a button.
fn refused(state: State, refusal: &Refusal) -> AnyView {
    let text = refusal.message();
    let action = way_out(refusal).map(|WayOut::Number(number)| {
        let set = move |()| {
            state.change_to(|change| Change {
                licences: Some(number),
                ..change
            });
        };
        view! {
            <Button on_click=set>{order_words::set_to(number)}</Button>
            <Button on_click=move |()| state.at_renewal.set(true)>{order_words::AT_RENEWAL}</Button>
        }
        .into_any()
    });
    view! { <MessageCard tone=Tone::Error action=action.into_any()>{text}</MessageCard> }.into_any()
}
