//! Filters above a list, shown as chips.

use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use crate::components::radio::Choice;
use leptos::prelude::*;

/// A filter that is on or off.
#[component]
pub fn FilterChip(
    /// The name of the filter.
    label: &'static str,
    /// Whether it is on.
    #[prop(into)]
    set: Signal<bool>,
    /// Turns it on or off.
    #[prop(into)]
    on_toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="chip" aria-pressed=move || ids::flag(set.get()) on:click=move |_| on_toggle.run(())>
            {label}
        </button>
    }
}

/// A filter with several choices. The first choice shows everything.
#[component]
pub fn FilterSelect(
    /// The name of the filter.
    label: &'static str,
    /// The choices. The first one has an empty value.
    choices: Vec<Choice>,
    /// The value of the selected choice.
    #[prop(into)]
    selected: Signal<String>,
    /// Receives the new value.
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
