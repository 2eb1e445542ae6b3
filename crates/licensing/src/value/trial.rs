//! The trial (TRI).

use crate::value::date::Date;

/// A trial `[start, end)` (TRI 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The first day.
    pub start: Date,
    /// The first day after the trial.
    pub end: Date,
}

impl Trial {
    /// A trial of `days` days that starts on `start`.
    pub fn starting(start: Date, days: u32) -> Self {
        Self {
            start,
            end: start.plus_days(days),
        }
    }

    /// Whole days left: the full length on the first day, 1 on the last day, 0 from the end on (TRI 1).
    pub fn days_left(self, today: Date) -> i64 {
        today.days_until(self.end).max(0)
    }

    /// Whether the trial has ended (TRI 1).
    pub fn has_ended(self, today: Date) -> bool {
        today >= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tri_1_counts_28_days_on_the_first_and_1_on_the_last() {
        let start = Date::new(2026, 7, 13).unwrap();
        let trial = Trial::starting(start, 28);
        assert_eq!(trial.days_left(start), 28);
        assert_eq!(trial.days_left(start.plus_days(27)), 1);
        assert!(!trial.has_ended(start.plus_days(27)) && trial.has_ended(trial.end));
        assert_eq!(trial.days_left(start.plus_days(40)), 0);
    }
}
