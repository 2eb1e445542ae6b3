//! A bar that shows a level, and a bar that shows progress.

use leptos::prelude::*;

use crate::components::ids;
use crate::components::tone::Tone;

/// `value` as a share of `max`, in basis points. If `max` is 0, the share is 0.
fn share(value: u32, max: u32) -> u32 {
    let whole = u64::from(max.max(1));
    let part = u64::from(value.min(max)) * 10_000 / whole;
    u32::try_from(part).unwrap_or(10_000)
}

/// A bar that shows how much of a whole is used.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    label: String,
    /// The used amount.
    value: u32,
    /// The whole.
    max: u32,
    /// The same as text, such as "41 of 50 in use".
    #[prop(into)]
    text: String,
    /// The color, such as a warning when almost full.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! {
        <div
            class=ids::joined(&["meter", tone.class()])
            role="meter"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax=max.to_string()
            aria-valuenow=value.min(max).to_string()
            aria-valuetext=text
        >
            <div class="meter-fill" style:width=ids::percent(share(value, max))></div>
        </div>
    }
}

/// Progress of unknown length.
#[component]
pub fn Progress(
    /// What is in progress.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="progress" role="progressbar" aria-label=label>
            <div class="progress-run"></div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_rounded_down_and_never_leave_the_bar() {
        assert_eq!(share(41, 50), 8_200);
        assert_eq!(share(1, 3), 3_333);
        assert_eq!(share(9, 3), 10_000);
        assert_eq!(share(0, 0), 0);
        assert_eq!(share(u32::MAX, u32::MAX), 10_000);
    }
}
