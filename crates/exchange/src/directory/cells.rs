//! Reads the cells of a table of people in English, German, French, and Spanish: account states and last accesses.

use licensing::directory::csv::headings::key;
use licensing::{AccountState, Date};

/// The words for states that are not active, normalized by [`key`].
const STATES: [(AccountState, &[&str]); 3] = [
    (
        AccountState::Disabled,
        &[
            "disabled",
            "inactive",
            "deactivated",
            "blocked",
            "suspended",
            "locked",
            "lockedout",
            "signinblocked",
            "pendingdisabled",
            "deprovisioned",
            "deaktiviert",
            "inaktiv",
            "gesperrt",
            "blockiert",
            "ausgesetzt",
            "desactive",
            "desactivee",
            "inactif",
            "bloque",
            "bloquee",
            "suspendu",
            "suspendue",
            "deshabilitado",
            "deshabilitada",
            "desactivado",
            "desactivada",
            "inactivo",
            "inactiva",
            "bloqueado",
            "bloqueada",
            "suspendido",
            "suspendida",
            "inhabilitado",
            "inhabilitada",
        ],
    ),
    (
        AccountState::Deleted,
        &[
            "deleted",
            "removed",
            "softdeleted",
            "geloscht",
            "entfernt",
            "supprime",
            "supprimee",
            "efface",
            "effacee",
            "eliminado",
            "eliminada",
            "borrado",
            "borrada",
        ],
    ),
    (
        AccountState::Expired,
        &[
            "expired",
            "abgelaufen",
            "expire",
            "expiree",
            "perime",
            "perimee",
            "caducado",
            "caducada",
            "vencido",
            "vencida",
            "expirado",
            "expirada",
        ],
    ),
];

/// The words for yes.
const TRUE: [&str; 11] = [
    "true",
    "yes",
    "1",
    "wahr",
    "ja",
    "vrai",
    "oui",
    "verdadero",
    "si",
    "y",
    "x",
];

/// The words for no.
const FALSE: [&str; 9] = ["false", "no", "0", "falsch", "nein", "faux", "non", "falso", "n"];

/// The words for people who have never signed in.
const NEVER: [&str; 11] = [
    "never",
    "neveraccessed",
    "neversignedin",
    "neverloggedin",
    "nie",
    "niemals",
    "nochnie",
    "jamais",
    "nunca",
    "na",
    "null",
];

/// The earliest plausible year of a last access. Azure DevOps writes January 1 of year 1 for "never", Windows January 1
/// of 1601.
const FIRST_YEAR: i32 = 1602;

/// The account state that a word stands for. `None` for any other word, such as a location in a column with the same
/// heading, or a transitional state.
pub fn state(word: &str) -> Option<AccountState> {
    let key = key(word);
    let found = STATES.iter().find(|(_, words)| words.contains(&key.as_str()));
    found.map(|(state, _)| *state)
}

/// Whether a cell says yes or no. `None` if it says neither.
pub fn truth(cell: &str) -> Option<bool> {
    let key = key(cell);
    let key = key.as_str();
    TRUE.contains(&key)
        .then_some(true)
        .or(FALSE.contains(&key).then_some(false))
}

/// The day of a last access. A time after it is ignored. `Some(None)` means never, `None` that the cell is not a day.
pub fn seen(cell: &str) -> Option<Option<Date>> {
    if NEVER.contains(&key(cell).as_str()) || matches!(cell, "-" | "–" | "—") {
        return Some(None);
    }
    let end = cell.find(['T', ' ']).unwrap_or(cell.len());
    let day = cell.get(..end)?;
    if is_zero(day) {
        return Some(None);
    }
    Date::parse(day).map(came)
}

/// The day, or `None` if it stands for "never".
pub fn came(day: Date) -> Option<Date> {
    (day.year() >= FIRST_YEAR).then_some(day)
}

/// Whether a day is the first day of a computer's calendar, in any order of day, month, and year.
fn is_zero(day: &str) -> bool {
    let mut parts: Vec<&str> = day
        .split(['.', '/', '-'])
        .map(|part| part.trim_start_matches('0'))
        .collect();
    parts.sort_unstable();
    matches!(parts.as_slice(), ["1", "1", "1" | "1601"])
}
