//! The parts that every field has: a label, a hint, and an error, linked to the control for screen readers.

use leptos::prelude::*;

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// The texts of a field, and the identifiers that link them to its control.
pub(super) struct Field {
    /// The identifier of the control.
    pub id: String,
    label: String,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
}

impl Field {
    /// A field with these texts.
    pub fn new(label: String, hint: Signal<Option<String>>, error: Signal<Option<String>>) -> Self {
        Self {
            id: ids::unique("field"),
            label,
            hint,
            error,
        }
    }

    fn hint_id(&self) -> String {
        self.id.clone() + "-hint"
    }

    fn error_id(&self) -> String {
        self.id.clone() + "-error"
    }

    /// The value of `aria-describedby`: the hint and the error, if present.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let (hint, error, hint_id, error_id) = (self.hint, self.error, self.hint_id(), self.error_id());
        Signal::derive(move || {
            let hint = hint.get().map_or("", |_| &hint_id);
            let error = error.get().map_or("", |_| &error_id);
            Some(ids::joined(&[hint, error])).filter(|all| !all.is_empty())
        })
    }

    /// The value of `aria-invalid`.
    pub fn invalid(error: Signal<Option<String>>) -> Option<&'static str> {
        error.get().map(|_| "true")
    }
}

/// A control with its label, hint, and error.
#[component]
pub(super) fn LabeledField(
    /// The texts.
    field: Field,
    /// The control.
    children: Children,
) -> impl IntoView {
    let (hint_id, error_id) = (field.hint_id(), field.error_id());
    let Field { id, label, hint, error } = field;
    let class = move || ids::joined(&["field", error.get().map_or("", |_| "invalid")]);
    let fault = |text: String| view! { <Icon name=IconName::Error /> <span>{text}</span> };
    view! {
        <div class=class>
            <label class="field-label" for=id>{label}</label>
            {children()}
            <div class="field-hint" id=hint_id>{move || hint.get().unwrap_or_default()}</div>
            <div class="field-error" id=error_id aria-live="polite">{move || error.get().map(fault)}</div>
        </div>
    }
}
