//! A whole number that can be typed and stepped.

use leptos::{ev, prelude::*};

use crate::components::field::{Field, LabeledField};
use crate::components::icon::{Icon, IconName};

/// Why a text is not a number that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing stands there.
    Empty,
    /// It is not a whole number.
    NotWhole,
    /// It is below the least possible.
    Below(u32),
    /// It is above the greatest possible.
    Above(u32),
}

/// Reads a whole number between `min` and `max`. Spaces between digits are allowed, nothing else is guessed at.
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
    // All digits: it can only fail by being too great.
    match digits.parse::<u32>() {
        Ok(number) if number < min => Err(NumberFault::Below(min)),
        Ok(number) if number <= max => Ok(number),
        _ => Err(NumberFault::Above(max)),
    }
}

/// The number after a step from what stands there: from a text that is none, the least possible.
fn stepped(text: &str, by: i64, min: u32, max: u32) -> u32 {
    match read_number(text, 0, u32::MAX) {
        Ok(number) => {
            let wanted = (i64::from(number) + by).clamp(i64::from(min), i64::from(max.max(min)));
            u32::try_from(wanted).unwrap_or(min)
        }
        Err(_) => min,
    }
}

/// A whole number: typed, or stepped by its buttons, the arrow keys (1) and the page keys (10).
///
/// `value` is the text as it was typed; [`read_number`] says what it is worth.
#[component]
pub fn NumberStepper(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The text that stands in it.
    value: RwSignal<String>,
    /// The least possible number.
    min: u32,
    /// The greatest possible number.
    #[prop(optional)]
    max: Option<u32>,
    /// The names of the buttons: one less, one more.
    step_labels: (&'static str, &'static str),
    /// Help below it.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong with it, in words.
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
    // The buttons are for the pointer: on the keyboard the arrows do the same, and one Tab stop is enough.
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
