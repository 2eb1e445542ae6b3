//! Roles and what they permit (ROL).

use crate::text::words::all;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A resolved role, lowest first (ROL 1).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// No access, no license.
    None,
    /// Own times.
    Team,
    /// Everybody's times.
    Product,
    /// Budgets.
    Budget,
    /// Settings of the product.
    Administrator,
}

impl Role {
    /// Every role, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Role {
    /// Whether a person with this role uses a license (ROL 4).
    pub fn uses_license(self) -> bool {
        self != Self::None
    }

    /// Whether the role has the permission (ROL 1).
    pub fn permits(self, permission: Permission) -> bool {
        self >= permission.least_role()
    }
}

/// The role assigned to a person: the alias Default, or an explicit role (ROL 2, ROL 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "AssignedWord", into = "AssignedWord")]
pub enum Assigned {
    /// The role that Default currently resolves to (ROL 3).
    Default,
    /// An explicit role.
    Own(Role),
}

impl Assigned {
    /// Everything that can be assigned, in order.
    pub const ALL: [Self; 6] = [
        Self::Own(Role::None),
        Self::Own(Role::Team),
        Self::Own(Role::Product),
        Self::Own(Role::Budget),
        Self::Own(Role::Administrator),
        Self::Default,
    ];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        AssignedWord::from(self).into()
    }
}

/// The names of assignable roles in files.
#[derive(Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
enum AssignedWord {
    None,
    Team,
    Product,
    Budget,
    Administrator,
    Default,
}

impl From<AssignedWord> for Assigned {
    fn from(word: AssignedWord) -> Self {
        match word {
            AssignedWord::None => Self::Own(Role::None),
            AssignedWord::Team => Self::Own(Role::Team),
            AssignedWord::Product => Self::Own(Role::Product),
            AssignedWord::Budget => Self::Own(Role::Budget),
            AssignedWord::Administrator => Self::Own(Role::Administrator),
            AssignedWord::Default => Self::Default,
        }
    }
}

impl From<Assigned> for AssignedWord {
    fn from(assigned: Assigned) -> Self {
        match assigned {
            Assigned::Own(Role::None) => Self::None,
            Assigned::Own(Role::Team) => Self::Team,
            Assigned::Own(Role::Product) => Self::Product,
            Assigned::Own(Role::Budget) => Self::Budget,
            Assigned::Own(Role::Administrator) => Self::Administrator,
            Assigned::Default => Self::Default,
        }
    }
}

impl FromStr for Assigned {
    type Err = strum::ParseError;

    fn from_str(text: &str) -> Result<Self, strum::ParseError> {
        text.parse().map(|word: AssignedWord| word.into())
    }
}

impl Assigned {
    /// The resolved role if Default resolves to `default`.
    pub fn resolve(self, default: Role) -> Role {
        match self {
            Self::Default => default,
            Self::Own(role) => role,
        }
    }
}

/// The permissions: the rows of the table of ROL 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Use the product, own worklogs and the own timesheet.
    OwnTimes,
    /// See everybody's times, filter by person.
    EverybodysTimes,
    /// See the budget, billable and billable-hours columns.
    SeeBudgets,
    /// Create, edit and close budgets.
    ManageBudgets,
    /// System settings, activity types, all users' tokens, and roles through the API.
    SystemSettings,
}

impl Permission {
    /// Every permission, in the order of ROL 1.
    pub const ALL: [Self; 5] = [
        Self::OwnTimes,
        Self::EverybodysTimes,
        Self::SeeBudgets,
        Self::ManageBudgets,
        Self::SystemSettings,
    ];

    /// The lowest role that has the permission (ROL 1).
    fn least_role(self) -> Role {
        match self {
            Self::OwnTimes => Role::Team,
            Self::EverybodysTimes | Self::SeeBudgets => Role::Product,
            Self::ManageBudgets => Role::Budget,
            Self::SystemSettings => Role::Administrator,
        }
    }
}

/// Why a license is taken from a person (LIC 3).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FreeingReason {
    /// The person has left.
    Left,
    /// The person stopped using the product.
    StoppedUsing,
}

impl FreeingReason {
    /// Every reason, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rol_1_permissions_are_those_of_the_table() {
        let table = [
            (Permission::OwnTimes, "-YYYY"),
            (Permission::EverybodysTimes, "--YYY"),
            (Permission::SeeBudgets, "--YYY"),
            (Permission::ManageBudgets, "---YY"),
            (Permission::SystemSettings, "----Y"),
        ];
        for (permission, row) in table {
            let got: String = Role::ALL
                .iter()
                .map(|role| if role.permits(permission) { 'Y' } else { '-' })
                .collect();
            assert_eq!(got, row, "{permission:?}");
        }
    }

    #[test]
    fn rol_3_an_assignment_reads_and_writes_as_one_word() {
        for (assigned, word) in [
            (Assigned::Default, "\"default\""),
            (Assigned::Own(Role::Budget), "\"budget\""),
        ] {
            assert_eq!(serde_json::to_string(&assigned).unwrap(), word);
            assert_eq!(serde_json::from_str::<Assigned>(word).unwrap(), assigned);
        }
        assert!(serde_json::from_str::<Assigned>("\"boss\"").is_err());
    }
}
