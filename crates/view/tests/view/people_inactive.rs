//! Choosing for how long people must have been inactive, the money that it can save, and the cases of a role (LIC 3,
//! LIC 10, ROL 2, ROL 4).

use crate::common::{Story, buy, changed, role, schedule};
use crate::scene::{altered, of_story};
use licensing::account::inactive::inactive;
use licensing::{Deployment, Person};
use sample::settings::Org;
use serde_json::json;
use view::people::{InactivePeople, People, RoleKind, Saving, saving};
use view::words::people::role_hint;
use view::{Actor, Scene};

fn admin<T>(story: &Story, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    of_story(story, &Actor::collection_administrator(), look)
}

/// Six people with a license since 2025-01-01, seen on different days before 2026-07-01.
fn six() -> Story {
    let mut story = Story::new().with(&[
        "new|new@x.com|2026-06-30",
        "edge|edge@x.com|2026-06-01",
        "month|month@x.com|2026-05-20",
        "long|long@x.com|2025-07-01",
        "older|older@x.com|2025-03-01",
        "never|never@x.com",
    ]);
    story.book("2025-07-10", buy("team", "monthly", 10)).pass("2026-07-01");
    story
}

#[test]
fn lic_10_the_histogram_shows_whom_a_cut_off_removes() {
    admin(&six(), |scene| {
        let list = People::new(scene);
        let people = InactivePeople::new(scene, &list).unwrap();
        let bars: Vec<_> = people
            .histogram(scene, 90)
            .into_iter()
            .filter(|it| it.count.number > 0)
            .map(|it| (it.label, it.cut_off, it.count.number, it.beyond.number, it.high))
            .collect();
        // Whoever was seen before the license was given counts from the day of the license: 356 days.
        assert_eq!(
            bars,
            [
                ("0–29 days".to_owned(), None, 1, 0, 5_000),
                ("30–59 days".to_owned(), Some(30), 2, 0, 10_000),
                ("330–359 days".to_owned(), Some(330), 2, 2, 10_000),
                ("Never signed in".to_owned(), None, 1, 1, 5_000),
            ]
        );
        assert_eq!(people.histogram(scene, 90).len(), 14);
        assert_eq!([30, 31, 43, 356, 357].map(|days| people.count(days)), [5, 4, 3, 3, 0]);
    });
}

#[test]
fn lic_3_everyone_beyond_the_cut_off_is_listed_and_found() {
    admin(&six(), |scene| {
        let list = People::new(scene);
        let people = InactivePeople::new(scene, &list).unwrap();
        let names = |search: &str, days| -> Vec<String> {
            let found = people.found(&list, search, days).into_iter();
            found
                .map(|number| people.row(scene, &list, number).unwrap().name)
                .collect()
        };
        assert_eq!(names("", 30), ["long", "never", "older", "month", "edge"]);
        assert_eq!(names(" ON", 30), ["long", "month"]);
        assert_eq!(names("older@x", 30), ["older"]);
        assert!(names("new", 30).is_empty());
        assert_eq!(people.row(scene, &list, 3).unwrap().detail, "last access 2026-05-20");
        assert_eq!(people.row(scene, &list, 6), None);
    });
}

#[test]
fn lic_2_a_cut_off_removes_as_many_people_as_the_command() {
    for twice in [false, true] {
        let alter = |rows: &mut Vec<Person>| {
            if twice {
                rows[1].email = rows[9].email.clone();
            }
        };
        altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, |scene| {
            let list = People::new(scene);
            let people = InactivePeople::new(scene, &list).unwrap();
            for days in [0, 1, 30, 60, 90, 360] {
                let mut removed = inactive(scene.account, scene.people, scene.today, days);
                assert_eq!(usize::try_from(people.count(days)).unwrap(), removed.len(), "{days}");
                let found = people.found(&list, "", days).into_iter();
                let mut found: Vec<_> = found.map(|it| people.row(scene, &list, it).unwrap().id).collect();
                found.sort();
                removed.sort_by_key(|it| it.person.clone());
                assert!(found.iter().eq(removed.iter().map(|it| &it.person)), "{days}");
                let bars = people.histogram(scene, days);
                let beyond: u32 = bars.iter().map(|it| it.beyond.number).sum();
                assert_eq!(usize::try_from(beyond).unwrap(), removed.len(), "{days}");
            }
        });
    }
}

#[test]
fn lic_10_without_last_accesses_there_is_no_histogram() {
    let mut story = Story::new().with(&["a", "b"]);
    story.book("2026-07-01", buy("team", "monthly", 10));
    assert_eq!(
        admin(&story, |scene| InactivePeople::new(scene, &People::new(scene))),
        None
    );
}

/// The licenses that are dropped, what they save a year, and with how many it renews.
fn saved(story: &Story, removed: u32) -> Option<(u32, String, u32)> {
    let it: Saving = admin(story, |scene| saving(scene, removed))?;
    Some((it.licenses.number, it.a_year.text, it.change.licenses.unwrap().get()))
}

#[test]
fn what_removing_saves_is_the_price_of_the_licenses_that_are_dropped() {
    let mut story = six();
    // 3 × 15.00 × 12: renewals before 2026-08-01 still use the older price list.
    assert_eq!(saved(&story, 3), Some((3, "USD 540.00".to_owned(), 7)));
    let text = admin(&story, |scene| saving(scene, 3).unwrap().text);
    assert_eq!(
        text,
        "Save USD 540.00 a year by renewing with 7 instead of 10 licenses on 2026-07-10"
    );
    assert_eq!(saved(&story, 0), None, "nobody is removed");
    // It would renew with 6. After one person is removed, 5 are in use.
    story.book("2026-07-01", schedule(json!({ "licences": 6 })));
    assert_eq!(saved(&story, 1), Some((1, "USD 180.00".to_owned(), 5)));
    story.book("2026-07-01", json!({"kind": "cancel"}));
    assert_eq!(saved(&story, 3), None, "nothing renews");
}

#[test]
fn pln_1_no_more_is_saved_than_the_plan_and_its_bands_allow() {
    let taxed = changed(|it| {
        it["tax_rates"] = json!([{"id": "vat", "country": "DE", "percent": "19", "reverse_charge": false}]);
    });
    let mut story = Story::of(Deployment::Services, taxed).with(&["a|a@x.com|2026-07-01", "b|b@x.com|2026-07-01"]);
    story
        .book(
            "2026-07-01",
            json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}),
        )
        .book("2026-07-01", buy("ultimate", "annual", 21));
    // The plan has at least 20 licenses: 204.00 and 19% of it, 38.76.
    assert_eq!(saved(&story, 2), Some((1, "USD 242.76".to_owned(), 20)));
    let mut many = Story::new().with(&["a|a@x.com|2026-07-01"]);
    many.book("2026-07-01", buy("ultimate", "annual", 102));
    // Licenses 102 and 101 cost 120.00 each, license 100 costs 204.00.
    assert_eq!(saved(&many, 3), Some((3, "USD 444.00".to_owned(), 99)));
}

#[test]
fn rol_2_roles_that_look_alike_are_told_apart() {
    let mut story = Story::new().with(&["a", "b", "c"]);
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book(
            "2026-07-02",
            json!({"kind": "set_role", "people": ["b"], "role": "none", "reason": "stopped_using"}),
        )
        .book("2026-07-02", role(&["c"], "budget"));
    let before = story.people.people().to_vec();
    let late = licensing::Person::named(crate::common::id("d"), "d");
    story.people = licensing::Directory::new(before.into_iter().chain([late]).collect());
    let kinds = |story: &Story| -> Vec<RoleKind> {
        admin(story, |scene| {
            People::new(scene).rows().iter().map(|row| row.role_kind()).collect()
        })
    };
    assert_eq!(
        kinds(&story),
        [RoleKind::Default, RoleKind::None, RoleKind::Own, RoleKind::Unassigned]
    );
    story.book("2026-07-02", json!({"kind": "set_default_role", "role": "none"}));
    assert_eq!(kinds(&story)[0], RoleKind::DefaultNone);
    let hints = [
        RoleKind::Unassigned,
        RoleKind::None,
        RoleKind::Own,
        RoleKind::Default,
        RoleKind::DefaultNone,
    ]
    .map(role_hint);
    assert!((0..hints.len()).all(|at| !hints[..at].contains(&hints[at])));
}
