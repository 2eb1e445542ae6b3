//! Since when each license of an account has been booked (ACT 7): what a purchase, an increase or a renewal brings works
//! for some days without its certificate.

use crate::value::date::Date;

/// The licenses of a subscription in steps: those up to a number were booked on a day. A purchase and every new term
/// book all of them anew; an increase adds a step, a decrease cuts the last ones. What counts of several adjustments on
/// one day is their net: else going down and up again would make every license new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LicenseTranches {
    steps: Vec<Tranche>,
    /// The last day of an adjustment, with the steps before the first one of that day.
    morning: Option<(Date, Vec<Tranche>)>,
    /// The end of the running term.
    end: Option<Date>,
    /// What changes of length have replaced in the running term, the latest last.
    former: Vec<Former>,
}

/// The steps before a change of length.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Former {
    end: Date,
    steps: Vec<Tranche>,
    morning: Option<(Date, Vec<Tranche>)>,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// The number of licenses up to which it goes; the step before ends below it.
    pub up_to: u32,
    /// The day on which they were booked.
    pub on: Date,
}

impl LicenseTranches {
    /// All licenses booked on one day, for a term that ends on another, and nothing of what was before.
    pub fn begin(&mut self, licenses: u32, on: Date, end: Date) {
        *self = Self {
            steps: whole(licenses, on),
            end: Some(end),
            ..Self::default()
        };
    }

    /// Another length, hence another end. Certificates reach to the end that it replaces, so where the new one is later,
    /// the licenses count as booked on that day; else their days stay. Changing back restores the days of before (CHG 5).
    pub fn change_length(&mut self, licenses: u32, on: Date, end: Date) {
        let Some(replaced) = self.end.replace(end) else { return };
        if let Some(former) = self.former.pop_if(|former| former.end == end) {
            (self.steps, self.morning) = (former.steps, former.morning);
            self.set(licenses, on);
            return;
        }
        self.former.push(Former {
            end: replaced,
            steps: self.steps.clone(),
            morning: self.morning.clone(),
        });
        if end > replaced {
            self.steps = whole(licenses, replaced);
            self.morning = None;
        } else {
            self.set(licenses, on);
        }
    }

    /// How many licenses there are.
    pub fn bought(&self) -> u32 {
        self.steps.last().map_or(0, |level| level.up_to)
    }

    /// The steps, from the first license up.
    pub fn steps(&self) -> &[Tranche] {
        &self.steps
    }

    /// How many licenses above `certified` were booked at most `days` days before `today`.
    pub fn uncertified(&self, certified: u32, days: u32, today: Date) -> u32 {
        let mut from = 0;
        let mut count: u32 = 0;
        for level in &self.steps {
            if today <= level.on.plus_days(days) {
                count += level.up_to.saturating_sub(certified.max(from));
            }
            from = level.up_to;
        }
        count
    }

    /// Sets the number on a day, from the steps that the day began with.
    pub fn set(&mut self, licenses: u32, on: Date) {
        let morning = match self.morning.take() {
            Some((day, steps)) if day == on => steps,
            _ => self.steps.clone(),
        };
        let mut below = 0;
        let mut steps = Vec::with_capacity(morning.len() + 1);
        for level in &morning {
            if below < licenses {
                below = level.up_to.min(licenses);
                steps.push(Tranche { up_to: below, ..*level });
            }
        }
        if below < licenses {
            steps.push(Tranche { up_to: licenses, on });
        }
        self.steps = steps;
        self.morning = Some((on, morning));
    }
}

/// All of so many licenses, booked on one day.
fn whole(licenses: u32, on: Date) -> Vec<Tranche> {
    vec![Tranche { up_to: licenses, on }]
}
