//! From a booking on a Server to the certificate on another one, on the command line (ACT 6, ACT 9).
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

mod common;
#[path = "support/desk.rs"]
mod desk;
#[path = "common/random.rs"]
mod random;

use common::{buy, kind, licences};
use desk::Desk;
use random::{Step, journal_on};
use serde_json::{Value, json};
use timetracker_licensing::licensing::Deployment;

const LIC: &str = "out/7T4K-9QXM-2HRA.lic";

/// A desk with a key, and the journal of what was bought on the instance `server-1`.
fn ordered(name: &str, plan: &str, number: u32) -> Desk {
    let desk = Desk::new(name);
    desk.keygen();
    let steps: Vec<Step> = vec![
        (0, None, kind("start_trial")),
        (10, None, buy(plan, "annual", number)),
        (5, None, licences(number + 5)),
    ];
    desk.write("journal.jsonl", &journal_on(Deployment::Server, &steps).join("\n"));
    assert_eq!(desk.run(&["verify", "journal.jsonl"]).exit, Some(0));
    let order = desk.run(&["order", "journal.jsonl", "--instance", "server-1"]);
    assert_eq!((order.exit, order.stderr.as_str()), (Some(0), ""));
    desk.write("order.json", &order.stdout);
    desk
}

fn issue(desk: &Desk, on: &str) -> Value {
    desk.issue(&["--order", "order.json", "--issued-at", on]).json(0)
}

#[test]
fn act_6_ultimate_is_good_on_a_second_instance() {
    let desk = ordered("ultimate", "ultimate", 20);
    let issued = issue(&desk, "2026-07-16");
    assert_eq!(issued["issued"][0]["grants"]["instances"], "any");
    for instance in ["server-1", "server-2"] {
        let verdict = desk
            .inspect(LIC, &["--instance", instance, "--on", "2026-07-16"])
            .json(0);
        assert_eq!(verdict["grants"]["licences"], 25, "{instance}");
    }
}

#[test]
fn act_6_team_is_refused_on_a_second_instance_and_the_first_is_named() {
    let desk = ordered("team", "team", 10);
    issue(&desk, "2026-07-16");
    let first = desk
        .inspect(LIC, &["--instance", "server-1", "--on", "2026-07-16"])
        .json(0);
    assert_eq!(
        first["grants"]["term"],
        json!({"start": "2026-07-11", "end": "2027-07-11"})
    );
    let second = desk.inspect(LIC, &["--instance", "server-2", "--on", "2026-07-16"]);
    assert!(second.stderr.contains("server-1"), "{}", second.stderr);
    assert_eq!(
        second.json(1),
        json!({"valid": false, "failed_check": "instance", "grants": null})
    );
}

#[test]
fn act_9_one_order_serves_for_the_next_terms() {
    let desk = ordered("next", "team", 10);
    let issued = issue(&desk, "2027-07-11");
    assert_eq!(issued["issued"][0]["grants"]["valid_until"], "2028-07-10");
    desk.inspect(LIC, &["--on", "2028-07-10"]).json(0);
}

#[test]
fn act_9_an_order_is_checked_before_anything_is_issued() {
    let desk = ordered("checked", "team", 10);
    let more = desk.read("order.json").replace("\"licences\":15", "\"licences\":150");
    desk.write("more.json", &more);
    for (file, on, words) in [
        ("more.json", "2026-07-16", "more.json: events[2]: it."),
        (
            "order.json",
            "2026-07-15",
            "order.json: events[2]: 2026-07-16 lies after 2026-07-15",
        ),
        ("journal.jsonl", "2026-07-16", "journal.jsonl: cannot be read: "),
    ] {
        let run = desk.issue(&["--order", "order.json", "--order", file, "--issued-at", on]);
        run.fails(2);
        assert!(run.stderr.contains(words), "{}", run.stderr);
        assert!(!desk.path("out").exists());
    }
    let twice = desk.issue(&[
        "--order",
        "order.json",
        "--order",
        "order.json",
        "--issued-at",
        "2026-07-16",
    ]);
    assert!(twice.fails(2).contains("is to be issued twice"));
}

#[test]
fn act_9_a_journal_of_services_orders_nothing() {
    let desk = Desk::new("services");
    let steps: Vec<Step> = vec![(0, None, buy("team", "monthly", 10))];
    desk.write("journal.jsonl", &journal_on(Deployment::Services, &steps).join("\n"));
    let run = desk.run(&["order", "journal.jsonl", "--instance", "org"]);
    run.fails(2);
    assert!(run.stderr.contains("needs no certificate"), "{}", run.stderr);
    desk.write("journal.jsonl", "{}");
    assert!(
        desk.run(&["order", "journal.jsonl", "--instance", "org"])
            .fails(2)
            .contains("journal.jsonl")
    );
}
