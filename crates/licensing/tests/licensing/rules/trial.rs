//! The trial: TRI 1–5.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, changed, day, id, kind, role};
use licensing::account::access::{Actor, Membership, ProductAccess};
use licensing::{Deployment, Role};

fn trial() -> Story {
    let mut story = Story::new().with(&["a", "b", "c"]);
    story.book("2026-07-13", kind("start_trial"));
    story
}

/// What the product's page shows `person`, who is not a collection administrator.
fn door(story: &Story, person: &str) -> ProductAccess {
    let viewer = Actor {
        id: Some(id(person)),
        collection_administrator: Membership::No,
        role: None,
    };
    story.account.access(&viewer, &story.people, story.today).product
}

#[test]
fn tri_1_lasts_28_days_and_there_is_one_per_account() {
    let mut story = trial();
    let trial = story.account.trial().unwrap();
    assert_eq!(trial.end, day("2026-08-10"));
    assert_eq!(
        [0, 27, 28].map(|days| trial.days_left(trial.start.plus_days(days))),
        [28, 1, 0]
    );
    assert_eq!(story.refused("2026-07-14", kind("start_trial")), "TRI 1 trial_used");
    assert_eq!(story.pass("2026-08-09").status(), "trial");
    assert_eq!(story.pass("2026-08-10").status(), "trial_ended");
    assert_eq!(story.refused("2026-08-10", kind("start_trial")), "TRI 1 trial_used");
    let mut bought = Story::new();
    bought.book("2026-07-13", buy("team", "monthly", 1));
    assert_eq!(
        bought.refused("2026-07-14", kind("start_trial")),
        "TRI 1 trial_used",
        "none after a purchase"
    );
    let mut longer = Story::of(
        Deployment::Server,
        changed(|catalogue| catalogue["trial_days"] = 60.into()),
    );
    longer.book("2026-07-13", kind("start_trial"));
    assert_eq!(
        longer.account.trial().unwrap().end,
        day("2026-09-11"),
        "the catalogue holds the length"
    );
}

#[test]
fn tri_2_and_tri_3_the_ribbon_is_for_collection_administrators_until_they_buy() {
    let mut story = trial();
    let ribbon = |story: &Story, who| {
        let viewer = Actor {
            id: Some(id("a")),
            collection_administrator: who,
            role: Some(Role::Administrator),
        };
        story.account.access(&viewer, &story.people, story.today).ribbon
    };
    assert!(ribbon(&story, Membership::Yes));
    assert!(!ribbon(&story, Membership::No) && !ribbon(&story, Membership::Unknown));
    assert!(
        ribbon(story.pass("2026-09-01"), Membership::Yes),
        "after the end it stays"
    );
    story.book("2026-09-01", buy("team", "monthly", 3));
    assert!(!ribbon(&story, Membership::Yes));
    story.book("2026-09-02", kind("cancel"));
    assert!(!ribbon(&story, Membership::Yes));
    assert!(ribbon(story.pass("2026-10-01"), Membership::Yes));
}

#[test]
fn tri_4_everything_is_blocked_after_the_end_and_a_purchase_restores_it() {
    let mut story = trial();
    story.book("2026-07-14", role(&["b"], "budget"));
    assert_eq!(door(&story, "b"), ProductAccess::Open(Role::Budget));
    story.pass("2026-08-10");
    assert_eq!(
        (door(&story, "b"), story.role("b")),
        (ProductAccess::Neutral, Role::Budget)
    );
    story.book("2027-01-01", buy("team", "monthly", 3));
    assert_eq!(
        (door(&story, "a"), door(&story, "b")),
        (ProductAccess::Open(Role::Team), ProductAccess::Open(Role::Budget))
    );
}

#[test]
fn tri_5_buying_ends_the_trial_and_adds_no_days() {
    let mut story = trial();
    story.book("2026-07-20", buy("team", "monthly", 3));
    assert_eq!(story.held(), "team monthly 3, 2026-07-20 to 2026-08-20");
    assert_eq!(story.document(), "INV-0001 2026-07-20 48.00");
    assert!(story.account.trial().is_none());
}
