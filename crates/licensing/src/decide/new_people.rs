//! People who are new and get a license by themselves, while there are free ones (LIC 8).

use crate::account::Account;
use crate::directory::Directory;
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::value::date::Date;
use crate::value::setting::Setting;
use std::collections::BTreeMap;

/// Puts new people of the directory on Default, in order of their ids, as long as licenses are free (LIC 8): those of
/// whose rows none has an entry, so that nobody comes back who was given None. All rows of a person go together.
pub(crate) fn new_people(account: &Account, people: &Directory, today: Date) -> Option<Event> {
    let roster = account.assignments();
    // While Default resolves to None, putting somebody on it would license nobody.
    // The licenses of a certificate that has lapsed are none: nobody may use it, so nobody new is given it (ACC 7).
    let licenses = account.is_on(Setting::LicenseNewPeople)
        && roster.is_explicit()
        && roster.default_role().uses_license()
        && account.status(today).is_usable();
    if !licenses {
        return None;
    }
    // Nobody is licensed into what can still be undone (CHG 13): tomorrow is soon enough.
    let licenses = account.licenses()?;
    let fewest = account.undoable().fewest_licenses(today).unwrap_or(licenses);
    let free = fewest.min(licenses).saturating_sub(account.licenses_in_use(people));
    if free == 0 {
        return None;
    }
    let mut new: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
    for row in people.people().iter().filter(|row| roster.entry(&row.id).is_none()) {
        new.entry(people.counted_as(&row.id)).or_default().push(&row.id);
    }
    let known = |person: &PersonId| {
        let rows = people.doubles().get(person);
        rows.is_some_and(|rows| rows.iter().any(|row| roster.entry(row).is_some()))
    };
    let new = new.into_iter().filter(|(person, _)| !known(person));
    let licensed = new.take(usize::try_from(free).unwrap_or(usize::MAX));
    let people: Vec<PersonId> = licensed.flat_map(|(_, rows)| rows).cloned().collect();
    (!people.is_empty()).then_some(Event::NewPeopleLicensed { on: today, people })
}
