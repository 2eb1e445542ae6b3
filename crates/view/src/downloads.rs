//! The files of a document: their names, the content of XML and CSV, and why there may be no XML (INV 4).

use super::words::downloads as words;
use documents::cii::{self, UnmetRequirement};
use documents::{PrintedDocument, csv};

/// The files of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The document's number in the account. The PDF is requested by it.
    pub number: String,
    /// The file name without extension: the number that is unique for the seller (INV 3).
    pub name: String,
    /// The XML invoice, or why there is none.
    pub xml: Result<String, NoXml>,
    /// Its lines and sums as CSV.
    pub csv: String,
}

/// Why a document has no XML, and its PDF contains none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoXml {
    /// The reason, and what to do.
    pub why: &'static str,
    /// Whether billing details help with future documents. Documents already issued keep their buyer (INV 5).
    pub add_billing: bool,
}

/// The files of a document.
pub fn files(printed: &PrintedDocument) -> Files {
    Files {
        number: printed.number.clone(),
        name: printed.printed_number.clone(),
        xml: cii::write(printed).map_err(no_xml),
        csv: csv::document(printed),
    }
}

fn no_xml(missing: UnmetRequirement) -> NoXml {
    NoXml {
        why: words::no_xml(missing),
        add_billing: matches!(missing, UnmetRequirement::BuyerName | UnmetRequirement::BuyerCountry),
    }
}
