//! What every field has: a label, a hint, an error, tied to the control for those who hear it.

use crate::dom::view;
use leptos::prelude::*;

use super::{Icon, IconName, ids};

/// The texts of a field and the identifiers that tie them to its control.
#[derive(Clone)]
pub(super) struct Field {
    /// The control's own identifier.
    pub id: String,
    label: Signal<String>,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
}

impl Field {
    /// A field of these texts.
    pub fn new(label: Signal<String>, hint: MaybeProp<String>, error: MaybeProp<String>) -> Self {
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

    /// The value of `aria-describedby`: whichever of the hint and the error there is.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let (hint, error, hint_id, error_id) = (self.hint, self.error, self.hint_id(), self.error_id());
        Signal::derive(move || {
            let hint = if hint.with(Option::is_some) {
                hint_id.as_str()
            } else {
                ""
            };
            let error = if error.with(Option::is_some) {
                error_id.as_str()
            } else {
                ""
            };
            Some(ids::joined(&[hint, error])).filter(|all| !all.is_empty())
        })
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Signal<Option<&'static str>> {
        let error = self.error;
        Signal::derive(move || error.with(Option::is_some).then_some("true"))
    }

    /// The field around its control.
    pub fn wrap(self, control: AnyView) -> AnyView {
        let (hint_id, error_id) = (self.hint_id(), self.error_id());
        let (label, hint, error) = (self.label, self.hint, self.error);
        view! {
            <div class="field" class:invalid=move || error.with(Option::is_some)>
                <label class="field-label" for=self.id>{move || label.get()}</label>
                {control}
                <div class="field-hint" id=hint_id>{move || hint.get()}</div>
                <div class="field-error" id=error_id aria-live="polite">
                    {move || error.get().map(|text| view! { <Icon name=IconName::Error /> <span>{text}</span> })}
                </div>
            </div>
        }
        .into_any()
    }
}
