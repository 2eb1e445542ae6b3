//! Keys for searching and sorting: texts without case and Latin diacritics.

pub(super) use licensing::text::letters::fold_into;
pub use licensing::text::letters::folded;

/// Whether a key contains a text. `str::contains` prepares each search for long texts, which takes longer than
/// searching a key.
pub(super) fn holds(key: &[u8], text: &[u8]) -> bool {
    let Some((first, rest)) = text.split_first() else {
        return true;
    };
    let mut left = key.iter();
    while left.any(|byte| byte == first) {
        if left.as_slice().starts_with(rest) {
            return true;
        }
    }
    false
}

/// The first sixteen bytes as a number that sorts like the bytes. It decides most comparisons of a sort.
pub(super) fn prefix(key: &[u8]) -> u128 {
    key.iter()
        .copied()
        .chain(std::iter::repeat(0))
        .take(16)
        .fold(0, |number, byte| number << 8 | u128::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_holds_what_stands_anywhere_in_it() {
        let holds = |key: &str, text: &str| holds(key.as_bytes(), text.as_bytes());
        let key = "soren virtanen\nsøren@example.org 🚀";
        for text in ["", "s", "virt", "nen\ns", "øren@", "🚀", "g 🚀", key] {
            assert!(holds(key, text) && key.contains(text), "{text}");
        }
        for text in ["z", "virtt", "🚀🚀", "ssoren", "soren virtanen\nsøren@example.org 🚀 "] {
            assert!(!holds(key, text) && !key.contains(text), "{text}");
        }
        assert!(!holds("", "a") && holds("", "") && holds("aab", "ab"));
    }

    #[test]
    fn prefixes_sort_as_their_texts() {
        let mut keys = ["b", "", "abcdefgh", "abcdefghi", "ab", "ä", "abcdefgg"];
        keys.sort_unstable();
        assert!(
            keys.windows(2)
                .all(|pair| prefix(pair[0].as_bytes()) <= prefix(pair[1].as_bytes()))
        );
    }
}
