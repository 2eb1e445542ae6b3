//! Base64 as certificates have it: standard, padded, and in a file in lines of 64.

use base64ct::{Base64, Encoding};

/// The length of a full line.
const LINE: usize = 64;

/// Bytes as one line of text.
pub fn encode(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

/// The bytes of one line of text; `None` for anything that [`encode`] would have written otherwise.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    Base64::decode_vec(text).ok()
}

/// So many bytes of one line of text.
pub fn decode_exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

/// Bytes as lines of 64, each with its line break.
pub fn lines(bytes: &[u8]) -> String {
    let text = encode(bytes);
    let mut lines = String::with_capacity(text.len() + text.len() / LINE + 1);
    for (at, letter) in text.chars().enumerate() {
        if at > 0 && at % LINE == 0 {
            lines.push('\n');
        }
        lines.push(letter);
    }
    lines.push('\n');
    lines
}

/// The bytes of lines of 64, of which only the last may be shorter.
pub fn unlined<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Vec<u8>> {
    let mut text = String::new();
    let mut short = false;
    for line in lines {
        if short || line.is_empty() || line.len() > LINE {
            return None;
        }
        short = line.len() < LINE;
        text.push_str(line);
    }
    decode(&text)
}
