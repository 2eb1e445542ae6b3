//! Country and currency codes: ISO 3166-1 (two letters) and the active list of ISO 4217.

use std::fmt::{self, Write};

/// ISO 3166-1, two letters each.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCL\
    CMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMIN\
    IOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNG\
    NINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRUSARWSBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTR\
    TTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// ISO 4217, three letters each: currencies in use and national units of account (such as CLF). The list leaves out
/// metals, international units and test codes.
const CURRENCIES: &str = "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDF\
    CHECHFCHWCLFCLPCNYCOPCOUCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQD\
    IRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIO\
    NOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTD\
    TWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWSTXAFXCDXCGXOFXPFYERZARZMWZWG";

/// Common spellings that are not ISO 3166-1 codes, with the code they mean.
const MEANT_COUNTRIES: &[(&str, &str)] = &[
    ("AUS", "AU"),
    ("AUT", "AT"),
    ("BEL", "BE"),
    ("CAN", "CA"),
    ("CHE", "CH"),
    ("CHN", "CN"),
    ("DEU", "DE"),
    ("DNK", "DK"),
    ("EL", "GR"),
    ("EN", "GB"),
    ("ENG", "GB"),
    ("ESP", "ES"),
    ("FIN", "FI"),
    ("FRA", "FR"),
    ("GBR", "GB"),
    ("GER", "DE"),
    ("IND", "IN"),
    ("IRL", "IE"),
    ("ITA", "IT"),
    ("JAP", "JP"),
    ("JPN", "JP"),
    ("NLD", "NL"),
    ("NOR", "NO"),
    ("POL", "PL"),
    ("PRT", "PT"),
    ("SWE", "SE"),
    ("UK", "GB"),
    ("USA", "US"),
    ("XI", "GB"),
];

/// Common spellings that are not ISO 4217 codes, with the code they mean. Includes currencies that the euro replaced.
const MEANT_CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("ATS", "EUR"),
    ("BGN", "EUR"),
    ("DEM", "EUR"),
    ("ESP", "EUR"),
    ("EURO", "EUR"),
    ("FRF", "EUR"),
    ("HRK", "EUR"),
    ("ITL", "EUR"),
    ("NLG", "EUR"),
    ("RMB", "CNY"),
    ("STG", "GBP"),
    ("UKP", "GBP"),
    ("US$", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("€", "EUR"),
];

/// A country code of two capital letters (ISO 3166-1). Only its form is checked, so a recorded code stays readable when
/// the standard changes. [`is_country`] checks whether the code is assigned.
///
/// ```
/// use licensing::value::country::Country;
///
/// assert_eq!(Country::parse("DE").map(|it| it.to_string()).as_deref(), Some("DE"));
/// assert_eq!(Country::parse("de"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([char; 2]);

impl Country {
    /// Parses two capital letters. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let pair = [letters.next()?, letters.next()?];
        let capitals = pair.iter().all(char::is_ascii_uppercase);
        (capitals && letters.next().is_none()).then_some(Self(pair))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| f.write_char(*letter))
    }
}

/// Every country code, in order.
pub fn countries() -> impl Iterator<Item = &'static str> {
    codes(COUNTRIES, 2)
}

/// Whether a text is an ISO 3166-1 code: two capital letters.
pub fn is_country(code: &str) -> bool {
    countries().any(|known| known == code)
}

/// Whether a text is an active ISO 4217 code: three capital letters.
pub fn is_currency(code: &str) -> bool {
    codes(CURRENCIES, 3).any(|known| known == code)
}

/// The country code meant by a common spelling such as `UK`. `None` if the spelling is unknown.
pub fn meant_country(text: &str) -> Option<&'static str> {
    meant(text, MEANT_COUNTRIES, COUNTRIES, 2)
}

/// The currency code meant by a common spelling. `None` if the spelling is unknown.
pub fn meant_currency(text: &str) -> Option<&'static str> {
    meant(text, MEANT_CURRENCIES, CURRENCIES, 3)
}

fn codes(all: &'static str, length: usize) -> impl Iterator<Item = &'static str> {
    (0..all.len())
        .step_by(length)
        .filter_map(move |at| all.get(at..at + length))
}

fn meant(text: &str, known: &[(&str, &'static str)], all: &'static str, length: usize) -> Option<&'static str> {
    let text = text.trim().to_uppercase();
    let listed = known
        .iter()
        .find(|(written, _)| *written == text)
        .map(|(_, code)| *code);
    listed.or_else(|| codes(all, length).find(|code| *code == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inv_5_countries_are_those_of_iso_3166() {
        assert_eq!(countries().count(), 249);
        assert!(["DE", "US", "ZW", "AD"].into_iter().all(is_country));
        assert!(
            !["EA", "XX", "UK", "EL", "de", "D", "", "DEU"]
                .into_iter()
                .any(is_country)
        );
    }

    #[test]
    fn inv_4_currencies_are_those_that_are_in_use() {
        assert!(
            ["USD", "EUR", "JPY", "XOF", "ZWG", "SLE", "VES", "CHF"]
                .into_iter()
                .all(is_currency)
        );
        assert!(
            !["EUX", "DEM", "HRK", "XXX", "XTS", "XAU", "usd", "US", "", "BGN"]
                .into_iter()
                .any(is_currency)
        );
        assert!(codes(CURRENCIES, 3).is_sorted() && codes(CURRENCIES, 3).all(|code| code.len() == 3));
    }

    #[test]
    fn what_somebody_means_is_suggested() {
        for (written, code) in [("UK", "GB"), ("uk", "GB"), (" de ", "DE"), ("USA", "US"), ("EL", "GR")] {
            assert_eq!(meant_country(written), Some(code), "{written}");
        }
        for (written, code) in [
            ("eur", "EUR"),
            ("Euro", "EUR"),
            ("DEM", "EUR"),
            ("£", "GBP"),
            ("RMB", "CNY"),
        ] {
            assert_eq!(meant_currency(written), Some(code), "{written}");
        }
        assert_eq!((meant_country("XX"), meant_currency("QQQ")), (None, None));
        let meant = MEANT_COUNTRIES.iter().chain(MEANT_CURRENCIES);
        assert!(meant.into_iter().all(|(_, code)| is_country(code) || is_currency(code)));
    }
}
