//! What a page waits for. By the time that it comes, the part of the page that has asked may be gone, and its signals and
//! callbacks with it: using them then would stop the program. So everything that is waited for goes through here.

use leptos::{prelude::*, task::spawn_local};

/// A part of the page, as long as it stands. It is made beside the signals of that part, and is gone with them. Cheap to
/// copy.
#[derive(Clone, Copy, Debug)]
pub struct Here(StoredValue<()>);

impl Here {
    /// The part that is being built now.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(()))
    }

    /// Whether it still stands.
    pub fn stands(self) -> bool {
        !self.0.is_disposed()
    }

    /// Waits for something; `then` is handed it, unless this part is gone by then.
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

/// Waits for something; `then` is handed it, whatever stands on the page by then: it may use only what lives as long as
/// the page, and what it has asked [`Here::stands`] for.
pub fn after<T: 'static>(work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
    spawn_local(async move { then(work.await) });
}
