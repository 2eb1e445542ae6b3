//! Amounts of money: decimal, in the currency's digits, never a float.
//!
//! An account has one currency, its catalogue's, so amounts carry their digits and not a currency code.

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// The most minor units that an amount has: 18 digits, as many as are read.
const MOST: u128 = 999_999_999_999_999_999;

/// An amount in major units with the currency's digits (`160.00`). What is computed and has more than 18 digits is beyond
/// all amounts and stays so, whatever is computed with it: it is never less by chance, and refused before it is booked
/// ([`can_be_written`](Self::can_be_written)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

impl Money {
    /// Nothing, in a currency with `digits` minor digits.
    pub fn zero(digits: u32) -> Self {
        Self(Decimal::new(0, digits))
    }

    /// Beyond all amounts.
    const BEYOND: Self = Self(Decimal::MAX);

    /// An amount from minor units (cents).
    pub fn from_minor(minor: i128, digits: u32) -> Self {
        let amount = Decimal::try_from_i128_with_scale(minor, digits).ok();
        amount
            .filter(|_| minor.unsigned_abs() <= MOST)
            .map_or(Self::BEYOND, Self)
    }

    /// The same, where there are so many minor units at all.
    fn from_computed(minor: Option<i128>, digits: u32) -> Self {
        minor.map_or(Self::BEYOND, |minor| Self::from_minor(minor, digits))
    }

    /// Whether it can be read again once it is written: it has at most 18 digits.
    pub fn can_be_written(self) -> bool {
        self != Self::BEYOND
    }

    /// Reads `-12.50`; `None` when it is no plain decimal or has more than `digits` digits behind the point.
    /// Fewer digits are filled up.
    pub fn parse(text: &str, digits: u32) -> Option<Self> {
        let (amount, scale) = parse_decimal(text)?;
        let missing = digits.checked_sub(scale)?;
        let minor = amount.checked_mul(10_i128.checked_pow(missing)?)?;
        Some(Self::from_minor(minor, digits)).filter(|it| it.can_be_written())
    }

    /// The same amount with `digits` digits behind the point; `None` where it has more, or more than 18 in all.
    pub fn with_digits(self, digits: u32) -> Option<Self> {
        let missing = digits.checked_sub(self.digits())?;
        let minor = self.minor().checked_mul(10_i128.checked_pow(missing)?)?;
        Some(Self::from_minor(minor, digits)).filter(|it| self.can_be_written() && it.can_be_written())
    }

    /// The amount in minor units (cents).
    pub fn minor(self) -> i128 {
        self.0.mantissa()
    }

    /// The amount in units of `digits` digits behind the point, which are no fewer than its own; none beyond all amounts.
    fn scaled(self, digits: u32) -> Option<i128> {
        let missing = digits.checked_sub(self.digits())?;
        self.counted()?.checked_mul(10_i128.checked_pow(missing)?)
    }

    /// Its minor units; none beyond all amounts.
    fn counted(self) -> Option<i128> {
        self.can_be_written().then(|| self.minor())
    }

    /// How many digits stand behind the point.
    pub fn digits(self) -> u32 {
        self.0.scale()
    }

    /// `self × by`, exact.
    #[must_use]
    pub fn times(self, by: u32) -> Self {
        let minor = self.counted().and_then(|minor| minor.checked_mul(by.into()));
        Self::from_computed(minor, self.digits())
    }

    /// `self × part ÷ whole`: multiplied first, divided once, rounded once, half away from zero (CHG 3).
    /// A `whole` of zero is worth nothing.
    #[must_use]
    pub fn share(self, part: i128, whole: i128) -> Self {
        let product = self.counted().and_then(|minor| minor.checked_mul(part));
        let minor = product.and_then(|product| div_half_away(product, whole));
        Self::from_computed(minor, self.digits())
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.minor() < 0
    }
}

/// `numerator ÷ denominator`, rounded half away from zero; zero for a denominator of zero (CHG 3). None where it is more
/// than can be counted.
fn div_half_away(numerator: i128, denominator: i128) -> Option<i128> {
    if denominator == 0 {
        return Some(0);
    }
    let sign = numerator.signum() * denominator.signum();
    let (n, d) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let (quotient, rest) = (n / d, n % d);
    // Not twice the rest, which may be more than can be counted.
    let up = u128::from(rest >= d - rest);
    i128::try_from(quotient + up).ok()?.checked_mul(sign)
}

/// Mantissa and scale of a plain decimal of at most 18 digits.
fn parse_decimal(text: &str) -> Option<(i128, u32)> {
    let (negative, body) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = match body.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (body, ""),
    };
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() + fraction.len() > 18 || !digits_only(whole) || !digits_only(fraction) {
        return None;
    }
    let mut value = 0_i128;
    for byte in whole.bytes().chain(fraction.bytes()) {
        value = value * 10 + i128::from(byte - b'0');
    }
    Some((
        if negative { -value } else { value },
        u32::try_from(fraction.len()).ok()?,
    ))
}

/// Reads a plain decimal of any number of digits (a tax percentage).
pub fn parse_plain_decimal(text: &str) -> Option<Decimal> {
    let (value, scale) = parse_decimal(text)?;
    Decimal::try_from_i128_with_scale(value, scale).ok()
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        // In minor units of the finer of the two: the addition of decimals in general is much more code.
        let digits = self.digits().max(other.digits());
        let both = self.scaled(digits).zip(other.scaled(digits));
        Self::from_computed(both.and_then(|(a, b)| a.checked_add(b)), digits)
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
        // From minor units, so that zero never becomes "-0.00".
        Self::from_computed(self.counted().map(|minor| -minor), self.digits())
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
        money.ok_or_else(|| D::Error::custom(format!("`{text}` is no amount such as \"12.50\"")))
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
        assert_eq!(money("0.01").share(1, 2), money("0.01"));
        assert_eq!(money("-0.01").share(1, 2), money("-0.01"));
        assert_eq!(money("0.03").share(1, 2), money("0.02"));
        assert_eq!(money("0.05").share(1, 2), money("0.03"), "half-even would give 0.02");
        assert_eq!(money("160.00").share(10, 31), money("51.61"));
        assert_eq!(money("1.00").share(1, 0), money("0.00"));
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
