//! The catalogs of the vendor, current and past ones. Orders are checked with them (ACT 9).

use crate::error::{CliError, FileProblem};
use crate::files::catalogue;
use clap::Args;
use licensing::ledger::order_file::catalogues::Catalogues;
use licensing::{Catalogue, Date};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct CatalogueArgs {
    /// Catalog with the public key
    #[arg(long, value_name = "FILE", required_unless_present = "catalogues")]
    catalogue: Option<PathBuf>,
    /// Folder of catalogs, each named after the date it took effect, such as 2026-11-24.json; each event of an order is
    /// checked with the catalog of its date
    #[arg(long, value_name = "DIR")]
    catalogues: Option<PathBuf>,
}

/// The catalogs of the vendor by date.
pub struct CatalogueHistory {
    /// The catalog in force, which names the key.
    pub current: Catalogue,
    /// The file of the catalog in force.
    pub file: PathBuf,
    /// The catalogs by their first day. Empty if the catalog in force applies to all days.
    dated: Vec<(Date, Catalogue)>,
}

/// A catalog, its first day, and its file.
struct DatedCatalogue {
    from: Date,
    catalogue: Catalogue,
    file: PathBuf,
}

impl CatalogueHistory {
    /// Reads the catalogs. The one for the day `today` is in force.
    pub fn read(args: &CatalogueArgs, today: Date) -> Result<Self, CliError> {
        let dated = match &args.catalogues {
            Some(folder) => dated(folder)?,
            None => Vec::new(),
        };
        let (current, file) = match (&args.catalogue, &args.catalogues) {
            (Some(file), _) => (catalogue(file)?, file.clone()),
            (None, Some(folder)) => {
                let newest = dated.iter().rev().find(|it| it.from <= today);
                newest
                    .map(|it| (it.catalogue.clone(), it.file.clone()))
                    .ok_or_else(|| CliError::file(folder, FileProblem::NoCatalogueOf(today)))?
            }
            (None, None) => return Err(CliError::NoCatalogue),
        };
        for other in &dated {
            let (own, current) = (currency(&other.catalogue), currency(&current));
            if own != current {
                let file = file.clone();
                return Err(CliError::file(
                    &other.file,
                    FileProblem::OtherCurrency { own, file, current },
                ));
            }
        }
        let dated = dated.into_iter().map(|it| (it.from, it.catalogue)).collect();
        Ok(Self { current, file, dated })
    }

    /// The catalogs for checking orders.
    pub fn catalogues(&self) -> Catalogues<'_> {
        if self.dated.is_empty() {
            Catalogues::always(&self.current)
        } else {
            Catalogues::from_days(self.dated.iter().map(|(from, it)| (*from, it)))
        }
    }
}

/// A currency and its decimal digits.
fn currency(catalogue: &Catalogue) -> (String, u32) {
    (catalogue.currency.clone(), catalogue.minor_digits)
}

/// The catalogs of a folder, sorted by their first day. Other files are ignored.
fn dated(folder: &Path) -> Result<Vec<DatedCatalogue>, CliError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| CliError::file(folder, error))? {
        let file = entry.map_err(|error| CliError::file(folder, error))?.path();
        if file.extension().is_none_or(|it| it != "json") {
            continue;
        }
        let from = file.file_stem().and_then(|name| Date::parse(name.to_str()?));
        let from = from.ok_or_else(|| CliError::file(&file, FileProblem::NamedAfterNoDay))?;
        let catalogue = catalogue(&file)?;
        found.push(DatedCatalogue { from, catalogue, file });
    }
    if found.is_empty() {
        return Err(CliError::file(folder, FileProblem::NoCatalogues));
    }
    found.sort_by_key(|it| it.from);
    Ok(found)
}
