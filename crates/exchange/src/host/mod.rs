//! Where the program runs: who looks, at which account, on what day.

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

/// What the host knows and the program does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// Services or Server.
    pub deployment: Deployment,
    /// Who looks, as the rules see them.
    pub viewer: Actor,
    /// Why it could not be asked whether who looks is a collection administrator (ACC 9); none where it was answered.
    pub unanswered: Option<String>,
    /// Who looks, by name; stands in the journal.
    pub actor: String,
    /// The day, in UTC (SUB 7).
    pub today: Date,
    /// The organization or collection, by name.
    pub organization: String,
    /// The key of its journal.
    pub account: String,
    /// The collection administrators, where the directory tells (ACC 2).
    pub administrators: Vec<PersonId>,
    /// The demo that is shown, in the standalone host.
    pub demo: Option<Demo>,
}
