//! The format of dates, sums, and numbers. The page uses the browser's formats. Tests and the command line use a plain
//! one.

use licensing::text::letters::folded;
use licensing::{Date, Money};

/// Formats values for display. An account has a single currency, so amounts do not contain one.
pub trait Format {
    /// A date.
    fn date(&self, date: Date) -> String;

    /// The month of a date.
    fn month(&self, date: Date) -> String {
        date.to_string().chars().take(7).collect()
    }

    /// A sum with its currency.
    fn money(&self, money: Money) -> String;

    /// A whole number.
    fn number(&self, number: u32) -> String;

    /// The distance to a day: "in 12 days", "today", "3 days ago". Negative `days` are in the past. These words come
    /// from the page rather than from the browser, so they are in the page's language for every reader.
    fn in_days(&self, days: i64) -> String {
        match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            -1 => "yesterday".to_owned(),
            2.. => format!("in {days} days"),
            _ => format!("{} days ago", days.unsigned_abs()),
        }
    }

    /// The ranks of texts in the order of the reader's language, one per text. `None` if the format has no such order.
    /// Texts are then sorted by their letters, ignoring case and diacritics.
    fn places(&self, _texts: &[&str]) -> Option<Vec<u32>> {
        None
    }

    /// A share in hundredths of a percent: 1875 is "18.75%".
    fn percent(&self, hundredths: u32) -> String;
}

/// The plain format: ISO dates, and sums as in files.
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

/// Sorts a list by ranks. Elements with the same rank keep their order.
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
