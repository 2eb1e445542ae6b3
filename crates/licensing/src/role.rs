//! Roles and what they permit (ROL).

use super::word::words;

/// A resolved role, lowest first (ROL 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// No access, no licence.
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

words!(Role, "role",
    "none" => None,
    "team" => Team,
    "product" => Product,
    "budget" => Budget,
    "administrator" => Administrator,
);

impl Role {
    /// Whether somebody with this role uses a licence (ROL 4).
    pub fn uses_licence(self) -> bool {
        self != Self::None
    }

    /// Whether the role permits it (ROL 1).
    pub fn permits(self, permission: Permission) -> bool {
        self >= permission.least_role()
    }
}

/// What a person is given: the alias Default, or a role of their own (ROL 2, ROL 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assigned {
    /// Whatever Default resolves to now (ROL 3).
    Default,
    /// A role of their own.
    Own(Role),
}

words!(Assigned, "role",
    "none" => Own(Role::None),
    "team" => Own(Role::Team),
    "product" => Own(Role::Product),
    "budget" => Own(Role::Budget),
    "administrator" => Own(Role::Administrator),
    "default" => Default,
);

/// Where only a role of its own will do (ROL 3: what Default resolves to).
impl TryFrom<Assigned> for Role {
    type Error = String;

    fn try_from(assigned: Assigned) -> Result<Self, String> {
        Self::try_from(assigned.key().to_owned())
    }
}

impl Assigned {
    /// The role it comes to while Default resolves to `default`.
    pub fn resolve(self, default: Role) -> Role {
        match self {
            Self::Default => default,
            Self::Own(role) => role,
        }
    }
}

/// The rows of the table of ROL 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Use the product, own worklogs, own timesheet.
    OwnTimes,
    /// See everybody's times, filter by person.
    EverybodysTimes,
    /// See budget, billable and billable-hours columns.
    SeeBudgets,
    /// Create, edit and close budgets.
    ManageBudgets,
    /// System settings, activity types, all users' tokens, roles by API.
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

    /// The lowest role that has it (ROL 1).
    fn least_role(self) -> Role {
        match self {
            Self::OwnTimes => Role::Team,
            Self::EverybodysTimes | Self::SeeBudgets => Role::Product,
            Self::ManageBudgets => Role::Budget,
            Self::SystemSettings => Role::Administrator,
        }
    }
}

/// Why a licence is taken from somebody (LIC 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeingReason {
    /// The person has left.
    Left,
    /// The person stopped using the product.
    StoppedUsing,
}

words!(FreeingReason, "reason", "left" => Left, "stopped_using" => StoppedUsing);

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
