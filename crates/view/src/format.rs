//! How dates, sums and numbers are written for the reader. The page asks the browser; tests and the command line
//! write them plainly.

use licensing::text::letters::folded;
use licensing::{Date, Money};

/// Writes values for people. The account has one currency, so that sums carry none of their own.
pub trait Format {
    /// A date.
    fn date(&self, date: Date) -> String;

    /// A sum with its currency.
    fn money(&self, money: Money) -> String;

    /// A whole number.
    fn number(&self, number: u32) -> String;

    /// How far away a day is: "in 12 days", "today", "3 days ago"; negative `days` lie in the past. These are
    /// words among the page's words, so that every reader gets the page's language.
    fn in_days(&self, days: i64) -> String {
        match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            -1 => "yesterday".to_owned(),
            2.. => format!("in {days} days"),
            _ => format!("{} days ago", days.unsigned_abs()),
        }
    }

    /// The places of texts in the order of the reader's language, one for each text; none where it has no order of its own:
    /// then they stand as their letters do, without case and marks.
    fn places(&self, _texts: &[&str]) -> Option<Vec<u32>> {
        None
    }

    /// A share in hundredths of a per cent: 1875 is "18.75%".
    fn percent(&self, hundredths: u32) -> String;
}

/// The plain way: ISO dates and sums as files have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The currency, three letters (ISO 4217).
    pub currency: String,
}

impl Format for Plain {
    fn date(&self, date: Date) -> String {
        date.to_string()
    }

    fn money(&self, money: Money) -> String {
        format!("{} {money}", self.currency)
    }

    fn number(&self, number: u32) -> String {
        number.to_string()
    }

    fn percent(&self, hundredths: u32) -> String {
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match (rest / 10, rest % 10) {
            (0, 0) => format!("{whole}%"),
            (tenths, 0) => format!("{whole}.{tenths}%"),
            (tenths, hundredth) => format!("{whole}.{tenths}{hundredth}%"),
        }
    }
}

/// Sorts by a text, in the order of the reader's language.
pub fn sort_by_text<T>(format: &dyn Format, list: &mut Vec<T>, text: impl Fn(&T) -> &str) {
    list.sort_by_cached_key(|it| folded(text(it)));
    let texts: Vec<&str> = list.iter().map(text).collect();
    if let Some(places) = format.places(&texts) {
        put_in_places(list, places);
    }
}

/// Puts each part of a list in its place; parts of the same place stay as they stand.
pub fn put_in_places<T>(list: &mut Vec<T>, places: Vec<u32>) {
    let mut placed: Vec<(u32, T)> = places.into_iter().zip(list.drain(..)).collect();
    placed.sort_by_key(|(place, _)| *place);
    list.extend(placed.into_iter().map(|(_, it)| it));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_as_in_files() {
        let plain = Plain {
            currency: "USD".to_owned(),
        };
        assert_eq!(plain.money(Money::from_minor(16_000, 2)), "USD 160.00");
        assert_eq!(
            [0, 1, -1, 12, -3].map(|days| plain.in_days(days)),
            ["today", "tomorrow", "yesterday", "in 12 days", "3 days ago"]
        );
        assert_eq!(
            [1875, 1850, 2500, 5].map(|share| plain.percent(share)),
            ["18.75%", "18.5%", "25%", "0.05%"]
        );
    }
}
