//! Whether orders may be priced by a catalogue (PLN 3, CRD 1).

/// Whether orders may be priced by a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CatalogueStatus {
    /// They may.
    #[default]
    InForce,
    /// The journal's stands in for one that does not know all that is recorded: the page is older than the journal.
    Older,
    /// Another one stands in for one that could not be read; why.
    Unreadable(String),
    /// The journal's stands in for one in another currency.
    OtherCurrency {
        /// The currency of the account, and its digits.
        recorded: (String, u32),
        /// The other one.
        own: (String, u32),
    },
}
