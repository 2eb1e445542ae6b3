//! Invoices of the sample organizations, without a browser: INV 1, INV 2, INV 4, INV 7, CRD 1, CRD 2.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::billing::details::Detail;
use licensing::billing::document::DocumentKind;
use licensing::billing::payment::PaymentStatus;
use sample::settings::{Choice, Org};
use scene::with_scene;
use view::format::Plain;
use view::invoices::{
    Invoices, Period, Query, StatusFilter, billing_command, billing_form, countries, document_view, export, faulty,
    headline, payment_command, row_view, statement, sums,
};
use view::{Event, Mood, Scene};

/// The numbers that a query returns, in its order.
fn numbers(invoices: &Invoices, query: &Query) -> Vec<String> {
    let found = invoices.matching(&invoices.order(query), query);
    let number = |place: &u32| invoices.get(*place).unwrap().document.heading.number.to_string();
    found.iter().map(number).collect()
}

fn list(scene: &Scene<'_>) -> Invoices {
    Invoices::new(scene)
}

#[test]
fn inv_1_both_kinds_stand_in_one_list_newest_first() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let all = numbers(&invoices, &Query::default());
        assert_eq!(all.len(), scene.account.documents().len());
        let dates: Vec<_> = all
            .iter()
            .map(|it| invoices.issued(it).unwrap().document.date)
            .collect();
        assert!(dates.windows(2).all(|pair| pair[0] >= pair[1]), "{dates:?}");
        assert!(all.contains(&"CN-0001".to_owned()) && all.contains(&"INV-0001".to_owned()));
        let periods: Vec<String> = invoices.periods().into_iter().map(Period::key).collect();
        assert_eq!(periods[..3], ["2026", "2026-11", "2026-10"]);
    });
}

#[test]
fn inv_1_what_is_due_and_not_stored_yet_is_listed_as_well() {
    with_scene(Org::Documents5000, |scene| {
        let due = scene.due.iter().filter_map(Event::order).count();
        assert_eq!(due, 0, "the renewal was stored by the adjustment after it");
        let invoices = list(scene);
        assert_eq!(invoices.count(), 5_001);
        assert_eq!(invoices.periods().len(), 2 + 17, "two years, and their months");
    });
    with_scene(Org::TeamMonthly, |scene| {
        let last = numbers(&list(scene), &Query::default());
        assert_eq!(scene.account.documents().last().unwrap().heading.number, *last[0]);
    });
}

#[test]
fn filters_and_search_choose_and_columns_sort() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let kind = |kind| Query {
            kind: Some(kind),
            ..Query::default()
        };
        let notes = numbers(&invoices, &kind(DocumentKind::CreditNote));
        let billed = numbers(&invoices, &kind(DocumentKind::Invoice));
        assert!(notes.iter().all(|it| it.starts_with("CN-")) && !notes.is_empty());
        assert_eq!(notes.len() + billed.len(), scene.account.documents().len());
        let paid = Query {
            status: Some(StatusFilter::Is(PaymentStatus::Paid)),
            ..Query::default()
        };
        assert_eq!(
            numbers(&invoices, &paid),
            ["INV-0004", "INV-0003", "INV-0002", "INV-0001"]
        );
        for (text, wanted) in [
            ("inv-0002", "INV-0002"),
            ("TRX-10388", "INV-0002"),
            ("206.45", "INV-0002"),
        ] {
            let query = Query {
                text: text.to_owned(),
                ..Query::default()
            };
            assert_eq!(numbers(&invoices, &query), [wanted], "{text}");
        }
        let by_total = numbers(&invoices, &Query::default().sorted("total"));
        let totals: Vec<_> = by_total
            .iter()
            .map(|it| invoices.issued(it).unwrap().document.heading.total.minor())
            .collect();
        assert!(totals.windows(2).all(|pair| pair[0] >= pair[1]), "{totals:?}");
        let other_year = Query {
            period: Some(Period {
                year: 2025,
                month: None,
            }),
            ..Query::default()
        };
        assert!(numbers(&invoices, &other_year).is_empty());
        let july = Query {
            period: Some(Period {
                year: 2026,
                month: Some(7),
            }),
            ..Query::default()
        };
        assert_eq!(numbers(&invoices, &july), ["INV-0002", "INV-0001"]);
    });
}

#[test]
fn inv_7_what_is_open_stands_on_top_and_sums_are_to_the_cent() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let all: Vec<u32> = (0..invoices.count()).collect();
        let whole = sums(scene, &invoices, &all);
        let open: i128 = all
            .iter()
            .filter_map(|place| invoices.get(*place))
            .filter(|it| matches!(it.status, PaymentStatus::Open | PaymentStatus::Overdue))
            .map(|it| it.document.heading.due.minor())
            .sum();
        assert_eq!(whole.open, format!("USD {}.{:02}", open / 100, open % 100));
        let text = headline(scene, &invoices);
        assert!(text.contains(&whole.open), "{text}");
        let first = row_view(scene, invoices.get(0).unwrap());
        assert_eq!(
            (first.number.as_str(), first.total.as_str(), first.status.as_str()),
            ("INV-0001", "USD 160.00", "Paid")
        );
        assert_eq!((first.credit, first.mood), (None, Mood::Good));
        let (name, csv) = export(scene, &invoices, &[2, 0]);
        assert_eq!(name, "documents-2026-07-01-to-2026-08-01.csv");
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 3, "{csv}");
        assert!(
            lines[1].starts_with("INV-0001,invoice,2026-07-01,"),
            "in order of issue: {csv}"
        );
    });
    with_scene(Org::New, |scene| {
        let invoices = list(scene);
        assert_eq!(headline(scene, &invoices), "No charges yet");
        assert_eq!(export(scene, &invoices, &[]).1.lines().count(), 1);
    });
}

#[test]
fn inv_4_a_document_shows_everything_and_explains_its_sum() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let shown = document_view(scene, &invoices, "INV-0002").unwrap();
        assert_eq!(shown.title, "Invoice INV-0002");
        assert_eq!(shown.plan, "Team, Monthly");
        assert_eq!(shown.lines.len(), 2);
        assert_eq!(shown.lines[0].gives_back.as_deref(), Some("INV-0001"));
        assert!(
            shown.lines[0]
                .line
                .arithmetic
                .iter()
                .any(|it| it.contains("10 × 16.00 × 10 of 31 days")),
            "{shown:?}"
        );
        let last: Vec<String> = shown.sums[shown.sums.len() - 3..]
            .iter()
            .map(|(label, sum)| [label.as_str(), " ", sum].concat())
            .collect();
        assert_eq!(
            last,
            [
                "Amount due USD 206.45",
                "Paid on 2026-08-04, reference TRX-10388 USD -206.45",
                "Balance USD 0.00"
            ]
        );
        for part in [
            "You were charged for 31 days of 10 licenses on the Team plan. 10 days are unused, so USD 51.61 is credited.",
            "50 licenses on the Team plan for the remaining 10 of 31 days, 2026-07-22 to 2026-07-31, cost USD 258.06.",
            "That adds up to USD 206.45.",
        ] {
            assert!(shown.why.contains(part), "{}", shown.why);
        }
        assert_eq!(
            (shown.before.as_deref(), shown.after.as_deref()),
            (Some("INV-0001"), Some("INV-0003"))
        );
        assert!(shown.payment.unwrap().recorded.unwrap().contains("TRX-10388"));
        assert_eq!(document_view(scene, &invoices, "INV-9999"), None);
        let text = invoices.issued("INV-0001").unwrap().id.to_string();
        assert_eq!(shown.printed.subscription_id, text, "INV 2");
    });
}

#[test]
fn every_sum_of_every_document_is_the_documents_own() {
    // documents.rs compares PDF, XML, CSV, and replay with the same documents. More people do not change sums.
    let few = |org: &Org| org.people() <= 1_000 && *org != Org::Documents5000;
    for org in Org::ALL.iter().map(|(org, ..)| *org).filter(few) {
        with_scene(org, |scene| {
            let invoices = list(scene);
            for document in scene.account.documents() {
                let heading = &document.heading;
                let shown = document_view(scene, &invoices, &heading.number).unwrap();
                let has = |sum: String| shown.sums.iter().any(|(_, it)| *it == sum);
                assert!(
                    has(scene.money(heading.net)) && has(scene.money(heading.total)),
                    "{shown:?}"
                );
                let last = if heading.total.is_negative() {
                    -heading.total
                } else {
                    heading.due
                };
                assert!(has(scene.money(last)), "{shown:?}");
                let open = matches!(shown.printed.status, PaymentStatus::Open | PaymentStatus::Overdue);
                let left = if open { heading.due } else { heading.due - heading.due };
                assert_eq!(shown.sums.last().unwrap().1, scene.money(left), "{shown:?}");
                assert!(shown.why.contains(&scene.money(last)), "{}", shown.why);
                assert!(shown.lines.iter().all(|it| it.line.arithmetic.len() >= 2), "{shown:?}");
            }
        });
    }
}

#[test]
fn crd_1_credit_notes_and_the_invoices_that_spent_them_name_each_other() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let note = document_view(scene, &invoices, "CN-0001").unwrap();
        assert!(!note.credit.is_empty() && note.left.is_some() && note.is_done);
        for link in &note.credit {
            let other = document_view(scene, &invoices, link.document.as_deref().unwrap()).unwrap();
            let back = other
                .credit
                .iter()
                .find(|it| it.document.as_deref() == Some("CN-0001"))
                .unwrap();
            assert_eq!(back.amount, link.amount);
        }
        assert!(note.position.unwrap().starts_with("Credit transaction 1"));
    });
    with_scene(Org::Legacy, |scene| {
        let shown = statement(scene);
        assert_eq!((shown.rows.len(), shown.balance.as_str()), (1, "USD 120.00"));
        assert_eq!(
            (shown.rows[0].document.as_deref(), shown.rows[0].reason),
            (None, "Imported")
        );
    });
}

#[test]
fn crd_2_the_statement_shows_every_movement_and_the_balance_over_time() {
    with_scene(Org::TeamMonthly, |scene| {
        let shown = statement(scene);
        let movements = scene.account.credit().movements();
        assert_eq!(shown.rows.len(), movements.len());
        assert_eq!(shown.rows[0].position, movements.len(), "the newest first");
        assert_eq!(shown.rows[0].balance, scene.money(scene.account.credit().balance()));
        assert!(shown.points.iter().all(|it| it.at <= 10_000 && it.high <= 10_000));
        assert!(shown.points.iter().any(|it| it.high == 10_000));
        assert!(shown.points.windows(2).all(|pair| pair[0].at <= pair[1].at));
        assert_eq!(shown.points.last().unwrap().at, 10_000, "up to today");
    });
    with_scene(Org::New, |scene| {
        let shown = statement(scene);
        assert!(shown.rows.is_empty() && shown.points.is_empty() && shown.picture.is_none());
    });
}

#[test]
fn inv_5_the_form_has_what_is_known_and_names_what_is_wrong() {
    with_scene(Org::TeamMonthly, |scene| {
        let form = billing_form(scene);
        assert_eq!(form.headline, "Billed to Müller & Söhne GmbH");
        assert_eq!(form.address[0].value, "Müller & Söhne GmbH");
        let known: Vec<(Detail, String)> = scene
            .account
            .billing()
            .iter()
            .map(|(detail, text)| (detail, text.to_owned()))
            .collect();
        let with = |detail: Detail, text: &str| {
            let others = known.iter().filter(|(it, _)| *it != detail).cloned();
            others.chain([(detail, text.to_owned())]).collect::<Vec<_>>()
        };
        let refused = |texts: &[(Detail, String)]| {
            let refusal = scene.decide(&billing_command(texts.iter().cloned())).unwrap_err();
            let text = |detail| texts.iter().find(|(it, _)| *it == detail).map(|(_, text)| text.clone());
            faulty(&refusal, &|detail| text(detail).unwrap_or_default())
        };
        assert_eq!(refused(&known), None, "nothing is changed");
        for (detail, text) in [
            (Detail::VatId, "DE12"),
            (Detail::Email, "nobody"),
            (Detail::Recipients, "a@example.org, nobody"),
            (Detail::Payment, "cash"),
            (Detail::Name, "a\tb"),
            (Detail::City, "x".repeat(201).as_str()),
        ] {
            assert_eq!(refused(&with(detail, text)), Some(detail), "{text}");
        }
        assert!(scene.decide(&billing_command(with(Detail::City, "Bonn"))).is_ok());
    });
}

#[test]
fn inv_5_countries_stand_by_their_names_and_an_unknown_one_stays() {
    let name = |code: &str| match code {
        "AX" => "Åland".to_owned(),
        "ZZ" => "Nowhere".to_owned(),
        code => code.to_owned(),
    };
    let plain = Plain {
        currency: "USD".to_owned(),
    };
    let all = countries(&plain, "ZZ", &name);
    assert_eq!(all.len(), 250);
    assert_eq!(countries(&plain, "DE", &name).len(), 249);
    let place = |code: &str| all.iter().position(|(it, _)| it == code).unwrap();
    assert!(place("AX") < place("BE") && place("ZZ") < place("NP") + 20, "{all:?}");
}

#[test]
fn inv_7_the_list_and_the_page_say_what_is_left_and_until_when() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let first = |status: PaymentStatus, kind: DocumentKind| {
            let query = Query {
                status: Some(StatusFilter::Is(status)),
                kind: Some(kind),
                ..Query::default()
            };
            let number = numbers(&invoices, &query)[0].clone();
            let entry = (0..).find_map(|it| {
                invoices
                    .get(it)
                    .filter(|it| it.document.heading.number == number.as_str())
            });
            let row = format!("{:?}", row_view(scene, entry.unwrap()));
            (document_view(scene, &invoices, &number).unwrap(), row)
        };
        let (open, row) = first(PaymentStatus::Open, DocumentKind::Invoice);
        let due = scene.money(open.printed.due);
        assert!(row.contains(&format!("\"Due {}\"", open.printed.due_date)), "{row}");
        assert!(row.contains(&format!("\"Balance {due}\"")), "{row}");
        let label = format!("Balance, due {}", open.printed.due_date);
        assert_eq!(open.sums.last().unwrap(), &(label, due));
        let (overdue, row) = first(PaymentStatus::Overdue, DocumentKind::Invoice);
        let since = overdue.printed.due_date.plus_days(1);
        assert!(row.contains(&format!("\"Overdue since {since}\"")), "{row}");
        assert_eq!(
            overdue.sums.last().unwrap().0,
            format!("Balance, overdue since {since}")
        );
        let (_, row) = first(PaymentStatus::Paid, DocumentKind::Invoice);
        assert!(
            row.contains("\"Paid on 2026-") && row.contains("\"Balance USD 0.00\""),
            "{row}"
        );
        let (note, row) = first(PaymentStatus::SettledByCredit, DocumentKind::CreditNote);
        assert!(!row.contains("Due by") && row.contains("balance: None"), "{row}");
        let [.., booked, balance] = note.sums.as_slice() else {
            panic!("{note:?}")
        };
        assert_eq!((booked.0.as_str(), balance.0.as_str()), ("Added to credit", "Balance"));
    });
}

#[test]
fn inv_7_a_payment_is_recorded_by_its_day() {
    with_scene(Org::TeamMonthly, |scene| {
        let invoices = list(scene);
        let unpaid = Query {
            status: Some(StatusFilter::Unpaid),
            ..Query::default()
        };
        let number = numbers(&invoices, &unpaid)[0].clone();
        let shown = document_view(scene, &invoices, &number).unwrap();
        let payment = shown.payment.unwrap();
        assert_eq!((payment.recorded, payment.on.as_str()), (None, "2026-11-24"));
        let good = payment_command(&number, Some(" 2026-11-24 "), " TRX-1 ").unwrap();
        assert!(scene.decide(&good).is_ok());
        assert!(payment_command(&number, Some("24.11.2026"), "").is_err());
        let early = payment_command(&number, Some("2020-01-01"), "").unwrap();
        assert!(
            scene
                .decide(&early)
                .unwrap_err()
                .message(scene.catalogue)
                .contains("can't be the payment date")
        );
    });
}
