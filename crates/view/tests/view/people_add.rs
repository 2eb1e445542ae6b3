//! Adding people and importing roles: matching, the report, and the decision (ROL 3, ROL 5, LIC 2, LIC 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::common::license_count;
use crate::scene;
use licensing::value::role::Assigned;
use licensing::value::setting::Setting;
use licensing::{Person, PersonId, Role};
use sample::groups::groups;
use sample::settings::Org;
use scene::{altered, id, with_scene};
use view::people::add::{self, Candidate, Report};
use view::people::import::{Import, import, role_named};
use view::people::{People, RoleImpact, Room, decided, room, source};
use view::{Actor, Event, Membership, Refusal, Scene};

fn someone(number: &str, name: &str, email: &str) -> Person {
    Person {
        email: Some(email.to_owned()).filter(|email| !email.is_empty()),
        ..Person::named(id(number), name)
    }
}

fn ids(candidates: &[Candidate]) -> Vec<&str> {
    candidates.iter().map(|it| it.id.as_str()).collect()
}

fn pasted(scene: &Scene<'_>, text: &str) -> Report {
    add::report(scene, &People::new(scene), text)
}

fn imported(scene: &Scene<'_>, text: &str) -> Import {
    import(scene, &People::new(scene), text)
}

/// The number of free licenses and of all licenses afterward.
fn free_of(effect: &RoleImpact) -> (u32, u32) {
    let (free, all) = effect.free.as_ref().unwrap();
    (free.number, all.number)
}

/// The errors of an import as `line: message`.
fn faults(import: &Import) -> Vec<String> {
    let text = |it: &view::people::import::Fault| format!("{}: {}", it.line, it.text);
    import.faults.iter().map(text).collect()
}

#[test]
fn rol_5_lists_are_read_in_every_form_and_everybody_counts_once() {
    with_scene(Org::TeamMonthly, |scene| {
        let forms = [
            "dan@example.org\neve@example.org",
            "dan@example.org, eve@example.org;\tDAN@example.org",
            "Dan Kowalski <dan@example.org>; \"Lindqvist, Eve\" <EVE@Example.Org>,",
            "mailto:dan@example.org\r\n<eve@example.org>\r\n\r\n",
            "E-Mail\ndan@example.org\neve@example.org\n",
            "Name;Mail\nKowalski;dan@example.org\nLindqvist;eve@example.org",
            "user name\tID\n\tdan\neve@example.org\t",
            "\u{feff}dan\neve",
        ];
        for text in forms {
            let report = pasted(scene, text);
            let mut found = ids(&report.found);
            found.sort_unstable();
            assert_eq!(found, ["dan", "eve"], "{text:?} {report:?}");
            assert!(
                report.missing.is_empty() && report.licensed.is_empty(),
                "{text:?} {report:?}"
            );
        }
        let report = pasted(
            scene,
            "ada@example.org\nDan\ndan\nnobody@example.org\nNobody@example.org\neve,ADA",
        );
        // IDs are case-sensitive: "Dan" and "ADA" match nobody.
        assert_eq!(
            (ids(&report.found), ids(&report.licensed)),
            (vec!["dan", "eve"], vec!["ada"])
        );
        let missing = [(2, "Dan"), (4, "nobody@example.org"), (6, "ADA")].map(|(line, text)| (line, text.to_owned()));
        assert_eq!((report.missing, report.repeated), (missing.to_vec(), 1));
        assert_eq!(pasted(scene, " \n;,\t"), Report::default());
    });
}

#[test]
fn lic_2_rows_of_one_person_count_once() {
    let doubles = |rows: &mut Vec<Person>| {
        rows.push(someone("x2", "Eve again", "EVE@example.org"));
        rows.push(someone("a0", "Ada again", "Ada@Example.org"));
    };
    altered(Org::TeamMonthly, &Actor::collection_administrator(), doubles, |scene| {
        let report = pasted(scene, "eve@example.org\nx2\na0");
        assert_eq!((ids(&report.found), report.repeated), (vec!["eve"], 1));
        assert_eq!(ids(&report.licensed), ["a0"], "Ada has a licence by another row");
        // Only her row with the role changes.
        let import = imported(scene, "e-mail,role\nada@example.org,none\neve@example.org,team\n");
        let changed: Vec<&str> = import
            .changes
            .iter()
            .flat_map(|it| &it.people)
            .map(|it| it.id.as_str())
            .collect();
        assert_eq!(changed, ["ada", "eve"]);
        let effect = RoleImpact::of(scene, &decided(scene, &import.command(false), false).unwrap().events);
        assert_eq!((effect.gain.number, effect.lose.number), (1, 1));
        let two = imported(scene, "id,e-mail,role\ndan,ada@example.org,none\n");
        assert_eq!(
            faults(&two),
            ["2: The ID belongs to Dan Kowalski, but the email belongs to Ada again. Keep the correct one."]
        );
    });
}

#[test]
fn rol_5_a_group_brings_its_unlicensed_members() {
    with_scene(Org::TeamMonthly, |scene| {
        let all = groups(scene.people);
        let members: usize = all.iter().map(|group| group.members.len()).sum();
        assert_eq!(members, scene.people.people().len(), "everybody is in one group");
        assert_eq!(all, groups(scene.people));
        let brought: usize = all
            .iter()
            .map(|group| add::unlicensed(scene, &group.members).len())
            .sum();
        assert_eq!(brought, 23);
    });
}

#[test]
fn the_search_lists_the_first_and_counts_all() {
    with_scene(Org::People100000, |scene| {
        let people = People::new(scene);
        let (listed, count) = add::search(scene, &people, "");
        assert_eq!((listed.len(), count > 99_000), (add::LISTED, true));
        let (listed, count) = add::search(scene, &people, "EVE@example");
        assert_eq!((ids(&listed), count), (vec!["eve"], 1));
    });
}

#[test]
fn lic_5_adding_raises_only_where_it_is_asked_for_and_allowed() {
    with_scene(Org::TeamMonthly, |scene| {
        let many: Vec<PersonId> = add::search(scene, &People::new(scene), "")
            .0
            .into_iter()
            .map(|it| it.id)
            .collect();
        assert_eq!(many.len(), 23);
        let everybody = add::command(many.clone(), Assigned::Default);
        let refusal = decided(scene, &everybody, false).unwrap_err();
        let missing = Refusal::NoFreeLicense {
            missing: 15,
            licenses: license_count(45),
            needed: 60,
        };
        assert_eq!(refusal, missing);
        assert_eq!(room(scene, &everybody, &refusal), Some(Room::Raise(60)));
        let raised = decided(scene, &everybody, true).unwrap();
        assert_eq!((raised.lines.len(), raised.events.len()), (2, 2));
        assert!(
            raised.notes.iter().any(|note| note.contains("credit")),
            "{:?}",
            raised.notes
        );
        let effect = RoleImpact::of(scene, &raised.events);
        assert_eq!(
            (effect.gain.number, effect.lose.number, free_of(&effect)),
            (23, 0, (0, 60))
        );
        // If the licenses suffice, none are added, even if the command permits it.
        let few = decided(scene, &add::command(many[..8].to_vec(), Assigned::Default), true).unwrap();
        assert!(few.lines.is_empty() && few.events.len() == 1);
    });
    let manager = Actor {
        id: Some(id("ben")),
        collection_administrator: Membership::No,
        role: None,
    };
    altered(
        Org::TeamMonthly,
        &manager,
        |_| (),
        |scene| {
            let mut account = scene.account.clone();
            account.apply(&Event::SettingChanged {
                on: scene.today,
                setting: Setting::AdministratorsManageUsers,
                enabled: true,
            });
            let scene = &Scene {
                account: &account,
                ..*scene
            };
            let refusal = Refusal::NoFreeLicense {
                missing: 1,
                licenses: license_count(45),
                needed: 46,
            };
            assert_eq!(add::refusal(scene), None, "may manage users");
            let one = add::command(vec![id("eve")], Assigned::Default);
            let way_out = room(scene, &one, &refusal);
            assert!(
                matches!(way_out, Some(Room::Ask(_))),
                "may not raise (ACC 1): {way_out:?}"
            );
        },
    );
    with_scene(Org::New, |scene| {
        assert!(
            add::refusal(scene)
                .unwrap()
                .starts_with("You don't have a subscription")
        )
    });
}

#[test]
fn rol_3_roles_go_by_their_names() {
    for (text, role) in [
        ("Default", Some(Assigned::Default)),
        (" default (Team) ", Some(Assigned::Default)),
        ("NONE", Some(Assigned::Own(Role::None))),
        ("administrator", Some(Assigned::Own(Role::Administrator))),
        ("", None),
        ("–", None),
        ("boss", None),
    ] {
        assert_eq!(role_named(text), role, "{text:?}");
    }
}

#[test]
fn rol_5_an_import_shows_every_change_by_role() {
    with_scene(Org::TeamMonthly, |scene| {
        let text = "Rolle,Role;E-Mail;Comment\n\
                    x;none;cleo@example.org;\n\
                    x;Budget;EVE@example.org;\"a; b\"\n\
                    x;team;cleo@example.org\n"
            .replace("Rolle,Role", "Note;Role");
        let import = imported(scene, &text);
        let name = "Cleo Marchetti has different roles: None on line 2, Team on line 4. Keep only one.";
        assert_eq!(faults(&import), [format!("2: {name}"), format!("4: {name}")]);
        let mended = text.replace("x;team;cleo@example.org\n", "x;none;cleo@example.org\n");
        let import = imported(scene, &mended);
        let shown: Vec<String> = import
            .changes
            .iter()
            .flat_map(|it| {
                it.people
                    .iter()
                    .map(|one| format!("{}: {} {} -> {}", it.label, one.name, one.from, it.label))
            })
            .collect();
        assert_eq!(
            shown,
            ["None: Cleo Marchetti Team -> None", "Budget: Eve Lindqvist – -> Budget"]
        );
        let preview = decided(scene, &import.command(false), false).unwrap();
        assert_eq!(preview.events.len(), 2);
        let effect = RoleImpact::of(scene, &preview.events);
        assert_eq!(
            (effect.gain.number, effect.lose.number, free_of(&effect)),
            (1, 1, (8, 45))
        );
        assert_eq!(
            imported(scene, "eve@example.org,product\n").count(),
            1,
            "two columns need no heading"
        );
    });
}

#[test]
fn rol_5_faults_are_told_by_line_and_nothing_is_ready_until_they_are_mended_or_left_out() {
    with_scene(Org::TeamMonthly, |scene| {
        let text = "email,role\n\
                    nobody@example.org,Team\n\
                    eve@example.org,Boss\n\
                    ,Team\n\
                    dan@example.org,\n\
                    \n\
                    \"dan@example.org\",Budget\n\
                    dan@example.org,team\n\
                    cleo@example.org,Product";
        let import = imported(scene, text);
        assert_eq!(
            faults(&import),
            [
                "2: No one has the email, account, or ID “nobody@example.org”. Correct it or delete the line.",
                "3: “Boss” isn't a role. Enter Default, None, Team, Product, Budget, or Administrator.",
                "4: No person given. Add an email, account, or ID, or delete the line.",
                "5: No role given. Enter Default, None, Team, Product, Budget, or Administrator.",
                "7: Dan Kowalski has different roles: Budget on line 7, Team on line 8. Keep only one.",
                "8: Dan Kowalski has different roles: Budget on line 7, Team on line 8. Keep only one.",
            ]
        );
        assert!(!import.is_ready(false) && import.is_ready(true));
        assert_eq!(import.count(), 1, "what is left out is left as it is");
        for (text, told) in [
            ("", "The file is empty"),
            ("\n\n", "The file is empty"),
            ("e-mail,role\n", "The file is empty"),
            ("name,role\nAda,Team", "No column identifies people"),
            ("e-mail,access\nada@example.org,Team", "No column contains roles"),
        ] {
            let import = imported(scene, text);
            assert!(
                import.unread.as_deref().unwrap().starts_with(told),
                "{text:?} {import:?}"
            );
            assert!(!import.is_ready(true));
        }
        let long = "a,b\n".repeat(source::MAX_LINES + 1);
        let long = imported(scene, &format!("e-mail,role\n{long}"));
        assert!(long.unread.unwrap().starts_with("The list has more than 200,000"));
        assert!(pasted(scene, &"a\n".repeat(source::MAX_LINES + 1)).fault.is_some());
    });
}
