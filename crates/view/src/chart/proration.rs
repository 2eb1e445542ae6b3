//! The picture of a change within a term: one bar with the old rate up to the day of the change and the new rate after
//! it (CHG 2, CHG 3). The height of a block is its amount per day, so its area is its amount.

use super::axis::place;
use super::basis;
use crate::order::Preview;
use crate::words::{self, charts as texts};
use crate::{Change, Day, Event, Money, Scene};
use documents::Issued;
use licensing::billing::line::{Line, LineKind};
use licensing::catalogue::Catalogue;

/// A block of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The left edge, in basis points.
    pub from: u32,
    /// The right edge, in basis points.
    pub to: u32,
    /// The height, in basis points of the higher rate.
    pub high: u32,
    /// What it stands for: "45 licenses".
    pub label: String,
    /// Its amount. `None` for the used time, which stays as it was billed.
    pub amount: Option<String>,
}

/// The picture of a change within a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proration {
    /// The first day of the old term.
    pub start: Day,
    /// The day of the change, the first day at the new rate.
    pub on: Day,
    /// The end of the bar: the day after the last day of the later term.
    pub end: Day,
    /// The position of the day of the change, in basis points.
    pub split: u32,
    /// The days before the change, at the old rate.
    pub used: Block,
    /// The days that are given back, at the old rate. To be drawn as an outline.
    pub unused: Block,
    /// The days that are charged, at the new rate.
    pub charged: Block,
    /// The difference of the two amounts, before tax: charged if positive.
    pub difference: String,
    /// The same content in sentences.
    pub text: String,
}

/// The picture of a change that is previewed. `None` if the command gives back no time.
pub fn of_preview(scene: &Scene<'_>, preview: &Preview) -> Option<Proration> {
    let order = preview.events.iter().find_map(Event::order)?;
    proration(scene, scene.catalogue, &order.lines)
}

/// The picture of a change that a document bills. `None` if it gives back no time, or if it reverses a document.
pub fn of_document(scene: &Scene<'_>, issued: &Issued) -> Option<Proration> {
    proration(scene, &issued.catalogue, &issued.document.lines)
}

fn proration(scene: &Scene<'_>, catalogue: &Catalogue, lines: &[Line]) -> Option<Proration> {
    let unused = lines.iter().find(|line| line.kind == LineKind::Unused)?;
    let charge = lines.iter().find(|line| line.is_charge())?;
    if lines.iter().any(Line::is_reversed) || unused.days <= 0 || charge.days <= 0 {
        return None;
    }
    let elapsed = u32::try_from(unused.term_days - unused.days).ok()?;
    let (start, on, end) = (unused.from.minus_days(elapsed), unused.from, unused.to.max(charge.to));
    let given = -unused.amount;
    // Amounts per day, compared without dividing.
    let rates = (
        given.minor() * i128::from(charge.days),
        charge.amount.minor() * i128::from(unused.days),
    );
    let higher = rates.0.max(rates.1);
    let at = |day| place(start, end, day);
    let (old, new) = labels(catalogue, unused, charge);
    let block = |from, to, rate, label: &str, amount: Option<Money>| Block {
        from: at(from),
        to: at(to),
        high: basis(rate, higher),
        label: label.to_owned(),
        amount: amount.map(|it| scene.money(it)),
    };
    let difference = charge.amount - given;
    Some(Proration {
        start: Day::new(scene, start),
        on: Day::new(scene, on),
        end: Day::new(scene, end),
        split: at(on),
        used: block(start, on, rates.0, &old, None),
        unused: block(on, unused.to, rates.0, &old, Some(unused.amount)),
        charged: block(on, charge.to, rates.1, &new, Some(charge.amount)),
        difference: scene.money(difference),
        text: texts::proration(&texts::ProrationWords {
            old: &old,
            new: &new,
            on: &scene.date(on),
            unused: (unused.days, unused.term_days, &scene.money(given)),
            charged: (charge.days, charge.term_days, &scene.money(charge.amount)),
            difference: &scene.money(if difference.is_negative() {
                -difference
            } else {
                difference
            }),
            is_credit: difference.is_negative(),
        }),
    })
}

/// The names of the old and the new rate: the licenses, and whatever else differs.
fn labels(catalogue: &Catalogue, old: &Line, new: &Line) -> (String, String) {
    let name = |line: &Line| {
        let change = Change {
            plan: Some(line.plan).filter(|_| old.plan != new.plan),
            length: Some(line.length).filter(|_| old.length != new.length),
            licenses: Some(line.licenses),
        };
        words::change_in(catalogue, change)
    };
    (name(old), name(new))
}
