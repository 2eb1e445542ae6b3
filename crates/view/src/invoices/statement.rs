//! The credit statement: every movement with the documents on both sides, and the balance over time (CRD 1, CRD 2).

use crate::chart::basis;
use crate::words::{self, invoices};
use crate::{Day, Money, Scene};
use documents::csv;
use documents::statement::{credit_statement, credit_uses};

/// A movement of the credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovementRow {
    /// Its position in the ledger, from 1.
    pub position: usize,
    /// The day.
    pub day: Day,
    /// The reason.
    pub reason: &'static str,
    /// The document that caused it.
    pub document: Option<String>,
    /// The documents on the other side: those that gave the credit, or those that used it.
    pub others: Vec<String>,
    /// The amount.
    pub amount: String,
    /// The balance after it.
    pub balance: String,
}

/// A point of the chart: the balance from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The position in time, in basis points from the first movement to today.
    pub at: u32,
    /// The height, in basis points of the highest balance.
    pub high: u32,
}

/// The statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementView {
    /// A summary in one line.
    pub headline: String,
    /// The balance.
    pub balance: String,
    /// The movements, newest first.
    pub rows: Vec<MovementRow>,
    /// The balance over time, from the first movement to today.
    pub points: Vec<Point>,
    /// The first day of the chart, today, and its highest balance.
    pub picture: Option<(Day, Day, String)>,
}

/// The statement as of today.
pub fn statement(scene: &Scene<'_>) -> StatementView {
    let movements = scene.account.credit().movements();
    let spent = credit_uses(movements);
    let rows = (1..).zip(movements).map(|(position, it)| {
        let other_side = spent.iter().filter_map(|spent| match &it.document {
            document if it.amount.is_negative() => (Some(&spent.on) == document.as_ref()).then(|| spent.of.clone()),
            document => (spent.of == *document).then(|| Some(spent.on.clone())),
        });
        MovementRow {
            position,
            day: Day::new(scene, it.date),
            reason: words::credit_reason(it.reason),
            document: it.document.as_ref().map(ToString::to_string),
            others: other_side.flatten().map(|it| it.to_string()).collect(),
            amount: scene.money(it.amount),
            balance: scene.money(it.balance),
        }
    });
    let mut rows: Vec<MovementRow> = rows.collect();
    rows.reverse();
    let balance = scene.account.credit().balance();
    let highest = movements.iter().map(|it| it.balance.minor()).max().unwrap_or(0);
    let balance_text = scene.money(balance);
    StatementView {
        headline: invoices::credit_headline(&balance_text, !balance.is_zero()),
        rows,
        points: points(scene, highest),
        picture: movements.first().map(|first| {
            let most = Money::from_minor(highest, balance.digits());
            (
                Day::new(scene, first.date),
                Day::new(scene, scene.today),
                scene.money(most),
            )
        }),
        balance: balance_text,
    }
}

/// The balance over time: after the last movement of each day, and today. `highest` is the whole height, in minor units.
pub(crate) fn points(scene: &Scene<'_>, highest: i128) -> Vec<Point> {
    let movements = scene.account.credit().movements();
    let Some(first) = movements.first() else {
        return Vec::new();
    };
    let days = first.date.days_until(scene.today).max(1);
    let place = |balance: Money, date| Point {
        at: basis(first.date.days_until(date).into(), days.into()),
        high: basis(balance.minor(), highest),
    };
    let mut points: Vec<Point> = Vec::new();
    for it in movements {
        let point = place(it.balance, it.date);
        match points.last_mut() {
            Some(last) if last.at == point.at => *last = point,
            _ => points.push(point),
        }
    }
    points.push(place(scene.account.credit().balance(), scene.today));
    points
}

/// The statement as a CSV for bookkeeping, and the file name.
pub fn statement_csv(scene: &Scene<'_>) -> (String, String) {
    let first = scene
        .account
        .credit()
        .movements()
        .first()
        .map_or(scene.today, |it| it.date);
    let text = csv::credit(credit_statement(scene.account, (first, scene.today)));
    (invoices::credit_file(&scene.today.to_string()), text)
}
