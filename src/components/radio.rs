//! One of a few, all in sight: cards side by side, or a switch of two.

use crate::dom::view;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Icon, IconName, ids};

/// One choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the page calls it.
    pub value: String,
    /// What the reader calls it.
    pub label: String,
    /// Why it cannot be chosen now.
    pub disabled_reason: Option<String>,
}

impl Choice {
    /// A choice that can be made.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            disabled_reason: None,
        }
    }
}

/// One choice as a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RadioCard {
    /// The choice; its reason stands on the card.
    pub choice: Choice,
    /// A word in its corner: "Current", "Cheapest that fits".
    pub mark: Option<String>,
    /// A big number: its price.
    pub figure: Option<String>,
    /// What the number means: "a month".
    pub unit: Option<String>,
    /// What there is to know, a line each.
    pub lines: Vec<String>,
}

/// One of a few as cards side by side. The arrow keys go through all of them; one that cannot be chosen says why.
#[component]
pub fn RadioCards(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The cards; each keeps its place and the focus while its content changes.
    #[prop(into)]
    cards: Signal<Vec<RadioCard>>,
    /// The value of the chosen one.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// Told the value of the new one.
    #[prop(into)]
    on_select: Callback<String>,
    /// Whether the label is only heard: where a heading above says the same.
    #[prop(optional)]
    label_unseen: bool,
) -> impl IntoView {
    let group = group("radio-cards", label, label_unseen, cards, selected, on_select);
    view! { <div class="field whole">{group}</div> }
}

/// One of two or three, as a switch.
#[component]
pub fn Segmented(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of the chosen one.
    #[prop(into)]
    selected: Signal<String>,
    /// Told the value of the new one.
    #[prop(into)]
    on_select: Callback<String>,
    /// Whether the label is only heard: where a heading above says the same.
    #[prop(optional)]
    label_unseen: bool,
) -> impl IntoView {
    let cards = move || {
        let card = |choice| RadioCard {
            choice,
            ..RadioCard::default()
        };
        choices.get().into_iter().map(card).collect::<Vec<_>>()
    };
    let selected = Signal::derive(move || Some(selected.get()));
    let group = group(
        "segmented",
        label,
        label_unseen,
        Signal::derive(cards),
        selected,
        on_select,
    );
    view! { <div class="field">{group}</div> }
}

/// A radio group: one Tab stop, arrows to move and choose.
fn group(
    class: &'static str,
    label: Signal<String>,
    label_unseen: bool,
    cards: Signal<Vec<RadioCard>>,
    selected: Signal<Option<String>>,
    on_select: Callback<String>,
) -> AnyView {
    let label_id = ids::unique("group");
    let labelled_by = label_id.clone();
    let values = move || cards.with(|cards| cards.iter().map(|card| card.choice.value.clone()).collect::<Vec<_>>());
    // Where Tab enters: the chosen one, otherwise the first.
    let entry = Memo::new(move |_| {
        let values = values();
        selected
            .get()
            .filter(|value| values.contains(value))
            .or_else(|| values.into_iter().next())
    });
    let one = move |value: String| one(&value, cards, selected, entry, on_select);
    view! {
        <span class=if label_unseen { "unseen" } else { "field-label" } id=label_id>{move || label.get()}</span>
        <div class=class role="radiogroup" aria-labelledby=labelled_by on:keydown=on_arrow>
            <For each=values key=Clone::clone children=one />
        </div>
    }
    .into_any()
}

/// One radio of the group; it finds its content by its value.
fn one(
    value: &str,
    cards: Signal<Vec<RadioCard>>,
    selected: Signal<Option<String>>,
    entry: Memo<Option<String>>,
    on_select: Callback<String>,
) -> AnyView {
    let own = StoredValue::new(value.to_owned());
    let card = Memo::new(move |_| {
        let value = own.get_value();
        cards
            .with(|cards| cards.iter().find(|card| card.choice.value == value).cloned())
            .unwrap_or_default()
    });
    let chosen = Memo::new(move |_| selected.get() == Some(own.get_value()));
    let off = Memo::new(move |_| card.with(|card| card.choice.disabled_reason.is_some()));
    // Its name is its label alone; mark, price, lines and reason describe it.
    let name_id = ids::unique("radio");
    let (mark_id, body_id) = (name_id.clone() + "-mark", name_id.clone() + "-body");
    let described_by = ids::joined(&[&mark_id, &body_id]);
    let labelled_by = name_id.clone();
    let choose = move |_| {
        if !off.get() && !chosen.get() {
            on_select.run(own.get_value());
        }
    };
    view! {
        <button
            type="button"
            class="radio"
            role="radio"
            tabindex=move || if entry.get() == Some(own.get_value()) { "0" } else { "-1" }
            aria-checked=move || if chosen.get() { "true" } else { "false" }
            aria-disabled=move || off.get().then_some("true")
            aria-labelledby=labelled_by
            aria-describedby=described_by
            on:click=choose
        >
            <span class="radio-head">
                <span class="radio-dot"></span>
                <span class="radio-label" id=name_id>{move || card.with(|card| card.choice.label.clone())}</span>
                <span class="radio-mark" id=mark_id>
                    {move || card.get().mark.map(|mark| view! { <span class="pill tone-info">{mark}</span> })}
                </span>
            </span>
            <span class="radio-body" id=body_id>{move || body(card.get())}</span>
        </button>
    }
    .into_any()
}

/// What describes a card: its price, its lines, why it cannot be chosen.
fn body(card: RadioCard) -> AnyView {
    let line = |line: String| view! { <span class="radio-line">{line}</span> };
    let price = card.figure.map(|figure| {
        view! {
            <span class="radio-price">
                <span class="radio-figure">{figure}</span>
                " "
                <span class="radio-unit">{card.unit}</span>
            </span>
        }
    });
    let reason = card.choice.disabled_reason.map(|text| {
        view! {
            <span class="radio-reason">
                <Icon name=IconName::Info />
                <span>{text}</span>
            </span>
        }
    });
    view! {
        {price}
        {card.lines.into_iter().map(line).collect::<Vec<_>>()}
        {reason}
    }
    .into_any()
}

/// Moves the focus along the group and chooses where it may; at the ends it goes round.
fn on_arrow(event: ev::KeyboardEvent) {
    let key = event.key();
    if !matches!(
        key.as_str(),
        "ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp" | "Home" | "End"
    ) {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(group) = target.as_ref().and_then(|target| target.parent_element()) else {
        return;
    };
    let Some(target) = target else { return };
    let next = match key.as_str() {
        "ArrowRight" | "ArrowDown" => target.next_element_sibling().or_else(|| group.first_element_child()),
        "ArrowLeft" | "ArrowUp" => target.previous_element_sibling().or_else(|| group.last_element_child()),
        "Home" => group.first_element_child(),
        _ => group.last_element_child(),
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        drop(next.focus());
        next.click();
    }
}
