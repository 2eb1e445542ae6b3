//! Loads fonts and shapes text: in visual order, each part in a font that has its characters.

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::Font;
use licensing::text::letters::is_invisible;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::ops::Range;
use unicode_bidi::BidiInfo;

/// A length on a page, in hundredths of a point.
pub type Length = i32;

/// A font for embedding, and its tables for shaping.
struct Typeface<'a> {
    font: Font,
    tables: FontRef<'a>,
    letters: Charmap<'a>,
    shaping: ShaperData,
    units: i32,
}

impl<'a> Typeface<'a> {
    /// `None` if the bytes are not a font.
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let tables = FontRef::new(bytes).ok()?;
        let units = tables.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        Some(Self {
            font: Font::new(bytes.to_vec().into(), 0)?,
            letters: tables.charmap(),
            shaping: ShaperData::new(&tables),
            units: i32::from(units),
            tables,
        })
    }

    fn has(&self, letter: char) -> bool {
        self.letters.map(letter).is_some()
    }
}

/// The fonts of a document: regular, bold, and fallback fonts for characters that these two lack.
pub struct Fonts<'a> {
    faces: Vec<Typeface<'a>>,
}

/// The look of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The size.
    pub size: Length,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is gray.
    pub faint: bool,
}

/// A glyph in font units, and the part of the text that it represents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    pub id: u32,
    pub advance: i32,
    pub x: i32,
    pub y: i32,
    pub range: Range<usize>,
}

/// A part of a text in a single font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub font: usize,
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub width: Length,
}

/// A line of text for drawing, from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shaped {
    /// Its text.
    pub text: String,
    pub runs: Vec<Run>,
    pub style: Style,
    pub width: Length,
}

/// Replaces characters that no font has.
const MISSING: char = '\u{fffd}';

impl<'a> Fonts<'a> {
    /// Loads font files: regular, bold, and fallback fonts for characters that these two lack. `None` if a file is not
    /// a font.
    pub fn new(text: &'a [u8], emphasis: &'a [u8], others: &[&'a [u8]]) -> Option<Self> {
        let all = [text, emphasis].into_iter().chain(others.iter().copied());
        let faces: Option<Vec<Typeface<'a>>> = all.map(Typeface::new).collect();
        Some(Self { faces: faces? })
    }

    /// The fonts of the program: Noto Sans for Latin, Greek, Cyrillic, Arabic, and Hebrew. In a browser, they are
    /// separate files next to the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn shipped() -> Option<Fonts<'static>> {
        Fonts::new(
            include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
            include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"),
            &[
                include_bytes!("../../../../assets/fonts/NotoSansArabic-Regular.ttf"),
                include_bytes!("../../../../assets/fonts/NotoSansHebrew-Regular.ttf"),
            ],
        )
    }

    /// A font for embedding.
    pub fn font(&self, at: usize) -> Option<Font> {
        self.faces.get(at).map(|it| it.font.clone())
    }

    /// The units per em of a font.
    pub fn units(&self, at: usize) -> i32 {
        self.faces.get(at).map_or(1, |it| it.units).max(1)
    }

    /// Whether the fonts have every character of a text.
    pub fn has_all(&self, text: &str) -> bool {
        text.chars().all(|it| it.is_control() || self.font_of(it, 0).is_some())
    }

    /// The font for a character: the wanted one or, if it lacks the character, the first one that has it.
    fn font_of(&self, letter: char, wanted: usize) -> Option<usize> {
        let has = |at: &usize| self.faces.get(*at).is_some_and(|it| it.has(letter));
        [wanted].into_iter().chain(0..self.faces.len()).find(has)
    }

    /// Shapes one line of text.
    pub fn shape(&self, text: &str, style: Style) -> Shaped {
        let wanted = usize::from(style.bold);
        let text: String = text
            .chars()
            // Invisible characters that no font has are removed, so they leave no gap.
            .filter(|it| !(it.is_control() || is_invisible(*it) && self.font_of(*it, wanted).is_none()))
            .map(|it| self.font_of(it, wanted).map_or(MISSING, |_| it))
            .collect();
        let bidi = BidiInfo::new(&text, None);
        let mut runs = Vec::new();
        for paragraph in &bidi.paragraphs {
            let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for range in visual {
                let rtl = levels.get(range.start).is_some_and(|level| level.is_rtl());
                let mut parts = self.parts(&text, range, wanted);
                if rtl {
                    parts.reverse();
                }
                runs.extend(parts.into_iter().filter_map(|(font, range)| {
                    let part = text.get(range)?;
                    self.run(font, part, rtl, style.size)
                }));
            }
        }
        let width = runs.iter().map(|run| run.width).sum();
        Shaped {
            text,
            runs,
            style,
            width,
        }
    }

    /// The width of a line of text.
    pub fn width(&self, text: &str, style: Style) -> Length {
        self.shape(text, style).width
    }

    /// Splits a range of text where the font changes. A space stays with the text before it.
    fn parts(&self, text: &str, range: Range<usize>, wanted: usize) -> Vec<(usize, Range<usize>)> {
        let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
        let start = range.start;
        for (at, letter) in text.get(range).unwrap_or_default().char_indices() {
            let (from, to) = (start + at, start + at + letter.len_utf8());
            let has = |font: usize| self.faces.get(font).is_some_and(|it| it.has(letter));
            match parts.last_mut() {
                Some((font, range)) if has(*font) && (*font == wanted || !has(wanted) || letter == ' ') => {
                    range.end = to
                }
                _ => parts.push((self.font_of(letter, wanted).unwrap_or(wanted), from..to)),
            }
        }
        parts
    }

    fn run(&self, font: usize, text: &str, rtl: bool, size: Length) -> Option<Run> {
        let face = self.faces.get(font)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let shaper = face.shaping.shaper(&face.tables).build();
        let shaped = shaper.shape(buffer, ShapeOptions::default());
        let starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .filter_map(|it| usize::try_from(it.cluster).ok())
            .collect();
        // A cluster ends where the next one starts.
        let end = |start: usize| {
            starts
                .iter()
                .copied()
                .filter(|it| *it > start)
                .min()
                .unwrap_or(text.len())
        };
        let glyphs: Vec<Glyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .zip(&starts)
            .map(|((info, position), start)| Glyph {
                id: info.glyph_id,
                advance: position.x_advance,
                x: position.x_offset,
                y: position.y_offset,
                range: *start..end(*start),
            })
            .collect();
        let advance: i64 = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let width = advance * i64::from(size) / i64::from(self.units(font));
        Some(Run {
            font,
            text: text.to_owned(),
            glyphs,
            width: Length::try_from(width).unwrap_or_default(),
        })
    }
}
