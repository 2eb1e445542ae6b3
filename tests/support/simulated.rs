//! A simulated extension data service with the documented behavior, latency counted in polls, and random or planned
//! failures.
#![allow(
    dead_code,
    unused_imports,
    reason = "every test file is a crate of its own and uses a part of it"
)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use crate::lines;
use exchange::journal::Journal;
use exchange::journal::extension::{Answer, DocumentError, DocumentRef, Documents};
pub use lines::{TODAY, first_line, following, line_after, numbered};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The account in all tests.
pub const ACCOUNT: &str = "contoso";

/// Pseudorandom numbers, the same for the same seed.
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `count`.
    pub fn below(&mut self, count: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 16) % u64::from(count)).unwrap()
    }
}

/// The failure of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// No failure.
    None,
    /// The request never arrives.
    Lost,
    /// The request is carried out, but its response is lost.
    AnswerLost,
    /// The request is carried out, but the response is an error of the service.
    Broken,
    /// The request is rate limited, with the seconds to wait.
    Throttled(u32),
    /// The token has expired and must be refreshed.
    Expired,
    /// The request is forbidden.
    Forbidden,
    /// The document is too large.
    TooLarge,
}

/// The state of the service, and the requests it has received.
#[derive(Default)]
pub struct World {
    pub documents: BTreeMap<DocumentRef, Value>,
    collections: BTreeSet<String>,
    pub reads: usize,
    pub writes: usize,
    pub renewed: usize,
    pub paused: Vec<u32>,
    /// The failures of the next requests, one each.
    pub planned: VecDeque<Mishap>,
    /// The percentage of requests that fail at random.
    pub mishaps: u32,
    /// The maximum latency of a request in polls, each way.
    pub latency: u32,
    chance: Option<Chance>,
    /// Whether delays are aborted.
    pub gives_up: bool,
}

/// One user's connection to the service. Clones share the world.
pub struct Site {
    pub world: Rc<RefCell<World>>,
    expired: Cell<bool>,
}

/// A service without failures.
pub fn world() -> Rc<RefCell<World>> {
    Rc::default()
}

/// A service in which `mishaps` percent of the requests fail, with latency.
pub fn shaky(seed: u64, mishaps: u32, latency: u32) -> Rc<RefCell<World>> {
    Rc::new(RefCell::new(World {
        mishaps,
        latency,
        chance: Some(Chance::new(seed)),
        ..World::default()
    }))
}

/// The journal store of one user.
pub fn keeper(world: &Rc<RefCell<World>>) -> Journal {
    Journal::extension(site(world))
}

pub fn site(world: &Rc<RefCell<World>>) -> Rc<Site> {
    Rc::new(Site {
        world: Rc::clone(world),
        expired: Cell::new(false),
    })
}

/// Waits for a number of polls.
pub async fn polls(mut count: u32) {
    poll_fn(|_| match count.checked_sub(1) {
        None => Poll::Ready(()),
        Some(less) => {
            count = less;
            Poll::Pending
        }
    })
    .await;
}

impl World {
    fn mishap(&mut self) -> Mishap {
        if let Some(mishap) = self.planned.pop_front() {
            return mishap;
        }
        let Some(chance) = &mut self.chance else {
            return Mishap::None;
        };
        if chance.below(100) >= self.mishaps {
            return Mishap::None;
        }
        match chance.below(6) {
            0 => Mishap::Lost,
            1 | 2 => Mishap::AnswerLost,
            3 => Mishap::Broken,
            4 => Mishap::Throttled(chance.below(70)),
            _ => Mishap::Expired,
        }
    }

    fn delay(&mut self) -> u32 {
        let latency = self.latency;
        self.chance.as_mut().map_or(latency, |chance| chance.below(latency + 1))
    }

    fn get(&mut self, place: &DocumentRef) -> Result<Value, DocumentError> {
        self.reads += 1;
        let DocumentRef { collection, id, .. } = place;
        let known = self.collections.contains(collection);
        self.documents.get(place).cloned().ok_or_else(|| {
            let rejection = if known {
                json!({"message": format!("TF1590005: Document with id {id} does not exist in collection {collection}"),
                       "typeKey": "DocumentDoesNotExistException"})
            } else {
                json!({"status": 404, "serverError": {"message": "%error=\"1660002\";%:The collection does not exist",
                       "typeName": "Some.Space.DocumentCollectionDoesNotExistException, Some.Assembly", "errorCode": 0}})
            };
            DocumentError::read(&rejection, None)
        })
    }

    fn create(&mut self, place: &DocumentRef, document: &Value) -> Result<(), DocumentError> {
        if self.documents.contains_key(place) {
            self.writes += 1;
            return Err(DocumentError::read(
                &json!({"status": 409, "typeKey": "DocumentExistsException"}),
                None,
            ));
        }
        self.set(place, document)
    }

    fn set(&mut self, place: &DocumentRef, document: &Value) -> Result<(), DocumentError> {
        self.writes += 1;
        assert!(
            !place.id.is_empty() && place.id.len() <= 50 && place.collection.len() <= 50,
            "{place:?}"
        );
        let mut kept = document.clone();
        kept["id"] = json!(place.id);
        kept["__etag"] = json!(1);
        // A short text is also short as JSON.
        let long = kept["text"].as_str().is_some_and(|text| text.len() > 60_000);
        assert!(!long || kept.to_string().len() <= 400_000, "{place:?} is too large");
        self.collections.insert(place.collection.clone());
        self.documents.insert(place.clone(), kept);
        Ok(())
    }

    /// The IDs of all documents whose ID begins with `start`.
    pub fn places(&self, start: &str) -> Vec<DocumentRef> {
        let places = self.documents.keys();
        places.filter(|place| place.id.starts_with(start)).cloned().collect()
    }

    /// Removes all failures from now on.
    pub fn calm(&mut self) {
        (self.mishaps, self.latency, self.reads, self.writes) = (0, 0, 0, 0);
    }
}

impl Site {
    fn ask<'a, T: 'a>(&'a self, question: impl FnOnce(&mut World) -> Result<T, DocumentError> + 'a) -> Answer<'a, T> {
        Box::pin(async move {
            let delay = self.world.borrow_mut().delay();
            polls(delay).await;
            let mishap = self.world.borrow_mut().mishap();
            if mishap == Mishap::Expired {
                self.expired.set(true);
            }
            let offline = || DocumentError::read(&json!({"name": "TypeError", "message": "Failed to fetch"}), None);
            let early = match mishap {
                _ if self.expired.get() => Some(DocumentError::read(&json!({"status": 401}), None)),
                Mishap::Lost => Some(offline()),
                Mishap::Throttled(seconds) => Some(DocumentError::read(&json!({"status": 429}), Some(seconds))),
                Mishap::Forbidden => Some(DocumentError::read(&json!({"status": 403, "message": "no"}), None)),
                Mishap::TooLarge => Some(DocumentError::read(&json!({"status": 413}), None)),
                _ => None,
            };
            if let Some(fault) = early {
                return Err(fault);
            }
            let answer = question(&mut self.world.borrow_mut());
            let delay = self.world.borrow_mut().delay();
            polls(delay).await;
            match mishap {
                Mishap::AnswerLost => Err(offline()),
                Mishap::Broken => Err(DocumentError::read(
                    &json!({"status": 500, "message": "400: Bad Request"}),
                    None,
                )),
                _ => answer,
            }
        })
    }
}

impl Documents for Site {
    fn get<'a>(&'a self, place: &'a DocumentRef) -> Answer<'a, Value> {
        self.ask(|world| world.get(place))
    }

    fn create<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        self.ask(|world| world.create(place, document))
    }

    fn set<'a>(&'a self, place: &'a DocumentRef, document: &'a Value) -> Answer<'a, ()> {
        self.ask(|world| world.set(place, document))
    }

    fn renew(&self) -> Answer<'_, ()> {
        self.world.borrow_mut().renewed += 1;
        self.expired.set(false);
        Box::pin(async { Ok(()) })
    }

    fn pause(&self, seconds: u32) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        let mut world = self.world.borrow_mut();
        world.paused.push(seconds);
        let goes_on = !world.gives_up;
        Box::pin(async move {
            polls(seconds).await;
            goes_on
        })
    }
}

/// Polls once.
pub fn poll<T>(future: &mut Pin<Box<dyn Future<Output = T> + '_>>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Polls until completion. Also returns the number of polls.
pub fn counted<'a, T>(future: impl Future<Output = T> + 'a) -> (T, usize) {
    let mut future: Pin<Box<dyn Future<Output = T> + 'a>> = Box::pin(future);
    let mut count = 1;
    loop {
        if let Some(value) = poll(&mut future) {
            return (value, count);
        }
        count += 1;
        assert!(count < 1_000_000, "it never ends");
    }
}

/// Polls until completion.
pub fn done<'a, T>(future: impl Future<Output = T> + 'a) -> T {
    counted(future).0
}

/// Polls several futures until completion, in random order.
pub fn interleaved<T>(mut futures: Vec<Pin<Box<dyn Future<Output = T> + '_>>>, chance: &mut Chance) -> Vec<T> {
    let mut values: Vec<Option<T>> = futures.iter().map(|_| None).collect();
    while values.iter().any(Option::is_none) {
        let turn = usize::try_from(chance.below(u32::try_from(futures.len()).unwrap())).unwrap();
        if let (Some(value @ None), Some(future)) = (values.get_mut(turn), futures.get_mut(turn)) {
            *value = poll(future);
        }
    }
    values.into_iter().flatten().collect()
}

/// Appends lines one by one.
pub fn fill(journal: &Journal, from: u32, to: u32) {
    for (position, line) in (from..).zip(numbered(from, to)) {
        assert_eq!(done(journal.append(ACCOUNT, position, &line)), Ok(()), "{position}");
    }
}
