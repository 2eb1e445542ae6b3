//! Small elements of several pages: lines with their calculations, totals, notes, dates, and the subscription ID.

use crate::components::{CopyButton, Disclosure, Fact};
use leptos::prelude::*;
use view::Day;
use view::order::LineView;
use view::words::page;

/// Lines that expand to show their calculations.
pub fn lines(lines: Vec<LineView>) -> impl IntoView {
    let line = |line| view! { <Charge line=line /> };
    lines.into_iter().map(line).collect_view()
}

/// A line that expands to show its calculation.
#[component]
fn Charge(line: LineView) -> impl IntoView {
    let LineView {
        text,
        dates,
        amount,
        arithmetic,
    } = line;
    view! {
        <Disclosure summary=text figure=amount>
            <p>{dates}</p>
            {arithmetic.into_iter().map(|step| view! { <p>{step}</p> }).collect_view()}
        </Disclosure>
    }
}

/// A total below the lines.
pub fn sum(label: &'static str, amount: String, class: &'static str) -> impl IntoView {
    view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }
}

/// A note in the secondary text color.
pub fn soft(text: impl Into<String>) -> impl IntoView {
    let text: String = text.into();
    view! { <p class="soft">{text}</p> }
}

/// A date for people, with the exact date as its tooltip.
pub fn day(day: Day) -> impl IntoView {
    let Day { text, iso } = day;
    view! { <time datetime=iso.clone() title=iso>{text}</time> }
}

/// The subscription ID with the button that copies it (INV 2).
pub fn subscription_id(id: String) -> impl IntoView {
    view! {
        <Fact term=page::ID>
            <CopyButton
                text=id
                name=page::ID
                label=page::COPY_ID
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
        </Fact>
    }
}
