//! A long task that can be canceled or started again. Only its latest run counts.

use futures::future::{AbortHandle, Abortable};
use std::cell::{Cell, RefCell};

/// A long task that can be canceled or started again.
#[derive(Default)]
pub(super) struct LatestTask {
    run: Cell<u32>,
    canceled: Cell<bool>,
    under_way: RefCell<Option<AbortHandle>>,
}

impl LatestTask {
    /// Starts another run and cancels the previous one. Returns its number.
    pub(super) fn begin(&self) -> u32 {
        self.cancel();
        self.canceled.set(false);
        self.run.set(self.run.get().wrapping_add(1));
        self.run.get()
    }

    pub(super) fn cancel(&self) {
        self.canceled.set(true);
        if let Some(work) = self.under_way.take() {
            work.abort();
        }
    }

    pub(super) fn is_latest(&self, run: u32) -> bool {
        self.run.get() == run
    }

    /// Does the work of a run. `None` if the run is canceled or another run starts.
    pub(super) async fn unless_canceled<T>(&self, run: u32, work: impl Future<Output = T>) -> Option<T> {
        if self.canceled.get() || !self.is_latest(run) {
            return None;
        }
        let (handle, registration) = AbortHandle::new_pair();
        self.under_way.replace(Some(handle));
        Abortable::new(work, registration).await.ok()
    }
}
