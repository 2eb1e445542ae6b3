//! A choice among many options, in the list of the browser.

use leptos::prelude::*;

use crate::components::field::{Field, LabeledField};
use crate::components::icon::{Icon, IconName};
use crate::components::radio::Choice;

/// A choice among many options. For two to five important ones, [`super::RadioCards`] or [`super::Segmented`] show them
/// all.
#[component]
pub fn Select(
    /// The question.
    #[prop(into)]
    label: String,
    /// The options.
    choices: Vec<Choice>,
    /// The value of the selected option.
    #[prop(into)]
    selected: Signal<String>,
    /// Receives the new value.
    #[prop(into)]
    on_select: Callback<String>,
    /// A hint below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// The error, if any.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let field = Field::new(label, hint, error);
    let (id, described_by) = (field.id.clone(), field.described_by());
    let option = move |choice: Choice| {
        let Choice {
            value,
            label,
            disabled_reason,
        } = choice;
        let own = value.clone();
        view! {
            <option value=value prop:selected=move || selected.get() == own disabled=disabled_reason.is_some()>
                {label}
            </option>
        }
    };
    view! {
        <LabeledField field=field>
            <span class="input-box select-box">
                <select
                    class="input"
                    id=id
                    aria-describedby=described_by
                    aria-invalid=move || Field::invalid(error)
                    on:input=move |event| on_select.run(event_target_value(&event))
                >
                    {choices.into_iter().map(option).collect_view()}
                </select>
                <Icon name=IconName::ChevronDown />
            </span>
        </LabeledField>
    }
}
