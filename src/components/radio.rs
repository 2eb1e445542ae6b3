//! A choice among a few visible options: cards side by side, or a segmented switch.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// An option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The identifier, for the page.
    pub value: String,
    /// The text for the viewer.
    pub label: String,
    /// Why it cannot be selected now.
    pub disabled_reason: Option<String>,
}

impl Choice {
    /// An option that can be selected.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            disabled_reason: None,
        }
    }
}

/// An option as a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RadioCard {
    /// The option. Its disabled reason is shown on the card.
    pub choice: Choice,
    /// A label in the corner, such as "Current" or "Cheapest that fits".
    pub mark: Option<String>,
    /// A large number: the price.
    pub figure: Option<String>,
    /// The details, one per line.
    pub lines: Vec<String>,
}

/// A choice among cards side by side. The arrow keys move through all cards. A disabled card says why.
#[component]
pub fn RadioCards(
    /// The question.
    #[prop(into)]
    label: String,
    /// The cards. Each keeps its position and the focus when its content changes.
    #[prop(into)]
    cards: Signal<Vec<RadioCard>>,
    /// The value of the selected card.
    #[prop(into)]
    selected: Signal<String>,
    /// Receives the new value.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field whole">
            <RadioGroup class="radio-cards" label=label cards=cards selected=selected on_select=on_select />
        </div>
    }
}

/// A choice between two or three options, as a segmented switch.
#[component]
pub fn Segmented(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The options.
    choices: Vec<Choice>,
    /// The value of the selected option.
    #[prop(into)]
    selected: Signal<String>,
    /// Receives the new value.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let card = |choice: Choice| RadioCard {
        choice,
        ..RadioCard::default()
    };
    let cards: Vec<RadioCard> = choices.into_iter().map(card).collect();
    view! {
        <div class="field">
            <RadioGroup class="segmented" label=label cards=cards selected=selected on_select=on_select />
        </div>
    }
}

/// A radio group: one Tab stop, with arrow keys that move and select. Its radios are updated in place, so they keep the
/// focus.
#[component]
fn RadioGroup(
    /// The class of the group.
    class: &'static str,
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// The options.
    #[prop(into)]
    cards: Signal<Vec<RadioCard>>,
    /// The value of the selected option.
    selected: Signal<String>,
    /// Receives the new value.
    on_select: Callback<String>,
) -> impl IntoView {
    let label_id = ids::unique("group");
    let labeled_by = label_id.clone();
    let radio_id = ids::unique("radio");
    let radios = move || {
        let (cards, selected) = (cards.get(), selected.get());
        // Tab enters at the selected option, or else at the first one.
        let chosen = cards.iter().position(|card| card.choice.value == selected);
        let radio = |(at, card): (usize, RadioCard)| {
            let id = [&radio_id, "-", &at.to_string()].concat();
            let (is_chosen, entry) = (chosen == Some(at), chosen.unwrap_or(0) == at);
            view! { <Radio id=id card=card chosen=is_chosen entry=entry on_select=on_select /> }
        };
        cards.into_iter().enumerate().map(radio).collect_view()
    };
    view! {
        <span class="field-label" id=label_id>{label}</span>
        <div class=class role="radiogroup" aria-labelledby=labeled_by on:keydown=on_arrow>
            {radios}
        </div>
    }
}

/// A radio of a group.
#[component]
fn Radio(
    /// The identifier of the radio.
    id: String,
    /// The option.
    card: RadioCard,
    /// Whether it is selected.
    chosen: bool,
    /// Whether Tab enters the group here.
    entry: bool,
    /// Receives its value.
    on_select: Callback<String>,
) -> impl IntoView {
    let RadioCard {
        choice,
        mark,
        figure,
        lines,
    } = card;
    let Choice {
        value,
        label,
        disabled_reason,
    } = choice;
    // The accessible name is the label alone. The mark, price, lines, and reason are its description.
    let (mark_id, body_id) = (id.clone() + "-mark", id.clone() + "-body");
    let (labeled_by, described_by) = (id.clone(), ids::joined(&[&mark_id, &body_id]));
    let off = disabled_reason.is_some();
    let choose = move |_| {
        if !off && !chosen {
            on_select.run(value.clone());
        }
    };
    let reason = |text: String| {
        view! {
            <span class="radio-reason">
                <Icon name=IconName::Info />
                <span>{text}</span>
            </span>
        }
    };
    view! {
        <button
            type="button"
            class="radio"
            role="radio"
            tabindex=if entry { "0" } else { "-1" }
            aria-checked=ids::flag(chosen)
            aria-disabled=off.then_some("true")
            aria-labelledby=labeled_by
            aria-describedby=described_by
            on:click=choose
        >
            <span class="radio-head">
                <span class="radio-dot"></span>
                <span class="radio-label" id=id>{label}</span>
                <span class="radio-mark" id=mark_id>
                    {mark.map(|mark| view! { <span class="pill tone-info">{mark}</span> })}
                </span>
            </span>
            <span class="radio-body" id=body_id>
                {figure.map(|figure| view! { <span class="radio-figure">{figure}</span> })}
                {lines.into_iter().map(|line| view! { <span class="radio-line">{line}</span> }).collect_view()}
                {disabled_reason.map(reason)}
            </span>
        </button>
    }
}

/// Moves the focus along the group, and selects the option if it is enabled. Wraps around at both ends.
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
