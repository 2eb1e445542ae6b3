//! A stretch of time as a line: what it covers, what happened in it, what comes after.

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
    label: String,
    /// The first day.
    start: String,
    /// The end.
    end: String,
    /// Where today is, in basis points (0 to 10,000); none: outside.
    today: Option<u32>,
    /// The words at today's mark: "Today, 24 Nov 2026".
    today_label: String,
    /// Colours the part that has passed: a warning where the end is near.
    tone: Tone,
    /// What happened, in order of time.
    ticks: Vec<TermTick>,
    /// What comes after the end, in order of time.
    after: Vec<TermSegment>,
    /// The same in words.
    children: Children,
) -> impl IntoView {
    let mark = today.map(|at| {
        view! {
            <div class="term-today" style:left=ids::percent(at)></div>
            <div class="term-today-label" style:left=ids::percent(at) style:translate=back(at)>{today_label}</div>
        }
        .into_any()
    });
    let ticks: Vec<AnyView> = ticks.into_iter().map(tick).collect();
    let after_class = if after.is_empty() {
        "term-after none"
    } else {
        "term-after"
    };
    let after: Vec<AnyView> = after.into_iter().map(segment).collect();
    view! {
        <figure class=ids::joined(&["term", tone.class()]) aria-label=label>
            <div class="term-line">
                <div class="term-covered">
                    <div class="term-track">
                        <div class="term-passed" style:width=ids::percent(today.unwrap_or(0))></div>
                    </div>
                    {mark}
                    {ticks}
                </div>
                <div class=after_class>{after}</div>
            </div>
            <div class="term-ends">
                <span>{start}</span>
                <span>{end}</span>
            </div>
            <figcaption class="term-words">{children()}</figcaption>
        </figure>
    }
    .into_any()
}

/// How far a label goes back from its place, so that it stays within the line at both ends.
fn back(at: u32) -> String {
    String::from("-") + &ids::percent(at)
}

/// One tick.
fn tick(tick: TermTick) -> AnyView {
    let TermTick {
        at,
        title,
        detail,
        tone,
    } = tick;
    let tip = Tip::new("term-tick", tone);
    view! {
        <div class=move || tip.class() on:mouseenter=move |_| tip.dismissed.set(false)>
            <button
                type="button"
                class="term-mark"
                style:left=ids::percent(at)
                aria-label=name(&title, &detail)
                on:focusin=move |_| tip.dismissed.set(false)
                on:keydown=move |event| tip.on_key(&event)
            ></button>
            <span class="tip" aria-hidden="true" style:left=ids::percent(at) style:translate=back(at)>
                <strong>{title}</strong>
                <span>{detail}</span>
            </span>
        </div>
    }
    .into_any()
}

/// One stretch after the end.
fn segment(segment: TermSegment) -> AnyView {
    let TermSegment { title, detail, tone } = segment;
    let tip = Tip::new("term-next", tone);
    view! {
        <div class=move || tip.class() on:mouseenter=move |_| tip.dismissed.set(false)>
            <button
                type="button"
                class="term-stretch"
                aria-label=name(&title, &detail)
                on:focusin=move |_| tip.dismissed.set(false)
                on:keydown=move |event| tip.on_key(&event)
            ></button>
            <span class="tip" aria-hidden="true">
                <strong>{title}</strong>
                <span>{detail}</span>
            </span>
        </div>
    }
    .into_any()
}

fn name(title: &str, detail: &str) -> String {
    [title, detail].join(": ")
}

/// Words that hover or focus shows, and Esc hides until the next visit.
#[derive(Clone, Copy)]
struct Tip {
    class: &'static str,
    tone: Tone,
    dismissed: RwSignal<bool>,
}

impl Tip {
    fn new(class: &'static str, tone: Tone) -> Self {
        let dismissed = RwSignal::new(false);
        Self { class, tone, dismissed }
    }

    fn class(self) -> String {
        let dismissed = if self.dismissed.get() { "dismissed" } else { "" };
        ids::joined(&[self.class, self.tone.class(), dismissed])
    }

    fn on_key(self, event: &ev::KeyboardEvent) {
        if event.key() == "Escape" {
            self.dismissed.set(true);
        }
    }
}
