//! The lines of a journal: the opening, then one record a booking.

use crate::account::access::Actor;
use crate::command::Command;
use crate::directory::person::{Person, PersonId};
use crate::event::Event;
use crate::json::line::{keys_in_order, to_json_line};
use crate::value::date::Date;
use crate::value::digest::{Digest, sha256};
use crate::value::ids::CommandId;
use crate::value::instant::Instant;
use crate::value::plan::Deployment;
use crate::value::rules_version::RulesVersion;
use crate::value::subscription_id::SubscriptionId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Line 0: what the account starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Always 0.
    pub position: u32,
    /// The number of the rules that it was written by.
    pub rules: RulesVersion,
    /// Always `null`.
    pub previous_sha256: Option<Digest>,
    /// When it was written, ISO 8601 in UTC.
    pub instant: Instant,
    /// Where the account lives.
    pub deployment: Deployment,
    /// The subscription ID, for life (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The catalogue as it was.
    pub catalogue: Value,
    /// Its hash: of its JSON without blanks, keys in order.
    pub catalogue_sha256: Digest,
    /// The directory as it was.
    pub people: Vec<Person>,
}

/// A booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Consecutive, from 1.
    pub position: u32,
    /// The number of the rules that it was decided by.
    pub rules: RulesVersion,
    /// The hash of the line before.
    pub previous_sha256: Digest,
    /// The command's own id: a retry with the same id books nothing twice.
    pub command_id: CommandId,
    /// When it was booked, ISO 8601 in UTC.
    pub instant: Instant,
    /// The day it was decided for (SUB 7).
    pub today: Date,
    /// Who gave it, by name.
    pub actor: String,
    /// Who gave it, as the rules see them.
    pub viewer: Actor,
    /// What was asked for.
    #[serde(serialize_with = "keys_in_order")]
    pub command: Command,
    /// What it came to: everything that was due first, each on its own day, then the command's own.
    pub events: Vec<Event>,
    /// The directory, where the booking would have come out differently with the one recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<Person>>,
    /// Instead of the whole directory, rows that are new or another than recorded last, as far as the booking depends on
    /// them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_changed: Option<Vec<Person>>,
    /// With them, the ids of rows recorded last that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_left: Option<Vec<PersonId>>,
    /// The catalogue, where it is another one than the one recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<Value>,
}

/// The opening of a new account.
pub fn opening(
    instant: Instant,
    deployment: Deployment,
    subscription_id: SubscriptionId,
    catalogue: Value,
    people: Vec<Person>,
) -> Opening {
    let catalogue_sha256 = sha256(&to_json_line(&catalogue));
    Opening {
        position: 0,
        rules: RulesVersion::CURRENT,
        previous_sha256: None,
        instant,
        deployment,
        subscription_id,
        catalogue,
        catalogue_sha256,
        people,
    }
}

impl Record {
    /// Whether its command was confirmed in an answer to a second question (LIC 3).
    pub fn is_recent_confirmed(&self) -> bool {
        match self.command {
            Command::SetRole { recent_confirmed, .. }
            | Command::SetRoles { recent_confirmed, .. }
            | Command::Reassign { recent_confirmed, .. } => recent_confirmed == Some(true),
            _ => false,
        }
    }

    /// Whether it says anything of the directory.
    pub fn brings_people(&self) -> bool {
        self.people.is_some() || self.people_changed.is_some() || self.people_left.is_some()
    }
}
