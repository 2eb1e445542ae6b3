//! The day by which lines that are dated later are refused (SUB 7).

use futures::future::LocalBoxFuture;
use licensing::Date;

/// Whoever tells the day: the host of the page. Nobody else's clock decides what is part of a journal.
pub trait Calendar {
    /// The day, as far as it is known; none where the host did not tell it, and nothing is refused.
    fn today(&self) -> Option<Date>;

    /// The day, asked anew: before a line is refused that somebody may just have booked on the next one.
    fn ask(&self) -> LocalBoxFuture<'_, Option<Date>>;
}

/// Where nobody tells the day.
pub struct NoCalendar;

impl Calendar for NoCalendar {
    fn today(&self) -> Option<Date> {
        None
    }

    fn ask(&self) -> LocalBoxFuture<'_, Option<Date>> {
        Box::pin(async { None })
    }
}
