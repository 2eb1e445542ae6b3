//! What stands between the title and the buttons of the dialog of every change.

use crate::dom::{Node, view};
use super::money_cards::{lines, sum};
use super::order_dialog::{Intent, State, is_running};
use crate::components::{
    Button, ButtonKind, Cell, Choice, Column, MessageCard, Progress, Row, Segmented, Table, TextArea, Tone,
};
use crate::store::Saving;
use crate::view::order::{Outcome, Preview, WayOut, cancel_text, outcomes, way_out};
use crate::view::words::{self, frame, order_words};
use crate::view::{Change, Length, Refusal};
use leptos::prelude::*;

/// What stands between title and buttons.
#[component]
pub(super) fn Body(state: State, decided: Memo<Option<Result<Preview, Refusal>>>) -> impl IntoView {
    let ui = state.ui;
    let intent = state.intent;
    let means = move || match intent.get() {
        Some(Intent::Cancel) => ui.model_now(cancel_text),
        Some(Intent::EndFree) => Some(order_words::END_FREE_MEANS.to_owned()),
        Some(Intent::ChooseFree) => Some(order_words::FREE_MEANS.to_owned()),
        _ => None,
    };
    let is_change = Memo::new(move |_| matches!(intent.get(), Some(Intent::Change(_))));
    let is_cancel = Memo::new(move |_| intent.get() == Some(Intent::Cancel));
    view! {
        {move || state.message.get().map(|text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })}
        {move || means().map(|text| view! { <p>{text}</p> })}
        <Show when=move || is_change.get()><Terms state=state /></Show>
        <Show when=move || is_cancel.get()>
            <TextArea label=order_words::REASON value=state.reason hint=order_words::REASON_HINT />
        </Show>
        {move || decided.get().map(|decided| match decided {
            Ok(preview) => shown(preview).into_any(),
            Err(refusal) => refused(state, &refusal).into_any(),
        })}
        {move || (state.sending.get() && ui.store.saving() == Saving::Busy).then(|| view! { <Progress label=frame::LOADING /> })}
        {move || (state.sending.get() && ui.store.saving() == Saving::Slow).then(|| slow(state, decided))}
    }
}

/// The length, and when it takes effect, both outcomes side by side in money (CHG 5, SUB 5).
#[component]
fn Terms(state: State) -> impl IntoView {
    let change = Memo::new(move |_| match state.intent.get() {
        Some(Intent::Change(change)) => state.change(change),
        _ => Change::default(),
    });
    let running = Memo::new(move |_| is_running(state));
    let both = Memo::new(move |_| {
        let change = change.get();
        state
            .ui
            .model_now(move |scene| outcomes(scene, change))
            .filter(|_| running.get())
    });
    let length = Signal::derive(move || change.get().length.map_or("", Length::key).to_owned());
    let billing = Length::ALL.map(|it| Choice::new(it.key(), words::length(it))).to_vec();
    let when = vec![
        Choice::new("today", order_words::TODAY),
        Choice::new("renewal", order_words::AT_RENEWAL),
    ];
    let say = |label: &'static str, outcome: Outcome| {
        let class = if outcome.goes { "" } else { "soft" };
        view! { <li class=class><strong>{label}</strong>": "{outcome.text}</li> }
    };
    view! {
        <div class="form">
            <Segmented
                label=order_words::BILLING
                choices=billing
                selected=length
                on_select=move |key: String| state.length.set(Length::ALL.into_iter().find(|it| it.key() == key))
            />
            <Show when=move || running.get()>
                <Segmented
                    label=order_words::WHEN
                    choices=when.clone()
                    selected=Signal::derive(move || if state.at_renewal.get() { "renewal" } else { "today" }.to_owned())
                    on_select=move |key: String| state.at_renewal.set(key == "renewal")
                />
            </Show>
        </div>
        {move || both.get().map(|(today, renewal)| view! {
            <ul class="soft">{say(order_words::TODAY, today)}{say(order_words::AT_RENEWAL, renewal)}</ul>
        })}
    }
}

/// Before and after, lines, sums, notes.
fn shown(preview: Preview) -> Node {
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
    let columns = vec![
        Column::words(order_words::WHAT),
        Column::words(order_words::BEFORE),
        Column::words(order_words::AFTER),
    ];
    let rows: Vec<Row> = comparison
        .into_iter()
        .map(|it| {
            let after = it.after;
            let changed = it.changed;
            let bold = Cell::view(move || {
                if changed {
                    view! { <strong>{after.clone()}</strong> }.into_any()
                } else {
                    after.clone().into_any()
                }
            });
            Row::new(vec![Cell::text(it.what), Cell::text(it.before), bold])
        })
        .collect();
    view! {
        {(!rows.is_empty()).then(|| view! { <Table caption=order_words::CHANGE caption_unseen=true columns=columns rows=rows /> })}
        {lines(each)}
        {total.map(|total| sum(order_words::TOTAL, total, "sum"))}
        {credit_used.map(|it| sum(order_words::CREDIT_USED, it, "sum"))}
        {credit_given.map(|it| sum(order_words::CREDIT_GIVEN, it, "sum"))}
        {due.map(|it| sum(order_words::DUE, it, "sum due"))}
        {notes.into_iter().map(|note| view! { <p class="soft">{note}</p> }).collect::<Vec<_>>()}
    }
}

/// What is refused, why, and the way out as a button.
fn refused(state: State, refusal: &Refusal) -> Node {
    let way = way_out(refusal);
    let text = refusal.message();
    let action = move || {
        way.map(|way| match way {
            WayOut::Number(licences) => view! {
                <Button on_click=move |()| state.licences.set(Some(licences))>{order_words::set_to(licences)}</Button>
                <Button on_click=move |()| state.at_renewal.set(true)>{order_words::AT_RENEWAL}</Button>
            }
            .into_any(),
        })
    };
    view! { <MessageCard tone=Tone::Error action=action>{text}</MessageCard> }
}

/// Saving takes long: keep waiting, or try again.
fn slow(state: State, decided: Memo<Option<Result<Preview, Refusal>>>) -> Node {
    let again = move |()| {
        state.ui.store.abandon();
        if let Some(Ok(shown)) = decided.get_untracked() {
            state.confirm(shown);
        }
    };
    let action = move || {
        view! {
            <Button on_click=move |()| state.ui.store.keep_waiting()>{order_words::KEEP_WAITING}</Button>
            <Button kind=ButtonKind::Primary on_click=again>{order_words::TRY_AGAIN}</Button>
        }
    };
    view! { <MessageCard tone=Tone::Warning action=action>{order_words::SLOW}</MessageCard> }
}
