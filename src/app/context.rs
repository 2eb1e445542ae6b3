//! The context that every page works with: the store, the live region, the toasts, and access to view models.

use crate::app::order_intent::OrderIntent;
use crate::components::{Speaker, Toasts, Tone};
use crate::store::{Locale, Snapshot, Store};
use leptos::prelude::*;
use view::shell::{Screen, needs_people};
use view::{Mood, Refusal, Scene};

/// An undo that a toast offers (CHG 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoOffer {
    /// The position of the change that it undoes.
    pub position: u32,
    /// The text of the toast.
    pub text: String,
}

/// The context that every page works with. Cheap to copy.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The state.
    pub store: Store,
    /// The live region.
    pub speaker: Speaker,
    /// The toasts.
    pub toasts: Toasts,
    /// What the order dialog is about, if something outside of a page has opened it.
    pub order: RwSignal<Option<OrderIntent>>,
    /// The undo that a toast currently offers (CHG 13).
    pub offer: RwSignal<Option<UndoOffer>>,
}

impl AppContext {
    /// The context of this page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// The view model of a card. It changes only if what it shows changes, so that a card survives other bookings.
    /// `None` while there is no snapshot.
    ///
    /// Leptos updates the elements that a closure returns in place, but it replaces what a closure *inside* of them has
    /// drawn, `<Show>` and `<For>` included, and the focus is lost. So a card places its closures side by side on this
    /// memo instead of nesting them, and passes plain values to what a closure draws.
    pub fn memo<T>(self, make: impl Fn(&Scene<'_>) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.model(&make))
    }

    /// A view model; tracked. `None` while there is no snapshot.
    pub fn model<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        let snapshot = self.store.snapshot()?;
        let mut model = None;
        with_scene(&snapshot, &mut |scene| model = Some(make(scene)));
        model
    }

    /// Whether a screen is waiting for the people to be read for the first time; tracked.
    pub fn waits(self) -> impl Fn(Screen) -> bool + Copy {
        let unread = self.memo(|scene| scene.unread);
        move |screen| needs_people(screen) && unread.get() == Some(true)
    }

    /// The current content; tracked. When it changes, the traces that the old page left in the signals of the store are
    /// removed.
    pub fn showing<T>(self, shown: Memo<T>) -> T
    where
        T: Clone + Send + Sync + 'static,
    {
        on_cleanup(move || self.store.release());
        shown.get()
    }

    /// The present value of a view model; not tracked.
    pub fn now<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        untrack(|| self.model(make))
    }

    /// The message of a refusal; not tracked.
    pub fn why(self, refusal: &Refusal) -> String {
        self.now(|scene| scene.why(refusal))
            .unwrap_or_else(|| refusal.to_string())
    }

    /// Shows a text in a toast.
    pub fn tell(self, tone: Tone, text: impl Into<String>) {
        self.toasts.tell(tone, text);
    }
}

/// Calls `look` with the scene of a snapshot.
fn with_scene(snapshot: &Snapshot, look: &mut dyn FnMut(&Scene<'_>)) {
    let format = Locale {
        currency: snapshot.catalogue.currency.clone(),
    };
    look(&Scene {
        catalogue: &snapshot.catalogue,
        account: &snapshot.account,
        due: &snapshot.due,
        ledger: &snapshot.ledger,
        people: &snapshot.people,
        viewer: &snapshot.session.viewer,
        administrators: &snapshot.session.administrators,
        today: snapshot.session.today,
        unread: snapshot.unread,
        format: &format,
    });
}

/// The tone of a mood.
pub fn tone(mood: Mood) -> Tone {
    match mood {
        Mood::Neutral => Tone::Neutral,
        Mood::Info => Tone::Info,
        Mood::Good => Tone::Success,
        Mood::Warning => Tone::Warning,
        Mood::Bad => Tone::Error,
    }
}
