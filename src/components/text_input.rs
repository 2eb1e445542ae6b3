//! Fields of text.

use crate::dom::view;
use leptos::prelude::*;

use super::{Icon, IconName, field::Field};

/// One line of text.
#[component]
pub fn TextInput(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    value: RwSignal<String>,
    /// The browser's kind of input: `text`, `search`, `date`, `email`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Help below it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// An example of what could stand in it.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The browser's `autocomplete` word.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether it gets the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// Told when a change is complete (Enter, or the focus leaves).
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let field = Field::new(label, hint, error);
    let (id, described_by, invalid) = (field.id.clone(), field.described_by(), field.invalid());
    let changed = move |_| {
        if let Some(on_change) = on_change {
            on_change.run(value.get_untracked());
        }
    };
    let input = view! {
        <span class="input-box">
            {(kind == "search").then(|| view! { <Icon name=IconName::Search /> })}
            <input
                class="input"
                type=kind
                id=id
                placeholder=move || placeholder.get()
                autocomplete=autocomplete
                autofocus=autofocus
                aria-describedby=move || described_by.get()
                aria-invalid=move || invalid.get()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:change=changed
            />
        </span>
    };
    field.wrap(input.into_any())
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    value: RwSignal<String>,
    /// How many lines it shows.
    #[prop(default = 4)]
    rows: u8,
    /// Help below it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let field = Field::new(label, hint, error);
    let (id, described_by, invalid) = (field.id.clone(), field.described_by(), field.invalid());
    let input = view! {
        <textarea
            class="input"
            id=id
            rows=rows.to_string()
            aria-describedby=move || described_by.get()
            aria-invalid=move || invalid.get()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    field.wrap(input.into_any())
}
