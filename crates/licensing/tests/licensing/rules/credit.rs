//! Credit and documents: CRD 1–2, INV 2–4.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, buy, day, kind, licenses};
use licensing::billing::credit::Reason;
use serde_json::json;

/// Twenty licenses of Team for a year, reduced to two on the next day, for a large credit.
fn rich() -> Story {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "annual", 20))
        .book("2026-07-02", licenses(2));
    story
}

#[test]
fn crd_1_credit_pays_invoices_as_far_as_it_reaches_and_is_never_paid_out() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 10))
        .book("2026-07-02", licenses(5));
    assert_eq!(story.credit(), "77.42");
    story.pass("2026-08-01");
    assert_eq!(story.document(), "INV-0002 2026-08-01 80.00 -77.42");
    assert_eq!(story.account.documents()[2].heading.due.to_string(), "2.58");
    assert_eq!(story.pass("2026-09-01").document(), "INV-0003 2026-09-01 80.00");
}

#[test]
fn crd_1_a_mistaken_increase_comes_back_as_credit_only() {
    let mut story = Story::new();
    story
        .book("2026-07-01", buy("team", "monthly", 1))
        .book("2026-07-02", licenses(100))
        .book("2026-07-02", licenses(1));
    assert_eq!(
        story.documents()[1..],
        ["INV-0002 2026-07-02 1532.91", "CN-0001 2026-07-02 -1532.91"]
    );
    assert_eq!(story.credit(), "1532.91");
}

#[test]
fn crd_1_credit_stays_through_expiry_and_free() {
    let mut story = rich();
    let credit = story.credit();
    story
        .book("2026-07-03", kind("cancel"))
        .book("2026-07-03", kind("choose_free"))
        .pass("2027-07-01");
    assert_eq!((story.status(), story.credit()), ("free", credit.clone()));
    story.book("2027-07-02", kind("cancel")).pass("2030-01-01");
    assert_eq!(
        (story.status(), story.credit()),
        ("expired", credit),
        "it never expires"
    );
    story.book("2030-01-01", buy("team", "monthly", 1));
    assert_eq!(story.document(), "INV-0002 2030-01-01 16.00 -16.00");
}

#[test]
fn crd_2_every_movement_stands_in_the_ledger_and_the_balance_is_their_sum() {
    let mut story = Story::new();
    let import = json!({"kind": "import", "plan": "legacy_services", "length": "monthly", "licences": 10,
        "start": "2026-08-01", "credit": "100.00"});
    story
        .book("2026-08-01", import)
        .book("2026-08-01", licenses(5))
        .pass("2026-10-01");
    let movement = |at: usize| {
        let it = &story.account.credit().movements()[at];
        (
            it.date,
            it.reason,
            it.document.clone(),
            it.amount.to_string(),
            it.balance.to_string(),
        )
    };
    let expected = [
        ("2026-08-01", Reason::Opening, None, "100.00", "100.00"),
        ("2026-08-01", Reason::CreditNote, Some("CN-0001"), "80.00", "180.00"),
        ("2026-09-01", Reason::Applied, Some("INV-0001"), "-80.00", "100.00"),
        ("2026-10-01", Reason::Applied, Some("INV-0002"), "-80.00", "20.00"),
    ];
    assert_eq!(story.account.credit().movements().len(), expected.len());
    for (at, (date, reason, document, amount, balance)) in expected.into_iter().enumerate() {
        assert_eq!(
            movement(at),
            (
                day(date),
                reason,
                document.map(Into::into),
                amount.into(),
                balance.into()
            )
        );
    }
}

#[test]
fn inv_2_and_inv_3_one_id_for_life_and_numbers_per_kind() {
    let mut story = rich();
    let id = story.account.id();
    story
        .book("2026-07-03", licenses(3))
        .book("2026-07-04", licenses(2))
        .book("2026-07-05", kind("cancel"));
    story.book("2027-07-01", buy("start", "monthly", 1));
    let numbers: Vec<_> = story
        .account
        .documents()
        .iter()
        .map(|it| it.heading.number.as_str())
        .collect();
    assert_eq!(numbers, ["INV-0001", "CN-0001", "INV-0002", "CN-0002", "INV-0003"]);
    assert_eq!(story.account.id(), id);
}

#[test]
fn inv_3_an_issued_document_never_changes() {
    let mut story = rich();
    let issued = story.account.documents().to_vec();
    story.book("2026-07-03", licenses(30)).pass("2029-07-01");
    assert_eq!(story.account.documents()[..2], issued[..]);
}

#[test]
fn inv_4_a_document_shows_dates_lines_sums_and_what_is_due() {
    let story = rich();
    let note = &story.account.documents()[1];
    assert_eq!(
        (note.date, note.heading.due_date),
        (day("2026-07-02"), day("2026-07-16"))
    );
    let line = &note.lines[0];
    assert_eq!(
        (line.plan.as_str(), line.length.as_str(), line.licenses.get()),
        ("team", "annual", 20)
    );
    assert_eq!(
        (line.days, line.term_days, line.amount.to_string()),
        (364, 365, "-3111.45".to_owned())
    );
    let heading = &note.heading;
    let sums = [
        heading.net,
        heading.tax,
        heading.total,
        heading.credit_applied,
        heading.due,
    ]
    .map(|it| it.to_string());
    assert_eq!(sums, ["-2800.30", "0.00", "-2800.30", "0.00", "0.00"]);
}
