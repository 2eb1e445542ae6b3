//! Writes XML: indented elements with escaped text.

/// An XML text under construction.
pub struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    /// Starts with the declaration.
    pub fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            depth: 0,
        }
    }

    /// An element with children. `name` may include attributes.
    pub fn within(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.line(&["<", name, ">"]);
        self.depth += 1;
        fill(self);
        self.depth -= 1;
        self.line(&["</", tag(name), ">"]);
    }

    /// An element with text. `name` may include attributes.
    pub fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text);
        self.line(&["<", name, ">", &text, "</", tag(name), ">"]);
    }

    /// An element with text, if there is any.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// The XML text.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, parts: &[&str]) {
        self.text += &"  ".repeat(self.depth);
        parts.iter().for_each(|part| self.text += part);
        self.text.push('\n');
    }
}

/// The name of an element without its attributes.
fn tag(name: &str) -> &str {
    name.split(char::is_whitespace).next().unwrap_or(name)
}

/// Escapes text for an element or for an attribute in double quotes. Removes characters that XML does not allow.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
