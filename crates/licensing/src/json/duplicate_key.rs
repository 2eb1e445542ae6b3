//! Finds a key that stands twice in one object of a JSON text. Readers of JSON take the last one in silence, and in a
//! catalog that changes what is charged.

use crate::json::read::prefix;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A key that stands twice in one object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}", prefix(place), self.problem())]
pub struct DuplicateKey {
    /// Where the object stands: `price_lists[0].prices.team`; empty for the whole text.
    pub place: String,
    /// The key.
    pub key: String,
}

impl DuplicateKey {
    /// What is wrong and what to do, without the place.
    pub fn problem(&self) -> String {
        format!("`{}` appears twice: keep only one", self.key)
    }
}

/// Looks through a JSON text at every depth, in one pass and without recursion: a text may be nested deeper than any stack.
/// A text that is no JSON passes: whoever reads it says what is wrong with it.
///
/// What happens for every sign is not inlined: a browser runs its quicker code of a function from the next call on, and a
/// whole text is one call.
///
/// # Errors
/// The first key that stands twice.
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

/// The next sign that opens, closes or separates something or begins a string, and the text from it on. All of them are
/// ASCII, so that no letter is taken apart.
#[inline(never)]
fn next_sign(text: &str) -> Option<(u8, &str)> {
    let is_sign = |byte: &u8| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b'"');
    let (at, sign) = text.bytes().enumerate().find(|(_, byte)| is_sign(byte))?;
    Some((sign, text.get(at..)?))
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
    /// Its first keys, which are compared one by one: most objects have no more.
    first: Vec<Cow<'a, str>>,
    /// All further keys.
    others: BTreeSet<Cow<'a, str>>,
    key: Cow<'a, str>,
    in_value: bool,
}

/// So many keys of an object are compared one by one.
const FIRST: usize = 16;

impl<'a> Object<'a> {
    /// Takes a key; says whether it is new.
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

/// Takes a string as the next key of the innermost object, unless it is a value.
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

/// The key that a string in its quotes says: escaped or not, it is the same key. None where it is no JSON.
fn key_of(string: &str) -> Option<Cow<'_, str>> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'\\';
    let plain = string.get(1..string.len().checked_sub(1)?)?;
    if plain.bytes().all(is_plain) {
        return Some(Cow::Borrowed(plain));
    }
    serde_json::from_str(string).ok().map(Cow::Owned)
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
#[inline(never)]
fn string(text: &str) -> Option<(&str, &str)> {
    let mut bytes = text.bytes().enumerate().skip(1);
    let end = loop {
        match bytes.next()? {
            (at, b'"') => break at,
            // Whatever it escapes does not end the string.
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
