//! The ticks of axes: round numbers, and the first days of months.

use super::basis;
use crate::{Date, Scene};

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisTick {
    /// The position in basis points, from the left or from the bottom.
    pub at: u32,
    /// Its label.
    pub label: String,
}

/// The highest number of steps between the levels of an axis.
const STEPS: i128 = 4;
/// The highest number of labeled months.
const MONTHS: i64 = 12;

/// Round levels from zero to at least `most`: 1, 2, or 5 times a power of ten apart. The last one is the whole height.
pub(super) fn levels(most: i128) -> Vec<i128> {
    let most = most.max(1);
    let mut power = 1_i128;
    let step = loop {
        let round = [power, power.saturating_mul(2), power.saturating_mul(5)];
        if let Some(step) = round.into_iter().find(|step| step.saturating_mul(STEPS) >= most) {
            break step;
        }
        power = power.saturating_mul(10);
    };
    let top = (most + step - 1) / step;
    (0..=top).map(|it| it * step).collect()
}

/// The ticks of levels.
pub(super) fn ticks(levels: &[i128], label: impl Fn(i128) -> String) -> Vec<AxisTick> {
    let top = levels.last().copied().unwrap_or(1);
    let tick = |level: &i128| AxisTick {
        at: basis(*level, top),
        label: label(*level),
    };
    levels.iter().map(tick).collect()
}

/// The position of a day between two days, in basis points.
pub(super) fn place(from: Date, to: Date, day: Date) -> u32 {
    basis(from.days_until(day).into(), from.days_until(to).into())
}

/// The first day of a day's month.
fn month_start(day: Date) -> Date {
    Date::new(day.year(), day.month(), 1).unwrap_or(day)
}

/// The first day of the month that is some months before a day's month. `None` before the calendar begins.
pub(super) fn month_before(day: Date, months: u32) -> Option<Date> {
    let all = u32::try_from(day.year()).ok()? * 12 + day.month() - 1;
    let wanted = all.checked_sub(months)?;
    Date::new(i32::try_from(wanted / 12).ok()?, wanted % 12 + 1, 1)
}

/// The first days of months between two days: every month, or every third, sixth, or twelfth if there are many.
pub(super) fn months(scene: &Scene<'_>, from: Date, to: Date) -> Vec<AxisTick> {
    let count = from.days_until(to) / 30;
    let every = [1, 3, 6]
        .into_iter()
        .find(|every| count / every <= MONTHS)
        .unwrap_or(12);
    let first = month_start(from);
    let first = if first < from { first.plus_months(1) } else { first };
    let starts = (0..).map(|it| first.plus_months(it)).take_while(|day| *day < to);
    let labeled = starts.filter(|day| i64::from(day.month() - 1) % every == 0);
    let tick = |day| AxisTick {
        at: place(from, to, day),
        label: scene.format.month(day),
    };
    labeled.map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn levels_are_round_and_reach_the_highest_value() {
        for (most, expected) in [
            (0, vec![0, 1]),
            (1, vec![0, 1]),
            (4, vec![0, 1, 2, 3, 4]),
            (5, vec![0, 2, 4, 6]),
            (45, vec![0, 20, 40, 60]),
            (125, vec![0, 50, 100, 150]),
            (67_200, vec![0, 20_000, 40_000, 60_000, 80_000]),
        ] {
            assert_eq!(levels(most), expected, "{most}");
        }
        assert!(levels(i128::MAX / 20_000).len() <= 6);
    }
}
