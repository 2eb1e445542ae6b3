//! The kinds of commands, and who may give them.

pub use crate::command::CommandKind;
use crate::text::words::all;
use strum::{EnumCount, VariantArray};

/// The permission that a command requires (ACC 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequiredPermission {
    /// Collection administrators only (ACC 1).
    Subscription,
    /// People who may manage users (ACC 3, ACC 4).
    Users,
    /// Everybody. The command asks for access (ACC 5, ACC 6) or supplies a certificate of the vendor (ACT 5).
    Everybody,
}

impl CommandKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Whether the command changes the subscription.
    pub fn is_of_subscription(self) -> bool {
        matches!(
            self,
            Self::StartTrial
                | Self::Buy
                | Self::Adjust
                | Self::Schedule
                | Self::Unschedule
                | Self::Cancel
                | Self::Resume
                | Self::RenewNow
                | Self::Undo
                | Self::ChooseFree
                | Self::Import
        )
    }

    /// Whether the command needs a price. It is then refused if the catalog in force has no trusted prices (PLN 3).
    pub fn needs_price(self) -> bool {
        matches!(
            self,
            Self::Buy | Self::Adjust | Self::Schedule | Self::RenewNow | Self::Import
        )
    }

    /// The permission that the command requires (ACC 1, ACC 4). Switching a setting requires more than managing users,
    /// because a setting opens User Management to others.
    pub fn required_permission(self) -> RequiredPermission {
        match self {
            Self::SetRole
            | Self::SetRoles
            | Self::SetDefaultRole
            | Self::Reassign
            | Self::FreeInactive
            | Self::AnswerRequest => RequiredPermission::Users,
            Self::RequestAccess | Self::Confirm => RequiredPermission::Everybody,
            _ => RequiredPermission::Subscription,
        }
    }
}
