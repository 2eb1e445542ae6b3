//! People who hold a license but do not use it: since when, and if that is unknown (LIC 3, LIC 10).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, kind, role};
use licensing::account::inactive::inactive;
use serde_json::{Value, json};

fn team(people: &[&str]) -> Story {
    let mut story = Story::new().with(people);
    story.book("2026-07-01", buy("team", "monthly", 20));
    story
}

fn free(days: u32) -> Value {
    json!({"kind": "free_inactive", "days": days})
}

/// The people who have been inactive for `days` days on a day.
fn idle(story: &mut Story, on: &str, days: u32) -> Vec<String> {
    story.pass(on);
    let found = inactive(&story.account, &story.people, story.today, days);
    found.iter().map(|it| it.person.to_string()).collect()
}

#[test]
fn lic_10_the_later_of_last_access_and_the_day_of_the_license_counts() {
    let people = ["a||2026-01-01", "b||2026-10-01", "c", "new||2026-01-01", "never"];
    let mut story = team(&people[..3]);
    story.people_are("2026-10-20", &people);
    story.book("2026-10-20", role(&["new", "never"], "team"));
    // Licensed on October 20: a last access in January does not make the license inactive for longer than it exists.
    assert_eq!(idle(&mut story, "2026-10-30", 30), ["a", "c"]);
    assert_eq!(idle(&mut story, "2026-10-30", 11), ["a", "b", "c"]);
    assert_eq!(idle(&mut story, "2026-10-30", 10), ["a", "b", "c", "never", "new"]);
    // The license is 121 days old: 121 days match, 122 do not.
    assert_eq!(idle(&mut story, "2026-10-30", 121), ["a", "c"]);
    assert_eq!(idle(&mut story, "2026-10-30", 122), [] as [&str; 0]);
    let freed = story.preview("2026-10-30", &free(30)).unwrap();
    assert_eq!(serde_json::to_value(&freed).unwrap()[0]["people"], json!(["a", "c"]));
}

#[test]
fn lic_10_a_license_that_is_given_again_counts_from_that_day() {
    let mut story = team(&["a||2026-01-01", "b||2026-09-30"]);
    story.book("2026-08-01", role(&["a"], "none"));
    story.book("2026-09-20", role(&["a"], "budget"));
    assert_eq!(idle(&mut story, "2026-09-29", 10), [] as [&str; 0]);
    assert_eq!(idle(&mut story, "2026-09-30", 10), ["a"]);
    // A change of the role does not start a new license.
    story.book("2026-09-30", role(&["a"], "team"));
    assert_eq!(idle(&mut story, "2026-09-30", 10), ["a"]);
}

#[test]
fn lic_10_who_is_on_default_is_given_a_license_when_default_leaves_none() {
    let default = |role: &str| json!({"kind": "set_default_role", "role": role});
    let mut story = team(&["a||2026-01-01", "b||2026-12-01"]);
    story.book("2026-07-10", default("product"));
    assert_eq!(
        idle(&mut story, "2026-08-01", 31),
        ["a"],
        "another role is the same license"
    );
    story.book("2026-08-01", default("none"));
    story.book("2026-10-01", default("team"));
    assert_eq!(idle(&mut story, "2026-10-15", 15), [] as [&str; 0]);
    assert_eq!(idle(&mut story, "2026-10-15", 14), ["a"]);
    // In a trial, nobody has an entry, and the rule is the same.
    let mut trial = Story::new().with(&["a||2026-01-01", "b||2026-12-01"]);
    trial.book("2026-07-01", kind("start_trial"));
    assert_eq!(idle(&mut trial, "2026-07-11", 10), ["a"]);
    trial.book("2026-07-11", default("none"));
    trial.book("2026-07-20", default("team"));
    assert_eq!(idle(&mut trial, "2026-07-22", 3), [] as [&str; 0]);
    assert_eq!(idle(&mut trial, "2026-07-22", 2), ["a"]);
}

#[test]
fn lic_10_where_nobody_has_a_last_access_nobody_is_inactive() {
    let mut story = team(&["a", "b"]);
    assert_eq!(idle(&mut story, "2027-06-01", 1), [] as [&str; 0]);
    assert_eq!(story.refused("2027-06-01", free(90)), "CHG 8 nothing_changed");
    // One last access shows that the directory has them. Anybody without one was then never seen.
    story.people_are("2027-06-01", &["a", "b", "unlicensed||2027-05-31"]);
    assert_eq!(idle(&mut story, "2027-06-01", 90), ["a", "b"]);
}

#[test]
fn lic_10_of_several_rows_the_latest_access_and_the_first_license_count() {
    let people = ["d|x@x.org|2026-01-01", "e|X@x.org|2026-10-01", "f|y@x.org", "g|y@x.org"];
    let mut story = team(&people);
    assert_eq!(idle(&mut story, "2026-10-11", 11), ["f"]);
    story.book("2026-10-11", role(&["g"], "budget"));
    assert_eq!(idle(&mut story, "2026-10-11", 10), ["d", "f"]);
}

#[test]
fn lic_10_no_days_at_all_are_an_invalid_field() {
    let mut story = team(&["a||2026-07-01", "b"]);
    assert_eq!(story.refused("2026-07-02", free(0)), "LIC 10 invalid_field");
    let nobody = json!({"kind": "free_inactive", "days": 0, "keep": ["nobody"]});
    assert_eq!(story.refused("2026-07-02", nobody), "LIC 10 invalid_field");
    // ACC and the table of SUB 8 come first.
    let mut none = Story::new().with(&["a"]);
    assert_eq!(none.refused("2026-07-02", free(0)), "SUB 8 no_subscription");
    assert!(story.preview("2026-07-02", &free(1)).is_ok());
}

#[test]
fn lic_3_that_it_was_asked_a_second_time_stands_in_the_command() {
    for command in [
        json!({"kind": "set_role", "people": ["a"], "role": "none", "recent_confirmed": true}),
        json!({"kind": "set_roles", "changes": [{"people": ["a"], "role": "none"}], "recent_confirmed": true}),
        json!({"kind": "reassign", "from": "a", "to": "c", "reason": "stopped_using", "recent_confirmed": true}),
    ] {
        let mut story = team(&["a||2026-07-30", "b"]);
        story.people_are("2026-07-31", &["a||2026-07-30", "b", "c"]);
        let read: licensing::Command = serde_json::from_value(command.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap()["recent_confirmed"], json!(true));
        let confirmed = story.preview("2026-07-31", &command).unwrap();
        // The page asks the question, not the rules. Without the answer, the events are the same.
        let mut plain = command;
        plain.as_object_mut().unwrap().remove("recent_confirmed");
        assert_eq!(story.preview("2026-07-31", &plain).unwrap(), confirmed);
    }
}

#[test]
fn lic_10_a_role_of_a_trial_is_licensed_from_the_purchase_on() {
    let mut story = Story::new().with(&["a||2026-06-01", "b", "c"]);
    story
        .book("2026-06-02", kind("start_trial"))
        .book("2026-06-05", role(&["b"], "budget"))
        .book("2026-06-28", buy("team", "monthly", 10));
    // This applies to explicit roles and to Default alike.
    assert_eq!(story.refused("2026-07-10", free(13)), "CHG 8 nothing_changed");
    story.book("2026-07-10", free(12));
    assert!(story.with_access().is_empty());
}
