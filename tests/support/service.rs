//! A service that behaves as documented, with random failures, and a scheduler for several concurrent users.
#![allow(dead_code, unused_imports, reason = "not every test uses all of it")]

use crate::lines;
use exchange::journal::extension::{Answer, DocumentError, DocumentRef, Documents};
pub use lines::{first_line, following, line_after, numbered};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Pseudorandom numbers, the same for the same seed.
#[derive(Clone)]
pub struct Chance(Rc<Cell<u64>>);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(Rc::new(Cell::new(seed | 1)))
    }

    pub fn below(&self, limit: u64) -> u64 {
        let state = self
            .0
            .get()
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0.set(state);
        (state >> 33) % limit
    }
}

/// The service: documents in memory. One of `failing` requests fails, before or after it was carried out. 0 means none.
pub struct Service {
    documents: RefCell<BTreeMap<DocumentRef, Value>>,
    chance: Chance,
    pub failing: Cell<u64>,
    pub reads: Cell<usize>,
}

impl Service {
    pub fn new(seed: u64, failing: u64) -> Rc<Self> {
        Rc::new(Self {
            documents: RefCell::default(),
            chance: Chance::new(seed),
            failing: Cell::new(failing),
            reads: Cell::new(0),
        })
    }

    /// The current failure, if any.
    fn trouble(&self) -> Option<DocumentError> {
        let failing = self.failing.get();
        (failing > 0 && self.chance.below(failing) == 0).then(|| match self.chance.below(4) {
            0 => DocumentError::Throttled { retry_after_s: Some(1) },
            1 => DocumentError::Expired,
            2 => DocumentError::Other {
                name: "UnexpectedAnswer".to_owned(),
                message: "Something else".to_owned(),
            },
            _ => DocumentError::Offline("Failed to fetch".to_owned()),
        })
    }

    fn write(&self, place: &DocumentRef, document: &Value, over: bool) -> Result<(), DocumentError> {
        assert!(place.id.len() <= 50 && place.collection.len() <= 50, "{place:?}");
        let size = document.to_string().len();
        assert!(size < 500_000, "{size} bytes at {place:?}");
        let mut documents = self.documents.borrow_mut();
        if !over && documents.contains_key(place) {
            return Err(DocumentError::Exists);
        }
        documents.insert(place.clone(), document.clone());
        Ok(())
    }

    /// Carries out a request after others had their turn. It may fail before or after.
    async fn turn<T>(&self, act: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
        let mut waited = false;
        std::future::poll_fn(move |_| {
            if waited {
                return Poll::Ready(());
            }
            waited = true;
            Poll::Pending
        })
        .await;
        if let Some(trouble) = self.trouble() {
            return Err(trouble);
        }
        let done = act();
        match self.trouble() {
            Some(trouble) if done.is_ok() => Err(trouble),
            _ => done,
        }
    }
}

impl Documents for Service {
    fn get<'a>(&'a self, place: &'a DocumentRef) -> Answer<'a, Value> {
        self.reads.set(self.reads.get() + 1);
        Box::pin(self.turn(|| {
            self.documents
                .borrow()
                .get(place)
                .cloned()
                .ok_or(DocumentError::NotFound)
        }))
    }

    fn create<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        Box::pin(self.turn(|| self.write(place, document, false)))
    }

    fn set<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        Box::pin(self.turn(|| self.write(place, document, true)))
    }

    fn renew(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn pause(&self, _: u32) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(async { true })
    }
}

/// Runs a future that waits only for the service.
pub fn done<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Runs several futures, one step of a random one at a time.
pub fn interleaved(mut all: Vec<Pin<Box<dyn Future<Output = ()>>>>, chance: &Chance) {
    let mut context = Context::from_waker(Waker::noop());
    while !all.is_empty() {
        let at = usize::try_from(chance.below(all.len() as u64)).unwrap();
        if all[at].as_mut().poll(&mut context).is_ready() {
            drop(all.swap_remove(at));
        }
    }
}
