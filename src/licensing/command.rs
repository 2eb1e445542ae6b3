//! Everything that somebody can ask for, as values. What a command may do is decided in [`decide`](super::decide).

use super::date::Date;
use super::money::Money;
use super::named_user::PersonId;
use super::plan::PlanKey;
use super::role::{Assigned, FreeingReason, Role};
use super::subscription::Change;
use super::term::Length;
use serde::{Deserialize, Serialize};

/// A command; its JSON is the fixed format of scenarios and journals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Start the trial (TRI 1).
    StartTrial {},
    /// Buy a subscription that starts today (TRI 5, SUB 4).
    Buy {
        /// The plan.
        plan: PlanKey,
        /// The length.
        length: Length,
        /// How many licences.
        licences: u32,
        /// Who keeps access where there are more people (LIC 7).
        #[serde(default)]
        keep: Option<Vec<PersonId>>,
    },
    /// Change licences, plan, length, today (CHG).
    Adjust {
        /// Another plan.
        #[serde(default)]
        plan: Option<PlanKey>,
        /// Another length.
        #[serde(default)]
        length: Option<Length>,
        /// Another number of licences.
        #[serde(default)]
        licences: Option<u32>,
    },
    /// Change licences, plan, length at renewal (SUB 5).
    Schedule {
        /// Another plan.
        #[serde(default)]
        plan: Option<PlanKey>,
        /// Another length.
        #[serde(default)]
        length: Option<Length>,
        /// Another number of licences.
        #[serde(default)]
        licences: Option<u32>,
    },
    /// Remove what is scheduled (SUB 5).
    Unschedule {},
    /// Do not renew (SUB 3); in Free: end it today.
    Cancel {
        /// Why, in the admin's words.
        #[serde(default)]
        reason: Option<String>,
    },
    /// Undo the cancellation (SUB 3).
    Resume {},
    /// Start a new term today (SUB 6).
    RenewNow {},
    /// Free, at once or at the end of the cancelled term (PLN 4).
    ChooseFree {
        /// Who keeps access where there are more people (LIC 7).
        #[serde(default)]
        keep: Option<Vec<PersonId>>,
    },
    /// Give people a role (ROL 3, ROL 5).
    SetRole {
        /// Whom.
        people: Vec<PersonId>,
        /// The role, or Default.
        role: Assigned,
        /// Why a licence is freed; `stopped_using` unless told otherwise (LIC 3).
        #[serde(default)]
        reason: Option<FreeingReason>,
    },
    /// Change what Default resolves to (ROL 3).
    SetDefaultRole {
        /// The role.
        role: Role,
    },
    /// Pass a licence on (LIC 3).
    Reassign {
        /// Whose licence.
        from: PersonId,
        /// Who gets it.
        to: PersonId,
        /// Why; refused without one.
        #[serde(default)]
        reason: Option<FreeingReason>,
    },
    /// Take over a legacy subscription (PLN 5).
    Import {
        /// A legacy plan.
        plan: PlanKey,
        /// Its length.
        length: Length,
        /// Its licences.
        licences: u32,
        /// The start of the running term.
        start: Date,
        /// Credit brought along.
        #[serde(default)]
        credit: Option<Money>,
    },
}

/// The kinds of command: the rows of the table of SUB 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the command of the same name")]
pub enum Kind {
    StartTrial,
    Buy,
    Adjust,
    Schedule,
    Unschedule,
    Cancel,
    Resume,
    RenewNow,
    ChooseFree,
    SetRole,
    SetDefaultRole,
    Reassign,
    Import,
}

impl Kind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; 13] = [
        Self::StartTrial,
        Self::Buy,
        Self::Adjust,
        Self::Schedule,
        Self::Unschedule,
        Self::Cancel,
        Self::Resume,
        Self::RenewNow,
        Self::ChooseFree,
        Self::SetRole,
        Self::SetDefaultRole,
        Self::Reassign,
        Self::Import,
    ];

    /// Whether it is about people's roles rather than about the subscription (ACC 1, ACC 4).
    pub fn manages_users(self) -> bool {
        matches!(self, Self::SetRole | Self::SetDefaultRole | Self::Reassign)
    }
}

impl Command {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::StartTrial {} => Kind::StartTrial,
            Self::Buy { .. } => Kind::Buy,
            Self::Adjust { .. } => Kind::Adjust,
            Self::Schedule { .. } => Kind::Schedule,
            Self::Unschedule {} => Kind::Unschedule,
            Self::Cancel { .. } => Kind::Cancel,
            Self::Resume {} => Kind::Resume,
            Self::RenewNow {} => Kind::RenewNow,
            Self::ChooseFree { .. } => Kind::ChooseFree,
            Self::SetRole { .. } => Kind::SetRole,
            Self::SetDefaultRole { .. } => Kind::SetDefaultRole,
            Self::Reassign { .. } => Kind::Reassign,
            Self::Import { .. } => Kind::Import,
        }
    }

    /// The command that changes what `change` names, today.
    pub fn adjust(change: Change) -> Self {
        Self::Adjust {
            plan: change.plan,
            length: change.length,
            licences: change.licences,
        }
    }

    /// The command that changes what `change` names, at renewal.
    pub fn schedule(change: Change) -> Self {
        Self::Schedule {
            plan: change.plan,
            length: change.length,
            licences: change.licences,
        }
    }
}
