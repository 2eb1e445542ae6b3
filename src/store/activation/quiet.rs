//! Asking the vendor again without anybody having clicked: whenever an administrator opens the page, and daily by anybody's
//! page (ACT 1, ACT 5).

use super::{ActivationError, Applied, Asked, Stage, engine};
use crate::host::browser;
use crate::store::{Sent, Snapshot, Store};
use crate::vendor::again::{Occasion, asks_again};
use leptos::prelude::*;
use licensing::account::access::Membership;
use licensing::activation::confirmation::ActivationMode;
use licensing::command::Command;

/// How often it is looked whether something is to be refreshed, in milliseconds.
const LOOK_EVERY_MS: u32 = 30 * 60 * 1000;
/// How often a quiet confirmation is tried while other pages book.
const TRIES: usize = 3;
/// The name under which it is kept for who looks when the vendor was asked last.
const ASKED: &str = "activation-asked";

impl Store {
    /// From now on looks, as long as the page lives, whether something is to be refreshed (ACT 5).
    pub fn keep_refreshed(self) {
        if engine().looks.replace(true) {
            return;
        }
        // A page that was out of sight for days is not left to a timer that slept as well.
        browser::on_focus(move || leptos::task::spawn_local(self.refresh_if_due(Occasion::Opened)));
        leptos::task::spawn_local(async move {
            self.refresh_if_due(Occasion::Opened).await;
            loop {
                browser::pause(LOOK_EVERY_MS).await;
                self.refresh_if_due(Occasion::Later).await;
            }
        });
    }

    async fn refresh_if_due(self, occasion: Occasion) {
        let Some(before) = self.current() else { return };
        if self.place().is_some_and(|place| place.today != before.place.today) {
            self.look_again();
        }
        let Some(now) = self.current() else { return };
        // Only a collection administrator can activate anew.
        let administers = now.place.viewer.collection_administrator == Membership::Yes;
        let lapsed = now.ledger.activation_to_renew(&now.catalogue);
        let lapsed = lapsed.filter(|it| administers && it.mode == ActivationMode::Online);
        let Some(active) = now.account.activation().or(lapsed) else {
            return;
        };
        let confirmed = now.account.activation().is_some() && active.on >= now.place.today;
        match active.mode {
            ActivationMode::Offline if !confirmed => self.note_the_day(&now).await,
            ActivationMode::Offline => {}
            ActivationMode::Online if !confirmed || self.is_rested(occasion, administers, &now).await => {
                self.ask_quietly(confirmed).await;
            }
            ActivationMode::Online => {}
        }
    }

    /// Whether a day that is confirmed is asked about again.
    async fn is_rested(self, occasion: Occasion, administers: bool, now: &Snapshot) -> bool {
        // What was kept is read only where it matters.
        if !asks_again(occasion, administers, None, 0) {
            return false;
        }
        let asked = self.asked_at(&now.place.account).await;
        asks_again(occasion, administers, asked, browser::seconds())
    }

    /// What came of it is shown by whoever listens; where the day is confirmed, nobody waits for a service that does not
    /// answer.
    async fn ask_quietly(self, confirmed: bool) {
        // What somebody has asked for goes on.
        if engine().stage.get_untracked() != Stage::Idle {
            return;
        }
        // A second question would call off the first one, and ask the same.
        if engine().quiet.replace(true) {
            return;
        }
        let mut outcome = self.try_refresh(Asked::Quietly).await;
        for _ in 1..TRIES {
            // Another page was quicker with something else. Nobody has looked at anything here, so it is simply done again.
            if !matches!(outcome, Err(ActivationError::NotBooked(Sent::Changed(_)))) {
                break;
            }
            outcome = self.try_refresh(Asked::Quietly).await;
        }
        engine().quiet.set(false);
        match outcome {
            Err(ActivationError::Unreached(..)) | Ok(Applied::Current) if confirmed => {}
            outcome => self.note(&outcome),
        }
    }

    /// Offline the day alone is noted, so that a clock that is set back is noticed.
    async fn note_the_day(self, now: &Snapshot) {
        if let Some(instance) = now.instance() {
            let confirm = Command::Confirm {
                instance,
                certificate: None,
            };
            drop(self.send_aside(confirm).await);
        }
    }

    /// When the vendor was asked for an account by who looks, in seconds: by this page, or by one before it.
    async fn asked_at(self, account: &str) -> Option<u64> {
        let here = engine().asked.borrow().clone().filter(|(of, _)| of == account);
        let kept = match self.hosted() {
            Some(_) => self.kept(ASKED).await,
            None => browser::recall(&name(account)),
        };
        let kept = kept.and_then(|text| text.parse().ok());
        here.map(|(_, at)| at).max(kept)
    }

    /// Keeps that the vendor is asked now.
    pub(super) fn note_asked(self, account: &str) {
        let now = browser::seconds();
        engine().asked.replace(Some((account.to_owned(), now)));
        match self.hosted() {
            Some(_) => self.keep(ASKED, now.to_string()),
            None => browser::remember(&name(account), &now.to_string()),
        }
    }
}

/// The name for one of the accounts that share a browser.
fn name(account: &str) -> String {
    [ASKED, "-", account].concat()
}
