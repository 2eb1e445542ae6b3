//! Generated people for the demo. They are always the same, so screenshots and tests can name them.

use crate::groups::groups;
use exchange::directory::groups::Group;
use exchange::directory::{DirectoryAnswer, DirectoryProgress, DirectoryProvider, OnProgress};
use licensing::{AccountState, Date, Directory, Person, PersonId};

/// The demo's viewers.
const FIXED: [(&str, &str); 5] = [
    ("ada", "Ada Muster"),
    ("ben", "Ben Okafor"),
    ("cleo", "Cleo Marchetti"),
    ("dan", "Dan Kowalski"),
    ("eve", "Eve Lindqvist"),
];

const GIVEN: [&str; 32] = [
    "Ángel", "Aisha", "Amélie", "Anders", "Åsa", "Björn", "Chidi", "Chloé", "Daniel", "Đorđe", "Elif", "Emma", "Farid",
    "Grace", "Hana", "Ivan", "Jürgen", "Kenji", "Lea", "Łukasz", "María", "Mei", "Niamh", "Noah", "Olga", "Priya",
    "Rafael", "Søren", "Sofia", "Tomáš", "Yusuf", "Zoë",
];

const FAMILY: [&str; 31] = [
    "Adeyemi",
    "Andersson",
    "Bauer",
    "Čapek",
    "Costa",
    "Dubois",
    "Evans",
    "Fernández",
    "Gonçalves",
    "Haddad",
    "Horváth",
    "Ito",
    "Jansen",
    "Kaya",
    "Kim",
    "Larsen",
    "Müller",
    "Nguyen",
    "Novák",
    "O’Brien",
    "Öztürk",
    "Patel",
    "Rossi",
    "Şahin",
    "Silva",
    "Smith",
    "Tanaka",
    "Virtanen",
    "Weiß",
    "Wójcik",
    "Zhang",
];

/// Difficult names, starting with the 20th person: right to left, an emoji, 120 characters, special characters of
/// several computer languages, and 200 characters without a space.
const ODD: [&str; 5] = [
    "محمد الأحمد",
    "Sam Rivera 🚀",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Cholmondeley-Warner de la Fuente y Santamaría von Hohenzollern-Sig",
    "O'Neil \"Bobby\" <b>Tables</b> & 'Co'; --",
    concat!(
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochperson",
        "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahuperson",
        "Donaudampfschifffahrtselektrizitätenhaupt-ABC",
    ),
];
const FIRST_ODD: u32 = 19;

/// The first `count` people, as of a day. The first people are the same for every `count`.
pub fn people(count: u32, today: Date) -> Vec<Person> {
    (0..count).filter_map(|number| person(number, today)).collect()
}

/// The directory of a sample organization, without people who have left.
#[derive(Clone, Copy, Debug)]
pub struct Seeded {
    /// The number of people, including those who have left.
    pub count: u32,
    /// The IDs of people who have left.
    pub left: &'static [&'static str],
    /// The day of the demo.
    pub today: Date,
}

impl DirectoryProvider for Seeded {
    fn people<'a>(&'a self, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, ()> {
        let mut rows = people(self.count, self.today);
        rows.retain(|person| !self.left.contains(&person.id.as_str()));
        on_progress(DirectoryProgress::People(rows));
        Box::pin(async { Ok(()) })
    }

    fn groups<'a>(&'a self, people: &'a Directory, _: &'a OnProgress<'a>) -> DirectoryAnswer<'a, Vec<Group>> {
        let groups = groups(people);
        Box::pin(async { Ok(groups) })
    }
}

fn person(number: u32, today: Date) -> Option<Person> {
    if let Some((id, name)) = usize::try_from(number).ok().and_then(|at| FIXED.get(at)) {
        let email = [id, "@example.org"].concat();
        return Some(Person {
            id: PersonId::new(id)?,
            name: (*name).to_owned(),
            email: Some(email),
            last_access: Some(today.minus_days(number)),
            account: None,
            state: AccountState::Active,
        });
    }
    let id = id(number);
    let odd = number
        .checked_sub(FIRST_ODD)
        .and_then(|at| ODD.get(usize::try_from(at).ok()?));
    let (given, family) = (pick(&GIVEN, number), pick(&FAMILY, number));
    let email = match odd {
        Some(_) => [&id, "@example.org"].concat(),
        None => [&ascii(given), ".", &ascii(family), &number.to_string(), "@example.org"].concat(),
    };
    // Spread over the last 200 days. One in eleven has never signed in.
    let days = scatter(number) % 220;
    Some(Person {
        id: PersonId::new(&id)?,
        name: odd.map_or_else(|| [given, " ", family].concat(), |name| (*name).to_owned()),
        email: Some(email),
        last_access: (days < 200).then(|| today.minus_days(days)),
        account: None,
        state: AccountState::Active,
    })
}

/// The ID of the person with a number. `p000001` follows the fixed people.
fn id(number: u32) -> String {
    let digits = (number + 1).saturating_sub(5).to_string();
    let zeros = "000000".get(digits.len()..).unwrap_or_default();
    ["p", zeros, &digits].concat()
}

/// Picks a name. 32 and 31 are coprime, so full names repeat only after 992 people.
fn pick(names: &[&'static str], number: u32) -> &'static str {
    let many = u32::try_from(names.len()).unwrap_or(1).max(1);
    usize::try_from(number % many)
        .ok()
        .and_then(|at| names.get(at))
        .copied()
        .unwrap_or_default()
}

/// A deterministic number that looks random. The multiplier is 2³² divided by the golden ratio.
fn scatter(number: u32) -> u32 {
    number.wrapping_mul(2_654_435_761) >> 16
}

/// A name for an email address: lowercase letters without diacritics.
fn ascii(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars() {
        let plain = match letter {
            'Á' | 'Å' | 'á' => "a",
            'Č' | 'ç' => "c",
            'Đ' | 'đ' => "d",
            'é' | 'ë' => "e",
            'í' => "i",
            'Ł' => "l",
            'Ö' | 'ö' | 'ø' | 'ó' => "o",
            'Ş' | 'š' => "s",
            'ß' => "ss",
            'ü' => "u",
            _ => "",
        };
        text.push_str(plain);
        text.extend(letter.is_ascii_alphabetic().then(|| letter.to_ascii_lowercase()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn today() -> Date {
        Date::new(2026, 11, 24).unwrap()
    }

    #[test]
    fn people_are_unique_and_nobody_is_two() {
        let people = people(3_000, today());
        let ids: BTreeSet<&PersonId> = people.iter().map(|it| &it.id).collect();
        let emails: BTreeSet<&str> = people.iter().filter_map(|it| it.email.as_deref()).collect();
        assert_eq!((ids.len(), emails.len()), (3_000, 3_000));
        assert!(emails.iter().all(|it| it.is_ascii() && it.ends_with("@example.org")));
        assert!(Directory::new(people).doubles().is_empty());
    }

    #[test]
    fn the_first_are_the_same_for_every_count() {
        assert_eq!(people(30, today())[..], people(300, today())[..30]);
        assert_eq!(
            people(7, today()).iter().map(|it| it.id.as_str()).collect::<Vec<_>>()[4..],
            ["eve", "p000001", "p000002"]
        );
    }

    #[test]
    fn odd_names_and_last_accesses_are_there() {
        let people = people(500, today());
        assert_eq!(people[21].name.chars().count(), 120);
        assert!(people[20].name.contains('🚀') && people[19].name.starts_with('م'));
        assert!(people[22].name.contains('"') && people[22].name.contains('<'));
        assert_eq!(people[23].name.chars().count(), 200);
        assert!(people.iter().any(|it| it.last_access.is_none()));
        let oldest = people.iter().filter_map(|it| it.last_access).min().unwrap();
        assert!((150..200).contains(&oldest.days_until(today())));
    }
}
