//! The lines of a journal: the opening, then one record for each booking.

use crate::account::access::Actor;
use crate::command::Command;
use crate::directory::person::{Person, PersonId};
use crate::event::Event;
use crate::json::line::keys_in_order;
use crate::value::date::Date;
use crate::value::digest::{Digest, sha256};
use crate::value::ids::CommandId;
use crate::value::instant::Instant;
use crate::value::plan::Deployment;
use crate::value::rules_version::RulesVersion;
use crate::value::subscription_id::SubscriptionId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Line 0: the initial state of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Always 0.
    pub position: u32,
    /// The version of the rules when it was written.
    pub rules: RulesVersion,
    /// Always `null`.
    pub previous_sha256: Option<Digest>,
    /// The time of writing, ISO 8601 in UTC.
    pub instant: Instant,
    /// The deployment of the account.
    pub deployment: Deployment,
    /// The subscription ID. It never changes (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The catalog at that time.
    pub catalogue: Value,
    /// The hash of the catalog's JSON without whitespace and with sorted keys.
    pub catalogue_sha256: Digest,
    /// The directory at that time.
    pub people: Vec<Person>,
}

/// A booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Consecutive, from 1.
    pub position: u32,
    /// The version of the rules that decided it.
    pub rules: RulesVersion,
    /// The hash of the previous line.
    pub previous_sha256: Digest,
    /// The ID of the command. A retry with the same ID books nothing twice.
    pub command_id: CommandId,
    /// The time of the booking, ISO 8601 in UTC.
    pub instant: Instant,
    /// The day of the decision (SUB 7).
    pub today: Date,
    /// The name of the person who gave the command.
    pub actor: String,
    /// The person who gave the command, as the rules see them.
    pub viewer: Actor,
    /// The command.
    #[serde(serialize_with = "keys_in_order")]
    pub command: Command,
    /// The events: first everything that was due, each with its own date, then the events of the command.
    pub events: Vec<Event>,
    /// The directory, if the directory recorded last would have given a different booking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<Person>>,
    /// Instead of the whole directory, the new or changed rows that the booking depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_changed: Option<Vec<Person>>,
    /// The IDs of removed rows that the booking depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_left: Option<Vec<PersonId>>,
    /// The catalog, if it differs from the one recorded last.
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
    let catalogue_sha256 = sha256(&catalogue.to_string());
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
    /// Whether the command was confirmed in a second question (LIC 3).
    pub fn is_recent_confirmed(&self) -> bool {
        match self.command {
            Command::SetRole { recent_confirmed, .. }
            | Command::SetRoles { recent_confirmed, .. }
            | Command::Reassign { recent_confirmed, .. } => recent_confirmed == Some(true),
            _ => false,
        }
    }

    /// Whether the record contains directory rows.
    pub fn brings_people(&self) -> bool {
        self.people.is_some() || self.people_changed.is_some() || self.people_left.is_some()
    }
}
