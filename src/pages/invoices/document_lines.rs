//! The lines of a document, each with its calculation, and the totals below.

use crate::components::Disclosure;
use crate::pages::invoices::links::DocumentLink;
use leptos::prelude::*;
use view::invoices::DocumentLine;
use view::order::LineView;

/// A line.
#[component]
pub(crate) fn Line(line: DocumentLine) -> impl IntoView {
    let DocumentLine {
        line: LineView {
            text,
            dates,
            amount,
            arithmetic,
        },
        gives_back,
        gives_back_text,
    } = line;
    let step = |step: String| view! { <p>{step}</p> };
    let origin = gives_back_text.map(|text| {
        let document = gives_back.map(|number| view! { " "<DocumentLink number=number /> });
        view! { <p>{text}{document}</p> }
    });
    view! {
        <Disclosure summary=[text, dates].join(" · ") figure=amount>
            {origin}
            {arithmetic.into_iter().map(step).collect_view()}
        </Disclosure>
    }
}

/// The totals. The last one is emphasized.
#[component]
pub(crate) fn Sums(sums: Vec<(String, String)>) -> impl IntoView {
    let last = sums.len().saturating_sub(1);
    let sum = |(at, (label, amount)): (usize, (String, String))| {
        let class = if at == last { "sum due" } else { "sum" };
        view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }
    };
    sums.into_iter().enumerate().map(sum).collect_view()
}
