//! The page of a document: the content that INV 4 requires, each line with its calculation, where credit came from or
//! went, and an explanation of the amount.

use super::list::{Invoices, mood};
use crate::order::{LineView, line_view};
use crate::words::{invoices as words, payment as payment_words};
use crate::{Command, Date, Day, Money, Mood, Refusal, Scene};
use documents::printed_document::is_reversed;
use documents::{Issued, PrintedDocument, statement, words as document_words};
use licensing::billing::document::DocumentKind;
use licensing::billing::line::{Line, LineKind};
use licensing::billing::payment::{PaymentStatus, overdue_since};
use licensing::billing::tax::RateSum;

/// A line of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// The line with its calculation.
    pub line: LineView,
    /// The document that the line credits, if any.
    pub gives_back: Option<String>,
    /// The same as text.
    pub gives_back_text: Option<String>,
}

/// Credit that a document gave or used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditLink {
    /// The document on the other side. `None` for imported credit.
    pub document: Option<String>,
    /// The description: "Paid with credit from CN-0001".
    pub text: String,
    /// The amount.
    pub amount: String,
}

/// A payment that can be recorded (INV 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentView {
    /// The recorded day, `YYYY-MM-DD`. Today if nothing is recorded.
    pub on: String,
    /// The first possible day of the payment.
    pub from: String,
    /// The last possible day: today.
    pub to: String,
    /// The recorded reference.
    pub reference: String,
    /// The recorded payment as text.
    pub recorded: Option<String>,
}

/// The page of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// Kind and number.
    pub title: String,
    /// The next step for the reader.
    pub headline: String,
    /// Its status (INV 7).
    pub status: String,
    /// The tone of the status.
    pub mood: Mood,
    /// Its date.
    pub date: Day,
    /// The last day for payment, if something has to be paid.
    pub due_date: Option<Day>,
    /// The plan and the billing interval of its charge.
    pub plan: String,
    /// Its content, as in print and in files.
    pub printed: PrintedDocument,
    /// Its lines.
    pub lines: Vec<DocumentLine>,
    /// Its sums. The last one is the balance.
    pub sums: Vec<(String, String)>,
    /// The explanation of the amount.
    pub why: String,
    /// The credit that it gave or used (CRD 1).
    pub credit: Vec<CreditLink>,
    /// The remainder of the credit that it gave.
    pub left: Option<String>,
    /// Its position in the credit ledger (CRD 2).
    pub position: Option<String>,
    /// Whether nothing has to be paid any more.
    pub is_done: bool,
    /// Its payment. `None` if nothing has to be paid.
    pub payment: Option<PaymentView>,
    /// The previously issued document.
    pub before: Option<String>,
    /// The next issued document.
    pub after: Option<String>,
}

/// The page of a document. `None` if there is no document with this number.
pub fn document_view(scene: &Scene<'_>, invoices: &Invoices, number: &str) -> Option<DocumentView> {
    let issued = invoices.issued(number)?;
    let printed = PrintedDocument::new(issued, scene.account, scene.today);
    let charge = issued.document.charge();
    let length = |line: &Line| crate::words::length(line.length);
    let plan = charge.map(|line| [issued.catalogue.plan_name(line.plan), ", ", length(line)].concat());
    let neighbor = |step: fn(usize) -> Option<usize>| invoices.neighbor(number, step);
    Some(DocumentView {
        title: [document_words::kind(printed.kind), " ", number].concat(),
        headline: headline(scene, issued, &printed),
        status: document_words::status_of(
            printed.status,
            printed.kind,
            issued.document.heading.reverses.as_deref(),
        ),
        mood: mood(printed.status),
        date: Day::new(scene, printed.date),
        due_date: (!printed.due.is_zero()).then(|| Day::new(scene, printed.due_date)),
        plan: plan.unwrap_or_default(),
        lines: issued
            .document
            .lines
            .iter()
            .map(|line| document_line(scene, issued, line))
            .collect(),
        sums: sums(scene, &printed),
        why: why(scene, issued, &printed),
        credit: credit(scene, number),
        left: left(scene, number),
        position: position(scene, number),
        is_done: matches!(
            printed.status,
            PaymentStatus::Paid | PaymentStatus::SettledByCredit | PaymentStatus::Reversed
        ),
        payment: payment(scene, &printed),
        before: neighbor(|at| at.checked_sub(1)),
        after: neighbor(|at| at.checked_add(1)),
        printed,
    })
}

/// The next step for the reader.
fn headline(scene: &Scene<'_>, issued: &Issued, printed: &PrintedDocument) -> String {
    if let Some(number) = issued.document.heading.reverses.as_deref() {
        return words::reverses(number);
    }
    let (due, day) = (scene.money(printed.due), scene.date(printed.due_date));
    let days = scene.format.in_days(scene.today.days_until(printed.due_date));
    let paid = printed.payment.as_ref().map(|payment| scene.date(payment.on));
    match (printed.status, paid) {
        (PaymentStatus::Paid, Some(on)) => words::was_paid(&due, &on),
        (PaymentStatus::Overdue, _) => words::is_overdue(&due, &day, &days),
        (PaymentStatus::Open | PaymentStatus::Paid, _) => words::is_open(&due, &day, &days),
        (PaymentStatus::Reversed, _) => {
            words::was_reversed(scene.account.reversed_by(&printed.number).map_or("", |it| it))
        }
        (PaymentStatus::SettledByCredit, _) if printed.total.is_negative() => {
            words::went_to_credit(&scene.money(-printed.total))
        }
        (PaymentStatus::SettledByCredit, _) if printed.credit_applied.is_zero() => words::NOTHING_TO_PAY.to_owned(),
        (PaymentStatus::SettledByCredit, _) => words::settled(&scene.money(printed.credit_applied)),
    }
}

fn document_line(scene: &Scene<'_>, issued: &Issued, line: &Line) -> DocumentLine {
    let origin = line.gives_back.as_ref();
    let document = origin
        .and_then(|it| it.document.as_deref())
        .and_then(|number| scene.account.document(number));
    let mut shown = line_view(scene, &issued.catalogue, line);
    shown.dates = words::dates(
        &scene.date(line.from),
        &scene.date(line.to.minus_days(1)),
        line.days,
        line.term_days,
    );
    shown.arithmetic.extend(
        line.tax
            .as_ref()
            .map(|tax| words::taxed(tax.percent.map(|it| it.to_string()).as_deref())),
    );
    DocumentLine {
        line: shown,
        gives_back: document.map(|it| it.heading.number.to_string()),
        gives_back_text: origin.map(|_| words::gives_back(document.map(|it| scene.date(it.date)).as_deref())),
    }
}

/// Net, tax by rate, total, credit, due.
fn sums(scene: &Scene<'_>, printed: &PrintedDocument) -> Vec<(String, String)> {
    let sum = |label: &str, amount: Money| (label.to_owned(), scene.money(amount));
    let rate = |rate: &RateSum| {
        let percent = rate.tax.as_ref().and_then(|tax| tax.percent);
        let label = document_words::rate(percent, is_reversed(rate));
        (words::tax_on(&label, &scene.money(rate.net)), scene.money(rate.amount))
    };
    let taxed = printed.rates.iter().any(|it| it.tax.is_some());
    let mut sums = vec![sum(words::NET, printed.net)];
    if taxed {
        sums.extend(printed.rates.iter().map(rate));
    } else {
        sums.push(sum(words::TAX, printed.tax));
    }
    sums.push(sum(words::TOTAL, printed.total));
    if !printed.credit_applied.is_zero() {
        sums.push(sum(words::CREDIT_APPLIED, -printed.credit_applied));
    }
    sums.extend(printed.credit_brought.map(|brought| sum(words::TO_CREDIT, brought)));
    if printed.kind == DocumentKind::Invoice {
        sums.push(sum(words::DUE, printed.due));
    }
    sums.extend(printed.payment.as_ref().map(|payment| {
        let label = payment_words::paid(&scene.date(payment.on), payment.reference.as_deref());
        sum(&label, -printed.status.paid(printed.due))
    }));
    sums.push(sum(&balance(scene, printed), printed.balance()));
    sums
}

/// The label of the balance, with the due date or the first overdue day.
fn balance(scene: &Scene<'_>, printed: &PrintedDocument) -> String {
    match printed.status {
        PaymentStatus::Open => payment_words::balance_by(&scene.date(printed.due_date)),
        PaymentStatus::Overdue => payment_words::balance_overdue(&scene.date(overdue_since(printed.due_date))),
        _ => words::BALANCE.to_owned(),
    }
}

/// The explanation of the amount: one paragraph, composed from the lines.
fn why(scene: &Scene<'_>, issued: &Issued, printed: &PrintedDocument) -> String {
    let day = |date: Date| scene.date(date);
    let each = printed.rows.iter().map(|row| {
        let line = &row.line;
        let part = words::Part {
            plan: issued.catalogue.plan_name(line.plan),
            licenses: line.licenses.get(),
            from: &day(line.from),
            last: &day(row.last_day()),
            days: line.days,
            term_days: line.term_days,
            amount: &scene.money(if line.amount.is_negative() {
                -line.amount
            } else {
                line.amount
            }),
        };
        match line.kind {
            _ if line.is_reversed() => words::why_reversed_line(&part, line.amount.is_negative()),
            LineKind::Term => words::why_term(&part),
            LineKind::Unused => words::why_unused(&part),
            LineKind::Remaining => words::why_remaining(&part),
        }
    });
    let several = printed.rows.len() > 1;
    let together = several.then(|| words::why_together(&scene.money(printed.net)));
    let tax = match (printed.tax.is_zero(), printed.has_reverse_charge()) {
        (false, _) => Some(words::why_tax(&scene.money(printed.tax), &scene.money(printed.total))),
        (true, true) => Some(words::WHY_REVERSED.to_owned()),
        (true, false) => None,
    };
    let end = match (printed.total.is_negative(), printed.credit_applied.is_zero()) {
        // The notes of a reversing document say how its sum is used.
        _ if printed.reverses.is_some() => None,
        (true, _) => Some(words::why_credit_given(&scene.money(-printed.total))),
        (false, true) => Some(words::why_due(&scene.money(printed.due))),
        (false, false) => {
            let (credit, due) = (scene.money(printed.credit_applied), scene.money(printed.due));
            Some(words::why_credit_used(&credit, &due))
        }
    };
    let sentences: Vec<String> = each.chain(together).chain(tax).chain(end).collect();
    sentences.join(" ")
}

/// The credit that a document gave, with the documents that used it. Or the credit that it used, with the documents
/// that gave it (CRD 1).
fn credit(scene: &Scene<'_>, number: &str) -> Vec<CreditLink> {
    let link = |spent: statement::CreditUse| {
        let gave = spent.of.as_deref() == Some(number);
        let (document, text) = match (gave, spent.of) {
            (true, _) => (Some(spent.on), words::SPENT_ON),
            (false, Some(of)) => (Some(of), words::PAID_WITH),
            (false, None) => (None, words::PAID_WITH_OPENING),
        };
        CreditLink {
            document: document.map(|it| it.to_string()),
            text: text.to_owned(),
            amount: scene.money(spent.amount),
        }
    };
    let spent = statement::credit_uses(scene.account.credit().movements()).into_iter();
    spent
        .filter(|it| it.on == number || it.of.as_deref() == Some(number))
        .map(link)
        .collect()
}

/// The remainder of the credit that a document gave.
fn left(scene: &Scene<'_>, number: &str) -> Option<String> {
    let movements = scene.account.credit().movements();
    let is_own = |document: Option<&str>| document == Some(number);
    let given = movements
        .iter()
        .find(|it| is_own(it.document.as_deref()) && !it.amount.is_negative())?;
    let spent = statement::credit_uses(movements)
        .into_iter()
        .filter(|it| is_own(it.of.as_deref()));
    Some(scene.money(spent.fold(given.amount, |rest, it| rest - it.amount)))
}

/// The position of a document in the credit ledger, and the balance after it (CRD 2).
fn position(scene: &Scene<'_>, number: &str) -> Option<String> {
    let mut movements = (1_u32..).zip(scene.account.credit().movements());
    let (position, movement) = movements.find(|(_, it)| it.document.as_deref() == Some(number))?;
    Some(words::position(
        &scene.format.number(position),
        &scene.money(movement.balance),
    ))
}

fn payment(scene: &Scene<'_>, printed: &PrintedDocument) -> Option<PaymentView> {
    let payment = printed.payment.as_ref();
    let reference = payment.and_then(|payment| payment.reference.clone());
    let may_be_paid = !printed.due.is_zero() && printed.status != PaymentStatus::Reversed;
    may_be_paid.then(|| PaymentView {
        on: payment.map_or(scene.today, |payment| payment.on).to_string(),
        from: printed.date.to_string(),
        to: scene.today.to_string(),
        recorded: payment.map(|payment| payment_words::paid(&scene.date(payment.on), reference.as_deref())),
        reference: reference.clone().unwrap_or_default(),
    })
}

/// The command that records a payment. Without a day, it removes the recorded payment.
///
/// # Errors
/// The message for the date field if the text is not a date.
pub fn payment_command(document: &str, on: Option<&str>, reference: &str) -> Result<Command, &'static str> {
    let paid_on = match on {
        Some(on) => Some(Date::parse(on.trim()).ok_or(payment_words::NO_DAY)?),
        None => None,
    };
    Ok(Command::RecordPayment {
        document: document.to_owned(),
        paid_on,
        reference: Some(reference.trim().to_owned()).filter(|it| !it.is_empty()),
    })
}

/// Whether a refusal is about the day of a payment.
pub fn is_about_day(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Field(licensing::refusal::field_error::FieldError::PaidOn { .. })
    )
}
