//! What the page knows about its contacts with the vendor.

use crate::adapters::browser;
use crate::adapters::vendor_client::Tried;
use crate::store::attempt::BookingOutcome;
use crate::store::latest_task::LatestTask;
use exchange::vendor::VendorError;
use exchange::vendor::address::PageScheme;
use leptos::prelude::*;
use licensing::activation::check::FailedCheck;
use licensing::activation::grant::Grant;
use licensing::activation::proxy::BoundPassword;
use licensing::event::Event;
use licensing::value::subscription_id::SubscriptionId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How many contacts are remembered.
const CONTACTS: usize = 50;

/// The progress of a request to the vendor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// No request is in progress.
    #[default]
    Idle,
    /// In progress: the number of the attempt, from 1.
    Asking(usize),
}

/// Who started the request to the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The viewer, who sees its progress.
    ByHand,
    /// The page itself, which shows nothing.
    Automatically,
}

/// A request to the vendor, for Troubleshooting. It contains no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// When, ISO 8601 in UTC.
    pub instant: String,
    /// The address.
    pub url: String,
    /// The status. `None` if there was no response.
    pub status: Option<u16>,
    /// The duration, in milliseconds.
    pub took_ms: u32,
}

/// The outcome of applying or refreshing a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It is booked, with these events.
    Booked(Vec<Event>),
    /// The certificate in force had already been confirmed today.
    Current,
}

/// Why nothing was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivationError {
    /// The vendor was not reached. The flag says whether the request went through the activation proxy.
    Unreached(VendorError, bool),
    /// The certificate failed a check (ACT 8).
    Failed(FailedCheck, Option<Box<Grant>>),
    /// The certificate belongs to another subscription.
    OtherSubscription(SubscriptionId),
    /// It was not booked.
    NotBooked(BookingOutcome),
}

impl ActivationError {
    /// Whether someone must act, instead of only waiting until the service answers again.
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

/// The page's contacts with the vendor.
#[derive(Default)]
pub(super) struct Engine {
    pub(super) stage: ArcRwSignal<Stage>,
    /// The outcome of the last request, unless it was canceled.
    pub(super) last: ArcRwSignal<Option<Result<Applied, ActivationError>>>,
    pub(super) request: LatestTask,
    /// Orders run independently of everything else.
    pub(super) orders: LatestTask,
    pub(super) contacts: RefCell<Vec<Contact>>,
    pub(super) password: RefCell<Option<BoundPassword>>,
    /// Whether the page refreshes the activation periodically.
    pub(super) refreshes: Cell<bool>,
    /// The account for which the vendor was last contacted, and when, in seconds.
    pub(super) asked: RefCell<Option<(String, u64)>>,
    pub(super) posting: Cell<bool>,
    /// Whether an automatic request is in progress.
    pub(super) is_automatic: Cell<bool>,
}

thread_local! {
    /// All parts of the page share this contact with the vendor.
    static ENGINE: Rc<Engine> = Rc::default();
}

pub(super) fn engine() -> Rc<Engine> {
    ENGINE.with(Rc::clone)
}

/// The scheme that the page was loaded with.
pub(super) fn protocol() -> PageScheme {
    let location = web_sys::window().map(|window| window.location());
    PageScheme::of_protocol(&location.and_then(|it| it.protocol().ok()).unwrap_or_default())
}

/// Whether the page was loaded over HTTPS.
pub(super) fn is_secure() -> bool {
    protocol() == PageScheme::Secure
}

pub(super) fn booked(outcome: BookingOutcome) -> Result<Applied, ActivationError> {
    match outcome {
        BookingOutcome::Booked(events) => Ok(Applied::Booked(events)),
        other => Err(ActivationError::NotBooked(other)),
    }
}

pub(super) fn note_contact(engine: &Engine, url: &str, tried: &Tried) {
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
