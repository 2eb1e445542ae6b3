//! Everything that somebody can ask for, as values. What a command may do is decided in [`decide`](super::decide).

use super::date::Date;
use super::field::kinds;
use super::money::Money;
use super::named_user::PersonId;
use super::plan::PlanKey;
use super::role::{Assigned, FreeingReason, Role};
use super::subscription::Change;
use super::term::Length;
use serde::Serialize;

/// A command; its JSON is the fixed format of scenarios and journals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
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
        keep: Option<Vec<PersonId>>,
    },
    /// Change licences, plan, length, today (CHG).
    Adjust {
        /// Another plan.
        plan: Option<PlanKey>,
        /// Another length.
        length: Option<Length>,
        /// Another number of licences.
        licences: Option<u32>,
    },
    /// Change licences, plan, length at renewal (SUB 5).
    Schedule {
        /// Another plan.
        plan: Option<PlanKey>,
        /// Another length.
        length: Option<Length>,
        /// Another number of licences.
        licences: Option<u32>,
    },
    /// Remove what is scheduled (SUB 5).
    Unschedule {},
    /// Do not renew (SUB 3); in Free: end it today.
    Cancel {
        /// Why, in the admin's words.
        reason: Option<String>,
    },
    /// Undo the cancellation (SUB 3).
    Resume {},
    /// Start a new term today (SUB 6).
    RenewNow {},
    /// Free, at once or at the end of the cancelled term (PLN 4).
    ChooseFree {
        /// Who keeps access where there are more people (LIC 7).
        keep: Option<Vec<PersonId>>,
    },
    /// Give people a role (ROL 3, ROL 5).
    SetRole {
        /// Whom.
        people: Vec<PersonId>,
        /// The role, or Default.
        role: Assigned,
        /// Why a licence is freed; `stopped_using` unless told otherwise (LIC 3).
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
        credit: Option<Money>,
    },
}

kinds!(Command reads {
    plan: PlanKey, length: Length, licences: u32, keep: Vec<PersonId>, reason: String, people: Vec<PersonId>,
    role: Assigned, from: PersonId, to: PersonId, start: Date, credit: Money,
}
    "start_trial" => StartTrial {}
    "buy" => Buy { plan, length, licences, keep: optional }
    "adjust" => Adjust { plan: optional, length: optional, licences: optional }
    "schedule" => Schedule { plan: optional, length: optional, licences: optional }
    "unschedule" => Unschedule {}
    "cancel" => Cancel { reason: optional }
    "resume" => Resume {}
    "renew_now" => RenewNow {}
    "choose_free" => ChooseFree { keep: optional }
    "set_role" => SetRole { people, role, reason: optional }
    "set_default_role" => SetDefaultRole { role }
    "reassign" => Reassign { from, to, reason: optional }
    "import" => Import { plan, length, licences, start, credit: optional }
);

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
