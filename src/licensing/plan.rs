//! Plans and the limits a catalogue sets for them (PLN).

use serde::{Deserialize, Serialize};

/// Where the product runs; each is one instance, keyed by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deployment {
    /// The cloud: one organisation.
    Services,
    /// On-premises: one project collection.
    Server,
}

impl Deployment {
    /// Every deployment.
    pub const ALL: [Self; 2] = [Self::Services, Self::Server];

    /// Its key in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Server => "server",
        }
    }
}

/// The six plans (PLN); their names and figures live in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", try_from = "String")]
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
    /// Every plan, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Ultimate,
        Self::Team,
        Self::Start,
        Self::Free,
        Self::LegacyServices,
        Self::LegacyServer,
    ];

    /// Its key in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ultimate => "ultimate",
            Self::Team => "team",
            Self::Start => "start",
            Self::Free => "free",
            Self::LegacyServices => "legacy_services",
            Self::LegacyServer => "legacy_server",
        }
    }

    /// Whether it is one of the legacy plans, which come in by import only (PLN 5).
    pub fn is_legacy(self) -> bool {
        matches!(self, Self::LegacyServices | Self::LegacyServer)
    }
}

/// Read through a text, so that a message can name the place of a plan that is a key of a map.
impl TryFrom<String> for PlanKey {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|plan| plan.key() == text);
        found.ok_or_else(|| {
            format!("`{text}` is no plan: use ultimate, team, start, free, legacy_services or legacy_server")
        })
    }
}

/// On how many instances a licence is good (LIC 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instances {
    /// Where it is installed.
    One,
    /// Every instance of the enterprise.
    Unlimited,
}

/// How many licences a plan may have, both ends included; `max: None` = no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The fewest licences.
    pub min: u32,
    /// The most licences; `null` for no limit.
    pub max: Option<u32>,
}

impl Limits {
    /// Whether `licences` lies inside (PLN 1).
    pub fn contains(self, licences: u32) -> bool {
        licences >= self.min && self.max.is_none_or(|max| licences <= max)
    }
}

/// What the catalogue says of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its name for people.
    pub name: String,
    /// How many licences it may have.
    pub licences: Limits,
    /// Where it can be used.
    pub deployments: Vec<Deployment>,
    /// On how many instances.
    pub instances: Instances,
    /// Whether it can be bought (PLN 5: legacy plans cannot).
    pub sold: bool,
    /// One remark for the plan card ("1,000 worklogs visible per user").
    #[serde(default)]
    pub remark: Option<String>,
}
