//! Contacts the vendor without a click: whenever an administrator opens the page, and daily on anyone's page (ACT 1,
//! ACT 5).

use crate::adapters::browser;
use crate::store::activation::engine::{ActivationError, Applied, Asked, Stage, engine};
use crate::store::attempt::BookingOutcome;
use crate::store::snapshot::Snapshot;
use crate::store::state::Store;
use exchange::vendor::again::{Occasion, asks_again};
use leptos::prelude::*;
use licensing::account::access::Membership;
use licensing::activation::confirmation::ActivationMode;
use licensing::command::Command;

/// How often the page checks whether the activation must be refreshed, in milliseconds.
const LOOK_EVERY_MS: u32 = 30 * 60 * 1000;
/// How often an automatic confirmation is tried while other pages are booking.
const TRIES: usize = 3;
/// The name of the viewer's preference that stores when the vendor was last contacted.
const ASKED: &str = "activation-asked";

impl Store {
    /// Checks whether the activation must be refreshed, from now on and for the life of the page (ACT 5).
    pub fn keep_refreshed(self) {
        if engine().refreshes.replace(true) {
            return;
        }
        // The timers of a page that was hidden for days did not run either.
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
        if self
            .session()
            .is_some_and(|session| session.today != before.session.today)
        {
            self.show();
        }
        let Some(now) = self.current() else { return };
        // Only a collection administrator can activate again.
        let administers = now.session.viewer.collection_administrator == Membership::Yes;
        let lapsed = now.ledger.activation_to_renew(&now.catalogue);
        let lapsed = lapsed.filter(|it| administers && it.mode == ActivationMode::Online);
        let Some(active) = now.account.activation().or(lapsed) else {
            return;
        };
        let confirmed = now.account.activation().is_some() && active.on >= now.session.today;
        match active.mode {
            ActivationMode::Offline if !confirmed => self.note_the_day(&now).await,
            ActivationMode::Offline => {}
            ActivationMode::Online if !confirmed || self.is_rested(occasion, administers, &now).await => {
                self.ask_quietly(confirmed).await;
            }
            ActivationMode::Online => {}
        }
    }

    /// Whether the vendor is contacted again although the day is already confirmed.
    async fn is_rested(self, occasion: Occasion, administers: bool, now: &Snapshot) -> bool {
        // The preference is read only if it matters.
        if !asks_again(occasion, administers, None, 0) {
            return false;
        }
        let asked = self.asked_at(&now.session.account).await;
        asks_again(occasion, administers, asked, browser::seconds())
    }

    /// Refreshes the activation. The parts of the page that follow the last request show its outcome. If the day is
    /// already confirmed, a service that does not answer is not reported.
    async fn ask_quietly(self, confirmed: bool) {
        // A request of the viewer takes precedence.
        if engine().stage.get_untracked() != Stage::Idle {
            return;
        }
        // A second request would cancel the first one only to repeat it.
        if engine().is_automatic.replace(true) {
            return;
        }
        let mut outcome = self.try_refresh(Asked::Automatically).await;
        for _ in 1..TRIES {
            // Another page has booked something else. No one has seen a preview here, so it can simply be retried.
            if !matches!(outcome, Err(ActivationError::NotBooked(BookingOutcome::Changed(_)))) {
                break;
            }
            outcome = self.try_refresh(Asked::Automatically).await;
        }
        engine().is_automatic.set(false);
        match outcome {
            Err(ActivationError::Unreached(..)) | Ok(Applied::Current) if confirmed => {}
            outcome => self.note(&outcome),
        }
    }

    /// Offline, only the day is recorded, so that a clock that is set back is noticed.
    async fn note_the_day(self, now: &Snapshot) {
        if let Some(instance) = now.instance() {
            let confirm = Command::Confirm {
                instance,
                certificate: None,
            };
            drop(self.book_silently(self.account(), confirm).await);
        }
    }

    /// When the viewer last contacted the vendor for an account, in seconds: on this page or an earlier one.
    async fn asked_at(self, account: &str) -> Option<u64> {
        let here = engine().asked.borrow().clone().filter(|(of, _)| of == account);
        let kept = match self.is_embedded() {
            true => self.preference(ASKED).await,
            false => browser::recall(&name(account)),
        };
        let kept = kept.and_then(|text| text.parse().ok());
        here.map(|(_, at)| at).max(kept)
    }

    /// Notes that the vendor is being contacted now.
    pub(super) fn note_asked(self, account: &str) {
        let now = browser::seconds();
        engine().asked.replace(Some((account.to_owned(), now)));
        match self.is_embedded() {
            true => self.set_preference(ASKED, now.to_string()),
            false => browser::remember(&name(account), &now.to_string()),
        }
    }
}

/// The preference name for one of the accounts that share a browser.
fn name(account: &str) -> String {
    [ASKED, "-", account].concat()
}
