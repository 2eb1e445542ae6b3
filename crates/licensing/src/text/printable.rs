//! Text that somebody has typed: what a document can carry of it.

use crate::text::letters::ends_line;

/// Whether a line of a document can carry a character: XML has no place for control characters, nor for what Unicode calls
/// noncharacters, and what ends a line is no part of one.
pub fn can_be_printed(letter: char) -> bool {
    let code = u32::from(letter);
    !letter.is_control() && !ends_line(letter) && !(0xfdd0..=0xfdef).contains(&code) && code & 0xfffe != 0xfffe
}

/// Whether a document can carry every character of a line of text.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(can_be_printed)
}

/// A text as a document carries it: U+FFFD stands for what it cannot carry. Such text is refused where it is typed, but
/// may stand in a journal.
pub fn printable(text: &str) -> String {
    let carried = |letter| if can_be_printed(letter) { letter } else { '\u{fffd}' };
    text.chars().map(carried).collect()
}

/// As much of what was entered as a sentence can hold.
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
