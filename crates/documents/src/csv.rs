//! Documents, the overview, and the credit statement as CSV: RFC 4180, UTF-8 with a byte order mark, decimal points,
//! dates as `YYYY-MM-DD`.

use super::printed_document::PrintedDocument;
use super::statement::Overview;
use licensing::Money;
use licensing::billing::credit::Movement;
use licensing::directory::csv;

/// The lines of a document, then its sums. The column `line` contains the number of the line or the name of the sum.
pub fn document(printed: &PrintedDocument) -> String {
    let mut table = Table::new(&[
        "document",
        "kind",
        "date",
        "due_date",
        "subscription_id",
        "buyer",
        "currency",
        "reverses",
        "line",
        "text",
        "plan",
        "length",
        "licences",
        "from",
        "to",
        "days",
        "term_days",
        "tax_rate",
        "tax_percent",
        "amount",
    ]);
    let heading = [
        printed.printed_number.clone(),
        printed.kind.as_str().to_owned(),
        printed.date.to_string(),
        printed.due_date.to_string(),
        printed.subscription_id.clone(),
        csv::guarded(printed.buyer.name.as_deref().unwrap_or_default()),
        csv::guarded(&printed.currency),
        printed.reverses.clone().unwrap_or_default(),
    ];
    for (number, row) in (1_u32..).zip(&printed.rows) {
        let line = &row.line;
        let tax = line.tax.as_ref();
        let percent = tax.and_then(|tax| tax.percent);
        let cells = [
            number.to_string(),
            csv::guarded(&row.text),
            line.plan.as_str().to_owned(),
            line.length.as_str().to_owned(),
            line.licenses.to_string(),
            line.from.to_string(),
            line.to.to_string(),
            line.days.to_string(),
            line.term_days.to_string(),
            tax.map(|tax| csv::guarded(&tax.rate)).unwrap_or_default(),
            percent.map(|percent| percent.to_string()).unwrap_or_default(),
            line.amount.to_string(),
        ];
        table.row(heading.iter().chain(&cells));
    }
    for (name, sum) in [
        ("net", printed.net),
        ("tax", printed.tax),
        ("total", printed.total),
        ("credit_applied", printed.credit_applied),
        ("due", printed.due),
    ] {
        let mut cells = vec![String::new(); 12];
        cells.splice(..1, [name.to_owned()]);
        cells.splice(11.., [sum.to_string()]);
        table.row(heading.iter().chain(&cells));
    }
    table.0
}

/// One row per document: its sums, payment, and balance (INV 7).
pub fn overview(overview: &Overview) -> String {
    let mut table = Table::new(&[
        "document",
        "kind",
        "date",
        "due_date",
        "what",
        "net",
        "tax",
        "total",
        "credit_applied",
        "due",
        "paid",
        "balance",
        "status",
        "paid_on",
        "reference",
        "reverses",
    ]);
    for entry in &overview.entries {
        let heading = &entry.document.heading;
        let sums = [
            heading.net,
            heading.tax,
            heading.total,
            heading.credit_applied,
            heading.due,
            entry.status.paid(heading.due),
            entry.balance(),
        ];
        let mut cells = vec![
            heading.number.to_string(),
            heading.kind.as_str().to_owned(),
            entry.document.date.to_string(),
            heading.due_date.to_string(),
            csv::guarded(&entry.what),
        ];
        cells.extend(sums.map(|sum| sum.to_string()));
        cells.extend([
            entry.status.as_str().to_owned(),
            entry.paid_on.map(|on| on.to_string()).unwrap_or_default(),
            csv::guarded(entry.reference.as_deref().unwrap_or_default()),
            heading.reverses.as_deref().unwrap_or_default().to_owned(),
        ]);
        table.row(&cells);
    }
    table.0
}

/// The opening balance, then every movement (CRD 2).
pub fn credit((before, movements): (Money, &[Movement])) -> String {
    let mut table = Table::new(&["date", "reason", "document", "amount", "balance"]);
    let opening = ["", "before", "", ""].map(str::to_owned);
    table.row(opening.iter().chain([&before.to_string()]));
    for movement in movements {
        table.row(&[
            movement.date.to_string(),
            movement.reason.as_str().to_owned(),
            movement.document.as_deref().unwrap_or_default().to_owned(),
            movement.amount.to_string(),
            movement.balance.to_string(),
        ]);
    }
    table.0
}

/// A CSV text. Callers protect texts that people have typed against formulas. Numbers need no protection.
struct Table(String);

impl Table {
    fn new(columns: &[&str]) -> Self {
        Self(format!(
            "{}{}{}",
            csv::BYTE_ORDER_MARK,
            columns.join(","),
            csv::LINE_END
        ))
    }

    fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a String>) {
        csv::write_line(cells.into_iter().map(String::as_str), &mut self.0);
    }
}
