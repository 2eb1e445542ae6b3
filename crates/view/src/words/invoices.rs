//! Texts of Invoices.

/// The title of the credit statement.
pub const CREDIT_TITLE: &str = "Credit statement";
/// The link back to the list.
pub const BACK: &str = "All invoices";
/// Nothing was billed yet.
pub const NOTHING_YET: &str = "No charges yet";
/// All invoices are paid.
pub const NOTHING_OPEN: &str = "All invoices are paid";
/// The list is empty.
pub const EMPTY: &str = "No documents yet";
/// The next step if the list is empty.
pub const EMPTY_TEXT: &str =
    "Your first purchase creates an invoice. You'll find it here, with a PDF and the calculation behind every amount.";
/// Nothing matches.
pub const NO_MATCH: &str = "No matching documents";
/// The next step if nothing matches.
pub const NO_MATCH_TEXT: &str = "Try a different search or clear the filters.";
/// The label of the search.
pub const SEARCH: &str = "Search by number, text, or amount";
/// A filter.
pub const PERIOD: &str = "Period";
/// The choice without a filter.
pub const ANY_PERIOD: &str = "Any time";
/// A filter.
pub const KIND: &str = "Type";
/// The choice without a filter.
pub const ANY_KIND: &str = "Invoices and credit notes";
/// A choice of the filter.
pub const INVOICES: &str = "Invoices only";
/// A choice of the filter.
pub const CREDIT_NOTES: &str = "Credit notes only";
/// The choice without a filter.
pub const ANY_STATUS: &str = "Any status";
/// A choice of the filter.
pub const UNPAID: &str = "Unpaid";
/// A column heading.
pub const NUMBER: &str = "Number";
/// A column heading.
pub const DATE: &str = "Date";
/// A column heading.
pub const WHAT: &str = "Description";
/// A column heading.
pub const TOTAL: &str = "Total";
/// A column heading.
pub const CREDIT: &str = "Credit";
/// A column heading, and the label of a document's original amount due.
pub const DUE: &str = "Amount due";
/// A column heading.
pub const STATUS: &str = "Status";
/// The label of a sum of the selected documents.
pub const STILL_OPEN: &str = "Open";
/// A cell without a value.
pub const NOTHING: &str = "–";
/// The heading of the next invoice, above the list.
pub const NEXT: &str = "Next invoice";
/// The button that exports the selected documents.
pub const EXPORT_SELECTED: &str = "Export selected";

/// The open and the overdue amounts.
pub fn open((count, sum): &(String, String), late: Option<&(String, String)>) -> String {
    let documents = if count == "1" { "invoice is" } else { "invoices are" };
    let open = format!("{count} {documents} open, {sum}");
    match late {
        Some((late, of)) if late == count && of == sum => format!("{open}, overdue"),
        Some((late, of)) => format!("{open}; {late} overdue, {of}"),
        None => open,
    }
}

/// The name of a row's checkbox.
pub fn select(number: &str) -> String {
    format!("Select {number}")
}

/// The number of matches.
pub fn found(shown: &str, all: &str) -> String {
    format!("{shown} of {all} found")
}

/// The button that exports the list, with the number of documents.
pub fn export_count(count: &str) -> String {
    format!("Export CSV ({count})")
}

/// The file name of an export.
pub fn file_name(from: &str, to: &str) -> String {
    format!("documents-{from}-to-{to}.csv")
}

/// The file name of the credit statement.
pub fn credit_file(today: &str) -> String {
    format!("credit-{today}.csv")
}

/// A file was saved.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}")
}

// The page of a document.

/// A label.
pub const DUE_DATE: &str = "Due date";
/// A label.
pub const PLAN: &str = "Plan";
/// A label.
pub const PO_NUMBER: &str = "Purchase order";
/// A label.
pub const VAT_ID: &str = "VAT ID";
/// The heading of the parties.
pub const PARTIES: &str = "Seller and buyer";
/// The name of the links to other documents.
pub const NEIGHBORS: &str = "Other documents";
/// A label.
pub const PAYMENT: &str = "Payment";
/// The label of the seller.
pub const SELLER: &str = "From";
/// The label of the buyer.
pub const BUYER: &str = "Billed to";
/// The document names no buyer.
pub const NO_BUYER: &str = "No billing details were set when this was issued.";
/// The heading of the files.
pub const FILES: &str = "Files";
/// The heading of the lines.
pub const LINES: &str = "Lines";
/// The hint for the lines.
pub const LINES_HINT: &str = "Select a line to see how it's calculated.";
/// The heading of the explanation.
pub const WHY: &str = "Why this amount?";
/// The label of a sum.
pub const NET: &str = "Net";
/// The label of a sum.
pub const TAX: &str = "Tax";
/// The label of a sum.
pub const CREDIT_APPLIED: &str = "Credit applied";
/// The label of a sum of a credit note.
pub const TO_CREDIT: &str = "Added to credit";
/// The heading of the payment instructions.
pub const HOW_TO_PAY: &str = "How to pay";
/// The link to the payment page.
pub const PAY: &str = "Open payment page";
/// The hint for that link.
pub const PAY_HINT: &str = "Opens the payment provider's page in a new tab, with the number and amount filled in.";
/// The label of the reference of a transfer.
pub const REFERENCE_HINT: &str = "Reference";
/// The heading of the document's credit.
pub const CREDIT_LINKS: &str = "Credit";
/// The link to the statement.
pub const TO_STATEMENT: &str = "Credit statement";
/// The label of a credit note's remaining credit.
pub const LEFT: &str = "Credit remaining";
/// Credit of a credit note paid the document.
pub const PAID_WITH: &str = "Paid with credit from";
/// Imported credit paid the document.
pub const PAID_WITH_OPENING: &str = "Paid with imported credit";
/// The documents that used the credit.
pub const SPENT_ON: &str = "Used for";
/// The button that prints the document.
pub const PRINT: &str = "Print";
/// The link to the previously issued document.
pub const BEFORE: &str = "Older document";
/// The link to the next issued document.
pub const AFTER: &str = "Newer document";
/// There is no document with this number.
pub const UNKNOWN: &str = "Document not found";
/// The next step then.
pub const UNKNOWN_TEXT: &str = "This organization has no document with that number. Check the list of invoices.";
/// Nothing has to be paid.
pub const NOTHING_TO_PAY: &str = "Nothing to pay";
/// The explanation of reverse charge.
pub const WHY_REVERSED: &str = "No tax is charged. The recipient is liable for the tax (reverse charge).";

/// The headline of a paid document.
pub fn was_paid(sum: &str, on: &str) -> String {
    format!("{sum} was paid on {on}")
}

/// The headline of an overdue document.
pub fn is_overdue(sum: &str, day: &str, days: &str) -> String {
    format!("{sum} was due {day}, {days}")
}

/// The headline of an open document.
pub fn is_open(sum: &str, day: &str, days: &str) -> String {
    format!("{sum} is due {day}, {days}")
}

/// The headline of a credit note.
pub fn went_to_credit(sum: &str) -> String {
    format!("{sum} was added to your credit for future invoices")
}

/// The headline of a document that credit paid.
pub fn settled(sum: &str) -> String {
    format!("Nothing to pay: {sum} was paid with credit")
}

/// A line that credits another document.
pub fn gives_back(on: Option<&str>) -> String {
    match on {
        Some(on) => format!("Credits a charge from {on}:"),
        None => "Credits a charge that has no document".to_owned(),
    }
}

/// The headline of a document that was undone (CHG 13).
pub fn was_reversed(by: &str) -> String {
    format!("Reversed by {by}. Nothing is owed")
}

/// The status of a document that was undone, in the list (CHG 13).
pub fn reversed_by(number: &str) -> String {
    format!("Reversed by {number}")
}

/// A document that reverses another one (CHG 13).
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

/// The values for a sentence about a line.
pub struct Part<'a> {
    /// The plan.
    pub plan: &'a str,
    /// The licenses.
    pub licenses: u32,
    /// The first day.
    pub from: &'a str,
    /// The last day.
    pub last: &'a str,
    /// The number of its days.
    pub days: i64,
    /// The number of days in the whole term.
    pub term_days: i64,
    /// Its amount without a sign.
    pub amount: &'a str,
}

/// The explanation of a whole term.
pub fn why_term(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    format!(
        "{licenses} on the {} plan for the full term, {} to {}, cost {}.",
        it.plan, it.from, it.last, it.amount
    )
}

/// The explanation of unused time.
pub fn why_unused(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, days, of) = (it.plan, it.days, it.term_days);
    format!(
        "You were charged for {of} days of {licenses} on the {plan} plan. {days} days are unused, so {} is credited.",
        it.amount
    )
}

/// The explanation of remaining time.
pub fn why_remaining(it: &Part<'_>) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, days, of) = (it.plan, it.days, it.term_days);
    format!(
        "{licenses} on the {plan} plan for the remaining {days} of {of} days, {} to {}, cost {}.",
        it.from, it.last, it.amount
    )
}

/// The explanation of a line in a document that reverses another one (CHG 13).
pub fn why_reversed_line(it: &Part<'_>, is_given_back: bool) -> String {
    let licenses = super::licenses_count(it.licenses);
    let (plan, amount) = (it.plan, it.amount);
    if is_given_back {
        format!("The {amount} charged for {licenses} on the {plan} plan is credited.")
    } else {
        format!("The {amount} credited for {licenses} on the {plan} plan is charged again.")
    }
}

/// The sum of the lines.
pub fn why_together(net: &str) -> String {
    format!("That adds up to {net}.")
}

/// The explanation of the tax.
pub fn why_tax(tax: &str, total: &str) -> String {
    format!("With {tax} tax, the total is {total}.")
}

/// The explanation of credit that is given.
pub fn why_credit_given(sum: &str) -> String {
    format!(
        "The credit is more than the charge, so {sum} was added to your credit. It's applied to future invoices and never paid out (CRD 1)."
    )
}

/// The explanation if the whole total is due.
pub fn why_due(due: &str) -> String {
    format!("No credit was available, so {due} was due.")
}

/// The explanation of credit that was used.
pub fn why_credit_used(credit: &str, due: &str) -> String {
    format!("{credit} was paid with credit, so {due} was due (CRD 1).")
}

/// The position of a document in the credit ledger.
pub fn position(number: &str, balance: &str) -> String {
    format!("Credit transaction {number}. The balance afterward was {balance}.")
}

/// The dates of a line, and its share of the term.
pub fn dates(from: &str, last: &str, days: i64, term_days: i64) -> String {
    if days == term_days {
        format!("{from} – {last}, {days} days")
    } else {
        format!("{from} – {last}, {days} of {term_days} days")
    }
}

// The credit statement.

/// There are no movements yet.
pub const NO_MOVEMENTS: &str = "No transactions yet";
/// How credit is given.
pub const NO_MOVEMENTS_TEXT: &str =
    "You get credit when you reduce licenses or have unused time. It's applied to your next invoices.";
/// How credit is used (CRD 1).
pub const CREDIT_RULE: &str =
    "Credit is applied to your next invoices until it's used up. It never expires and isn't paid out.";
/// The heading of the chart.
pub const OVER_TIME: &str = "Balance over time";
/// The heading of the movements.
pub const MOVEMENTS: &str = "Transactions";
/// A column heading.
pub const POSITION: &str = "No.";
/// A column heading.
pub const REASON: &str = "Reason";
/// A column heading.
pub const DOCUMENT: &str = "Document";
/// A column heading: the documents on the other side.
pub const OTHER_SIDE: &str = "Related";
/// A column heading.
pub const AMOUNT: &str = "Amount";
/// A column heading, and the label of a document's balance.
pub const BALANCE: &str = "Balance";
/// The button that shows more movements.
pub const MORE: &str = "Show more";
/// The button that exports the statement.
pub const EXPORT: &str = "Export CSV";

/// The headline of the statement.
pub fn credit_headline(balance: &str, any: bool) -> String {
    if any {
        format!("{balance} available for your next invoices")
    } else {
        "No credit available".to_owned()
    }
}

/// The chart of the balance as text.
pub fn picture(from: &str, to: &str, highest: &str, now: &str) -> String {
    format!("From {from} to {to}: highest balance {highest}, current balance {now}")
}
