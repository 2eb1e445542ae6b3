//! The catalogues that the vendor keeps: the one in force, and those of other days, by which orders are judged.

use crate::files::{about, catalogue};
use clap::Args;
use licensing::ledger::order_file::catalogues::Catalogues;
use licensing::{Catalogue, Date};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct KeptArgs {
    /// The catalogue, which names the public key
    #[arg(long, value_name = "FILE", required_unless_present = "catalogues")]
    catalogue: Option<PathBuf>,
    /// A folder of catalogues, each named after the day from which it was in force, as 2026-11-24.json: every event of an
    /// order is judged by the one of its day
    #[arg(long, value_name = "DIR")]
    catalogues: Option<PathBuf>,
}

/// The catalogues of the vendor.
pub struct Kept {
    /// The one in force, which names the key.
    pub current: Catalogue,
    /// The file of that one.
    pub file: PathBuf,
    /// Those of other days; none where the one in force is to judge everything.
    dated: Vec<(Date, Catalogue)>,
}

impl Kept {
    /// Reads them; the one in force is that of `today`.
    pub fn read(args: &KeptArgs, today: Date) -> Result<Self, String> {
        let dated = args.catalogues.as_deref().map(dated).transpose()?.unwrap_or_default();
        let (current, file) = match (&args.catalogue, &args.catalogues) {
            (Some(file), _) => (catalogue(file)?, file.clone()),
            (None, Some(folder)) => {
                let newest = dated.iter().rev().find(|(from, ..)| *from <= today);
                let missing = || {
                    about(
                        folder,
                        &format!("has no catalogue of {today}: add {today}.json or earlier"),
                    )
                };
                newest
                    .map(|(_, it, file)| (it.clone(), file.clone()))
                    .ok_or_else(missing)?
            }
            (None, None) => return Err("no catalogue is named: use --catalogue or --catalogues".into()),
        };
        for (_, other, name) in &dated {
            if (&other.currency, other.minor_digits) != (&current.currency, current.minor_digits) {
                let problem = format!(
                    "has the currency {} with {} digits, and {} has {} with {}: an account keeps its currency",
                    other.currency,
                    other.minor_digits,
                    file.display(),
                    current.currency,
                    current.minor_digits
                );
                return Err(about(name, &problem));
            }
        }
        let dated = dated.into_iter().map(|(from, it, _)| (from, it)).collect();
        Ok(Self { current, file, dated })
    }

    /// What orders are judged by.
    pub fn of_days(&self) -> Catalogues<'_> {
        if self.dated.is_empty() {
            Catalogues::always(&self.current)
        } else {
            Catalogues::from_days(self.dated.iter().map(|(from, it)| (*from, it)))
        }
    }
}

/// The catalogues of a folder by the days from which they were in force, in order; other files are left alone.
fn dated(folder: &Path) -> Result<Vec<(Date, Catalogue, PathBuf)>, String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| about(folder, &error))? {
        let file = entry.map_err(|error| about(folder, &error))?.path();
        if file.extension().is_none_or(|it| it != "json") {
            continue;
        }
        let from = file.file_stem().and_then(|name| Date::parse(name.to_str()?));
        let from = from.ok_or_else(|| {
            about(
                &file,
                &"is named after no day: name it after the one from which it was in force, as 2026-11-24.json",
            )
        })?;
        found.push((from, catalogue(&file)?, file));
    }
    if found.is_empty() {
        return Err(about(
            folder,
            &"has no catalogue: add each under the day from which it was in force, as 2026-11-24.json",
        ));
    }
    found.sort_by_key(|(from, ..)| *from);
    Ok(found)
}
