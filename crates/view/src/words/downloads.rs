//! Words of the files of a document.

use documents::cii::UnmetRequirement;

/// Saves the PDF.
pub const DOWNLOAD_PDF: &str = "Download PDF";
/// Saves the XML.
pub const DOWNLOAD_XML: &str = "Download XML";
/// Saves the CSV.
pub const DOWNLOAD_CSV: &str = "Download CSV";
/// Shows the PDF in a window of its own.
pub const OPEN_PDF: &str = "Open PDF";
/// Copies the XML.
pub const COPY_XML: &str = "Copy XML";
/// What the XML in its field is.
pub const XML: &str = "Document XML";
/// To the billing details.
pub const ADD_BILLING: &str = "Add billing address";

/// The PDF is being made.
pub const MAKING: &str = "Creating PDF…";
/// The PDF stands in its window.
pub const OPENED: &str = "The PDF opened in a new window.";
/// A window was opened from a frame, which may forbid to show it without a word.
pub const OPENED_FROM_FRAME: &str =
    "The PDF opened in a new window. If the window stays empty, print this page and choose “Save as PDF” instead.";
/// A frame may have dropped the file.
pub const MAY_BE_DROPPED: &str =
    "No file? Downloads might be blocked here. Open the PDF, print this page to PDF, or copy the XML instead.";

/// Its error: what makes it did not come.
pub const MISSING: &str = "The PDF couldn't be created because part of the page didn't load. Check your connection, then try again. XML and CSV work without a connection.";
/// Its error: it took too long.
pub const LATE: &str = "The PDF couldn't be created within a minute. Close other pages, then try again. The XML and CSV files contain the same amounts.";
/// Its error: nothing to be saved.
pub const NOT_SAVED: &str = "The browser couldn't save the file. Open the PDF or copy the XML instead.";
/// Its error: no window.
pub const NOT_OPENED: &str =
    "The PDF is ready, but the browser blocked the new window. Allow pop-ups for this page, then try again.";

/// Its error: it cannot be made.
pub fn refused(reason: &str) -> String {
    format!(
        "The PDF couldn't be created: {reason}. Reload the page and try again. If that doesn't help, export the history and send it to support."
    )
}

/// Why there is no XML, and what helps.
pub fn no_xml(missing: UnmetRequirement) -> &'static str {
    match missing {
        UnmetRequirement::BuyerName => {
            "No XML: the billing details had no name when this document was issued. Add a billing address to get XML with future documents."
        }
        UnmetRequirement::BuyerCountry => {
            "No XML: the billing address had no country when this document was issued. Add the country to get XML with future documents."
        }
        UnmetRequirement::SellerCountry => {
            "No XML: the seller's address has no country in the catalog. Contact support."
        }
        UnmetRequirement::SellerVatId => "No XML: the seller's VAT ID is missing from the catalog. Contact support.",
        UnmetRequirement::SellerCountryInFront => {
            "No XML: for reverse charge, the catalog needs the seller's VAT ID with its country prefix. Contact support."
        }
        UnmetRequirement::BuyerVatId => {
            "No XML: reverse charge requires a VAT ID with a country prefix, and this document's billing details don't have one."
        }
        UnmetRequirement::Digits => "No XML: the format doesn't support currencies with more than two decimal places.",
    }
}
