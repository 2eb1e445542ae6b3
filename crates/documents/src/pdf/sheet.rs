//! Fills pages with text, line by line. A new page starts when the current one is full.

use super::fonts::{Fonts, Length, Shaped, Style};

/// A4, in hundredths of a point.
pub const SIZE: (Length, Length) = (59_528, 84_189);
/// The left and the right edge of the text.
pub const LEFT: Length = 5_600;
pub const RIGHT: Length = SIZE.0 - 5_000;
const TOP: Length = 5_600;
/// The lower edge of the text. The footer is below it.
const BOTTOM: Length = SIZE.1 - 7_200;
const FOOT: Length = SIZE.1 - 4_200;

pub const NORMAL: Style = style(900, false, false);
pub const BOLD: Style = style(900, true, false);
pub const SMALL: Style = style(750, false, true);
pub const LARGE: Style = style(1_800, true, false);

const fn style(size: Length, bold: bool, faint: bool) -> Style {
    Style { size, bold, faint }
}

impl Style {
    /// The height of a line.
    pub fn line(self) -> Length {
        self.size * 14 / 10
    }
}

/// An element on a page.
pub enum Mark {
    /// Text at the left end of its baseline.
    Text { x: Length, y: Length, shaped: Shaped },
    /// A horizontal line.
    Rule { from: Length, to: Length, y: Length },
}

/// The smallest gap between two texts, in hundredths of a point. Texts with a smaller gap read as one.
const APART: Length = 200;

/// The pairs of texts on a page that overlap or touch, as `one | other`.
pub fn overlaps(page: &SheetPage) -> Vec<String> {
    let texts: Vec<_> = page
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { x, y, shaped } if shaped.width > 0 => Some((*x, *y, shaped)),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (at, (x, y, one)) in texts.iter().enumerate() {
        for (other_x, other_y, other) in texts.iter().skip(at + 1) {
            // Capital letters are about seven tenths of the size high.
            let lower = if y > other_y { one } else { other };
            let same_height = (y - other_y).abs() < lower.style.size * 7 / 10;
            let beside = x + one.width + APART <= *other_x || other_x + other.width + APART <= *x;
            if same_height && !beside {
                found.push(format!("{} | {}", one.text, other.text));
            }
        }
    }
    found
}

/// A page with all its elements.
#[derive(Default)]
pub struct SheetPage {
    pub marks: Vec<Mark>,
}

/// The pages of a document under construction. `y` is the upper edge of the next text.
pub struct Sheets<'f> {
    pub fonts: &'f Fonts<'f>,
    pub y: Length,
    pages: Vec<SheetPage>,
    page: SheetPage,
}

impl<'f> Sheets<'f> {
    pub fn new(fonts: &'f Fonts<'f>) -> Self {
        Self {
            fonts,
            y: TOP,
            pages: Vec::new(),
            page: SheetPage::default(),
        }
    }

    /// Starts a new page if less than `height` is left. Returns whether it did.
    pub fn make_room(&mut self, height: Length) -> bool {
        let full = self.y + height > BOTTOM;
        if full {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
        full
    }

    /// Moves down.
    pub fn skip(&mut self, height: Length) {
        self.y += height;
    }

    fn put(&mut self, x: Length, top: Length, shaped: Shaped) {
        let y = top + shaped.style.size;
        self.page.marks.push(Mark::Text { x, y, shaped });
    }

    /// Writes text that starts at `x`, `down` below `y`. `y` does not change.
    pub fn text(&mut self, x: Length, down: Length, text: &str, style: Style) {
        let shaped = self.fonts.shape(text, style);
        self.put(x, self.y + down, shaped);
    }

    /// Writes text that ends at `x`, `down` below `y`. `y` does not change.
    pub fn right(&mut self, x: Length, down: Length, text: &str, style: Style) {
        let shaped = self.fonts.shape(text, style);
        self.put(x - shaped.width, self.y + down, shaped);
    }

    /// Draws a horizontal line to the right edge. `y` does not change.
    pub fn rule(&mut self, from: Length) {
        let y = self.y;
        self.page.marks.push(Mark::Rule { from, to: RIGHT, y });
    }

    /// Breaks text into lines that are at most `width` wide.
    pub fn lines(&self, text: &str, width: Length, style: Style) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            for piece in self.pieces(word, width, style) {
                let Some(line) = lines.last_mut() else { continue };
                let longer = if line.is_empty() {
                    piece.clone()
                } else {
                    [line.as_str(), " ", &piece].concat()
                };
                if line.is_empty() || self.fonts.width(&longer, style) <= width {
                    *line = longer;
                } else {
                    lines.push(piece);
                }
            }
        }
        lines
    }

    /// Splits a word that is wider than a line.
    fn pieces(&self, word: &str, width: Length, style: Style) -> Vec<String> {
        if self.fonts.width(word, style) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            let Some(piece) = pieces.last_mut() else { continue };
            piece.push(letter);
            if self.fonts.width(piece, style) > width && piece.chars().nth(1).is_some() {
                piece.pop();
                pieces.push(letter.to_string());
            }
        }
        pieces
    }

    /// Writes lines of text that start at `x`, and moves below them.
    pub fn paragraph(&mut self, x: Length, width: Length, text: &str, style: Style) {
        for line in self.lines(text, width, style) {
            self.make_room(style.line());
            self.text(x, 0, &line, style);
            self.skip(style.line());
        }
    }

    /// The finished pages. Each one has a footer with `left` and the page number.
    pub fn finish(mut self, left: &str) -> Vec<SheetPage> {
        self.pages.push(std::mem::take(&mut self.page));
        let count = self.pages.len();
        let mut pages = std::mem::take(&mut self.pages);
        for (at, page) in pages.iter_mut().enumerate() {
            let number = format!("Page {} of {count}", at + 1);
            self.page = std::mem::take(page);
            self.y = FOOT;
            self.rule(LEFT);
            self.text(LEFT, 600, left, SMALL);
            self.right(RIGHT, 600, &number, SMALL);
            *page = std::mem::take(&mut self.page);
        }
        pages
    }
}
