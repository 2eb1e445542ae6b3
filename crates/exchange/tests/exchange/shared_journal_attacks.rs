//! What members can do to the documents of a shared journal: delete some and add others. Nobody is blocked, everyone
//! reads the same, and documents that are not part of the journal cost few requests.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::simulated;
use exchange::journal::SaveError;
use exchange::journal::extension::DocumentRef;
use licensing::value::digest::sha256;
use serde_json::{Value, json};
use simulated::{ACCOUNT, World, done, fill, first_line, following, keeper, line_after, numbered, world};
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<RefCell<World>>;

/// The reference of a document of the journal with this ID.
fn place(world: &Shared, id: &str) -> DocumentRef {
    let known = world.borrow().documents.keys().next().cloned().unwrap();
    DocumentRef {
        id: id.to_owned(),
        ..known
    }
}

fn plant(world: &Shared, id: &str, document: Value) {
    let place = place(world, id);
    world.borrow_mut().documents.insert(place, document);
}

fn entry(number: u32) -> String {
    format!("e{number:010}")
}

fn text(lines: &[String]) -> Value {
    json!({"text": lines.join("\n")})
}

/// The lines that a new reader sees, and the number of requests.
fn read(world: &Shared) -> (Vec<String>, usize) {
    world.borrow_mut().calm();
    let lines = done(keeper(world).load(ACCOUNT)).unwrap();
    (lines, world.borrow().reads)
}

/// Documents that are not entries of a journal with 20 lines.
fn junk() -> Vec<(&'static str, Value)> {
    let lines = numbered(0, 22);
    let (last, next) = (&lines[19], &lines[20]);
    let changed = |name: &str, value: Value| {
        let mut line: Value = serde_json::from_str(next).unwrap();
        line[name] = value;
        text(&[line.to_string()])
    };
    let without = |name: &str| {
        let mut line: Value = serde_json::from_str(next).unwrap();
        line.as_object_mut().unwrap().remove(name);
        text(&[line.to_string()])
    };
    vec![
        ("null", json!(null)),
        ("a number", json!(5)),
        ("nothing", json!({})),
        ("an empty text", json!({"text": ""})),
        ("a text of another type", json!({"text": 5})),
        ("no JSON", json!({"text": "junk"})),
        ("an empty object", json!({"text": "{}"})),
        ("a list", json!({"text": "[]"})),
        ("empty lines", json!({"text": "\n\n\n"})),
        ("the line before again", text(&lines[19..20])),
        ("an earlier line", text(&lines[3..4])),
        ("a line too far", text(&lines[21..22])),
        ("another journal's opening", text(&[first_line()])),
        ("a wrong position", changed("position", json!(7))),
        ("a huge position", changed("position", json!(u64::MAX))),
        ("a negative position", changed("position", json!(-1))),
        ("a broken link", changed("previous_sha256", json!("00"))),
        ("no link", changed("previous_sha256", json!(null))),
        ("a link of another type", changed("previous_sha256", json!(5))),
        ("a command that was booked", changed("command_id", json!("c-3"))),
        ("no command id", without("command_id")),
        ("no day", without("today")),
        ("a day that is none", changed("today", json!("2026-02-31"))),
        ("no events", without("events")),
        ("events of another type", changed("events", json!("x"))),
        ("an event that is none", changed("events", json!([5]))),
        ("no command", without("command")),
        ("a viewer of another type", changed("viewer", json!([]))),
        ("no actor", without("actor")),
        ("a right line and a wrong one", text(&[next.clone(), next.clone()])),
        ("no parts", json!({"parts": 0, "sha256": sha256("")})),
        ("parts that are missing", json!({"parts": 3, "sha256": sha256(last)})),
        ("very many parts", json!({"parts": 10_000, "sha256": sha256("x")})),
        (
            "more parts than there can be",
            json!({"parts": u64::MAX, "sha256": sha256("x")}),
        ),
        ("both", json!({"text": next, "parts": 1, "sha256": sha256(next)})),
    ]
}

#[test]
fn junk_after_the_last_entry_stops_nobody() {
    for (what, document) in junk() {
        let world = world();
        fill(&keeper(&world), 0, 20);
        let open = keeper(&world);
        assert_eq!(done(open.load(ACCOUNT)).unwrap().len(), 20);
        plant(&world, &entry(20), document.clone());
        let (lines, reads) = read(&world);
        assert_eq!(lines, numbered(0, 20), "{what}");
        assert!(reads < 45, "{what}: {reads} questions");
        // Both an open page and a new one can continue to book.
        assert_eq!(done(open.load_from(ACCOUNT, 20)), Ok(vec![]), "{what}");
        assert_eq!(done(open.append(ACCOUNT, 20, &numbered(20, 21)[0])), Ok(()), "{what}");
        assert_eq!(
            done(keeper(&world).append(ACCOUNT, 21, &numbered(21, 22)[0])),
            Ok(()),
            "{what}"
        );
        assert_eq!(read(&world).0, numbered(0, 22), "{what}");
        // Nothing is overwritten or deleted.
        let kept = world.borrow().documents.get(&place(&world, &entry(20))).cloned();
        assert_eq!(kept, Some(document), "{what}");
    }
}

#[test]
fn junk_before_the_first_booking_stops_nobody() {
    for (what, document) in junk() {
        if what == "another journal's opening" {
            continue;
        }
        let world = world();
        fill(&keeper(&world), 0, 1);
        plant(&world, &entry(0), document);
        assert_eq!(read(&world).0, Vec::<String>::new(), "{what}");
        let both = numbered(0, 2);
        assert_eq!(done(keeper(&world).append_all(ACCOUNT, 0, &both)), Ok(()), "{what}");
        assert_eq!(read(&world).0, both, "{what}");
    }
}

#[test]
fn much_junk_is_passed_and_segments_are_written_over_it() {
    let world = world();
    fill(&keeper(&world), 0, 5);
    for number in 5..300 {
        plant(&world, &entry(number), json!({"text": "junk"}));
    }
    let journal = keeper(&world);
    for (position, line) in (5..).zip(numbered(5, 60)) {
        assert_eq!(done(journal.append(ACCOUNT, position, &line)), Ok(()));
    }
    let (lines, reads) = read(&world);
    assert_eq!(lines, numbered(0, 60));
    // Two requests for each added document: for itself, and for its segment.
    assert!(reads < 2 * 295 + 100, "{reads} questions");
}

#[test]
fn a_note_and_one_entry_far_out_cost_few_questions() {
    for note in [
        json!({"entries": 2_000_001}),
        json!({"entries": u64::MAX}),
        json!({"entries": -1}),
        json!([]),
    ] {
        let world = world();
        fill(&keeper(&world), 0, 20);
        plant(&world, "head", note);
        let far = DocumentRef {
            collection: place(&world, "").collection.replace("-0", "-488"),
            ..place(&world, &entry(2_000_000))
        };
        world.borrow_mut().documents.insert(far, json!({"text": "junk"}));
        let (lines, reads) = read(&world);
        assert_eq!(lines, numbered(0, 20));
        assert!(reads < 45, "{reads} questions");
    }
}

#[test]
fn a_planted_segment_is_never_believed_over_entries() {
    let honest = numbered(0, 40);
    let forged = following(&[], 16, "somebody");
    let longer: Vec<String> = honest[..20]
        .iter()
        .cloned()
        .chain(following(&honest[..20], 12, "somebody"))
        .collect();
    let mut hiding = honest[..16].to_vec();
    hiding[15] = "-".to_owned();
    let all = |lines: &[String]| json!({"text": lines.join("\n\n")});
    let planted = [
        ("s1-0000000000", json!(null)),
        ("s1-0000000000", json!({"text": 5})),
        ("s1-0000000000", json!({"text": ""})),
        ("s1-0000000000", json!({"text": "\n\n".repeat(15)})),
        ("s1-0000000000", json!({"parts": 10_000, "sha256": sha256("x")})),
        ("s1-0000000000", all(&forged)),
        ("s1-0000000000", all(&hiding)),
        ("s1-0000000000", all(&vec!["-".to_owned(); 16])),
        ("s1-0000000016", all(&vec!["-".to_owned(); 16])),
        ("s1-0000000016", all(&longer[16..32])),
        ("s1-0000000016", all(&forged)),
        ("s2-0000000000", all(&vec!["-".to_owned(); 256])),
        ("s2-0000000000", all(&following(&[], 256, "somebody"))),
        ("s3-0000000000", all(&following(&[], 4_096, "somebody"))),
        ("s3-0000000000", all(&vec!["-".to_owned(); 4_096])),
    ];
    for count in [16, 17, 20, 31, 32, 40] {
        for (id, document) in &planted {
            let world = world();
            fill(&keeper(&world), 0, count);
            plant(&world, id, document.clone());
            let (lines, reads) = read(&world);
            assert_eq!(lines, numbered(0, count), "{count}, {id}");
            assert!(reads < 110, "{count}, {id}: {reads} questions");
            let next = numbered(count, count + 1);
            assert_eq!(
                done(keeper(&world).append(ACCOUNT, count, &next[0])),
                Ok(()),
                "{count}, {id}"
            );
            assert_eq!(read(&world).0, numbered(0, count + 1), "{count}, {id}");
        }
    }
}

#[test]
fn who_has_the_page_open_is_told_that_documents_have_vanished() {
    for count in [1, 16, 20, 40] {
        let world = world();
        let journal = keeper(&world);
        fill(&journal, 0, count);
        // As if the extension had been removed and installed again.
        let before = std::mem::take(&mut world.borrow_mut().documents);
        let next = numbered(count, count + 1);
        assert_eq!(done(journal.append(ACCOUNT, count, &next[0])), Err(SaveError::Conflict));
        assert!(world.borrow().documents.is_empty(), "no orphan is left");
        assert_eq!(done(journal.is_shorter(ACCOUNT, count)), Ok(true));
        assert_eq!(done(journal.load(ACCOUNT)), Ok(vec![]));
        // The documents return, as if the service had answered wrongly.
        world.borrow_mut().documents = before;
        assert_eq!(done(journal.load(ACCOUNT)), Ok(numbered(0, count)));
        assert_eq!(done(journal.is_shorter(ACCOUNT, count)), Ok(false));
        assert_eq!(done(journal.append(ACCOUNT, count, &next[0])), Ok(()));
    }
}

#[test]
fn who_has_the_page_open_is_told_that_the_journal_was_begun_anew() {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 20);
    world.borrow_mut().documents.clear();
    let other = following(&[], 25, "other");
    for (position, line) in (0..).zip(&other) {
        assert_eq!(done(keeper(&world).append(ACCOUNT, position, line)), Ok(()));
    }
    let line = &numbered(20, 21)[0];
    assert_eq!(done(journal.append(ACCOUNT, 20, line)), Err(SaveError::Conflict));
    let journal = keeper(&world);
    assert_eq!(done(journal.load(ACCOUNT)), Ok(other.clone()));
    world.borrow_mut().documents.clear();
    let third = following(&[], 30, "third");
    for (position, line) in (0..).zip(&third) {
        assert_eq!(done(keeper(&world).append(ACCOUNT, position, line)), Ok(()));
    }
    assert_eq!(done(journal.is_shorter(ACCOUNT, 25)), Ok(true));
    assert_eq!(done(journal.load(ACCOUNT)), Ok(third));
}

#[test]
fn the_last_booking_that_vanished_alone_is_told() {
    let world = world();
    let journal = keeper(&world);
    fill(&journal, 0, 20);
    let last = place(&world, &entry(19));
    world.borrow_mut().documents.remove(&last);
    assert_eq!(done(journal.is_shorter(ACCOUNT, 20)), Ok(true));
    let line = line_after(&numbered(18, 19)[0], 19, "another", simulated::TODAY);
    assert_eq!(done(keeper(&world).append(ACCOUNT, 19, &line)), Ok(()));
    let lines: Vec<String> = numbered(0, 19).into_iter().chain([line]).collect();
    assert_eq!(done(journal.load(ACCOUNT)), Ok(lines));
}
