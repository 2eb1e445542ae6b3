//! A placeholder for content that is loading.

use leptos::prelude::*;

/// The content that a skeleton replaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonKind {
    /// Lines of text.
    #[default]
    Text,
    /// Large numbers in a row.
    Stats,
    /// Whole cards.
    Cards,
}

/// A placeholder for content that is loading, with the height of that content.
#[component]
pub fn Skeleton(
    /// The kind of content.
    #[prop(optional)]
    kind: SkeletonKind,
    /// The number of lines, numbers, rows, or cards.
    #[prop(default = 3)]
    count: u8,
    /// What is loading. Announced once.
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
