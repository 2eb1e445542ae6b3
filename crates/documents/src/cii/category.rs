//! Maps tax rates of the catalog to the VAT categories of EN 16931 (UNCL 5305).

use super::super::printed_document::PrintedDocument;
use super::super::words;
use licensing::Money;
use licensing::billing::line::Tax;
use licensing::billing::tax::RateSum;

/// A VAT category with its rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// `S` standard, `Z` zero rate, `AE` reverse charge, `E` exempt, `O` not subject to VAT.
    pub code: &'static str,
    /// The reason for a rate of 0, if the category needs one.
    pub reason: Option<&'static str>,
    percent: Option<String>,
}

impl Category {
    /// The rate in percent. "Not subject to VAT" has none.
    pub fn percent(&self) -> Option<&str> {
        self.percent.as_deref()
    }

    fn new(code: &'static str, reason: Option<&'static str>, percent: &str) -> Self {
        Self {
            code,
            reason,
            percent: Some(percent.to_owned()),
        }
    }
}

/// The mapping of a document's rates to categories.
pub struct Scheme {
    /// The whole document is outside the scope of VAT, because no line has a rate. Category `O` must be the only one
    /// (BR-O-11).
    pub outside: bool,
}

impl Scheme {
    pub fn of(printed: &PrintedDocument) -> Self {
        Self {
            outside: printed.rows.iter().all(|row| row.line.tax.is_none()),
        }
    }

    /// The category for the tax of a line.
    pub fn category(&self, tax: Option<&Tax>) -> Category {
        match tax.map(|tax| tax.percent) {
            None if self.outside => Category {
                code: "O",
                reason: Some(words::NOT_TAXED),
                percent: None,
            },
            None => Category::new("E", Some(words::NOT_TAXED), "0"),
            Some(None) => Category::new("AE", Some(words::REVERSE_CHARGE), "0"),
            Some(Some(percent)) if percent.is_zero() => Category::new("Z", None, "0"),
            Some(Some(percent)) => Category::new("S", None, &percent.normalized().to_string()),
        }
    }

    /// The net sum and the tax of each category. Rates of the catalog that share a category are added up.
    pub fn sums(&self, rates: &[RateSum]) -> Vec<(Category, Money, Money)> {
        let mut sums: Vec<(Category, Money, Money)> = Vec::new();
        for rate in rates {
            let category = self.category(rate.tax.as_ref());
            match sums.iter_mut().find(|(known, ..)| *known == category) {
                Some((_, net, tax)) => (*net, *tax) = (*net + rate.net, *tax + rate.amount),
                None => sums.push((category, rate.net, rate.amount)),
            }
        }
        sums
    }
}
