//! The people a command applies to: a list of IDs, or everybody with the same assignment (ROL 5).

use crate::directory::person::PersonId;
use crate::json::read::or_default;
use crate::value::role::Assigned;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// People, by ID or by assignment. In files, a list of IDs or an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PeopleSelector {
    /// Exactly these people.
    These(Vec<PersonId>),
    /// Everybody who matches the selection on the day. The command stays short, however many people match.
    Selected(Selection),
}

/// Everybody with exactly one assignment, except some people (ROL 5). The selection is evaluated once. It does not
/// include people who get the assignment later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Selection {
    /// The current assignment. None matches all unlicensed people, with or without an entry.
    pub on: Assigned,
    /// The people to leave out, by the IDs of their rows.
    #[serde(default, deserialize_with = "or_default")]
    pub except: Vec<PersonId>,
}

impl PeopleSelector {
    /// The IDs in the selector, included or left out.
    pub fn named(&self) -> &[PersonId] {
        match self {
            Self::These(ids) => ids,
            Self::Selected(selection) => &selection.except,
        }
    }
}

impl From<Vec<PersonId>> for PeopleSelector {
    fn from(ids: Vec<PersonId>) -> Self {
        Self::These(ids)
    }
}

impl From<Selection> for PeopleSelector {
    fn from(selection: Selection) -> Self {
        Self::Selected(selection)
    }
}

impl<'de> Deserialize<'de> for PeopleSelector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListOrSelection)
    }
}

struct ListOrSelection;

impl<'de> Visitor<'de> for ListOrSelection {
    type Value = PeopleSelector;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of ids or a selection")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<PeopleSelector, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(PeopleSelector::These)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PeopleSelector, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(PeopleSelector::Selected)
    }
}

/// Reads a list of IDs. A newer version may accept a selection here.
///
/// # Errors
/// If the value is not a list of IDs.
pub fn listed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PersonId>, D::Error> {
    match PeopleSelector::deserialize(deserializer)? {
        PeopleSelector::These(ids) => Ok(ids),
        PeopleSelector::Selected(_) => Err(D::Error::unknown_variant("a selection", &["a list of IDs"])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rol_5_people_are_a_list_or_a_selection_and_are_written_as_they_were_read() {
        for text in [
            r#"["a","b"]"#,
            "[]",
            r#"{"on":"default","except":[]}"#,
            r#"{"on":"none","except":["a"]}"#,
        ] {
            let who: PeopleSelector = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&who).unwrap(), text);
        }
        let short: PeopleSelector = serde_json::from_str(r#"{"on":"team"}"#).unwrap();
        assert!(short.named().is_empty());
        for (text, problem) in [
            (r#"{"except":[]}"#, "missing field `on`"),
            (r#"{"on":"boss"}"#, "unknown variant `boss`"),
            (r#"{"on":"team","but":[]}"#, "unknown field `but`"),
            (r#""everybody""#, "expected a list of ids or a selection"),
        ] {
            let told = serde_json::from_str::<PeopleSelector>(text).unwrap_err().to_string();
            assert!(told.contains(problem), "{told}");
        }
    }
}
