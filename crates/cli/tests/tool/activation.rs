//! The vendor's commands of the tool: keys, certificates, orders, lists (ACT 3, ACT 6, ACT 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::desk;
use desk::Desk;
use serde_json::{Value, json};

const TEAM: &[&str] = &[
    "--subscription",
    "7T4K-9QXM-2HRA",
    "--plan",
    "team",
    "--length",
    "monthly",
    "--licences",
    "10",
    "--start",
    "2026-11-24",
    "--issued-at",
    "2026-11-24T08:00:00Z",
];

#[test]
fn act_3_from_keygen_to_inspect() {
    let desk = Desk::new("from-keygen");
    let made = desk.keygen();
    let (kid, public) = made.as_object().unwrap().iter().next().unwrap();
    assert!(kid.len() == 12 && public.as_str().unwrap().len() == 44, "{made}");
    let issued = desk.issue(&[TEAM, &["--instance", "server-1"]].concat()).json(0);
    let grants = json!({
        "subscription_id": "7T4K-9QXM-2HRA", "product": "7pace Timetracker", "plan": "team", "length": "monthly",
        "licences": 10, "term": {"start": "2026-11-24", "end": "2026-12-24"}, "cancelled": false,
        "instances": ["server-1"], "issued_at": "2026-11-24T08:00:00Z", "valid_until": "2026-12-23"
    });
    assert_eq!(issued["issued"][0]["grants"], grants);
    let lic = "out/7T4K-9QXM-2HRA.lic";
    assert!(issued["issued"][0]["file"].as_str().unwrap().ends_with(lic));
    let valid = json!({"valid": true, "failed_check": null, "grants": grants});
    assert_eq!(
        desk.inspect(lic, &["--instance", "server-1", "--on", "2026-11-24"])
            .json(0),
        valid
    );
    assert_eq!(desk.inspect(lic, &["--on", "2026-12-23"]).json(0), valid);
    for (more, check) in [
        (["--on", "2026-11-23"].as_slice(), "not_yet_valid"),
        (&["--on", "2026-12-24"], "file_expired"),
        (&["--on", "2026-11-24", "--instance", "server-2"], "instance"),
        (&["--on", "2026-12-24", "--instance", "server-2"], "instance"),
    ] {
        let run = desk.inspect(lic, more);
        assert!(run.stderr.starts_with("licensing: This certificate "), "{}", run.stderr);
        assert_eq!(
            run.json(1),
            json!({"valid": false, "failed_check": check, "grants": null})
        );
    }
}

#[test]
fn act_3_inspect_is_exit_1_for_what_is_no_certificate_and_2_for_what_cannot_be_looked_at() {
    let desk = Desk::new("inspect");
    desk.keygen();
    desk.issue(&[TEAM, &["--instance", "server-1"]].concat()).json(0);
    let lic = "out/7T4K-9QXM-2HRA.lic";
    let text = desk.read(lic);
    desk.write("cut.lic", &text[..text.len() / 2]);
    desk.write_bytes("bytes.lic", &[0xff; 300]);
    desk.write("long.lic", &"A".repeat(1_000_000));
    for file in ["cut.lic", "bytes.lic", "long.lic"] {
        assert_eq!(desk.inspect(file, &[]).json(1)["failed_check"], "framing", "{file}");
    }
    assert_eq!(desk.inspect("missing.lic", &[]).fails(2), "missing.lic");
    assert_eq!(
        desk.run(&["inspect", lic, "--catalogue", "missing.json"]).fails(2),
        "missing.json"
    );
    assert_eq!(desk.run(&["inspect", lic]).exit, Some(2));
    desk.inspect(lic, &["--on", "tomorrow"]).fails(2);
    // A different product, and an unknown key.
    let mut catalogue = desk.catalogue();
    catalogue["product"] = json!("Another");
    desk.write("another.json", &catalogue.to_string());
    let run = desk.run(&["inspect", lic, "--catalogue", "another.json", "--on", "2026-11-24"]);
    assert_eq!(run.json(1)["failed_check"], "product");
    let run = desk.run(&["inspect", lic, "--catalogue", desk::SHIPPED, "--on", "2026-11-24"]);
    assert_eq!(run.json(1)["failed_check"], "key_unknown");
}

#[cfg(unix)]
#[test]
fn act_3_a_private_key_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new("private");
    let made = desk.keygen();
    let key = desk.path("vendor.key");
    assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let secret: Value = serde_json::from_str(&desk.read("vendor.key")).unwrap();
    let secret = secret["private_key"].as_str().unwrap();
    assert!(!made.to_string().contains(secret));
    // A key is never overwritten.
    let again = desk.run(&["keygen", "vendor.key"]);
    assert!(again.fails(2).contains("vendor.key") && again.stderr.contains("never overwritten"));
    let team = [TEAM, &["--instance", "server-1"]].concat();
    for mode in [0o644, 0o640, 0o602] {
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).unwrap();
        let run = desk.issue(&team);
        run.fails(2);
        assert!(
            run.stderr.contains("chmod 600") && run.stderr.contains("revoke-key"),
            "{}",
            run.stderr
        );
        assert!(!desk.path("out").exists());
    }
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o400)).unwrap();
    let run = desk.issue(&team);
    assert!(!run.stderr.contains(secret) && !run.stdout.contains(secret));
    run.json(0);
    assert!(!desk.read("out/7T4K-9QXM-2HRA.lic").contains(secret));
}

#[test]
fn act_3_nothing_is_issued_with_a_key_that_the_catalogue_does_not_name() {
    let desk = Desk::new("unnamed");
    desk.keygen();
    let team = [TEAM, &["--instance", "server-1"]].concat();
    desk.write("catalogue.json", &desk.read(desk::SHIPPED));
    let run = desk.issue(&team);
    run.fails(2);
    assert!(
        run.stderr.contains("activation.keys doesn't include the key"),
        "{}",
        run.stderr
    );
    // A different key with the same ID.
    let kid = desk.kid();
    let other = desk.run(&["keygen", "other.key", "--kid", &kid]).json(0);
    desk.name_keys(&other);
    let run = desk.issue(&team);
    run.fails(2);
    assert!(
        run.stderr.contains("belongs to a different private key"),
        "{}",
        run.stderr
    );
    desk.write("vendor.key", "{}");
    assert!(desk.issue(&team).fails(2).contains("vendor.key"));
    assert_eq!(desk.run(&["keygen", "third.key", "--kid", "a b"]).exit, Some(2));
    assert!(!desk.path("third.key").exists());
}

#[test]
fn act_6_what_a_plan_does_not_allow_is_not_issued() {
    let desk = Desk::new("allowed");
    desk.keygen();
    for (more, words) in [
        ([].as_slice(), "the plan covers one instance: give its ID"),
        (&["--instance", "a", "--instance", "b"], "but 2 are given"),
        (
            &["--instance", "a", "--end", "2026-11-24"],
            "the term ends before it starts",
        ),
        (
            &["--instance", "a", "--valid-until", "2026-11-23"],
            "is before the term",
        ),
        (&["--instance", "a b"], "isn't an instance ID"),
        (&["--csv", "list.csv"], "cannot be used with"),
    ] {
        let run = desk.issue(&[TEAM, more].concat());
        run.fails(2);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
    assert_eq!(desk.issue(&["--plan", "team"]).exit, Some(2));
    assert_eq!(desk.issue(&[]).exit, Some(2));
    assert!(!desk.path("out").exists());
}

#[test]
fn act_3_many_are_issued_from_a_list_or_none() {
    let desk = Desk::new("list");
    desk.keygen();
    let head = "subscription_id,plan,length,licences,start,end,cancelled,instances,valid_until\n";
    let rows = "7T4K-9QXM-2HRA,team,monthly,10,2026-11-01,,,server-1,\n\
                2222-2222-2222,ultimate,annual,300,2026-11-01,2027-11-01,true,,2027-01-31\n";
    desk.write("list.csv", &[head, rows].concat());
    let issued = desk.issue(&["--csv", "list.csv", "--issued-at", "2026-11-24"]).json(0);
    assert_eq!(issued["issued"].as_array().unwrap().len(), 2);
    let second = desk
        .inspect("out/2222-2222-2222.lic", &["--instance", "any", "--on", "2027-01-31"])
        .json(0);
    assert_eq!(
        (&second["grants"]["instances"], &second["grants"]["cancelled"]),
        (&json!("any"), &json!(true))
    );
    assert_eq!(
        second["grants"]["term"],
        json!({"start": "2026-11-01", "end": "2027-11-01"})
    );
    assert!(
        !std::fs::read_dir(desk.path("out"))
            .unwrap()
            .any(|it| it.unwrap().path().extension().unwrap() != "lic")
    );
    // All errors are reported, and nothing is written.
    std::fs::remove_dir_all(desk.path("out")).unwrap();
    let wrong = "7T4K-9QXM-2HRB,team,monthly,10,2026-11-01,,,server-1,\n\
                 2222-2222-2222,gold,monthly,10,2026-11-01,,,server-1,\n\
                 2222-2222-2222,team,monthly,ten,2026-11-01,,,server-1,\n\
                 2222-2222-2222,team,monthly,10,24.11.2026,,,server-1,\n\
                 2222-2222-2222,team,monthly,10,2026-11-01,,perhaps,server-1,\n\
                 2222-2222-2222,team,monthly,,2026-11-01,,,server-1,\n";
    desk.write("list.csv", &[head, rows, wrong].concat());
    let run = desk.issue(&["--csv", "list.csv"]);
    run.fails(2);
    for line in 4..=9 {
        assert!(
            run.stderr.contains(&format!("list.csv: line {line}: ")),
            "{}",
            run.stderr
        );
    }
    for (text, words) in [
        ([head, rows, rows].concat(), "appears twice"),
        ("id,plan\n".to_owned(), "there's no subscription_id column"),
        (
            head.replace("cancelled", "colour") + rows,
            "the column colour is unknown",
        ),
        (String::new(), "there's no"),
        (
            format!("{head}7T4K-9QXM-2HRA,team,monthly,10,2026-11-01,,,,\n"),
            "line 2: the plan covers one instance",
        ),
    ] {
        desk.write("list.csv", &text);
        let run = desk.issue(&["--csv", "list.csv"]);
        run.fails(2);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
    assert!(!desk.path("out").exists());
}

#[test]
fn act_3_a_revoked_key_is_gone_and_what_it_signed_is_named() {
    let desk = Desk::new("revoke");
    desk.keygen();
    desk.issue(&[TEAM, &["--instance", "server-1"]].concat()).json(0);
    desk.write("out/readme.txt", "not a certificate");
    desk.write("out/broken.lic", "not a certificate");
    let (kid, before) = (desk.kid(), desk.read("catalogue.json"));
    let mut keys = desk.catalogue()["activation"]["keys"].clone();
    keys["another"] = desk.run(&["keygen", "another.key", "--kid", "another"]).json(0)["another"].clone();
    desk.name_keys(&keys);
    let revoked = desk
        .run(&["revoke-key", &kid, "--catalogue", "catalogue.json", "--issued", "out"])
        .json(0);
    assert_eq!(revoked, json!({"revoked": kid, "issue_again": ["7T4K-9QXM-2HRA"]}));
    assert_eq!(
        desk.catalogue()["activation"]["keys"],
        json!({"another": keys["another"]})
    );
    let run = desk.inspect("out/7T4K-9QXM-2HRA.lic", &["--on", "2026-11-24"]);
    assert_eq!(run.json(1)["failed_check"], "key_unknown");
    let again = desk.run(&["revoke-key", &kid, "--catalogue", "catalogue.json"]);
    assert!(again.fails(2).contains("catalogue.json") && again.stderr.contains("nothing to revoke"));
    // The rest of the file keeps its formatting. Removing the last key leaves an empty object.
    desk.write("catalogue.json", &before);
    desk.run(&["revoke-key", &kid, "--catalogue", "catalogue.json"]).json(0);
    let after = desk.read("catalogue.json");
    assert_eq!(desk.catalogue()["activation"]["keys"], json!({}));
    assert_eq!(after.lines().next(), before.lines().next());
    assert!(after.contains(r#""licences": { "min": 1, "max": 299 }"#), "{after}");
    // The list of revoked keys prevents the catalog from counting as an older one (PLN 3).
    assert_eq!(desk.catalogue()["activation"]["revoked"], json!([kid]));
    let mut catalogue = desk.catalogue();
    catalogue["activation"]["keys"] = json!({"another": keys["another"]});
    desk.write("catalogue.json", &catalogue.to_string());
    desk.run(&["revoke-key", "another", "--catalogue", "catalogue.json"])
        .json(0);
    assert_eq!(desk.catalogue()["activation"]["revoked"], json!(["another", kid]));
}

#[test]
fn sub_7_no_certificate_goes_on_beyond_the_calendar() {
    let desk = Desk::new("calendar");
    desk.keygen();
    let mut late: Vec<&str> = [TEAM, &["--instance", "server-1"]].concat();
    for start in ["2999-12-24", "2999-12-31"] {
        for (name, at) in late.clone().iter().zip(1..) {
            if *name == "--start" {
                late[at] = start;
            }
        }
        let run = desk.issue(&late);
        run.fails(2);
        assert!(run.stderr.contains("after 2999-12-31"), "{}", run.stderr);
    }
    assert!(!desk.path("out/7T4K-9QXM-2HRA.lic").exists());
}

#[test]
fn lic_2_named_users_of_several_lists_count_once() {
    let desk = Desk::new("named");
    let head = "\u{feff}Name,E-mail or account,ID,Role,Licensed since,Last access,Left\r\n";
    let first = "Ada,ada@example.org,p1,Team,2026-07-01,,\r\nBen,ben@example.org,p2,Team,2026-07-01,,\r\n";
    let second = "Ada M.,ADA@example.org,q7,Budget,2026-07-01,,\r\nCem,,q8,Team,2026-07-01,,\r\n";
    desk.write("a.csv", &[head, first].concat());
    desk.write("b.csv", &[head, second].concat());
    desk.write("c.csv", "id;email\np2;other@example.org\n");
    let counted = desk.run(&["named-users", "a.csv", "b.csv", "c.csv"]).json(0);
    assert_eq!(counted, json!({"named_users": 3, "rows": 5, "lists": 3}));
    desk.write("d.csv", "Person,Team\nAda,1\n");
    assert!(desk.run(&["named-users", "a.csv", "d.csv"]).fails(2).contains("d.csv"));
    desk.write("e.csv", "id,name\n,Ada\n");
    let run = desk.run(&["named-users", "e.csv"]);
    run.fails(2);
    assert!(run.stderr.contains("e.csv: line 2: no person given"), "{}", run.stderr);
    assert_eq!(desk.run(&["named-users"]).exit, Some(2));
}

#[test]
fn lic_2_accounts_of_two_servers_are_one_person_only_with_their_domain() {
    let desk = Desk::new("domains");
    let head = "Name,E-mail or account,ID\r\n";
    let first = "John,CORP\\jsmith,a1\r\nJane,PARTNER\\jsmith,a2\r\nAdmin,Administrator,a3\r\nLocal,.\\admin,a4\r\n";
    let second = "J. S.,corp\\JSmith,b1\r\nAdmin,administrator,b3\r\nLocal,.\\admin,b4\r\nAdmin,ADMINISTRATOR,b5\r\n";
    desk.write("a.csv", &[head, first].concat());
    desk.write("b.csv", &[head, second].concat());
    let counted = desk.run(&["named-users", "a.csv", "b.csv"]).json(0);
    // John is one person. Each Administrator and each local admin is a different account of its own computer.
    assert_eq!(counted["named_users"], 6);
    // System accounts do not count as people.
    desk.write(
        "c.csv",
        &[head, "x,NT AUTHORITY\\SYSTEM,c1\r\ny,NT SERVICE\\TFSJobAgent,c2\r\n"].concat(),
    );
    assert_eq!(
        desk.run(&["named-users", "a.csv", "b.csv", "c.csv"]).json(0)["named_users"],
        6
    );
}

#[test]
fn act_9_a_scenario_knows_how_many_lines_its_journal_would_have() {
    let desk = Desk::new("positions");
    let sent = |on: &str, position: u32| json!({"on": on, "command": {"kind": "record_order", "position": position, "by": "sent"}});
    let bought = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    let steps = json!([
        sent("2026-07-01", 1),
        {"on": "2026-07-01", "command": bought},
        sent("2026-07-01", 2),
        {"on": "2026-09-02", "command": {"kind": "adjust", "licences": 12}},
        sent("2026-09-02", 3),
        sent("2026-09-02", 2),
        sent("2026-09-02", 2),
        sent("2026-09-02", 3),
    ]);
    desk.write(
        "scenario.json",
        &json!({"deployment": "server", "steps": steps}).to_string(),
    );
    let answer = desk.run(&["replay", "scenario.json"]).json(0);
    let codes: Vec<&str> = answer["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["code"].as_str().unwrap_or("booked"))
        .collect();
    let (unknown, gone) = ("unknown_position", "unknown_order");
    assert_eq!(
        codes,
        [unknown, "booked", unknown, "booked", unknown, "booked", gone, "booked"]
    );
}
