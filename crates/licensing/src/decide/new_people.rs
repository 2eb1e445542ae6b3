//! Automatic licenses for new people while licenses are free (LIC 8).

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::value::date::Date;
use crate::value::setting::Setting;
use std::collections::BTreeMap;

/// Puts new people of the directory on Default, in order of their IDs, while licenses are free (LIC 8). A person is new
/// if none of their rows has an entry, so a person with an explicit None stays without access. All rows of a person
/// change together.
pub(crate) fn new_people(account: &Account, people: &Directory, today: Date) -> Option<Event> {
    let assignments = account.assignments();
    // While Default resolves to None, an entry on Default gives no license. A lapsed certificate has no licenses to
    // give either, because nobody may use them (ACC 7).
    let licenses = account.is_on(Setting::LicenseNewPeople)
        && assignments.is_explicit()
        && assignments.default_role().uses_license()
        && account.status(today).is_usable();
    if !licenses {
        return None;
    }
    // New people do not get licenses that can still be undone (CHG 13). They get them tomorrow.
    let licenses = account.licenses()?;
    let fewest = account.undoable().fewest_licenses(today).unwrap_or(licenses);
    let free = fewest
        .min(licenses)
        .get()
        .saturating_sub(account.licenses_in_use(people));
    if free == 0 {
        return None;
    }
    let mut new: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
    for row in people
        .people()
        .iter()
        .filter(|row| assignments.entry(&row.id).is_none())
    {
        new.entry(people.counted_as(&row.id)).or_default().push(&row.id);
    }
    let known = |person: &PersonId| {
        let rows = people.doubles().get(person);
        rows.is_some_and(|rows| rows.iter().any(|row| assignments.entry(row).is_some()))
    };
    let new = new.into_iter().filter(|(person, _)| !known(person));
    let licensed = new.take(usize::try_from(free).unwrap_or(usize::MAX));
    let people: Vec<PersonId> = licensed.flat_map(|(_, rows)| rows).cloned().collect();
    (!people.is_empty()).then_some(Event::NewPeopleLicensed { on: today, people })
}
