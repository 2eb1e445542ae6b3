//! Draws pages. The only file that converts lengths to the floats of the PDF library.
#![allow(
    clippy::float_arithmetic,
    reason = "points on a page, in the library's own type; nothing here is money or a day"
)]

use super::PdfError;
use super::fonts::{Fonts, Glyph, Length, Shaped};
use super::sheet::{Mark, SIZE, SheetPage};
use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};

/// Converts hundredths of a point to points.
fn points(length: Length) -> f32 {
    fraction(length, 100)
}

fn fraction(part: i32, whole: i32) -> f32 {
    // An `f32` represents every integer below 2^24 exactly, and both are far below.
    (part as f32) / (whole as f32)
}

/// Draws a page.
///
/// # Errors
/// The library rejects the size of the page.
pub fn draw(document: &mut Document, fonts: &Fonts<'_>, page: &SheetPage) -> Result<(), PdfError> {
    let (width, height) = SIZE;
    let settings = PageSettings::from_wh(points(width), points(height)).ok_or(PdfError::PageSize)?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    for mark in &page.marks {
        match mark {
            Mark::Text { x, y, shaped } => text(&mut surface, fonts, (*x, *y), shaped),
            Mark::Rule { from, to, y } => rule(&mut surface, (*from, *to), *y),
        }
    }
    surface.finish();
    sheet.finish();
    Ok(())
}

fn fill(faint: bool) -> Fill {
    Fill {
        paint: luma::Color::new(if faint { 90 } else { 0 }).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }
}

fn text(surface: &mut Surface<'_>, fonts: &Fonts<'_>, (x, y): (Length, Length), shaped: &Shaped) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(shaped.style.faint)));
    let mut from = x;
    for run in &shaped.runs {
        let Some(font) = fonts.font(run.font) else { continue };
        let units = fonts.units(run.font);
        let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(|glyph| placed(glyph, units)).collect();
        let start = Point::from_xy(points(from), points(y));
        surface.draw_glyphs(start, &glyphs, font, &run.text, points(shaped.style.size), false);
        from += run.width;
    }
}

fn placed(glyph: &Glyph, units: i32) -> KrillaGlyph {
    KrillaGlyph::new(
        GlyphId::new(glyph.id),
        fraction(glyph.advance, units),
        fraction(glyph.x, units),
        fraction(glyph.y, units),
        0.0,
        glyph.range.clone(),
        None,
    )
}

fn rule(surface: &mut Surface<'_>, (from, to): (Length, Length), y: Length) {
    let mut path = PathBuilder::new();
    path.move_to(points(from), points(y));
    path.line_to(points(to), points(y));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: luma::Color::new(150).into(),
        width: points(50),
        ..Stroke::default()
    }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}
