//! The choice of who keeps access when there are fewer licenses than people with access (LIC 7).

use super::{Command, Scene, words};
use crate::LicenseCount;
use crate::key::folded;
use licensing::directory::person::PersonId;

/// The highest number of listed people. The others are found by searching.
pub const LISTED: usize = 100;

/// The choice of who keeps a license.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// The number of people who can keep access.
    pub licenses: usize,
    /// Everyone with access, in the order of the preselection.
    pub people: Vec<AccessCandidate>,
}

/// A person with access.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccessCandidate {
    /// The person's ID.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The last access as text.
    pub detail: String,
}

impl Keeping {
    /// The people who keep access by default: those with the most recent access (LIC 7).
    pub fn preselected(&self) -> Vec<PersonId> {
        self.people
            .iter()
            .take(self.licenses)
            .map(|person| person.id.clone())
            .collect()
    }

    /// The people whose names contain `search`, at most [`LISTED`] of them, and the number of all matches.
    pub fn found(&self, search: &str) -> (Vec<&AccessCandidate>, usize) {
        let search = folded(search);
        let fits = |person: &&AccessCandidate| folded(&person.name).contains(search.trim());
        let found: Vec<&AccessCandidate> = self.people.iter().filter(fits).collect();
        let count = found.len();
        (found.into_iter().take(LISTED).collect(), count)
    }
}

/// The choice that a command requires. `None` if everyone keeps access.
pub fn keeping(scene: &Scene<'_>, command: &Command) -> Option<Keeping> {
    let licenses = match command {
        Command::Buy { licenses, .. } => LicenseCount::try_from(*licenses).ok()?,
        Command::ChooseFree { .. } => scene.catalogue.free_licenses()?,
        _ => return None,
    };
    let licenses = licenses.people();
    let ranked = scene.account.assignments().ranked(scene.people);
    if ranked.len() <= licenses {
        return None;
    }
    let tells = scene.people.has_last_access();
    let candidate = |id: &PersonId| AccessCandidate {
        id: id.clone(),
        name: scene.person_name(id),
        detail: detail(scene, id, tells),
    };
    Some(Keeping {
        licenses,
        people: ranked.into_iter().map(candidate).collect(),
    })
}

/// The last access of a person as text, in any of the person's rows (LIC 7). It is unknown for people who have left,
/// and if the directory does not report it (LIC 10).
fn detail(scene: &Scene<'_>, id: &PersonId, tells: bool) -> String {
    match scene.people.last_access_of(id) {
        None if !tells || !scene.people.contains(id) => words::keep::NOT_KNOWN.to_owned(),
        seen => words::keep::seen(seen.map(|day| scene.date(day)).as_deref()),
    }
}

/// Adds the choice to a command. `None` keeps the preselection.
pub fn with_choice(command: Command, chosen: Option<Vec<PersonId>>) -> Command {
    match command {
        Command::Buy {
            plan, length, licenses, ..
        } => Command::Buy {
            plan,
            length,
            licenses,
            keep: chosen,
        },
        Command::ChooseFree { .. } => Command::ChooseFree { keep: chosen },
        other => other,
    }
}
