//! `--documents DIR`: writes all documents of a run as PDF, XML, and CSV, and the lists for bookkeeping.

use crate::error::CliError;
use documents::cii::UnmetRequirement;
use documents::{PrintedDocument, cii, csv, issued, pdf, statement};
use licensing::Catalogue;
use licensing::scenario::replay::Run;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Writes `INV-0001.pdf`, `.xml`, and `.csv` for each document, `documents.csv`, and `credit.csv`. Removes files of an
/// earlier run that this run did not write. A document without a valid XML becomes a plain PDF, and standard error
/// lists these documents and the reasons.
pub fn write(folder: &Path, run: &Run, catalogue: &Catalogue) -> Result<(), CliError> {
    let about = |error: io::Error| CliError::named(folder.display().to_string(), error);
    std::fs::create_dir_all(folder).map_err(about)?;
    let written = RefCell::new(BTreeSet::new());
    let save = |name: &str, bytes: &[u8]| {
        written.borrow_mut().insert(name.to_owned());
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|error| CliError::named(path.display().to_string(), error))
    };
    let fonts = pdf::Fonts::shipped().ok_or(CliError::Fonts)?;
    let issued = issued::of_account(&run.account, catalogue);
    let Some(today) = run.today else { return Ok(()) };
    let mut plain: Vec<(String, UnmetRequirement)> = Vec::new();
    for document in &issued {
        let printed = PrintedDocument::new(document, &run.account, today);
        let number = &printed.number;
        let xml = match cii::write(&printed) {
            Ok(xml) => Some(xml),
            Err(missing) => {
                plain.push((number.clone(), missing));
                None
            }
        };
        if let Some(xml) = &xml {
            save(&format!("{number}.xml"), xml.as_bytes())?;
        }
        save(&format!("{number}.csv"), csv::document(&printed).as_bytes())?;
        let pdf = pdf::write(&printed, xml.as_deref(), &fonts).map_err(|problem| CliError::Pdf {
            number: number.clone(),
            problem,
        })?;
        save(&format!("{number}.pdf"), &pdf)?;
    }
    if let Some(told) = without_xml(&plain) {
        eprintln!("licensing: {told}");
    }
    let whole = issued.first().zip(issued.last());
    let period = whole.map_or((today, today), |(first, last)| {
        (first.document.date, last.document.date)
    });
    let overview = statement::overview(&issued, &run.account, period, today);
    save("documents.csv", csv::overview(&overview).as_bytes())?;
    let movements = run.account.credit().movements();
    let period = movements.first().map_or((today, today), |first| (first.date, today));
    save(
        "credit.csv",
        csv::credit(statement::credit_statement(&run.account, period)).as_bytes(),
    )?;
    clear(folder, &written.borrow()).map_err(about)
}

/// Removes files that an earlier run wrote and this run did not. Other files are kept.
fn clear(folder: &Path, written: &BTreeSet<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name
            .to_str()
            .is_some_and(|name| is_written_here(name) && !written.contains(name))
        {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Whether [`write`] writes files with this name.
fn is_written_here(name: &str) -> bool {
    let numbered = |rest: &str| {
        let (digits, ending) = rest.split_once('.').unwrap_or_default();
        digits.len() >= 4 && digits.bytes().all(|it| it.is_ascii_digit()) && matches!(ending, "pdf" | "xml" | "csv")
    };
    let rest = name.strip_prefix("INV-").or_else(|| name.strip_prefix("CN-"));
    matches!(name, "documents.csv" | "credit.csv") || rest.is_some_and(numbered)
}

/// Lists the documents that are plain PDFs, and why. `None` if all documents have an XML.
fn without_xml(plain: &[(String, UnmetRequirement)]) -> Option<String> {
    let (first, _) = plain.first()?;
    let which = match plain {
        [_] => format!("{first} is a plain PDF without XML"),
        _ => format!(
            "{} documents are plain PDFs without XML, {first} and others",
            plain.len()
        ),
    };
    let mut reasons: Vec<String> = Vec::new();
    for reason in plain.iter().map(|(_, missing)| missing.to_string()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Some(format!("{which}: {}", reasons.join("; ")))
}
