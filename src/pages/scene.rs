//! What every page works with: the store, the voice, the toasts, and view models as signals.

use super::confirm::Quick;
use crate::components::{Speaker, Toasts, Tone};
use crate::store::{Locale, Snapshot, Store};
use crate::view::{Mood, Scene};
use leptos::prelude::*;

/// What every page works with; cheap to copy.
#[derive(Clone, Copy)]
pub struct Ui {
    /// The state.
    pub store: Store,
    /// The voice.
    pub speaker: Speaker,
    /// The toasts.
    pub toasts: Toasts,
    /// What is being sent without a dialog.
    pub quick: RwSignal<Option<Quick>>,
}

impl Ui {
    /// The one of this page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// A view model that follows the snapshot; none while there is no snapshot.
    pub fn model<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        make: impl Fn(&Scene<'_>) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.store.snapshot().map(|snapshot| with_scene(&snapshot, &make)))
    }

    /// A view model for the snapshot, read inside a memo or an effect of the page's own; tracked.
    pub fn model_now<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        self.store.snapshot().map(|snapshot| with_scene(&snapshot, &make))
    }

    /// A view model of this moment.
    pub fn now<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        untrack(|| self.store.snapshot()).map(|snapshot| with_scene(&snapshot, &make))
    }

    /// Tells something in a toast.
    pub fn tell(self, tone: Tone, text: impl Into<String>) {
        self.toasts.tell(tone, text);
    }
}

/// The scene of a snapshot.
fn with_scene<T>(snapshot: &Snapshot, make: &impl Fn(&Scene<'_>) -> T) -> T {
    let format = Locale {
        currency: snapshot.catalogue.currency.clone(),
    };
    make(&Scene {
        catalogue: &snapshot.catalogue,
        account: &snapshot.account,
        due: &snapshot.due,
        records: &snapshot.book.records,
        people: &snapshot.people,
        viewer: &snapshot.place.viewer,
        administrators: &snapshot.place.administrators,
        today: snapshot.place.today,
        format: &format,
    })
}

/// The colours of a mood.
pub fn tone(mood: Mood) -> Tone {
    match mood {
        Mood::Neutral => Tone::Neutral,
        Mood::Info => Tone::Info,
        Mood::Good => Tone::Success,
        Mood::Warning => Tone::Warning,
        Mood::Bad => Tone::Error,
    }
}
