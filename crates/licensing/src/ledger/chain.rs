//! The hash chain of a journal: checks whether a line continues it. It uses only what every version of this program
//! writes in the same way (docs/formats.md). All versions therefore agree, whatever else a newer one adds to a line.

use crate::value::date::Date;
use crate::value::digest::{Digest, sha256};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// Why a text does not continue a chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// It is not a line of a journal.
    #[error(transparent)]
    NoLine(#[from] LineError),
    /// It has the wrong position.
    #[error("it has position {found}, but the next position is {expected}")]
    Position {
        /// The position in the line.
        found: u32,
        /// The next position of the chain.
        expected: u32,
    },
    /// It does not refer to the last line.
    #[error("it doesn't follow the last line")]
    Link,
    /// Its command has already been booked.
    #[error("its command was already saved")]
    Booked,
}

/// Why a text is not a line of a journal, for support.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not an object.
    #[error("it isn't a JSON object")]
    NoObject,
    /// It is not the JSON of a line.
    #[error("{0}")]
    Json(String),
    /// It does not have the form of line 0.
    #[error("it isn't a first line")]
    NotFirst,
    /// The hash of its catalog is wrong.
    #[error("its catalog doesn't match the hash")]
    CatalogueHash,
    /// A command or an event has no kind.
    #[error("a command or an event has no kind")]
    NoKind,
    /// It does not follow the previous line.
    #[error("it comes after another line")]
    NotNext,
}

impl From<serde_json::Error> for LineError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error.to_string())
    }
}

/// A line that continues a chain, reduced to what the next line depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The SHA-256 of the line.
    pub sha256: Digest,
    /// The ID of its command. `None` for the opening.
    pub command_id: Option<Arc<str>>,
    /// The day of its decision. `None` for the opening.
    pub today: Option<Date>,
}

/// The end of a chain, to which the next line is appended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// The position of the next line.
    pub position: u32,
    /// The SHA-256 of the last line. `None` for an empty chain.
    pub sha256: Option<Digest>,
}

impl Tip {
    /// The end after one more line.
    pub fn after(&self, link: &Link) -> Self {
        Self {
            position: self.position.saturating_add(1),
            sha256: Some(link.sha256.clone()),
        }
    }

    /// Parses the next line of the chain. The caller, who knows the earlier lines, checks whether its command has
    /// already been booked.
    ///
    /// # Errors
    /// If the line does not continue the chain.
    pub fn follow(&self, line: &str) -> Result<Link, ChainError> {
        // serde would accept a list as an object, field by field.
        if !line.starts_with('{') {
            return Err(LineError::NoObject.into());
        }
        let link = match &self.sha256 {
            None => opening(line),
            Some(last) => booking(line).and_then(|form| {
                if form.previous_sha256 == *last && form.position == self.position {
                    Ok((Some(form.command_id.into()), Some(form.today.0)))
                } else {
                    Err(LineError::NotNext)
                }
            }),
        };
        match link {
            Ok((command_id, today)) => Ok(Link {
                sha256: sha256(line),
                command_id,
                today,
            }),
            Err(problem) => Err(self.breaks(line, problem)),
        }
    }

    /// The most precise error for a line.
    fn breaks(&self, line: &str, problem: LineError) -> ChainError {
        match serde_json::from_str::<Place>(line) {
            Ok(place) if place.position != self.position => ChainError::Position {
                found: place.position,
                expected: self.position,
            },
            Ok(place) if place.previous_sha256 != self.sha256 => ChainError::Link,
            _ => ChainError::NoLine(problem),
        }
    }
}

/// What the next line depends on: the ID of the command and its day.
type Told = (Option<Arc<str>>, Option<Date>);

fn opening(line: &str) -> Result<Told, LineError> {
    let form: OpeningForm = serde_json::from_str(line)?;
    if form.position != 0 || form.previous_sha256.is_some() {
        return Err(LineError::NotFirst);
    }
    if !form.catalogue.is_object() || form.catalogue_sha256 != sha256(&form.catalogue.to_string()) {
        return Err(LineError::CatalogueHash);
    }
    Ok((None, None))
}

fn booking(line: &str) -> Result<BookingForm, LineError> {
    let form: BookingForm = serde_json::from_str(line)?;
    if form.command.kind.is_none() || form.events.iter().any(|event| event.kind.is_none()) {
        return Err(LineError::NoKind);
    }
    Ok(form)
}

/// The position in a line.
#[derive(Deserialize)]
struct Place {
    position: u32,
    previous_sha256: Option<Digest>,
}

/// The fields of an opening in every version.
#[derive(Deserialize)]
struct OpeningForm {
    position: u32,
    previous_sha256: Option<Digest>,
    #[serde(rename = "instant")]
    _instant: String,
    #[serde(rename = "deployment")]
    _deployment: String,
    #[serde(rename = "subscription_id")]
    _subscription_id: String,
    catalogue: Value,
    catalogue_sha256: Digest,
    #[serde(rename = "people")]
    _people: Vec<Object>,
}

/// The fields of a booking in every version.
#[derive(Deserialize)]
struct BookingForm {
    position: u32,
    previous_sha256: Digest,
    command_id: String,
    #[serde(rename = "instant")]
    _instant: String,
    today: Day,
    #[serde(rename = "actor")]
    _actor: String,
    #[serde(rename = "viewer")]
    _viewer: Object,
    command: Object,
    events: Vec<Object>,
}

/// A calendar date.
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let date = Date::parse(&text).ok_or_else(|| serde::de::Error::custom("today isn't a date"))?;
        Ok(Self(date))
    }
}

/// Any object, and its `kind` if there is one.
struct Object {
    kind: Option<String>,
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Object, A::Error> {
        let mut kind = None;
        while let Some(name) = fields.next_key::<String>()? {
            if name == "kind" {
                kind = Some(fields.next_value()?);
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Object { kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn first() -> Value {
        json!({"position": 0, "previous_sha256": null, "instant": "", "deployment": "services",
            "subscription_id": "", "catalogue": {}, "catalogue_sha256": sha256("{}"), "people": []})
    }

    fn second(tip: &Tip) -> Value {
        json!({"position": 1, "previous_sha256": tip.sha256, "command_id": "c", "instant": "", "today": "2026-11-24",
            "actor": "", "viewer": {}, "command": {"kind": "a"}, "events": [{"kind": "b"}]})
    }

    #[test]
    fn a_line_continues_by_what_every_version_writes() {
        let tip = Tip::default();
        let opened = tip.follow(&first().to_string()).unwrap();
        let tip = tip.after(&opened);
        let booked = tip.follow(&second(&tip).to_string()).unwrap();
        assert_eq!(booked.command_id.as_deref(), Some("c"));
        assert_eq!(booked.today, Date::parse("2026-11-24"));
        // The chain ignores everything else that a newer program writes.
        let mut newer = second(&tip);
        newer["new"] = json!([1]);
        newer["events"] = json!([{"kind": "unheard of", "more": {}}]);
        assert!(tip.follow(&newer.to_string()).is_ok());
    }

    #[test]
    fn what_does_not_continue_is_told_exactly() {
        let start = Tip::default();
        let tip = start.after(&start.follow(&first().to_string()).unwrap());
        let changed = |name: &str, value: Value| {
            let mut line = second(&tip);
            line[name] = value;
            tip.follow(&line.to_string()).unwrap_err()
        };
        let expected = 1;
        assert_eq!(
            changed("position", json!(3)),
            ChainError::Position { found: 3, expected }
        );
        assert_eq!(changed("previous_sha256", json!("00")), ChainError::Link);
        for (name, value) in [
            ("today", json!("2026-02-30")),
            ("viewer", json!([])),
            ("command", json!({})),
            ("events", json!([["b"]])),
            ("actor", json!(null)),
            ("position", json!("1")),
        ] {
            assert!(matches!(changed(name, value), ChainError::NoLine(_)), "{name}");
        }
        let list = "[1,\"a\",\"c\",\"\",\"2026-11-24\",\"\",{},{\"kind\":\"a\"},[]]";
        for line in ["", "junk", "[]", list] {
            assert!(matches!(tip.follow(line), Err(ChainError::NoLine(_))), "{line}");
        }
        let mut other = first();
        other["catalogue_sha256"] = json!("00");
        assert!(matches!(start.follow(&other.to_string()), Err(ChainError::NoLine(_))));
    }
}
