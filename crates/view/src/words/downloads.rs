//! Texts about the files of a document.

use documents::cii::UnmetRequirement;

/// The button that downloads the PDF.
pub const DOWNLOAD_PDF: &str = "Download PDF";
/// The button that downloads the XML.
pub const DOWNLOAD_XML: &str = "Download XML";
/// The button that downloads the CSV.
pub const DOWNLOAD_CSV: &str = "Download CSV";
/// The button that opens the PDF in a new window.
pub const OPEN_PDF: &str = "Open PDF";
/// The button that copies the XML.
pub const COPY_XML: &str = "Copy XML";
/// The label of the field with the XML.
pub const XML: &str = "Document XML";
/// The link to the billing details.
pub const ADD_BILLING: &str = "Add billing address";

/// The PDF is being created.
pub const MAKING: &str = "Creating PDF…";
/// The PDF was opened in a window.
pub const OPENED: &str = "The PDF opened in a new window.";
/// The PDF was opened from a frame, which may block it silently.
pub const OPENED_FROM_FRAME: &str =
    "The PDF opened in a new window. If the window stays empty, print this page and choose “Save as PDF” instead.";
/// The frame may have dropped the download.
pub const MAY_BE_DROPPED: &str =
    "No file? Downloads might be blocked here. Open the PDF, print this page to PDF, or copy the XML instead.";

/// The error if the PDF module could not be loaded.
pub const MISSING: &str = "The PDF couldn't be created because part of the page didn't load. Check your connection, then try again. XML and CSV work without a connection.";
/// The error if creating the PDF took too long.
pub const LATE: &str = "The PDF couldn't be created within a minute. Close other pages, then try again. The XML and CSV files contain the same amounts.";
/// The error if the file could not be saved.
pub const NOT_SAVED: &str = "The browser couldn't save the file. Open the PDF or copy the XML instead.";
/// The error if no window could be opened.
pub const NOT_OPENED: &str =
    "The PDF is ready, but the browser blocked the new window. Allow pop-ups for this page, then try again.";

/// The error if the PDF could not be created.
pub fn refused(reason: &str) -> String {
    format!(
        "The PDF couldn't be created: {reason}. Reload the page and try again. If that doesn't help, export the history and send it to support."
    )
}

/// Why there is no XML, and what to do.
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
