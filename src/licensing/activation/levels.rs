//! Since when each licence of an account has been booked (ACT 7): what a purchase, an increase or a renewal brings works
//! for some days without its certificate.

use super::super::date::Date;
use super::super::event::Event;

/// The licences of a subscription in steps: those up to a number were booked on a day. A purchase and every new term
/// book all of them anew; an increase adds a step, a decrease cuts the last ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(Vec<Level>);

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
            | Event::RenewedNow { on, holding, .. } => {
                self.0.clear();
                self.rise(holding.licences, *on);
            }
            Event::Adjusted { on, holding, .. } => self.set(holding.licences, *on),
            Event::FreeStarted { .. } | Event::Expired { .. } => self.0.clear(),
            _ => {}
        }
    }

    /// How many licences there are.
    pub fn bought(&self) -> u32 {
        self.0.last().map_or(0, |level| level.up_to)
    }

    /// The steps, from the first licence up.
    pub fn steps(&self) -> &[Level] {
        &self.0
    }

    /// How many licences above `certified` were booked at most `days` days before `today`.
    pub fn uncertified(&self, certified: u32, days: u32, today: Date) -> u32 {
        let mut from = 0;
        let mut count: u32 = 0;
        for level in &self.0 {
            if today <= level.on.plus_days(days) {
                count = count.saturating_add(level.up_to.saturating_sub(certified.max(from)));
            }
            from = level.up_to;
        }
        count
    }

    fn set(&mut self, licences: u32, on: Date) {
        if licences > self.bought() {
            self.rise(licences, on);
            return;
        }
        let Some(at) = self.0.iter().position(|level| level.up_to >= licences) else {
            return;
        };
        self.0.truncate(at.saturating_add(1));
        if let Some(last) = self.0.last_mut() {
            last.up_to = licences;
        }
    }

    fn rise(&mut self, up_to: u32, on: Date) {
        self.0.push(Level { up_to, on });
    }
}
