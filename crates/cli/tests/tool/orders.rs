//! From a booking on a Server to the certificate on another Server, with the command-line tool (ACT 6, ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::desk;
use crate::random;
use common::{buy, day, kind, licenses};
use desk::Desk;
use licensing::account::access::Actor;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::prepare::Preparation;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Deployment, Directory};
use random::{Step, journal_on};
use serde_json::{Value, json};

const LIC: &str = "out/7T4K-9QXM-2HRA.lic";

/// A desk with a key, and the journal of a purchase on the instance `server-1`.
fn ordered(name: &str, plan: &str, number: u32) -> Desk {
    let desk = Desk::new(name);
    desk.keygen();
    let steps: Vec<Step> = vec![
        (0, None, kind("start_trial")),
        (10, None, buy(plan, "annual", number)),
        (5, None, licenses(number + 5)),
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
            "order.json: events[2]: 2026-07-16 is after 2026-07-15",
        ),
        ("journal.jsonl", "2026-07-16", "journal.jsonl: can't be read: "),
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
    assert!(twice.fails(2).contains("appears twice"));
}

/// A desk with a key, and the order of bookings on Services.
fn ordered_on_services(name: &str, steps: &[Step]) -> Desk {
    let desk = Desk::new(name);
    desk.keygen();
    desk.write("journal.jsonl", &journal_on(Deployment::Services, steps).join("\n"));
    let order = desk.run(&["order", "journal.jsonl", "--instance", "org"]);
    assert_eq!((order.exit, order.stderr.as_str()), (Some(0), ""));
    desk.write("order.json", &order.stdout);
    desk
}

fn read_order(desk: &Desk, on: &str) -> Value {
    let run = desk.run(&["read-order", "order.json", "--catalogue", "catalogue.json", "--on", on]);
    run.json(0)
}

#[test]
fn act_9_an_order_of_services_is_read_and_what_is_paid_for_is_issued() {
    let desk = ordered_on_services("services", &[(0, None, buy("ultimate", "annual", 20))]);
    let read = read_order(&desk, "2026-07-02");
    assert_eq!(
        read,
        json!({
            "deployment": "services", "instance": "org", "position": 1, "on": "2026-07-02",
            "subscription": {
                "id": "7T4K-9QXM-2HRA", "status": "active", "plan": "ultimate", "length": "annual", "licences": 20,
                "term": {"start": "2026-07-01", "end": "2027-07-01"}, "renews_on": "2027-07-01", "scheduled": null
            }
        })
    );
    let issued = issue(&desk, "2026-07-02");
    assert_eq!(issued["issued"][0]["grants"]["instances"], "any");
    // An order without a deployment comes from a Server.
    let silent = desk.read("order.json").replace("\"deployment\":\"services\",", "");
    desk.write("order.json", &silent);
    assert_eq!(read_order(&desk, "2026-07-02")["deployment"], "server");
}

#[test]
fn act_9_the_vendor_reads_that_an_organization_is_free_and_issues_nothing() {
    let steps: Vec<Step> = vec![
        (0, None, buy("team", "monthly", 10)),
        (1, None, kind("cancel")),
        (1, None, kind("choose_free")),
    ];
    let desk = ordered_on_services("free", &steps);
    let before = read_order(&desk, "2026-07-31");
    assert_eq!(before["subscription"]["status"], "cancelling");
    assert_eq!(before["subscription"]["scheduled"]["plan"], "free");
    let free = read_order(&desk, "2026-08-01");
    let said = ["status", "plan", "licences", "length"].map(|it| free["subscription"][it].clone());
    assert_eq!(said, [json!("free"), json!("free"), json!(3), Value::Null]);
    let run = desk.issue(&["--order", "order.json", "--issued-at", "2026-08-01"]);
    run.fails(2);
    assert!(
        run.stderr.contains("on the Free plan with 3 licenses since 2026-08-01"),
        "{}",
        run.stderr
    );
}

#[test]
fn act_9_what_is_no_order_is_told_by_whoever_reads_it() {
    let desk = ordered_on_services("no-order", &[(0, None, buy("team", "monthly", 10))]);
    let more = desk.read("order.json").replace("\"licences\":10", "\"licences\":11");
    desk.write("more.json", &more);
    for (file, words) in [("more.json", "events[0]: it."), ("journal.jsonl", "can't be read")] {
        let run = desk.run(&[
            "read-order",
            file,
            "--catalogue",
            "catalogue.json",
            "--on",
            "2026-07-02",
        ]);
        assert_eq!(run.fails(2), file);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
    assert_eq!(
        desk.run(&["read-order", "order.json"]).exit,
        Some(2),
        "a catalog is needed"
    );
    desk.write("journal.jsonl", "{}");
    let run = desk.run(&["order", "journal.jsonl", "--instance", "org"]);
    assert!(run.fails(2).contains("journal.jsonl"));
}

/// A journal of a Server in which each command uses the catalog of its day.
fn journal_of(commands: &[(&str, &Value, Value)]) -> String {
    let (_, catalogue, _) = commands[0];
    let first = to_json_line(&opening(
        "2026-07-01T08:00:00Z".parse().unwrap(),
        Deployment::Server,
        SubscriptionId::SAMPLE,
        catalogue.clone(),
        Vec::new(),
    ))
    .unwrap();
    let mut ledger = Ledger::open(&first).unwrap();
    let mut lines = vec![first];
    for (on, value, command) in commands {
        let preparation = Preparation {
            ledger: &ledger,
            catalogue: &Catalogue::from_value(value).unwrap(),
            catalogue_value: value,
            people: &Directory::default(),
            viewer: &Actor::collection_administrator(),
            actor: "Ada",
            command_id: &licensing::value::ids::CommandId::new(format!("{}", lines.len())),
            instant: &"2026-07-01T09:00:00Z".parse().unwrap(),
            today: day(on),
            command: &serde_json::from_value(command.clone()).unwrap(),
        };
        let line = preparation.entry(&preparation.prepare().unwrap()).unwrap().1;
        ledger.append(&line, ledger.check(&line).unwrap()).unwrap();
        lines.push(line);
    }
    lines.join("\n")
}

#[test]
fn act_9_each_event_of_an_order_is_judged_by_the_catalogue_of_its_day() {
    let desk = Desk::new("catalogues");
    desk.keygen();
    let old = desk.catalogue();
    let mut new = old.clone();
    new["payment_days"] = json!(30);
    new["tax_rates"] = json!([{"id": "de", "country": "DE", "percent": "19", "reverse_charge": false}]);
    new["plans"]["team"]["licences"]["max"] = json!(70);
    // On September 10, the renewals of August 1 and September 1 are booked with the new catalog.
    let journal = journal_of(&[
        ("2026-07-01", &old, buy("team", "monthly", 10)),
        (
            "2026-07-02",
            &old,
            json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"}),
        ),
        ("2026-07-22", &old, licenses(250)),
        ("2026-07-23", &old, licenses(50)),
        ("2026-09-10", &new, licenses(60)),
        ("2026-09-11", &new, licenses(61)),
    ]);
    desk.write("journal.jsonl", &journal);
    let order = desk.run(&["order", "journal.jsonl", "--instance", "server-1"]);
    desk.write("order.json", &order.stdout);
    std::fs::create_dir(desk.path("dated")).unwrap();
    desk.write("new.json", &new.to_string());
    let issue = |more: &[&str]| {
        let always = ["issue", "--key", "vendor.key", "--out", "out", "--order", "order.json"];
        desk.run(&[&always, more].concat())
    };
    // Neither catalog alone matches the order.
    for one in ["catalogue.json", "new.json"] {
        let run = issue(&["--catalogue", one, "--issued-at", "2026-09-12"]);
        run.fails(2);
        assert!(run.stderr.contains("--catalogues"), "{}", run.stderr);
    }
    desk.write("dated/2026-09-01.json", &new.to_string());
    let dated = ["--catalogues", "dated", "--issued-at", "2026-09-12"];
    let run = issue(&dated);
    run.fails(2);
    assert!(run.stderr.contains("2026-07-01.json or earlier"), "{}", run.stderr);
    desk.write("dated/2026-07-01.json", &old.to_string());
    desk.write("dated/readme.txt", "What was in force from which day on.");
    let grants = |run: &desk::Run| run.json(0)["issued"][0]["grants"].clone();
    for more in [
        dated.as_slice(),
        &[&["--catalogue", "new.json"], dated.as_slice()].concat(),
    ] {
        let granted = grants(&issue(more));
        assert_eq!(
            (&granted["licences"], &granted["term"]["end"]),
            (&json!(61), &json!("2026-10-01"))
        );
    }
    // The next term is issued with the catalog that is in force then, not with an assumed one.
    let next = ["--catalogues", "dated", "--issued-at", "2026-10-02"];
    assert_eq!(grants(&issue(&next))["term"]["start"], json!("2026-10-01"));
    // A modified order is still refused.
    desk.write(
        "order.json",
        &order.stdout.replace("\"licences\":61", "\"licences\":62"),
    );
    assert!(issue(&dated).stderr.contains("order.json: events["));
    desk.write("order.json", &order.stdout);
    // An invalid folder is reported.
    for (name, text, words) in [
        ("latest.json", new.to_string(), "latest.json: isn't named after a date"),
        (
            "2026-02-30.json",
            new.to_string(),
            "2026-02-30.json: isn't named after a date",
        ),
        ("2026-10-01.json", "{}".to_owned(), "2026-10-01.json: "),
        (
            "2026-10-01.json",
            new.to_string().replace("\"USD\"", "\"EUR\""),
            "2026-10-01.json: uses the currency EUR",
        ),
    ] {
        desk.write(&format!("dated/{name}"), &text);
        let run = issue(&dated);
        run.fails(2);
        assert!(run.stderr.contains(words), "{}", run.stderr);
        std::fs::remove_file(desk.path("dated").join(name)).unwrap();
    }
    std::fs::create_dir(desk.path("empty")).unwrap();
    assert!(issue(&["--catalogues", "empty"]).fails(2).contains("empty"));
    assert_eq!(issue(&[]).exit, Some(2), "a catalogue is needed");
}
