//! The format of VAT IDs by country (INV 5). Only the tax office of a country knows whether an ID exists.

use crate::text::letters::is_invisible;

/// The formats of a country: `9` is a digit, `@` a letter, `*` either of these, and `?` either of these or `+` or `*`.
/// Any other character stands for itself.
struct Forms {
    /// The billing country.
    country: &'static str,
    /// The formats without the prefix. The first one is shown as the example.
    forms: &'static [&'static str],
}

const fn of(country: &'static str, forms: &'static [&'static str]) -> Forms {
    Forms { country, forms }
}

/// The countries with a known format: the European Union, the United Kingdom, Norway and Switzerland.
const COUNTRIES: &[Forms] = &[
    of("AT", &["ATU99999999"]),
    of("BE", &["BE9999999999"]),
    of("BG", &["BG999999999", "BG9999999999"]),
    of(
        "CH",
        &["CHE999999999", "CHE999999999MWST", "CHE999999999TVA", "CHE999999999IVA"],
    ),
    of("CY", &["CY99999999@"]),
    of("CZ", &["CZ99999999", "CZ999999999", "CZ9999999999"]),
    of("DE", &["DE999999999"]),
    of("DK", &["DK99999999"]),
    of("EE", &["EE999999999"]),
    of("ES", &["ES*9999999*"]),
    of("FI", &["FI99999999"]),
    of("FR", &["FR**999999999"]),
    of(
        "GB",
        &[
            "GB999999999",
            "GB999999999999",
            "GBGD999",
            "GBHA999",
            "XI999999999",
            "XI999999999999",
            "XIGD999",
            "XIHA999",
        ],
    ),
    of("GR", &["EL999999999"]),
    of("HR", &["HR99999999999"]),
    of("HU", &["HU99999999"]),
    of("IE", &["IE9999999@", "IE9999999@@", "IE9?99999@"]),
    of("IT", &["IT99999999999"]),
    of("LT", &["LT999999999", "LT999999999999"]),
    of("LU", &["LU99999999"]),
    of("LV", &["LV99999999999"]),
    of("MT", &["MT99999999"]),
    of("NL", &["NL999999999B99"]),
    of("NO", &["NO999999999MVA", "NO999999999"]),
    of("PL", &["PL9999999999"]),
    of("PT", &["PT999999999"]),
    of(
        "RO",
        &[
            "RO9999999999",
            "RO999999999",
            "RO99999999",
            "RO9999999",
            "RO999999",
            "RO99999",
            "RO9999",
            "RO999",
            "RO99",
        ],
    ),
    of("SE", &["SE999999999999"]),
    of("SI", &["SI99999999"]),
    of("SK", &["SK9999999999"]),
];

/// The longest VAT ID of a country without a known format.
const LONGEST: usize = 20;

/// A normalized VAT ID: capitals and digits, without spaces, dots and dashes.
pub fn normalize(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|it| !it.is_whitespace() && !is_invisible(*it) && !matches!(it, '.' | '-' | '/'));
    kept.map(|it| it.to_ascii_uppercase()).collect()
}

/// The error for a VAT ID that does not have its country's format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a VAT ID there looks like {example}")]
pub struct VatIdError {
    /// An example of that country's format.
    pub example: String,
}

/// Checks that a normalized VAT ID has the format of its country. Without a country, the first two letters name it.
///
/// # Errors
/// If the ID does not have the format.
pub fn check(vat_id: &str, country: Option<&str>) -> Result<(), VatIdError> {
    let own = |it: &&Forms| match country {
        Some(country) => it.country == country,
        None => it.forms.iter().any(|form| form.get(..2) == vat_id.get(..2)),
    };
    match COUNTRIES.iter().find(own) {
        Some(known) if known.forms.iter().any(|form| has_form(vat_id, form)) => Ok(()),
        Some(known) => Err(VatIdError {
            example: known.forms.first().map_or_else(String::new, |form| example(form)),
        }),
        None if vat_id.len() <= LONGEST && vat_id.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Ok(()),
        None => Err(VatIdError {
            example: example("999999999"),
        }),
    }
}

/// Whether a normalized VAT ID begins with its country code (BR-CO-09): it has the format of a country with a known
/// format, or begins with the letters of `country`, the holder's country. `GST123` of Canada does not begin with South
/// Georgia's code.
pub fn has_country(vat_id: &str, country: Option<&str>) -> bool {
    let mut known = COUNTRIES.iter().flat_map(|it| it.forms);
    let own = || {
        let rest = country.and_then(|country| vat_id.strip_prefix(country));
        rest.is_some_and(|rest| rest.bytes().any(|byte| byte.is_ascii_digit()))
    };
    known.any(|form| has_form(vat_id, form)) || own()
}

fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'9' => byte.is_ascii_digit(),
            b'@' => byte.is_ascii_uppercase(),
            b'*' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            b'?' => byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'+' | b'*'),
            _ => byte == form,
        })
}

/// An example of a format: `DE123456789`.
fn example(form: &str) -> String {
    let mut digits = "123456789".chars().cycle();
    let letter = |it: char| if matches!(it, '@' | '*' | '?') { 'X' } else { it };
    form.chars()
        .map(|it| {
            if it == '9' {
                digits.next().unwrap_or(it)
            } else {
                letter(it)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inv_5_a_vat_id_has_the_form_of_its_country() {
        for (written, country) in [
            ("DE 123 456 789", Some("DE")),
            ("de123456789", None),
            ("EL123456789", Some("GR")),
            ("FR-XX-123456789", Some("FR")),
            ("CHE-123.456.789 MWST", Some("CH")),
            ("NL123456789B01", Some("NL")),
            ("XI123456789", Some("GB")),
            ("XI 123 4567 89", None),
            ("XIGD123", Some("GB")),
            ("XIHA567", None),
            ("IE1234567WA", Some("IE")),
            ("IE8Z49289F", Some("IE")),
            ("IE8+49289F", Some("IE")),
            ("IE8*49289F", None),
            ("12-3456789", Some("US")),
        ] {
            assert_eq!(check(&normalize(written), country), Ok(()), "{written}");
        }
        for (written, country, example) in [
            ("DE12345678", Some("DE"), "DE123456789"),
            ("ATU12345678", Some("DE"), "DE123456789"),
            ("GR123456789", Some("GR"), "EL123456789"),
            ("ES1234", Some("ES"), "ESX1234567X"),
            ("IT1", None, "IT12345678912"),
            ("1234567890123456789012", Some("US"), "123456789"),
            ("ÄÖ", Some("US"), "123456789"),
        ] {
            assert_eq!(
                check(&normalize(written), country),
                Err(VatIdError {
                    example: example.to_owned()
                }),
                "{written}"
            );
        }
    }

    #[test]
    fn inv_5_a_vat_id_begins_with_its_country() {
        for (id, country) in [
            ("EL123456789", Some("GR")),
            ("XI123456789", None),
            ("DE123456789", None),
            ("AU51824753556", Some("AU")),
        ] {
            assert!(has_country(id, country), "{id}");
        }
        for (id, country) in [
            ("12345", Some("DE")),
            ("GST123", Some("CA")),
            ("BN1234", None),
            ("51824753556", Some("AU")),
        ] {
            assert!(!has_country(id, country), "{id}");
        }
    }
}
