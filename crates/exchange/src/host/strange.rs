//! An answer of somebody else than was asked: a page to sign in, a proxy's page, an error as JSON. What it says of itself
//! is told, so that whoever reads it knows who has answered.

use licensing::text::printable::printable;

/// So many letters of it are told.
const LETTERS: usize = 80;

/// The type of an answer, without what else its `Content-Type` says.
fn kind(content_type: Option<&str>) -> &str {
    let kind = content_type.unwrap_or_default().split(';').next();
    kind.unwrap_or_default().trim()
}

/// Whether an answer with this `Content-Type` is a page for people, such as one to sign in.
pub fn is_page(content_type: Option<&str>) -> bool {
    kind(content_type).eq_ignore_ascii_case("text/html")
}

/// An answer that is not what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    status: u16,
    content_type: String,
    words: String,
}

impl Strange {
    /// An answer by its status, `Content-Type` and text.
    pub fn new(status: u16, content_type: Option<&str>, text: &str) -> Self {
        Self {
            status,
            content_type: printable(kind(content_type)),
            words: first_words(text),
        }
    }

    /// `status 200, text/html: “Sign in”`.
    pub fn words(&self) -> String {
        let status = ["status ", &self.status.to_string()].concat();
        let kind = [", ", &self.content_type].concat();
        let kind = Some(kind).filter(|_| !self.content_type.is_empty());
        let words = if self.words.is_empty() {
            ", without a text".to_owned()
        } else {
            [": “", &self.words, "”"].concat()
        };
        [status, kind.unwrap_or_default(), words].concat()
    }
}

/// The first words of a text; of a page its title, or else what can be read of it.
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

/// The title of a page, where it has one that says something.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let (before, rest) = lower.split_once("<title")?;
    let begin = before.len() + "<title".len() + rest.find('>')? + 1;
    let length = lower.get(begin..)?.find('<')?;
    let title = page.get(begin..begin + length)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

/// A page without what stands between `<` and `>`, and without its scripts and styles.
fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut hidden = false;
    for part in page.split('<') {
        // A tag that is not closed says nothing.
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
            (None, "", "status 200, without a text"),
            (None, "a\u{0}b", "status 200: “a\u{fffd}b”"),
            (None, "<", "status 200, without a text"),
            (None, "<title", "status 200, without a text"),
            (None, "<title>İ</title>", "status 200: “İ”"),
        ] {
            let strange = Strange::new(200, content_type, text);
            assert_eq!(strange.words(), told, "{text}");
        }
        let long = Strange::new(502, None, &"word ".repeat(100)).words();
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
