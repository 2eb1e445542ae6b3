//! Finds a key that stands twice in one object of a JSON text. Readers of JSON take the last one in silence, and in a
//! catalog that changes what is charged.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// A key that stands twice in one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateKey {
    /// Where the object stands: `price_lists[0].prices.team`; empty for the whole text.
    pub place: String,
    /// The key.
    pub key: String,
}

impl DuplicateKey {
    /// What is wrong and what to do, without the place.
    pub fn problem(&self) -> String {
        format!("`{}` stands twice: keep one of them", self.key)
    }
}

impl fmt::Display for DuplicateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.problem();
        if self.place.is_empty() {
            f.write_str(&problem)
        } else {
            write!(f, "{}: {problem}", self.place)
        }
    }
}

impl std::error::Error for DuplicateKey {}

/// Looks through a JSON text at every depth, in one pass and without recursion: a text may be nested deeper than any stack.
/// A text that is no JSON passes: whoever reads it says what is wrong with it.
///
/// # Errors
/// The first key that stands twice.
pub fn check(text: &str) -> Result<(), DuplicateKey> {
    let mut open: Vec<Container<'_>> = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        match sign {
            '{' => open.push(Container::Object(Object::default())),
            '[' => open.push(Container::Array(0)),
            '}' | ']' => drop(open.pop()),
            ',' => match open.last_mut() {
                Some(Container::Object(object)) => object.in_value = false,
                Some(Container::Array(at)) => *at += 1,
                None => {}
            },
            '"' => {
                let Some((string, after)) = string(rest) else {
                    return Ok(());
                };
                note_key(&mut open, string)?;
                rest = after;
                continue;
            }
            _ => {}
        }
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    Ok(())
}

/// What has been opened and not closed yet.
enum Container<'a> {
    Object(Object<'a>),
    /// The place of the current item.
    Array(usize),
}

/// An object as far as it was read.
#[derive(Default)]
struct Object<'a> {
    seen: BTreeSet<Cow<'a, str>>,
    key: Cow<'a, str>,
    in_value: bool,
}

/// Takes a string as the next key of the innermost object, unless it is a value.
fn note_key<'a>(open: &mut [Container<'a>], string: &'a str) -> Result<(), DuplicateKey> {
    let (last, outer) = match open.split_last_mut() {
        Some((Container::Object(object), outer)) if !object.in_value => (object, outer),
        _ => return Ok(()),
    };
    let Some(key) = unescaped(string) else {
        return Ok(());
    };
    if !last.seen.insert(key.clone()) {
        return Err(DuplicateKey {
            place: place(outer),
            key: key.into_owned(),
        });
    }
    last.key = key;
    last.in_value = true;
    Ok(())
}

/// The text of a string in its quotes: escaped or not, it is the same key.
fn unescaped(string: &str) -> Option<Cow<'_, str>> {
    if string.contains('\\') {
        serde_json::from_str(string).map(Cow::Owned).ok()
    } else {
        Some(string.trim_matches('"').into())
    }
}

/// A place that is longer is cut.
const LONGEST_PLACE: usize = 400;

/// Where the innermost of these containers is: `price_lists[0].prices`.
fn place(open: &[Container<'_>]) -> String {
    let mut place = String::new();
    for container in open {
        if place.len() > LONGEST_PLACE {
            return place + "…";
        }
        match container {
            Container::Object(object) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place += &object.key;
            }
            Container::Array(at) => place += &format!("[{at}]"),
        }
    }
    place
}

/// The string that a text begins with, in its quotes, and what comes after it; none where it does not end.
fn string(text: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find_map(|(at, sign)| {
        let ends = sign == '"' && !is_escaped;
        is_escaped = sign == '\\' && !is_escaped;
        ends.then_some(at)
    })?;
    text.split_at_checked(end.checked_add(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_found_at_every_depth_with_its_place() {
        for (text, place, key) in [
            (r#"{"a": 1, "a": 1}"#, "", "a"),
            (r#"{"a": {"b": [{}, {"c": 1, "d": 2, "c": 3}]}}"#, "a.b[1]", "c"),
            (r#"[{"x": null, "\u0078": 1.5}]"#, "[0]", "x"),
            (r#"{"a": "},{\"", "b\\": ["a", "a"], "a": 1}"#, "", "a"),
        ] {
            let found = check(text).unwrap_err();
            assert_eq!((found.place.as_str(), found.key.as_str()), (place, key), "{text}");
        }
        for text in [
            r#"{"a": {"a": [1, true, "a", null, -1, 1e9]}, "b": {"a": 1}}"#,
            "[]",
            "",
            "{",
            "no JSON",
            "\"",
            r#"{"a\"#,
            r#"{"\x": 1, "\y": 2}"#,
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_nested_deeper_than_any_stack_is_looked_through() {
        let deep = |inner: &str| ["{\"a\":", &"[".repeat(1_000_000), inner, &"]".repeat(1_000_000), "}"].concat();
        assert_eq!(check(&deep("1")), Ok(()));
        let found = check(&deep(r#"{"b": 1, "b": 2}"#)).unwrap_err();
        assert_eq!((found.key.as_str(), found.place.starts_with("a[0][0]")), ("b", true));
    }
}
