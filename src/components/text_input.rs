//! Fields of text.

use leptos::prelude::*;

use crate::components::field::{Field, LabeledField};

/// One line of text.
#[component]
pub fn TextInput(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it.
    value: RwSignal<String>,
    /// Help below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Told what stands in it, with every letter.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Whether it is a password, which nobody may read over a shoulder.
    #[prop(optional)]
    secret: bool,
) -> impl IntoView {
    let field = Field::new(label, hint, error);
    let (id, described_by) = (field.id.clone(), field.described_by());
    let typed = move |text: String| {
        value.set(text.clone());
        if let Some(on_input) = on_input {
            on_input.run(text);
        }
    };
    view! {
        <LabeledField field=field>
            <span class="input-box">
                <input
                    class="input"
                    type=if secret { "password" } else { "text" }
                    autocomplete=secret.then_some("new-password")
                    id=id
                    aria-describedby=described_by
                    aria-invalid=move || Field::invalid(error)
                    prop:value=value
                    on:input=move |event| typed(event_target_value(&event))
                />
            </span>
        </LabeledField>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it.
    value: RwSignal<String>,
    /// How many lines it shows.
    #[prop(default = 4)]
    rows: u8,
    /// Help below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let field = Field::new(label, hint, error);
    let (id, described_by) = (field.id.clone(), field.described_by());
    view! {
        <LabeledField field=field>
            <textarea
                class="input"
                id=id
                rows=rows
                aria-describedby=described_by
                aria-invalid=move || Field::invalid(error)
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        </LabeledField>
    }
}
