//! XML as it is written: elements with text, indented, everything escaped.

/// A document as it grows.
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

    /// An element with others in it. `name` may carry attributes.
    pub fn within(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.line(&["<", name, ">"]);
        self.depth += 1;
        fill(self);
        self.depth -= 1;
        self.line(&["</", tag(name), ">"]);
    }

    /// An element with text. `name` may carry attributes.
    pub fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text);
        self.line(&["<", name, ">", &text, "</", tag(name), ">"]);
    }

    /// An element with text, where there is any.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// The text so far.
    pub fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, parts: &[&str]) {
        self.text += &"  ".repeat(self.depth);
        parts.iter().for_each(|part| self.text += part);
        self.text.push('\n');
    }
}

/// The name without its attributes.
fn tag(name: &str) -> &str {
    name.split(char::is_whitespace).next().unwrap_or(name)
}

/// Text as it may stand in an element or, in double quotes, in an attribute. Characters that XML does not have are left
/// out.
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
