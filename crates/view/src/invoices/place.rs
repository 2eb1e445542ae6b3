//! Where in Invoices an address leads.

use crate::route::Page;
use crate::words;

/// A page of Invoices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list.
    List,
    /// One document, by its number.
    Document(String),
    /// The billing details.
    Billing,
    /// The credit statement.
    Credit,
}

impl Place {
    /// The place of a path.
    pub fn from_path(path: &str) -> Self {
        match path
            .strip_prefix(Page::Invoices.path())
            .unwrap_or_default()
            .trim_matches('/')
        {
            "" => Self::List,
            "billing" => Self::Billing,
            "credit" => Self::Credit,
            number => Self::Document(number.to_owned()),
        }
    }

    /// What it is called.
    pub fn title(&self) -> String {
        match self {
            Self::List => words::INVOICES,
            Self::Document(number) => number,
            Self::Billing => words::billing::TITLE,
            Self::Credit => words::invoices::CREDIT_TITLE,
        }
        .to_owned()
    }

    /// Its path.
    pub fn path(&self) -> String {
        let below = match self {
            Self::List => return Page::Invoices.path().to_owned(),
            Self::Document(number) => number,
            Self::Billing => "billing",
            Self::Credit => "credit",
        };
        [Page::Invoices.path(), "/", below].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_both_ways() {
        for place in [
            Place::List,
            Place::Document("INV-0001".to_owned()),
            Place::Billing,
            Place::Credit,
        ] {
            assert_eq!(Place::from_path(&place.path()), place);
        }
        assert_eq!(Place::from_path("/invoices/"), Place::List);
    }
}
