//! Amounts of money: exact decimals with the currency's digits, never floats.
//!
//! An account has one currency, that of its catalog. An amount therefore carries its digits but no currency code.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// The largest amount in a file, in minor units: 18 digits.
const MOST: i128 = 999_999_999_999_999_999;

/// An exact amount in major units with the currency's digits (`160.00`). A parsed amount has at most 18 digits. A
/// computed amount may have up to 28. It is refused before it is booked if it has more than 18
/// ([`can_be_written`](Self::can_be_written)). More than 28 digits are an overflow, not an amount.
///
/// ```
/// use licensing::Money;
///
/// let price = Money::parse("8.5", 2).ok_or("not an amount")?;
/// assert_eq!(price.to_string(), "8.50");
/// assert_eq!(price.checked_mul(3).map(|it| it.to_string()).as_deref(), Some("25.50"));
/// assert_eq!((price - price - price).to_string(), "-8.50");
/// // A currency without minor units has no decimal places.
/// assert_eq!(Money::parse("8.5", 0), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

impl Money {
    /// Zero in a currency with `digits` minor digits.
    pub fn zero(digits: u32) -> Self {
        Self(Decimal::new(0, digits))
    }

    /// An amount from minor units (cents), at most 28 digits.
    pub fn from_minor(minor: i128, digits: u32) -> Self {
        Self(Decimal::from_i128_with_scale(minor, digits))
    }

    /// Whether the amount can be read back after it is written: it has at most 18 digits.
    pub fn can_be_written(self) -> bool {
        self.minor().abs() <= MOST
    }

    /// Parses `-12.50` and pads missing decimal places. `None` if the text is not a plain decimal or has more than
    /// `digits` decimal places.
    pub fn parse(text: &str, digits: u32) -> Option<Self> {
        parse_plain_decimal(text).and_then(|amount| Self(amount).with_digits(digits))
    }

    /// The same amount with `digits` decimal places. `None` if it has more decimal places, or more than 18 digits in
    /// all.
    pub fn with_digits(self, digits: u32) -> Option<Self> {
        if !(self.digits()..=Decimal::MAX_SCALE).contains(&digits) {
            return None;
        }
        let mut amount = self.0;
        amount.rescale(digits);
        // If the digits do not fit, `rescale` keeps fewer.
        Some(Self(amount)).filter(|it| it.digits() == digits && it.can_be_written())
    }

    /// The amount in minor units (cents).
    pub fn minor(self) -> i128 {
        self.0.mantissa()
    }

    /// The number of decimal places.
    pub fn digits(self) -> u32 {
        self.0.scale()
    }

    /// `self × by`, exact. `None` if the product has more than 28 digits.
    pub fn checked_mul(self, by: u32) -> Option<Self> {
        self.product(by.into()).map(Self)
    }

    /// The exact product with a whole number. `None` if it does not fit.
    fn product(self, by: Decimal) -> Option<Decimal> {
        let mut product = self.0.checked_mul(by)?;
        if product.is_zero() {
            // Multiplying zero drops its decimal places.
            product.rescale(self.digits());
        }
        // A product with too many digits loses some decimal places.
        (product.scale() == self.digits()).then_some(product)
    }

    /// `self × part ÷ whole`: multiplied first, divided once, rounded once, half away from zero (CHG 3). If `whole` is
    /// zero, the result is zero. `None` if the product has more than 28 digits, or if `part` or `whole` is larger than
    /// any number of days.
    ///
    /// ```
    /// use licensing::Money;
    ///
    /// let month = Money::parse("160.00", 2).ok_or("not an amount")?;
    /// assert_eq!(month.prorate(10, 31), Money::parse("51.61", 2));
    /// // Half a cent is rounded away from zero, on both sides.
    /// let cent = Money::parse("0.01", 2).ok_or("not an amount")?;
    /// assert_eq!(cent.prorate(1, 2), Some(cent));
    /// assert_eq!((-cent).prorate(1, 2), Some(-cent));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn prorate(self, part: i64, whole: i64) -> Option<Self> {
        if whole == 0 {
            return Some(Self::zero(self.digits()));
        }
        let (part, whole) = (i32::try_from(part).ok()?, i32::try_from(whole).ok()?);
        // A quotient has 28 digits. If it is not half a cent, it differs from half a cent by more than its last digit.
        let quotient = self.product(part.into())?.checked_div(whole.into())?;
        let mut rounded = quotient.round_dp_with_strategy(self.digits(), RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(self.digits());
        (rounded.scale() == self.digits()).then_some(Self(rounded).unsigned_zero())
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.minor() < 0
    }

    /// Removes the sign from zero, so `-0.00` is never written.
    fn unsigned_zero(mut self) -> Self {
        if self.is_zero() {
            self.0.set_sign_positive(true);
        }
        self
    }
}

/// Parses a plain decimal of at most 18 digits: an amount or a tax percentage.
pub fn parse_plain_decimal(text: &str) -> Option<Decimal> {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match body.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (body, ""),
    };
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = !whole.is_empty() && whole.len() + fraction.len() <= 18 && digits_only(whole) && digits_only(fraction);
    let decimal = Decimal::from_str_exact(text).ok().filter(|_| plain)?;
    Some(Money(decimal).unsigned_zero().0)
}

/// A parsed amount has at most 18 digits and a decimal holds 28. A journal has too few lines to overflow the sum.
impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let mut sum = self.0 + other.0;
        // If one of them is zero, the sum may have the decimal places of the other.
        sum.rescale(self.digits().max(other.digits()));
        Self(sum).unsigned_zero()
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0).unsigned_zero()
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.reduce(|a, b| a + b).unwrap_or(Self::zero(0))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let scale = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let money = u32::try_from(scale).ok().and_then(|digits| Self::parse(&text, digits));
        money.ok_or_else(|| D::Error::custom(format!("`{text}` isn't an amount such as \"12.50\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        Money::parse(text, 2).unwrap()
    }

    #[test]
    fn chg_3_rounds_half_away_from_zero() {
        assert_eq!(money("0.01").prorate(1, 2).unwrap(), money("0.01"));
        assert_eq!(money("-0.01").prorate(1, 2).unwrap(), money("-0.01"));
        assert_eq!(money("0.03").prorate(1, 2).unwrap(), money("0.02"));
        assert_eq!(
            money("0.05").prorate(1, 2).unwrap(),
            money("0.03"),
            "half-even would give 0.02"
        );
        assert_eq!(money("160.00").prorate(10, 31).unwrap(), money("51.61"));
        assert_eq!(money("1.00").prorate(1, 0).unwrap(), money("0.00"));
    }

    #[test]
    fn chg_3_sums_keep_the_finer_digits_and_have_no_negative_zero() {
        assert_eq!((money("0.10") + money("0.25")).to_string(), "0.35");
        assert_eq!((money("1.00") - money("2.50")).to_string(), "-1.50");
        assert_eq!((money("2.50") - money("2.50")).to_string(), "0.00");
        assert_eq!((money("-2.50") + money("2.50")).to_string(), "0.00");
        assert_eq!((Money::zero(0) + money("1.50")).to_string(), "1.50");
        assert_eq!(
            (Money::parse("3", 0).unwrap() - Money::parse("0.125", 3).unwrap()).to_string(),
            "2.875"
        );
    }

    #[test]
    fn chg_3_reads_and_writes_the_currencys_digits() {
        assert_eq!(money("12").to_string(), "12.00");
        assert_eq!(money("-12.5").to_string(), "-12.50");
        assert_eq!((-money("0.00")).to_string(), "0.00");
        assert_eq!(Money::parse("323", 0).unwrap().to_string(), "323");
        for bad in [
            "",
            ".",
            "1.",
            ".5",
            "1.234",
            "1e3",
            "+1",
            "1,00",
            "--1",
            "1234567890123456789",
        ] {
            assert_eq!(Money::parse(bad, 2), None, "{bad}");
        }
    }
}
