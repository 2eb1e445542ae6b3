//! The chart of the balance over time, as steps.

use leptos::prelude::*;
use view::Day;
use view::invoices::{Point, StatementView};
use view::words::invoices as words;

/// The chart with its first and last day and a caption. Empty before the first movement.
#[component]
pub(crate) fn Chart(statement: StatementView) -> impl IntoView {
    let StatementView {
        picture,
        points,
        balance,
        ..
    } = statement;
    picture.map(|(first, today, highest)| {
        let said = words::picture(&first.text, &today.text, &highest, &balance);
        view! {
            <figure class="balance">
                <svg
                    class="balance-picture"
                    viewBox="0 0 10000 10000"
                    preserveAspectRatio="none"
                    role="img"
                    aria-label=said.clone()
                >
                    <path class="balance-area" d=path(&points, true) />
                    <path class="balance-line" d=path(&points, false) vector-effect="non-scaling-stroke" />
                </svg>
                <div class="balance-ends" aria-hidden="true">
                    <End day=first />
                    <End day=today />
                </div>
                <figcaption class="soft">{said}</figcaption>
            </figure>
        }
    })
}

/// The first or the last day of the chart.
#[component]
fn End(day: Day) -> impl IntoView {
    let Day { text, iso } = day;
    view! { <time datetime=iso>{text}</time> }
}

/// The steps as the `d` attribute of a path. In an SVG, y grows downwards.
fn path(points: &[Point], closed: bool) -> String {
    let mut path = String::new();
    for (at, point) in points.iter().enumerate() {
        let (across, down) = (point.at.to_string(), (10_000 - point.high).to_string());
        let start = if closed { "M0 10000" } else { "M0 " };
        match at {
            0 if closed => path += &[start, "V", &down].concat(),
            0 => path += &[start, &down].concat(),
            _ => path += &["H", &across, "V", &down].concat(),
        }
    }
    if closed {
        path += "V10000Z";
    }
    path
}
