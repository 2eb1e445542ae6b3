//! Files from other programs: byte order marks, all kinds of line ends, headings in several languages. Also the files
//! that the program writes, in which no spreadsheet finds a formula.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::desk;
use crate::scene;
use desk::Desk;
use exchange::directory::file;
use licensing::activation::certificate::received;
use licensing::catalogue::read::SHIPPED;
use licensing::directory::csv;
use licensing::json::line::to_json_line;
use sample::settings::Org;
use scene::with_scene;
use serde_json::{Value, json};
use view::people::import::import;
use view::people::{People, add, source};

fn numbered(text: &str) -> Vec<(usize, Vec<String>)> {
    csv::read(text).map(|line| (line.number, line.cells)).collect()
}

fn cells(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn a_first_line_tells_the_delimiter_also_a_tab() {
    for (told, sign) in [
        ("sep=\t", '\t'),
        ("sep=,", ','),
        ("sep=;", ';'),
        ("SEP=;", ';'),
        ("\"sep=;\"", ';'),
        ("sep=|", '|'),
        ("\u{feff}sep=\t", '\t'),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{told}{end}a{sign}b c{end}d{sign}e{end}");
            let expected = [(2, cells(&["a", "b c"])), (3, cells(&["d", "e"]))];
            assert_eq!(numbered(&text), expected, "{text:?}");
        }
    }
    // A line that only resembles the separator line is an ordinary line.
    assert_eq!(numbered("sep=\na,b"), [(1, cells(&["sep="])), (2, cells(&["a", "b"]))]);
    assert_eq!(
        source::people("sep=;\nada@example.org;ben@example.org").unwrap().len(),
        2
    );
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["id,name", "", "a,\"x", "y\"", "", "b,z", ""].join(end);
        let lines: Vec<usize> = numbered(&text).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 3, 6], "{end:?}");
        let report = with_scene(Org::TeamMonthly, |scene| {
            let text = ["dan@example.org", "nobody@x.org", "eve@example.org", "none@x.org"].join(end);
            add::report(scene, &People::new(scene), &text)
        });
        let missing: Vec<usize> = report.missing.iter().map(|(line, _)| *line).collect();
        assert_eq!(missing, [2, 4], "{end:?}");
    }
    assert_eq!(
        numbered("a\r\rb\n\rc\r\n\nd").iter().map(|it| it.0).collect::<Vec<_>>(),
        [1, 3, 5, 7]
    );
}

#[test]
fn two_columns_of_one_name_are_a_fault_that_names_both() {
    with_scene(Org::TeamMonthly, |scene| {
        for (heading, first, second) in [
            ("E-mail,Role,e mail", "1 (“E-mail”)", "3 (“e mail”)"),
            ("Role,E-mail,Rolle", "1 (“Role”)", "3 (“Rolle”)"),
            ("ID;Rol;id", "1 (“ID”)", "3 (“id”)"),
            ("Mail,Rôle,Name,role", "2 (“Rôle”)", "4 (“role”)"),
        ] {
            let text = format!("{heading}\ndan@example.org,team,budget\n");
            let told = import(scene, &People::new(scene), &text).unread.unwrap();
            assert!(told.contains(first) && told.contains(second), "{told}");
            assert!(told.contains("Columns"), "{told}");
        }
        let pasted = add::report(scene, &People::new(scene), "Mail;Name;mail\ndan@example.org;Dan;x\n");
        assert!(pasted.fault.unwrap().contains("3 (“mail”)"));
        // Columns that are not read may have any heading.
        let free = import(
            scene,
            &People::new(scene),
            "Note,Note,E-mail,Role\n,,dan@example.org,team\n",
        );
        assert_eq!((free.count(), free.unread), (1, None));
    });
    let fault = file::people("id,name,ID\na,A,b\n").unwrap_err().to_string();
    assert!(fault.contains("1 (“id”)") && fault.contains("3 (“ID”)"), "{fault}");
    let desk = Desk::new("twice");
    desk.write("a.csv", "ID,E-mail,E-Mail\na,x@x.org,y@x.org\n");
    let run = desk.run(&["named-users", "a.csv"]);
    run.fails(2);
    assert!(
        run.stderr.contains("2 (“E-mail”)") && run.stderr.contains("3 (“E-Mail”)"),
        "{}",
        run.stderr
    );
    desk.keygen();
    desk.write("list.csv", "subscription_id,plan,length,licences,start,plan\n");
    let run = desk.issue(&["--csv", "list.csv"]);
    run.fails(2);
    assert!(
        run.stderr.contains("2 (“plan”)") && run.stderr.contains("6 (“plan”)"),
        "{}",
        run.stderr
    );
}

#[test]
fn headings_are_known_in_four_languages_and_as_microsoft_exports_them() {
    with_scene(Org::TeamMonthly, |scene| {
        for heading in [
            "E-Mail-Adresse;Anzeigename",
            "Benutzerprinzipalname;Anzeigename",
            "Benutzername;Name",
            "Adresse e-mail;Nom",
            "Adresse électronique;Nom complet",
            "Courriel;Nom",
            "Nom d’utilisateur;Nom",
            "Nom d'utilisateur principal;Nom d’affichage",
            "Correo electrónico;Nombre",
            "Dirección de correo electrónico;Nombre para mostrar",
            "Nombre de usuario;Nombre",
            "Nombre principal de usuario;Nombre",
            "User principal name;Display name",
            "userPrincipalName;displayName",
            "User Name;Name",
            "Username;Access level",
            "Email;Last Accessed",
            "Email address;Last access",
            "mail;Object Id",
            "\u{feff}E\u{2011}Mail;x",
        ] {
            let text = format!("{heading}\ndan@example.org;x\neve@example.org;x\n");
            let report = add::report(scene, &People::new(scene), &text);
            assert_eq!(
                (report.found.len(), report.missing.len()),
                (2, 0),
                "{heading} {report:?}"
            );
        }
        for role in ["Rolle", "Rôle", "ROLE", "Rol", "Rollen"] {
            let text = format!("Konto;{role}\ndan@example.org;budget\n");
            assert_eq!(import(scene, &People::new(scene), &text).count(), 1, "{role}");
        }
        // The user exports of Azure DevOps and of the Microsoft 365 admin center.
        let azure = "Name,Username,Access Level,Last Access,Date Created,Status\r\nDan,dan@example.org,Basic,2026-11-20,2026-01-02,Active\r\n";
        assert_eq!(add::report(scene, &People::new(scene), azure).found.len(), 1);
        let office = "Block credential,City,Display name,Object Id,State,User principal name\nFalse,Ulm,Dan,0f-1,Bayern,dan@example.org\n";
        assert_eq!(add::report(scene, &People::new(scene), office).found.len(), 1);
    });
    let text = "Objekt-ID;Anzeigename;E-Mail-Adresse;Letzter Zugriff;Benutzerprinzipalname\na;Ada;ada@x.org;2026-11-01;ada@corp\n";
    let people = file::people(text).unwrap();
    assert_eq!(
        (people[0].name.as_str(), people[0].email.as_deref()),
        ("Ada", Some("ada@x.org"))
    );
    assert_eq!(people[0].account.as_deref(), Some("ada@corp"));
    assert_eq!(people[0].last_access.unwrap().to_string(), "2026-11-01");
    let times = "Object Id,Last Accessed\na,2026-11-01T08:15:30Z\nb,2026-11-02 08:15\n";
    assert_eq!(
        file::people(times).unwrap()[1].last_access.unwrap().to_string(),
        "2026-11-02"
    );
}

#[test]
fn what_misses_a_column_is_told_the_headings_found() {
    with_scene(Org::TeamMonthly, |scene| {
        let told = |text: &str| import(scene, &People::new(scene), text).unread.unwrap();
        let who = told("Vorname;Ort\nAda;A\n");
        assert!(who.contains("“Vorname”, “Ort”") && who.contains("E-mail"), "{who}");
        let role = told("E-Mail;Ort\nada@example.org;A\n");
        assert!(role.contains("“E-Mail”, “Ort”") && role.contains("Role"), "{role}");
        let wide: Vec<String> = (0..30).map(|at| format!("c{at}")).collect();
        assert!(told(&wide.join(",")).contains("“c11” and 18 more"));
    });
    assert!(
        file::people("Vorname,Team\n")
            .unwrap_err()
            .to_string()
            .contains("“Vorname”, “Team”")
    );
    let desk = Desk::new("found");
    desk.write("a.csv", "Person,Team\nAda,1\n");
    let run = desk.run(&["named-users", "a.csv"]);
    run.fails(2);
    assert!(run.stderr.contains("“Person”, “Team”"), "{}", run.stderr);
}

/// A text with a byte order mark: in UTF-8, and in UTF-16 with both byte orders.
fn marked(text: &str) -> [Vec<u8>; 3] {
    let marked = ["\u{feff}", text].concat();
    let units = || marked.encode_utf16();
    [
        marked.clone().into_bytes(),
        units().flat_map(u16::to_le_bytes).collect(),
        units().flat_map(u16::to_be_bytes).collect(),
    ]
}

#[test]
fn a_mark_of_byte_order_is_read_over_in_every_file() {
    let desk = Desk::new("marks");
    let steps =
        json!([{"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}}]);
    let scenario = json!({"deployment": "server", "steps": steps}).to_string();
    let list = "ID,E-mail\na,ada@example.org\nb,bén@example.org\n";
    desk.keygen();
    let journal = with_scene(Org::TeamMonthly, |scene| {
        let records = scene.ledger.records().iter().map(|it| to_json_line(&**it));
        let lines = std::iter::once(to_json_line(scene.ledger.opening())).chain(records);
        lines.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    });
    for (scenario, (list, (catalogue, journal))) in marked(&scenario).into_iter().zip(
        marked(list)
            .into_iter()
            .zip(marked(SHIPPED).into_iter().zip(marked(&journal))),
    ) {
        desk.write_bytes("scenario.json", &scenario);
        assert_eq!(
            desk.run(&["replay", "scenario.json"]).json(0)["subscription"]["status"],
            "active"
        );
        desk.write_bytes("list.csv", &list);
        assert_eq!(desk.run(&["named-users", "list.csv"]).json(0)["named_users"], 2);
        desk.write_bytes("other.json", &catalogue);
        assert_eq!(desk.run(&["catalogue", "other.json"]).exit, Some(0));
        desk.write_bytes("journal.jsonl", &journal);
        let run = desk.run(&["verify", "journal.jsonl"]);
        assert_eq!(run.exit, Some(0), "{}", run.stderr);
    }
    let catalogue = licensing::Catalogue::from_json(&["\u{feff}", SHIPPED].concat());
    assert!(catalogue.is_ok());
    desk.write_bytes("bytes.csv", b"ID\n\xff\xfe\xfd");
    assert_eq!(desk.run(&["named-users", "bytes.csv"]).fails(2), "bytes.csv");
}

#[test]
fn act_3_certificates_of_files_are_read_as_pasted_ones() {
    let desk = Desk::new("received");
    desk.keygen();
    let team = [
        "--subscription",
        "7T4K-9QXM-2HRA",
        "--plan",
        "team",
        "--length",
        "monthly",
        "--licences",
        "10",
    ];
    let more = [
        "--start",
        "2026-11-24",
        "--issued-at",
        "2026-11-24T08:00:00Z",
        "--instance",
        "server-1",
    ];
    desk.issue(&[&team[..], &more[..]].concat()).json(0);
    let whole = desk.read("out/7T4K-9QXM-2HRA.lic");
    let mixed: String = whole
        .lines()
        .zip(["\r\n", "\n", "\r"].iter().cycle())
        .map(|(line, end)| [line, end].concat())
        .collect();
    let forms = [
        ["\u{feff}", &whole].concat(),
        ["\n\r\n", &whole, "\n \n\n"].concat(),
        whole.replace('\n', "\r"),
        whole.replace('\n', "\n\n"),
        whole.replace('\n', "\r\n"),
        whole.replace('\n', " \r\n"),
        ["  ", &whole.replace('\n', "\n\t")].concat(),
        mixed,
    ];
    let on = ["--on", "2026-11-24"];
    for form in forms {
        assert_eq!(received(&form), whole.trim_end(), "{form:?}");
        for bytes in marked(form.trim_start_matches('\u{feff}'))
            .into_iter()
            .chain([form.clone().into_bytes()])
        {
            desk.write_bytes("file.lic", &bytes);
            assert_eq!(desk.inspect("file.lic", &on).json(0)["valid"], true, "{form:?}");
        }
    }
    for wrong in [
        whole.replacen('I', "l", 1),
        format!("Hello\n{whole}"),
        whole.replacen("==", "", 1) + "x",
        String::new(),
    ] {
        desk.write("file.lic", &wrong);
        assert_eq!(
            desk.inspect("file.lic", &on).json(1)["failed_check"],
            "framing",
            "{wrong:?}"
        );
    }
}

#[test]
fn every_csv_that_is_written_begins_with_the_mark_and_guards_every_text() {
    let desk = Desk::new("written");
    let mut catalogue: Value = serde_json::from_str(SHIPPED).unwrap();
    for (at, sign) in ["=", "+", "-", "@", "\t", "\r"].into_iter().enumerate() {
        let names = ["ultimate", "team", "start", "free", "legacy_services", "legacy_server"];
        if !sign.trim().is_empty() {
            catalogue["plans"][names[at]]["name"] = json!(format!("{sign}cmd|' /C calc'!A{at}"));
        }
    }
    let steps = json!([
        {"on": "2026-07-01", "command": {"kind": "set_billing", "name": "=1+1", "country": "DE"}},
        {"on": "2026-07-01", "command": {"kind": "buy", "plan": "team", "length": "monthly", "licences": 10}},
        {"on": "2026-07-05", "command": {"kind": "adjust", "plan": "start", "licences": 5}},
        {"on": "2026-07-06", "command": {"kind": "adjust", "plan": "ultimate", "licences": 25}},
        {"on": "2026-09-06"},
    ]);
    let scenario = json!({"deployment": "services", "catalogue": catalogue, "steps": steps});
    desk.write("scenario.json", &scenario.to_string());
    desk.run(&["replay", "scenario.json", "--documents", "docs"]).json(0);
    let mut files = 0;
    for entry in std::fs::read_dir(desk.path("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "csv") {
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(csv::BYTE_ORDER_MARK), "{}", path.display());
        assert_eq!(text.matches(csv::BYTE_ORDER_MARK).count(), 1);
        for cell in raw_cells(&text) {
            let is_figure = cell
                .trim_start_matches('-')
                .chars()
                .all(|it| it.is_ascii_digit() || it == '.');
            assert!(
                is_figure || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{}: {cell}",
                path.display()
            );
        }
        let guarded = raw_cells(&text)
            .iter()
            .any(|it| it.starts_with("'+cmd") || it.starts_with("'-cmd") || it.starts_with("'=cmd"));
        assert!(guarded || path.ends_with("credit.csv"), "{text}");
    }
    assert!(files > 4);
}

/// The cells as a spreadsheet reads them: without the quotes, but with the apostrophes.
fn raw_cells(text: &str) -> Vec<String> {
    let text = text
        .replace("\"'", "\"\u{1}'")
        .replace(",'", ",\u{1}'")
        .replace("\n'", "\n\u{1}'");
    let lines = csv::read(&text).flat_map(|line| line.cells);
    lines.map(|cell| cell.trim_start_matches('\u{1}').to_owned()).collect()
}
