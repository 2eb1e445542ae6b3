//! A document as a page: everything that INV 4 asks for, each line with its arithmetic, where the credit came from and
//! went, and why the sum is what it is.

use super::list::{Invoices, mood};
use crate::order::{LineView, line_view};
use crate::words::{invoices as words, payment as payment_words};
use crate::{Command, Date, Day, Money, Mood, Refusal, Scene};
use documents::paper::is_reversed;
use documents::{Issued, Paper, ledger, words as paper_words};
use licensing::billing::document::DocumentKind;
use licensing::billing::line::{Line, LineKind};
use licensing::billing::payment::{PaymentStatus, overdue_since};
use licensing::billing::tax::RateSum;

/// A line of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// The line with its arithmetic.
    pub line: LineView,
    /// The document that it gives back from, where there is one.
    pub gives_back: Option<String>,
    /// The same in words.
    pub gives_back_text: Option<String>,
}

/// What credit a document gave or spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditLink {
    /// The document on the other side; none for credit that an import brought in.
    pub document: Option<String>,
    /// What it is: "Paid with credit of CN-0001".
    pub text: String,
    /// How much.
    pub amount: String,
}

/// A payment as it can be recorded (INV 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentView {
    /// The day that is recorded, `YYYY-MM-DD`; today while nothing is.
    pub on: String,
    /// The first day on which it can have been paid.
    pub from: String,
    /// The last one: today.
    pub to: String,
    /// The reference that is recorded.
    pub reference: String,
    /// What is recorded, in words.
    pub recorded: Option<String>,
}

/// A document as a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// Kind and number.
    pub title: String,
    /// What is to be done about it.
    pub headline: String,
    /// Its status (INV 7).
    pub status: String,
    /// How the status is to be taken.
    pub mood: Mood,
    /// Its date.
    pub date: Day,
    /// The day by which it is to be paid, where something is.
    pub due_date: Option<Day>,
    /// Plan and length of what it charges.
    pub plan: String,
    /// Everything that it shows, as in print and files.
    pub paper: Paper,
    /// Its lines.
    pub lines: Vec<DocumentLine>,
    /// Its sums; the last one is what is left to pay.
    pub sums: Vec<(String, String)>,
    /// Why this sum?
    pub why: String,
    /// The credit that it gave or spent (CRD 1).
    pub credit: Vec<CreditLink>,
    /// What is left of the credit that it gave.
    pub left: Option<String>,
    /// Where it stands in the credit ledger (CRD 2).
    pub position: Option<String>,
    /// Whether nothing is to be paid any more.
    pub is_done: bool,
    /// Its payment; none where nothing is to be paid.
    pub payment: Option<PaymentView>,
    /// The document issued before it.
    pub before: Option<String>,
    /// The document issued after it.
    pub after: Option<String>,
}

/// A document by its number; none where there is none of that number.
pub fn document_view(scene: &Scene<'_>, invoices: &Invoices, number: &str) -> Option<DocumentView> {
    let issued = invoices.issued(number)?;
    let paper = Paper::new(issued, scene.account, scene.today);
    let charge = issued.document.charge();
    let length = |line: &Line| crate::words::length(line.length);
    let plan = charge.map(|line| [issued.catalogue.plan_name(line.plan), ", ", length(line)].concat());
    let neighbor = |step: fn(usize) -> Option<usize>| invoices.neighbor(number, step);
    Some(DocumentView {
        title: [paper_words::kind(paper.kind), " ", number].concat(),
        headline: headline(scene, issued, &paper),
        status: paper_words::status_of(paper.status, paper.kind, issued.document.heading.reverses.as_deref()),
        mood: mood(paper.status),
        date: Day::new(scene, paper.date),
        due_date: (!paper.due.is_zero()).then(|| Day::new(scene, paper.due_date)),
        plan: plan.unwrap_or_default(),
        lines: issued
            .document
            .lines
            .iter()
            .map(|line| document_line(scene, issued, line))
            .collect(),
        sums: sums(scene, &paper),
        why: why(scene, issued, &paper),
        credit: credit(scene, number),
        left: left(scene, number),
        position: position(scene, number),
        is_done: matches!(
            paper.status,
            PaymentStatus::Paid | PaymentStatus::SettledByCredit | PaymentStatus::Reversed
        ),
        payment: payment(scene, &paper),
        before: neighbor(|at| at.checked_sub(1)),
        after: neighbor(|at| at.checked_add(1)),
        paper,
    })
}

/// What is to be done about it.
fn headline(scene: &Scene<'_>, issued: &Issued, paper: &Paper) -> String {
    if let Some(number) = issued.document.heading.reverses.as_deref() {
        return words::reverses(number);
    }
    let (due, day) = (scene.money(paper.due), scene.date(paper.due_date));
    let days = scene.format.in_days(scene.today.days_until(paper.due_date));
    let paid = paper.payment.as_ref().map(|payment| scene.date(payment.on));
    match (paper.status, paid) {
        (PaymentStatus::Paid, Some(on)) => words::was_paid(&due, &on),
        (PaymentStatus::Overdue, _) => words::is_overdue(&due, &day, &days),
        (PaymentStatus::Open | PaymentStatus::Paid, _) => words::is_open(&due, &day, &days),
        (PaymentStatus::Reversed, _) => {
            words::was_reversed(scene.account.reversed_by(&paper.number).map_or("", |it| it))
        }
        (PaymentStatus::SettledByCredit, _) if paper.total.is_negative() => {
            words::went_to_credit(&scene.money(-paper.total))
        }
        (PaymentStatus::SettledByCredit, _) if paper.credit_applied.is_zero() => words::NOTHING_TO_PAY.to_owned(),
        (PaymentStatus::SettledByCredit, _) => words::settled(&scene.money(paper.credit_applied)),
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
fn sums(scene: &Scene<'_>, paper: &Paper) -> Vec<(String, String)> {
    let sum = |label: &str, amount: Money| (label.to_owned(), scene.money(amount));
    let rate = |rate: &RateSum| {
        let percent = rate.tax.as_ref().and_then(|tax| tax.percent);
        let label = paper_words::rate(percent, is_reversed(rate));
        (words::tax_on(&label, &scene.money(rate.net)), scene.money(rate.amount))
    };
    let taxed = paper.rates.iter().any(|it| it.tax.is_some());
    let mut sums = vec![sum(words::NET, paper.net)];
    if taxed {
        sums.extend(paper.rates.iter().map(rate));
    } else {
        sums.push(sum(words::TAX, paper.tax));
    }
    sums.push(sum(words::TOTAL, paper.total));
    if !paper.credit_applied.is_zero() {
        sums.push(sum(words::CREDIT_APPLIED, -paper.credit_applied));
    }
    sums.extend(paper.credit_brought.map(|brought| sum(words::TO_CREDIT, brought)));
    if paper.kind == DocumentKind::Invoice {
        sums.push(sum(words::DUE, paper.due));
    }
    sums.extend(paper.payment.as_ref().map(|payment| {
        let label = payment_words::paid(&scene.date(payment.on), payment.reference.as_deref());
        sum(&label, -paper.status.paid(paper.due))
    }));
    sums.push(sum(&balance(scene, paper), paper.balance()));
    sums
}

/// What is left to pay: until when, or since when it is overdue.
fn balance(scene: &Scene<'_>, paper: &Paper) -> String {
    match paper.status {
        PaymentStatus::Open => payment_words::balance_by(&scene.date(paper.due_date)),
        PaymentStatus::Overdue => payment_words::balance_overdue(&scene.date(overdue_since(paper.due_date))),
        _ => words::BALANCE.to_owned(),
    }
}

/// Why this sum? One paragraph made from the lines.
fn why(scene: &Scene<'_>, issued: &Issued, paper: &Paper) -> String {
    let day = |date: Date| scene.date(date);
    let each = paper.rows.iter().map(|row| {
        let line = &row.line;
        let part = words::Part {
            plan: issued.catalogue.plan_name(line.plan),
            licenses: line.licenses,
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
    let several = paper.rows.len() > 1;
    let together = several.then(|| words::why_together(&scene.money(paper.net)));
    let tax = match (paper.tax.is_zero(), paper.has_reverse_charge()) {
        (false, _) => Some(words::why_tax(&scene.money(paper.tax), &scene.money(paper.total))),
        (true, true) => Some(words::WHY_REVERSED.to_owned()),
        (true, false) => None,
    };
    let end = match (paper.total.is_negative(), paper.credit_applied.is_zero()) {
        // What becomes of a reversing document stands in its notes.
        _ if paper.reverses.is_some() => None,
        (true, _) => Some(words::why_credit_given(&scene.money(-paper.total))),
        (false, true) => Some(words::why_due(&scene.money(paper.due))),
        (false, false) => {
            let (credit, due) = (scene.money(paper.credit_applied), scene.money(paper.due));
            Some(words::why_credit_used(&credit, &due))
        }
    };
    let sentences: Vec<String> = each.chain(together).chain(tax).chain(end).collect();
    sentences.join(" ")
}

/// The credit that a document gave, with what spent it; or the credit that it spent, with what gave it (CRD 1).
fn credit(scene: &Scene<'_>, number: &str) -> Vec<CreditLink> {
    let link = |spent: ledger::Spent| {
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
    let spent = ledger::spending(scene.account.credit.movements()).into_iter();
    spent
        .filter(|it| it.on == number || it.of.as_deref() == Some(number))
        .map(link)
        .collect()
}

/// What is left of the credit that a document gave.
fn left(scene: &Scene<'_>, number: &str) -> Option<String> {
    let movements = scene.account.credit.movements();
    let is_own = |document: Option<&str>| document == Some(number);
    let given = movements
        .iter()
        .find(|it| is_own(it.document.as_deref()) && !it.amount.is_negative())?;
    let spent = ledger::spending(movements)
        .into_iter()
        .filter(|it| is_own(it.of.as_deref()));
    Some(scene.money(spent.fold(given.amount, |rest, it| rest - it.amount)))
}

/// Where a document stands in the credit ledger, and the balance after it (CRD 2).
fn position(scene: &Scene<'_>, number: &str) -> Option<String> {
    let mut movements = (1_u32..).zip(scene.account.credit.movements());
    let (position, movement) = movements.find(|(_, it)| it.document.as_deref() == Some(number))?;
    Some(words::position(
        &scene.format.number(position),
        &scene.money(movement.balance),
    ))
}

fn payment(scene: &Scene<'_>, paper: &Paper) -> Option<PaymentView> {
    let payment = paper.payment.as_ref();
    let reference = payment.and_then(|payment| payment.reference.clone());
    let may_be_paid = !paper.due.is_zero() && paper.status != PaymentStatus::Reversed;
    may_be_paid.then(|| PaymentView {
        on: payment.map_or(scene.today, |payment| payment.on).to_string(),
        from: paper.date.to_string(),
        to: scene.today.to_string(),
        recorded: payment.map(|payment| payment_words::paid(&scene.date(payment.on), reference.as_deref())),
        reference: reference.clone().unwrap_or_default(),
    })
}

/// The command that records a payment, or takes it back where there is no day; the words where the day is none.
///
/// # Errors
/// What to say at the field of the day.
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
