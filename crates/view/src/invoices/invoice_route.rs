//! The addresses within Invoices.

use crate::route::Route;
use crate::words;

/// A page of Invoices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvoiceRoute {
    /// The list.
    List,
    /// A document, by its number.
    Document(String),
    /// The billing details.
    Billing,
    /// The credit statement.
    Credit,
}

impl InvoiceRoute {
    /// The page of a path.
    pub fn from_path(path: &str) -> Self {
        match path
            .strip_prefix(Route::Invoices.path())
            .unwrap_or_default()
            .trim_matches('/')
        {
            "" => Self::List,
            "billing" => Self::Billing,
            "credit" => Self::Credit,
            number => Self::Document(number.to_owned()),
        }
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        match self {
            Self::List => words::INVOICES,
            Self::Document(number) => number,
            Self::Billing => words::billing::TITLE,
            Self::Credit => words::invoices::CREDIT_TITLE,
        }
        .to_owned()
    }

    /// The path of the page.
    pub fn path(&self) -> String {
        let below = match self {
            Self::List => return Route::Invoices.path().to_owned(),
            Self::Document(number) => number,
            Self::Billing => "billing",
            Self::Credit => "credit",
        };
        [Route::Invoices.path(), "/", below].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_both_ways() {
        for place in [
            InvoiceRoute::List,
            InvoiceRoute::Document("INV-0001".to_owned()),
            InvoiceRoute::Billing,
            InvoiceRoute::Credit,
        ] {
            assert_eq!(InvoiceRoute::from_path(&place.path()), place);
        }
        assert_eq!(InvoiceRoute::from_path("/invoices/"), InvoiceRoute::List);
    }
}
