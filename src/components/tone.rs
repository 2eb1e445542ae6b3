//! How serious something is; decides color, icon and role together.

use crate::components::icon::IconName;

/// How serious something is. Never told by color alone: there is always an icon or a word beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Worth knowing.
    Info,
    /// It went well.
    Success,
    /// Something will need a decision.
    Warning,
    /// Something is refused or broken.
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

    /// The icon that stands for it.
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
