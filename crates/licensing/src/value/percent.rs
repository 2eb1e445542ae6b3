//! Exact percentages (INV 6).

use crate::value::money::{Money, parse_plain_decimal};
use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A percentage as the catalog writes it: `19`, `7.7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(Decimal);

impl Percent {
    /// Parses a plain decimal from 0 to 100.
    pub fn parse(text: &str) -> Option<Self> {
        let percent = parse_plain_decimal(text)?;
        (Decimal::ZERO..=Decimal::ONE_HUNDRED)
            .contains(&percent)
            .then_some(Self(percent))
    }

    /// The percentage without trailing zeros: `20` for `20.0`.
    #[must_use]
    pub fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// This percentage of a sum: multiplied first, divided once, rounded once, half away from zero (INV 6). It is
    /// computed in minor units: a sum and a percentage of 18 digits each have a product of 36 digits, but a decimal
    /// holds 28.
    pub fn of(self, sum: Money) -> Money {
        let (part, whole) = (self.0.mantissa(), 100 * 10_i128.pow(self.0.scale()));
        // The whole part first: the product of the remainder has at most 37 digits.
        let (wholes, rest) = (sum.minor() / whole, sum.minor() % whole);
        let (tax, left) = (rest * part / whole, rest * part % whole);
        let up = if 2 * left.abs() >= whole { left.signum() } else { 0 };
        Money::from_minor(wholes * part + tax + up, sum.digits())
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` isn't a percentage such as \"19\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inv_6_a_percentage_is_a_plain_decimal_from_0_to_100() {
        for good in ["0", "19", "7.7", "100", "100.000", "0.000000000000001"] {
            assert_eq!(Percent::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "-1", "100.1", "101", "19%", "1e1", "19,5"] {
            assert_eq!(Percent::parse(bad), None, "{bad}");
        }
        assert!(Percent::parse("0.0").unwrap().is_zero());
    }

    #[test]
    fn inv_6_tax_is_rounded_once_half_away_from_zero() {
        let of = |percent: &str, sum: &str| {
            let sum = Money::parse(sum, 2).unwrap();
            Percent::parse(percent).unwrap().of(sum).to_string()
        };
        assert_eq!(of("19", "206.45"), "39.23");
        assert_eq!(of("5", "0.10"), "0.01", "0.005");
        assert_eq!(of("5", "-0.10"), "-0.01");
        assert_eq!(of("7.7", "1000000000.00"), "77000000.00");
        assert_eq!(of("0", "12.34"), "0.00");
        assert_eq!(
            Percent::parse("10")
                .unwrap()
                .of(Money::parse("325", 0).unwrap())
                .to_string(),
            "33"
        );
    }
}
