//! How User Management shows people who do not use their license, and people who signed in recently (LIC 3, LIC 10).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::account::inactive::inactive;
use licensing::directory::csv;
use licensing::ledger::entry::Record;
use licensing::value::role::{Assigned, FreeingReason};
use licensing::{Command, Date, Directory, Person, Role};
use sample::settings::Org;
use scene::{altered, id, with_scene};
use std::collections::BTreeSet;
use view::history::history;
use view::keep::keeping;
use view::people::{
    People, PeopleRow, Query, RoleImpact, Tab, export, exported, idle, person, recently_seen, row_view,
};
use view::{Actor, Scene};

/// Makes everyone's last access `days` ago.
fn seen(days: u32) -> impl Fn(&mut Vec<Person>) {
    move |rows| {
        for row in rows {
            row.last_access = Some(today().minus_days(days));
        }
    }
}

fn today() -> Date {
    with_scene(Org::New, |scene| scene.today)
}

fn with_directory<T>(alter: impl FnOnce(&mut Vec<Person>), look: impl FnOnce(&Scene<'_>) -> T) -> T {
    altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, look)
}

/// The IDs that the inactivity filter finds.
fn filtered(scene: &Scene<'_>, tab: Tab, days: u32) -> BTreeSet<String> {
    let people = People::new(scene);
    let query = Query {
        tab,
        inactive: Some(days),
        ..Query::default()
    };
    let found = people.matching(&people.order(query.sort, query.descending), &query);
    found.iter().map(|it| people.get(*it).unwrap().id.to_string()).collect()
}

fn row(scene: &Scene<'_>, wanted: &str) -> PeopleRow {
    let people = People::new(scene);
    people.rows().iter().find(|it| it.id == id(wanted)).unwrap().clone()
}

#[test]
fn lic_10_the_filter_finds_whom_the_rules_would_free() {
    for alter in [
        |_: &mut Vec<Person>| (),
        |rows: &mut Vec<Person>| rows[1].email = rows[9].email.clone(),
    ] {
        with_directory(alter, |scene| {
            for days in [30, 60, 90] {
                let freed = inactive(scene.account, scene.people, scene.today, days);
                let rows: BTreeSet<String> = freed.iter().flat_map(|it| &it.rows).map(ToString::to_string).collect();
                assert_eq!(filtered(scene, Tab::Licensed, days), rows, "{days}");
                assert!(!rows.is_empty(), "{days}");
            }
        });
    }
}

#[test]
fn lic_10_a_license_that_was_given_yesterday_is_not_idle() {
    with_directory(seen(300), |scene| {
        let all = idle(scene, 30).len();
        let mut account = scene.account.clone();
        let off = Command::SetRole {
            people: vec![id("p000010")].into(),
            role: Assigned::Own(Role::None),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        scene.decide(&off).unwrap().iter().for_each(|it| account.apply(it));
        let without = Scene {
            account: &account,
            ..*scene
        };
        let on = Command::SetRole {
            people: vec![id("p000010")].into(),
            role: Assigned::Own(Role::Team),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let events = without.decide(&on).unwrap();
        let mut account = account.clone();
        events.iter().for_each(|it| account.apply(it));
        let again = Scene {
            account: &account,
            ..*scene
        };
        assert_eq!(idle(&again, 30).len(), all - 1);
        assert!(!filtered(&again, Tab::Licensed, 30).contains("p000010"));
        // If the day of the license is the later one, the text contains both days.
        assert!(
            idle(scene, 30)[0].detail.contains("licensed since"),
            "{}",
            idle(scene, 30)[0].detail
        );
    });
}

#[test]
fn lic_10_where_no_last_access_is_told_nobody_is_found_and_nothing_says_never() {
    with_directory(
        |rows| rows.iter_mut().for_each(|it| it.last_access = None),
        |scene| {
            assert!(filtered(scene, Tab::Licensed, 30).is_empty() && filtered(scene, Tab::Unlicensed, 30).is_empty());
            assert!(idle(scene, 1).is_empty());
            let buy = Command::ChooseFree { keep: None };
            let mut details = keeping(scene, &buy).unwrap().people;
            details.retain(|it| scene.people.contains(&it.id));
            assert!(
                details.iter().all(|it| it.detail == "last access unknown"),
                "{:?}",
                details[0]
            );
            let people = People::new(scene);
            let text = export(scene, &people, &exported(&people, &Query::default()));
            let here = |cells: &[String]| cells[6].is_empty();
            let mut lines = csv::read(&text).skip(1).filter(|line| here(&line.cells));
            assert!(lines.all(|line| line.cells[5] == "Unknown"), "{text}");
            assert_eq!(person(scene, &people, &id("ada")).unwrap().row.unseen, "Unknown");
        },
    );
}

#[test]
fn lic_10_elsewhere_who_has_no_last_access_was_never_seen() {
    let never = |rows: &mut Vec<Person>| rows[0].last_access = None;
    with_directory(never, |scene| {
        assert_eq!(row_view(scene, &row(scene, "ada")).unseen, "Never");
        let people = People::new(scene);
        let text = export(scene, &people, &exported(&people, &Query::default()));
        let cells: Vec<_> = csv::read(&text).map(|line| line.cells).collect();
        let ada = cells.iter().find(|it| it[2] == "ada").unwrap();
        assert_eq!(ada[5], "Never");
        let unlicensed = filtered(scene, Tab::Unlicensed, 90);
        let never = |it: &PeopleRow| !it.licensed && it.last_access.is_none();
        assert!(
            people
                .rows()
                .iter()
                .filter(|it| never(it))
                .all(|it| unlicensed.contains(it.id.as_str()))
        );
    });
}

#[test]
fn lic_9_of_who_has_left_nobody_knows_when_they_were_there_last() {
    with_directory(
        |rows| rows.retain(|it| it.id != id("ada")),
        |scene| {
            let gone = row(scene, "ada");
            assert!(gone.left && !filtered(scene, Tab::Licensed, 30).contains("ada"));
            let nobody = Directory::new(Vec::new());
            let strange = Scene {
                people: &nobody,
                ..*scene
            };
            let unknown = People::new(&strange);
            let unseen = unknown.rows().iter().filter(|it| it.last_access.is_none());
            assert!(unseen.map(|it| row_view(&strange, it).unseen).all(|it| it == "Unknown"));
        },
    );
}

#[test]
fn lic_7_who_keeps_access_is_told_with_the_latest_access_of_all_rows() {
    let twice = |rows: &mut Vec<Person>| {
        rows[1].email = rows[9].email.clone();
        rows[1].last_access = Some(today().minus_days(400));
        rows[9].last_access = Some(today().minus_days(1));
    };
    with_directory(twice, |scene| {
        let keepers = keeping(scene, &Command::ChooseFree { keep: None }).unwrap().people;
        let person = scene.people.counted_as(&id("ben")).clone();
        let detail = &keepers.iter().find(|it| it.id == person).unwrap().detail;
        assert_eq!(
            *detail,
            format!("last access {}", scene.date(scene.today.minus_days(1)))
        );
    });
}

fn recent(
    scene: &Scene<'_>,
    people: &[&str],
    role: Role,
    reason: Option<FreeingReason>,
) -> Option<(u32, Option<String>)> {
    let people: Vec<_> = people.iter().map(|it| id(it)).collect();
    let command = Command::SetRole {
        people: people.into(),
        role: Assigned::Own(role),
        reason,
        licenses: None,
        recent_confirmed: None,
    };
    let events = scene.decide(&command).unwrap();
    assert!(RoleImpact::of(scene, &events).people.number > 0);
    let found = recently_seen(scene, &events)?;
    Some((found.number.number, found.one.map(|it| it.name)))
}

#[test]
fn lic_3_whose_license_is_no_longer_used_although_they_were_seen_within_seven_days() {
    let some = |rows: &mut Vec<Person>| {
        seen(8)(rows);
        for (at, days) in [(0, 0), (1, 7), (2, 8)] {
            rows[at].last_access = Some(today().minus_days(days));
        }
        rows[5].last_access = None;
    };
    with_directory(some, |scene| {
        let rows = scene.people.people();
        let all: Vec<&str> = rows[..12].iter().map(|it| it.id.as_str()).collect();
        let licensed: Vec<&str> = all
            .into_iter()
            .filter(|it| scene.account.assignments().role(&id(it), scene.people).uses_license())
            .collect();
        assert_eq!(
            recent(scene, &["ada"], Role::None, None).unwrap(),
            (1, Some("Ada Muster".into()))
        );
        assert_eq!(
            recent(scene, &["ben"], Role::None, None).unwrap().0,
            1,
            "seven days ago"
        );
        assert_eq!(recent(scene, &["cleo"], Role::None, None), None, "eight days ago");
        assert_eq!(recent(scene, &["ada"], Role::None, Some(FreeingReason::Left)), None);
        assert_eq!(recent(scene, &["ada"], Role::Budget, None), None, "keeps the license");
        assert_eq!(recent(scene, &licensed, Role::None, None).unwrap(), (2, None));
        let reassign = |reason| Command::Reassign {
            from: id("ada"),
            to: id("eve"),
            reason: Some(reason),
            recent_confirmed: None,
        };
        let asks = |reason| recently_seen(scene, &scene.decide(&reassign(reason)).unwrap()).is_some();
        assert!(asks(FreeingReason::StoppedUsing) && !asks(FreeingReason::Left));
        let several = Command::FreeInactive { days: 8, keep: None };
        assert_eq!(
            recently_seen(scene, &scene.decide(&several).unwrap()),
            None,
            "inactive is not recent"
        );
    });
    with_directory(
        |rows| rows.iter_mut().for_each(|it| it.last_access = None),
        |scene| {
            assert_eq!(recent(scene, &["ada"], Role::None, None), None, "nothing is known");
        },
    );
}

#[test]
fn lic_3_the_reason_and_the_second_question_stand_in_the_history() {
    with_directory(
        |_| (),
        |scene| {
            let free = |reason, recent_confirmed| Command::SetRole {
                people: vec![id("ada")].into(),
                role: Assigned::Own(Role::None),
                reason,
                licenses: None,
                recent_confirmed,
            };
            let said = |command: Command| {
                let mut ledger = scene.ledger.clone();
                let last = ledger.records().last().unwrap();
                let record = Record {
                    command: command.clone(),
                    events: scene.decide(&command).unwrap(),
                    ..(**last).clone()
                };
                ledger.append("", record).unwrap();
                let booked = Scene {
                    ledger: &ledger,
                    ..*scene
                };
                history(&booked)[0].what.clone()
            };
            assert_eq!(
                said(free(Some(FreeingReason::Left), None)),
                "Set Ada Muster to the None role (left the organization)"
            );
            assert_eq!(
                said(free(None, None)),
                "Set Ada Muster to the None role (no longer uses the product)"
            );
            assert_eq!(
                said(free(None, Some(true))),
                "Set Ada Muster to the None role (no longer uses the product); confirmed despite access within the previous 7 days"
            );
            let passed = Command::Reassign {
                from: id("ada"),
                to: id("eve"),
                reason: Some(FreeingReason::Left),
                recent_confirmed: None,
            };
            assert!(said(passed).ends_with("from Ada Muster to Eve Lindqvist (left the organization)"));
        },
    );
}
