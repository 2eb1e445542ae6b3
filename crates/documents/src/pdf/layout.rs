//! Where everything of a document stands on its pages (INV 4).

use super::fonts::{Fonts, Length, Style};
use super::sheet::{BOLD, LARGE, LEFT, NORMAL, Page, RIGHT, SMALL, Sheets};
use crate::paper::{Paper, Party, Row, is_reversed};
use crate::words;
use licensing::Money;
use licensing::billing::document::DocumentKind;
use licensing::billing::payment::PaymentStatus;

/// The left edge of the facts beside the address.
const FACTS: Length = 33_000;
const FACT_VALUES: Length = 40_500;
/// The left edge of what a line is for.
const TEXT: Length = LEFT + 2_000;
/// Between two columns.
const GUTTER: Length = 900;
/// The left edge of the sums.
const SUMS: Length = 33_000;

/// The pages of a document.
pub fn pages(paper: &Paper, fonts: &Fonts<'_>) -> Vec<Page> {
    let mut sheets = Sheets::new(fonts);
    head(&mut sheets, paper);
    lines(&mut sheets, paper);
    sums(&mut sheets, paper);
    below(&mut sheets, paper);
    let foot = format!(
        "{} {} · Subscription ID {}",
        words::kind(paper.kind),
        paper.printed_number,
        paper.subscription_id
    );
    sheets.finish(&foot)
}

/// Seller, buyer and the facts beside them.
fn head(sheets: &mut Sheets<'_>, paper: &Paper) {
    let seller = paper.seller.name.as_deref().unwrap_or_default();
    sheets.right(RIGHT, 0, words::kind(paper.kind), LARGE);
    for line in sheets.lines(seller, FACT_VALUES - LEFT, LARGE) {
        sheets.text(LEFT, 0, &line, LARGE);
        sheets.skip(LARGE.line());
    }
    let mut address = address(&paper.seller);
    address.extend(paper.seller.email.clone());
    address.extend(paper.seller.vat_id.iter().map(|id| format!("VAT ID {id}")));
    sheets.paragraph(LEFT, RIGHT - LEFT, &address.join(" · "), SMALL);
    sheets.skip(1_800);
    let top = sheets.y;
    buyer(sheets, paper);
    let below_buyer = sheets.y;
    sheets.y = top;
    facts(sheets, paper);
    sheets.y = sheets.y.max(below_buyer);
    sheets.skip(2_400);
}

/// Street, and city with its code, and the country.
fn address(party: &Party) -> Vec<String> {
    let city: Vec<&str> = [&party.postal_code, &party.city]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let city = Some(city.join(" ")).filter(|city| !city.is_empty());
    [party.street.clone(), city, party.country.clone()]
        .into_iter()
        .flatten()
        .collect()
}

fn buyer(sheets: &mut Sheets<'_>, paper: &Paper) {
    let buyer = &paper.buyer;
    sheets.text(LEFT, 0, "Billed to", SMALL);
    sheets.skip(SMALL.line());
    let name = buyer.name.as_deref().unwrap_or("No billing details were given");
    let width = FACTS - LEFT - 2_000;
    sheets.paragraph(LEFT, width, name, BOLD);
    let vat_id = buyer.vat_id.as_ref().map(|id| format!("VAT ID {id}"));
    let rest = buyer.contact.iter().cloned().chain(address(buyer));
    for text in rest.chain(vat_id).chain(buyer.email.clone()) {
        sheets.paragraph(LEFT, width, &text, NORMAL);
    }
}

fn facts(sheets: &mut Sheets<'_>, paper: &Paper) {
    let status = words::as_of(&paper.status_text(), paper.today);
    let due_date = (paper.kind == DocumentKind::Invoice).then(|| paper.due_date.to_string());
    for (name, value) in [
        ("Number", Some(paper.printed_number.clone())),
        ("Date", Some(paper.date.to_string())),
        ("Due date", due_date),
        ("Subscription ID", Some(paper.subscription_id.clone())),
        ("Product", Some(paper.product.clone())),
        ("Purchase order", paper.po_number.clone()),
        ("Currency", Some(paper.currency.clone())),
        ("Status", Some(status)),
    ] {
        let Some(value) = value else { continue };
        // Both on one base line.
        sheets.text(FACTS, NORMAL.size - SMALL.size, name, SMALL);
        sheets.paragraph(FACT_VALUES, RIGHT - FACT_VALUES, &value, NORMAL);
    }
}

/// The columns of the lines: the left edge of the period, and the right edges of the numbers before the amount.
struct Columns {
    period: Length,
    days: Length,
    licenses: Length,
}

impl Columns {
    /// As wide as the widest content of each; what a line is for gets the rest.
    fn of(sheets: &Sheets<'_>, rows: &[Row]) -> Self {
        let widest = |head: &str, content: fn(&Row) -> String| {
            let widths = rows.iter().map(|row| sheets.fonts.width(&content(row), NORMAL));
            widths.fold(sheets.fonts.width(head, SMALL), Length::max) + GUTTER
        };
        let licenses = RIGHT - widest("Amount", |row| row.line.amount.to_string());
        let days = licenses - widest("Licences", |row| row.line.licenses.to_string());
        let period = days - widest("Days", days_of_days) - widest("Period", period) + GUTTER;
        Self { period, days, licenses }
    }
}

fn days_of_days(row: &Row) -> String {
    format!("{} / {}", row.line.days, row.line.term_days)
}

fn period(row: &Row) -> String {
    words::period(row.line.from, row.last_day())
}

fn table_head(sheets: &mut Sheets<'_>, columns: &Columns) {
    sheets.text(LEFT, 0, "#", SMALL);
    sheets.text(TEXT, 0, "For", SMALL);
    sheets.text(columns.period, 0, "Period", SMALL);
    sheets.right(columns.days, 0, "Days", SMALL);
    sheets.right(columns.licenses, 0, "Licences", SMALL);
    sheets.right(RIGHT, 0, "Amount", SMALL);
    sheets.skip(SMALL.line() + 200);
    sheets.rule(LEFT);
    sheets.skip(500);
}

fn lines(sheets: &mut Sheets<'_>, paper: &Paper) {
    let columns = Columns::of(sheets, &paper.rows);
    table_head(sheets, &columns);
    for (number, row) in (1_u32..).zip(&paper.rows) {
        let text = sheets.lines(&row.text, columns.period - TEXT - GUTTER, NORMAL);
        let small = small_print(row);
        let small: Vec<String> = small
            .iter()
            .flat_map(|it| sheets.lines(it, RIGHT - TEXT, SMALL))
            .collect();
        let count = |lines: &[String]| Length::try_from(lines.len()).unwrap_or_default();
        let height = count(&text) * NORMAL.line() + count(&small) * SMALL.line() + 700;
        if sheets.make_room(height) {
            table_head(sheets, &columns);
        }
        let line = &row.line;
        sheets.text(LEFT, 0, &number.to_string(), NORMAL);
        sheets.text(columns.period, 0, &period(row), NORMAL);
        sheets.right(columns.days, 0, &days_of_days(row), NORMAL);
        sheets.right(columns.licenses, 0, &line.licenses.to_string(), NORMAL);
        sheets.right(RIGHT, 0, &line.amount.to_string(), NORMAL);
        for (lines, style) in [(text, NORMAL), (small, SMALL)] {
            for line in lines {
                sheets.text(TEXT, 0, &line, style);
                sheets.skip(style.line());
            }
        }
        sheets.skip(300);
        sheets.rule(LEFT);
        sheets.skip(400);
    }
}

/// What stands below a line: how it is reckoned, what it gives back from, its tax.
fn small_print(row: &Row) -> Vec<String> {
    let tax = row.line.tax.as_ref();
    let rate = tax.map(|tax| words::rate(tax.percent, true));
    let parts = [row.gives_back.clone(), rate].into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    let second = Some(parts.join(" · ")).filter(|text| !text.is_empty());
    row.arithmetic.clone().into_iter().chain(second).collect()
}

/// A sum with its name.
type Sum = (String, Money, Style);

/// The sums of the document as it was issued, and what became of them since (INV 7).
fn all_sums(paper: &Paper) -> Vec<Sum> {
    let mut all = vec![("Net".to_owned(), paper.net, NORMAL)];
    for rate in &paper.rates {
        let percent = rate.tax.as_ref().and_then(|tax| tax.percent);
        let name = words::rate(percent, is_reversed(rate));
        all.push((format!("{name} on {}", rate.net), rate.amount, NORMAL));
    }
    all.push(("Tax".to_owned(), paper.tax, NORMAL));
    all.push(("Total".to_owned(), paper.total, BOLD));
    all.push(("Credit applied".to_owned(), paper.credit_applied, NORMAL));
    all.push(("Amount due".to_owned(), paper.due, BOLD));
    all.extend(paper.credit_brought.map(|sum| (words::BOOKED.to_owned(), sum, NORMAL)));
    if let Some(payment) = &paper.payment {
        let name = words::paid(payment.on, payment.reference.as_deref());
        all.push((name, paper.status.paid(paper.due), NORMAL));
    }
    all.push((words::BALANCE.to_owned(), paper.balance(), BOLD));
    all
}

fn sums(sheets: &mut Sheets<'_>, paper: &Paper) {
    sheets.skip(600);
    // A name that is long takes several lines.
    let all = all_sums(paper).into_iter().map(|(name, sum, style)| {
        let sum = format!("{sum} {}", paper.currency);
        let width = RIGHT - SUMS - GUTTER - sheets.fonts.width(&sum, style);
        (sheets.lines(&name, width, style), sum, style)
    });
    let all: Vec<(Vec<String>, String, Style)> = all.collect();
    let heights = all
        .iter()
        .map(|(name, _, style)| Length::try_from(name.len()).unwrap_or_default() * style.line() + 450);
    sheets.make_room(heights.sum());
    for (name, sum, style) in all {
        if style.bold {
            sheets.rule(SUMS);
            sheets.skip(300);
        }
        for (at, line) in name.iter().enumerate() {
            sheets.text(SUMS, 0, line, style);
            if at + 1 == name.len() {
                sheets.right(RIGHT, 0, &sum, style);
            }
            sheets.skip(style.line());
        }
        sheets.skip(150);
    }
}

/// How to pay, and what must be said.
fn below(sheets: &mut Sheets<'_>, paper: &Paper) {
    sheets.skip(2_000);
    let width = RIGHT - LEFT;
    if paper.status.is_unpaid() {
        sheets.make_room(5 * NORMAL.line());
        let until = if paper.status == PaymentStatus::Overdue {
            words::overdue(paper.due_date)
        } else {
            words::due(paper.due_date)
        };
        sheets.paragraph(LEFT, width, &until, BOLD);
        for line in &paper.bank {
            sheets.paragraph(LEFT, width, line, NORMAL);
        }
        if let Some(page) = &paper.payment_page {
            sheets.paragraph(LEFT, width, page, NORMAL);
        }
    }
    sheets.skip(800);
    for note in paper.notes_now() {
        sheets.paragraph(LEFT, width, &note, NORMAL);
    }
    if !sheets.fonts.has_all(&everything_typed(paper)) {
        sheets.paragraph(LEFT, width, words::LETTERS_MISSING, SMALL);
    }
}

/// Whatever somebody has typed.
fn everything_typed(paper: &Paper) -> String {
    let mut typed: Vec<&String> = [&paper.seller, &paper.buyer]
        .into_iter()
        .flat_map(|it| [&it.name, &it.contact, &it.street, &it.postal_code, &it.city, &it.email])
        .flatten()
        .collect();
    let reference = paper.payment.as_ref().and_then(|payment| payment.reference.as_ref());
    typed.extend(paper.po_number.iter().chain(&paper.bank).chain(reference));
    typed.into_iter().map(String::as_str).collect()
}
