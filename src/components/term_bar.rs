//! A period as a line: the time it covers, the events in it, and what follows.

use leptos::{ev, prelude::*};

use crate::components::ids;
use crate::components::tone::Tone;

/// An event in the period, or something that begins at its end or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermMark {
    /// The position in basis points of the period: 0 is its start, 10,000 its end. `None` is after the end.
    pub at: Option<u32>,
    /// What happened.
    pub title: String,
    /// When, and the amount.
    pub detail: String,
    /// The severity.
    pub tone: Tone,
}

/// A period as a line, with a mark for today, ticks for its events, and what follows after the end.
///
/// The drawing is for sight and the pointer. `children` say the same as text, for everyone.
#[component]
pub fn TermBar(
    /// The accessible name of the drawing, such as "Term".
    #[prop(into)]
    label: String,
    /// The first day.
    start: String,
    /// The end.
    end: String,
    /// The position of today, in basis points (0 to 10,000). `None` is outside the period.
    today: Option<u32>,
    /// The label of today, such as "Today, 24 Nov 2026".
    today_label: String,
    /// The color of the elapsed part, such as a warning near the end.
    tone: Tone,
    /// The events, in chronological order.
    ticks: Vec<TermMark>,
    /// What follows after the end, in chronological order.
    after: Vec<TermMark>,
    /// The same as text.
    children: Children,
) -> impl IntoView {
    let today_mark = today.map(|at| {
        view! {
            <div class="term-today" style:left=ids::percent(at)></div>
            <div class="term-today-label" style:left=ids::percent(at) style:translate=back(at)>{today_label}</div>
        }
    });
    let marks = |marks: Vec<TermMark>| {
        marks
            .into_iter()
            .map(|mark| view! { <Mark mark=mark /> })
            .collect_view()
    };
    let after_class = if after.is_empty() {
        "term-after none"
    } else {
        "term-after"
    };
    view! {
        <figure class=ids::joined(&["term", tone.class()]) aria-label=label>
            <div class="term-line">
                <div class="term-covered">
                    <div class="term-track">
                        <div class="term-passed" style:width=ids::percent(today.unwrap_or(0))></div>
                    </div>
                    {today_mark}
                    {marks(ticks)}
                </div>
                <div class=after_class>{marks(after)}</div>
            </div>
            <div class="term-ends">
                <span>{start}</span>
                <span>{end}</span>
            </div>
            <figcaption class="term-words">{children()}</figcaption>
        </figure>
    }
}

/// How far a label is shifted back from its position, so that it stays within the line at both ends.
fn back(at: u32) -> String {
    String::from("-") + &ids::percent(at)
}

/// A mark: a tick at its position, or a section after the end. Hover or focus shows its text. Esc hides the text until
/// the next hover or focus.
#[component]
fn Mark(
    /// The event.
    mark: TermMark,
) -> impl IntoView {
    let TermMark {
        at,
        title,
        detail,
        tone,
    } = mark;
    let (class, button_class) = match at {
        Some(_) => ("term-tick", "term-mark"),
        None => ("term-next", "term-stretch"),
    };
    // An empty value omits the style property.
    let (left, translate) = at.map(|at| (ids::percent(at), back(at))).unwrap_or_default();
    let name = [title.as_str(), ": ", &detail].concat();
    let dismissed = RwSignal::new(false);
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            dismissed.set(true);
        }
    };
    view! {
        <div
            class=move || ids::joined(&[class, tone.class(), if dismissed.get() { "dismissed" } else { "" }])
            on:mouseenter=move |_| dismissed.set(false)
            on:focusin=move |_| dismissed.set(false)
        >
            <button type="button" class=button_class style:left=left.clone() aria-label=name on:keydown=on_key></button>
            <span class="tip" aria-hidden="true" style:left=left style:translate=translate>
                <strong>{title}</strong>
                <span>{detail}</span>
            </span>
        </div>
    }
}
