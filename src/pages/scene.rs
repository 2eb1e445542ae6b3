//! What every page works with: the store, the voice, the toasts, and how to look at the account.

use super::confirm::Quick;
use super::order_dialog::Intent;
use super::undo::Offer;
use crate::components::{Speaker, Toasts, Tone};
use crate::dom::view;
use crate::store::{Locale, Snapshot, Store};
use leptos::prelude::*;
use view::{Mood, Scene};

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
    pub quick: RwSignal<Vec<Quick>>,
    /// What the dialog of every change is about, where something outside of a page has opened it.
    pub order: RwSignal<Option<Intent>>,
    /// The undo that stands in a toast (CHG 13).
    pub offer: RwSignal<Option<Offer>>,
}

impl Ui {
    /// The one of this page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// A part of a page, drawn again in place with every booking and for another day or viewer; nothing while there is
    /// no snapshot. Elements stay, and with them the focus and what is opened; signals made inside begin anew.
    ///
    /// Plain values inside cost the page a fraction of what signals and memos would: each type of those is code.
    pub fn show(self, draw: impl Fn(&Scene<'_>) -> AnyView + Send + 'static) -> AnyView {
        let draw: Box<dyn Fn(&Scene<'_>) -> AnyView + Send> = Box::new(draw);
        view! { {move || self.model(&draw)} }.into_any()
    }

    /// A view model; tracked, none while there is no snapshot.
    pub fn model<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        let snapshot = self.store.snapshot()?;
        let mut model = None;
        with_scene(&snapshot, &mut |scene| model = Some(make(scene)));
        model
    }

    /// A view model of this moment; not tracked.
    pub fn now<T>(self, make: impl Fn(&Scene<'_>) -> T) -> Option<T> {
        untrack(|| self.model(make))
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
        book: &snapshot.book,
        people: &snapshot.people,
        viewer: &snapshot.place.viewer,
        administrators: &snapshot.place.administrators,
        today: snapshot.place.today,
        format: &format,
    });
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
