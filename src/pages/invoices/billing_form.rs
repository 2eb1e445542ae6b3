//! The state of the billing details form, and the result of saving it (INV 5).

use crate::app::context::AppContext;
use crate::pages::shared::background_booking::{Follower, book};
use leptos::prelude::*;
use view::invoices::{Detail, billing_command, faulty};
use view::words::billing as words;
use view::{Command, Refusal};

/// The state of the form. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub ui: AppContext,
    /// The text of each detail, in order.
    texts: [RwSignal<String>; Detail::ALL.len()],
    /// Whether the viewer has tried to save. From then on, the form shows its errors.
    pub tried: RwSignal<bool>,
    /// The texts that are being saved.
    saved: RwSignal<Vec<String>>,
    follower: Follower,
    /// Why saving would be refused, if so.
    pub refusal: Memo<Option<Refusal>>,
}

impl Form {
    pub fn new(ui: AppContext) -> Self {
        let texts = untrack(|| known(ui)).texts.map(RwSignal::new);
        follow(ui, texts);
        let tried = RwSignal::new(false);
        let saved = RwSignal::new(Vec::new());
        let on_booked = move || {
            tried.set(false);
            take(ui, texts, &saved.get_untracked());
        };
        Self {
            ui,
            texts,
            tried,
            saved,
            follower: Follower::new(ui, on_booked),
            refusal: Memo::new(move |_| {
                let command = command(&texts);
                ui.model(|scene| scene.decide(&command).err())?
            }),
        }
    }

    pub fn text(self, detail: Detail) -> RwSignal<String> {
        let found = Detail::ALL.into_iter().zip(self.texts).find(|(it, _)| *it == detail);
        found.map_or_else(RwSignal::default, |(_, text)| text)
    }

    /// The error in a detail, after the viewer has tried to save.
    pub fn fault(self, detail: Detail) -> Option<String> {
        let refusal = self.refusal.get().filter(|_| self.tried.get())?;
        let is_it = faulty(&refusal, &|of| self.text(of).get()) == Some(detail);
        is_it.then(|| self.ui.why(&refusal))
    }

    /// Restores the saved details.
    pub fn discard(self) {
        self.tried.set(false);
        take(self.ui, self.texts, &self.texts.map(|text| text.get_untracked()));
    }

    pub fn save(self) {
        self.tried.set(true);
        if self.refusal.get_untracked().is_none() {
            self.saved.set(self.texts.map(|text| text.get_untracked()).into());
            let command = untrack(|| command(&self.texts));
            self.follower.follow(book(self.ui, command, |_| words::SAVED));
        }
    }
}

/// Sets every detail that still has the text in `before` to its saved text. Keeps what was typed meanwhile.
fn take(ui: AppContext, texts: [RwSignal<String>; Detail::ALL.len()], before: &[String]) {
    let known = untrack(|| known(ui)).texts;
    for ((text, before), known) in texts.into_iter().zip(before).zip(known) {
        if text.get_untracked() == *before {
            text.set(known);
        }
    }
}

/// The saved billing details of an account.
#[derive(Clone)]
struct Known {
    account: String,
    /// The text of each detail, in order.
    texts: [String; Detail::ALL.len()],
}

/// The saved details; tracked.
fn known(ui: AppContext) -> Known {
    let texts =
        ui.model(|scene| Detail::ALL.map(|detail| scene.account.billing().get(detail).unwrap_or_default().to_owned()));
    Known {
        account: ui
            .store
            .snapshot()
            .map(|now| now.session.account.clone())
            .unwrap_or_default(),
        texts: texts.unwrap_or_default(),
    }
}

/// Updates the form with details that someone else has saved meanwhile, except for those being edited. If the account
/// changes, updates all of them.
fn follow(ui: AppContext, texts: [RwSignal<String>; Detail::ALL.len()]) {
    Effect::new(move |before: Option<Known>| {
        let now = known(ui);
        let knew = before.filter(|before| before.account == now.account);
        for (at, (text, known)) in texts.into_iter().zip(&now.texts).enumerate() {
            let knew = knew.as_ref().and_then(|knew| knew.texts.get(at));
            if knew.is_none_or(|knew| *knew == text.get_untracked()) {
                text.set(known.clone());
            }
        }
        now
    });
}

fn command(texts: &[RwSignal<String>]) -> Command {
    billing_command(Detail::ALL.into_iter().zip(texts.iter().map(|text| text.get())))
}
