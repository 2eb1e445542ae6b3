//! The severity of something. It determines the color, the icon, and the role together.

use crate::components::icon::IconName;

/// The severity of something. Color is never the only sign of it: there is always an icon or a word as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// It succeeded.
    Success,
    /// It will need a decision.
    Warning,
    /// It is refused or broken.
    Error,
}

impl Tone {
    /// The word after `tone-` in the style sheets.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Error => "tone-error",
        }
    }

    /// The icon of this tone.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Neutral | Self::Info => IconName::Info,
            Self::Success => IconName::Success,
            Self::Warning => IconName::Warning,
            Self::Error => IconName::Error,
        }
    }
}
