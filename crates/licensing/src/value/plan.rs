//! Plans and the limits a catalogue sets for them (PLN).

use crate::text::words::all;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Where the product runs; each is one instance, keyed by its id.
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
pub enum Deployment {
    /// The cloud: one organization.
    Services,
    /// On-premises: one project collection.
    Server,
}

impl Deployment {
    /// Every deployment, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The six plans (PLN); their names and figures live in the catalogue.
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
pub enum PlanKey {
    /// Unlimited instances.
    Ultimate,
    /// One instance.
    Team,
    /// One instance, Services only.
    Start,
    /// Three people, Services only, no price, no term (PLN 4).
    Free,
    /// Kept, not sold (PLN 5).
    LegacyServices,
    /// Kept, not sold, unlimited instances (PLN 5).
    LegacyServer,
}

impl PlanKey {
    /// Every plan, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl PlanKey {
    /// Whether it is one of the legacy plans, which come in by import only (PLN 5).
    pub fn is_legacy(self) -> bool {
        matches!(self, Self::LegacyServices | Self::LegacyServer)
    }
}

/// On how many instances a license is good (LIC 4).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Instances {
    /// Where it is installed.
    One,
    /// Every instance of the enterprise.
    Unlimited,
}

impl Instances {
    /// Every number of instances, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How many licenses a plan may have, both ends included; `max: None` = no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Limits {
    /// The fewest licenses.
    pub min: u32,
    /// The most licenses; `null` for no limit.
    pub max: Option<u32>,
}

impl Limits {
    /// Whether `licences` lies inside (PLN 1).
    pub fn contains(self, licenses: u32) -> bool {
        licenses >= self.min && self.max.is_none_or(|max| licenses <= max)
    }
}

/// What the catalogue says of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Plan {
    /// Its name for people.
    pub name: String,
    /// How many licenses it may have.
    #[serde(rename = "licences")]
    pub licenses: Limits,
    /// Where it can be used.
    pub deployments: Vec<Deployment>,
    /// On how many instances.
    pub instances: Instances,
    /// Whether it can be bought (PLN 5: legacy plans cannot).
    pub sold: bool,
    /// One remark for the plan card ("1,000 worklogs visible per user").
    pub remark: Option<String>,
}
