//! Instances, and the instances that a certificate covers (ACT 6).

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// The longest ID. IDs of Azure DevOps have 36 characters.
const LONGEST: usize = 100;

/// The ID of one instance: an organization, or a collection on a Server. It is not the name, which can change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceId(String);

impl InstanceId {
    /// An ID of 1 to 100 characters without whitespace. `None` for anything else.
    pub fn new(text: &str) -> Option<Self> {
        let plain = |it: char| it.is_ascii_graphic();
        ((1..=LONGEST).contains(&text.len()) && text.chars().all(plain)).then(|| Self(text.to_owned()))
    }

    /// The ID as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InstanceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for InstanceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for InstanceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| D::Error::custom(format!("`{text}` isn't an instance ID")))
    }
}

/// The word for every instance.
const ANY: &str = "any";

/// The instances that a certificate covers: `"any"`, or a list of names (ACT 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstanceScope {
    /// Every instance of the enterprise: plans with unlimited instances (LIC 4).
    Any,
    /// Only the listed instances. Never empty.
    Only(Vec<InstanceId>),
}

impl InstanceScope {
    /// Whether it covers the instance.
    pub fn covers(&self, instance: &InstanceId) -> bool {
        match self {
            Self::Any => true,
            Self::Only(named) => named.contains(instance),
        }
    }

    /// The instance that a refusal names (ACT 6). `None` if the scope covers every instance.
    pub fn first(&self) -> Option<&InstanceId> {
        match self {
            Self::Any => None,
            Self::Only(named) => named.first(),
        }
    }
}

impl Serialize for InstanceScope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any => serializer.serialize_str(ANY),
            Self::Only(named) => serializer.collect_seq(named),
        }
    }
}

impl<'de> Deserialize<'de> for InstanceScope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let named = match Value::deserialize(deserializer)? {
            Value::String(word) if word == ANY => return Ok(Self::Any),
            Value::String(word) => return Err(D::Error::unknown_variant(&word, &[ANY, "a list of IDs"])),
            Value::Array(ids) => ids.iter().map(|it| it.as_str().and_then(InstanceId::new)).collect(),
            _ => None,
        };
        let named = named.filter(|named: &Vec<InstanceId>| !named.is_empty());
        named
            .map(Self::Only)
            .ok_or_else(|| D::Error::custom("instances must be \"any\" or a list of IDs"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_6_instances_are_any_or_a_list_that_is_not_empty() {
        for text in [r#""any""#, r#"["a"]"#, r#"["4f1c","b"]"#] {
            let reach: InstanceScope = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&reach).unwrap(), text);
        }
        for text in ["[]", r#""all""#, "[1]", r#"[""]"#, "null", "{}", r#"["a b"]"#] {
            assert!(serde_json::from_str::<InstanceScope>(text).is_err(), "{text}");
        }
    }
}
