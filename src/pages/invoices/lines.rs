//! The lines of a document, each opening to its arithmetic, and the sums below.

use super::document_link;
use crate::components::Disclosure;
use crate::dom::{Node, view};
use crate::pages::scene::Ui;
use view::invoices::DocumentLine;
use view::order::LineView;

/// The lines.
pub(super) fn lines(ui: Ui, lines: Vec<DocumentLine>) -> Vec<Node> {
    lines.into_iter().map(|it| line(ui, it)).collect()
}

fn line(ui: Ui, it: DocumentLine) -> Node {
    let DocumentLine {
        line: LineView {
            text,
            dates,
            amount,
            arithmetic,
        },
        gives_back,
        gives_back_text,
    } = it;
    let step = |step: String| view! { <p>{step}</p> };
    let origin = gives_back_text.map(|text| {
        let document = gives_back.map(|number| view! { " " {document_link(ui, &number)} });
        view! { <p>{text}{document}</p> }
    });
    view! {
        <Disclosure summary=[text, dates].join(" · ") figure=amount>
            {origin}
            {arithmetic.into_iter().map(step).collect::<Vec<_>>()}
        </Disclosure>
    }
}

/// The sums; the last one stands out.
pub(super) fn sums(sums: Vec<(String, String)>) -> Vec<Node> {
    let last = sums.len().saturating_sub(1);
    let sum = |(at, (label, amount)): (usize, (String, String))| {
        let class = if at == last { "sum due" } else { "sum" };
        view! { <p class=class><span>{label}</span><span class="figure">{amount}</span></p> }
    };
    sums.into_iter().enumerate().map(sum).collect()
}
