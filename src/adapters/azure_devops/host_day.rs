//! The day of Azure DevOps: the host reports it, and the computer counts the days since then (SUB 7).

use crate::adapters::azure_devops::identity::Coming;
use crate::adapters::azure_devops::rest::newest;
use crate::adapters::browser;
use exchange::host::devops::host_info::{HostInfo, day};
use exchange::journal::Calendar;
use futures::future::LocalBoxFuture;
use licensing::Date;
use std::cell::{Cell, RefCell};

/// The day of the host.
pub struct HostDay {
    told: HostInfo,
    /// The last reported day, and the computer's day at that time. `None` if the computer's day applies, which rejects
    /// no line.
    last: Cell<Option<(Date, Date)>>,
    /// The first answer of the host, while it is pending.
    coming: RefCell<Option<Coming>>,
}

impl HostDay {
    /// A day that the host has not reported yet.
    pub fn new(told: HostInfo) -> Self {
        Self {
            told,
            last: Cell::new(None),
            coming: RefCell::new(None),
        }
    }

    /// The first answer is pending. It is awaited before a line is rejected.
    pub fn comes_with(&self, asked: Coming) {
        self.coming.replace(Some(asked));
    }

    /// The first answer has arrived, with or without a day.
    pub fn has_come(&self, day: Option<Date>) {
        self.coming.replace(None);
        self.on_progress(day);
    }

    fn on_progress(&self, day: Option<Date>) {
        if let Some(day) = day {
            self.last.set(Some((day, browser::today())));
        }
    }

    /// Today.
    pub fn now(&self) -> Date {
        let today = browser::today();
        let Some((told, then)) = self.last.get() else {
            return today;
        };
        told.plus_days(u32::try_from(then.days_until(today)).unwrap_or(0))
    }
}

impl Calendar for HostDay {
    fn today(&self) -> Option<Date> {
        if self.coming.borrow().is_some() {
            // While the day is unknown, every line appears to be later, so the day is requested before a line is
            // judged.
            return Some(Date::EPOCH);
        }
        self.last.get().map(|_| self.now())
    }

    fn ask(&self) -> LocalBoxFuture<'_, Option<Date>> {
        Box::pin(async {
            let coming = self.coming.borrow().clone();
            if let Some(coming) = coming {
                coming.await;
                return self.today();
            }
            // Every answer contains the date of the host. This one is short.
            let url = |version: &str| self.told.permission_url(version).unwrap_or_default();
            let answer = newest(url, &|_| ()).await;
            let told = answer.ok().and_then(|(_, answer)| answer.date).as_deref().and_then(day);
            self.on_progress(told);
            self.today()
        })
    }
}
