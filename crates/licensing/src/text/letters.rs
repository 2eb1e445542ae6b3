//! Normalizes texts for comparison: removes invisible characters and unifies the encoding of accents.
//!
//! Text copied from an email or a web page may contain invisible characters, and systems differ in whether "é" is one
//! character or two. Neither is visible to a reader.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Latin letters that Unicode does not decompose, with their base letters without a stroke, hook or tail.
const BASES: [(&str, &str); 47] = [
    ("a", "ɑᶏⱥ"),
    ("b", "ƀƃɓᵬᶀꞗ"),
    ("c", "ƈȼɕꞓꞔ"),
    ("d", "ðđƌȡɖɗᵭᶁᶑꝺꟈ"),
    ("e", "ǝɇəɛᶒⱸꬲꬳꬴ"),
    ("f", "ƒᵮᶂꝼꞙꬵ"),
    ("g", "ǥɠɡᵹᶃꞡꬶ"),
    ("h", "ħɦⱨꞕ"),
    ("i", "ıɨɩᵻᶖ"),
    ("j", "ȷɉʝ"),
    ("k", "ĸƙᶄⱪꝁꝃꝅꞣ"),
    ("l", "łƚȴɫɬɭᶅⱡꝇꝉꞎꬷꬸꬹ"),
    ("m", "ɱᵯᶆꬺ"),
    ("n", "ŋƞȵɲɳᵰᶇꞑꞥꬻ"),
    ("o", "øɔɵⱺꝋꝍꟁꬽꬾ"),
    ("p", "ƥᵱᵽᶈꝑꝓꝕ"),
    ("q", "ɋʠꝗꝙ"),
    ("r", "ɍɼɽɾᵲᵳᶉꝛꞃꞧꭇꭉꭋꭌ"),
    ("s", "ȿʂᵴᶊꞅꞩꟊ"),
    ("t", "ŧƫƭȶʈᵵⱦꞇ"),
    ("u", "ʉʊᵾᶙꞹꭎꭏꭒ"),
    ("v", "ʋᶌỽⱱⱴꝟ"),
    ("x", "ᶍꭖꭗꭘꭙ"),
    ("y", "ƴɏỿꭚ"),
    ("z", "ƶȥɀʐʑᵶᶎⱬ"),
    ("aa", "ꜳ"),
    ("ae", "æꞛ"),
    ("ao", "ꜵ"),
    ("au", "ꜷ"),
    ("av", "ꜹꜻ"),
    ("ay", "ꜽ"),
    ("db", "ȸ"),
    ("dz", "ʣ"),
    ("hv", "ƕ"),
    ("ll", "ỻ"),
    ("oe", "œꞝ"),
    ("oi", "ƣ"),
    ("oo", "ꝏ"),
    ("ou", "ȣ"),
    ("qp", "ȹ"),
    ("ss", "ßẞ"),
    ("th", "þꝥꝧ"),
    ("ts", "ʦ"),
    ("tz", "ꜩ"),
    ("ue", "ᵫꞟ"),
    ("vy", "ꝡ"),
    ("w", "ⱳƿ"),
];

/// Whether a character is invisible: soft hyphens, joiners, direction marks, selectors, fillers and the byte order
/// mark. Unicode lets programs ignore these characters.
pub fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The byte order mark, which some programs write at the beginning of a file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text without a leading byte order mark.
pub fn unmarked(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The text of a file without a byte order mark: UTF-8, or UTF-16 if the mark says so. `None` if it is not text.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let pairs = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks();
        let units = pairs.iter().map(|pair| read(*pair));
        let text = char::decode_utf16(units).collect::<Result<String, _>>().ok();
        text.filter(|_| rest.is_empty())
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => pairs(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => pairs(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(|text| unmarked(text).to_owned()),
    };
    text.filter(|text| !text.contains('\0'))
}

/// Whether a character ends a line, in files, emails or word processors.
pub fn ends_line(sign: char) -> bool {
    matches!(
        sign,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text without leading and trailing whitespace and invisible characters.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// The text without the character that ends a DOS file.
pub fn unended(text: &str) -> &str {
    text.trim_end().strip_suffix('\u{1a}').unwrap_or(text)
}

/// The text without invisible characters, and without leading and trailing whitespace.
pub fn visible(text: &str) -> String {
    let seen: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    seen.trim().to_owned()
}

/// The normalized form for comparing addresses: visible characters, ignoring case.
pub fn comparable(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase();
    }
    // Letter by letter: the special rule for a final sigma concerns only spelling and needs large tables.
    let letters = visible(text);
    let lower = letters.nfd().flat_map(char::to_lowercase);
    lower.map(|it| if it == 'ς' { 'σ' } else { it }).collect()
}

/// The normalized form for searching and sorting: visible characters, ignoring case, accents of Latin letters, and the
/// kind of whitespace.
pub fn folded(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key);
    key
}

/// Appends the same form to `key`.
pub fn fold_into(text: &str, key: &mut String) {
    if text.is_ascii() && !text.contains(|letter: char| letter != ' ' && letter.is_whitespace()) {
        let start = key.len();
        key.push_str(text);
        if let Some(added) = key.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    let mut latin = false;
    let seen = text.chars().filter(|sign| !is_invisible(*sign));
    for letter in seen.nfkd().flat_map(char::to_lowercase) {
        if letter.is_ascii() {
            latin = letter.is_ascii_alphabetic();
            key.push(plain_blank(letter));
        } else if is_mark(letter) {
            key.extend((!latin).then_some(letter));
        } else if let Some(base) = base(letter) {
            latin = true;
            key.push_str(base);
        } else {
            latin = is_latin(letter);
            key.push(if letter == 'ς' { 'σ' } else { plain_blank(letter) });
        }
    }
}

fn plain_blank(letter: char) -> char {
    if letter.is_whitespace() { ' ' } else { letter }
}

fn is_mark(letter: char) -> bool {
    canonical_combining_class(letter) != 0 || is_combining_mark(letter)
}

/// Whether a letter without a base letter belongs to the Latin script, such as ʒ.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{2af}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}'
        | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}')
}

fn base(letter: char) -> Option<&'static str> {
    let found = BASES.iter().find(|(_, letters)| letters.contains(letter));
    found.map(|(base, _)| *base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_left_out_of_latin_letters_and_the_rest_stays() {
        assert_eq!(
            folded("Đorđe ŁUKASZ Søren Çağla Zoë Žižek Ærø Weiß"),
            "dorde lukasz soren cagla zoe zizek aero weiss"
        );
        assert_eq!(folded("ADA@Example.ORG"), "ada@example.org");
        assert_eq!(folded("محمد 🚀 李 ΣΑΣ"), "محمد 🚀 李 σασ");
        assert_eq!(folded("が Й ά"), "か\u{3099} и\u{306} α\u{301}");
        let letters = BASES.iter().flat_map(|(_, letters)| letters.chars());
        assert!(letters.clone().all(|letter| folded(&letter.to_string()).is_ascii()));
        assert!(letters.clone().all(|letter| letter.nfkd().eq([letter])));
    }

    #[test]
    fn lic_2_what_cannot_be_seen_is_no_part_of_a_text() {
        assert_eq!(visible(" \u{feff}a\u{ad} b\u{200b} \u{2060}"), "a b");
        assert_eq!(comparable("ZOE\u{308}\u{200e}"), comparable("zoë"));
        assert_eq!(comparable("e\u{301}\u{323}"), comparable("e\u{323}\u{301}"));
        assert_ne!(comparable("zoë"), comparable("zoe"));
        assert!(!"a \n\t\u{a0}é🚀".chars().any(is_invisible));
    }
}
