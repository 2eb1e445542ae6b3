//! Charts as numbers and text. Positions and heights are basis points (0 to 10,000), and every chart has the same content
//! as text, so the page only draws.

mod axis;
mod caption;
mod credit;
mod licenses;
mod proration;

pub use axis::AxisTick;
pub use caption::fitting;
pub(crate) use caption::{captions, coming, total};
pub use credit::{CreditChart, credit};
pub use licenses::{LicenseChart, LicensePoint, MonthRow, licenses};
pub use proration::{Block, Proration, of_document, of_preview};

use super::{Event, Scene};

/// The whole of a chart, in basis points.
pub const WHOLE: u32 = 10_000;

/// A part of a whole, in basis points. At most the whole.
pub(crate) fn basis(part: i128, whole: i128) -> u32 {
    let share = part.max(0).saturating_mul(WHOLE.into()) / whole.max(1);
    u32::try_from(share).unwrap_or(WHOLE).min(WHOLE)
}

/// Every event that counts, oldest first: those of the journal, and those that are due but not stored yet.
pub(crate) fn events<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Event> {
    let aside = scene.ledger.set_aside();
    let records = scene.ledger.records().iter();
    let counted = records.filter(move |record| !aside.contains(&record.position));
    counted.flat_map(|record| &record.events).chain(scene.due)
}
