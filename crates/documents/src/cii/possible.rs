//! What a valid invoice for machines needs and a document may not have.

use super::super::paper::{Paper, Party, is_reversed};
use super::category::Scheme;
use licensing::value::country::is_country;
use std::fmt;

/// What is missing for an invoice that machines accept. The plain PDF needs none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The buyer's name (BT-44).
    BuyerName,
    /// The buyer's country (BT-55), or it is none of ISO 3166.
    BuyerCountry,
    /// The seller's country (BT-40), or it is none of ISO 3166.
    SellerCountry,
    /// The seller's VAT ID, which every document with tax names.
    SellerVatId,
    /// The country in front of the seller's VAT ID, which reverse charge needs.
    SellerCountryInFront,
    /// The buyer's VAT ID, which reverse charge names.
    BuyerVatId,
    /// A currency with more than two digits, which the profile does not have.
    Digits,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BuyerName => "the billing details have no name",
            Self::BuyerCountry => "the billing details have no country of ISO 3166",
            Self::SellerCountry => "the catalogue names no country of ISO 3166 for the seller",
            Self::SellerVatId => "the catalogue names no VAT ID of the seller",
            Self::SellerCountryInFront => {
                "reverse charge applies, and the seller's VAT ID in the catalogue has no country in front"
            }
            Self::BuyerVatId => "reverse charge applies, and the billing details have no VAT ID with its country",
            Self::Digits => "the currency has more than two digits behind the point",
        })
    }
}

/// Whether a valid XML can be written.
pub fn check(paper: &Paper, scheme: &Scheme) -> Result<(), Missing> {
    let given = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let in_country = |country: &Option<String>| country.as_deref().is_some_and(is_country);
    let (seller, buyer) = (&paper.seller, &paper.buyer);
    let reversed = paper.rates.iter().any(is_reversed);
    let with_country = |party: &Party| party.id_with_country().is_some();
    for (good, missing) in [
        (given(&buyer.name), Missing::BuyerName),
        (in_country(&buyer.country), Missing::BuyerCountry),
        (in_country(&seller.country), Missing::SellerCountry),
        (scheme.outside || given(&seller.vat_id), Missing::SellerVatId),
        (!reversed || with_country(seller), Missing::SellerCountryInFront),
        (!reversed || with_country(buyer), Missing::BuyerVatId),
        (paper.total.digits() <= 2, Missing::Digits),
    ] {
        if !good {
            return Err(missing);
        }
    }
    Ok(())
}

/// The IBAN in a line of the bank details, where there is one; its check digits must be right.
pub fn iban(line: &str) -> Option<String> {
    let letters: String = line.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_uppercase();
    let iban = letters.strip_prefix("IBAN").unwrap_or(&letters);
    let (start, rest) = iban.split_at_checked(4)?;
    let shape = is_country(start.get(..2)?) && start.bytes().skip(2).all(|byte| byte.is_ascii_digit());
    let length = (15..=34).contains(&iban.len());
    // The start goes to the end, letters count from A = 10 on, and the number leaves 1 when divided by 97.
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
