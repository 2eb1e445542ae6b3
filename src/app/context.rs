//! What every page works with: the store, the voice, the toasts, and how to look at the account.

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

/// What every page works with; cheap to copy.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The state.
    pub store: Store,
    /// The voice.
    pub speaker: Speaker,
    /// The toasts.
    pub toasts: Toasts,
    /// What the dialog of every change is about, where something outside of a page has opened it.
    pub order: RwSignal<Option<OrderIntent>>,
    /// The undo that stands in a toast (CHG 13).
    pub offer: RwSignal<Option<UndoOffer>>,
}

impl AppContext {
    /// The one of this page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// The view model of a card. It changes only if what it shows changes, so the card stays as it is after any other
    /// booking. `None` while there is no snapshot.
    ///
    /// Leptos updates the elements that a closure returns in place, but it replaces what a closure *inside* of them has
    /// drawn, `<Show>` and `<For>` included, and with it the focus. So a card puts its closures side by side on this
    /// memo, not into each other, and passes plain values to what a closure draws.
    pub fn memo<T>(self, make: impl Fn(&Scene<'_>) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.model(&make))
    }

    /// A view model; tracked, none while there is no snapshot.
    pub fn model<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        let snapshot = self.store.snapshot()?;
        let mut model = None;
        with_scene(&snapshot, &mut |scene| model = Some(make(scene)));
        model
    }

    /// Whether a screen waits for the people to be read for the first time; tracked.
    pub fn waits(self) -> impl Fn(Screen) -> bool + Copy {
        let unread = self.memo(|scene| scene.unread);
        move |screen| needs_people(screen) && unread.get() == Some(true)
    }

    /// What stands in the content; tracked. What a page leaves at the signals of the store goes with it.
    pub fn showing<T>(self, shown: Memo<T>) -> T
    where
        T: Clone + Send + Sync + 'static,
    {
        on_cleanup(move || self.store.release());
        shown.get()
    }

    /// A view model of this moment; not tracked.
    pub fn now<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        untrack(|| self.model(make))
    }

    /// The message of a refusal; not tracked.
    pub fn why(self, refusal: &Refusal) -> String {
        self.now(|scene| scene.why(refusal))
            .unwrap_or_else(|| refusal.to_string())
    }

    /// Tells something in a toast.
    pub fn tell(self, tone: Tone, text: impl Into<String>) {
        self.toasts.tell(tone, text);
    }
}

/// Looks at the scene of a snapshot.
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

/// The colors of a mood.
pub fn tone(mood: Mood) -> Tone {
    match mood {
        Mood::Neutral => Tone::Neutral,
        Mood::Info => Tone::Info,
        Mood::Good => Tone::Success,
        Mood::Warning => Tone::Warning,
        Mood::Bad => Tone::Error,
    }
}
