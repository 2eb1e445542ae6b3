//! Tax rates of the catalogue as categories of EN 16931 (UNCL 5305).

use super::super::paper::Paper;
use super::super::words;
use licensing::Money;
use licensing::billing::line::Tax;
use licensing::billing::tax::RateSum;

/// A category with its rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// `S` standard, `Z` zero rate, `AE` reverse charge, `E` exempt, `O` not subject to VAT.
    pub code: &'static str,
    /// Why nothing is charged, where that must be said.
    pub reason: Option<&'static str>,
    percent: Option<String>,
}

impl Category {
    /// The rate; "not subject to VAT" has none.
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

/// How the rates of one document are told.
pub struct Scheme {
    /// No line has a rate: the whole document is outside the scope of VAT. That may not stand beside other categories.
    pub outside: bool,
}

impl Scheme {
    /// That of a document.
    pub fn of(paper: &Paper) -> Self {
        Self {
            outside: paper.rows.iter().all(|row| row.line.tax.is_none()),
        }
    }

    /// The category of what a line is taxed with.
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

    /// The sums of each category and its tax: rates of the catalogue that are one category here are added up.
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
