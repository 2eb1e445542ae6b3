//! Tax: which rate a line carries, and what comes of it (INV 6).

use crate::billing::details::{BillingDetails, Detail};
use crate::billing::line::{Line, Tax};
use crate::catalogue::Catalogue;
use crate::value::money::Money;

impl Tax {
    /// What a line charged now is taxed with: the first rate of the billing country, none where there is no such rate.
    /// One with reverse charge is charged at 0 where the buyer gives a VAT ID (INV 6).
    pub fn now(catalogue: &Catalogue, billing: &BillingDetails) -> Option<Self> {
        let country = billing.country()?;
        let rate = catalogue.tax_rates.iter().find(|rate| rate.country == country)?;
        let reversed = rate.reverse_charge && billing.get(Detail::VatId).is_some();
        Some(Self {
            rate: rate.id.clone(),
            percent: (!reversed).then_some(rate.percent),
        })
    }
}

/// The lines of one percentage on a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateSum {
    /// What they are taxed with; the first rate, where several have the same percentage.
    pub tax: Option<Tax>,
    /// Their sum.
    pub net: Money,
    /// The tax on it, rounded once (INV 6).
    pub amount: Money,
}

/// The sums of a document's lines, one for each percentage, in the order in which the lines bring them (INV 6). Rates of
/// the same percentage are one sum, so that tax is rounded once, as the standard for invoices demands (BR-S-09).
pub fn by_rate(lines: &[Line]) -> Vec<RateSum> {
    let mut sums: Vec<RateSum> = Vec::new();
    for line in lines {
        let percent = |tax: &Option<Tax>| tax.as_ref().map(|tax| tax.percent);
        match sums.iter_mut().find(|sum| percent(&sum.tax) == percent(&line.tax)) {
            Some(sum) => sum.net = sum.net + line.amount,
            None => sums.push(RateSum {
                tax: line.tax.clone(),
                net: line.amount,
                amount: line.amount,
            }),
        }
    }
    for sum in &mut sums {
        let percent = sum.tax.as_ref().and_then(|tax| tax.percent);
        let nothing = Money::zero(sum.net.digits());
        sum.amount = percent.map_or(nothing, |percent| percent.of(sum.net));
    }
    sums
}
