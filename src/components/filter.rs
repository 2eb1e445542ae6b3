//! Filters above a list, as chips.

use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use crate::components::radio::Choice;
use leptos::prelude::*;

/// A filter that is set or not.
#[component]
pub fn FilterChip(
    /// What passes it.
    label: &'static str,
    /// Whether it is set.
    #[prop(into)]
    set: Signal<bool>,
    /// Sets it, or takes it away.
    #[prop(into)]
    on_toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-pressed=move || ids::flag(set.get()) on:click=move |_| on_toggle.run(())>
            {label}
        </button>
    }
}

/// A filter of one among several; the first of them lets everything through.
#[component]
pub fn FilterSelect(
    /// What is filtered by.
    label: &'static str,
    /// What there is to choose from; the value of the first is empty.
    choices: Vec<Choice>,
    /// The value of the chosen one.
    #[prop(into)]
    selected: Signal<String>,
    /// Told the value of the new one.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let option = |choice: Choice| {
        let own = choice.value.clone();
        view! {
            <option value=choice.value prop:selected=move || selected.get() == own>{choice.label}</option>
        }
    };
    view! {
        <span class="chip-box" class:set=move || !selected.get().is_empty()>
            <select class="chip" aria-label=label on:input=move |event| on_select.run(event_target_value(&event))>
                {choices.into_iter().map(option).collect_view()}
            </select>
            <Icon name=IconName::ChevronDown />
        </span>
    }
}
