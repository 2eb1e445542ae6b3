//! How a shared journal is stored in documents: segments, parts, how many documents are read, and the effect of gaps.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::simulated;
use exchange::journal::extension::Why;
use exchange::journal::{ExtensionJournal, JournalStore, SaveError};
use proptest::prelude::*;
use serde_json::json;
use simulated::{ACCOUNT, TODAY, World, counted, done, fill, following, keeper, line_after, numbered, site, world};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Loads the journal as a new reader. Returns the number of requests and of rounds, that is, requests that wait for
/// another answer.
fn load(world: &Rc<RefCell<World>>, expected: &[String]) -> (usize, usize) {
    world.borrow_mut().calm();
    world.borrow_mut().latency = 1;
    let (lines, polls) = counted(keeper(world).load(ACCOUNT));
    assert!(lines.unwrap() == expected, "{} lines", expected.len());
    world.borrow_mut().latency = 0;
    let reads = world.borrow().reads;
    (reads, polls / 2)
}

/// Three long lines that continue other lines, with characters that take more space in JSON.
fn large(before: &[String], size: usize) -> Vec<String> {
    let mut lines = before.to_vec();
    for letters in ["\"a", "ä", "\u{1}"] {
        let position = u32::try_from(lines.len()).unwrap();
        lines.push(line_after(
            lines.last().unwrap(),
            position,
            &letters.repeat(size),
            TODAY,
        ));
    }
    lines.split_off(before.len())
}

/// Deletes the documents whose IDs start with `start`.
fn lose(world: &Rc<RefCell<World>>, start: &str) {
    world
        .borrow_mut()
        .documents
        .retain(|place, _| !place.id.starts_with(start));
}

#[test]
fn few_documents_are_read_however_long_the_journal_is() {
    let world = world();
    let journal = keeper(&world);
    let mut before = 0;
    // Longer lines result in more parts.
    for (count, most) in [(0, 4), (1, 12), (100, 40), (1_000, 60), (10_000, 80), (100_000, 200)] {
        fill(&journal, before, count);
        before = count;
        let (reads, rounds) = load(&world, &numbered(0, count));
        println!("{count} lines: {reads} documents read in {rounds} rounds");
        assert!(reads <= most, "{count} lines: {reads} documents");
        assert!(rounds <= 30, "{count} lines: {rounds} rounds");
    }
    // A reader who knows the journal reads one document to see that nothing is new, and three to see that nothing has
    // disappeared.
    world.borrow_mut().calm();
    assert_eq!(done(journal.load_from(ACCOUNT, 100_000)), Ok(Vec::new()));
    assert_eq!(done(journal.is_shorter(ACCOUNT, 100_000)), Ok(false));
    assert_eq!(world.borrow().reads, 4);
    // Collections stay small.
    let mut sizes = BTreeMap::new();
    for place in world.borrow().documents.keys() {
        *sizes.entry(place.collection.clone()).or_insert(0) += 1;
    }
    assert!(sizes.values().all(|size| *size < 4_500), "{sizes:?}");
}

#[test]
fn missing_segments_are_made_again_the_same() {
    let world = world();
    fill(&keeper(&world), 0, 300);
    let before = world.borrow().documents.clone();
    assert_eq!(world.borrow().places("s").len(), 19);
    lose(&world, "s");
    load(&world, &numbered(0, 300));
    let journal = ExtensionJournal::new(site(&world));
    assert_eq!(done(journal.load_from(ACCOUNT, 0)), Ok(numbered(0, 300)));
    let mut rounds = 1;
    while done(journal.backfill(ACCOUNT)) {
        rounds += 1;
    }
    assert!((4..8).contains(&rounds), "{rounds}");
    let after = world.borrow().documents.clone();
    let differs = before.keys().filter(|place| after.get(place) != before.get(place));
    assert_eq!(differs.count(), 0);
    assert_eq!(after.len(), before.len());
}

#[test]
fn a_segment_that_does_not_fit_is_not_used() {
    let world = world();
    fill(&keeper(&world), 0, 40);
    let segments = world.borrow().places("s");
    let strange = [json!({"text": "only one"}), json!({"parts": 3, "sha256": "00"})];
    assert_eq!(segments.len(), strange.len());
    for (place, strange) in segments.into_iter().zip(strange) {
        world.borrow_mut().documents.insert(place, strange);
    }
    load(&world, &numbered(0, 40));
}

#[test]
fn what_is_written_over_ends_the_journal_and_all_that_followed_is_named() {
    let world = world();
    fill(&keeper(&world), 0, 10);
    let place = world.borrow().places("e0000000005").pop().unwrap();
    world.borrow_mut().documents.insert(place, json!({"text": 5}));
    let journal = keeper(&world);
    assert_eq!(done(journal.load(ACCOUNT)), Ok(numbered(0, 5)));
    let ids: Vec<String> = journal.set_aside(ACCOUNT).into_iter().map(|it| it.id).collect();
    let expected: Vec<String> = (5..10).map(|number| format!("e{number:010}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn large_bookings_are_whole_or_absent() {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 1);
    let long = large(&numbered(0, 1), 500_000);
    assert_eq!(done(journal.append_all(ACCOUNT, 1, &long)), Ok(()));
    let whole: Vec<String> = numbered(0, 1).into_iter().chain(long.clone()).collect();
    let parts = world.borrow().places("p");
    assert!(parts.len() > 10);
    load(&world, &whole);
    // If one part is missing, the document is not an entry.
    let part = world.borrow_mut().documents.remove(&parts[2]).unwrap();
    let lacking = keeper(&world);
    assert_eq!(done(lacking.load(ACCOUNT)), Ok(numbered(0, 1)));
    assert_eq!(lacking.set_aside(ACCOUNT)[0].why, Why::NoText);
    world.borrow_mut().documents.insert(parts[2].clone(), part);
    // Without the document that names its parts, it was never booked. The parts are in nobody's way.
    lose(&world, "e0000000001");
    load(&world, &numbered(0, 1));
    assert_eq!(done(keeper(&world).append(ACCOUNT, 1, &numbered(1, 2)[0])), Ok(()));
    let late = done(keeper(&world).append_all(ACCOUNT, 1, &long));
    assert_eq!(late, Err(SaveError::Conflict));
    let journal = keeper(&world);
    let mut whole = numbered(0, 2);
    whole.extend(large(&whole, 500_000));
    assert_eq!(done(journal.append_all(ACCOUNT, 2, &whole[2..])), Ok(()));
    // A segment that contains it is split, too.
    for position in 5..18 {
        let next = following(&whole, 1, "after");
        assert_eq!(done(journal.append_all(ACCOUNT, position, &next)), Ok(()));
        whole.extend(next);
    }
    assert_eq!(world.borrow().places("s1").len(), 1);
    assert_eq!(done(keeper(&world).load(ACCOUNT)), Ok(whole));
}

#[test]
fn positions_are_kept_where_one_append_had_several_lines() {
    let world = world();
    let journal = ExtensionJournal::new(site(&world));
    assert_eq!(done(journal.append_all(ACCOUNT, 0, &numbered(0, 5))), Ok(()));
    for position in 5..40 {
        let line = numbered(position, position + 1);
        assert_eq!(done(journal.append_all(ACCOUNT, position, &line)), Ok(()));
    }
    for reader in [journal, ExtensionJournal::new(site(&world))] {
        for from in [0, 3, 4, 5, 20, 39, 40, 50] {
            assert_eq!(
                done(reader.load_from(ACCOUNT, from)),
                Ok(numbered(from.min(40), 40)),
                "{from}"
            );
        }
        assert_eq!(done(reader.is_shorter(ACCOUNT, 40)), Ok(false));
        assert_eq!(done(reader.is_shorter(ACCOUNT, 41)), Ok(true));
    }
    let conflict = Err(SaveError::Conflict);
    let append = |position, lines: &[String]| done(keeper(&world).append_all(ACCOUNT, position, lines));
    assert_eq!(append(2, &numbered(2, 5)), Ok(()), "it stands there");
    assert_eq!(append(2, &numbered(3, 6)), conflict);
    assert_eq!(append(39, &numbered(39, 41)), conflict);
    assert_eq!(append(41, &numbered(41, 42)), conflict, "there is no gap");
    assert_eq!(append(40, &[]), Ok(()));
    assert!(matches!(append(40, &["a\nb".into()]), Err(SaveError::Failed(_))));
    assert_eq!(world.borrow().places("e").len(), 36);
}

#[test]
fn what_is_gone_is_seen_and_accounts_are_apart() {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 20);
    assert_eq!(done(journal.load("another")), Ok(Vec::new()));
    assert_eq!(done(journal.append("another", 0, &numbered(0, 1)[0])), Ok(()));
    // As if the extension had been removed and installed again.
    world.borrow_mut().documents.clear();
    assert_eq!(done(journal.is_shorter(ACCOUNT, 20)), Ok(true));
    assert_eq!(done(journal.load(ACCOUNT)), Ok(Vec::new()));
    fill(&journal, 0, 2);
    assert_eq!(done(journal.load(ACCOUNT)), Ok(numbered(0, 2)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_copies_are_missing_the_same_is_read(count in 0_u32..600, kept in any::<u64>(), from in 0_u32..620) {
        let world = world();
        fill(&keeper(&world), 0, count);
        let mut bits = kept;
        world.borrow_mut().documents.retain(|place, _| {
            bits = bits.rotate_left(1);
            !place.id.starts_with('s') || bits & 1 == 1
        });
        prop_assert_eq!(done(keeper(&world).load_from(ACCOUNT, from)), Ok(numbered(from.min(count), count)));
    }
}
