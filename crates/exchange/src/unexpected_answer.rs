//! An answer from a different sender than expected, such as a sign-in page, the page of a proxy, or an error as JSON.
//! Its first words are shown, so the reader can see who answered.

use licensing::text::printable::printable;
use std::fmt;

/// The number of characters that are shown.
const LETTERS: usize = 80;

/// The media type of a `Content-Type`, without parameters. Empty if there is no `Content-Type`.
fn kind(content_type: Option<&str>) -> &str {
    let kind = content_type.unwrap_or_default().split(';').next();
    kind.unwrap_or_default().trim()
}

/// Whether an answer with this `Content-Type` is HTML, such as a sign-in page.
pub fn is_page(content_type: Option<&str>) -> bool {
    kind(content_type).eq_ignore_ascii_case("text/html")
}

/// An answer that is not what was asked for. Shown as `status 200, text/html: “Sign in”`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnexpectedAnswer {
    status: u16,
    content_type: String,
    words: String,
}

impl UnexpectedAnswer {
    /// An answer with this status, `Content-Type`, and text.
    pub fn new(status: u16, content_type: Option<&str>, text: &str) -> Self {
        Self {
            status,
            content_type: printable(kind(content_type)),
            words: first_words(text),
        }
    }
}

impl fmt::Display for UnexpectedAnswer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "status {}", self.status)?;
        if !self.content_type.is_empty() {
            write!(to, ", {}", self.content_type)?;
        }
        if self.words.is_empty() {
            to.write_str(", with no text")
        } else {
            write!(to, ": “{}”", self.words)
        }
    }
}

/// The first words of a text. For HTML, its title, or else its visible text.
fn first_words(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let readable = if text.starts_with('<') {
        title(text).unwrap_or_else(|| without_tags(text))
    } else {
        text.to_owned()
    };
    let words = readable.split_whitespace();
    let line = words.take(LETTERS).collect::<Vec<_>>().join(" ");
    let mut letters = line.chars();
    let first: String = letters.by_ref().take(LETTERS).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    printable(&[&first, more].concat())
}

/// The title of an HTML page, if it has a non-empty one.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let (before, rest) = lower.split_once("<title")?;
    let begin = before.len() + "<title".len() + rest.find('>')? + 1;
    let length = lower.get(begin..)?.find('<')?;
    let title = page.get(begin..begin + length)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

/// HTML without its tags, scripts, and styles.
fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut hidden = false;
    for part in page.split('<') {
        // A tag that is not closed contains no text.
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let tag = tag.to_ascii_lowercase();
        let is = |name: &str| tag.starts_with(name);
        hidden = is("script") || is("style") || (hidden && !is("/script") && !is("/style"));
        if !hidden {
            text.push(' ');
            text.push_str(words);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_8_an_answer_of_somebody_else_is_told_by_its_status_its_type_and_its_first_words() {
        for (content_type, text, told) in [
            (
                Some("text/html; charset=utf-8"),
                "<!DOCTYPE html><html><head><TITLE lang=\"en\">\n Sign in to\nContoso </TITLE></head>",
                "status 200, text/html: “Sign in to Contoso”",
            ),
            (
                Some("text/html"),
                "\u{feff}<html><style>p { }</style><script>go(1 > 0)</script><p>Access <b>denied</b></p>",
                "status 200, text/html: “Access denied”",
            ),
            (
                Some("application/json"),
                "{\"error\": \"unknown tenant\"}",
                "status 200, application/json: “{\"error\": \"unknown tenant\"}”",
            ),
            (None, "", "status 200, with no text"),
            (None, "a\u{0}b", "status 200: “a\u{fffd}b”"),
            (None, "<", "status 200, with no text"),
            (None, "<title", "status 200, with no text"),
            (None, "<title>İ</title>", "status 200: “İ”"),
        ] {
            let answer = UnexpectedAnswer::new(200, content_type, text);
            assert_eq!(answer.to_string(), told, "{text}");
        }
        let long = UnexpectedAnswer::new(502, None, &"word ".repeat(100)).to_string();
        assert!(long.chars().count() < 110 && long.ends_with("…”"), "{long}");
    }

    #[test]
    fn a_page_is_known_by_its_type_in_any_case() {
        for page in ["text/html", "Text/HTML; charset=utf-8", " text/html ;charset=utf-8"] {
            assert!(is_page(Some(page)), "{page}");
        }
        for other in [
            None,
            Some(""),
            Some("application/json"),
            Some("text/plain; was=text/html"),
            Some("text/htmlx"),
        ] {
            assert!(!is_page(other), "{other:?}");
        }
    }
}
