//! A field for a whole number, with buttons that change it step by step.

use leptos::{ev, prelude::*};

use crate::components::field::{Field, LabeledField};
use crate::components::icon::{Icon, IconName};

/// Why a text cannot be used as the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It is empty.
    Empty,
    /// It is not a whole number.
    NotWhole,
    /// It is less than the minimum.
    Below(u32),
    /// It is greater than the maximum.
    Above(u32),
}

/// Parses a whole number between `min` and `max`. Spaces between digits are allowed; anything else is an error.
///
/// # Errors
/// The reason why it cannot be used.
pub fn read_number(text: &str, min: u32, max: u32) -> Result<u32, NumberFault> {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    if digits.is_empty() {
        return Err(NumberFault::Empty);
    }
    if !digits.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(NumberFault::NotWhole);
    }
    // The text consists of digits only, so it can only fail by being too large.
    match digits.parse::<u32>() {
        Ok(number) if number < min => Err(NumberFault::Below(min)),
        Ok(number) if number <= max => Ok(number),
        _ => Err(NumberFault::Above(max)),
    }
}

/// The number one step away from the text. If the text is not a number, the minimum.
fn stepped(text: &str, by: i64, min: u32, max: u32) -> u32 {
    match read_number(text, 0, u32::MAX) {
        Ok(number) => {
            let wanted = (i64::from(number) + by).clamp(i64::from(min), i64::from(max.max(min)));
            u32::try_from(wanted).unwrap_or(min)
        }
        Err(_) => min,
    }
}

/// A field for a whole number. It accepts typing, its buttons, the arrow keys (steps of 1), and Page Up and Page Down
/// (steps of 10).
///
/// `value` is the text as typed. [`read_number`] parses it.
#[component]
pub fn NumberStepper(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text of the field.
    value: RwSignal<String>,
    /// The minimum.
    min: u32,
    /// The maximum.
    #[prop(optional)]
    max: Option<u32>,
    /// The accessible names of the buttons: one less, one more.
    step_labels: (&'static str, &'static str),
    /// A hint below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// The text of an error.
    fault_words: fn(NumberFault) -> String,
) -> impl IntoView {
    let greatest = max.unwrap_or(u32::MAX);
    let number = move || read_number(&value.get(), min, greatest);
    let fault = Signal::derive(move || number().err().map(fault_words));
    let field = Field::new(label, hint, fault);
    let (id, described_by) = (field.id.clone(), field.described_by());
    let step = move |by: i64| {
        let next = stepped(&value.get_untracked(), by, min, greatest);
        value.set(next.to_string());
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            "PageUp" => 10,
            "PageDown" => -10,
            _ => return,
        };
        event.prevent_default();
        step(by);
    };
    let (less, more) = step_labels;
    // The buttons are for the pointer. On the keyboard, the arrow keys do the same, and one Tab stop is enough.
    let button = move |icon: IconName, name: &'static str, by: i64, end: u32| {
        view! {
            <button
                type="button"
                class="step"
                tabindex="-1"
                aria-label=name
                title=name
                aria-disabled=move || (number() == Ok(end)).then_some("true")
                on:click=move |_| step(by)
            >
                <Icon name=icon />
            </button>
        }
    };
    view! {
        <LabeledField field=field>
            <span class="stepper">
                {button(IconName::Minus, less, -1, min)}
                <input
                    class="input"
                    type="text"
                    inputmode="numeric"
                    role="spinbutton"
                    autocomplete="off"
                    id=id
                    aria-valuemin=min
                    aria-valuemax=max
                    aria-valuenow=move || number().ok()
                    aria-describedby=described_by
                    aria-invalid=move || Field::invalid(fault)
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                    on:keydown=on_key
                />
                {button(IconName::Plus, more, 1, greatest)}
            </span>
        </LabeledField>
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberFault, read_number, stepped};

    #[test]
    fn numbers_are_read_as_typed() {
        assert_eq!(read_number(" 1 000 ", 1, 5_000), Ok(1_000));
        assert_eq!(read_number("007", 1, 10), Ok(7));
        assert_eq!(read_number("", 1, 10), Err(NumberFault::Empty));
        assert_eq!(read_number("1,5", 1, 10), Err(NumberFault::NotWhole));
        assert_eq!(read_number("-3", 1, 10), Err(NumberFault::NotWhole));
        assert_eq!(read_number("0", 1, 10), Err(NumberFault::Below(1)));
        assert_eq!(read_number("11", 1, 10), Err(NumberFault::Above(10)));
        assert_eq!(read_number("99999999999", 1, 10), Err(NumberFault::Above(10)));
    }

    #[test]
    fn steps_stay_within_the_limits() {
        assert_eq!(stepped("5", 1, 1, 10), 6);
        assert_eq!(stepped("5", -10, 1, 10), 1);
        assert_eq!(stepped("500", 1, 1, 10), 10);
        assert_eq!(stepped("some", 1, 3, 10), 3);
        assert_eq!(stepped("4294967295", 1, 1, u32::MAX), u32::MAX);
    }
}
