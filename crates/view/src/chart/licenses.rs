//! Licenses bought and in use over the last 12 months, and what they cost.

use super::axis::{AxisTick, levels, month_before, months, place, ticks};
use super::{basis, events};
use crate::cost::{Amount, percent, share, taxed};
use crate::words::charts as words;
use crate::{Date, Day, Event, LicenseCount, Money, Scene};
use licensing::account::Account;
use licensing::billing::line::Line;
use licensing::value::percent::Percent;

/// A step of the chart. Its numbers hold from its day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicensePoint {
    /// The day.
    pub day: Day,
    /// Its position in basis points.
    pub at: u32,
    /// The number of licenses. `None` if there is no limit or no subscription.
    pub bought: Option<u32>,
    /// The number of licenses in use. `None` if there is no limit, or until the people are read.
    pub in_use: Option<u32>,
    /// The height of `bought`, in basis points of the highest level.
    pub bought_high: u32,
    /// The height of `in_use`.
    pub in_use_high: u32,
}

/// A month, for the bars of the cost and for the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// The month. The last one ends today.
    pub label: String,
    /// The left edge, in basis points.
    pub from: u32,
    /// The right edge, in basis points.
    pub to: u32,
    /// The number of licenses at the end of the month.
    pub bought: Option<String>,
    /// The number of licenses in use at the end of the month.
    pub in_use: Option<String>,
    /// What the days of the month cost, including tax.
    pub cost: Amount,
    /// The height of the cost, in basis points of the highest month.
    pub cost_high: u32,
}

/// The chart of the last 12 months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenseChart {
    /// The steps, oldest first. The first one is at the left edge; the last one holds through today.
    pub points: Vec<LicensePoint>,
    /// The ticks of the time axis.
    pub days: Vec<AxisTick>,
    /// The ticks of the numbers, from zero.
    pub numbers: Vec<AxisTick>,
    /// The months, oldest first. They are also the table with the same content.
    pub months: Vec<MonthRow>,
    /// The cost of all these months.
    pub total: Amount,
    /// The same content in a sentence.
    pub text: String,
}

/// The number of months, including the current one.
const MONTHS: u32 = 12;

/// Licenses bought and in use since the first day of the month eleven months ago. `None` before the first purchase.
///
/// The cost of a month is the share of every booked line in its days, also of lines that give time back, each rounded
/// once (CHG 3), with tax (INV 6). A payment for a year is therefore spread over its months. Licenses in use are counted
/// with the current directory: who is the same person as whom is not recorded for every day (LIC 2).
pub fn licenses(scene: &Scene<'_>) -> Option<LicenseChart> {
    let from = month_before(scene.today, MONTHS - 1)?;
    let to = scene.today.plus_days(1);
    let steps = steps(scene, from);
    if steps.iter().all(|step| step.bought.is_none()) {
        return None;
    }
    let most = steps.iter().flat_map(|step| [step.bought, step.in_use]).flatten().max();
    let levels = levels(most.unwrap_or(0).into());
    let top = levels.last().copied().unwrap_or(1);
    let high = |number: Option<u32>| basis(number.unwrap_or(0).into(), top);
    let months_of = month_rows(scene, from, to, &steps);
    let zero = scene.catalogue.zero();
    let total = Amount::new(scene, months_of.iter().fold(zero, |sum, it| sum + it.cost.money));
    Some(LicenseChart {
        text: said(scene, (from, &steps), &total.text),
        points: steps
            .iter()
            .map(|step| LicensePoint {
                day: Day::new(scene, step.on),
                at: place(from, to, step.on),
                bought: step.bought,
                in_use: step.in_use,
                bought_high: high(step.bought),
                in_use_high: high(step.in_use),
            })
            .collect(),
        days: months(scene, from, to),
        numbers: ticks(&levels, |level| {
            scene.format.number(u32::try_from(level).unwrap_or(u32::MAX))
        }),
        months: months_of,
        total,
    })
}

/// The numbers from a day on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Step {
    on: Date,
    bought: Option<u32>,
    in_use: Option<u32>,
}

/// The numbers at the end of every day since `from` on which they changed, and on `from` itself.
fn steps(scene: &Scene<'_>, from: Date) -> Vec<Step> {
    let mut account = Account::new(scene.account.id(), scene.account.deployment(), scene.catalogue);
    let step = |account: &Account, on| {
        let bought = account.licenses().map(LicenseCount::get);
        let in_use = || account.licenses_in_use(scene.people);
        Step {
            on,
            bought,
            in_use: bought.filter(|_| !scene.unread).map(|_| in_use()),
        }
    };
    let mut steps: Vec<Step> = Vec::new();
    let mut note = |it: Step| {
        // Only the end of a day counts.
        steps.pop_if(|last| last.on == it.on);
        let is_new = steps
            .last()
            .is_none_or(|last| (last.bought, last.in_use) != (it.bought, it.in_use));
        steps.extend(is_new.then_some(it));
    };
    let mut day = from.minus_days(1);
    for event in events(scene) {
        let on = event.on().max(day);
        if on > day {
            // The day before is complete.
            note(step(&account, day.max(from)));
            day = on;
        }
        account.apply(event);
    }
    note(step(&account, day.max(from)));
    steps
}

/// The months with their costs.
fn month_rows(scene: &Scene<'_>, from: Date, to: Date, steps: &[Step]) -> Vec<MonthRow> {
    let starts: Vec<Date> = (0..MONTHS).map(|it| from.plus_months(it)).collect();
    let ends: Vec<Date> = starts.iter().map(|start| start.plus_months(1).min(to)).collect();
    let costs = costs(scene, &starts, &ends);
    let highest = costs.iter().map(|cost| cost.minor()).max().unwrap_or(0);
    let number = |it: u32| scene.format.number(it);
    let row = |((start, end), cost): ((&Date, &Date), &Money)| {
        let last = steps.iter().rev().find(|step| step.on < *end);
        MonthRow {
            label: words::month(&scene.format.month(*start), *end < start.plus_months(1)),
            from: place(from, to, *start),
            to: place(from, to, *end),
            bought: last.and_then(|it| it.bought).map(number),
            in_use: last.and_then(|it| it.in_use).map(number),
            cost: Amount::new(scene, *cost),
            cost_high: basis(cost.minor(), highest),
        }
    };
    starts.iter().zip(&ends).zip(&costs).map(row).collect()
}

/// What the days of each month cost, including tax.
fn costs(scene: &Scene<'_>, starts: &[Date], ends: &[Date]) -> Vec<Money> {
    let mut shares: Vec<Vec<(Option<Percent>, Money)>> = vec![Vec::new(); starts.len()];
    for line in events(scene).flat_map(lines_of) {
        // Most lines belong to one or two months.
        let first = ends.partition_point(|end| *end <= line.from);
        let months = starts.iter().zip(ends).zip(&mut shares).skip(first);
        for ((start, end), shares) in months.take_while(|((start, _), _)| **start < line.to) {
            shares.extend(share(line, *start, *end).map(|it| (percent(line), it.amount)));
        }
    }
    let zero = scene.catalogue.zero();
    let sums = shares.into_iter().map(|it| taxed(zero, it.into_iter()));
    sums.map(|(net, tax)| net + tax).collect()
}

/// The lines that an event books, also an opening line without a document (PLN 5).
fn lines_of(event: &Event) -> &[Line] {
    match event {
        Event::Imported { opening_line, .. } => std::slice::from_ref(opening_line),
        _ => event.order().map_or(&[], |order| &order.lines),
    }
}

/// The chart in a sentence.
fn said(scene: &Scene<'_>, (from, steps): (Date, &[Step]), total: &str) -> String {
    let number = |it: Option<u32>| scene.format.number(it.unwrap_or(0));
    let first = steps.iter().find(|step| step.bought.is_some());
    let last = steps.last();
    let bought = [first, last].map(|it| number(it.and_then(|it| it.bought)));
    let in_use = [first, last].map(|it| it.and_then(|it| it.in_use).map(|it| scene.format.number(it)));
    words::licenses(&scene.date(first.map_or(from, |it| it.on)), &bought, &in_use, total)
}
