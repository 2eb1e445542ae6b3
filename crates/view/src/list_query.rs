//! The query of a list, as it is in the address. [`crate::people::query`] and [`crate::invoices::query`] implement it.

/// The search text, filters, and sort order of a list.
pub trait ListQuery: Clone + PartialEq + Send + Sync + 'static {
    /// The name of the search text in the address.
    const TEXT: &'static str;

    /// Reads a query from the parameters of an address. Missing and invalid values are ignored.
    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Self;

    /// The parameters with their values for the address. A default value is empty, so it is omitted.
    fn values(&self) -> Vec<(&'static str, String)>;

    /// The search text.
    fn text(&self) -> &str;

    /// The same query with a different search text.
    #[must_use]
    fn with_text(self, text: String) -> Self;

    /// Whether any filter other than the search is set.
    fn filters(&self) -> bool;

    /// The same query without search and filters.
    #[must_use]
    fn cleared(&self) -> Self;

    /// Whether the query narrows the list.
    fn narrows(&self) -> bool {
        !self.text().trim().is_empty() || self.filters()
    }

    /// Whether there is more to clear than the search text, which has its own button.
    fn can_be_cleared(&self) -> bool {
        self.narrows()
    }

    /// Whether it is a different list, which clears the selection, and not a different view of the same one.
    fn is_other_list(&self, _before: &Self) -> bool {
        false
    }
}
