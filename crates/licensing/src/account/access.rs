//! Who sees and may do what: one pure function of viewer, account, deployment and day (ACC 8). Navigation, pages,
//! buttons and commands all ask it.

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
    /// They are.
    Yes,
    /// They are not.
    No,
    /// It cannot be established; treated as no (ACC 9).
    Unknown,
}

impl Membership {
    /// Every membership, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Who looks or commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Their id in the directory, where known.
    pub id: Option<PersonId>,
    /// Whether they are a project collection administrator.
    pub collection_administrator: Membership,
    /// A role they are taken to be licensed with, whatever the account says: scenarios and demos. `None` asks the
    /// account.
    pub role: Option<Role>,
}

impl Actor {
    /// A collection administrator whose id is not known.
    pub fn collection_administrator() -> Self {
        Self {
            id: None,
            collection_administrator: Membership::Yes,
            role: None,
        }
    }

    /// Whether it is established that they are a collection administrator (ACC 9).
    pub fn is_collection_administrator(&self) -> bool {
        self.collection_administrator == Membership::Yes
    }
}

/// Everything that access depends on (ACC 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessInput {
    /// Whether the viewer is established to be a collection administrator (ACC 9).
    pub collection_administrator: bool,
    /// The viewer's role; None for the unlicensed.
    pub role: Role,
    /// The state of the account on the day.
    pub status: Status,
    /// Whether the viewer is among as many as the certificate lets in (ACT 7).
    pub let_in: bool,
    /// Where it runs.
    pub deployment: Deployment,
    /// The setting "Administrators may manage users" (ACC 4).
    pub administrators_manage_users: bool,
}

/// What the viewer gets to see for the product's own page (ACC 5–7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductAccess {
    /// The product, with this role.
    Open(Role),
    /// "This door is locked": Server.
    Locked,
    /// One neutral sentence and nothing of the product: Services.
    Neutral,
}

/// What the viewer may see and do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// The product's own page.
    pub product: ProductAccess,
    /// Whether "Time" stands in the navigation (ACC 5, ACC 6).
    pub time_in_navigation: bool,
    /// Subscription and invoices, and buying, adjusting, canceling, activating, billing data (ACC 1).
    pub subscription: bool,
    /// User Management (ACC 3, ACC 4).
    pub users: bool,
    /// The ribbon with "Why am I seeing this?" and "Buy Now" (ACC 1, TRI 2).
    pub ribbon: bool,
    /// Whether a blocked viewer is offered "Ask for access"; collection administrators get the way to their pages
    /// instead (ACC 7).
    pub may_ask: bool,
}

/// The resolver (ACC 8).
pub fn resolve(facts: AccessInput) -> Access {
    let admin = facts.collection_administrator;
    // ACC 7: nobody gets in before a trial, after it, or after the subscription.
    let inside = facts.status.is_usable() && facts.role.uses_license() && facts.let_in;
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
        ribbon: admin && facts.status.has_ribbon(),
        // Who has a role and is not let in has nothing to ask for: it is the activation that lacks (ACT 7).
        may_ask: !inside && !admin && (facts.let_in || !facts.role.uses_license()),
    }
}

impl Access {
    /// Whether a command of this kind may be given at all; what the state and the plans say comes after (ACC 8).
    ///
    /// # Errors
    /// The refusal of ACC 1 or ACC 4.
    pub fn permits(self, kind: CommandKind) -> Result<(), Refusal> {
        match kind.required_permission() {
            RequiredPermission::Users if !self.users => Err(Refusal::MayNotManageUsers),
            RequiredPermission::Subscription if !self.subscription => Err(Refusal::NotCollectionAdministrator),
            _ => Ok(()),
        }
    }
}
