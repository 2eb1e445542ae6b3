//! Pages that fill up: text is set line by line, and a new page begins where it no longer fits.

use super::fonts::{Fonts, Length, Shaped, Style};

/// A4, in hundredths of a point.
pub const SIZE: (Length, Length) = (59_528, 84_189);
/// The left and the right edge of the text.
pub const LEFT: Length = 5_600;
pub const RIGHT: Length = SIZE.0 - 5_000;
const TOP: Length = 5_600;
/// Where the text ends; the foot stands below.
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
    /// From one line to the next.
    pub fn line(self) -> Length {
        self.size * 14 / 10
    }
}

/// Something on a page.
pub enum Mark {
    /// Text, from the left end of its base line.
    Text { x: Length, y: Length, shaped: Shaped },
    /// A horizontal line.
    Rule { from: Length, to: Length, y: Length },
}

/// Texts that stand closer to each other than this, in hundredths of a point, read as one.
const APART: Length = 200;

/// The pairs of texts of a page that overlap or touch.
pub fn overlaps(page: &Page) -> Vec<String> {
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

/// One page.
#[derive(Default)]
pub struct Page {
    pub marks: Vec<Mark>,
}

/// Pages in the making. `y` is the upper edge of what comes next.
pub struct Sheets<'f> {
    pub fonts: &'f Fonts<'f>,
    pub y: Length,
    pages: Vec<Page>,
    page: Page,
}

impl<'f> Sheets<'f> {
    pub fn new(fonts: &'f Fonts<'f>) -> Self {
        Self {
            fonts,
            y: TOP,
            pages: Vec::new(),
            page: Page::default(),
        }
    }

    /// Begins a new page where less than `height` is left; says whether it did.
    pub fn make_room(&mut self, height: Length) -> bool {
        let full = self.y + height > BOTTOM;
        if full {
            self.pages.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
        full
    }

    /// Goes down.
    pub fn skip(&mut self, height: Length) {
        self.y += height;
    }

    fn put(&mut self, x: Length, top: Length, shaped: Shaped) {
        let y = top + shaped.style.size;
        self.page.marks.push(Mark::Text { x, y, shaped });
    }

    /// Text from `x` on, `down` below the current place; the place stays.
    pub fn text(&mut self, x: Length, down: Length, text: &str, style: Style) {
        let shaped = self.fonts.shape(text, style);
        self.put(x, self.y + down, shaped);
    }

    /// Text that ends at `x`; the place stays.
    pub fn right(&mut self, x: Length, down: Length, text: &str, style: Style) {
        let shaped = self.fonts.shape(text, style);
        self.put(x - shaped.width, self.y + down, shaped);
    }

    /// A line over the whole width; the place stays.
    pub fn rule(&mut self, from: Length) {
        let y = self.y;
        self.page.marks.push(Mark::Rule { from, to: RIGHT, y });
    }

    /// Text as lines no wider than `width`.
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

    /// A word, cut where it is wider than a line.
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

    /// Text in lines from `x` on, and goes below it.
    pub fn paragraph(&mut self, x: Length, width: Length, text: &str, style: Style) {
        for line in self.lines(text, width, style) {
            self.make_room(style.line());
            self.text(x, 0, &line, style);
            self.skip(style.line());
        }
    }

    /// The finished pages, each with its foot: `left`, and which page of how many it is.
    pub fn finish(mut self, left: &str) -> Vec<Page> {
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
