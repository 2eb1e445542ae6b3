//! A row of the directory: a person's ID, addresses and account state (LIC 1, LIC 2).

use crate::directory::account_name::{account_key, own_address};
use crate::json::read::or_default;
use crate::text::words::all;
use crate::value::date::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The directory's ID of a person. It is never empty and cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// Creates an ID. `None` for an empty text.
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(text.into()))
    }

    /// The ID as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for PersonId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PersonId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| D::Error::custom("an ID can't be empty"))
    }
}

/// The state of an account in the directory. It is only displayed: a license stays until it is freed (LIC 9).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum AccountState {
    /// The account can be used.
    #[default]
    Active,
    /// An administrator has disabled the account.
    Disabled,
    /// The account was deleted in its source.
    Deleted,
    /// The account has expired.
    Expired,
}

impl AccountState {
    /// Every state, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl AccountState {
    /// Whether the account can be used, as most can.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_active(&self) -> bool {
        *self == Self::Active
    }
}

/// A row of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Person {
    /// The ID in the directory.
    pub id: PersonId,
    /// The display name.
    #[serde(default)]
    pub name: String,
    /// The email address. `null` or empty if there is none.
    pub email: Option<String>,
    /// The last use of Azure DevOps. `null` for never seen.
    pub last_access: Option<Date>,
    /// The name for signing in. Omitted if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The state of the account. Omitted if it is active.
    #[serde(skip_serializing_if = "AccountState::is_active")]
    #[serde(default, deserialize_with = "or_default")]
    pub state: AccountState,
}

impl Person {
    /// A person with only an ID and a name.
    pub fn named(id: PersonId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            email: None,
            last_access: None,
            account: None,
            state: AccountState::Active,
        }
    }

    /// The name to display: the name, otherwise the email or account, otherwise the ID.
    pub fn shown_name(&self) -> &str {
        let texts = [Some(self.name.as_str()), self.email.as_deref(), self.account.as_deref()];
        let text = texts.into_iter().flatten().find(|text| !text.trim().is_empty());
        text.unwrap_or(self.id.as_str())
    }

    /// The email, otherwise the account. Empty if there is neither.
    pub fn address(&self) -> &str {
        let texts = [self.email.as_deref(), self.account.as_deref()];
        let text = texts.into_iter().flatten().find(|text| !text.trim().is_empty());
        text.unwrap_or_default()
    }

    /// The normalized email and account, and a guest's own address, without repetition. Rows that share one of them are
    /// the same person (LIC 2).
    pub fn addresses(&self) -> Vec<String> {
        let mut addresses = Vec::with_capacity(1);
        for text in [&self.email, &self.account].into_iter().flatten() {
            let key = account_key(text);
            let own = key.as_deref().and_then(own_address);
            for address in key.into_iter().chain(own) {
                if !addresses.contains(&address) {
                    addresses.push(address);
                }
            }
        }
        addresses
    }
}
