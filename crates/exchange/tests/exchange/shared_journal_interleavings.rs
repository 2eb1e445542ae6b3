//! Two or three administrators at once, on a service where everything goes wrong: requests are lost, documents
//! disappear and come back, and someone adds other documents. A booking that was reported as stored is not lost, or its
//! loss is reported. Nothing is stored twice. In the end, everyone reads the same.
//!
//! The normal suite runs 200 interleavings. Set `INTERLEAVINGS=10000` to run ten thousand, and `FROM` to choose the
//! first seed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::simulated;
use exchange::journal::extension::DocumentRef;
use exchange::journal::{Journal, SaveError};
use licensing::value::digest::sha256;
use serde_json::{Value, json};
use simulated::{ACCOUNT, Chance, World, done, following, interleaved, keeper, polls, shaky};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::rc::Rc;

type Shared = Rc<RefCell<World>>;

/// The number of bookings per administrator.
const BOOKINGS: u32 = 6;

/// An administrator's open page: the lines that it shows, and the commands that were reported as booked or lost.
struct Page {
    name: u32,
    journal: Journal,
    lines: Vec<String>,
    booked: BTreeSet<String>,
    lost: BTreeSet<String>,
}

fn id(line: &str) -> String {
    let line: Value = serde_json::from_str(line).unwrap();
    line["command_id"].as_str().unwrap_or_default().to_owned()
}

fn ids(lines: &[String]) -> BTreeSet<String> {
    lines.iter().map(|line| id(line)).collect()
}

impl Page {
    fn count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap()
    }

    /// Reads new lines. If the shown lines have changed, reads everything and reports what is missing.
    async fn look(&mut self) -> bool {
        let Ok(new) = self.journal.load_from(ACCOUNT, self.count()).await else {
            return false;
        };
        let follows = |line: &String| {
            let line: Value = serde_json::from_str(line).unwrap();
            line["previous_sha256"].as_str() == self.lines.last().map(|last| sha256(last)).as_deref()
        };
        if new.first().is_some_and(follows) {
            self.lines.extend(new);
            return true;
        }
        let last = self.lines.last().map(|last| sha256(last)).unwrap_or_default();
        let gone = self.journal.holds(ACCOUNT, self.count(), &last).await == Ok(false);
        if gone {
            let Ok(all) = self.journal.load(ACCOUNT).await else {
                return false;
            };
            let now = ids(&all);
            self.lost
                .extend(ids(&self.lines).into_iter().filter(|id| !now.contains(id)));
            self.lines = all;
        }
        // New lines that do not follow the shown ones come from an outdated answer, so they are requested again.
        new.is_empty() || gone
    }

    async fn work(&mut self) {
        for number in 0..BOOKINGS {
            let by = format!("{}/{number}", self.name);
            for _ in 0..12 {
                if !self.look().await {
                    continue;
                }
                if let Some(own) = ids(&self.lines).into_iter().find(|it| it.starts_with(&by)) {
                    self.booked.insert(own);
                    break;
                }
                let line = following(&self.lines, if self.lines.is_empty() { 2 } else { 1 }, &by);
                let kept = self.journal.append_all(ACCOUNT, self.count(), &line).await;
                match kept {
                    Ok(()) => {
                        self.booked.insert(id(line.last().unwrap()));
                        self.lines.extend(line);
                        break;
                    }
                    Err(SaveError::Conflict | SaveError::Service(..)) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }
}

/// Someone who can write and delete any document.
struct Mischief {
    world: Shared,
    chance: Chance,
    taken: BTreeMap<DocumentRef, Value>,
}

impl Mischief {
    fn place(&self, id: String) -> Option<DocumentRef> {
        let known = self.world.borrow().documents.keys().next().cloned()?;
        Some(DocumentRef { id, ..known })
    }

    fn plant(&mut self, id: String, document: Value) {
        if let Some(place) = self.place(id) {
            self.world.borrow_mut().documents.insert(place, document);
        }
    }

    /// The number after that of the last entry.
    fn end(&self) -> u32 {
        u32::try_from(self.world.borrow().places("e").len()).unwrap()
    }

    fn junk(&mut self) -> Value {
        let honest = done(keeper_of(&self.world.borrow().documents.clone()).load(ACCOUNT)).unwrap();
        let at = usize::try_from(self.chance.below(20)).unwrap();
        match self.chance.below(7) {
            0 => json!(null),
            1 => json!({"text": 5}),
            2 => json!({"text": "junk"}),
            3 => json!({"parts": 10_000, "sha256": sha256("x")}),
            4 => json!({"text": honest.get(at).cloned().unwrap_or_default()}),
            5 => json!({"text": following(&honest[..at.min(honest.len())], 1, "fork")[0], "booked_over": at}),
            _ => json!({"text": "", "booked_over": at}),
        }
    }

    fn act(&mut self) {
        match self.chance.below(12) {
            // The extension is removed and installed again.
            0 => self.taken = std::mem::take(&mut self.world.borrow_mut().documents),
            1 => {
                let all: Vec<DocumentRef> = self.world.borrow().documents.keys().cloned().collect();
                let at = usize::try_from(self.chance.below(u32::try_from(all.len().max(1)).unwrap())).unwrap();
                if let Some(place) = all.get(at) {
                    let document = self.world.borrow_mut().documents.remove(place).unwrap();
                    self.taken.insert(place.clone(), document);
                }
            }
            2 => {
                let back = std::mem::take(&mut self.taken);
                self.world.borrow_mut().documents.extend(back);
            }
            3..=6 => {
                let document = self.junk();
                let number = self.end();
                self.plant(format!("e{number:010}"), document);
            }
            7 => {
                let document = self.junk();
                let number = self.chance.below(self.end() + 1);
                self.plant(format!("e{number:010}"), document);
            }
            8 => self.plant("head".to_owned(), json!({"entries": 2_000_001})),
            _ => {
                let level = 1 + self.chance.below(3);
                let count = 16_usize.pow(level.min(2));
                let forged = following(&[], count, "forged").join("\n\n");
                let document = if self.chance.below(3) > 0 {
                    json!({ "text": forged })
                } else {
                    self.junk()
                };
                let start = if level == 1 { 16 * self.chance.below(2) } else { 0 };
                self.plant(format!("s{level}-{start:010}"), document);
            }
        }
    }
}

/// A store on a copy of the documents.
fn keeper_of(documents: &BTreeMap<DocumentRef, Value>) -> Journal {
    let world = simulated::world();
    world.borrow_mut().documents = documents.clone();
    keeper(&world)
}

/// The IDs of the lines' commands.
fn in_short(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| id(line)).collect()
}

/// The documents in the service, one per line.
fn stand(world: &Shared) -> String {
    let texts = |document: &Value| {
        let text = document["text"].as_str().unwrap_or("?").to_owned();
        let id =
            |line: &str| serde_json::from_str::<Value>(line).map_or(line.to_owned(), |it| it["command_id"].to_string());
        text.lines().map(id).collect::<Vec<_>>().join(" ")
    };
    let documents = &world.borrow().documents;
    let line = |(place, document): (&DocumentRef, &Value)| {
        format!("{} {} {}\n", place.id, document["booked_over"], texts(document))
    };
    documents.iter().map(line).collect()
}

/// Runs one interleaving. Returns how many bookings were reported as stored, and how many of them as lost.
fn run(seed: u64) -> (usize, usize) {
    let mut chance = Chance::new(seed);
    let administrators = 2 + chance.below(2);
    let world = shaky(seed, chance.below(25), chance.below(3));
    let mischief = chance.below(12);
    let mut pages: Vec<Page> = (0..administrators)
        .map(|name| Page {
            name,
            journal: keeper(&world),
            lines: Vec::new(),
            booked: BTreeSet::new(),
            lost: BTreeSet::new(),
        })
        .collect();
    let working = Rc::new(Cell::new(administrators));
    let mut futures: Vec<Pin<Box<dyn Future<Output = ()> + '_>>> = Vec::new();
    for page in &mut pages {
        let working = Rc::clone(&working);
        futures.push(Box::pin(async move {
            page.work().await;
            working.set(working.get() - 1);
        }));
    }
    let mut somebody = Mischief {
        world: Rc::clone(&world),
        chance: Chance::new(seed ^ 0x5eed),
        taken: BTreeMap::new(),
    };
    futures.push(Box::pin(async move {
        for _ in 0..mischief {
            let pause = somebody.chance.below(60);
            polls(pause).await;
            if working.get() > 0 {
                somebody.act();
            }
        }
    }));
    interleaved(futures, &mut chance);
    world.borrow_mut().calm();
    let now = done(keeper(&world).load(ACCOUNT)).unwrap();
    assert_eq!(done(keeper(&world).load(ACCOUNT)).unwrap(), now);
    assert_eq!(ids(&now).len(), now.len(), "seed {seed}: one stands twice");
    let stored = ids(&now);
    let (mut told, mut lost) = (0, 0);
    for page in &mut pages {
        // The page stays open for a while.
        for _ in 0..60 {
            assert!(done(page.look()));
        }
        if page.lines != now {
            let aside = page.journal.set_aside(ACCOUNT);
            panic!(
                "seed {seed}: a page shows {:?}\nand not {:?}\nset aside: {aside:#?}\n{}",
                in_short(&page.lines),
                in_short(&now),
                stand(&world)
            );
        }
        for id in &page.booked {
            told += 1;
            lost += usize::from(!stored.contains(id));
            assert!(
                stored.contains(id) || page.lost.contains(id),
                "seed {seed}: {id} was told as booked, is not stored, and nobody is told"
            );
        }
    }
    (told, lost)
}

#[test]
fn whatever_happens_nothing_is_lost_without_a_word() {
    let count = std::env::var("INTERLEAVINGS").ok().and_then(|it| it.parse().ok());
    let (mut told, mut lost) = (0, 0);
    let from = std::env::var("FROM").ok().and_then(|it| it.parse().ok()).unwrap_or(0);
    for seed in from..from + count.unwrap_or(200_u64) {
        let (one_told, one_lost) = run(seed);
        told += one_told;
        lost += one_lost;
    }
    println!("{told} bookings told, {lost} of them told as lost");
}

#[test]
fn what_pages_once_read_apart_they_read_the_same() {
    // A page continues to read in the middle of a segment whose entries someone has changed or deleted.
    for seed in [379, 2953, 5415] {
        run(seed);
    }
}
