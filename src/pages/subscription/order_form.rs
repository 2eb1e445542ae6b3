//! The form of the order dialog: the choices, and the preview.

use crate::app::order_intent::OrderIntent;
use crate::components::{Button, Choice, MessageCard, RadioCard, RadioCards, Segmented, TextArea, Tone};
use crate::pages::shared::booking_dialog::Decided;
use crate::pages::shared::figures::soft;
use crate::pages::shared::order_preview::shown;
use crate::pages::subscription::access_choice::KeepStep;
use crate::pages::subscription::order_state::{State, is_running};
use leptos::prelude::*;
use view::cost::{OrderChoice, OrderChoices, order_choices};
use view::order::{WayOut, cancel_text, scheduled, way_out};
use view::undo::undoable;
use view::words::{self, cost, order_words, undo};
use view::{BillingInterval, Change, Refusal};

/// The form, built when the dialog opens.
#[component]
pub(crate) fn OrderForm(state: State, decided: Decided) -> impl IntoView {
    let ui = state.ui;
    let intent = state.intent.get_untracked();
    let asked = match &intent {
        Some(OrderIntent::Change(_)) => Some(
            view! {
                <Terms state=state />
                <Scheduled state=state />
            }
            .into_any(),
        ),
        Some(OrderIntent::Undo) => Some(view! { <Paid state=state /> }.into_any()),
        Some(OrderIntent::Cancel) => {
            let reason =
                view! { <TextArea label=order_words::REASON value=state.reason hint=order_words::REASON_HINT /> };
            Some(reason.into_any())
        }
        _ => None,
    };
    // A memo, because a booking of another tab may change the text while the dialog is open.
    let means = Memo::new(move |_| match intent {
        Some(OrderIntent::Cancel) => ui.model(cancel_text),
        Some(OrderIntent::EndFree) => Some(order_words::END_FREE_MEANS.to_owned()),
        Some(OrderIntent::ChooseFree) => Some(order_words::FREE_MEANS.to_owned()),
        Some(OrderIntent::Undo) => ui.model(undoable).flatten().map(|it| it.text),
        _ => None,
    });
    let outcome = move || match decided.get()? {
        Ok(preview) => Some(shown(preview).into_any()),
        Err(refusal) => Some(view! { <Refused state=state refusal=refusal /> }.into_any()),
    };
    view! {
        {move || means.get().map(|text| view! { <p>{text}</p> })}
        {asked}
        <KeepStep state=state />
        {outcome}
    }
}

/// The billing interval and the effective date, with the amounts of both options side by side (CHG 5, SUB 5).
#[component]
fn Terms(state: State) -> impl IntoView {
    // A memo, so that the switch stays when the account changes.
    let running = Memo::new(move |_| is_running(state));
    let length = move || {
        state
            .change()
            .and_then(|change| change.length)
            .map_or("", BillingInterval::as_str)
    };
    let set_length = move |key: String| {
        let length = BillingInterval::ALL.into_iter().find(|it| it.as_str() == key);
        state.change_to(|change| Change { length, ..change });
    };
    let when = move || if state.at_renewal.get() { RENEWAL } else { TODAY }.to_owned();
    let set_when = move |key: String| state.at_renewal.set(key == RENEWAL);
    let choices = Memo::new(move |_| {
        let change = state.change()?;
        let drop_scheduled = state.drop_scheduled.get();
        state.ui.model(|scene| order_choices(scene, change, drop_scheduled))
    });
    let cards = move || {
        let Some(OrderChoices { today, at_renewal }) = choices.get() else {
            return Vec::new();
        };
        let chosen = state.at_renewal.get();
        let at_renewal = at_renewal.map(|it| card(RENEWAL, it, chosen));
        std::iter::once(card(TODAY, today, !chosen)).chain(at_renewal).collect()
    };
    // Prices change while a number is typed, so they are announced.
    let said = move || {
        let OrderChoices { today, at_renewal } = choices.get()?;
        let chosen = at_renewal.filter(|_| state.at_renewal.get()).unwrap_or(today);
        Some(chosen.outcome.ok()?.said)
    };
    view! {
        <div class="form">
            <Segmented
                label=order_words::BILLING
                choices=BillingInterval::ALL.map(|it| Choice::new(it.as_str(), words::length(it))).to_vec()
                selected=Signal::derive(move || length().to_owned())
                on_select=set_length
            />
        </div>
        <Show when=move || running.get()>
            <RadioCards label=order_words::WHEN cards=Signal::derive(cards) selected=Signal::derive(when) on_select=set_when />
        </Show>
        <p class="unseen" role="status">{said}</p>
    }
}

/// One of the two ways to make a change: what is due now, then, and over the next 12 months. Why the chosen one is refused
/// is said below it.
fn card(key: &'static str, choice: OrderChoice, is_chosen: bool) -> RadioCard {
    let (figure, lines) = match choice.outcome {
        Ok(figures) => {
            let now = match &figures.credit_given {
                Some(credit) => cost::credit_now(&credit.text),
                None if figures.due_now.money.is_zero() => cost::NOTHING_NOW.to_owned(),
                None => cost::due_now(&figures.due_now.text),
            };
            let then = figures.then.map(|it| cost::then(&it.text));
            let year = figures
                .year
                .map(|it| cost::in_year(&it.total.text, figures.compared.as_deref()));
            (now, then.into_iter().chain(year).collect())
        }
        Err(_) if is_chosen => (cost::NOT_POSSIBLE.to_owned(), Vec::new()),
        Err(why) => (cost::NOT_POSSIBLE.to_owned(), vec![why]),
    };
    RadioCard {
        choice: Choice::new(key, choice.label),
        mark: None,
        figure: Some(figure),
        lines,
    }
}

/// The scheduled change, if another change takes effect today: keep it, or remove it (SUB 5).
#[component]
fn Scheduled(state: State) -> impl IntoView {
    // A memo, so that the switch stays when the account changes.
    let scheduled = Memo::new(move |_| {
        let today = !state.at_renewal.get();
        state.ui.model(scheduled).flatten().filter(|_| today)
    });
    let (question, stays) = (
        move || scheduled.get().unwrap_or_default().0,
        move || scheduled.get().map(|it| it.1),
    );
    let choices = vec![
        Choice::new(KEEP, undo::KEEP_SCHEDULED),
        Choice::new(DROP, undo::DROP_SCHEDULED),
    ];
    let selected = move || if state.drop_scheduled.get() { DROP } else { KEEP }.to_owned();
    let set = move |key: String| state.drop_scheduled.set(key == DROP);
    let kept = move || stays().filter(|_| !state.drop_scheduled.get()).map(soft);
    view! {
        <div class="form">
            <Show when=move || scheduled.with(Option::is_some)>
                <Segmented label=question choices=choices.clone() selected=selected on_select=set />
            </Show>
            {kept}
        </div>
    }
}

/// Whether the invoice of the change to undo was paid. If so, it stays (CHG 13).
#[component]
fn Paid(state: State) -> impl IntoView {
    // A memo, because a booking of another tab may change it. An answer about another invoice does not apply to this
    // one.
    let asked = Memo::new(move |_| state.ui.model(undoable).flatten().and_then(|it| it.question));
    Effect::new(move |before: Option<Option<String>>| {
        let now = asked.get();
        if before.is_some_and(|before| before != now) {
            state.paid.set(false);
        }
        now
    });
    let choices = vec![Choice::new(OPEN, undo::NOT_PAID), Choice::new(PAID, undo::PAID)];
    let selected = move || if state.paid.get() { PAID } else { OPEN }.to_owned();
    let set = move |key: String| state.paid.set(key == PAID);
    let question = move || asked.get().unwrap_or_default();
    let stays = move || {
        let warning = || view! { <MessageCard tone=Tone::Warning>{undo::PAID_STAYS}</MessageCard> };
        (asked.with(Option::is_some) && state.paid.get()).then(warning)
    };
    view! {
        <div class="form">
            <Show when=move || asked.with(Option::is_some)>
                <Segmented label=question choices=choices.clone() selected=selected on_select=set />
            </Show>
            {stays}
        </div>
    }
}

const KEEP: &str = "keep";
const DROP: &str = "drop";
const OPEN: &str = "open";
const PAID: &str = "paid";
const TODAY: &str = "today";
const RENEWAL: &str = "renewal";

/// What is refused, why, and a button that resolves it.
#[component]
fn Refused(state: State, refusal: Refusal) -> impl IntoView {
    let action = way_out(&refusal).map(|WayOut::Number(number)| {
        let set = move |()| {
            state.change_to(|change| Change {
                licenses: Some(number),
                ..change
            });
        };
        view! {
            <Button on_click=set>{order_words::set_to(number)}</Button>
            <Button on_click=move |()| state.at_renewal.set(true)>{order_words::AT_RENEWAL}</Button>
        }
    });
    view! { <MessageCard tone=Tone::Error action=move || action>{state.ui.why(&refusal)}</MessageCard> }
}
