//! Stores the text of a chunk in documents: in one document, or in several parts and a document that names them.

use licensing::value::digest::{Digest, sha256};
use serde_json::{Value, json};

/// The largest text of a document, in bytes of JSON.
const LARGEST: usize = 300_000;

/// The highest number of parts. A document that names more was not written by this program.
const MOST_PARTS: usize = 10_000;

/// The field with the number of the first entry that an entry replaces.
const BOOKED_OVER: &str = "booked_over";

/// Represents an entry in a segment that is not part of the journal.
pub const ASIDE: &str = "-";

/// The separators between the lines of an entry, and between the entries of a segment. Lines are not empty and have no
/// line breaks.
const LINE: &str = "\n";
const ENTRY: &str = "\n\n";

/// The content of the document of a chunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredText {
    /// The text.
    Whole(String),
    /// The number of parts, which are written first, and the digest of the text.
    Parts(usize, Digest),
    /// Content that this program does not write.
    Strange,
}

impl StoredText {
    /// The document to write for a text, and the parts to write first.
    pub fn of(text: &str) -> (Self, Vec<&str>) {
        let parts = cut(text);
        if parts.len() < 2 {
            return (Self::Whole(text.to_owned()), Vec::new());
        }
        (Self::Parts(parts.len(), sha256(text)), parts)
    }

    /// Reads the content of a document.
    pub fn read(document: &Value) -> Self {
        let text = |name: &str| document.get(name).and_then(Value::as_str).map(str::to_owned);
        let parts = document.get("parts").and_then(Value::as_u64);
        let parts = parts
            .and_then(|it| usize::try_from(it).ok())
            .filter(|it| *it <= MOST_PARTS);
        match (text("text"), parts, text("sha256")) {
            (Some(text), None, None) => Self::Whole(text),
            (None, Some(parts), Some(digest)) => Self::Parts(parts, Digest::new(digest)),
            _ => Self::Strange,
        }
    }

    /// The number of the first entry that an entry replaces, if its document names one.
    pub fn booked_over(document: &Value) -> Option<u32> {
        let number = document.get(BOOKED_OVER).and_then(Value::as_u64)?;
        u32::try_from(number).ok()
    }

    /// The document to write for an entry that replaces others.
    pub fn document_over(&self, over: Option<u32>) -> Value {
        let mut document = self.document();
        if let (Value::Object(fields), Some(over)) = (&mut document, over) {
            fields.insert(BOOKED_OVER.to_owned(), json!(over));
        }
        document
    }

    /// The digest of the document.
    pub fn mark(&self, over: Option<u32>) -> Digest {
        sha256(&self.document_over(over).to_string())
    }

    /// The document to write.
    pub fn document(&self) -> Value {
        match self {
            Self::Whole(text) => part(text),
            Self::Parts(parts, digest) => json!({"parts": parts, "sha256": digest}),
            Self::Strange => json!({}),
        }
    }
}

/// The document of a part.
pub fn part(text: &str) -> Value {
    json!({ "text": text })
}

/// Joins parts. `None` if the text does not have the digest.
pub fn joined(parts: &[String], digest: &str) -> Option<String> {
    Some(parts.concat()).filter(|text| sha256(text) == digest)
}

/// The text of an entry. `None` if a line is empty or has a line break.
pub fn entry(lines: &[String]) -> Option<String> {
    let kept = |line: &String| !line.is_empty() && !line.contains(LINE);
    lines.iter().all(kept).then(|| lines.join(LINE))
}

/// The lines of an entry.
pub fn lines(entry: &str) -> impl Iterator<Item = &str> {
    entry.split(LINE)
}

/// The text of a segment.
pub fn segment(entries: &[&str]) -> String {
    entries.join(ENTRY)
}

/// The entries of a segment.
pub fn entries(segment: &str) -> Vec<String> {
    segment.split(ENTRY).map(str::to_owned).collect()
}

/// Splits a text into parts that are not too large as JSON. A short text is one part.
fn cut(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((part, after)) = largest_start(rest).and_then(|at| rest.split_at_checked(at)) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// The byte offset at which a text must be split. `None` if it is not too large.
fn largest_start(text: &str) -> Option<usize> {
    let mut size = 0;
    text.char_indices().find_map(|(at, letter)| {
        size += written(letter);
        (size > LARGEST).then_some(at)
    })
}

/// The number of bytes of a character in JSON.
fn written(letter: char) -> usize {
    match letter {
        '"' | '\\' => 2,
        // Some escapes are shorter, but none is longer.
        letter if letter.is_control() => 6,
        letter => letter.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_and_joined() {
        let long = "\"ä\u{1}𝄞\n".repeat(60_000);
        for text in ["", "short", &long] {
            let (stored_text, parts) = StoredText::of(text);
            assert_eq!(StoredText::read(&stored_text.document()), stored_text);
            match &stored_text {
                StoredText::Whole(whole) => assert_eq!(whole, text),
                StoredText::Parts(count, digest) => {
                    assert_eq!(*count, parts.len());
                    assert!(parts.iter().all(|it| part(it).to_string().len() <= LARGEST + 100));
                    let mut read: Vec<String> = parts.iter().map(|it| (*it).to_owned()).collect();
                    assert_eq!(joined(&read, digest).as_deref(), Some(text));
                    read[1].push('x');
                    assert_eq!(joined(&read, digest), None);
                }
                StoredText::Strange => panic!("is read"),
            }
        }
        assert_eq!(StoredText::of(&long).1.len(), 4);
    }

    #[test]
    fn a_document_that_nobody_wrote_is_strange() {
        for document in [json!(null), json!({}), json!({"text": 1}), json!({"parts": 2})] {
            assert_eq!(StoredText::read(&document), StoredText::Strange);
        }
        let read_back = json!({"id": "e0000000000", "__etag": 1, "text": "a"});
        assert_eq!(StoredText::read(&read_back), StoredText::Whole("a".into()));
    }

    #[test]
    fn entries_keep_their_lines() {
        let kept = ["a", "b"].map(str::to_owned);
        assert_eq!(entry(&kept).as_deref(), Some("a\nb"));
        assert!(entry(&["a\nb".to_owned()]).is_none() && entry(&[String::new()]).is_none());
        let both = segment(&["a\nb", "c"]);
        assert_eq!(entries(&both), ["a\nb", "c"]);
        assert_eq!(lines("a\nb").collect::<Vec<_>>(), ["a", "b"]);
    }
}
