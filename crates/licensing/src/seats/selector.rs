//! Whom a command is about: people by their ids, or everybody who is assigned one thing (ROL 5).

use crate::directory::person::PersonId;
use crate::json::read::or_default;
use crate::value::role::Assigned;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// People, by name or by what they are assigned. A list of ids in files, or an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PeopleSelector {
    /// Exactly these.
    These(Vec<PersonId>),
    /// Everybody whom the selection picks on the day: one short line, however many they are.
    Selected(Selection),
}

/// Everybody who is assigned exactly one thing, without some (ROL 5). A way of picking people and nothing that lasts:
/// who is assigned it later is not meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Selection {
    /// What they are assigned now; None picks the unlicensed as well, named or not.
    pub on: Assigned,
    /// Who is left out, by the ids of their rows.
    #[serde(default, deserialize_with = "or_default")]
    pub except: Vec<PersonId>,
}

impl PeopleSelector {
    /// Whom it names, left out or meant.
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

/// Where only ids will do; whom a selection picks, a newer version may know.
///
/// # Errors
/// Where it is something else.
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
