//! What the cells of a table of people say, in English, German, French and Spanish: states of accounts, and last accesses.

use licensing::directory::csv::headings::key;
use licensing::{AccountState, Date};

/// The words for states that are not active, as [`key`] writes them.
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

/// What is said where something is so.
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

/// What is said where it is not.
const FALSE: [&str; 9] = ["false", "no", "0", "falsch", "nein", "faux", "non", "falso", "n"];

/// What is said of those who never came.
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

/// Before this year nobody used a computer: Azure DevOps writes the first day of all for never, Windows the first of 1601.
const FIRST_YEAR: i32 = 1602;

/// The state that a word tells. Any other word is nothing against the account: a place, such as in columns of that heading,
/// or a state on the way.
pub fn state(word: &str) -> Option<AccountState> {
    let key = key(word);
    let found = STATES.iter().find(|(_, words)| words.contains(&key.as_str()));
    found.map(|(state, _)| *state)
}

/// Whether a cell says yes or no.
pub fn truth(cell: &str) -> Option<bool> {
    let key = key(cell);
    let key = key.as_str();
    TRUE.contains(&key)
        .then_some(true)
        .or(FALSE.contains(&key).then_some(false))
}

/// The day of a last access, also where a time stands behind it; `Some(None)` for never, none where it is no day.
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

/// A day, where somebody may have come on it.
pub fn came(day: Date) -> Option<Date> {
    (day.year() >= FIRST_YEAR).then_some(day)
}

/// Whether a day is the first one of a calendar of computers, in whichever order it is written.
fn is_zero(day: &str) -> bool {
    let mut parts: Vec<&str> = day
        .split(['.', '/', '-'])
        .map(|part| part.trim_start_matches('0'))
        .collect();
    parts.sort_unstable();
    matches!(parts.as_slice(), ["1", "1", "1" | "1601"])
}
