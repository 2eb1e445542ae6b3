//! The icons on a 16 × 16 grid. Each is a single path in the color of the adjacent text.

use leptos::prelude::*;

/// The name of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum IconName {
    ArrowUp,
    Check,
    ChevronDown,
    ChevronRight,
    Close,
    Copy,
    Document,
    Door,
    Download,
    Error,
    External,
    Info,
    Lock,
    Menu,
    Minus,
    Money,
    People,
    Plus,
    Refresh,
    Search,
    Stopwatch,
    Success,
    Warning,
}

impl IconName {
    /// The drawing, as the `d` attribute of an SVG path.
    const fn strokes(self) -> &'static str {
        match self {
            Self::ArrowUp => "M8 13.5v-11M4 6.5l4-4 4 4",
            Self::Check => "M2.5 8.5l3.5 3.5 7.5-8",
            Self::ChevronDown => "M3.5 6l4.5 4.5 4.5-4.5",
            Self::ChevronRight => "M6 3.5l4.5 4.5-4.5 4.5",
            Self::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Copy => "M5.5 4.5v-3h8v9h-3M2.5 4.5h8v10h-8z",
            Self::Document => "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h5",
            Self::Door => "M3.5 14.5v-13h9v13M1.5 14.5h13M10 8v1",
            Self::Download => "M8 1.5v9M4.5 7.5l3.5 3.5 3.5-3.5M2.5 14.5h11",
            Self::Error => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5.5 5.5l5 5M10.5 5.5l-5 5",
            Self::External => "M6.5 3.5h-4v10h10v-4M9.5 2h4.5v4.5M14 2l-6.5 6.5",
            Self::Info => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 7v4.5M8 4.5v1",
            Self::Lock => "M3.5 7.5h9v7h-9zM5.5 7.5v-3a2.5 2.5 0 0 1 5 0v3M8 10.5v1.5",
            Self::Menu => "M2 4h12M2 8h12M2 12h12",
            Self::Minus => "M3 8h10",
            Self::Money => "M1.5 4h13v8h-13zM8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4M4 8h.5M11.5 8h.5",
            Self::People => {
                "M6 2.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M1.5 13.5a4.5 4.5 0 0 1 9 0M10.5 3a2.3 2.3 0 0 1 0 4.3M12 9.5a4.5 4.5 0 0 1 2.5 4"
            }
            Self::Plus => "M3 8h10M8 3v10",
            Self::Refresh => "M13.5 8a5.5 5.5 0 1 1-1.7-4l1.7 1.5M13.5 2v3.5h-3.5",
            Self::Search => "M6.5 1.5a5 5 0 1 0 0 10a5 5 0 1 0 0-10M10 10l4.5 4.5",
            Self::Stopwatch => "M8 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 6v3.5l2 1M6 1.5h4M8 1.5v2M12.5 3.5l1 1",
            Self::Success => "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5 8.5l2 2 4-4.5",
            Self::Warning => "M8 2l6.5 12h-13zM8 6.5v4M8 11.5v1",
        }
    }
}

/// An icon of 16 × 16 px. It is decorative: the adjacent text says the same.
#[component]
pub fn Icon(
    /// The name.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=name.strokes() />
        </svg>
    }
}
