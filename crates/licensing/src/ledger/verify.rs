//! Verifies a journal: decides every booking again and compares the result with the record (docs/formats.md).

use crate::billing::credit::Movement;
use crate::catalogue::Catalogue;
use crate::catalogue::status::CatalogueStatus;
use crate::decide::advance;
use crate::decide::context::Surroundings;
use crate::decide::execute;
use crate::directory::Directory;
use crate::event::Event;
use crate::ledger::Ledger;
use crate::ledger::difference::first_difference;
use crate::ledger::entry::Record;
use crate::ledger::journal_error::{Cause, JournalError};
use crate::refusal::Refusal;
use crate::value::money::Money;

/// The contents of a verified journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The number of bookings.
    pub bookings: usize,
    /// The number of documents.
    pub documents: usize,
    /// The number of booked lines.
    pub lines: usize,
    /// The credit balance.
    pub credit: Money,
}

/// Why a journal fails verification.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(JournalError),
    /// It can be read, but a line does not match the rules.
    #[error(transparent)]
    Differs(JournalError),
}

/// A verification that goes line by line, so that a page can show how far it is.
pub struct Verification {
    ledger: Ledger,
    booked_lines: usize,
}

impl Verification {
    /// Starts with the opening line.
    ///
    /// # Errors
    /// If the line cannot be read.
    pub fn open(line: &str) -> Result<Self, VerifyError> {
        Ok(Self {
            ledger: Ledger::open(line).map_err(sort)?,
            booked_lines: 0,
        })
    }

    /// Decides the next line again, and folds it.
    ///
    /// # Errors
    /// At the first field that differs or cannot be read.
    pub fn check(&mut self, line: &str) -> Result<(), VerifyError> {
        let Self { ledger, booked_lines } = self;
        let record = ledger.check(line).map_err(sort)?;
        let before = record.brings_people().then(|| ledger.people.clone());
        check_catalogue(ledger, &record)?;
        ledger.take_surroundings(&record).map_err(VerifyError::Unreadable)?;
        let expected = redecide(ledger, before.as_ref(), &record)?;
        compare(&record, &expected)?;
        ledger.keep_proofs(&record);
        *booked_lines += expected.iter().map(count_lines).sum::<usize>();
        ledger.note(line, record);
        Ok(())
    }

    /// Checks the credit balance, and returns what was verified.
    ///
    /// # Errors
    /// If the balance is not the sum of its transactions (CRD 2).
    pub fn finish(self) -> Result<Proof, VerifyError> {
        let Self { ledger, booked_lines } = self;
        check_credit(&ledger)?;
        Ok(Proof {
            bookings: ledger.records.len(),
            documents: ledger.account.documents().len(),
            lines: booked_lines,
            credit: ledger.account.credit().balance(),
        })
    }
}

/// Decides and folds a journal again and checks every line, every document and the credit balance.
///
/// # Errors
/// At the first line and field that differ or cannot be read.
pub fn verify<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Proof, VerifyError> {
    let mut lines = lines.into_iter();
    let missing = || VerifyError::Unreadable(JournalError::new(0, "", "is missing: the file is empty".into()));
    let mut verification = Verification::open(lines.next().ok_or_else(missing)?)?;
    for line in lines {
        verification.check(line)?;
    }
    verification.finish()
}

/// A line that this version cannot parse is unreadable. A field that does not follow the rules differs.
fn sort(error: JournalError) -> VerifyError {
    if error.cause != Cause::Damaged || error.field.is_empty() || error.field == "catalogue" {
        VerifyError::Unreadable(error)
    } else {
        VerifyError::Differs(error)
    }
}

/// Checks that a line's catalog is not older than the previous one and has the same currency (PLN 3, CRD 1).
fn check_catalogue(ledger: &Ledger, record: &Record) -> Result<(), VerifyError> {
    // If it cannot be read, adopting it reports the error.
    let brought = record.catalogue.as_ref().and_then(|it| Catalogue::from_value(it).ok());
    let refusal = brought.and_then(|it| CatalogueStatus::of(&ledger.catalogue, &it).refusal());
    match refusal {
        Some(refusal) => Err(differs(record, "catalogue", refused(&ledger.catalogue, &refusal))),
        None => Ok(()),
    }
}

fn refused(catalogue: &Catalogue, refusal: &Refusal) -> String {
    let (rule, code) = (refusal.rule(), refusal.code());
    format!(
        "the rules don't allow it ({rule}, {code}): {}",
        refusal.message(catalogue)
    )
}

/// Decides a recorded command again and folds its events into the ledger. It works in place, because copying the
/// account for every record is too slow for long journals. `before` is the directory that the record has replaced.
fn redecide(ledger: &mut Ledger, before: Option<&Directory>, record: &Record) -> Result<Vec<Event>, VerifyError> {
    let last_position = ledger.last_position();
    let around = Surroundings {
        rules: record.rules,
        catalogue: &ledger.catalogue,
        recorded: before.unwrap_or(&ledger.people),
        people: &ledger.people,
        today: record.today,
    };
    let mut events = advance(&mut ledger.account, around);
    let decided = execute(
        &mut ledger.account,
        around,
        &record.viewer,
        last_position,
        &record.command,
    )
    .map_err(|refusal| differs(record, "command", refused(&ledger.catalogue, &refusal)))?;
    events.extend(decided);
    Ok(events)
}

/// Compares field by field to find the first difference.
fn compare(record: &Record, expected: &[Event]) -> Result<(), VerifyError> {
    match first_difference("events", record.events.as_slice(), expected) {
        None => Ok(()),
        Some((field, problem)) => Err(differs(record, &field, problem)),
    }
}

/// Checks that the balance is the sum of the movements and was never negative (CRD 2).
fn check_credit(ledger: &Ledger) -> Result<(), VerifyError> {
    let mut balance = ledger.catalogue.zero();
    for Movement {
        amount, balance: after, ..
    } in ledger.account.credit().movements()
    {
        balance = balance + *amount;
        if balance != *after || balance.is_negative() {
            let problem = format!("a balance of {after} doesn't match the transactions");
            return Err(VerifyError::Differs(JournalError::new(
                ledger.records.len(),
                "credit",
                problem,
            )));
        }
    }
    Ok(())
}

fn count_lines(event: &Event) -> usize {
    let imported = usize::from(matches!(event, Event::Imported { .. }));
    event.order().map_or(imported, |order| order.lines.len())
}

fn differs(record: &Record, field: &str, problem: String) -> VerifyError {
    let position = usize::try_from(record.position).unwrap_or(usize::MAX);
    VerifyError::Differs(JournalError::new(position, field, problem))
}
