//! Base64 for certificates: the standard alphabet, padded, in lines of 64 characters in a file.

use base64ct::{Base64, Encoding};

/// The length of a full line.
const LINE: usize = 64;

/// Encodes bytes as one line of text.
pub fn encode(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

/// Decodes one line of text. `None` for anything that [`encode`] would not have written.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    Base64::decode_vec(text).ok()
}

/// Decodes exactly `N` bytes of one line of text.
pub fn decode_exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

/// Encodes bytes as lines of 64 characters, each with its line break.
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

/// Decodes lines of 64 characters. Only the last line may be shorter.
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
