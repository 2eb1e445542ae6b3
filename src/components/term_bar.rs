//! A stretch of time as a line: what it covers, what happened in it, what comes after.

use leptos::{ev, prelude::*};

use crate::components::ids;
use crate::components::tone::Tone;

/// Something that happened in the stretch, or begins at its end or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermMark {
    /// Where it happened, in basis points of the stretch: 0 is its start, 10,000 its end; none: it comes after.
    pub at: Option<u32>,
    /// What.
    pub title: String,
    /// When, and how much.
    pub detail: String,
    /// How serious it is.
    pub tone: Tone,
}

/// A stretch of time as a line with the mark of today, ticks for what happened, and what comes after its end.
///
/// The drawing is for the eye and the pointer; `children` say the same in words, for everybody.
#[component]
pub fn TermBar(
    /// The name of the picture: "Term".
    #[prop(into)]
    label: String,
    /// The first day.
    start: String,
    /// The end.
    end: String,
    /// Where today is, in basis points (0 to 10,000); none: outside.
    today: Option<u32>,
    /// The words at today's mark: "Today, 24 Nov 2026".
    today_label: String,
    /// Colors the part that has passed: a warning where the end is near.
    tone: Tone,
    /// What happened, in order of time.
    ticks: Vec<TermMark>,
    /// What comes after the end, in order of time.
    after: Vec<TermMark>,
    /// The same in words.
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

/// How far a label goes back from its place, so that it stays within the line at both ends.
fn back(at: u32) -> String {
    String::from("-") + &ids::percent(at)
}

/// One mark: a tick at its place, or a stretch after the end. Hover or focus shows its words, Esc hides them until the
/// next visit.
#[component]
fn Mark(
    /// What it marks.
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
    // An empty style is none.
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
