//! Files as Microsoft's programs export them and as people maintain them: `people.csv`, lists to count, first lines
//! that are not headings, and certificates received by email (LIC 2, ACT 3).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::desk::Desk;
use exchange::directory::file::{self, PeopleFileError};
use licensing::activation::certificate::received;
use licensing::directory::csv;
use licensing::directory::csv::columns::Column;
use licensing::directory::csv::headings::Headings;
use licensing::{AccountState, Person};

fn people(text: &str) -> Vec<Person> {
    file::people(text).unwrap_or_else(|fault| panic!("{fault}: {text}"))
}

/// The state of the only person in a table.
fn state(heading: &str, cell: &str) -> AccountState {
    people(&format!("id,{heading}\na,{cell}\n"))[0].state
}

#[test]
fn a_state_is_a_place_where_its_values_are_none() {
    for place in ["state", "State", "Etat", "État", "Estado", "Status"] {
        assert_eq!(state(place, "Bayern"), AccountState::Active, "{place}");
    }
    let entra = "userPrincipalName,displayName,mail,id,userType,accountEnabled,state,country,invitationState\n\
                 ada@corp.example,Ada Muster,ada@x.org,a,Member,True,Bayern,DE,\n\
                 ben@corp.example,Ben,,b,Guest,False,Ohio,US,PendingAcceptance\n";
    let states = |text: &str| people(text).iter().map(|it| it.state).collect::<Vec<_>>();
    assert_eq!(states(entra), [AccountState::Active, AccountState::Disabled]);
    let office = "Block credential,City,Display name,Object Id,Proxy addresses,State,User principal name\n\
                  False,Ulm,Ada,a,SMTP:ada@x.org+smtp:a@x.org,Bayern,ada@x.org\n\
                  True,Ulm,Ben,b,,Bayern,ben@x.org\n";
    assert_eq!(states(office), [AccountState::Active, AccountState::Disabled]);
    // A location and a state in the same table.
    let both = "id,State,Status,Enabled\na,Bayern,Deleted,False\nb,Bayern,Active,False\nc,,Active,True\n";
    assert_eq!(
        states(both),
        [AccountState::Deleted, AccountState::Disabled, AccountState::Active]
    );
}

#[test]
fn states_are_known_in_four_languages_and_what_is_on_its_way_is_active() {
    let (active, disabled) = (AccountState::Active, AccountState::Disabled);
    let (deleted, expired) = (AccountState::Deleted, AccountState::Expired);
    for (words, expected) in [
        (
            "Active Aktiv Aktiviert Actif Activé Activo Pending Ausstehend Invited",
            active,
        ),
        (
            "Disabled Inactive Deaktiviert Inaktiv Gesperrt Désactivé Inactif Bloqué Deshabilitado Inactivo Bloqueado",
            disabled,
        ),
        ("Deleted Gelöscht Supprimé Eliminado", deleted),
        ("Expired Abgelaufen Expiré Caducado", expired),
        ("PendingDisabled", disabled),
    ] {
        for word in words.split(' ') {
            let other = people(&format!("id,Status\na,deleted\nb,{word}\n"));
            assert_eq!(other[1].state, expected, "{word}");
        }
    }
    for (heading, yes, no) in [
        ("accountEnabled", "True", "False"),
        ("Enabled", "TRUE", "FALSE"),
        ("Account enabled", "Wahr", "Falsch"),
        ("Konto aktiviert", "Ja", "Nein"),
        ("Block credential", "False", "True"),
        ("Blocked", "no", "yes"),
    ] {
        assert_eq!(
            (state(heading, yes), state(heading, no)),
            (active, disabled),
            "{heading}"
        );
    }
    assert_eq!(state("accountEnabled", ""), active);
}

#[test]
fn never_is_no_day() {
    for never in [
        "0001-01-01T00:00:00Z",
        "0001-01-01",
        "1601-01-01T00:00:00Z",
        "01.01.0001 00:00:00",
        "1/1/0001 12:00:00 AM",
        "Never",
        "never",
        "Nie",
        "Jamais",
        "Nunca",
        "",
    ] {
        let text = format!("id;Last Access\na;{never}\n");
        assert_eq!(people(&text)[0].last_access, None, "{never}");
    }
    assert_eq!(
        file::people("id,last_access\na,soon\n"),
        Err(PeopleFileError::Day(2, "soon".to_owned()))
    );
}

#[test]
fn several_columns_of_one_meaning_are_read_the_best_first() {
    let directory = "#TYPE Microsoft.ActiveDirectory.Management.ADUser\r\n\
        \"DistinguishedName\",\"Enabled\",\"Name\",\"DisplayName\",\"ObjectGUID\",\"SamAccountName\",\"UserPrincipalName\",\"mail\",\"EmailAddress\"\r\n\
        \"CN=a\",\"True\",\"amuster\",\"Ada Muster\",\"a\",\"amuster\",\"ada@corp.example\",\"ada@x.org\",\"ada@x.org\"\r\n\
        \"CN=b\",\"False\",\"bokafor\",\"\",\"b\",\"bokafor\",\"\",\"\",\"ben@x.org\"\r\n";
    let read = people(directory);
    let told = |at: usize| {
        let it = &read[at];
        (it.name.as_str(), it.account.as_deref(), it.email.as_deref(), it.state)
    };
    assert_eq!(
        told(0),
        (
            "Ada Muster",
            Some("ada@corp.example"),
            Some("ada@x.org"),
            AccountState::Active
        )
    );
    assert_eq!(
        told(1),
        ("bokafor", Some("bokafor"), Some("ben@x.org"), AccountState::Disabled)
    );
    let mailbox =
        "Name;DisplayName;Id;EmailAddresses\na;Ada;a;smtp:other@x.org SIP:ada@x.org SMTP:ada@x.org X500:/o=x\n";
    assert_eq!(people(mailbox)[0].email.as_deref(), Some("ada@x.org"));
    assert_eq!(people(mailbox)[0].name, "Ada");
    // The ID column must be unambiguous.
    assert!(matches!(
        file::people("ID,ObjectGUID\na,b\n"),
        Err(PeopleFileError::Columns(_))
    ));
}

#[test]
fn common_headings_are_known() {
    let column = |heading: &str| {
        let line = csv::read(&format!("\"{heading}\",x")).next();
        let headings = Headings::of(line.as_ref());
        [
            Column::Email,
            Column::Account,
            Column::Id,
            Column::Name,
            Column::LastAccess,
        ]
        .into_iter()
        .find(|it| headings.first(*it) == Some(0))
    };
    for (wanted, headings) in [
        (
            Column::Email,
            "Primäre E-Mail-Adresse|E-Mail-Adressen|Geschäftliche E-Mail-Adresse|SMTP-Adresse|Primäre SMTP-Adresse|\
             Adresse e-mail principale|Adresse de messagerie principale|Adresse de courriel|E-mail professionnel|\
             Adresse SMTP principale|Correo electrónico principal|Dirección de correo electrónico principal|\
             Dirección SMTP principal|WindowsEmailAddress|User email|Email 1|EmailAddresses|Email (work)|\
             Primary mail|E-Mail (geschäftlich)|Adresse électronique [professionnelle]",
        ),
        (
            Column::Account,
            "Benutzerprinzipalname (UPN)|User name [userPrincipalName] Required|Nombre de usuario principal|User principal name (UPN)|Login (AD)",
        ),
        (
            Column::Id,
            "Identificateur d'objet|Identificateur d’objet|ObjectGUID|Object ID (Entra)",
        ),
        (Column::Name, "Display name (full)|Anzeigename (voll)"),
        (Column::LastAccess, "Last activity date (UTC)"),
    ] {
        for heading in headings.split('|') {
            assert_eq!(column(heading.trim()), Some(wanted), "{heading}");
        }
    }
    // A heading with text in parentheses gives way to one that matches exactly.
    let text = "ID,ID (old),E-mail,Name,Name (birth)\na,b,a@x.org,Ada,Eva\n";
    assert_eq!(
        (people(text)[0].id.as_str(), people(text)[0].name.as_str()),
        ("a", "Ada")
    );
}

#[test]
fn lic_2_signs_that_cannot_be_seen_make_nobody_else() {
    assert_eq!(
        file::people("id\nA\u{200b}\nA\n"),
        Err(PeopleFileError::Twice(3, "A".to_owned())),
        "the same id"
    );
    let read = people(
        "id,email,account,state,last_access\n\u{feff}a\u{2060},x\u{ad}@x.org\u{200e},c\u{200b},dis\u{ad}abled,2026-11-24\u{200e}\n",
    );
    let it = &read[0];
    assert_eq!(
        (it.id.as_str(), it.email.as_deref(), it.account.as_deref()),
        ("a", Some("x@x.org"), Some("c"))
    );
    assert_eq!((it.state, it.last_access.is_some()), (AccountState::Disabled, true));
    assert_eq!(
        file::people("id\n\u{200b}x\n\u{200b}\u{2060}\n"),
        Err(PeopleFileError::NoId(3))
    );
    let desk = Desk::new("unseen");
    desk.keygen();
    desk.write(
        "list.csv",
        "subscription_id,plan,length,licences,start,instances\n\u{200b}7T4K-9QXM-2HRA\u{200e},team\u{ad},monthly,10,2026-11-24,server-1\u{200b}\n",
    );
    let run = desk.issue(&["--csv", "list.csv", "--issued-at", "2026-11-24T08:00:00Z"]);
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    let inspected = desk.inspect(
        "out/7T4K-9QXM-2HRA.lic",
        &["--on", "2026-11-24", "--instance", "server-1"],
    );
    assert_eq!(inspected.json(0)["valid"], true);
}

#[test]
fn lines_before_the_headings_are_no_headings() {
    for (before, sign) in [
        ("sep=\\t", '\t'),
        ("\"sep=,\",,", ','),
        ("\"sep=;\";;", ';'),
        ("\"sep=;\",,", ','),
        ("sep=;;;", ';'),
        ("sep=,,", ','),
        ("\nsep=;", ';'),
        (" \n\nsep=|", '|'),
        ("sep=;\u{200b}", ';'),
        ("sep=; ", ';'),
        ("#TYPE System.Object", ','),
        ("#TYPE Selected.Microsoft.Open.AzureAD.Model.User\nsep=;", ';'),
        ("\"#TYPE System.Object\",,", ','),
        ("\u{feff}#type x", '\t'),
        ("version:v1.0", ','),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{before}\nid{sign}name{sign}mail\na{sign}b c{sign}x@x.org\n").replace('\n', end);
            let lines: Vec<(usize, Vec<String>)> = csv::read(&text).map(|it| (it.number, it.cells)).collect();
            let first = before.split('\n').count() + 1;
            assert_eq!(lines.len(), 2, "{text:?} {lines:?}");
            assert_eq!(
                lines[0],
                (first, ["id", "name", "mail"].map(str::to_owned).to_vec()),
                "{text:?}"
            );
            assert_eq!(lines[1].0, first + 1, "{text:?}");
        }
    }
    let piped = csv::read("id|name\na|A, B; C\n")
        .map(|it| it.cells.len())
        .collect::<Vec<_>>();
    assert_eq!(piped, [2, 2]);
    let desk = Desk::new("typed");
    desk.write("ad.csv", "#TYPE X\r\n\"ObjectGUID\",\"mail\"\r\n\"a\",\"a@x.org\"\r\n");
    desk.write(
        "mailboxes.csv",
        "Name|EmailAddresses\nAda|smtp:old@x.org SMTP:A@x.org\nBen|SMTP:b@x.org\n",
    );
    let counted = desk.run(&["named-users", "ad.csv", "mailboxes.csv"]).json(0);
    assert_eq!((&counted["named_users"], &counted["rows"]), (&2.into(), &3.into()));
}

#[test]
fn act_3_certificates_are_received_whatever_was_put_around_their_lines() {
    let whole = "-----BEGIN X-----\nabc=\nde\n-----END X-----";
    for form in [
        whole.replace('\n', "\u{b}"),
        whole.replace('\n', "\u{85}"),
        whole.replace('\n', "\u{2028}"),
        whole.replace('\n', "\u{2029}"),
        whole.replace('\n', "\u{c}\r\n"),
        whole.replace('\n', "\u{200b}\n\u{200e}"),
        format!("\u{200e}{whole}\u{200b}\n\u{200b}\n"),
        format!("{whole}\n\u{1a}"),
        format!("{whole}\u{1a}\r\n"),
        format!("\u{200b} \u{feff}{whole} \u{2060} "),
    ] {
        assert_eq!(received(&form), whole, "{form:?}");
    }
    // Invisible characters within a line are left for the checks.
    let within = whole.replace("bc", "b\u{200b}c");
    assert_eq!(received(&within), within);
}

#[test]
fn the_end_sign_of_dos_is_no_line() {
    let desk = Desk::new("ended");
    desk.write("list.csv", "ID\na\nb\n\u{1a}");
    assert_eq!(desk.run(&["named-users", "list.csv"]).json(0)["rows"], 2);
    assert_eq!(people("id\na\n\u{1a}").len(), 1);
}
