//! Journals that many share in extension data: administrators at once, with everything that can go wrong.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "common/service.rs"]
mod service;

use proptest::prelude::*;
use serde_json::{Value, json};
use service::{ACCOUNT, Chance, World, done, fill, interleaved, keeper, numbered, poll, shaky, world};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::pin::Pin;
use std::rc::Rc;
use timetracker_licensing::journal::{Journal, SaveError};
use timetracker_licensing::licensing::access::Viewer;
use timetracker_licensing::licensing::activation::SubscriptionId;
use timetracker_licensing::licensing::booking::Booking;
use timetracker_licensing::licensing::record::{Book, line_of, opening};
use timetracker_licensing::licensing::verify::verify;
use timetracker_licensing::licensing::{Catalogue, Command, Date, Deployment, Directory, Person, PersonId, catalogue};

/// What an administrator works with.
struct Office {
    catalogue: Catalogue,
    value: Value,
    people: Vec<Person>,
}

fn office() -> Office {
    let person = |number: u32| Person {
        id: PersonId::new(&format!("p{number}")).unwrap(),
        name: format!("Person {number}"),
        email: None,
        last_access: None,
    };
    Office {
        catalogue: Catalogue::shipped().unwrap(),
        value: serde_json::from_str(catalogue::SHIPPED).unwrap(),
        people: (0..12).map(person).collect(),
    }
}

/// What became of an administrator's commands.
#[derive(Default)]
struct Done {
    booked: Vec<String>,
    refused: Vec<String>,
    failed: usize,
    conflicts: usize,
}

/// Adjusts, assigns or reassigns at random.
fn command(chance: &mut Chance) -> Command {
    let (kind, one, other) = (chance.below(4), chance.below(12), chance.below(12));
    let (one, other, licences) = (format!("p{one}"), format!("p{other}"), 5 + chance.below(8));
    let role = ["team", "none", "product"][chance.below(3) as usize];
    let command = match kind {
        0 => json!({"kind": "adjust", "licences": licences}),
        1 => json!({"kind": "reassign", "from": one, "to": other, "reason": "left"}),
        2 => json!({"kind": "set_role", "people": [one], "role": role}),
        _ => json!({"kind": "set_role", "people": [one], "role": role, "licences": licences + 3}),
    };
    serde_json::from_value(command).unwrap()
}

/// Reads what is new; the page does the same. Where nothing can be read, it is tried again.
async fn read(journal: &Journal, book: &mut Option<Book>) {
    loop {
        let position = book.as_ref().map_or(0, Book::next_position);
        let Ok(lines) = journal.load_from(ACCOUNT, position).await else {
            continue;
        };
        for line in lines {
            match book {
                None => *book = Some(Book::open(&line).unwrap()),
                Some(book) => {
                    let record = book.check(&line).unwrap();
                    book.append(&line, record).unwrap();
                }
            }
        }
        return;
    }
}

/// An administrator who books one command after the other, each until it is booked or refused.
async fn administrator(name: &str, office: &Office, journal: Journal, count: u32, seed: u64) -> (Done, Book) {
    let (mut chance, mut done, mut book) = (Chance::new(seed), Done::default(), None);
    let (deployment, instant) = (Deployment::Services, || "2026-07-01T09:00:00Z".to_owned());
    while book.is_none() {
        let first = opening(
            instant(),
            deployment,
            SubscriptionId::SAMPLE,
            office.value.clone(),
            office.people.clone(),
        );
        // Both open the account; one of them is first, and both read what stands there.
        let _ = journal.append(ACCOUNT, 0, &line_of(&first)).await;
        read(&journal, &mut book).await;
    }
    let mut book = book.unwrap();
    let people = Directory::new(office.people.clone());
    let mut today = Date::parse("2026-07-01").unwrap();
    for number in 0..count {
        let id = format!("{name}-{number}");
        let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 8});
        let command = if number == 0 {
            serde_json::from_value(buy).unwrap()
        } else {
            command(&mut chance)
        };
        if number % 40 == 39 {
            today = today.plus_days(chance.below(5));
        }
        loop {
            let mut newest = Some(book);
            read(&journal, &mut newest).await;
            book = newest.unwrap();
            if book.has_booked(&id) {
                done.booked.push(id);
                break;
            }
            // Nobody books for a day before the one that was booked for last.
            today = book.records.last().map_or(today, |last| last.today.max(today));
            let booking = Booking {
                book: &book,
                catalogue: &office.catalogue,
                catalogue_value: &office.value,
                people: &people,
                viewer: &Viewer::collection_administrator(),
                actor: name,
                command_id: &id,
                instant: &instant(),
                today,
                command: &command,
            };
            let Ok(booked) = booking.decide() else {
                done.refused.push(id);
                break;
            };
            let (record, line) = booking.record(&booked);
            match journal.append(ACCOUNT, record.position, &line).await {
                Ok(()) => {
                    book.append(&line, record).unwrap();
                    done.booked.push(id);
                    break;
                }
                Err(SaveError::Conflict) => done.conflicts += 1,
                Err(SaveError::Service(..)) => done.failed += 1,
                Err(error) => panic!("{error:?}"),
            }
        }
    }
    let mut newest = Some(book);
    read(&journal, &mut newest).await;
    (done, newest.unwrap())
}

#[test]
fn two_administrators_lose_nothing_and_book_nothing_twice() {
    let office = office();
    let world = shaky(7, 35, 3);
    let run = |name, seed| {
        let future = administrator(name, &office, keeper(&world), 500, seed);
        Box::pin(future) as Pin<Box<dyn Future<Output = (Done, Book)> + '_>>
    };
    let mut ends = interleaved(vec![run("ada", 1), run("ben", 2)], &mut Chance::new(3));
    let ((ben, _), (ada, _)) = (ends.pop().unwrap(), ends.pop().unwrap());
    assert_eq!(ada.booked.len() + ada.refused.len(), 500);
    assert_eq!(ben.booked.len() + ben.refused.len(), 500);
    assert!(ada.conflicts + ben.conflicts > 50, "{}", ada.conflicts + ben.conflicts);
    assert!(ada.failed + ben.failed > 20, "{}", ada.failed + ben.failed);
    assert!(
        ada.booked.len() + ben.booked.len() > 400,
        "{}",
        ada.booked.len() + ben.booked.len()
    );

    world.borrow_mut().calm();
    let (one, other) = (keeper(&world), keeper(&world));
    let lines = done(one.load(ACCOUNT)).unwrap();
    assert_eq!(done(other.load(ACCOUNT)), Ok(lines.clone()));
    let proof = verify(lines.iter().map(String::as_str)).unwrap_or_else(|doubt| panic!("{doubt:?}"));
    let book = Book::read(lines.iter().map(String::as_str)).unwrap();
    let stored: BTreeSet<&str> = book.records.iter().map(|it| it.command_id.as_str()).collect();
    let told: BTreeSet<&str> = ada.booked.iter().chain(&ben.booked).map(String::as_str).collect();
    assert_eq!((stored.len(), &stored), (proof.bookings, &told));
    let size = lines.iter().map(String::len).sum::<usize>() / lines.len();
    println!(
        "{} bookings of {size} bytes, {} conflicts, {} failures",
        proof.bookings,
        ada.conflicts + ben.conflicts,
        ada.failed + ben.failed
    );
}

#[test]
fn both_administrators_see_the_same_in_the_end() {
    let office = office();
    for seed in 10..14 {
        let world = shaky(seed, 15, 2);
        let names = [("ada", seed), ("ben", seed + 100)];
        let run = |(name, seed)| {
            let future = administrator(name, &office, keeper(&world), 40, seed);
            Box::pin(future) as Pin<Box<dyn Future<Output = (Done, Book)> + '_>>
        };
        let ends = interleaved(names.into_iter().map(run).collect(), &mut Chance::new(seed));
        world.borrow_mut().calm();
        let lines = done(keeper(&world).load(ACCOUNT)).unwrap();
        let whole = Book::read(lines.iter().map(String::as_str)).unwrap();
        for (_, mut book) in ends {
            for line in &lines[book.next_position() as usize..] {
                let record = book.check(line).unwrap();
                book.append(line, record).unwrap();
            }
            assert_eq!(book.account, whole.account);
            assert_eq!(book.last_sha256(), whole.last_sha256());
        }
    }
}

/// Appends its own lines wherever there is room, until all are kept.
async fn writer(journal: Journal, own: Vec<Vec<String>>) {
    for lines in own {
        loop {
            let Ok(all) = journal.load(ACCOUNT).await else { continue };
            if all.windows(lines.len()).any(|some| some == lines) {
                break;
            }
            let position = u32::try_from(all.len()).unwrap();
            if journal.append_all(ACCOUNT, position, &lines).await.is_ok() {
                break;
            }
        }
    }
}

/// Batches of one to three lines that nobody else has.
fn batches(name: u32, count: u32) -> Vec<Vec<String>> {
    let line = |number, part| format!("{{\"by\":{name},\"number\":{number},\"part\":{part}}}");
    let batch = |number| (0..=number % 3).map(|part| line(number, part)).collect();
    (0..count).map(batch).collect()
}

/// The numbers of the entries that there are.
fn entries(world: &Rc<RefCell<World>>) -> Vec<String> {
    world.borrow().places("e").into_iter().map(|place| place.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_interleaving_keeps_entries_dense_and_every_batch_once(seed in 0_u64..1_000_000, mishaps in 0_u32..40, latency in 0_u32..4, writers in 1_u32..4) {
        let world = shaky(seed, mishaps, latency);
        let run = |name| Box::pin(writer(keeper(&world), batches(name, 14))) as Pin<Box<dyn Future<Output = ()> + '_>>;
        interleaved((0..writers).map(run).collect(), &mut Chance::new(seed));
        world.borrow_mut().calm();
        let lines = done(keeper(&world).load(ACCOUNT)).unwrap();
        let count = writers * 14;
        let dense: Vec<String> = (0..count).map(|number| format!("e{number:010}")).collect();
        prop_assert_eq!(entries(&world), dense);
        for batch in (0..writers).flat_map(|name| batches(name, 14)) {
            prop_assert_eq!(lines.windows(batch.len()).filter(|some| *some == batch).count(), 1);
        }
        prop_assert_eq!(lines.len(), (0..writers).flat_map(|name| batches(name, 14)).map(|it| it.len()).sum::<usize>());
    }

    #[test]
    fn whoever_stops_anywhere_leaves_whole_bookings(seed in 0_u64..1_000_000, before in 0_u32..20, polls in 0_usize..60, large in any::<bool>(), mishaps in 0_u32..30) {
        let world = world();
        fill(&keeper(&world), 0, before);
        let stored = numbered(0, before);
        let line = if large { "\"".repeat(400_000) } else { "last".to_owned() };
        let batch = vec![line, "and one more".to_owned()];
        let slow = shaky(seed, mishaps, 3);
        slow.borrow_mut().documents = std::mem::take(&mut world.borrow_mut().documents);
        let journal = keeper(&slow);
        let mut append: Pin<Box<dyn Future<Output = _> + '_>> = Box::pin(journal.append_all(ACCOUNT, before, &batch));
        let mut told = None;
        for _ in 0..polls {
            told = poll(&mut append);
            if told.is_some() {
                break;
            }
        }
        drop(append);
        slow.borrow_mut().calm();
        let read = done(keeper(&slow).load(ACCOUNT)).unwrap();
        let whole: Vec<String> = stored.iter().chain(&batch).cloned().collect();
        prop_assert!(read == whole || (told != Some(Ok(())) && read == stored));
        // Trying again keeps it once, whatever has become of the first attempt.
        prop_assert_eq!(done(keeper(&slow).append_all(ACCOUNT, before, &batch)), Ok(()));
        prop_assert_eq!(done(journal.load(ACCOUNT)), Ok(whole));
    }
}
