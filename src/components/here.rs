//! Asynchronous work of a page. When it finishes, the part of the page that started it may be gone, together with its
//! signals and callbacks. Using them would then panic, so all asynchronous work goes through this module.

use leptos::{prelude::*, task::spawn_local};

/// A part of the page. Create it beside the signals of that part, because it has the same lifetime. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Here(StoredValue<()>);

impl Here {
    /// The part of the page that is being built now.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(()))
    }

    /// Whether it still exists.
    pub fn stands(self) -> bool {
        !self.0.is_disposed()
    }

    /// Waits for `work`, then passes its result to `then`, unless this part is gone.
    pub fn after<T: 'static>(self, work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
        after(work, move |outcome| {
            if self.stands() {
                then(outcome);
            }
        });
    }
}

impl Default for Here {
    fn default() -> Self {
        Self::new()
    }
}

/// Waits for `work`, then passes its result to `then`, whichever page is open by then. So `then` may use only what
/// lives as long as the page, and anything for which [`Here::stands`] is true.
pub fn after<T: 'static>(work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
    spawn_local(async move { then(work.await) });
}
