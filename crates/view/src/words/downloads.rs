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
pub const XML: &str = "XML of the document";
/// To the billing details.
pub const ADD_BILLING: &str = "Add billing address";

/// The PDF is being made.
pub const MAKING: &str = "Making the PDF…";
/// The PDF stands in its window.
pub const OPENED: &str = "The PDF is open in a window of its own.";
/// A window was opened from a frame, which may forbid to show it without a word.
pub const OPENED_FROM_FRAME: &str = "A window was opened for the PDF. If it stays empty, the page around this one forbids it: print this page instead, and choose “Save as PDF”.";
/// A frame may have dropped the file.
pub const MAY_BE_DROPPED: &str = "No file? The page around this one may forbid downloads: open the PDF, print this page into a PDF, or copy the XML, instead.";

/// Its error: what makes it did not come.
pub const MISSING: &str = "The PDF could not be made: what makes it could not be loaded. Check your connection, then try again. The XML and the CSV need no connection.";
/// Its error: it took too long.
pub const LATE: &str = "The PDF could not be made: it took more than a minute and was given up. Close other pages, then try again. The XML and the CSV have the same figures.";
/// Its error: nothing to be saved.
pub const NOT_SAVED: &str =
    "The file could not be saved: the browser did not take it. Open the PDF, or copy the XML, instead.";
/// Its error: no window.
pub const NOT_OPENED: &str =
    "The PDF is ready, but the browser did not open a window by itself. Allow windows for this page, then try again.";

/// Its error: it cannot be made.
pub fn refused(reason: &str) -> String {
    format!(
        "The PDF could not be made: {reason}. Reload the page, then try again; if it stays so, export the journal in the history and send it to support."
    )
}

/// Why there is no XML, and what helps.
pub fn no_xml(missing: UnmetRequirement) -> &'static str {
    match missing {
        UnmetRequirement::BuyerName => {
            "No XML: nobody had told whom to bill when this document was issued. Add the billing address, and the next documents have one."
        }
        UnmetRequirement::BuyerCountry => {
            "No XML: the billing address had no country when this document was issued. Add it, and the next documents have one."
        }
        UnmetRequirement::SellerCountry => "No XML: the seller's address in the catalogue has no country. Ask support.",
        UnmetRequirement::SellerVatId => "No XML: the seller's VAT ID is missing in the catalogue. Ask support.",
        UnmetRequirement::SellerCountryInFront => {
            "No XML: reverse charge needs the seller's VAT ID with its country in front, and the catalogue has it without. Ask support."
        }
        UnmetRequirement::BuyerVatId => {
            "No XML: reverse charge needs a VAT ID with its country, which the billing details of this document do not have."
        }
        UnmetRequirement::Digits => "No XML: it knows no currency with more than two digits behind the point.",
    }
}
