//! Lays out a document on pages (INV 4).

use super::fonts::{Fonts, Length, Style};
use super::sheet::{BOLD, LARGE, LEFT, NORMAL, RIGHT, SMALL, SheetPage, Sheets};
use crate::printed_document::{Party, PrintedDocument, PrintedRow, is_reversed};
use crate::words;
use licensing::Money;
use licensing::billing::document::DocumentKind;
use licensing::billing::payment::PaymentStatus;

/// The left edge of the labels next to the address.
const FACTS: Length = 33_000;
const FACT_VALUES: Length = 40_500;
/// The left edge of the text of a line.
const TEXT: Length = LEFT + 2_000;
/// The gap between two columns.
const GUTTER: Length = 900;
/// The left edge of the sums.
const SUMS: Length = 33_000;

/// Lays out a document.
pub fn pages(printed: &PrintedDocument, fonts: &Fonts<'_>) -> Vec<SheetPage> {
    let mut sheets = Sheets::new(fonts);
    head(&mut sheets, printed);
    lines(&mut sheets, printed);
    sums(&mut sheets, printed);
    below(&mut sheets, printed);
    let foot = format!(
        "{} {} · Subscription ID {}",
        words::kind(printed.kind),
        printed.printed_number,
        printed.subscription_id
    );
    sheets.finish(&foot)
}

/// Seller, buyer, and the labels next to them.
fn head(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    let seller = printed.seller.name.as_deref().unwrap_or_default();
    sheets.right(RIGHT, 0, words::kind(printed.kind), LARGE);
    for line in sheets.lines(seller, FACT_VALUES - LEFT, LARGE) {
        sheets.text(LEFT, 0, &line, LARGE);
        sheets.skip(LARGE.line());
    }
    let mut address = address(&printed.seller);
    address.extend(printed.seller.email.clone());
    address.extend(printed.seller.vat_id.iter().map(|id| format!("VAT ID {id}")));
    sheets.paragraph(LEFT, RIGHT - LEFT, &address.join(" · "), SMALL);
    sheets.skip(1_800);
    let top = sheets.y;
    buyer(sheets, printed);
    let below_buyer = sheets.y;
    sheets.y = top;
    facts(sheets, printed);
    sheets.y = sheets.y.max(below_buyer);
    sheets.skip(2_400);
}

/// Street, postal code with city, and country.
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

fn buyer(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    let buyer = &printed.buyer;
    sheets.text(LEFT, 0, "Billed to", SMALL);
    sheets.skip(SMALL.line());
    let name = buyer.name.as_deref().unwrap_or("No billing details provided");
    let width = FACTS - LEFT - 2_000;
    sheets.paragraph(LEFT, width, name, BOLD);
    let vat_id = buyer.vat_id.as_ref().map(|id| format!("VAT ID {id}"));
    let rest = buyer.contact.iter().cloned().chain(address(buyer));
    for text in rest.chain(vat_id).chain(buyer.email.clone()) {
        sheets.paragraph(LEFT, width, &text, NORMAL);
    }
}

fn facts(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    let status = words::as_of(&printed.status_text(), printed.today);
    let due_date = (printed.kind == DocumentKind::Invoice).then(|| printed.due_date.to_string());
    for (name, value) in [
        ("Number", Some(printed.printed_number.clone())),
        ("Date", Some(printed.date.to_string())),
        ("Due date", due_date),
        ("Subscription ID", Some(printed.subscription_id.clone())),
        ("Product", Some(printed.product.clone())),
        ("Purchase order", printed.po_number.clone()),
        ("Currency", Some(printed.currency.clone())),
        ("Status", Some(status)),
    ] {
        let Some(value) = value else { continue };
        // Both are on the same baseline.
        sheets.text(FACTS, NORMAL.size - SMALL.size, name, SMALL);
        sheets.paragraph(FACT_VALUES, RIGHT - FACT_VALUES, &value, NORMAL);
    }
}

/// The columns of the lines: the left edge of the period, and the right edges of the numbers.
struct Columns {
    period: Length,
    days: Length,
    licenses: Length,
}

impl Columns {
    /// Each column is as wide as its widest content. The text of a line gets the rest.
    fn of(sheets: &Sheets<'_>, rows: &[PrintedRow]) -> Self {
        let widest = |head: &str, content: fn(&PrintedRow) -> String| {
            let widths = rows.iter().map(|row| sheets.fonts.width(&content(row), NORMAL));
            widths.fold(sheets.fonts.width(head, SMALL), Length::max) + GUTTER
        };
        let licenses = RIGHT - widest("Amount", |row| row.line.amount.to_string());
        let days = licenses - widest("Licenses", |row| row.line.licenses.to_string());
        let period = days - widest("Days", days_of_days) - widest("Period", period) + GUTTER;
        Self { period, days, licenses }
    }
}

fn days_of_days(row: &PrintedRow) -> String {
    format!("{} / {}", row.line.days, row.line.term_days)
}

fn period(row: &PrintedRow) -> String {
    words::period(row.line.from, row.last_day())
}

fn table_head(sheets: &mut Sheets<'_>, columns: &Columns) {
    sheets.text(LEFT, 0, "#", SMALL);
    sheets.text(TEXT, 0, "Description", SMALL);
    sheets.text(columns.period, 0, "Period", SMALL);
    sheets.right(columns.days, 0, "Days", SMALL);
    sheets.right(columns.licenses, 0, "Licenses", SMALL);
    sheets.right(RIGHT, 0, "Amount", SMALL);
    sheets.skip(SMALL.line() + 200);
    sheets.rule(LEFT);
    sheets.skip(500);
}

fn lines(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    let columns = Columns::of(sheets, &printed.rows);
    table_head(sheets, &columns);
    for (number, row) in (1_u32..).zip(&printed.rows) {
        let text = sheets.lines(&row.text, columns.period - TEXT - GUTTER, NORMAL);
        let small = small_print(row);
        let small: Vec<String> = small
            .iter()
            .flat_map(|it| sheets.lines(it, RIGHT - TEXT, SMALL))
            .collect();
        // A line has far fewer than 2^31 lines of text.
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

/// The small print below a line: calculation, credited document, and tax.
fn small_print(row: &PrintedRow) -> Vec<String> {
    let tax = row.line.tax.as_ref();
    let rate = tax.map(|tax| words::rate(tax.percent, true));
    let parts = [row.gives_back.clone(), rate].into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    let second = Some(parts.join(" · ")).filter(|text| !text.is_empty());
    row.arithmetic.clone().into_iter().chain(second).collect()
}

/// A sum with its label.
type Sum = (String, Money, Style);

/// The sums as of the day of issue, then payment and balance (INV 7).
fn all_sums(printed: &PrintedDocument) -> Vec<Sum> {
    let mut all = vec![("Net".to_owned(), printed.net, NORMAL)];
    for rate in &printed.rates {
        let percent = rate.tax.as_ref().and_then(|tax| tax.percent);
        let name = words::rate(percent, is_reversed(rate));
        all.push((format!("{name} on {}", rate.net), rate.amount, NORMAL));
    }
    all.push(("Tax".to_owned(), printed.tax, NORMAL));
    all.push(("Total".to_owned(), printed.total, BOLD));
    all.push(("Credit applied".to_owned(), printed.credit_applied, NORMAL));
    all.push(("Amount due".to_owned(), printed.due, BOLD));
    all.extend(
        printed
            .credit_brought
            .map(|sum| (words::BOOKED.to_owned(), sum, NORMAL)),
    );
    if let Some(payment) = &printed.payment {
        let name = words::paid(payment.on, payment.reference.as_deref());
        all.push((name, printed.status.paid(printed.due), NORMAL));
    }
    all.push((words::BALANCE.to_owned(), printed.balance(), BOLD));
    all
}

fn sums(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    sheets.skip(600);
    // A long label takes several lines.
    let all = all_sums(printed).into_iter().map(|(name, sum, style)| {
        let sum = format!("{sum} {}", printed.currency);
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

/// Payment instructions and notes.
fn below(sheets: &mut Sheets<'_>, printed: &PrintedDocument) {
    sheets.skip(2_000);
    let width = RIGHT - LEFT;
    if printed.status.is_unpaid() {
        sheets.make_room(5 * NORMAL.line());
        let until = if printed.status == PaymentStatus::Overdue {
            words::overdue(printed.due_date)
        } else {
            words::due(printed.due_date)
        };
        sheets.paragraph(LEFT, width, &until, BOLD);
        for line in &printed.bank {
            sheets.paragraph(LEFT, width, line, NORMAL);
        }
        if let Some(page) = &printed.payment_page {
            sheets.paragraph(LEFT, width, page, NORMAL);
        }
    }
    sheets.skip(800);
    for note in printed.notes_now() {
        sheets.paragraph(LEFT, width, &note, NORMAL);
    }
    if !sheets.fonts.has_all(&typed_texts(printed)) {
        sheets.paragraph(LEFT, width, words::LETTERS_MISSING, SMALL);
    }
}

/// All texts that people have typed.
fn typed_texts(printed: &PrintedDocument) -> String {
    let mut typed: Vec<&String> = [&printed.seller, &printed.buyer]
        .into_iter()
        .flat_map(|it| [&it.name, &it.contact, &it.street, &it.postal_code, &it.city, &it.email])
        .flatten()
        .collect();
    let reference = printed.payment.as_ref().and_then(|payment| payment.reference.as_ref());
    typed.extend(printed.po_number.iter().chain(&printed.bank).chain(reference));
    typed.into_iter().map(String::as_str).collect()
}
