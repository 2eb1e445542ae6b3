//! Journals in the browser: IndexedDB stores the lines, and a BroadcastChannel notifies other tabs.

use crate::adapters::limit::within;
use async_trait::async_trait;
use exchange::journal::{JournalStore, LoadError, SaveError, Watch};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use idb::{Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use licensing::value::digest;
use std::cell::RefCell;
use std::future::IntoFuture;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, DomException, MessageEvent};

/// The name of the database and of the channel.
const NAME: &str = "timetracker-licensing";
/// Increase it when the stores change, and migrate the old lines in the upgrade.
const VERSION: u32 = 1;
/// The store of lines. The key of a line is `[account, position]`.
const LINES: &str = "lines";

/// The time limit for opening the database, and again for reading or writing, in milliseconds. A database that another
/// tab blocks never answers.
const LIMIT_MS: u32 = 8_000;
/// The waits before opening is retried after a temporary failure, in milliseconds.
const PAUSES_MS: [u32; 2] = [200, 1_000];

/// Stores journals in the browser. Clones share one connection, which is opened once, and again if it was lost.
#[derive(Clone)]
pub struct BrowserJournal(Rc<Inner>);

struct Inner {
    /// The open connection. `None` after another tab or the browser has closed it.
    database: RefCell<Option<Database>>,
    /// `None` if the browser has no channels. Other tabs then learn of changes when they are reloaded.
    channel: Option<BroadcastChannel>,
}

impl BrowserJournal {
    /// Opens the database.
    ///
    /// # Errors
    /// The browser stores nothing for this page, or cannot open the database now.
    pub async fn open() -> Result<Self, LoadError> {
        let channel = BroadcastChannel::new(NAME).ok();
        let journal = Self(Rc::new(Inner {
            database: RefCell::new(None),
            channel,
        }));
        journal.connect().await.map_err(load_error)?;
        Ok(journal)
    }

    async fn store_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        let store = self.store(TransactionMode::ReadWrite).await.map_err(save_error)?;
        // A line is stored only directly after the line that it continues. The database may have been deleted, or the
        // account may have been restarted.
        if let Some(last) = first_position.checked_sub(1) {
            let before = store.get(Query::from(key(account, last))).map_err(save_error)?;
            let before = before.await.map_err(save_error)?.and_then(|line| line.as_string());
            let follows = |before: &String| lines.first().is_some_and(|line| continues(before, line));
            if !before.as_ref().is_some_and(follows) {
                let _ = store.transaction().abort();
                return Err(SaveError::Conflict);
            }
        }
        let mut requests = Vec::with_capacity(lines.len());
        let mut outcome = Ok(());
        for (position, line) in (first_position..).zip(lines) {
            match store.add(&JsValue::from_str(line), Some(&key(account, position))) {
                Ok(request) => requests.push(request.into_future()),
                Err(error) => outcome = outcome.and(Err(error)),
            }
        }
        // Waits for every answer, so that none reaches a listener that is gone. A single failure rolls back everything.
        for request in requests {
            let answer = request.await;
            outcome = outcome.and(answer.map(|_| ()));
        }
        self.finish(&store, outcome, account).await
    }

    /// Ends a transaction with the `outcome` of its requests, and notifies the other tabs.
    async fn finish(&self, store: &ObjectStore, outcome: Result<(), Error>, account: &str) -> Result<(), SaveError> {
        let transaction = store.transaction();
        if let Err(error) = outcome {
            // A failed request has already rolled it back. A request that was never made has not.
            let _ = transaction.abort();
            return Err(save_error(error));
        }
        match transaction.await {
            Ok(result) if result.is_committed() => {}
            Ok(_) => {
                let error = store
                    .transaction()
                    .error()
                    .map_or(Error::DomExceptionNotFound, Error::DomException);
                return Err(save_error(error));
            }
            Err(error) => return Err(save_error(error)),
        }
        if let Some(channel) = &self.0.channel {
            let _ = channel.post_message(&JsValue::from_str(account));
        }
        Ok(())
    }

    /// The store in a new transaction. Reopens a lost connection once.
    async fn store(&self, mode: TransactionMode) -> Result<ObjectStore, Error> {
        let begun = self
            .0
            .database
            .borrow()
            .as_ref()
            .and_then(|open| open.transaction(&[LINES], mode).ok());
        let transaction = match begun {
            Some(transaction) => transaction,
            None => {
                self.connect().await?;
                let database = self.0.database.borrow();
                database
                    .as_ref()
                    .ok_or(Error::IndexedDbNotFound(JsValue::NULL))?
                    .transaction(&[LINES], mode)?
            }
        };
        transaction.object_store(LINES)
    }

    /// Opens the database. Retries a temporary failure before reporting it.
    async fn connect(&self) -> Result<(), Error> {
        for milliseconds in PAUSES_MS {
            match self.connect_once().await {
                Err(error) if may_pass(&error) => TimeoutFuture::new(milliseconds).await,
                other => return other,
            }
        }
        self.connect_once().await
    }

    /// Opens the database within the time limit. If it opens later, the next caller uses it.
    async fn connect_once(&self) -> Result<(), Error> {
        let own = self.clone();
        within(LIMIT_MS, async move { own.open_database().await })
            .await
            .unwrap_or_else(late)
    }

    async fn open_database(&self) -> Result<(), Error> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // If this fails, the database has no store. The first transaction then reports it.
            if let Ok(database) = event.database()
                && !database.store_names().iter().any(|name| name == LINES)
            {
                let _ = database.create_object_store(LINES, ObjectStoreParams::new());
            }
        });
        let mut database = request.await?;
        let lose = |inner: &Rc<Inner>| {
            let inner = Rc::downgrade(inner);
            move |_| {
                let lost = inner.upgrade().and_then(|inner| inner.database.take());
                if let Some(mut lost) = lost {
                    // A newer program in another tab is waiting for this connection to close.
                    lost.close();
                    lost.forget_callbacks();
                }
            }
        };
        database.on_version_change(lose(&self.0));
        database.on_close(lose(&self.0));
        if let Some(mut former) = self.0.database.replace(Some(database)) {
            former.close();
            former.forget_callbacks();
        }
        Ok(())
    }
}

#[async_trait(?Send)]
impl JournalStore for BrowserJournal {
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        let (own, range) = (self.clone(), (key(account, position), key(account, u32::MAX)));
        let read = async move {
            let store = own.store(TransactionMode::ReadOnly).await?;
            let range = KeyRange::bound(&range.0, &range.1, None, None)?;
            store.get_all(Some(Query::from(range)), None)?.await
        };
        // Opening has its own limit. Its error message distinguishes it from this one.
        let read = within(LIMIT_MS + LIMIT_MS, read).await;
        let lines = read.unwrap_or_else(late).map_err(load_error)?;
        // This page writes only text. Anything else becomes an empty line, which is reported as damaged.
        Ok(lines.iter().map(|line| line.as_string().unwrap_or_default()).collect())
    }

    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        let (own, account, lines) = (self.clone(), account.to_owned(), lines.to_vec());
        let stored = within(LIMIT_MS + LIMIT_MS, async move {
            own.store_all(&account, first_position, &lines).await
        });
        // It is not known whether the lines are stored. The next attempt finds out.
        stored
            .await
            .unwrap_or_else(|| Err(late::<()>().map_or_else(save_error, |()| SaveError::Conflict)))
    }

    async fn erase(&self, account: &str) -> Result<(), SaveError> {
        let store = self.store(TransactionMode::ReadWrite).await.map_err(save_error)?;
        let range = KeyRange::bound(&key(account, 0), &key(account, u32::MAX), None, None).map_err(save_error)?;
        let outcome = store.delete(Query::from(range)).map_err(save_error)?.await;
        self.finish(&store, outcome, account).await
    }

    async fn erase_all(&self) -> Result<(), SaveError> {
        let store = self.store(TransactionMode::ReadWrite).await.map_err(save_error)?;
        let outcome = store.clear().map_err(save_error)?.await;
        self.finish(&store, outcome, "").await
    }

    fn is_lasting(&self) -> bool {
        true
    }

    fn watch(&self, on_change: Box<dyn Fn(&str)>) -> Watch {
        let Some(channel) = &self.0.channel else {
            return Watch::default();
        };
        Watch::of(EventListener::new(channel, "message", move |event| {
            let message = event.dyn_ref::<MessageEvent>().and_then(|it| it.data().as_string());
            on_change(&message.unwrap_or_default());
        }))
    }
}

fn key(account: &str, position: u32) -> JsValue {
    js_sys::Array::of2(&JsValue::from_str(account), &JsValue::from(position)).into()
}

fn load_error(error: Error) -> LoadError {
    match name(&error).as_str() {
        "SecurityError" | "InvalidStateError" | NO_STORAGE => LoadError::Forbidden(detail(&error)),
        NEWER => LoadError::Newer(detail(&error)),
        _ => LoadError::Unavailable(detail(&error)),
    }
}

fn save_error(error: Error) -> SaveError {
    match name(&error).as_str() {
        "ConstraintError" => SaveError::Conflict,
        "QuotaExceededError" => SaveError::Full,
        "SecurityError" | "InvalidStateError" | NO_STORAGE => SaveError::Forbidden(detail(&error)),
        NEWER => SaveError::Newer(detail(&error)),
        _ => SaveError::Failed(detail(&error)),
    }
}

/// Whether an opening failure may be temporary.
fn may_pass(error: &Error) -> bool {
    !matches!(
        name(error).as_str(),
        "SecurityError" | "InvalidStateError" | "QuotaExceededError" | NO_STORAGE | NEWER | LATE
    )
}

/// The error for an answer that did not arrive in time.
fn late<T>() -> Result<T, Error> {
    let said = DomException::new_with_message_and_name("the browser didn't respond in time", LATE);
    Err(Error::IndexedDbOpenFailed(
        said.map_or_else(|error| error, JsValue::from),
    ))
}

/// The error name for a browser without IndexedDB.
const NO_STORAGE: &str = "NoStorage";
/// The browser's error name if a newer program has upgraded the database.
const NEWER: &str = "VersionError";
/// The error name for an answer that did not arrive in time.
const LATE: &str = "TimeoutError";

/// The name of the browser's exception behind an error. Empty if there is none.
fn name(error: &Error) -> String {
    match error {
        Error::IndexedDbNotFound(_) => NO_STORAGE.to_owned(),
        _ => property(error, "name"),
    }
}

/// The browser's message of an error. The texts of `idb` for its sixty kinds would cost more size than they are worth.
fn detail(error: &Error) -> String {
    let (name, message) = (name(error), property(error, "message"));
    let between = if message.is_empty() { "" } else { ": " };
    [name.as_str(), between, message.as_str()].concat()
}

/// A property of the browser's exception behind an error. Empty if there is none.
fn property(error: &Error, name: &str) -> String {
    let thrown: &JsValue = match error {
        Error::DomException(exception) => exception,
        Error::IndexedDbOpenFailed(thrown)
        | Error::TransactionOpenFailed(thrown)
        | Error::ObjectStoreNotFound(thrown)
        | Error::AddFailed(thrown)
        | Error::DeleteFailed(thrown)
        | Error::ClearFailed(thrown)
        | Error::GetAllKeysFailed(thrown) => thrown,
        _ => return String::new(),
    };
    js_sys::Reflect::get(thrown, &JsValue::from_str(name))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether a line contains the SHA-256 of the line before it, as every line of a journal does.
fn continues(before: &str, line: &str) -> bool {
    let named = serde_json::from_str::<serde_json::Value>(line).ok();
    let named = named.and_then(|line| line.get("previous_sha256")?.as_str().map(str::to_owned));
    named.is_some_and(|named| digest::sha256(before) == named.as_str())
}
