//! The kinds of command, and who may give them.

pub use crate::command::CommandKind;
use crate::text::words::all;
use strum::{EnumCount, VariantArray};

/// Who may give a command of a kind (ACC 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequiredPermission {
    /// Collection administrators (ACC 1).
    Subscription,
    /// Who manages users (ACC 3, ACC 4).
    Users,
    /// Everybody: it asks for access (ACC 5, ACC 6), or brings what the vendor has signed (ACT 5).
    Everybody,
}

impl CommandKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Whether it changes what is subscribed to.
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

    /// Whether it needs a price: then it is refused where the catalogue in force has none to trust (PLN 3).
    pub fn needs_price(self) -> bool {
        matches!(
            self,
            Self::Buy | Self::Adjust | Self::Schedule | Self::RenewNow | Self::Import
        )
    }

    /// Who may give it (ACC 1, ACC 4). A setting opens User Management to others, so it takes more than managing users.
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
