//! A stretch of time as a line: what it covers, what happened in it, what comes after.

use crate::dom::view;
use leptos::{ev, prelude::*};

use super::{Tone, ids};

/// Something that happened on a day of the stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermTick {
    /// Where, in basis points of the stretch: 0 is its start, 10,000 its end.
    pub at: u32,
    /// What.
    pub title: String,
    /// When, and how much.
    pub detail: String,
    /// How serious it is.
    pub tone: Tone,
}

/// Something that begins at the end or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermSegment {
    /// What comes.
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
    label: Signal<String>,
    /// The first day.
    #[prop(into)]
    start: Signal<String>,
    /// The end.
    #[prop(into)]
    end: Signal<String>,
    /// Where today is, in basis points (0 to 10,000); none: outside.
    #[prop(into)]
    today: Signal<Option<u32>>,
    /// The words at today's mark: "Today, 24 Nov 2026".
    #[prop(into)]
    today_label: Signal<String>,
    /// Colours the part that has passed: a warning where the end is near.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// What happened, in order of time.
    #[prop(optional, into)]
    ticks: Signal<Vec<TermTick>>,
    /// What comes after the end, in order of time.
    #[prop(optional, into)]
    after: Signal<Vec<TermSegment>>,
    /// The same in words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let passed = move || ids::percent(today.get().unwrap_or(0));
    let mark = move || {
        today.get().map(|at| {
            view! {
                <div class="term-today" style:left=ids::percent(at)></div>
                <div class="term-today-label" style:left=ids::percent(at) style:translate=back(at)>
                    {move || today_label.get()}
                </div>
            }
        })
    };
    let marks = move || ticks.get().into_iter().map(tick).collect::<Vec<_>>();
    let segments = move || after.get().into_iter().map(segment).collect::<Vec<_>>();
    view! {
        <figure class=move || format!("term {}", tone.get().class()) aria-label=move || label.get()>
            <div class="term-line">
                <div class="term-covered">
                    <div class="term-track"><div class="term-passed" style:width=passed></div></div>
                    {mark}
                    {marks}
                </div>
                <div class="term-after" class:none=move || after.with(Vec::is_empty)>{segments}</div>
            </div>
            <div class="term-ends">
                <span>{move || start.get()}</span>
                <span>{move || end.get()}</span>
            </div>
            {children.map(|children| view! { <figcaption class="term-words">{children()}</figcaption> })}
        </figure>
    }
    .into_any()
}

/// How far a label goes back from its place, so that it stays within the line at both ends.
fn back(at: u32) -> String {
    String::from("-") + &ids::percent(at)
}

/// One tick; hover or focus shows its words, Esc hides them.
fn tick(tick: TermTick) -> AnyView {
    let at = tick.at;
    let (hidden, reveal, on_key) = dismissible();
    view! {
        <div class=format!("term-tick {}", tick.tone.class()) class:dismissed=hidden on:mouseenter=move |_| reveal()>
            <button
                type="button"
                class="term-mark"
                style:left=ids::percent(at)
                aria-label=tick.title.clone() + ": " + &tick.detail
                on:focus=move |_| reveal()
                on:keydown=on_key
            ></button>
            <span class="tip" aria-hidden="true" style:left=ids::percent(at) style:translate=back(at)>
                <strong>{tick.title}</strong>
                <span>{tick.detail}</span>
            </span>
        </div>
    }
    .into_any()
}

/// One stretch after the end.
fn segment(segment: TermSegment) -> AnyView {
    let (hidden, reveal, on_key) = dismissible();
    view! {
        <div class=format!("term-next {}", segment.tone.class()) class:dismissed=hidden on:mouseenter=move |_| reveal()>
            <button
                type="button"
                class="term-stretch"
                aria-label=segment.title.clone() + ": " + &segment.detail
                on:focus=move |_| reveal()
                on:keydown=on_key
            ></button>
            <span class="tip" aria-hidden="true">
                <strong>{segment.title}</strong>
                <span>{segment.detail}</span>
            </span>
        </div>
    }
    .into_any()
}

/// Words that Esc hides until the next visit: whether hidden, what shows them again, and the key handler.
fn dismissible() -> (RwSignal<bool>, impl Fn() + Copy, impl Fn(ev::KeyboardEvent) + Copy) {
    let hidden = RwSignal::new(false);
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            hidden.set(true);
        }
    };
    (hidden, move || hidden.set(false), on_key)
}
