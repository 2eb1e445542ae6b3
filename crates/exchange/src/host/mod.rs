//! Where the program runs: the viewer, the account, and the day.

pub mod demo;
pub mod devops;
pub mod hash;
pub mod rival;
pub mod seed;
pub mod standalone;

pub use demo::{Demo, Org, Save, ViewerKind};
pub use hash::Params;
use licensing::account::access::Actor;
use licensing::{Date, Deployment, PersonId};

/// What only the host knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// Services or Server.
    pub deployment: Deployment,
    /// The viewer, for the rules.
    pub viewer: Actor,
    /// Why it is unknown whether the viewer is a collection administrator (ACC 9). `None` if it is known.
    pub unanswered: Option<String>,
    /// The name of the viewer, for the journal.
    pub actor: String,
    /// The day, in UTC (SUB 7).
    pub today: Date,
    /// The name of the organization or collection.
    pub organization: String,
    /// The key of the organization's or collection's journal.
    pub account: String,
    /// The collection administrators, if the directory lists them (ACC 2).
    pub administrators: Vec<PersonId>,
    /// The choices of the demo, in the standalone host.
    pub demo: Option<Demo>,
}
