//! Text fields.

use leptos::prelude::*;

use crate::components::field::{Field, LabeledField};

/// A single-line text field.
#[component]
pub fn TextInput(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// A hint below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// The error, if any.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Receives the text on every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Whether it is a password, shown as dots.
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

/// A text field with several lines.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// The number of visible lines.
    #[prop(default = 4)]
    rows: u8,
    /// A hint below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// The error, if any.
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
