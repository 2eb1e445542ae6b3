//! Tax: the rate of a line and the tax of a document (INV 6).

use crate::billing::details::{BillingDetails, Detail};
use crate::billing::line::{Line, Tax};
use crate::catalogue::Catalogue;
use crate::value::money::Money;

impl Tax {
    /// The tax of a line charged today: the first rate of the billing country. `None` if the country has no rate. A
    /// rate with reverse charge is charged at 0 if the buyer gives a VAT ID (INV 6).
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

/// The lines of a document that share a percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateSum {
    /// The tax. If several rates have this percentage, the first one.
    pub tax: Option<Tax>,
    /// The sum of the lines.
    pub net: Money,
    /// The tax on it, rounded once (INV 6).
    pub amount: Money,
}

/// The sums of a document's lines, one for each percentage, in the order in which they appear (INV 6). Rates with the
/// same percentage share one sum, so tax is rounded once, as the European invoice standard requires (BR-S-09).
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
