//! CSV: exports for spreadsheets, and importing them without changes (LIC 9).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::directory::csv;
use licensing::text::letters::decoded;
use licensing::{Person, Role};
use proptest::prelude::*;
use sample::settings::Org;
use scene::{altered, id, with_scene};
use view::people::import::{Import, import, role_named};
use view::people::{People, Query, RoleFilter, Tab, export, exported, source};
use view::{Actor, Scene};

/// The cells of a file, line by line.
fn cells(text: &str) -> Vec<Vec<String>> {
    csv::read(text).map(|line| line.cells).collect()
}

/// Exports every licensed row of the scene.
fn everybody(scene: &Scene<'_>) -> String {
    let people = People::new(scene);
    export(scene, &people, &exported(&people, &Query::default()))
}

fn imported(scene: &Scene<'_>, text: &str) -> Import {
    import(scene, &People::new(scene), text)
}

/// The errors of an import as `line: message`.
fn faults(import: &Import) -> Vec<String> {
    let text = |it: &view::people::import::Fault| format!("{}: {}", it.line, it.text);
    import.faults.iter().map(text).collect()
}

#[test]
fn no_cell_is_taken_for_a_formula_and_every_cell_is_read_back() {
    let table = [
        ("=HYPERLINK(\"x\")", true),
        ("+1 555 0100", true),
        ("-2+3", true),
        ("@SUM(A1)", true),
        ("\t=1", true),
        ("\r=1", true),
        ("\n=1", true),
        ("  =1", true),
        ("\u{a0}=1", true),
        ("\u{3000}@x", true),
        ("\u{200b}=1", true),
        ("\u{feff}=1", true),
        ("\u{202e}=1", true),
        ("＝1", true),
        ("＋1", true),
        ("－1", true),
        ("＠x", true),
        ("−1", true),
        ("'=1", true),
        ("''=1", true),
        ("' =1", true),
        ("\0=1", true),
        ("\u{ad}=1", true),
        ("\u{fe0f}=1", true),
        ("Ada", false),
        ("'t Hart", false),
        ("O'Neil", false),
        ("", false),
        ("'", false),
        ("a=1", false),
        ("ada+x@example.org", false),
        ("1-2", false),
    ];
    for (cell, dangerous) in table {
        let written = csv::guarded(cell);
        assert_eq!(written.starts_with('\'') && written != cell, dangerous, "{cell:?}");
        assert_eq!(csv::unguarded(&written), cell, "{cell:?} is read back");
    }
}

#[test]
fn rfc_4180_quotes_line_ends_and_the_mark_of_utf_8() {
    let lines = [
        vec!["a", "b,c", "d\"e"],
        vec!["f\r\ng", " h ", ""],
        vec!["i;j", "k\tl", "m"],
    ];
    let text = csv::written(
        lines
            .clone()
            .map(|cells| cells.into_iter().map(str::to_owned).collect()),
    );
    assert_eq!(
        text,
        "\u{feff}a,\"b,c\",\"d\"\"e\"\r\n\"f\r\ng\",\" h \",\r\n\"i;j\",\"k\tl\",m\r\n"
    );
    assert_eq!(
        cells(&text),
        lines.map(|cells| cells.into_iter().map(str::to_owned).collect::<Vec<_>>())
    );
}

#[test]
fn delimiters_are_found_out_and_lines_are_counted_through_quotes_and_empty_lines() {
    let numbered =
        |text: &str| -> Vec<(usize, Vec<String>)> { csv::read(text).map(|line| (line.number, line.cells)).collect() };
    let two = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
    for sign in [",", ";", "\t"] {
        let text = format!("a{sign}b\r\n\r\n\"c\nd\"{sign}e\n\n\nf{sign}g");
        let expected = vec![(1, two("a", "b")), (3, two("c\nd", "e")), (7, two("f", "g"))];
        assert_eq!(numbered(&text), expected, "{sign:?}");
    }
    assert_eq!(numbered("sep=;\r\na;b,c\r\n"), [(2, two("a", "b,c"))]);
    assert_eq!(numbered("\"a,b,c\";d\n"), [(1, two("a,b,c", "d"))]);
    assert_eq!(numbered("\u{feff}a,b"), [(1, two("a", "b"))]);
    assert_eq!(numbered("\n \n,,\n"), []);
    let wide: String = (0..100).map(|at| format!("{at},")).collect();
    assert_eq!(cells(&wide)[0].len(), 101);
    let long = "x".repeat(100_000);
    assert_eq!(cells(&long), [[long.clone()]]);
}

#[test]
fn lic_9_an_export_has_the_licensed_as_they_are_filtered_with_role_dates_and_mark() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = People::new(scene);
        let lines = cells(&everybody(scene));
        assert_eq!(
            lines[0].join("|"),
            "Name|E-mail or account|ID|Role|Licensed since|Last access|Left|Account|State"
        );
        assert_eq!(lines.len(), 1 + 37);
        let line = |wanted: &str| lines.iter().find(|line| line[2] == wanted).unwrap().join("|");
        assert_eq!(
            line("ada"),
            "Ada Muster|ada@example.org|ada|Administrator|2026-07-01|2026-11-24|||active"
        );
        assert!(line("p000012").ends_with("|left||active") && line("p000012").contains("|Budget|"));
        assert!(line("p000022").contains("|Default (Team role)|"));
        let query = Query {
            role: Some(RoleFilter::Resolved(Role::Budget)),
            descending: true,
            ..Query::default()
        };
        let some = cells(&export(scene, &people, &exported(&people, &query)));
        assert_eq!(some.len(), 1 + 2);
        assert!(some[1][0] > some[2][0], "sorted as the list is");
        // The list of unlicensed people exports all licensed people.
        let other = Query {
            tab: Tab::Unlicensed,
            text: "eve".to_owned(),
            ..query
        };
        assert_eq!(exported(&people, &other).len(), 37);
    });
}

#[test]
fn an_export_is_imported_again_without_a_change() {
    for org in [Org::TeamMonthly, Org::TrialDay9, Org::UltimateAnnual] {
        with_scene(org, |scene| {
            let import = imported(scene, &everybody(scene));
            let licensed = usize::try_from(People::new(scene).counts().0).unwrap();
            assert_eq!(
                (faults(&import).len(), import.count(), import.unchanged),
                (0, 0, licensed)
            );
            assert!(!import.is_ready(false));
        });
    }
}

#[test]
fn files_are_text_in_utf_8_or_marked_utf_16() {
    assert_eq!(decoded("Ünal".as_bytes()).unwrap(), "Ünal");
    let utf_16: Vec<u8> = "\u{feff}Ünal 🚀".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decoded(&utf_16).unwrap(), "Ünal 🚀");
    let other: Vec<u8> = "\u{feff}Ünal".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(decoded(&other).unwrap(), "Ünal");
    for bytes in [&b"\xdcnal"[..], b"PK\x03\x04\0\0", &[0xff, 0xfe, 0x00, 0xd8]] {
        assert!(decoded(bytes).is_none(), "{bytes:?}");
    }
}

#[test]
fn odd_names_go_out_and_come_back() {
    let names = [
        "محمد الأحمد",
        "Sam Rivera 🚀",
        "O'Neil \"Bobby\" <b>Tables</b> & 'Co'; --",
        "=cmd|' /C calc'!A0",
        "line\r\nbreak",
        "  ",
        "'quoted'",
    ];
    let alter = |rows: &mut Vec<Person>| {
        let long = "x".repeat(200);
        let all = names.iter().copied().chain([long.as_str()]);
        for ((row, name), number) in rows.iter_mut().zip(all).zip(0..) {
            row.name = name.to_owned();
            row.email = Some(format!("+{number}@example.org"));
        }
    };
    altered(Org::TrialDay9, &Actor::collection_administrator(), alter, |scene| {
        let text = everybody(scene);
        for line in cells(&text).iter().skip(1).filter(|line| line[1].starts_with('+')) {
            let person = scene.people.get(&id(&line[2])).unwrap();
            let shown = if person.name.trim().is_empty() {
                person.email.as_deref().unwrap()
            } else {
                &person.name
            };
            assert_eq!(line[0], shown);
        }
        let import = imported(scene, &text);
        assert_eq!((import.count(), import.faults.len(), import.unchanged), (0, 0, 25));
    });
}

#[test]
fn lic_2_accounts_with_their_domain_go_out_come_back_and_are_found() {
    let alter = |rows: &mut Vec<Person>| {
        for (row, account) in rows.iter_mut().zip(["CORP\\jsmith", "PARTNER\\jsmith"]) {
            row.email = Some(account.to_owned());
        }
    };
    altered(Org::TrialDay9, &Actor::collection_administrator(), alter, |scene| {
        let text = everybody(scene);
        assert!(text.contains(",CORP\\jsmith,") && text.contains(",PARTNER\\jsmith,"));
        let import = imported(scene, &text);
        assert_eq!((import.count(), import.faults.len()), (0, 0));
        let import = imported(
            scene,
            "Account,Role\ncorp\\JSMITH,Budget\nPARTNER\\jsmith,None\njsmith,Team\n",
        );
        let changed = |at: usize| import.changes[at].people[0].id.to_string();
        assert_eq!((changed(0), changed(1)), ("ben".to_owned(), "ada".to_owned()));
        assert_eq!(faults(&import).len(), 1, "without its domain it is nobody's");
        let people = People::new(scene);
        let query = Query {
            text: "partner\\js".to_owned(),
            ..Query::default()
        };
        assert_eq!(people.matching(&people.order(query.sort, false), &query).len(), 1);
    });
}

/// Ben has a new account: the old row is gone, or it still exists next to the new one.
#[test]
fn lic_9_a_file_means_the_row_that_is_there_whichever_it_names() {
    for stays in [true, false] {
        let alter = |rows: &mut Vec<Person>| {
            let mut anew = rows.iter().find(|row| row.id == id("ben")).unwrap().clone();
            anew.id = id("ben-2");
            anew.email = Some("BEN@example.org".to_owned());
            rows.retain(|row| stays || row.id != id("ben"));
            rows.push(anew);
        };
        altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, |scene| {
            let holder = if stays { "ben" } else { "ben-2" };
            for named in [
                "ID,Role\nben,None\n",
                "ID,Role\nben-2,None\n",
                "E-mail,Role\nben@example.org,None\n",
            ] {
                let import = imported(scene, named);
                let changed: Vec<String> = import.changes[0].people.iter().map(|it| it.id.to_string()).collect();
                assert_eq!(changed, [holder], "{named} {stays}");
            }
            let people = People::new(scene);
            let ben = people.rows().iter().find(|row| row.id == id(holder)).unwrap();
            assert!(ben.licensed && !ben.left);
            assert!(people.rows().iter().all(|row| row.id != id("ben") || stays));
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_is_read_back(lines in prop::collection::vec(prop::collection::vec("[-=+@'\" ,;\t\r\n<>a\u{feff}\u{200b}＝é🚀]{0,6}", 2..5), 1..6)) {
        // Lines that look like empty ones are skipped when reading.
        prop_assume!(lines.iter().all(|cells| cells.iter().any(|cell| !cell.trim().is_empty())));
        let heading = vec!["a".to_owned(), "b".to_owned()];
        let all: Vec<Vec<String>> = std::iter::once(heading).chain(lines).collect();
        let text = csv::written(all.clone());
        prop_assert_eq!(cells(&text), all);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC*", table in "(e-mail|id|role|[,;\t\"\r\n<>'=]|ada@example.org|team){0,40}") {
        for text in [text, table] {
            let _ = source::people(&text);
            let _ = source::roles(&text, |cell| role_named(cell).is_some());
            let _ = decoded(text.as_bytes());
            let unguarded = csv::unguarded(&text).to_owned();
            let guarded = csv::guarded(&unguarded);
            prop_assert_eq!(csv::unguarded(&guarded), unguarded.as_str());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_of_any_names_is_imported_without_a_change(names in prop::collection::vec("[-=+@'\",;\r\n <>a-z\u{feff}é]{0,12}", 20)) {
        let alter = |rows: &mut Vec<Person>| {
            rows.iter_mut().zip(&names).for_each(|(row, name)| {
                row.name.clone_from(name);
                row.email = Some([name.trim(), row.id.as_str()].concat());
            });
        };
        let import = altered(Org::TrialDay9, &Actor::collection_administrator(), alter, |scene| imported(scene, &everybody(scene)));
        prop_assert_eq!((import.count(), import.faults, import.unchanged), (0, vec![], 25));
    }
}
