//! Words of Invoices.

/// The credit statement.
pub const CREDIT_TITLE: &str = "Credit statement";
/// Back to the list.
pub const BACK: &str = "All invoices";
/// Before anything was billed.
pub const NOTHING_YET: &str = "No charges yet";
/// Everything is paid.
pub const NOTHING_OPEN: &str = "All invoices are paid";
/// The list is empty.
pub const EMPTY: &str = "No documents yet";
/// What comes next where the list is empty.
pub const EMPTY_TEXT: &str =
    "Your first purchase creates an invoice. You'll find it here, with a PDF and the calculation behind every amount.";
/// Nothing matches.
pub const NO_MATCH: &str = "No matching documents";
/// What comes next where nothing matches.
pub const NO_MATCH_TEXT: &str = "Try a different search or clear the filters.";
/// The search.
pub const SEARCH: &str = "Search by number, text, or amount";
/// A filter.
pub const PERIOD: &str = "Period";
/// A filter that lets everything through.
pub const ANY_PERIOD: &str = "Any time";
/// A filter.
pub const KIND: &str = "Type";
/// A filter that lets everything through.
pub const ANY_KIND: &str = "Invoices and credit notes";
/// A filter.
pub const INVOICES: &str = "Invoices only";
/// A filter.
pub const CREDIT_NOTES: &str = "Credit notes only";
/// A filter that lets everything through.
pub const ANY_STATUS: &str = "Any status";
/// A filter.
pub const UNPAID: &str = "Unpaid";
/// A column.
pub const NUMBER: &str = "Number";
/// A column.
pub const DATE: &str = "Date";
/// A column.
pub const WHAT: &str = "Description";
/// A column.
pub const TOTAL: &str = "Total";
/// A column.
pub const CREDIT: &str = "Credit";
/// A column, and a sum of a document: as it was issued.
pub const DUE: &str = "Amount due";
/// A column.
pub const STATUS: &str = "Status";
/// A sum of what is selected.
pub const STILL_OPEN: &str = "Open";
/// Nothing.
pub const NOTHING: &str = "–";
/// The next invoice, before the list.
pub const NEXT: &str = "Next invoice";
/// Exports what is selected.
pub const EXPORT_SELECTED: &str = "Export selected";

/// What is open, and how much of it is late.
pub fn open((count, sum): &(String, String), late: Option<&(String, String)>) -> String {
    let documents = if count == "1" { "invoice is" } else { "invoices are" };
    let open = format!("{count} {documents} open, {sum}");
    match late {
        Some((late, of)) if late == count && of == sum => format!("{open}, overdue"),
        Some((late, of)) => format!("{open}; {late} overdue, {of}"),
        None => open,
    }
}

/// What the box of a row selects.
pub fn select(number: &str) -> String {
    format!("Select {number}")
}

/// How many are found.
pub fn found(shown: &str, all: &str) -> String {
    format!("{shown} of {all} found")
}

/// The button of the export, with what it has.
pub fn export_count(count: &str) -> String {
    format!("Export CSV ({count})")
}

/// The file of an export.
pub fn file_name(from: &str, to: &str) -> String {
    format!("documents-{from}-to-{to}.csv")
}

/// The file of the credit statement.
pub fn credit_file(today: &str) -> String {
    format!("credit-{today}.csv")
}

/// A file is saved.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}")
}

// One document.

/// A fact.
pub const DUE_DATE: &str = "Due date";
/// A fact.
pub const PLAN: &str = "Plan";
/// A fact.
pub const PO_NUMBER: &str = "Purchase order";
/// A fact.
pub const VAT_ID: &str = "VAT ID";
/// Both of them.
pub const PARTIES: &str = "Seller and buyer";
/// Links to the documents beside it.
pub const NEIGHBORS: &str = "Other documents";
/// A fact.
pub const PAYMENT: &str = "Payment";
/// Who sells.
pub const SELLER: &str = "From";
/// Who buys.
pub const BUYER: &str = "Billed to";
/// Nobody was named.
pub const NO_BUYER: &str = "No billing details were set when this was issued.";
/// Its files.
pub const FILES: &str = "Files";
/// The lines.
pub const LINES: &str = "Lines";
/// How the lines open.
pub const LINES_HINT: &str = "Select a line to see how it's calculated.";
/// Why?
pub const WHY: &str = "Why this amount?";
/// A sum.
pub const NET: &str = "Net";
/// A sum.
pub const TAX: &str = "Tax";
/// A sum.
pub const CREDIT_APPLIED: &str = "Credit applied";
/// A sum: of a credit note.
pub const TO_CREDIT: &str = "Added to credit";
/// How to pay.
pub const HOW_TO_PAY: &str = "How to pay";
/// Opens the payment page.
pub const PAY: &str = "Open payment page";
/// What the payment page gets.
pub const PAY_HINT: &str = "Opens the payment provider's page in a new tab, with the number and amount filled in.";
/// The reference of a transfer.
pub const REFERENCE_HINT: &str = "Reference";
/// The credit of a document.
pub const CREDIT_LINKS: &str = "Credit";
/// To the statement.
pub const TO_STATEMENT: &str = "Credit statement";
/// What is left of a credit note.
pub const LEFT: &str = "Credit remaining";
/// A credit note paid it.
pub const PAID_WITH: &str = "Paid with credit from";
/// The credit of an import paid it.
pub const PAID_WITH_OPENING: &str = "Paid with imported credit";
/// What the credit was spent on.
pub const SPENT_ON: &str = "Used for";
/// Prints it.
pub const PRINT: &str = "Print";
/// The document issued before.
pub const BEFORE: &str = "Older document";
/// The document issued after.
pub const AFTER: &str = "Newer document";
/// No document of this number.
pub const UNKNOWN: &str = "Document not found";
/// What to do then.
pub const UNKNOWN_TEXT: &str = "This organization has no document with that number. Check the list of invoices.";
/// Nothing is to be paid.
pub const NOTHING_TO_PAY: &str = "Nothing to pay";
/// Reverse charge.
pub const WHY_REVERSED: &str = "No tax is charged. The recipient is liable for the tax (reverse charge).";

/// Paid.
pub fn was_paid(sum: &str, on: &str) -> String {
    format!("{sum} was paid on {on}")
}

/// Overdue.
pub fn is_overdue(sum: &str, day: &str, days: &str) -> String {
    format!("{sum} was due {day}, {days}")
}

/// Open.
pub fn is_open(sum: &str, day: &str, days: &str) -> String {
    format!("{sum} is due {day}, {days}")
}

/// A credit note.
pub fn went_to_credit(sum: &str) -> String {
    format!("{sum} was added to your credit for future invoices")
}

/// Settled by credit.
pub fn settled(sum: &str) -> String {
    format!("Nothing to pay: {sum} was paid with credit")
}

/// A line gives back from another document.
pub fn gives_back(on: Option<&str>) -> String {
    match on {
        Some(on) => format!("Credits a charge from {on}:"),
        None => "Credits a charge that has no document".to_owned(),
    }
}

/// A document that was undone (CHG 13).
pub fn was_reversed(by: &str) -> String {
    format!("Reversed by {by}. Nothing is owed")
}

/// A document that was undone, in the list (CHG 13).
pub fn reversed_by(number: &str) -> String {
    format!("Reversed by {number}")
}

/// A document that undoes another (CHG 13).
pub fn reverses(number: &str) -> String {
    format!("Reverses {number}. Nothing to pay")
}

/// The tax of a line.
pub fn taxed(percent: Option<&str>) -> String {
    match percent {
        Some(percent) => format!("Taxed at {percent}%, calculated on the total for this rate (INV 6)"),
        None => "Taxed at 0%: reverse charge (INV 6)".to_owned(),
    }
}

/// The tax of a rate.
pub fn tax_on(rate: &str, net: &str) -> String {
    format!("{rate} on {net}")
}

/// What a sentence about a line says.
pub struct Part<'a> {
    /// The plan.
    pub plan: &'a str,
    /// The licenses.
    pub licenses: u32,
    /// The first day.
    pub from: &'a str,
    /// The last day.
    pub last: &'a str,
    /// Its days.
    pub days: i64,
    /// The days of the whole term.
    pub term_days: i64,
    /// Its amount, never negative.
    pub amount: &'a str,
}

/// A whole term.
pub fn why_term(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    format!(
        "{licenses} on the {} plan for the full term, {} to {}, cost {}.",
        it.plan, it.from, it.last, it.amount
    )
}

/// Unused time.
pub fn why_unused(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, days, of) = (it.plan, it.days, it.term_days);
    format!(
        "You were charged for {of} days of {licenses} on the {plan} plan. {days} days are unused, so {} is credited.",
        it.amount
    )
}

/// Remaining time.
pub fn why_remaining(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, days, of) = (it.plan, it.days, it.term_days);
    format!(
        "{licenses} on the {plan} plan for the remaining {days} of {of} days, {} to {}, cost {}.",
        it.from, it.last, it.amount
    )
}

/// A line of a document that undoes another one (CHG 13).
pub fn why_reversed_line(it: &Part<'_>, is_given_back: bool) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, amount) = (it.plan, it.amount);
    if is_given_back {
        format!("The {amount} charged for {licenses} on the {plan} plan is credited.")
    } else {
        format!("The {amount} credited for {licenses} on the {plan} plan is charged again.")
    }
}

/// The lines together.
pub fn why_together(net: &str) -> String {
    format!("That adds up to {net}.")
}

/// Tax.
pub fn why_tax(tax: &str, total: &str) -> String {
    format!("With {tax} tax, the total is {total}.")
}

/// Credit is given.
pub fn why_credit_given(sum: &str) -> String {
    format!(
        "The credit is more than the charge, so {sum} was added to your credit. It's applied to future invoices and never paid out (CRD 1)."
    )
}

/// All of it is due.
pub fn why_due(due: &str) -> String {
    format!("No credit was available, so {due} was due.")
}

/// Credit was used.
pub fn why_credit_used(credit: &str, due: &str) -> String {
    format!("{credit} was paid with credit, so {due} was due (CRD 1).")
}

/// Where it stands in the credit ledger.
pub fn position(number: &str, balance: &str) -> String {
    format!("Credit transaction {number}. The balance afterward was {balance}.")
}

/// The dates of a line and its share of the term.
pub fn dates(from: &str, last: &str, days: i64, term_days: i64) -> String {
    if days == term_days {
        format!("{from} – {last}, {days} days")
    } else {
        format!("{from} – {last}, {days} of {term_days} days")
    }
}

// The credit.

/// Nothing has moved yet.
pub const NO_MOVEMENTS: &str = "No transactions yet";
/// What brings credit.
pub const NO_MOVEMENTS_TEXT: &str =
    "You get credit when you reduce licenses or have unused time. It's applied to your next invoices.";
/// What becomes of credit (CRD 1).
pub const CREDIT_RULE: &str =
    "Credit is applied to your next invoices until it's used up. It never expires and isn't paid out.";
/// The balance over time.
pub const OVER_TIME: &str = "Balance over time";
/// The movements.
pub const MOVEMENTS: &str = "Transactions";
/// A column.
pub const POSITION: &str = "No.";
/// A column.
pub const REASON: &str = "Reason";
/// A column.
pub const DOCUMENT: &str = "Document";
/// A column: the documents on the other side.
pub const OTHER_SIDE: &str = "Related";
/// A column.
pub const AMOUNT: &str = "Amount";
/// A column; of a document: what is left to pay.
pub const BALANCE: &str = "Balance";
/// Shows more movements.
pub const MORE: &str = "Show more";
/// Exports the statement.
pub const EXPORT: &str = "Export CSV";

/// The balance.
pub fn credit_headline(balance: &str, any: bool) -> String {
    if any {
        format!("{balance} available for your next invoices")
    } else {
        "No credit available".to_owned()
    }
}

/// The picture of the balance, in words.
pub fn picture(from: &str, to: &str, highest: &str, now: &str) -> String {
    format!("From {from} to {to}: highest balance {highest}, current balance {now}")
}
