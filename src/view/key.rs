//! What is searched in and sorted by: texts without case and without the marks of Latin letters.

/// The letters from À to ž (U+00C0 to U+017E) without their marks, in the order of their numbers.
const PLAIN: &str = concat!(
    "aaaaaaaceeeeiiii",
    "dnooooo×ouuuuyts",
    "aaaaaaaceeeeiiii",
    "dnooooo÷ouuuuyty",
    "aaaaaaccccccccdd",
    "ddeeeeeeeeeegggg",
    "gggghhhhiiiiiiii",
    "iiiijjkkklllllll",
    "lllnnnnnnnnnoooo",
    "oooorrrrrrssssss",
    "ssttttttuuuuuuuu",
    "uuuuwwyyyzzzzzz"
);

/// The same without case and marks: "Søren" is found by "soren" and stands among the S.
pub fn folded(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key);
    key
}

/// Writes the key of a text after what stands in `key` already.
pub(super) fn fold_into(text: &str, key: &mut String) {
    if text.is_ascii() {
        key.extend(text.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    for letter in text.chars() {
        match plain(letter) {
            Some(plain) => key.push(plain),
            None => key.extend(letter.to_lowercase()),
        }
    }
}

fn plain(letter: char) -> Option<char> {
    let at = u32::from(letter).checked_sub(0xC0)?;
    PLAIN.chars().nth(usize::try_from(at).ok()?)
}

/// Whether a key holds a text. `str::contains` prepares every search for long texts, which takes longer than a key does.
pub(super) fn holds(key: &str, text: &str) -> bool {
    let Some((first, rest)) = text.as_bytes().split_first() else {
        return true;
    };
    let mut left = key.as_bytes().iter();
    while left.any(|byte| byte == first) {
        if left.as_slice().starts_with(rest) {
            return true;
        }
    }
    false
}

/// The first eight bytes as a number that sorts as they do: most comparisons of a sort end here.
pub(super) fn prefix(key: &str) -> u64 {
    key.bytes()
        .chain(std::iter::repeat(0))
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_left_out_of_latin_letters_and_the_rest_stays() {
        assert_eq!(PLAIN.chars().count(), 0x17F - 0xC0);
        assert_eq!(
            folded("Đorđe ŁUKASZ Søren Çağla Zoë Žižek Ærø Weiß"),
            "dorde lukasz soren cagla zoe zizek aro weis"
        );
        assert_eq!(folded("ADA@Example.ORG"), "ada@example.org");
        assert_eq!(folded("محمد 🚀 李 ΣΑΣ"), "محمد 🚀 李 σας".replace('ς', "σ"));
    }

    #[test]
    fn a_key_holds_what_stands_anywhere_in_it() {
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
        assert!(keys.windows(2).all(|pair| prefix(pair[0]) <= prefix(pair[1])));
    }
}
