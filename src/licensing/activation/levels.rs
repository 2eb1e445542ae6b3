//! Since when each licence of an account has been booked (ACT 7): what a purchase, an increase or a renewal brings works
//! for some days without its certificate.

use super::super::date::Date;
use super::super::event::Event;

/// The licences of a subscription in steps: those up to a number were booked on a day. A purchase and every new term
/// book all of them anew; an increase adds a step, a decrease cuts the last ones. What counts of several adjustments on
/// one day is their net: else going down and up again would make every licence new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    steps: Vec<Level>,
    /// The last day of an adjustment, with the steps before the first one of that day.
    morning: Option<(Date, Vec<Level>)>,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The number of licences up to which it goes; the step before ends below it.
    pub up_to: u32,
    /// The day on which they were booked.
    pub on: Date,
}

impl Levels {
    /// The levels after these events.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut levels = Self::default();
        events.into_iter().for_each(|event| levels.apply(event));
        levels
    }

    /// Folds one event in.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Purchased { on, holding, .. }
            | Event::Imported { on, holding, .. }
            | Event::Relengthened { on, holding, .. }
            | Event::Renewed { on, holding, .. }
            | Event::RenewedNow { on, holding, .. } => self.begin(vec![Level {
                up_to: holding.licences,
                on: *on,
            }]),
            Event::Adjusted { on, holding, .. } => self.set(holding.licences, *on),
            Event::FreeStarted { .. } | Event::Expired { .. } => self.begin(Vec::new()),
            _ => {}
        }
    }

    /// These steps and nothing of what was before them.
    fn begin(&mut self, steps: Vec<Level>) {
        *self = Self { steps, morning: None };
    }

    /// How many licences there are.
    pub fn bought(&self) -> u32 {
        self.steps.last().map_or(0, |level| level.up_to)
    }

    /// The steps, from the first licence up.
    pub fn steps(&self) -> &[Level] {
        &self.steps
    }

    /// How many licences above `certified` were booked at most `days` days before `today`.
    pub fn uncertified(&self, certified: u32, days: u32, today: Date) -> u32 {
        let mut from = 0;
        let mut count: u32 = 0;
        for level in &self.steps {
            if today <= level.on.plus_days(days) {
                count = count.saturating_add(level.up_to.saturating_sub(certified.max(from)));
            }
            from = level.up_to;
        }
        count
    }

    /// Sets the number on a day, from the steps that the day began with.
    fn set(&mut self, licences: u32, on: Date) {
        let morning = match self.morning.take() {
            Some((day, steps)) if day == on => steps,
            _ => self.steps.clone(),
        };
        let mut below = 0;
        let mut steps = Vec::with_capacity(morning.len() + 1);
        for level in &morning {
            if below < licences {
                below = level.up_to.min(licences);
                steps.push(Level { up_to: below, ..*level });
            }
        }
        if below < licences {
            steps.push(Level { up_to: licences, on });
        }
        *self = Self {
            steps,
            morning: Some((on, morning)),
        };
    }
}
