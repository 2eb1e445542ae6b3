//! The current day. Lines with a later date are set aside (SUB 7).

use futures::future::LocalBoxFuture;
use licensing::Date;

/// The source of the current day, which is the host of the page. No other clock decides what is part of a journal.
pub trait Calendar {
    /// The known current day. `None` if the host has not supplied it; then no line is set aside because of its date.
    fn today(&self) -> Option<Date>;

    /// Asks the host for the current day again. It is used before a line is set aside, because someone may just have
    /// booked the line on the next day.
    fn ask(&self) -> LocalBoxFuture<'_, Option<Date>>;
}

/// A calendar without a known day.
pub struct NoCalendar;

impl Calendar for NoCalendar {
    fn today(&self) -> Option<Date> {
        None
    }

    fn ask(&self) -> LocalBoxFuture<'_, Option<Date>> {
        Box::pin(async { None })
    }
}
