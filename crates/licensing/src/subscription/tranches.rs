//! The booking dates of an account's licenses (ACT 7). Licenses from a purchase, an increase or a renewal work for some
//! days without a certificate.

use crate::value::date::Date;
use crate::value::license_count::LicenseCount;

/// The licenses of a subscription in tranches, each with its booking date. A purchase or a new term replaces all
/// tranches. An increase adds a tranche, and a decrease removes the last ones. Several adjustments on one day count as
/// their net change. Otherwise a decrease and an increase on the same day would make every license new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LicenseTranches {
    steps: Vec<Tranche>,
    /// The last day with an adjustment, and the tranches before the first adjustment of that day.
    morning: Option<(Date, Vec<Tranche>)>,
    /// The end of the current term.
    end: Option<Date>,
    /// The states that changes of the billing interval replaced in the current term, latest last.
    former: Vec<Former>,
}

/// The state before a change of the billing interval.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Former {
    end: Date,
    steps: Vec<Tranche>,
    morning: Option<(Date, Vec<Tranche>)>,
}

/// One tranche.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// The last license of the tranche, counted from 1. The tranche begins after the last license of the one before.
    pub up_to: u32,
    /// The day on which the licenses were booked.
    pub on: Date,
}

impl LicenseTranches {
    /// Starts a term: all licenses are booked on one day, and earlier tranches are dropped.
    pub fn begin(&mut self, licenses: LicenseCount, on: Date, end: Date) {
        *self = Self {
            steps: whole(licenses, on),
            end: Some(end),
            ..Self::default()
        };
    }

    /// Changes the billing interval, and so the end of the term. Certificates are valid until the old end. If the new
    /// end is later, the licenses count as booked on the old end. Otherwise they keep their booking dates. Changing
    /// back restores the earlier dates (CHG 5).
    pub fn change_length(&mut self, licenses: LicenseCount, on: Date, end: Date) {
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

    /// The total number of licenses.
    pub fn bought(&self) -> u32 {
        self.steps.last().map_or(0, |tranche| tranche.up_to)
    }

    /// The tranches, lowest licenses first.
    pub fn steps(&self) -> &[Tranche] {
        &self.steps
    }

    /// The number of licenses above `certified` that were booked at most `days` days before `today`.
    pub fn uncertified(&self, certified: u32, days: u32, today: Date) -> u32 {
        let mut from = 0;
        let mut count: u32 = 0;
        for tranche in &self.steps {
            if today <= tranche.on.plus_days(days) {
                count += tranche.up_to.saturating_sub(certified.max(from));
            }
            from = tranche.up_to;
        }
        count
    }

    /// Sets the number of licenses on a day, based on the tranches at the start of that day.
    pub fn set(&mut self, licenses: LicenseCount, on: Date) {
        let morning = match self.morning.take() {
            Some((day, steps)) if day == on => steps,
            _ => self.steps.clone(),
        };
        let mut below = 0;
        let mut steps = Vec::with_capacity(morning.len() + 1);
        for tranche in &morning {
            if licenses > below {
                below = tranche.up_to.min(licenses.get());
                steps.push(Tranche {
                    up_to: below,
                    ..*tranche
                });
            }
        }
        if licenses > below {
            steps.push(Tranche {
                up_to: licenses.get(),
                on,
            });
        }
        self.steps = steps;
        self.morning = Some((on, morning));
    }
}

/// One tranche with all licenses, booked on one day.
fn whole(licenses: LicenseCount, on: Date) -> Vec<Tranche> {
    vec![Tranche {
        up_to: licenses.get(),
        on,
    }]
}
