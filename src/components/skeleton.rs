//! The outline of what is still loading.

use leptos::prelude::*;

/// Whose outline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonKind {
    /// Lines of text.
    #[default]
    Text,
    /// Big numbers in a row.
    Stats,
    /// Whole cards.
    Cards,
}

/// The outline of what is still loading, as high as what will stand there.
#[component]
pub fn Skeleton(
    /// Whose outline.
    #[prop(optional)]
    kind: SkeletonKind,
    /// How many lines, numbers, rows or cards.
    #[prop(default = 3)]
    count: u8,
    /// What is loading; said once.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let class = match kind {
        SkeletonKind::Text => "skeleton text",
        SkeletonKind::Stats => "skeleton stats",
        SkeletonKind::Cards => "skeleton cards",
    };
    view! {
        <div class=class role="status">
            <span class="unseen">{label}</span>
            {(0..count).map(|_| view! { <div class="bone"></div> }).collect_view()}
        </div>
    }
}
