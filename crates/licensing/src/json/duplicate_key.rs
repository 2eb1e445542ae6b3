//! Finds a duplicate key in an object of a JSON text. JSON parsers silently use the last one, which in a catalog
//! changes the prices.

use crate::json::read::prefix;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A duplicate key in an object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}", prefix(place), self.problem())]
pub struct DuplicateKey {
    /// The path of the object: `price_lists[0].prices.team`. Empty for the whole text.
    pub place: String,
    /// The key.
    pub key: String,
}

impl DuplicateKey {
    /// The problem and what to do, without the path.
    pub fn problem(&self) -> String {
        format!("`{}` appears twice: keep only one", self.key)
    }
}

/// Checks a JSON text at every depth, in one pass and without recursion, because nesting may exceed the stack. A text
/// that is not JSON passes: the parser reports it.
///
/// The work for each character is in functions that are not inlined. A browser switches to its optimized code of a
/// function only at the next call, and a whole text is one call.
///
/// # Errors
/// At the first duplicate key.
pub fn check(text: &str) -> Result<(), DuplicateKey> {
    let mut open: Vec<Container<'_>> = Vec::new();
    let mut rest = text;
    while let Some((sign, found)) = next_sign(rest) {
        rest = found.get(1..).unwrap_or_default();
        match sign {
            b'{' => open.push(Container::Object(Object::default())),
            b'[' => open.push(Container::Array(0)),
            b'}' | b']' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Container::Object(object)) => object.in_value = false,
                Some(Container::Array(at)) => *at += 1,
                None => {}
            },
            _ => {
                let Some((string, after)) = string(found) else {
                    return Ok(());
                };
                note_key(&mut open, string)?;
                rest = after;
            }
        }
    }
    Ok(())
}

/// The next character that opens, closes or separates something or starts a string, with the text from there on. All of
/// them are ASCII, so the split is at a character boundary.
#[inline(never)]
fn next_sign(text: &str) -> Option<(u8, &str)> {
    let is_sign = |byte: &u8| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b'"');
    let (at, sign) = text.bytes().enumerate().find(|(_, byte)| is_sign(byte))?;
    Some((sign, text.get(at..)?))
}

/// An open container.
enum Container<'a> {
    Object(Object<'a>),
    /// The index of the current item.
    Array(usize),
}

/// An object that is partly read.
#[derive(Default)]
struct Object<'a> {
    /// The first keys, compared one by one. Most objects have no more.
    first: Vec<Cow<'a, str>>,
    /// All further keys.
    others: BTreeSet<Cow<'a, str>>,
    key: Cow<'a, str>,
    in_value: bool,
}

/// The number of keys in an object that are compared one by one.
const FIRST: usize = 16;

impl<'a> Object<'a> {
    /// Adds a key and returns whether it is new.
    fn insert(&mut self, key: Cow<'a, str>) -> bool {
        if self.first.contains(&key) {
            return false;
        }
        if self.first.len() < FIRST {
            self.first.push(key);
            return true;
        }
        self.others.insert(key)
    }
}

/// Adds a string as the next key of the innermost object, unless it is a value.
#[inline(never)]
fn note_key<'a>(open: &mut [Container<'a>], string: &'a str) -> Result<(), DuplicateKey> {
    let (last, outer) = match open.split_last_mut() {
        Some((Container::Object(object), outer)) if !object.in_value => (object, outer),
        _ => return Ok(()),
    };
    let Some(key) = key_of(string) else {
        return Ok(());
    };
    if !last.insert(key.clone()) {
        return Err(DuplicateKey {
            place: place(outer),
            key: key.into_owned(),
        });
    }
    last.key = key;
    last.in_value = true;
    Ok(())
}

/// The key in a quoted string, with escapes resolved. `None` if the string is not JSON.
fn key_of(string: &str) -> Option<Cow<'_, str>> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'\\';
    let plain = string.get(1..string.len().checked_sub(1)?)?;
    if plain.bytes().all(is_plain) {
        return Some(Cow::Borrowed(plain));
    }
    serde_json::from_str(string).ok().map(Cow::Owned)
}

/// The longest path. Longer paths are cut.
const LONGEST_PLACE: usize = 400;

/// The path of the innermost of these containers: `price_lists[0].prices`.
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

/// The quoted string at the beginning of a text, and the text after it. `None` if the string does not end.
#[inline(never)]
fn string(text: &str) -> Option<(&str, &str)> {
    let mut bytes = text.bytes().enumerate().skip(1);
    let end = loop {
        match bytes.next()? {
            (at, b'"') => break at,
            // The escaped character does not end the string.
            (_, b'\\') => drop(bytes.next()),
            _ => {}
        }
    };
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
    fn an_object_may_have_many_keys() {
        let keys: Vec<String> = (0..10 * FIRST).map(|at| format!(r#""{at}": 0"#)).collect();
        let object = |last: &str| ["{", &keys.join(", "), last, "}"].concat();
        assert_eq!(check(&object("")), Ok(()));
        for again in ["3", "100"] {
            assert_eq!(check(&object(&format!(r#", "{again}": 0"#))).unwrap_err().key, again);
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
