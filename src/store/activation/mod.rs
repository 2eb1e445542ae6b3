//! Activation: asking the vendor, looking at what came, booking it (ACT).

mod orders;
mod quiet;
mod relay;

pub use relay::Tested;

use super::turn::Turn;
use super::{Sent, Snapshot, Store};
use crate::host::{Where, browser};
use crate::vendor::VendorError;
use crate::vendor::address::{self, PageScheme};
use crate::vendor::request::{Question, Tried, ask};
use crate::vendor::retry::MOST;
use leptos::prelude::*;
use licensing::activation::certificate::{Examined, examine, received};
use licensing::activation::check::CheckContext;
use licensing::activation::check::FailedCheck;
use licensing::activation::confirmation::ActivationMode;
use licensing::activation::grant::Grant;
use licensing::activation::proxy::{ActivationProxy, BoundPassword};
use licensing::command::Command;
use licensing::event::Event;
use licensing::value::instance::InstanceId;
use licensing::value::subscription_id::SubscriptionId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// So many contacts are remembered.
const CONTACTS: usize = 50;

/// How far asking the vendor has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody is asked.
    #[default]
    Idle,
    /// Under way: the attempt, from 1.
    Asking(usize),
}

/// Whether somebody has asked for it, and is shown how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    ByHand,
    Quietly,
}

/// One question to the vendor, for Troubleshooting; it holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// When, ISO 8601 in UTC.
    pub instant: String,
    /// The address.
    pub url: String,
    /// The status; none where nothing came.
    pub status: Option<u16>,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
}

/// What came of applying or refreshing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// Booked; these are the events.
    Booked(Vec<Event>),
    /// What is in force was confirmed today already.
    Current,
}

/// Why nothing was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivationError {
    /// The vendor was not reached; whether the way went through the relay.
    Unreached(VendorError, bool),
    /// The certificate failed a check (ACT 8).
    Failed(FailedCheck, Option<Box<Grant>>),
    /// It is of another subscription than was asked for.
    OtherSubscription(SubscriptionId),
    /// It was not booked.
    NotBooked(Sent),
}

impl ActivationError {
    /// Whether somebody has to do something about it, other than waiting until the service answers again.
    pub fn needs_somebody(&self) -> bool {
        match self {
            Self::Unreached(why, _) => {
                matches!(
                    why,
                    VendorError::NoPassword | VendorError::Redirected | VendorError::Other(_)
                )
            }
            Self::Failed(..) | Self::OtherSubscription(_) => true,
            Self::NotBooked(_) => false,
        }
    }
}

#[derive(Default)]
struct Engine {
    stage: ArcRwSignal<Stage>,
    /// What came of asking last, unless it was called off.
    last: ArcRwSignal<Option<Result<Applied, ActivationError>>>,
    turn: Turn,
    /// What orders take turns by: they go beside everything else.
    orders: Turn,
    contacts: RefCell<Vec<Contact>>,
    password: RefCell<Option<BoundPassword>>,
    looks: Cell<bool>,
    /// For which account the vendor was asked last, and when, in seconds.
    asked: RefCell<Option<(String, u64)>>,
    posting: Cell<bool>,
    /// Whether something is asked that nobody has clicked for.
    quiet: Cell<bool>,
}

thread_local! {
    /// The page's one way to the vendor.
    static ENGINE: Rc<Engine> = Rc::default();
}

fn engine() -> Rc<Engine> {
    ENGINE.with(Rc::clone)
}

fn protocol() -> PageScheme {
    let location = web_sys::window().map(|window| window.location());
    PageScheme::of_protocol(&location.and_then(|it| it.protocol().ok()).unwrap_or_default())
}

/// Whether the page came over https.
fn is_secure() -> bool {
    protocol() == PageScheme::Secure
}

impl Snapshot {
    /// The id of this instance (ACT 6): of the collection or organization, behind the kind of host.
    pub fn instance(&self) -> Option<InstanceId> {
        instance_at(&self.place)
    }

    /// The relay that is in use.
    fn relay(&self) -> Option<&ActivationProxy> {
        self.account.proxy().filter(|relay| relay.enabled)
    }

    /// Makes every check of a certificate here and now (ACT 8).
    fn examine(&self, text: &str) -> Examined {
        let instance = self.instance();
        let at = CheckContext {
            product: &self.catalogue.product,
            instance: instance.as_ref(),
            today: self.place.today,
            newest_day: self.account.last_booking(),
            active: self.account.granted(self.place.today),
            in_use: self.account.licenses_in_use(&self.people),
        };
        examine(text, self.catalogue.activation.as_ref(), &at)
    }
}

impl Store {
    /// How far asking the vendor has come; tracked.
    pub fn asking(self) -> Stage {
        engine().stage.get()
    }

    /// What came of asking the vendor last; tracked.
    pub fn asked(self) -> Option<Result<Applied, ActivationError>> {
        engine().last.get()
    }

    /// What was asked so far, the newest last.
    pub fn contacts(self) -> Vec<Contact> {
        engine().contacts.borrow().clone()
    }

    /// Calls off what is being asked.
    pub fn stop_asking(self) {
        engine().turn.call_off();
    }

    /// Fetches the certificate of a subscription, looks at it, and activates it (ACT 1).
    pub async fn apply_online(self, id: SubscriptionId) -> Result<Applied, ActivationError> {
        let outcome = self.try_online(id).await;
        self.note(&outcome);
        outcome
    }

    /// Fetches the certificate of the subscription that is activated, and confirms it, whatever it grants by now (ACT 5).
    pub async fn refresh(self) -> Result<Applied, ActivationError> {
        let outcome = self.try_refresh(Asked::ByHand).await;
        self.note(&outcome);
        outcome
    }

    fn note(self, outcome: &Result<Applied, ActivationError>) {
        if !matches!(outcome, Err(ActivationError::Unreached(VendorError::CalledOff, _))) {
            engine().last.set(Some(outcome.clone()));
        }
    }

    async fn try_online(self, id: SubscriptionId) -> Result<Applied, ActivationError> {
        let (text, _) = self.fetch(id, Asked::ByHand).await?;
        self.activate(ActivationMode::Online, text).await
    }

    async fn try_refresh(self, asked: Asked) -> Result<Applied, ActivationError> {
        let current = || self.current().ok_or(ActivationError::NotBooked(Sent::Changed(None)));
        let active = current()?.account.activation().cloned();
        let Some(active) = active.filter(|it| it.mode == ActivationMode::Online) else {
            return self.try_renew(asked).await;
        };
        let (text, grant) = self.fetch(active.grant.subscription_id, asked).await?;
        let now = current()?;
        let confirmed = now.account.activation();
        if confirmed.is_some_and(|it| it.grant == grant && it.on >= now.place.today) {
            return Ok(Applied::Current);
        }
        let command = Command::Confirm {
            instance: instance_of(&now)?,
            certificate: Some(text),
        };
        booked(self.send_aside(command).await)
    }

    /// Activates anew what a key had signed that is trusted no more: the vendor has issued it again (ACT 1).
    async fn try_renew(self, asked: Asked) -> Result<Applied, ActivationError> {
        let now = self.current().ok_or(ActivationError::NotBooked(Sent::Changed(None)))?;
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
        booked(self.send_aside(command).await)
    }

    /// What a text would grant, and the first check that fails (ACT 8).
    pub fn inspect(self, text: &str) -> Option<Examined> {
        self.current().map(|now| now.examine(text))
    }

    /// Activates what a file grants (ACT 3).
    pub async fn apply_file(self, text: String) -> Result<Applied, ActivationError> {
        self.activate(ActivationMode::Offline, text).await
    }

    async fn activate(self, way: ActivationMode, certificate: String) -> Result<Applied, ActivationError> {
        let now = self.current().ok_or(ActivationError::NotBooked(Sent::Changed(None)))?;
        let instance = instance_of(&now)?;
        let command = Command::Activate {
            mode: way,
            instance,
            certificate,
        };
        booked(self.send(self.begin(), Arc::new(command), None).await)
    }

    /// Fetches a certificate that is good here, of the subscription that was asked for.
    async fn fetch(self, id: SubscriptionId, asked: Asked) -> Result<(String, Grant), ActivationError> {
        let now = self.current().ok_or(ActivationError::NotBooked(Sent::Changed(None)))?;
        let via_relay = now.relay().is_some();
        let unreached = |why| ActivationError::Unreached(why, via_relay);
        let url = address::certificate(now.catalogue.activation.as_ref(), now.relay(), protocol(), id);
        let text = self
            .certificate(&url.map_err(unreached)?, &now, asked)
            .await
            .map_err(unreached)?;
        let text = received(&text);
        match now.examine(&text) {
            // What is not the subscription's own is told first: every other check would be about something else.
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

    /// Fetches a certificate, telling how far it is unless nobody has asked for it; can be called off.
    async fn certificate(self, url: &str, now: &Snapshot, asked: Asked) -> Result<String, VendorError> {
        let engine = engine();
        let turn = engine.turn.begin();
        self.note_asked(&now.place.account);
        let tell = |stage| {
            if asked == Asked::ByHand {
                engine.stage.set(stage);
            }
        };
        tell(Stage::Asking(1));
        let hear = |attempt: usize| tell(Stage::Asking((attempt + 1).min(MOST)));
        let question = self.question(url, None, now, &hear);
        let outcome = engine.turn.unless_called_off(turn, question).await;
        if engine.turn.is(turn) {
            tell(Stage::Idle);
        }
        outcome.unwrap_or(Err(VendorError::CalledOff))
    }

    /// Asks the vendor, with user and password where the relay wants them; `hear` is told the number of every attempt that
    /// has ended.
    async fn question(
        self,
        url: &str,
        body: Option<&str>,
        now: &Snapshot,
        hear: &dyn Fn(usize),
    ) -> Result<String, VendorError> {
        // Nobody may have clicked anything: what was not entered for this very relay is not sent (ACT 4).
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
            hear(tried.attempt);
        };
        ask(&question, &noted).await
    }

    /// Fetches the certificate of what is activated, or else of the account, and looks at it; nothing is booked (ACT 8).
    pub async fn check_service(self) -> Result<Applied, ActivationError> {
        let now = self.current().ok_or(ActivationError::NotBooked(Sent::Changed(None)))?;
        let active = now.account.activation().map(|it| it.grant.subscription_id);
        let outcome = self
            .fetch(active.unwrap_or(now.account.id()), Asked::ByHand)
            .await
            .map(|_| Applied::Current);
        self.note(&outcome);
        outcome
    }
}

/// The id of the instance at a place: of the collection or organization, behind the kind of host.
pub(super) fn instance_at(place: &Where) -> Option<InstanceId> {
    InstanceId::new(place.account.split_once('/')?.1)
}

fn instance_of(now: &Snapshot) -> Result<InstanceId, ActivationError> {
    let nowhere = || ActivationError::Failed(FailedCheck::Instance, None);
    now.instance().ok_or_else(nowhere)
}

fn booked(sent: Sent) -> Result<Applied, ActivationError> {
    match sent {
        Sent::Booked(events) => Ok(Applied::Booked(events)),
        other => Err(ActivationError::NotBooked(other)),
    }
}

fn note_contact(engine: &Engine, url: &str, tried: &Tried) {
    let mut contacts = engine.contacts.borrow_mut();
    if contacts.len() >= CONTACTS {
        contacts.remove(0);
    }
    contacts.push(Contact {
        instant: browser::instant().to_string(),
        url: url.to_owned(),
        status: tried.status,
        took_ms: tried.took_ms,
    });
}
