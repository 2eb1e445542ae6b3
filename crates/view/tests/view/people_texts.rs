//! Texts about people are compared as readers see them: invisible characters and different encodings of diacritics make
//! no difference. A pasted list means the people that it shows (LIC 2, ROL 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::directory::account_name::account_key;
use licensing::{Date, Directory, Money, Person};
use sample::settings::Org;
use scene::{altered, id, with_scene};
use view::format::{Format, Plain, sort_by_text};
use view::people::add::{self, Report};
use view::people::import::{import, role_named};
use view::people::{People, Query, Tab, source};
use view::{Actor, Scene};

/// Characters without a visible shape.
const INVISIBLE: [char; 14] = [
    '\u{ad}', '\u{34f}', '\u{61c}', '\u{180e}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}',
    '\u{2060}', '\u{2066}', '\u{fe0f}', '\u{feff}',
];

fn names(text: &str) -> Vec<String> {
    let named = source::people(text).unwrap();
    named.iter().map(|it| it.names.join("|")).collect()
}

fn pasted(scene: &Scene<'_>, text: &str) -> Report {
    add::report(scene, &People::new(scene), text)
}

fn found(report: &Report) -> Vec<&str> {
    let mut found: Vec<&str> = report.found.iter().map(|it| it.id.as_str()).collect();
    found.sort_unstable();
    found
}

#[test]
fn rol_5_a_list_of_outlook_is_one_person_a_mail() {
    let two = ["ada@example.org", "ben@example.org"];
    for text in [
        "Muster, Ada <ada@example.org>; Okafor, Ben <ben@example.org>",
        "Muster, Ada <ada@example.org>, Okafor, Ben <ben@example.org>",
        "Muster, Ada <ada@example.org>\r\nOkafor, Ben <ben@example.org>\r\n",
        "Muster, Ada <ada@example.org>\rOkafor, Ben <ben@example.org>",
        "\"Muster, Ada\" <ada@example.org>; \"Okafor, Ben\" <ben@example.org>",
        "\"Muster, Ada\" <ada@example.org>,\"Okafor, Ben\" <ben@example.org>;",
        "'Muster, Ada' <ada@example.org>; 'Okafor; Ben' <ben@example.org>",
        "Muster, Ada (IT; Berlin) <ada@example.org>\tOkafor, Ben <mailto:ben@example.org>",
        "\u{200e}Muster, Ada\u{200f} <ada@example.org\u{200b}>;\u{feff}Okafor, Ben <\u{2060}ben@example.org>",
        "To: Muster, Ada <ada@example.org>;\n\n Okafor, Ben <ben@example.org>;",
        "Smith \"Ada <ada@example.org>; O'Neil, Ben <ben@example.org>",
    ] {
        assert_eq!(names(text), two, "{text:?}");
    }
    // Without angle brackets, every piece counts. An angle bracket that is not closed is ignored.
    assert_eq!(names("ada@example.org, ben@example.org"), two);
    assert_eq!(names("ada@example.org; <ben@example.org"), two);
    // A line without angle brackets also counts if other lines have them.
    assert_eq!(names("Muster, Ada <ada@example.org>\nben@example.org"), two);
    assert_eq!(names("Muster, Ada <ada@example.org>; ben@example.org"), two);
}

#[test]
fn lic_2_addresses_agree_whatever_cannot_be_seen_in_them() {
    let plain = account_key("zoë@example.org");
    for sign in INVISIBLE {
        let text = format!("{sign}ZO\u{cb}@exam{sign}ple.org {sign}");
        assert_eq!(account_key(&text), plain, "{sign:?}");
        assert_eq!(account_key(&format!(" {sign} ")), None, "{sign:?}");
    }
    assert_eq!(account_key("zoe\u{308}@example.org"), plain);
    assert_eq!(account_key("VIE\u{323}\u{302}T@x.org"), account_key("việt@x.org"));
    assert_ne!(
        account_key("zoe@example.org"),
        plain,
        "another letter is another address"
    );
    let row = |text: &str, email: &str| Person {
        email: Some(email.to_owned()),
        ..serde_json::from_value(serde_json::json!({"id": text})).unwrap()
    };
    let directory = Directory::new(vec![
        row("a", "zoë@example.org"),
        row("b", "ZOE\u{308}@exa\u{ad}mple.org\u{200b}"),
        row("c", "\u{200b}"),
        row("d", "\u{feff}"),
    ]);
    assert_eq!(directory.doubles().len(), 1);
    assert_eq!(directory.rows_of(&id("b")), ["a", "b"].map(id));
}

#[test]
fn rol_5_pasted_people_are_found_whatever_cannot_be_seen() {
    let alter = |rows: &mut Vec<Person>| {
        let eve = rows.iter_mut().find(|row| row.id == id("eve")).unwrap();
        eve.email = Some("e\u{301}ve@example.org".to_owned());
    };
    altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, |scene| {
        for sign in INVISIBLE {
            for text in [
                format!("{sign}dan@exam{sign}ple.org{sign}; éve@example.org{sign}"),
                format!("E{sign}-Mail{sign}\n{sign}dan@example.org\n\u{c9}VE@example.org"),
                format!("{sign}dan{sign}\neve{sign}"),
            ] {
                let report = pasted(scene, &text);
                assert_eq!(found(&report), ["dan", "eve"], "{text:?} {report:?}");
                assert!(report.missing.is_empty(), "{text:?}");
            }
            let table = format!("{sign}E-Mail,Ro{sign}le\n{sign}dan@example.org,{sign}Bud{sign}get {sign}\n");
            let import = import(scene, &People::new(scene), &table);
            assert_eq!((import.count(), import.faults.len()), (1, 0), "{table:?}");
            assert!(role_named(&format!("{sign}team{sign}")).is_some(), "{sign:?}");
            assert_eq!(
                pasted(scene, &format!(" {sign}\n{sign};")),
                Report::default(),
                "{sign:?}"
            );
        }
        // A person who is not found occurs in the report once.
        let report = pasted(scene, "nobody@x.org\nno\u{200b}body@x.org\nNOBODY@x.org");
        assert_eq!((report.missing.len(), report.repeated), (1, 2));
    });
}

/// The licensed and unlicensed people that a search finds.
fn searched(scene: &Scene<'_>, text: &str) -> Vec<String> {
    let people = People::new(scene);
    let tabs = [Tab::Licensed, Tab::Unlicensed];
    let found = tabs.map(|tab| {
        let query = Query {
            tab,
            text: text.to_owned(),
            ..Query::default()
        };
        people.matching(&people.order(query.sort, false), &query)
    });
    let numbers = found.into_iter().flatten();
    numbers.map(|it| people.get(it).unwrap().id.to_string()).collect()
}

#[test]
fn a_search_finds_latin_names_by_plain_letters_and_in_every_form() {
    const NAMES: [(&str, &str); 22] = [
        ("Ștefan Țepeș", "stefan tepes"),
        ("Ştefan Ţepeş", "stefan tepes"),
        ("Nguyễn Văn Đạt", "nguyen van dat"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Ørsted Æbelø", "orsted aebelo"),
        ("Weiß ẞ", "weiss ss"),
        ("Þórður Guðni", "thordur gudni"),
        ("Œuvre Cœur", "oeuvre coeur"),
        ("Ǵǫ Ǯǧ", "go ʒg"),
        ("İbrahim Işık", "ibrahim isik"),
        ("Ħal Ŧara Ŋgo", "hal tara ngo"),
        ("Ɓala Ɗan Ƙano Ƴan", "bala dan kano yan"),
        ("Ạnh Ơn Ư Ỹ", "anh on u y"),
        ("Ỳ Ṡ Ṭ Ẁ", "y s t w"),
        ("Ƶoran Ʉ Ɨ Ɵ", "zoran u i o"),
        ("Zoe\u{308} Ko\u{308}hler", "zoe kohler"),
        ("Ja\u{ad}ne Do\u{200b}e", "jane doe"),
        ("Mary\u{a0}Ann\u{202f}X", "mary ann x"),
        ("Ａda Ｂen", "ada ben"),
        ("ﬁona ĳsbrand", "fiona ijsbrand"),
        ("Ǆ Ǉ Ǌ", "dz lj nj"),
        ("Ⱥna Ⱦom Ɀ", "ana tom z"),
    ];
    for (name, plain) in NAMES {
        let alter = |rows: &mut Vec<Person>| {
            let dan = rows.iter_mut().find(|row| row.id == id("dan")).unwrap();
            dan.name = ["qq", name].concat();
        };
        altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, |scene| {
            for text in [
                plain,
                &plain.to_uppercase(),
                name,
                &name.to_lowercase(),
                &name.to_uppercase(),
            ] {
                assert_eq!(searched(scene, &["qq", text].concat()), ["dan"], "{text} for {name}");
            }
        });
    }
    with_scene(Org::TeamMonthly, |scene| {
        assert_eq!(searched(scene, "kowal\u{200b}ski\u{feff}"), ["dan"]);
        assert_eq!(searched(scene, "\u{200b}").len(), searched(scene, "").len());
    });
}

#[test]
fn other_scripts_are_found_in_every_form() {
    for (name, text) in [
        ("Йосип", "и\u{306}осип"),
        ("Ελένη", "ελε\u{301}νη"),
        ("ΣΑΣ", "σας"),
        ("かがみ", "か\u{304b}\u{3099}み"),
        ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
        ("محمد", "محمد\u{200f}"),
    ] {
        let alter = |rows: &mut Vec<Person>| {
            let dan = rows.iter_mut().find(|row| row.id == id("dan")).unwrap();
            dan.name = ["qq", name].concat();
        };
        altered(Org::TeamMonthly, &Actor::collection_administrator(), alter, |scene| {
            assert_eq!(searched(scene, &["qq", text].concat()), ["dan"], "{text} for {name}");
        });
    }
}

/// A plain format with its own order: as in Swedish, Å comes after Z.
struct Swedish;

impl Format for Swedish {
    fn date(&self, date: Date) -> String {
        date.to_string()
    }

    fn money(&self, money: Money) -> String {
        money.to_string()
    }

    fn number(&self, number: u32) -> String {
        number.to_string()
    }

    fn percent(&self, hundredths: u32) -> String {
        hundredths.to_string()
    }

    fn places(&self, texts: &[&str]) -> Option<Vec<u32>> {
        let key = |text: &str| text.replace('Å', "~");
        let mut sorted: Vec<&str> = texts.to_vec();
        sorted.sort_by_key(|text| key(text));
        let place = |text: &&str| sorted.iter().position(|it| it == text);
        texts.iter().map(|text| place(text)?.try_into().ok()).collect()
    }
}

#[test]
fn lists_stand_in_the_order_of_the_reader_and_plainly_where_there_is_none() {
    let alter = |rows: &mut Vec<Person>| {
        for (row, name) in rows.iter_mut().zip(["Åsa", "Zoë", "Ada", "Zoë", ""]) {
            row.name = name.to_owned();
            row.email = Some([row.id.as_str(), "@x.org"].concat());
        }
        rows.truncate(5);
    };
    altered(Org::TrialDay9, &Actor::collection_administrator(), alter, |scene| {
        let names = |scene: &Scene<'_>| -> Vec<String> {
            let people = People::new(scene);
            let rows = people.rows().iter().filter(|row| !row.left);
            rows.map(|row| view::people::row_view(scene, row).name).collect()
        };
        let here = Scene {
            format: &Swedish,
            ..*scene
        };
        assert_eq!(names(&here), ["Ada", "Zoë", "Zoë", "eve@x.org", "Åsa"]);
        assert_eq!(names(scene), ["eve@x.org", "Ada", "Åsa", "Zoë", "Zoë"]);
    });
    let sorted = |format: &dyn Format| {
        let mut list = vec![("z", "Zoë"), ("a", "Åsa"), ("b", "Ada")];
        sort_by_text(format, &mut list, |(_, name)| name);
        list.into_iter().map(|(id, _)| id).collect::<String>()
    };
    let plain = Plain {
        currency: "USD".to_owned(),
    };
    assert_eq!((sorted(&Swedish), sorted(&plain)), ("bza".to_owned(), "baz".to_owned()));
}
