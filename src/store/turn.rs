//! Something that takes long, and can be called off or begun anew.

use futures::future::{AbortHandle, Abortable};
use std::cell::{Cell, RefCell};

/// Something that takes long, and can be called off or begun anew.
#[derive(Default)]
pub(super) struct Turn {
    number: Cell<u32>,
    called_off: Cell<bool>,
    under_way: RefCell<Option<AbortHandle>>,
}

impl Turn {
    /// Begins anew; what is under way is given up.
    pub(super) fn begin(&self) -> u32 {
        self.call_off();
        self.called_off.set(false);
        self.number.set(self.number.get().wrapping_add(1));
        self.number.get()
    }

    pub(super) fn call_off(&self) {
        self.called_off.set(true);
        if let Some(work) = self.under_way.take() {
            work.abort();
        }
    }

    pub(super) fn is(&self, number: u32) -> bool {
        self.number.get() == number
    }

    /// What the work comes to; none where it was called off or begun anew.
    pub(super) async fn unless_called_off<T>(&self, number: u32, work: impl Future<Output = T>) -> Option<T> {
        if self.called_off.get() || !self.is(number) {
            return None;
        }
        let (handle, registration) = AbortHandle::new_pair();
        self.under_way.replace(Some(handle));
        Abortable::new(work, registration).await.ok()
    }
}
