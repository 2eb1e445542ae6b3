//! Pasted lists from emails, chats, and documents: everyone they name is found, and no other text is lost (ROL 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use view::people::source;

fn names(text: &str) -> Vec<String> {
    let named = source::people(text).unwrap();
    named.iter().map(|it| it.names.join("|")).collect()
}

#[test]
fn rol_5_an_address_is_found_in_whatever_stands_around_it() {
    for text in [
        "Ada Muster (ada@x.org)",
        "Ada Muster [ada@x.org]",
        "ada@x.org (Ada Muster)",
        "[ada@x.org]",
        "(ada@x.org)",
        "{ada@x.org}",
        "• ada@x.org",
        "•\tada@x.org",
        "o\tada@x.org",
        "- ada@x.org",
        "– ada@x.org",
        "* ada@x.org",
        "- [ ] ada@x.org",
        "1. ada@x.org",
        "1.\tada@x.org",
        "12) ada@x.org",
        "(3) ada@x.org",
        "ada@x.org.",
        "Ada: ada@x.org!",
        "SMTP:ada@x.org",
        "smtp:ada@x.org",
        "To: ada@x.org",
        "To:ada@x.org",
        "Cc: Ada ada@x.org;",
        "E-Mail: ada@x.org",
        "[ada@x.org](mailto:ada@x.org)",
        "[Ada Muster](mailto:ada@x.org?subject=Hi)",
        "<mailto:ada@x.org>",
        "Ada Muster <mailto:ada@x.org>",
        "Ada Muster <SMTP:ada@x.org>",
        "**ada@x.org**",
        "`ada@x.org`",
        "“ada@x.org”",
        "'ada@x.org'",
        "ada@x.org。",
        "ada@x.org ada@x.org",
        "Ada＜ada@x.org＞",
        "a) ada@x.org",
        "[1] ada@x.org",
        "→ ada@x.org",
        "> ada@x.org",
        "Ada Muster - ada@x.org",
        "ada@x.org – Ada Muster",
        "ada@x.org - Ada Muster",
        "|ada@x.org|Ada|",
        "\"Muster, Ada\" ada@x.org",
        "Muster, Ada (ada@x.org)",
        "Ada Muster (ada@x.org) <ada@x.org>",
        "1. Ada Muster <ada@x.org>",
        "Ada <ada@x.org",
    ] {
        assert_eq!(names(text), ["ada@x.org"], "{text:?}");
    }
    for kept in [
        "o'neil@x.org",
        "_svc@x.org",
        "a+b@x.org",
        "CORP\\ada",
        "plainacc",
        "u2",
        "Ada Muster",
        "ada_x.org#EXT#@t.example",
    ] {
        assert_eq!(names(kept), [kept]);
    }
}

#[test]
fn rol_5_lists_are_separated_in_many_ways() {
    let three = ["ada@x.org", "ben@x.org", "u2"];
    for text in [
        "ada@x.org\u{b}ben@x.org\u{b}u2",
        "ada@x.org\u{2028}ben@x.org\u{2028}u2",
        "ada@x.org\u{2029}ben@x.org\u{85}u2",
        "ada@x.org\u{c}ben@x.org\nu2",
        "ada@x.org；ben@x.org；u2",
        "ada@x.org，ben@x.org，u2",
        "ada@x.org、ben@x.org、u2",
        "ada@x.org ben@x.org\nu2",
        "To: ada@x.org ben@x.org; u2",
        "ada@x.org | ben@x.org, u2",
        "1. ada@x.org\n2. ben@x.org\n3. u2",
        "•\tada@x.org\n•\tben@x.org\n•\tu2.",
        "ada@x.org \u{a0} ben@x.org;;u2;",
    ] {
        assert_eq!(names(text), three, "{text:?}");
    }
    for text in [
        "ada@x.org and ben@x.org",
        "[Ada](mailto:ada@x.org), [Ben](mailto:ben@x.org)",
        "[ada@x.org](mailto:ada@x.org) [ben@x.org](mailto:ben@x.org)",
        "Muster, Ada (ada@x.org); Okafor, Ben (ben@x.org)",
        "mailto:ada@x.org,ben@x.org",
        "ada@x.org→ben@x.org",
    ] {
        assert_eq!(names(text), ["ada@x.org", "ben@x.org"], "{text:?}");
    }
    let lines: Vec<usize> = source::people("a@x.org\u{2028}b@x.org c@x.org")
        .unwrap()
        .iter()
        .map(|it| it.line)
        .collect();
    assert_eq!(lines, [1, 2, 2]);
    assert_eq!(names("CORP\\ada CORP\\ben"), ["CORP\\ada", "CORP\\ben"]);
}

#[test]
fn rol_5_what_stands_beside_angles_is_not_lost() {
    for (text, expected) in [
        (
            "Ada <ada@x.org>\nben@x.org (Ben)\nplainacc\nu2",
            &["ada@x.org", "ben@x.org", "plainacc", "u2"][..],
        ),
        (
            "Ada <ada@x.org>, ben@x.org (Ben), plainacc, u2",
            &["ada@x.org", "ben@x.org", "plainacc", "u2"],
        ),
        (
            "plainacc; u2; ben@x.org (Ben); Muster, Ada <ada@x.org>",
            &["plainacc", "u2", "ben@x.org", "ada@x.org"],
        ),
        ("plainacc, u2, Ada <ada@x.org>", &["plainacc", "u2", "ada@x.org"]),
        ("Muster, Ada <ada@x.org>; Team", &["ada@x.org", "Team"]),
        ("Okafor, Ben; Muster, Ada <ada@x.org>", &["Okafor, Ben", "ada@x.org"]),
        ("Muster, Ada <ada@x.org> (Berlin); u2", &["ada@x.org", "u2"]),
        (
            "Ada <ada@x.org> ben@x.org Cleo <cleo@x.org>",
            &["ada@x.org", "ben@x.org", "cleo@x.org"],
        ),
        ("'ben@x.org' <ben@x.org>; u2 (Eve)", &["ben@x.org", "u2"]),
        ("ada@x.org u2 plainacc", &["ada@x.org", "u2", "plainacc"]),
        ("Cleo (CORP\\cleo), CORP\\ada (Ada)", &["CORP\\cleo", "CORP\\ada"]),
        ("Ada <>; Ben <ben@x.org>", &["Ada", "ben@x.org"]),
        ("Ada <ada@x.org> u2", &["ada@x.org", "u2"]),
        ("Muster, Ada (IT; Berlin) <ada@x.org>", &["ada@x.org"]),
        (
            "van Dyk, Ada <ada@x.org>, Okafor, Ben <ben@x.org>.",
            &["ada@x.org", "ben@x.org"],
        ),
    ] {
        assert_eq!(names(text), expected, "{text:?}");
    }
}

#[test]
fn rol_5_an_id_of_a_table_is_taken_as_it_is_and_an_address_cell_names_all_of_it() {
    for id in ["p1 (old)", "(u2)", "a@x.org b@x.org", "u2.", "to: u2"] {
        assert_eq!(names(&format!("ID;Name\n{id}\u{200b};x\n")), [id]);
    }
    let table = "EmailAddresses,Name,ID\nsmtp:old@x.org SMTP:ada@x.org SIP:x@x.org,Ada,a\nBen (ben@x.org),Ben,\n";
    assert_eq!(names(table), ["ada@x.org|old@x.org|a", "ben@x.org"]);
}
