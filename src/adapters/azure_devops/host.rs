//! The page inside Azure DevOps.

use crate::adapters::azure_devops::data_service::ExtensionDocuments;
use crate::adapters::azure_devops::host_day::HostDay;
use crate::adapters::azure_devops::identity::{self, Coming, Identity};
use crate::adapters::azure_devops::people::People;
use crate::adapters::azure_devops::sdk;
use crate::adapters::browser;
use async_trait::async_trait;
use exchange::directory::DirectoryProvider;
use exchange::host::devops::host_info::HostInfo;
use exchange::host::{FirstLines, Host, OpenError, Opened, Session, ToastEnd};
use exchange::journal::Journal;
use exchange::journal::extension::Preferences;
use futures::future::FutureExt;
use licensing::Catalogue;
use licensing::account::access::Membership;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::journal_error::JournalError;
use licensing::value::subscription_id::SubscriptionId;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The host did not respond to the page.
const NO_ANSWER: &str = "Azure DevOps isn't responding. This page needs it to work. Try again. If that doesn't help, contact the person who installed the extension.";
/// Part of the page did not load, so Azure DevOps was not contacted at all.
const NOT_LOADED: &str = "Part of this page couldn't be loaded. The network, a firewall, or a browser extension such as an ad blocker might be blocking it. Check these, then try again.";

/// Azure DevOps does not announce what others store there. So the page polls at this interval while it is visible.
const ASK_EVERY_MS: u32 = 30_000;

/// Azure DevOps as the host of the page.
#[derive(Default)]
pub struct AzureDevOps {
    connection: RefCell<Option<Rc<Connection>>>,
}

/// The state after Azure DevOps has answered.
struct Connection {
    info: HostInfo,
    /// The session from when the page opened, with the latest answer about the viewer.
    session: RefCell<Session>,
    /// The current day of the host.
    day: Rc<HostDay>,
    people: Rc<dyn DirectoryProvider>,
    /// The first answer of the host about the viewer.
    identity: Coming,
    /// Whether the session includes that answer.
    is_identified: Cell<bool>,
}

impl Connection {
    fn learn(&self, identity: Identity) {
        let mut session = self.session.borrow_mut();
        session.viewer.collection_administrator = identity.membership;
        session.unanswered = identity.unanswered;
    }
}

impl AzureDevOps {
    fn connection(&self) -> Option<Rc<Connection>> {
        self.connection.borrow().clone()
    }
}

#[async_trait(?Send)]
impl Host for AzureDevOps {
    async fn open(&self) -> Result<Opened, OpenError> {
        let info = sdk::call("start", &json!(null))
            .await
            .map_err(|error| no_answer(&error))?;
        let info = HostInfo::read(&info);
        let day = Rc::new(HostDay::new(info.clone()));
        let session = info.session(Membership::Unknown, day.now());
        let session = session.ok_or_else(|| no_answer(&json!({"message": "the host has no id"})))?;
        let journal = Journal::extension_by(Rc::new(ExtensionDocuments), Rc::<HostDay>::clone(&day));
        self.connection.replace(Some(Rc::new(Connection {
            identity: identify_first(info.clone(), Rc::clone(&day)),
            session: RefCell::new(session),
            people: Rc::new(People::new(info.clone())),
            info,
            day,
            is_identified: Cell::new(false),
        })));
        Ok(Opened {
            journal,
            is_lasting: true,
        })
    }

    fn session(&self) -> Option<Session> {
        let connection = self.connection()?;
        let session = connection.session.borrow().clone();
        Some(Session {
            today: connection.day.now(),
            ..session
        })
    }

    async fn identify(&self, again: bool) -> Option<String> {
        let connection = self.connection()?;
        if again {
            connection.learn(identity::ask(&connection.info).await);
            return None;
        }
        let identity = connection.identity.clone().await;
        if connection.is_identified.replace(true) {
            return None;
        }
        let notice = identity.notice();
        connection.learn(identity);
        notice
    }

    fn directory(&self) -> Option<Rc<dyn DirectoryProvider>> {
        self.connection().map(|connection| Rc::clone(&connection.people))
    }

    fn is_directory_slow(&self) -> bool {
        true
    }

    fn first_lines(&self, _catalogue: &Catalogue, catalogue_value: &Value) -> Result<FirstLines, JournalError> {
        let Some(connection) = self.connection() else {
            return Ok(FirstLines::WithFirstBooking(Vec::new()));
        };
        let id = SubscriptionId::from_random(browser::random());
        // Bookings that depend on people record the people themselves.
        let people = Vec::new();
        let deployment = connection.info.deployment();
        let opening = opening(browser::instant(), deployment, id, catalogue_value.clone(), people);
        let (_, line) = Ledger::begin(opening)?;
        Ok(FirstLines::WithFirstBooking(vec![line]))
    }

    fn is_embedded(&self) -> bool {
        true
    }

    async fn preference(&self, name: &str) -> Option<String> {
        preferences().get(name).await.ok().flatten()
    }

    async fn set_preference(&self, name: &str, value: &str) {
        drop(preferences().set(name, value).await);
    }

    async fn toast(&self, text: &str, action: Option<&str>) -> ToastEnd {
        let ended = sdk::call("toast", &json!({"message": text, "action": action})).await;
        match ended.as_ref().map(|it| it.as_str()) {
            Ok(Some("clicked")) => ToastEnd::Clicked,
            Ok(Some("passed")) => ToastEnd::Passed,
            _ => ToastEnd::Missing,
        }
    }

    fn on_return(&self, on_return: Box<dyn Fn()>) {
        let on_return = Rc::new(on_return);
        let on_focus = Rc::clone(&on_return);
        browser::on_focus(move || on_focus());
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                browser::pause(ASK_EVERY_MS).await;
                if browser::is_in_sight() {
                    on_return();
                }
            }
        });
    }

    fn loaded(&self) {
        sdk::tell("loaded", json!(null));
    }
}

/// Requests the identity of the viewer while other requests are running. The answer also contains the day.
fn identify_first(info: HostInfo, day: Rc<HostDay>) -> Coming {
    let coming = Rc::clone(&day);
    let asked = async move {
        let identity = identity::ask(&info).await;
        day.has_come(identity.day);
        identity
    };
    let asked = asked.boxed_local().shared();
    coming.comes_with(asked.clone());
    wasm_bindgen_futures::spawn_local(asked.clone().map(drop));
    asked
}

fn no_answer(error: &Value) -> OpenError {
    let text = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
    let words = if text("name") == "Missing" {
        NOT_LOADED
    } else {
        NO_ANSWER
    };
    OpenError::NoAnswer([words, " (", text("message"), ")"].concat())
}

fn preferences() -> Preferences {
    Preferences::new(Rc::new(ExtensionDocuments))
}
