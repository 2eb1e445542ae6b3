//! Printable text: the characters that a document can contain.

use crate::text::letters::ends_line;

/// Whether a line of a document can contain a character. XML excludes control characters and noncharacters of Unicode,
/// and a line cannot contain a line ending.
pub fn can_be_printed(letter: char) -> bool {
    let code = u32::from(letter);
    !letter.is_control() && !ends_line(letter) && !(0xfdd0..=0xfdef).contains(&code) && code & 0xfffe != 0xfffe
}

/// Whether a document can contain every character of a line of text.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(can_be_printed)
}

/// The text for a document, with U+FFFD in place of characters that it cannot contain. Input refuses such texts, but a
/// journal may have them.
pub fn printable(text: &str) -> String {
    let carried = |letter| if can_be_printed(letter) { letter } else { '\u{fffd}' };
    text.chars().map(carried).collect()
}

/// The beginning of an entered text, as much as fits into a sentence.
pub fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(30).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inv_3_control_characters_and_noncharacters_cannot_be_printed() {
        for odd in [
            "\u{0}",
            "a\u{1f}",
            "\u{7f}",
            "\u{85}",
            "\u{fdd0}",
            "\u{fdef}",
            "\u{fffe}",
            "b\u{ffff}",
            "\u{10ffff}",
            "\n",
            "\u{2028}",
            "a\u{2029}",
        ] {
            assert!(!is_printable(odd), "{odd:?}");
            assert!(printable(odd).ends_with('\u{fffd}'), "{odd:?}");
        }
        for good in ["", "Łódź", "𝄞", "\u{fdcf}\u{fdf0}\u{fffd}", "a\u{200b}"] {
            assert_eq!((is_printable(good), printable(good)), (true, good.to_owned()));
        }
    }
}
