//! Every reader sets aside lines with a date after the host's current day. A collection administrator can set aside
//! lines that cannot be read. Everyone gets the same journal, on every day.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::simulated;
use exchange::journal::extension::{DocumentRef, Why};
use exchange::journal::{Calendar, Journal};
use licensing::Date;
use licensing::value::digest::sha256;
use serde_json::{Value, json};
use simulated::{ACCOUNT, World, done, fill, first_line, following, keeper, line_after, numbered, site, world};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

type Shared = Rc<RefCell<World>>;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A host that reports a day, and possibly another one when it is asked again.
struct Days {
    known: Cell<Option<Date>>,
    anew: Cell<Option<Date>>,
    asked: Cell<u32>,
}

impl Days {
    fn on(day: &str) -> Rc<Self> {
        let day = Some(date(day));
        Rc::new(Self {
            known: Cell::new(day),
            anew: Cell::new(day),
            asked: Cell::new(0),
        })
    }
}

impl Calendar for Days {
    fn today(&self) -> Option<Date> {
        self.known.get()
    }

    fn ask(&self) -> Pin<Box<dyn Future<Output = Option<Date>> + '_>> {
        self.asked.set(self.asked.get() + 1);
        self.known.set(self.anew.get());
        Box::pin(async { self.known.get() })
    }
}

fn keeper_on(world: &Shared, days: &Rc<Days>) -> Journal {
    Journal::extension_by(site(world), Rc::<Days>::clone(days))
}

/// The lines that a new reader sees on a day.
fn read_on(world: &Shared, day: &str) -> Vec<String> {
    done(keeper_on(world, &Days::on(day)).load(ACCOUNT)).unwrap()
}

fn plant(world: &Shared, number: u32, document: Value) {
    let known = world.borrow().documents.keys().next().cloned().unwrap();
    let place = DocumentRef {
        id: format!("e{number:010}"),
        ..known
    };
    world.borrow_mut().documents.insert(place, document);
}

/// Lines of a day that continue other lines.
fn dated(before: &[String], count: usize, day: &str) -> Vec<String> {
    let mut lines = before.to_vec();
    for position in before.len()..before.len() + count {
        let position = u32::try_from(position).unwrap();
        lines.push(line_after(
            &lines[lines.len() - 1],
            position,
            &format!("{day}/{position}"),
            day,
        ));
    }
    lines.split_off(before.len())
}

#[test]
fn sub_7_a_line_of_a_later_day_locks_nobody_out_whenever_the_journal_is_read() {
    for (later, between) in [
        ("2999-12-31", 1),
        ("2999-12-31", 5),
        ("2026-11-25", 1),
        ("2026-12-24", 14),
    ] {
        let world = world();
        let honest = numbered(0, 40);
        fill(&keeper(&world), 0, 20);
        let days = Days::on("2026-11-24");
        let open = keeper_on(&world, &days);
        assert_eq!(done(open.load(ACCOUNT)), Ok(honest[..20].to_vec()));
        for (number, line) in (20..).zip(dated(&honest[..20], between, later)) {
            plant(&world, number, json!({ "text": line }));
        }
        assert_eq!(read_on(&world, "2026-11-24"), honest[..20]);
        assert_eq!(done(open.load_from(ACCOUNT, 20)), Ok(vec![]));
        let aside = open.set_aside(ACCOUNT);
        assert_eq!((aside.len(), aside[0].id.as_str()), (between, "e0000000020"));
        assert_eq!(aside[0].why, Why::DatedAfter(date(later)));
        assert!(aside[0].reason().contains(later));
        for position in 20..40 {
            let line = &honest[usize::try_from(position).unwrap()];
            assert_eq!(done(open.append(ACCOUNT, position, line)), Ok(()));
        }
        for day in ["2026-11-24", "2026-11-25", "2026-12-24", "2999-12-31"] {
            assert_eq!(read_on(&world, day), honest, "{later}, read on {day}");
        }
        assert_eq!(
            done(keeper(&world).load(ACCOUNT)),
            Ok(honest),
            "and where nobody tells the day"
        );
    }
}

#[test]
fn sub_7_the_host_is_asked_anew_before_a_line_is_refused() {
    let world = world();
    fill(&keeper(&world), 0, 20);
    let days = Days::on("2026-11-24");
    let open = keeper_on(&world, &days);
    assert_eq!(done(open.load(ACCOUNT)).unwrap().len(), 20);
    // Someone books just after midnight, according to the host's clock.
    days.anew.set(Some(date("2026-11-25")));
    let line = dated(&numbered(0, 20), 1, "2026-11-25");
    assert_eq!(done(keeper(&world).append(ACCOUNT, 20, &line[0])), Ok(()));
    assert_eq!(done(open.load_from(ACCOUNT, 20)), Ok(line));
    assert_eq!(days.asked.get(), 1);
    assert!(open.set_aside(ACCOUNT).is_empty());
}

#[test]
fn sub_7_a_day_that_comes_brings_its_line() {
    let world = world();
    fill(&keeper(&world), 0, 20);
    let days = Days::on("2026-11-24");
    let open = keeper_on(&world, &days);
    let line = dated(&numbered(0, 20), 1, "2026-11-26");
    plant(&world, 20, json!({"text": line[0]}));
    assert_eq!(done(open.load(ACCOUNT)), Ok(numbered(0, 20)));
    days.known.set(Some(date("2026-11-26")));
    assert_eq!(done(open.load_from(ACCOUNT, 20)), Ok(line.clone()));
    assert!(open.set_aside(ACCOUNT).is_empty());
    // A booking by a page that has not seen the new line gets a conflict.
    let other = keeper_on(&world, &Days::on("2026-11-26"));
    assert!(done(other.append(ACCOUNT, 20, &numbered(20, 21)[0])).is_err());
}

#[test]
fn sub_7_a_first_booking_of_a_later_day_locks_nobody_out() {
    let world = world();
    let first = vec![first_line()];
    let both: Vec<String> = first.iter().cloned().chain(dated(&first, 1, "2999-12-31")).collect();
    assert_eq!(done(keeper(&world).append_all(ACCOUNT, 0, &both)), Ok(()));
    let open = keeper_on(&world, &Days::on("2026-11-24"));
    assert_eq!(done(open.load(ACCOUNT)), Ok(vec![]));
    let honest = numbered(0, 2);
    assert_eq!(done(open.append_all(ACCOUNT, 0, &honest)), Ok(()));
    assert_eq!(read_on(&world, "2026-11-24"), honest);
    assert_eq!(read_on(&world, "2999-12-31"), honest);
}

#[test]
fn sub_7_nothing_of_the_same_or_an_earlier_day_is_booked_over() {
    let honest = numbered(0, 20);
    let day = simulated::TODAY;
    for (day, over) in [
        (day, 10),
        (day, 19),
        ("2999-12-31", 10),
        (day, 0),
        (day, 20),
        (day, 4_000_000),
    ] {
        let world = world();
        fill(&keeper(&world), 0, 20);
        let fork = dated(&honest[..usize::try_from(over).unwrap_or(10).clamp(1, 19)], 1, day);
        if let Some(fork) = fork.first().filter(|_| over > 0) {
            plant(&world, 20, json!({"text": fork, "booked_over": over}));
        }
        assert_eq!(read_on(&world, "2999-12-31"), honest, "{day}, over {over}");
        for value in [json!(-1), json!("10"), json!(u64::MAX), json!(null)] {
            plant(&world, 20, json!({"text": fork.first(), "booked_over": value}));
            assert_eq!(read_on(&world, "2026-11-24"), honest);
        }
    }
}

/// A journal with 20 lines, and another line that continues it but cannot be read.
fn unreadable() -> (Shared, Vec<String>) {
    let world = world();
    fill(&keeper(&world), 0, 20);
    let mut line: Value = serde_json::from_str(&numbered(20, 21)[0]).unwrap();
    line["events"] = json!([{"kind": "purchased", "on": 5}]);
    plant(&world, 20, json!({"text": line.to_string()}));
    let mut lines = numbered(0, 20);
    lines.push(line.to_string());
    (world, lines)
}

#[test]
fn what_continues_the_journal_is_taken_out_by_an_administrators_word_alone() {
    let (world, lines) = unreadable();
    let open = keeper(&world);
    assert_eq!(done(open.load(ACCOUNT)), Ok(lines.clone()));
    // Someone books after it.
    let upon = following(&lines, 1, "upon");
    assert_eq!(done(keeper(&world).append(ACCOUNT, 21, &upon[0])), Ok(()));
    let documents = world.borrow().documents.clone();
    assert_eq!(done(open.repair(ACCOUNT, 20)), Ok(()));
    assert_eq!(done(open.load(ACCOUNT)), Ok(numbered(0, 20)));
    let aside = open.set_aside(ACCOUNT);
    assert_eq!(
        aside.iter().map(|it| &it.why).collect::<Vec<_>>(),
        [&Why::Repaired, &Why::Repaired]
    );
    // No document is deleted or changed.
    assert!(
        documents
            .iter()
            .all(|(place, document)| world.borrow().documents.get(place) == Some(document))
    );
    for (position, line) in (20..).zip(numbered(20, 40)) {
        assert_eq!(done(open.append(ACCOUNT, position, &line)), Ok(()));
    }
    assert_eq!(done(keeper(&world).load(ACCOUNT)), Ok(numbered(0, 40)));
}

#[test]
fn whoever_had_read_it_before_the_repair_reads_the_same_after_it() {
    let (world, lines) = unreadable();
    let (open, other) = (keeper(&world), keeper(&world));
    assert_eq!(done(other.load(ACCOUNT)), Ok(lines.clone()));
    assert_eq!(done(open.repair(ACCOUNT, 20)), Ok(()));
    assert_eq!(done(open.append(ACCOUNT, 20, &numbered(20, 21)[0])), Ok(()));
    assert_eq!(done(other.load_from(ACCOUNT, 21)), Ok(vec![]));
    assert_eq!(done(other.holds(ACCOUNT, 21, &sha256(&lines[20]))), Ok(false));
    assert_eq!(done(other.load(ACCOUNT)), Ok(numbered(0, 21)));
}

#[test]
fn what_can_be_read_is_never_repaired_away() {
    let world = world();
    fill(&keeper(&world), 0, 20);
    for over in [1, 10, 19] {
        plant(&world, 20, json!({"text": "", "booked_over": over}));
        assert_eq!(done(keeper(&world).load(ACCOUNT)), Ok(numbered(0, 20)));
    }
    assert_eq!(done(keeper(&world).repair(ACCOUNT, 15)), Ok(()));
    assert_eq!(done(keeper(&world).load(ACCOUNT)), Ok(numbered(0, 20)));
}

/// A line that continues the journal but has an unreadable command can be repaired, too.
#[test]
fn what_brings_a_command_that_cannot_be_read_is_taken_out_as_well() {
    for command in [
        json!({"kind": "adjust", "licences": "many"}),
        json!({"kind": "cancel", "reason": 7}),
    ] {
        let world = world();
        fill(&keeper(&world), 0, 20);
        let mut line: Value = serde_json::from_str(&numbered(20, 21)[0]).unwrap();
        line["command"] = command;
        plant(&world, 20, json!({"text": line.to_string()}));
        let open = keeper(&world);
        assert_eq!(done(open.load(ACCOUNT)).unwrap().len(), 21);
        assert_eq!(done(open.repair(ACCOUNT, 20)), Ok(()));
        assert_eq!(done(open.load(ACCOUNT)), Ok(numbered(0, 20)));
    }
}

/// Two entries with different later dates are added. What is booked next to them stays booked, whenever the journal is
/// read.
#[test]
fn sub_7_entries_of_several_later_days_take_nothing_out() {
    for (first, second, mark) in [
        ("2999-12-31", "2026-11-25", None),
        ("2999-12-31", "2026-11-25", Some(20)),
        ("2026-11-25", "2026-11-24", None),
        ("2026-11-25", "2026-11-26", Some(20)),
        ("2026-11-26", "2026-11-25", None),
    ] {
        let world = world();
        let honest = numbered(0, 40);
        fill(&keeper(&world), 0, 20);
        let days = Days::on("2026-11-24");
        let open = keeper_on(&world, &days);
        assert_eq!(done(open.load(ACCOUNT)), Ok(honest[..20].to_vec()));
        plant(&world, 20, json!({"text": dated(&honest[..20], 1, first)[0]}));
        let other = line_after(&honest[19], 20, "other", second);
        let mut document = json!({ "text": other });
        if let Some(over) = mark {
            document["booked_over"] = json!(over);
        }
        plant(&world, 21, document);
        for position in 20..40 {
            let line = &honest[usize::try_from(position).unwrap()];
            assert_eq!(
                done(open.append(ACCOUNT, position, line)),
                Ok(()),
                "{first}, {second}, {mark:?}: {position}"
            );
        }
        for day in ["2026-11-24", "2026-11-25", "2026-11-26", "2999-12-31"] {
            assert_eq!(
                read_on(&world, day),
                honest,
                "{first}, {second}, {mark:?}, read on {day}"
            );
        }
    }
}
