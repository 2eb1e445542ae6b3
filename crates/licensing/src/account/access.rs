//! Access: what a person may see and do. It is one pure function of viewer, account, deployment and day (ACC 8).
//! Navigation, pages, buttons and commands all use it.

use crate::command::CommandKind;
use crate::command::kind::RequiredPermission;
use crate::directory::person::PersonId;
use crate::refusal::Refusal;
use crate::subscription::status::Status;
use crate::text::words::all;
use crate::value::plan::Deployment;
use crate::value::role::Role;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Whether the viewer is a project collection administrator.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Membership {
    /// The viewer is an administrator.
    Yes,
    /// The viewer is not an administrator.
    No,
    /// Unknown, and treated as no (ACC 9).
    Unknown,
}

impl Membership {
    /// Every value, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The person who views a page or gives a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The person's ID in the directory, if known.
    pub id: Option<PersonId>,
    /// Whether the person is a project collection administrator.
    pub collection_administrator: Membership,
    /// A licensed role that overrides the account's, for scenarios and demos. `None` uses the role from the account.
    pub role: Option<Role>,
}

impl Actor {
    /// A collection administrator with an unknown ID.
    pub fn collection_administrator() -> Self {
        Self {
            id: None,
            collection_administrator: Membership::Yes,
            role: None,
        }
    }

    /// Whether the person is known to be a collection administrator (ACC 9).
    pub fn is_collection_administrator(&self) -> bool {
        self.collection_administrator == Membership::Yes
    }
}

/// The inputs of the access decision (ACC 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessInput {
    /// Whether the viewer is known to be a collection administrator (ACC 9).
    pub collection_administrator: bool,
    /// The viewer's role. None for the unlicensed.
    pub role: Role,
    /// The status of the account on the day.
    pub status: Status,
    /// Whether the viewer is within the usage limit of the certificate (ACT 7).
    pub within_limit: bool,
    /// The deployment.
    pub deployment: Deployment,
    /// The setting "Administrators may manage users" (ACC 4).
    pub administrators_manage_users: bool,
}

/// What the product's page shows the viewer (ACC 5–7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductAccess {
    /// The product, with this role.
    Open(Role),
    /// "This door is locked", on Server.
    Locked,
    /// One neutral sentence that does not mention the product, on Services.
    Neutral,
}

/// What the viewer may see and do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// The product's own page.
    pub product: ProductAccess,
    /// Whether the navigation shows "Time" (ACC 5, ACC 6).
    pub time_in_navigation: bool,
    /// Whether the viewer may see subscription and invoices, and buy, adjust, cancel, activate and edit billing data
    /// (ACC 1).
    pub subscription: bool,
    /// Whether the viewer may use User Management (ACC 3, ACC 4).
    pub users: bool,
    /// Whether the viewer sees the ribbon with "Why am I seeing this?" and "Buy Now" (ACC 1, TRI 2).
    pub ribbon: bool,
    /// Whether a blocked viewer sees "Ask for access". Collection administrators see links to their pages instead
    /// (ACC 7).
    pub may_ask: bool,
}

/// Computes the viewer's access (ACC 8).
pub fn resolve(facts: AccessInput) -> Access {
    let admin = facts.collection_administrator;
    // ACC 7: nobody has access before or after a trial or a subscription.
    let inside = facts.status.is_usable() && facts.role.uses_license() && facts.within_limit;
    let product = match (inside, facts.deployment) {
        (true, _) => ProductAccess::Open(facts.role),
        (false, Deployment::Server) => ProductAccess::Locked,
        (false, Deployment::Services) => ProductAccess::Neutral,
    };
    let product_administrator = inside && facts.role == Role::Administrator;
    Access {
        product,
        time_in_navigation: inside || facts.deployment == Deployment::Server,
        subscription: admin,
        users: admin || (product_administrator && facts.administrators_manage_users),
        ribbon: admin && facts.status.shows_trial_banner(),
        // A viewer with a role but outside the usage limit cannot ask for access. The activation is what is missing
        // (ACT 7).
        may_ask: !inside && !admin && (facts.within_limit || !facts.role.uses_license()),
    }
}

impl Access {
    /// Checks whether the viewer may give commands of this kind. The status and the plans are checked later (ACC 8).
    ///
    /// # Errors
    /// If ACC 1 or ACC 4 refuses it.
    pub fn permits(self, kind: CommandKind) -> Result<(), Refusal> {
        match kind.required_permission() {
            RequiredPermission::Users if !self.users => Err(Refusal::MayNotManageUsers),
            RequiredPermission::Subscription if !self.subscription => Err(Refusal::NotCollectionAdministrator),
            _ => Ok(()),
        }
    }
}
