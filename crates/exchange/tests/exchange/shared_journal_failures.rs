//! The effect of each failure of the service. A page that stops or fails at any point leaves no partial booking.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::simulated;
use Mishap::{AnswerLost, Broken, Expired, Forbidden, Lost, Throttled, TooLarge};
use exchange::journal::extension::{Preferences, Scope};
use exchange::journal::{Journal, JournalServiceError, LoadError, SaveError};
use proptest::prelude::*;
use simulated::{
    ACCOUNT, Chance, Mishap, World, done, fill, following, interleaved, keeper, numbered, poll, shaky, site, world,
};
use std::pin::Pin;

/// The outcome of an append. `None` if it succeeded.
type Told = Option<JournalServiceError>;

fn told(kept: Result<(), SaveError>) -> Told {
    match kept {
        Ok(()) => None,
        Err(SaveError::Service(trouble, words)) => {
            assert!(!words.is_empty());
            Some(trouble)
        }
        Err(other) => panic!("{other:?}"),
    }
}

/// Appends a line while the next requests fail as planned. Returns the outcome, the waits, and the number of stored
/// lines.
fn append(planned: &[Mishap], prepare: fn(&mut World)) -> (Told, Vec<u32>, usize) {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 3);
    // First, the previous entry and the segment are read. Then the new entry is written.
    world.borrow_mut().planned = [Mishap::None; 2].iter().chain(planned).copied().collect();
    prepare(&mut world.borrow_mut());
    let new = &numbered(3, 4)[0];
    let told = told(done(journal.append(ACCOUNT, 3, new)));
    let paused = world.borrow().paused.clone();
    world.borrow_mut().planned.clear();
    let stored = done(keeper(&world).load(ACCOUNT)).unwrap().len();
    assert_eq!(done(journal.append(ACCOUNT, 3, new)), Ok(()), "trying again helps");
    let lines = done(keeper(&world).load(ACCOUNT)).unwrap().len();
    assert_eq!(lines, 4, "and books nothing twice");
    (told, paused, stored)
}

#[test]
fn a_lost_answer_is_asked_for() {
    let append = |planned: &[Mishap]| append(planned, |_| ());
    assert_eq!(append(&[AnswerLost]), (None, vec![], 4));
    assert_eq!(append(&[Broken]), (None, vec![], 4));
    assert_eq!(append(&[Lost]), (None, vec![1], 4));
    assert_eq!(append(&[Lost, Mishap::None, Lost]), (None, vec![1, 2], 4));
    assert_eq!(append(&[AnswerLost, Lost]), (None, vec![1], 4));
    let unreachable = Some(JournalServiceError::Unreachable);
    assert_eq!(append(&[Lost; 8]), (unreachable, vec![1, 2, 4], 3));
    let mut lost = [Lost; 8];
    lost[0] = AnswerLost;
    assert_eq!(append(&lost), (unreachable, vec![1, 2, 4], 4));
    // A later error does not settle whether an earlier attempt succeeded.
    assert_eq!(append(&[AnswerLost, Lost, Forbidden]), (unreachable, vec![1], 4));
}

#[test]
fn haste_is_waited_for_as_long_as_it_is_worth_it() {
    let busy = |seconds| Some(JournalServiceError::Busy(Some(seconds)));
    assert_eq!(append(&[Throttled(7), Throttled(3)], |_| ()), (None, vec![7, 3], 4));
    assert_eq!(append(&[Throttled(5); 5], |_| ()), (busy(5), vec![5; 4], 3));
    assert_eq!(append(&[Throttled(61)], |_| ()), (busy(61), vec![], 3));
    let gives_up = |world: &mut World| world.gives_up = true;
    assert_eq!(append(&[Throttled(7)], gives_up), (busy(7), vec![7], 3));
}

#[test]
fn a_token_is_renewed_once_and_what_is_not_allowed_is_said() {
    let append = |planned: &[Mishap]| append(planned, |_| ());
    assert_eq!(append(&[Expired]), (None, vec![], 4));
    assert_eq!(
        append(&[Expired, Expired]),
        (Some(JournalServiceError::SignedOut), vec![], 3)
    );
    assert_eq!(append(&[Forbidden]), (Some(JournalServiceError::NotAllowed), vec![], 3));
    assert_eq!(append(&[TooLarge]), (Some(JournalServiceError::TooLarge), vec![], 3));
}

#[test]
fn loading_fails_with_what_is_the_matter() {
    let load = |planned: &[Mishap]| {
        let world = world();
        fill(&keeper(&world), 0, 3);
        world.borrow_mut().planned = planned.iter().copied().collect();
        match done(keeper(&world).load(ACCOUNT)) {
            Ok(lines) => Ok(lines.len()),
            Err(LoadError::Service(trouble, _)) => Err(trouble),
            Err(other) => panic!("{other:?}"),
        }
    };
    // Four requests are sent at once.
    assert_eq!(load(&[Lost, Throttled(2), Expired]), Ok(3));
    assert_eq!(load(&[Lost; 24]), Err(JournalServiceError::Unreachable));
    assert_eq!(load(&[Expired; 8]), Err(JournalServiceError::SignedOut));
    assert_eq!(load(&[Forbidden]), Err(JournalServiceError::NotAllowed));
    assert_eq!(load(&[Throttled(99)]), Err(JournalServiceError::Busy(Some(99))));
}

#[test]
fn a_segment_that_cannot_be_written_keeps_nobody_from_booking() {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 15);
    // The previous entry, the segment, the new entry, and the previous entry again. Then the entries of the segment.
    world.borrow_mut().planned = [Mishap::None; 4].into_iter().chain([Throttled(9)]).collect();
    fill(&journal, 15, 16);
    assert!(world.borrow().paused.is_empty() && world.borrow().places("s").is_empty());
    fill(&journal, 16, 17);
    assert_eq!(world.borrow().places("s").len(), 1, "the next one writes it");
}

#[test]
fn preferences_are_everybodys_own() {
    let world = world();
    let preferences = Preferences::new(site(&world));
    assert_eq!(done(preferences.get("columns")), Ok(None));
    assert_eq!(done(preferences.set("columns", "name,role")), Ok(()));
    assert_eq!(done(preferences.set("columns", "name")), Ok(()));
    assert_eq!(done(preferences.get("columns")), Ok(Some("name".into())));
    assert!(world.borrow().documents.keys().all(|place| place.scope == Scope::Me));
    assert!(done(preferences.set(&"x".repeat(51), "")).is_err());
    world.borrow_mut().planned.extend([Forbidden, Forbidden]);
    assert!(done(preferences.set("columns", "")).is_err() && done(preferences.get("columns")).is_err());
}

/// Appends bookings of one to three lines each, retrying until all are stored.
async fn writer(journal: Journal, name: u32) {
    for number in 0..14 {
        let by = format!("{name}/{number}");
        loop {
            let Ok(all) = journal.load(ACCOUNT).await else {
                continue;
            };
            if all.iter().any(|line| line.contains(&format!("\"{by}-"))) {
                break;
            }
            let position = u32::try_from(all.len()).unwrap();
            let lines = following(&all, number % 3 + 1, &by);
            if journal.append_all(ACCOUNT, position, &lines).await.is_ok() {
                break;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_interleaving_keeps_entries_dense_and_every_batch_once(seed in 0_u64..1_000_000, mishaps in 0_u32..40, latency in 0_u32..4, writers in 1_u32..4) {
        let world = shaky(seed, 0, latency);
        fill(&keeper(&world), 0, 1);
        world.borrow_mut().mishaps = mishaps;
        let run = |name| Box::pin(writer(keeper(&world), name)) as Pin<Box<dyn Future<Output = ()> + '_>>;
        interleaved((0..writers).map(run).collect(), &mut Chance::new(seed));
        world.borrow_mut().calm();
        let journal = keeper(&world);
        let lines = done(journal.load(ACCOUNT)).unwrap();
        let ids: Vec<String> = world.borrow().places("e").into_iter().map(|place| place.id).collect();
        let dense: Vec<String> = (0..=14 * writers).map(|number| format!("e{number:010}")).collect();
        prop_assert_eq!(ids, dense);
        prop_assert!(journal.set_aside(ACCOUNT).is_empty());
        for (name, number) in (0..writers).flat_map(|name| (0..14_usize).map(move |number| (name, number))) {
            let by = format!("\"{name}/{number}-");
            let places: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(&by)).collect();
            prop_assert_eq!(places.len(), number % 3 + 1);
            prop_assert!(places.windows(2).all(|two| two[1] == two[0] + 1), "its lines stand together");
        }
    }

    #[test]
    fn whoever_stops_anywhere_leaves_whole_bookings(seed in 0_u64..1_000_000, before in 1_u32..20, polls in 0_usize..60, large in any::<bool>(), mishaps in 0_u32..30) {
        let world = shaky(seed, 0, 0);
        fill(&keeper(&world), 0, before);
        let stored = numbered(0, before);
        let id = if large { "\"".repeat(200_000) } else { "last".to_owned() };
        let batch = following(&stored, 2, &id);
        (world.borrow_mut().mishaps, world.borrow_mut().latency) = (mishaps, 3);
        let journal = keeper(&world);
        let mut append: Pin<Box<dyn Future<Output = _> + '_>> = Box::pin(journal.append_all(ACCOUNT, before, &batch));
        let told = (0..polls).find_map(|_| poll(&mut append));
        drop(append);
        world.borrow_mut().calm();
        let read = done(keeper(&world).load(ACCOUNT)).unwrap();
        let whole: Vec<String> = stored.iter().chain(&batch).cloned().collect();
        prop_assert!(read == whole || (told != Some(Ok(())) && read == stored));
        // A retry stores it once, whatever the first attempt did.
        prop_assert_eq!(done(keeper(&world).append_all(ACCOUNT, before, &batch)), Ok(()));
        prop_assert_eq!(done(journal.load(ACCOUNT)), Ok(whole));
    }
}
