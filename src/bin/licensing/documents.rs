//! `--documents DIR`: every document of a run as PDF, XML and CSV, and the lists for whoever keeps the books.

use std::path::Path;
use timetracker_licensing::documents::{Paper, cii, csv, issued, ledger, pdf};
use timetracker_licensing::licensing::Catalogue;
use timetracker_licensing::licensing::replay::Run;

/// Writes `INV-0001.pdf`, `.xml` and `.csv` of each document, `documents.csv` and `credit.csv`. Where no XML can be
/// valid, the PDF is a plain one, and standard error says why.
pub fn write(folder: &Path, run: &Run, catalogue: &Catalogue) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let save = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    let fonts = pdf::Fonts::shipped().ok_or("the fonts of this program are broken")?;
    let issued = issued::of_events(run.account.id, catalogue, &run.events);
    let Some(today) = run.today else { return Ok(()) };
    for document in &issued {
        let paper = Paper::new(document, &run.account, today);
        let number = &paper.number;
        let xml = match cii::write(&paper) {
            Ok(xml) => Some(xml),
            Err(missing) => {
                eprintln!("licensing: {number}: a plain PDF without XML: {missing}");
                None
            }
        };
        if let Some(xml) = &xml {
            save(&format!("{number}.xml"), xml.as_bytes())?;
        }
        save(&format!("{number}.csv"), csv::document(&paper).as_bytes())?;
        let pdf = pdf::write(&paper, xml.as_deref(), &fonts).map_err(|error| format!("{number}: {error}"))?;
        save(&format!("{number}.pdf"), &pdf)?;
    }
    let whole = issued.first().zip(issued.last());
    let period = whole.map_or((today, today), |(first, last)| {
        (first.document.date, last.document.date)
    });
    let overview = ledger::overview(&issued, &run.account, period, today);
    save("documents.csv", csv::overview(&overview).as_bytes())?;
    let movements = run.account.credit.movements();
    let period = movements.first().map_or((today, today), |first| (first.date, today));
    save(
        "credit.csv",
        csv::credit(ledger::statement(&run.account, period)).as_bytes(),
    )
}
