//! Something that takes long, and can be called off or begun anew.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, Waker};

/// Something that takes long, and can be called off or begun anew.
#[derive(Default)]
pub(super) struct Turn {
    number: Cell<u32>,
    called_off: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Turn {
    /// Begins anew; what is under way is given up.
    pub(super) fn begin(&self) -> u32 {
        self.number.set(self.number.get().wrapping_add(1));
        self.wake();
        self.called_off.set(false);
        self.number.get()
    }

    pub(super) fn call_off(&self) {
        self.called_off.set(true);
        self.wake();
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    pub(super) fn is(&self, number: u32) -> bool {
        self.number.get() == number
    }

    /// What the work comes to; none where it was called off or begun anew.
    pub(super) async fn unless_called_off<T>(&self, number: u32, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if self.called_off.get() || !self.is(number) {
                return Poll::Ready(None);
            }
            let outcome = work.as_mut().poll(context).map(Some);
            if outcome.is_pending() && self.is(number) {
                self.waker.replace(Some(context.waker().clone()));
            }
            outcome
        })
        .await
    }
}
