//! The export of licensed people as CSV. Import roles can read the file.

use super::{People, PeopleRow, Query, Tab, name_of, person_of, unseen};
use crate::list_query::ListQuery;
use crate::{Scene, words};
use licensing::directory::csv;

/// The row numbers of an export: the licensed people with the filters and order of the list. If the list shows people
/// without a license, all licensed people.
pub fn exported(people: &People, query: &Query) -> Vec<u32> {
    let query = match query.tab {
        Tab::Licensed => query.clone(),
        Tab::Unlicensed => Query {
            tab: Tab::Licensed,
            ..query.cleared()
        },
    };
    people.matching(&people.order(query.sort, query.descending), &query)
}

/// The content of the file: names, addresses, roles as displayed, and ISO dates (SUB 7).
pub fn export(scene: &Scene<'_>, people: &People, numbers: &[u32]) -> String {
    let heading = words::people_csv::COLUMNS.map(str::to_owned).to_vec();
    let rows = numbers.iter().filter_map(|number| people.get(*number));
    csv::written(std::iter::once(heading).chain(rows.map(|row| cells(scene, row, people.has_last_access))))
}

fn cells(scene: &Scene<'_>, row: &PeopleRow, has_last_access: bool) -> Vec<String> {
    let person = person_of(scene, row);
    let email = person.map(|person| person.address().to_owned());
    let account = person.and_then(|person| person.account.clone());
    let since = row.since.map(|day| day.to_string());
    let left = if row.left { words::people_csv::LEFT } else { "" };
    vec![
        name_of(scene, row),
        email.unwrap_or_default(),
        row.id.to_string(),
        words::people::role(row.assigned, row.role),
        since.unwrap_or_default(),
        row.last_access
            .map_or_else(|| unseen(has_last_access, row).to_owned(), |day| day.to_string()),
        left.to_owned(),
        account.unwrap_or_default(),
        row.state.as_str().to_owned(),
    ]
}
