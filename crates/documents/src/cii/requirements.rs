//! Requirements of a valid XML invoice that a document might not meet.

use super::super::printed_document::{Party, PrintedDocument, is_reversed};
use super::category::Scheme;
use licensing::value::country::is_country;
use thiserror::Error;

/// A requirement of a valid XML invoice that a document does not meet. None of them is required for a plain PDF.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum UnmetRequirement {
    /// The buyer's name (BT-44).
    #[error("the billing details have no name")]
    BuyerName,
    /// A country of ISO 3166 for the buyer (BT-55).
    #[error("the billing details have no ISO 3166 country")]
    BuyerCountry,
    /// A country of ISO 3166 for the seller (BT-40).
    #[error("the catalog has no ISO 3166 country for the seller")]
    SellerCountry,
    /// The seller's VAT ID, which is required for documents with tax.
    #[error("the catalog has no VAT ID for the seller")]
    SellerVatId,
    /// The country at the start of the seller's VAT ID, which is required for reverse charge.
    #[error("reverse charge applies, but the seller's VAT ID in the catalog has no country prefix")]
    SellerCountryInFront,
    /// The buyer's VAT ID with its country, which is required for reverse charge.
    #[error("reverse charge applies, but the billing details have no VAT ID with a country prefix")]
    BuyerVatId,
    /// A currency with at most two decimal digits.
    #[error("the currency has more than two decimal places")]
    Digits,
}

/// Checks that a valid XML can be written.
///
/// # Errors
/// The first requirement that is not met.
pub fn check(printed: &PrintedDocument, scheme: &Scheme) -> Result<(), UnmetRequirement> {
    let given = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let in_country = |country: &Option<String>| country.as_deref().is_some_and(is_country);
    let (seller, buyer) = (&printed.seller, &printed.buyer);
    let reversed = printed.rates.iter().any(is_reversed);
    let with_country = |party: &Party| party.id_with_country().is_some();
    for (good, missing) in [
        (given(&buyer.name), UnmetRequirement::BuyerName),
        (in_country(&buyer.country), UnmetRequirement::BuyerCountry),
        (in_country(&seller.country), UnmetRequirement::SellerCountry),
        (scheme.outside || given(&seller.vat_id), UnmetRequirement::SellerVatId),
        (
            !reversed || with_country(seller),
            UnmetRequirement::SellerCountryInFront,
        ),
        (!reversed || with_country(buyer), UnmetRequirement::BuyerVatId),
        (printed.total.digits() <= 2, UnmetRequirement::Digits),
    ] {
        if !good {
            return Err(missing);
        }
    }
    Ok(())
}

/// The IBAN in a line of the bank details, if there is one with correct check digits.
pub fn iban(line: &str) -> Option<String> {
    let letters: String = line.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_uppercase();
    let iban = letters.strip_prefix("IBAN").unwrap_or(&letters);
    let (start, rest) = iban.split_at_checked(4)?;
    let shape = is_country(start.get(..2)?) && start.bytes().skip(2).all(|byte| byte.is_ascii_digit());
    let length = (15..=34).contains(&iban.len());
    // ISO 7064: the first four characters go to the end, A is 10, and the number modulo 97 is 1.
    let remainder = rest.chars().chain(start.chars()).try_fold(0_u32, |sum, character| {
        let digit = character.to_digit(36)?;
        Some((sum * if digit > 9 { 100 } else { 10 } + digit) % 97)
    });
    (shape && length && remainder == Some(1)).then(|| iban.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inv_4_ibans_are_found_by_their_check_digits() {
        assert_eq!(
            iban("IBAN DE02 1203 0000 0000 2020 51").unwrap(),
            "DE02120300000000202051"
        );
        assert_eq!(iban("GB82 WEST 1234 5698 7654 32").unwrap(), "GB82WEST12345698765432");
        for none in [
            "IBAN DE03 1203 0000 0000 2020 51",
            "BIC BYLADEM1001",
            "Example Bank",
            "",
            "ÄÖÜ",
        ] {
            assert_eq!(iban(none), None, "{none}");
        }
    }
}
