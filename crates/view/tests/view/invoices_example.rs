//! docs/invoices-example.md: every number in it comes from the rules (CHG 6, CRD 2, INV 4).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use documents::{PrintedDocument, issued};
use licensing::Money;
use licensing::scenario::Scenario;
use licensing::scenario::replay::{Run, run};

const PAGE: &str = include_str!("../../../../docs/invoices-example.md");
const SCENARIO: &str = include_str!("../../../../tests/scenarios/invoices-example.json");

fn replayed() -> (Run, Vec<PrintedDocument>) {
    let scenario: Scenario = serde_json::from_str(SCENARIO).unwrap();
    let catalogue = scenario.check().unwrap();
    let run = run(&scenario, &catalogue);
    let issued = issued::of_account(&run.account, &catalogue);
    let papers = issued
        .iter()
        .map(|it| PrintedDocument::new(it, &run.account, run.today.unwrap()))
        .collect();
    (run, papers)
}

/// The rows of the table below a heading, without the header row.
fn table(heading: &str) -> Vec<&'static str> {
    let section = PAGE
        .split("\n## ")
        .find(|section| section.starts_with(heading))
        .unwrap();
    section.lines().filter(|line| line.starts_with('|')).skip(2).collect()
}

#[test]
fn inv_4_the_documents_of_the_example_are_those_of_the_rules() {
    let (_, papers) = replayed();
    let row = |it: &PrintedDocument| {
        let sums = [it.net, it.tax, it.total, it.credit_applied, it.due].map(|sum| sum.to_string());
        format!("| {} | {} | {} |", it.date, it.number, sums.join(" | "))
    };
    assert_eq!(table("The documents"), papers.iter().map(row).collect::<Vec<_>>());
    for printed in &papers {
        for line in &printed.rows {
            let arithmetic = line.arithmetic.as_deref().unwrap();
            assert!(PAGE.contains(&format!("`{arithmetic}`")), "{arithmetic}");
            if let Some(from) = &line.gives_back {
                // Printed numbers have the subscription ID in front (INV 3).
                let number = from.split_whitespace().nth(4).unwrap();
                let number = number.strip_prefix("7T4K-9QXM-2HRA-").unwrap();
                assert!(
                    PAGE.contains(&format!("given back from {number}: `{arithmetic}`")),
                    "{from}"
                );
            }
        }
    }
}

#[test]
fn crd_2_the_credit_of_the_example_is_that_of_the_rules() {
    let (run, _) = replayed();
    let movements = run.account.credit().movements().iter();
    let rows: Vec<String> = movements
        .map(|it| {
            let document = it.document.as_deref().unwrap();
            format!(
                "| {} | {} | {document} | {} | {} |",
                it.date,
                it.reason.as_str(),
                it.amount,
                it.balance
            )
        })
        .collect();
    assert_eq!(table("The credit"), rows);
}

#[test]
fn chg_6_the_check_of_the_example_adds_up() {
    let (_, papers) = replayed();
    let nothing = Money::zero(2);
    let mut rows = Vec::new();
    let mut used = nothing;
    for (at, printed) in papers.iter().enumerate() {
        let charge = printed
            .rows
            .iter()
            .find(|row| !row.line.amount.is_negative())
            .unwrap()
            .line
            .amount;
        let next = papers
            .get(at + 1)
            .and_then(|next| next.rows.iter().find(|row| row.line.amount.is_negative()));
        let given_back = next.map_or(nothing, |row| -row.line.amount);
        used = used + charge - given_back;
        rows.push(format!(
            "| {} | {charge} | {given_back} | {} |",
            printed.number,
            charge - given_back
        ));
    }
    assert_eq!(table("The check"), rows);
    let asked: Money = papers.iter().map(|printed| printed.total).sum();
    let due: Money = papers.iter().map(|printed| printed.due).sum();
    assert_eq!((asked, due), (used, used));
    // The document uses a comma as thousands separator.
    let shown = used.to_string();
    let (thousands, rest) = shown.split_at(shown.len() - 6);
    assert_eq!(PAGE.matches(&format!("{thousands},{rest}")).count(), 3);
}
