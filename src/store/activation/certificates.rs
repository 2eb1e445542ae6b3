//! Certificates: fetched from the vendor or taken from a file, checked, and booked (ACT 1, ACT 3, ACT 5, ACT 8).

use crate::adapters::vendor_client::{Question, Tried, ask};
use crate::store::activation::engine::{
    ActivationError, Applied, Asked, Contact, Stage, booked, engine, is_secure, note_contact, protocol,
};
use crate::store::attempt::BookingOutcome;
use crate::store::snapshot::Snapshot;
use crate::store::state::Store;
use exchange::vendor::retry::MOST;
use exchange::vendor::{VendorError, address};
use leptos::prelude::*;
use licensing::activation::certificate::{Examined, received};
use licensing::activation::check::FailedCheck;
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::grant::Grant;
use licensing::command::Command;
use licensing::value::instance::InstanceId;
use licensing::value::subscription_id::SubscriptionId;
use std::rc::Rc;

impl Store {
    /// The current snapshot, which activations are checked against.
    pub(super) fn shown(self) -> Result<Rc<Snapshot>, ActivationError> {
        let nothing_shown = ActivationError::NotBooked(BookingOutcome::Changed(None));
        self.current().ok_or(nothing_shown)
    }

    /// The progress of the request to the vendor; tracked.
    pub fn asking(self) -> Stage {
        engine().stage.get()
    }

    /// The outcome of the last request to the vendor; tracked.
    pub fn asked(self) -> Option<Result<Applied, ActivationError>> {
        engine().last.get()
    }

    /// The requests so far, in chronological order.
    pub fn contacts(self) -> Vec<Contact> {
        engine().contacts.borrow().clone()
    }

    /// Cancels the request.
    pub fn stop_asking(self) {
        engine().request.cancel();
    }

    /// Fetches the certificate of a subscription, checks it, and activates it (ACT 1).
    pub async fn apply_online(self, id: SubscriptionId) -> Result<Applied, ActivationError> {
        let outcome = self.try_online(id).await;
        self.note(&outcome);
        outcome
    }

    /// Fetches the certificate of the activated subscription and confirms it, whatever it now grants (ACT 5).
    pub async fn refresh(self) -> Result<Applied, ActivationError> {
        let outcome = self.try_refresh(Asked::ByHand).await;
        self.note(&outcome);
        outcome
    }

    pub(super) fn note(self, outcome: &Result<Applied, ActivationError>) {
        if !matches!(outcome, Err(ActivationError::Unreached(VendorError::CalledOff, _))) {
            engine().last.set(Some(outcome.clone()));
        }
    }

    async fn try_online(self, id: SubscriptionId) -> Result<Applied, ActivationError> {
        let (text, _) = self.fetch(id, Asked::ByHand).await?;
        self.activate(ActivationMode::Online, text).await
    }

    pub(super) async fn try_refresh(self, asked: Asked) -> Result<Applied, ActivationError> {
        let active = self.shown()?.account.activation().cloned();
        let Some(active) = active.filter(|it| it.mode == ActivationMode::Online) else {
            return self.try_renew(asked).await;
        };
        let (text, grant) = self.fetch(active.grant.subscription_id, asked).await?;
        let now = self.shown()?;
        let confirmed = now.account.activation();
        if confirmed.is_some_and(|it| it.grant == grant && it.on >= now.session.today) {
            return Ok(Applied::Current);
        }
        let command = Command::Confirm {
            instance: instance_of(&now)?,
            certificate: Some(text),
        };
        booked(self.book_silently(self.account(), command).await)
    }

    /// Activates again if the key of the current activation is no longer trusted and the vendor has issued a new
    /// certificate (ACT 1).
    async fn try_renew(self, asked: Asked) -> Result<Applied, ActivationError> {
        let now = self.shown()?;
        let lapsed = now.ledger.activation_to_renew(&now.catalogue);
        let Some(lapsed) = lapsed.filter(|it| it.mode == ActivationMode::Online) else {
            return Ok(Applied::Current);
        };
        let (certificate, _) = self.fetch(lapsed.grant.subscription_id, asked).await?;
        let command = Command::Activate {
            mode: ActivationMode::Online,
            instance: instance_of(&now)?,
            certificate,
        };
        booked(self.book_silently(self.account(), command).await)
    }

    /// The grant of a certificate, and the first check that fails (ACT 8).
    pub fn inspect(self, text: &str) -> Option<Examined> {
        self.current().map(|now| now.examine(text))
    }

    /// Activates the certificate from a file (ACT 3).
    pub async fn apply_file(self, text: String) -> Result<Applied, ActivationError> {
        self.activate(ActivationMode::Offline, text).await
    }

    async fn activate(self, way: ActivationMode, certificate: String) -> Result<Applied, ActivationError> {
        let now = self.shown()?;
        let instance = instance_of(&now)?;
        let command = Command::Activate {
            mode: way,
            instance,
            certificate,
        };
        booked(self.book_silently(self.account(), command).await)
    }

    /// Fetches a certificate that belongs to the requested subscription and passes every check here.
    async fn fetch(self, id: SubscriptionId, asked: Asked) -> Result<(String, Grant), ActivationError> {
        let now = self.shown()?;
        let via_relay = now.relay().is_some();
        let unreached = |why| ActivationError::Unreached(why, via_relay);
        let url = address::certificate(now.catalogue.activation.as_ref(), now.relay(), protocol(), id);
        let text = self
            .certificate(&url.map_err(unreached)?, &now, asked)
            .await
            .map_err(unreached)?;
        let text = received(&text);
        match now.examine(&text) {
            // Another subscription's certificate is reported first, because the other checks would concern the wrong
            // one.
            Examined { grant: Some(grant), .. } if grant.subscription_id != id => {
                Err(ActivationError::OtherSubscription(grant.subscription_id))
            }
            Examined {
                grant,
                failed: Some(check),
            } => Err(ActivationError::Failed(check, grant.map(Box::new))),
            Examined {
                grant: Some(grant),
                failed: None,
            } => Ok((text, grant)),
            Examined {
                grant: None,
                failed: None,
            } => Err(ActivationError::Failed(FailedCheck::Framing, None)),
        }
    }

    /// Fetches a certificate. Shows the progress to the viewer, unless the request is automatic. The request can be
    /// canceled.
    async fn certificate(self, url: &str, now: &Snapshot, asked: Asked) -> Result<String, VendorError> {
        let engine = engine();
        let run = engine.request.begin();
        self.note_asked(&now.session.account);
        let report = |stage| {
            if asked == Asked::ByHand {
                engine.stage.set(stage);
            }
        };
        report(Stage::Asking(1));
        let on_attempt = |attempt: usize| report(Stage::Asking((attempt + 1).min(MOST)));
        let question = self.question(url, None, now, &on_attempt);
        let outcome = engine.request.unless_canceled(run, question).await;
        if engine.request.is_latest(run) {
            report(Stage::Idle);
        }
        outcome.unwrap_or(Err(VendorError::CalledOff))
    }

    /// Contacts the vendor, with user name and password if the activation proxy needs them. Calls `on_attempt` with the
    /// number of each finished attempt.
    pub(super) async fn question(
        self,
        url: &str,
        body: Option<&str>,
        now: &Snapshot,
        on_attempt: &dyn Fn(usize),
    ) -> Result<String, VendorError> {
        // Requests can be automatic, so a password is sent only to the proxy that it was entered for (ACT 4).
        let authorization = match now.relay().filter(|relay| relay.user.is_some()) {
            None => None,
            Some(relay) => {
                let kept = self.password().await;
                let header = kept.and_then(|it| it.authorization(relay, is_secure()));
                Some(header.ok_or(VendorError::NoPassword)?)
            }
        };
        let question = Question {
            url,
            authorization: authorization.as_deref(),
            body,
        };
        let noted = |tried: Tried| {
            note_contact(&engine(), url, &tried);
            on_attempt(tried.attempt);
        };
        ask(&question, &noted).await
    }

    /// Fetches and checks the certificate of the activated subscription, or else of the account. Nothing is booked
    /// (ACT 8).
    pub async fn check_service(self) -> Result<Applied, ActivationError> {
        let now = self.shown()?;
        let active = now.account.activation().map(|it| it.grant.subscription_id);
        let outcome = self
            .fetch(active.unwrap_or(now.account.id()), Asked::ByHand)
            .await
            .map(|_| Applied::Current);
        self.note(&outcome);
        outcome
    }
}

fn instance_of(now: &Snapshot) -> Result<InstanceId, ActivationError> {
    let nowhere = || ActivationError::Failed(FailedCheck::Instance, None);
    now.instance().ok_or_else(nowhere)
}
