//! Whom a command is about: people by their ids, or everybody who is assigned one thing (ROL 5).

use super::field::missing;
use super::named_user::PersonId;
use super::role::Assigned;
use super::source::{Names, Outcome, Read, Source, deserialize};
use serde::Serialize;

/// People, by name or by what they are assigned. A list of ids in files, or an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Who {
    /// Exactly these.
    These(Vec<PersonId>),
    /// Everybody whom the selection picks on the day: one short line, however many they are.
    Selected(Selection),
}

/// Everybody who is assigned exactly one thing, without some (ROL 5). A way of picking people and nothing that lasts:
/// who is assigned it later is not meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Selection {
    /// What they are assigned now; None picks the unlicensed as well, named or not.
    pub on: Assigned,
    /// Who is left out, by the ids of their rows.
    pub except: Vec<PersonId>,
}

impl Who {
    /// Whom it names, left out or meant.
    pub fn named(&self) -> &[PersonId] {
        match self {
            Self::These(ids) => ids,
            Self::Selected(selection) => &selection.except,
        }
    }
}

impl From<Vec<PersonId>> for Who {
    fn from(ids: Vec<PersonId>) -> Self {
        Self::These(ids)
    }
}

impl From<Selection> for Who {
    fn from(selection: Selection) -> Self {
        Self::Selected(selection)
    }
}

/// Where only ids will do.
impl TryFrom<Who> for Vec<PersonId> {
    type Error = &'static str;

    fn try_from(who: Who) -> Result<Self, Self::Error> {
        match who {
            Who::These(ids) => Ok(ids),
            Who::Selected(_) => Err("people are listed by id here"),
        }
    }
}

impl Read for Who {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        let names = Names::new(&["on", "except"]);
        let mut ids: Vec<PersonId> = Vec::new();
        let mut on: Option<Assigned> = None;
        let mut except: Option<Vec<PersonId>> = None;
        if !source.list_or_object(&mut ids, &names, &mut [&mut on, &mut except])? {
            return Ok(Self::These(ids));
        }
        let on = on.ok_or_else(|| missing(source, "on"))?;
        let except = except.unwrap_or_default();
        Ok(Self::Selected(Selection { on, except }))
    }
}

deserialize!(Who);

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
            let who: Who = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&who).unwrap(), text);
        }
        let short: Who = serde_json::from_str(r#"{"on":"team"}"#).unwrap();
        assert!(short.named().is_empty());
        for (text, problem) in [
            (r#"{"except":[]}"#, "missing field `on`"),
            (r#"{"on":"boss"}"#, "`boss` is no role"),
            (r#"{"on":"team","but":[]}"#, "unknown field `but`"),
            (r#""everybody""#, "expected a list of ids or a selection"),
        ] {
            let told = serde_json::from_str::<Who>(text).unwrap_err().to_string();
            assert!(told.contains(problem), "{told}");
        }
    }
}
