//! Whether a catalog may price orders (PLN 3, CRD 1).

/// Whether a catalog may price orders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CatalogueStatus {
    /// It may.
    #[default]
    InForce,
    /// The page's catalog lacks something recorded, so the page is older than the journal. The journal's catalog
    /// replaces it.
    Older,
    /// The catalog could not be read, for this reason. Another one replaces it.
    Unreadable(String),
    /// The page's catalog has another currency. The journal's catalog replaces it.
    OtherCurrency {
        /// The currency of the account, and its minor digits.
        recorded: (String, u32),
        /// The currency of the page's catalog, and its minor digits.
        own: (String, u32),
    },
}
