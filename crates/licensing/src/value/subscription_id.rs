//! The subscription ID (ACT 2). Every document shows it (INV 2).

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Digits and letters that cannot be confused with each other, with the values 0 to 30 in this order (ACT 2).
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Three groups of four characters whose weighted sum is divisible by 31 (ACT 2), such as `7T4K-9QXM-2HRA`.
///
/// ```
/// use licensing::value::subscription_id::{ParseSubscriptionIdError, SubscriptionId};
///
/// let id = SubscriptionId::parse("7t4k 9qxm 2hra")?;
/// assert_eq!(id.to_string(), "7T4K-9QXM-2HRA");
/// assert_eq!(SubscriptionId::find("Subscription ID: 7T4K-9QXM-2HRA")?, id);
/// // Two characters swapped.
/// assert_eq!(SubscriptionId::parse("T74K-9QXM-2HRA"), Err(ParseSubscriptionIdError::Check));
/// # Ok::<(), ParseSubscriptionIdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SubscriptionId([u8; 12]);

/// Why a text is not a subscription ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseSubscriptionIdError {
    /// Not twelve characters, ignoring dashes and whitespace.
    #[error("it has {0} characters instead of 12")]
    Length(usize),
    /// A character that no ID contains.
    #[error("no subscription ID contains `{0}`")]
    Character(char),
    /// The checksum is wrong: one character is wrong, or two are swapped.
    #[error("its characters do not fit together: one is wrong, or two are swapped")]
    Check,
}

impl SubscriptionId {
    /// The ID used in scenarios and demos.
    pub const SAMPLE: Self = Self(*b"7T4K9QXM2HRA");

    /// A new ID from eleven random numbers. The twelfth character is the check character.
    pub fn from_random(random: [u8; 11]) -> Self {
        let value = |byte: u8| u32::from(byte) % 31;
        let sum: u32 = (1_u32..)
            .zip(random)
            .map(|(position, byte)| position * value(byte))
            .sum();
        // 12 × 13 = 156 = 5 × 31 + 1, so 13 is the inverse of the weight of the twelfth position.
        let last = (31 - sum % 31) * 13 % 31;
        let values = random.into_iter().map(value).chain([last]);
        let mut text = [b'2'; 12];
        for (place, value) in text.iter_mut().zip(values) {
            *place = usize::try_from(value)
                .ok()
                .and_then(|at| ALPHABET.get(at))
                .copied()
                .unwrap_or(b'2');
        }
        Self(text)
    }

    /// Parses an ID in any case, with or without dashes and spaces (ACT 2).
    ///
    /// # Errors
    /// If the text is not an ID. The checksum detects every single wrong character and every swap of neighbors.
    pub fn parse(text: &str) -> Result<Self, ParseSubscriptionIdError> {
        let mut characters = text
            .chars()
            .filter(|it| !it.is_whitespace() && *it != '-')
            .map(|it| it.to_ascii_uppercase());
        let count = characters.clone().count();
        if count != 12 {
            return Err(ParseSubscriptionIdError::Length(count));
        }
        let mut id = [b'2'; 12];
        let mut sum = 0;
        for (position, place) in (1_u32..).zip(id.iter_mut()) {
            let character = characters.next().unwrap_or('2');
            let value = (0_u32..)
                .zip(ALPHABET)
                .find(|(_, letter)| char::from(**letter) == character);
            let (value, letter) = value.ok_or(ParseSubscriptionIdError::Character(character))?;
            sum += position * value;
            *place = *letter;
        }
        if sum % 31 == 0 {
            Ok(Self(id))
        } else {
            Err(ParseSubscriptionIdError::Check)
        }
    }

    /// Finds an ID in pasted text: alone, or in a line of an invoice such as `Subscription ID: 7T4K-9QXM-2HRA` (ACT 2).
    ///
    /// # Errors
    /// If the text holds no ID. The error describes the only part that looks like an ID, otherwise the whole text.
    pub fn find(text: &str) -> Result<Self, ParseSubscriptionIdError> {
        let whole = Self::parse(text);
        let words = || text.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
        // A document number is the ID followed by two more groups (INV 3).
        let beginning = |word: &str| word.get(..14).map(Self::parse);
        let shaped = |word: &&str| word.matches('-').count() >= 2 && word.len() >= 14;
        match whole {
            Ok(id) => Ok(id),
            Err(problem) => words()
                .find_map(|word| Self::parse(word).ok())
                .map_or_else(|| words().find(shaped).and_then(beginning).unwrap_or(Err(problem)), Ok),
        }
    }
}

impl fmt::Display for SubscriptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if at == 4 || at == 8 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*byte))?;
        }
        Ok(())
    }
}

impl fmt::Debug for SubscriptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for SubscriptionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SubscriptionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| D::Error::custom(format!("`{text}` isn't a subscription ID")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_2_reads_any_case_with_or_without_dashes() {
        for text in ["7T4K-9QXM-2HRA", "7t4k9qxm2hra", " 7T4K 9QXM 2HRA "] {
            assert_eq!(SubscriptionId::parse(text), Ok(SubscriptionId::SAMPLE));
        }
        assert_eq!(SubscriptionId::SAMPLE.to_string(), "7T4K-9QXM-2HRA");
        assert_eq!(SubscriptionId::parse("7T4K"), Err(ParseSubscriptionIdError::Length(4)));
        assert_eq!(
            SubscriptionId::parse("7T4K-9QXM-2HR0"),
            Err(ParseSubscriptionIdError::Character('0'))
        );
    }

    #[test]
    fn act_2_finds_the_id_in_what_is_pasted_and_says_what_is_wrong() {
        for text in [
            "7t4k-9qxm-2hra",
            "Subscription ID: 7T4K-9QXM-2HRA",
            "Subscription ID\t7T4K-9QXM-2HRA\r\n",
            "Invoice 7T4K-9QXM-2HRA-INV-0001 of 2026-11-24",
            "Credit note 7T4K-9QXM-2HRA-CN-0001, 10 licences, Team",
        ] {
            assert_eq!(SubscriptionId::find(text), Ok(SubscriptionId::SAMPLE), "{text}");
        }
        let slip = "Subscription ID: 7T4K-9QXM-2HRB, 2026-11-24";
        assert_eq!(SubscriptionId::find(slip), Err(ParseSubscriptionIdError::Check));
        assert_eq!(SubscriptionId::find(""), Err(ParseSubscriptionIdError::Length(0)));
        assert_eq!(
            SubscriptionId::find("7T4K-9QXM"),
            Err(ParseSubscriptionIdError::Length(8))
        );
    }

    #[test]
    fn act_2_notices_every_slip_and_every_swap_of_neighbors() {
        for seed in 0_u8..40 {
            let id = SubscriptionId::from_random(std::array::from_fn(|at| {
                seed.wrapping_mul(37).wrapping_add(at as u8 * 11)
            }));
            assert_eq!(SubscriptionId::parse(&id.to_string()), Ok(id));
            for at in 0..12 {
                for letter in ALPHABET {
                    let mut slip = id.0;
                    slip[at] = *letter;
                    let text: String = slip.iter().map(|byte| char::from(*byte)).collect();
                    assert_eq!(SubscriptionId::parse(&text).is_ok(), slip == id.0, "{id} {text}");
                }
                if at < 11 {
                    let mut swap = id.0;
                    swap.swap(at, at + 1);
                    let text: String = swap.iter().map(|byte| char::from(*byte)).collect();
                    assert_eq!(SubscriptionId::parse(&text).is_ok(), swap == id.0, "{id} {text}");
                }
            }
        }
    }
}
