//! The balance of the credit over time, with axes (CRD 2).

use super::axis::{AxisTick, levels, months, ticks};
use crate::invoices::{Point, points};
use crate::words::invoices as words;
use crate::{Money, Scene};

/// The step line of the credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditChart {
    /// The balance from each position on, up to the next one. The last one is today.
    pub points: Vec<Point>,
    /// The ticks of the time axis.
    pub days: Vec<AxisTick>,
    /// The ticks of the amounts, from zero.
    pub amounts: Vec<AxisTick>,
    /// The same content in a sentence. The statement lists every movement.
    pub text: String,
}

/// The step line of the credit, from the first movement to today. `None` if there has been no credit.
pub fn credit(scene: &Scene<'_>) -> Option<CreditChart> {
    let ledger = scene.account.credit();
    let first = ledger.movements().first()?.date;
    let highest = ledger.movements().iter().map(|it| it.balance).max()?;
    let levels = levels(highest.minor());
    let top = levels.last().copied().unwrap_or(1);
    let amount = |minor| scene.money(Money::from_minor(minor, highest.digits()));
    Some(CreditChart {
        points: points(scene, top),
        days: months(scene, first, scene.today.max(first.plus_days(1))),
        amounts: ticks(&levels, amount),
        text: words::picture(
            &scene.date(first),
            &scene.date(scene.today),
            &scene.money(highest),
            &scene.money(ledger.balance()),
        ),
    })
}
