//! The command-line tool as scripts use it: exit codes, standard input, pure JSON on standard output, and messages with
//! the location of an error (docs/formats.md).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use licensing::catalogue::read::SHIPPED;
use licensing::{Catalogue, Deployment};
use sample::seed::SeedContext;
use sample::settings::Org;
use sample::stories::seed;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// The result of a run.
struct Run {
    exit: Option<i32>,
    stdout: String,
    stderr: String,
}

/// Runs the tool with `input` on standard input.
fn run(arguments: &[&str], input: &str) -> Run {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_licensing"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = tool.stdin.take().unwrap();
    let input = input.to_owned();
    // Written in parallel to reading, so that a long input and a long output do not block each other. A tool that does
    // not read its input closes the pipe.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = tool.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        exit: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn scenario() -> Value {
    json!({
        "deployment": "services",
        "people": [{"id": "p1", "name": "Ada", "email": "ada@example.org", "last_access": null}],
        "steps": [
            {"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}},
            {"on": "2026-07-02", "command": {"kind": "resume"}},
            {"on": "2026-07-03", "command": {"kind": "import", "plan": "legacy_services", "length": "annual",
                                             "licences": 5, "start": "2026-05-01", "credit": "1.00"}},
            {"on": "2026-07-22", "command": {"kind": "adjust", "licences": 50}},
            {"on": "2026-08-01"}
        ]
    })
}

fn replay(scenario: &Value) -> Run {
    run(&["replay", "-"], &scenario.to_string())
}

#[test]
fn replay_answers_with_pure_json_and_exit_0_also_with_refusals() {
    let run = replay(&scenario());
    assert_eq!((run.exit, run.stderr.as_str()), (Some(0), ""));
    let answer: Value = serde_json::from_str(&run.stdout).unwrap();
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["credit", "documents", "roles", "steps", "subscription"]);
    let outcomes: Vec<&str> = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["booked", "refused", "refused", "booked", "passed"]);
    assert_eq!(answer["steps"][1]["code"], "not_cancelled");
    assert_eq!(answer["steps"][1]["documents"], json!([]));
    assert_eq!(answer["documents"][1]["total"], "206.45");
    assert_eq!(answer["steps"][4]["documents"], json!(["INV-0003"]));
}

#[test]
fn replay_reads_a_file_as_it_reads_standard_input() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scenarios/faq.json");
    let by_name = run(&["replay", file], "");
    let by_pipe = run(&["replay", "-"], &std::fs::read_to_string(file).unwrap());
    assert_eq!((by_name.exit, by_pipe.exit), (Some(0), Some(0)));
    assert_eq!(by_name.stdout, by_pipe.stdout);
}

/// Invalid changes of a scenario: a JSON pointer, the new value, and a part of the error message.
fn unusable() -> Vec<(&'static str, Value, &'static str)> {
    let mut catalogue: Value = serde_json::from_str(SHIPPED).unwrap();
    catalogue["price_lists"][0]["prices"]["team"]["monthly"][0]["price"] = json!("-5");
    let mut mistyped = catalogue.clone();
    mistyped["price_lists"][0]["prices"]["team"]["monthly"][0]["price"] = json!(5);
    vec![
        ("/deployment", json!("cloud"), "deployment: "),
        ("/colour", json!("red"), "colour"),
        ("/people/0/id", json!(""), "people[0].id: "),
        ("/people/0/last_access", json!("2026-02-30"), "people[0].last_access: "),
        ("/steps/3/on", json!("22.07.2026"), "steps[3].on: "),
        ("/steps/3/on", json!("2026-07-01"), "steps[3].on: "),
        ("/steps/3/by", json!({"role": "boss"}), "steps[3].by.role: "),
        ("/steps/3/people", json!([{"id": 7}]), "steps[3].people[0].id: "),
        (
            "/steps/3/command",
            json!({"kind": "adjust", "licenses": 50}),
            "steps[3].command.licenses: unknown field `licenses`, expected one of `plan`, `length`, `licences`",
        ),
        ("/steps/3/command/licences", json!(-1), "steps[3].command.licences: "),
        ("/steps/3/command/licences", json!(1.5), "steps[3].command.licences: "),
        ("/steps/3/command/kind", json!("steal"), "steps[3].command.kind: "),
        (
            "/steps/0/command/plan",
            json!("gold"),
            "steps[0].command.plan: unknown variant `gold`, expected one of `ultimate`, `team`, ",
        ),
        ("/steps/2/command/credit", json!("-1.00"), "steps[2].command.credit: "),
        ("/steps/2/command/credit", json!("1.001"), "steps[2].command.credit: "),
        (
            "/catalogue",
            catalogue,
            "catalogue.price_lists[0].prices.team.monthly[0].price: ",
        ),
        (
            "/catalogue",
            mistyped,
            "catalogue.price_lists[0].prices.team.monthly[0].price: ",
        ),
        ("/catalogue", json!({"product": "x"}), "catalogue: "),
    ]
}

#[test]
fn an_unusable_scenario_is_exit_2_and_the_message_names_the_place() {
    for (pointer, wrong, place) in unusable() {
        let mut scenario = scenario();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match scenario.pointer_mut(parent).unwrap() {
            Value::Object(object) => object.insert(name.to_owned(), wrong.clone()),
            other => panic!("{pointer}: {other}"),
        };
        let run = replay(&scenario);
        assert_eq!(
            (run.exit, run.stdout.as_str()),
            (Some(2), ""),
            "{pointer} = {wrong}: {}",
            run.stderr
        );
        assert!(
            run.stderr.starts_with("licensing: standard input: ") && run.stderr.contains(place),
            "{place}: {}",
            run.stderr
        );
    }
}

#[test]
fn what_cannot_be_read_at_all_is_exit_2() {
    for input in ["", "{", "[]", "{\"deployment\": \"services\"}", "\u{feff}x"] {
        for action in ["replay", "verify"] {
            let run = run(&[action, "-"], input);
            assert_eq!((run.exit, run.stdout.as_str()), (Some(2), ""), "{action} {input:?}");
            let says = "licensing: standard input: ";
            assert!(run.stderr.starts_with(says), "{action}: {}", run.stderr);
        }
    }
    let twice = scenario().to_string() + "{}";
    assert_eq!(
        run(&["replay", "-"], &twice).exit,
        Some(2),
        "something stands after the scenario"
    );
    for action in ["replay", "verify"] {
        let missing = run(&[action, "no/such/file.json"], "");
        assert_eq!(missing.exit, Some(2));
        assert!(missing.stderr.contains("no/such/file.json"), "{}", missing.stderr);
    }
    assert_eq!(run(&["guess"], "").exit, Some(2));
}

/// A journal of the demo.
fn journal(org: Org, deployment: Deployment) -> Vec<String> {
    let catalogue_value = serde_json::from_str(SHIPPED).unwrap();
    let context = SeedContext {
        deployment,
        catalogue: &Catalogue::shipped().unwrap(),
        catalogue_value: &catalogue_value,
    };
    seed(org, context).unwrap()
}

fn verify(lines: &[String]) -> Run {
    run(&["verify", "-"], &lines.join("\n"))
}

#[test]
fn verify_proves_every_seeded_journal() {
    let orgs = [
        Org::New,
        Org::TrialDay9,
        Org::TrialEnded,
        Org::TeamMonthly,
        Org::UltimateAnnual,
        Org::Canceled,
        Org::Expired,
        Org::Free,
        Org::Legacy,
    ];
    for deployment in Deployment::ALL {
        for org in orgs {
            let lines = journal(org, deployment);
            let run = verify(&lines);
            assert_eq!(
                (run.exit, run.stderr.as_str()),
                (Some(0), ""),
                "{org:?} {deployment:?}: {}",
                run.stdout
            );
            assert!(
                run.stdout
                    .starts_with(&format!("proven: {} bookings, ", lines.len() - 1)),
                "{}",
                run.stdout
            );
        }
    }
}

#[test]
fn verify_names_the_first_line_and_field_that_differ() {
    let lines = journal(Org::TeamMonthly, Deployment::Services);
    let at = lines
        .iter()
        .position(|line| line.contains("\"amount\":\"206.45\"") || line.contains("\"kind\":\"adjusted\""))
        .unwrap();
    // Each of these changes one line in one place. The next line would not continue the chain either.
    let tampered: [(&str, &str, &str); 3] = [
        ("\"total\":\"", "\"total\":\"1", "order.document.total"),
        ("\"licences\":50", "\"licences\":51", "events["),
        ("\"number\":\"INV-", "\"number\":\"INV-9", "order.document.number"),
    ];
    for (old, new, field) in tampered {
        let mut lines = lines.clone();
        let line = lines.get_mut(at).unwrap();
        *line = line.replacen(old, new, 1);
        let run = verify(&lines);
        assert_eq!((run.exit, run.stderr.as_str()), (Some(1), ""), "{old}");
        assert!(
            run.stdout.starts_with(&format!("differs: line {at}: ")),
            "{}",
            run.stdout
        );
        assert!(run.stdout.contains(field), "{field}: {}", run.stdout);
    }
}

#[test]
fn verify_sees_lines_that_are_missing_or_swapped() {
    let lines = journal(Org::TeamMonthly, Deployment::Services);
    let mut missing = lines.clone();
    missing.remove(3);
    let mut swapped = lines.clone();
    swapped.swap(3, 4);
    let mut renamed = lines.clone();
    let line = renamed.get_mut(3).unwrap();
    *line = line.replacen("\"actor\":\"", "\"actor\":\"Not ", 1);
    for (lines, at) in [(missing, 3), (swapped, 3), (renamed, 4)] {
        let run = verify(&lines);
        assert_eq!(run.exit, Some(1), "{}", run.stderr);
        assert!(
            run.stdout.starts_with(&format!("differs: line {at}: ")),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn verify_cannot_read_a_line_that_is_cut_off() {
    let mut lines = journal(Org::TeamMonthly, Deployment::Services);
    let last = lines.pop().unwrap();
    lines.push(last.get(..last.len() / 2).unwrap().to_owned());
    let run = verify(&lines);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains(&format!("line {}: ", lines.len() - 1)),
        "{}",
        run.stderr
    );
}

#[test]
fn verify_says_that_a_newer_version_has_written_a_line() {
    let mut lines = journal(Org::TeamMonthly, Deployment::Services);
    let last = lines.pop().unwrap();
    lines.push(last.replacen("\"rules\":1", "\"rules\":2", 1));
    let run = verify(&lines);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(2), ""));
    let at = lines.len() - 1;
    assert!(
        run.stderr
            .contains(&format!("line {at}: was written by a newer version of this program")),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("damaged"), "{}", run.stderr);
}

#[test]
fn the_licenses_of_what_the_tool_is_made_of_are_printed() {
    let told = run(&["--licenses"], "");
    assert_eq!(told.exit, Some(0), "{}", told.stderr);
    for part in [
        "  krilla ",
        "  harfrust ",
        "  leptos ",
        "The standard library of Rust",
        "Noto Sans",
    ] {
        assert!(told.stdout.contains(part), "{part} has no notice");
    }
    for license in ["MIT License", "Unicode License v3", "SIL Open Font License 1.1"] {
        assert!(told.stdout.contains(license), "{license} is not there");
    }
}

#[test]
fn without_anything_to_do_the_tool_says_what_there_is() {
    let told = run(&[], "");
    assert_eq!((told.exit, told.stdout.as_str()), (Some(2), ""));
    assert!(told.stderr.contains("Usage: licensing"), "{}", told.stderr);
    assert_eq!(run(&["--licenses", "catalogue", "-"], "").exit, Some(2));
}
