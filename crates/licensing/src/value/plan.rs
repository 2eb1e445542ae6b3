//! Plans and the limits that a catalog sets for them (PLN).

use crate::text::words::all;
use crate::value::license_count::LicenseCount;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Where the product runs. Each deployment is one instance, keyed by its ID.
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

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// The six plans (PLN). Their names and figures are in the catalog.
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
    /// Existing customers only, not sold (PLN 5).
    LegacyServices,
    /// Existing customers only, not sold, unlimited instances (PLN 5).
    LegacyServer,
}

impl PlanKey {
    /// Every plan, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl PlanKey {
    /// Whether it is a legacy plan. Legacy plans can only be imported (PLN 5).
    pub fn is_legacy(self) -> bool {
        matches!(self, Self::LegacyServices | Self::LegacyServer)
    }
}

/// How many instances a license covers (LIC 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instances {
    /// The instance where it is installed.
    One,
    /// Every instance of the enterprise.
    Unlimited,
}

/// The range of licenses that a plan allows, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Limits {
    /// The minimum number of licenses.
    pub min: u32,
    /// The maximum number of licenses; `None` (`null` in files) means no limit.
    pub max: Option<u32>,
}

impl Limits {
    /// Whether `licenses` lies in the range (PLN 1).
    pub fn contains(self, licenses: LicenseCount) -> bool {
        licenses >= self.min && self.max.is_none_or(|max| licenses <= max)
    }
}

/// One plan as the catalog describes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Plan {
    /// The display name.
    pub name: String,
    /// The range of licenses.
    #[serde(rename = "licences")]
    pub licenses: Limits,
    /// The deployments where it can be used.
    pub deployments: Vec<Deployment>,
    /// How many instances a license covers.
    pub instances: Instances,
    /// Whether it can be bought. Legacy plans cannot (PLN 5).
    pub sold: bool,
    /// A remark for the plan card ("1,000 worklogs visible per user").
    pub remark: Option<String>,
}
