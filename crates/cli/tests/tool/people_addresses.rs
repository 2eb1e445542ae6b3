//! People with an email address and an account. Both are used for searching and for recognizing that two rows are the
//! same person. Also the state of accounts (LIC 2, LIC 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::desk;
use crate::scene;
use desk::Desk;
use exchange::directory::devops::{entitlements, graph, identities};
use exchange::directory::file;
use licensing::directory::account_name::is_no_person;
use licensing::{Directory, Person};
use sample::settings::Org;
use scene::{altered, id};
use serde_json::{Value, json};
use view::list_query::ListQuery;
use view::people::import::import;
use view::people::{People, Query, Tab, add, export, exported, row_view};
use view::{Actor, Scene};

/// A person: `id|email|account|state`.
fn person(text: &str) -> Person {
    let mut parts = text.split('|').map(|it| Some(it).filter(|it| !it.is_empty()));
    let mut next = || parts.next().flatten();
    let row = json!({"id": next(), "name": "Somebody", "email": next(), "account": next(), "state": next()});
    serde_json::from_value(row).unwrap()
}

fn directory(rows: &[&str]) -> Directory {
    Directory::new(rows.iter().map(|row| person(row)).collect())
}

/// The people with more than one row, each as a list of IDs.
fn doubles(directory: &Directory) -> Vec<Vec<String>> {
    let rows = directory.doubles().values();
    rows.map(|rows| rows.iter().map(ToString::to_string).collect())
        .collect()
}

#[test]
fn lic_2_any_address_makes_rows_one_person_and_an_empty_one_never() {
    for (rows, expected) in [
        (vec!["a|x@x.org|", "b||X@x.org"], vec![vec!["a", "b"]]),
        (vec!["b||CORP\\x", "a|x@x.org|corp\\X"], vec![vec!["a", "b"]]),
        (vec!["a|x@x.org|y@x.org", "b|y@x.org|"], vec![vec!["a", "b"]]),
        (
            vec!["c|y@x.org|", "b|x@x.org|y@x.org", "a||x@x.org"],
            vec![vec!["a", "b", "c"]],
        ),
        (vec!["a|| ", "b|| ", "c|\u{200b}|", "d||\u{200b}"], vec![]),
        (vec!["a|x@x.org|x@x.org", "b|y@x.org|y@x.org"], vec![]),
        // A guest is the same person as the account in the home organization.
        (
            vec!["a|ada@example.com|", "b||ada_example.com#EXT#@t.onmicrosoft.com"],
            vec![vec!["a", "b"]],
        ),
        (
            vec!["a|a_b@example.com|", "b|A_B_example.com#ext#@t.onmicrosoft.com|"],
            vec![vec!["a", "b"]],
        ),
        (vec!["a|#EXT#@t|", "b|_#EXT#@t|", "c||@"], vec![]),
    ] {
        let mut found = doubles(&directory(&rows));
        found.iter_mut().for_each(|rows| rows.sort());
        assert_eq!(found, expected, "{rows:?}");
    }
}

#[test]
fn lic_2_a_patched_directory_is_one_made_of_the_same_rows_also_by_accounts() {
    let before = ["a|x@x.org|ax", "b|y@x.org|by", "c||cz", "d|z@x.org|"];
    for (changed, left) in [
        (vec!["e||by"], vec![]),
        (vec!["a|x@x.org|by"], vec![]),
        (vec!["b|new@x.org|by"], vec!["a"]),
        (vec!["e|z@x.org|cz"], vec!["d"]),
        (vec!["e||AX", "f|x@x.org|"], vec!["a", "c"]),
        (vec!["a||", "d||cz"], vec!["c"]),
    ] {
        let mut patched = directory(&before);
        let rows: Vec<Person> = changed.iter().map(|it| person(it)).collect();
        let gone: Vec<_> = left.iter().map(|it| id(it)).collect();
        patched.patch(&rows, &gone);
        let stay = before.iter().map(|it| person(it)).filter(|row| !gone.contains(&row.id));
        let made = Directory::new(stay.chain(rows).collect());
        let made = made.remembering(&directory(&before)).into_owned();
        assert_eq!(doubles(&patched), doubles(&made), "{changed:?} {left:?}");
        for row in ["a", "b", "c", "d", "e", "f"].map(id) {
            assert_eq!(patched.present_row(&row), made.present_row(&row), "{row} {changed:?}");
        }
    }
}

#[test]
fn lic_9_a_recreated_person_is_known_by_either_address() {
    let before = directory(&["a|x@x.org|ax", "b|y@x.org|by"]);
    for recreated in ["n|other@x.org|AX", "n||x@x.org", "n|x@x.org|"] {
        let now = directory(&[recreated, "b|y@x.org|by"])
            .remembering(&before)
            .into_owned();
        assert_eq!(now.replacement_of(&id("a")), Some(&id("n")), "{recreated}");
    }
    // Two current people are not one person, although each of them shares an address with somebody who has left.
    let now = directory(&["m|x@x.org|", "n||ax"]).remembering(&before).into_owned();
    assert_eq!(now.replacement_of(&id("a")), Some(&id("m")));
    assert_ne!(now.counted_as(&id("m")), now.counted_as(&id("n")));
}

#[test]
fn lic_2_licenses_count_people_of_either_address_once_also_in_journals() {
    let desk = Desk::new("addresses");
    let people = json!([
        {"id": "a", "name": "Ada", "email": "ada@example.org", "account": "ada@corp.example"},
        {"id": "b", "name": "Ada", "email": null, "account": "ADA@example.org", "state": "disabled"},
        {"id": "c", "name": "Cem", "account": "CORP\\cem", "state": null},
    ]);
    let steps = json!([
        {"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 2}},
    ]);
    let scenario = json!({"deployment": "services", "people": people, "steps": steps});
    desk.write("scenario.json", &scenario.to_string());
    let answer = desk.run(&["replay", "scenario.json"]).json(0);
    assert_eq!(answer["subscription"]["licences_in_use"], 2, "{answer}");
    for (field, value, told) in [
        (
            "state",
            json!("gone"),
            "unknown variant `gone`, expected one of `active`, `disabled`, ",
        ),
        ("account", json!(7), "people[0].account"),
        ("upn", json!("x"), "unknown field `upn`"),
    ] {
        let mut wrong = scenario.clone();
        wrong["people"][0][field] = value;
        desk.write("wrong.json", &wrong.to_string());
        let run = desk.run(&["replay", "wrong.json"]);
        run.fails(2);
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}

#[test]
fn people_are_written_with_what_is_known_of_them() {
    let again = |row: Value| serde_json::to_value(serde_json::from_value::<Person>(row).unwrap()).unwrap();
    let whole = json!({"id": "a", "name": "A", "email": "a@x.org", "last_access": "2026-11-01", "account": "x\\a", "state": "expired"});
    assert_eq!(again(whole.clone()), whole);
    // The short form, if account and state have their defaults.
    let short = json!({"id": "a", "name": "A", "email": null, "last_access": null});
    for more in [
        json!({}),
        json!({"account": null, "state": null}),
        json!({"state": "active"}),
    ] {
        let mut row = short.clone();
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(again(row), short);
    }
}

#[test]
fn lic_2_named_users_of_lists_are_known_by_either_address() {
    let desk = Desk::new("either");
    desk.write(
        "a.csv",
        "ID,E-mail,Account\na,ada@example.org,CORP\\ada\nb,ben@example.org,ben@corp.example\n",
    );
    desk.write(
        "b.csv",
        "ID,E-mail or account,Account\nq,corp\\ADA,\nr,,BEN@example.org\ns,,cem_example.org#EXT#@t.example\n",
    );
    desk.write(
        "c.csv",
        "User principal name;Object Id\r\nben@corp.example;z1\r\ncem@example.org;z2\r\n",
    );
    let counted = desk.run(&["named-users", "a.csv", "b.csv", "c.csv"]).json(0);
    assert_eq!(counted, json!({"named_users": 3, "rows": 7, "lists": 3}));
}

/// Calls `look` with a scene in which some people have accounts.
fn with_accounts<T>(look: impl FnOnce(&Scene<'_>) -> T) -> T {
    let alter = |rows: &mut Vec<Person>| {
        let some = [
            person("dan|dan@example.org|dkow@corp.example|disabled"),
            person("eve||eve_home.example#EXT#@tenant.onmicrosoft.com|deleted"),
            person("ben|ben@example.org|CORP\\ben|expired"),
        ];
        for row in rows.iter_mut() {
            if let Some(known) = some.iter().find(|it| it.id == row.id) {
                *row = known.clone();
            }
        }
    };
    altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, look)
}

fn matching(scene: &Scene<'_>, query: &Query) -> Vec<String> {
    let people = People::new(scene);
    let found = people.matching(&people.order(query.sort, false), query);
    found
        .into_iter()
        .map(|it| people.get(it).unwrap().id.to_string())
        .collect()
}

#[test]
fn lic_2_people_are_found_by_e_mail_account_and_their_own_address() {
    with_accounts(|scene| {
        for (text, who) in [
            ("dkow@corp", "dan"),
            ("dan@example.org", "dan"),
            ("eve@home.example", "eve"),
            ("eve_home.example#ext#", "eve"),
            ("corp\\ben", "ben"),
        ] {
            let found: Vec<String> = [Tab::Licensed, Tab::Unlicensed]
                .into_iter()
                .flat_map(|tab| {
                    let query = Query {
                        tab,
                        text: text.to_owned(),
                        ..Query::default()
                    };
                    matching(scene, &query)
                })
                .collect();
            assert_eq!(found, [who], "{text}");
        }
        let pasted = |text: &str| add::report(scene, &People::new(scene), text);
        for (text, who) in [
            ("DKOW@corp.example", "dan"),
            ("eve@home.example", "eve"),
            ("Eve <EVE_home.example#ext#@tenant.onmicrosoft.com>", "eve"),
            ("UPN,Mail\ndkow@corp.example,\n", "dan"),
            ("Mail,UPN\nold@example.org,dkow@corp.example\n", "dan"),
        ] {
            let report = pasted(text);
            assert_eq!(
                report.found.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(),
                [who],
                "{text}"
            );
            assert!(report.missing.is_empty());
        }
        let people = People::new(scene);
        let changes = import(
            scene,
            &people,
            "Account;Role\ncorp\\BEN;Budget\neve@home.example;Team\n",
        );
        assert_eq!((changes.count(), changes.faults.len()), (2, 0), "{changes:?}");
        // An email address and an account of two different people are an error.
        let two = import(
            scene,
            &people,
            "Mail;UPN;Role\nben@example.org;dkow@corp.example;Budget\n",
        );
        assert_eq!((two.count(), two.faults.len()), (0, 1), "{two:?}");
    });
}

#[test]
fn states_are_marked_filtered_linked_and_exported() {
    with_accounts(|scene| {
        let people = People::new(scene);
        let marks = |who: &str| {
            let row = people.rows().iter().find(|row| row.id == id(who)).unwrap();
            row_view(scene, row).marks
        };
        assert!(marks("dan").contains(&"Disabled") && marks("eve").contains(&"Deleted"));
        assert!(marks("ben").contains(&"Expired") && !marks("ada").contains(&"Active"));
        let linked = |tab: &'static str, state: &'static str| {
            Query::read(&move |name| match name {
                "tab" => Some(tab),
                "state" => Some(state),
                _ => None,
            })
        };
        assert_eq!(matching(scene, &linked("unlicensed", "disabled")), ["dan"]);
        assert_eq!(matching(scene, &linked("unlicensed", "deleted")), ["eve"]);
        assert_eq!(matching(scene, &linked("licensed", "expired")), ["ben"]);
        assert!(matching(scene, &linked("licensed", "deleted")).is_empty());
        assert!(!matching(scene, &linked("licensed", "active")).contains(&"ben".to_owned()));
        assert_eq!(linked("licensed", "sleepy"), Query::default());
        let query = linked("licensed", "expired");
        assert!(query.narrows() && query.filters() && !query.cleared().narrows());
        assert!(query.values().contains(&("state", "expired".to_owned())));
        let text = export(scene, &people, &exported(&people, &query));
        let lines: Vec<_> = licensing::directory::csv::read(&text).map(|it| it.cells).collect();
        assert_eq!(lines.len(), 2);
        let cell = |heading: &str| {
            let at = lines[0].iter().position(|it| it == heading);
            lines[1][at.unwrap_or_else(|| panic!("{heading}"))].as_str()
        };
        assert_eq!(
            (cell("ID"), cell("Account"), cell("State")),
            ("ben", "CORP\\ben", "expired")
        );
    });
}

#[test]
fn a_file_of_people_tells_accounts_and_states() {
    let text = "id,name,email,last_access,account,state\na,Ada,ada@x.org,,ada@corp,\nb,Ben,,,CORP\\ben,Disabled\n";
    let people = file::people(text).unwrap();
    assert_eq!((people[0].clone(), people[1].clone()), {
        let named = |row: Person, name: &str| Person {
            name: name.to_owned(),
            ..row
        };
        (
            named(person("a|ada@x.org|ada@corp|"), "Ada"),
            named(person("b||CORP\\ben|disabled"), "Ben"),
        )
    });
    // A column with that heading may contain something else, such as a location.
    let elsewhere = file::people("id,name,state\na,Somebody,asleep\n").unwrap();
    assert_eq!(elsewhere, [person("a|||")]);
}

#[test]
fn lic_1_accounts_of_the_computer_are_nobody_however_they_are_written() {
    for account in [
        "NT AUTHORITY\\SYSTEM",
        " nt authority\\x\u{200b}",
        "\u{feff}BUILTIN\\Users",
        "CORP\\PC-1$\u{200e}",
    ] {
        assert!(is_no_person(account), "{account:?}");
    }
    assert!(!is_no_person("CORP\\ada") && !is_no_person("ada@example.org"));
}

/// The state of each person, as written to files.
fn told<'a>(people: impl Iterator<Item = &'a Person>) -> Vec<(String, Value)> {
    people
        .map(|it| (it.id.to_string(), serde_json::to_value(it).unwrap()["state"].clone()))
        .collect()
}

#[test]
fn lic_1_services_tells_accounts_and_their_states() {
    let entitled = |id: &str, status: Value, deleted: bool| {
        json!({"id": id, "accessLevel": {"status": status}, "user": {"subjectKind": "user", "origin": "aad",
            "descriptor": "aad.x", "displayName": "A", "mailAddress": "a@x.org", "principalName": "a@corp.example",
            "isDeletedInOrigin": deleted}})
    };
    let statuses = [
        ("a", json!("active"), false, json!(null)),
        ("b", json!("Disabled"), false, json!("disabled")),
        ("c", json!("deleted"), false, json!("deleted")),
        ("d", json!("expired"), false, json!("expired")),
        ("e", json!("pendingDisabled"), false, json!("disabled")),
        ("f", json!("pending"), false, json!(null)),
        ("g", json!(2), false, json!("disabled")),
        ("h", json!(3), false, json!("deleted")),
        ("i", json!(5), false, json!("expired")),
        ("j", json!(null), false, json!(null)),
        ("k", json!("active"), true, json!("deleted")),
        ("l", json!("new"), false, json!(null)),
    ];
    let members: Vec<Value> = statuses
        .iter()
        .map(|(id, status, gone, _)| entitled(id, status.clone(), *gone))
        .collect();
    let page = entitlements::page(&json!({"members": members})).unwrap();
    let expected: Vec<(String, Value)> = statuses
        .iter()
        .map(|(id, .., state)| ((*id).to_owned(), state.clone()))
        .collect();
    assert_eq!(told(page.rows.iter().map(|row| &row.person)), expected);
    let row = serde_json::to_value(&page.rows[0].person).unwrap();
    assert_eq!(
        (&row["email"], &row["account"]),
        (&json!("a@x.org"), &json!("a@corp.example"))
    );
    let users = json!({"value": [
        {"subjectKind": "user", "origin": "aad", "displayName": "A", "descriptor": "aad.a", "principalName": "a@corp.example", "mailAddress": "a@x.org"},
        {"subjectKind": "user", "origin": "aad", "displayName": "B", "descriptor": "aad.b", "principalName": "b@x.org", "mailAddress": "", "isDeletedInOrigin": true},
    ]});
    let people: Vec<Person> = graph::users(&users)
        .unwrap()
        .into_iter()
        .map(|it| it.person(id("x")))
        .collect();
    assert_eq!(
        people[0],
        Person {
            name: "A".into(),
            ..person("x|a@x.org|a@corp.example|")
        }
    );
    assert_eq!(
        people[1],
        Person {
            name: "B".into(),
            ..person("x||b@x.org|deleted")
        }
    );
}

#[test]
fn lic_1_a_server_tells_accounts_and_their_states() {
    let identity = |id: &str, active: bool| {
        json!({"id": id, "isActive": active, "providerDisplayName": "A", "descriptor": "System.Security.Principal.WindowsIdentity;S-1-5-21-1-2-3-4",
            "properties": {"Mail": {"$value": "a@x.org"}, "Domain": {"$value": "CORP"}, "Account": {"$value": "a"}}})
    };
    let body = json!({"value": [identity("a", true), identity("b", false)]});
    let rows = identities::people(&body, 2).unwrap();
    let people: Vec<&Person> = rows.iter().map(|it| &it.person).collect();
    assert_eq!(
        *people[0],
        Person {
            name: "A".into(),
            ..person("a|a@x.org|CORP\\a|")
        }
    );
    assert_eq!(
        *people[1],
        Person {
            name: "A".into(),
            ..person("b|a@x.org|CORP\\a|disabled")
        }
    );
}
