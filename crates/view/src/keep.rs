//! Who keeps access when fewer licenses are taken than people have access (LIC 7).

use super::{Command, Scene, words};
use crate::LicenseCount;
use crate::key::folded;
use licensing::directory::person::PersonId;

/// So many people are listed at once; the rest is found by searching.
pub const LISTED: usize = 100;

/// The choice: who keeps one of the licenses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// How many can keep access.
    pub licenses: usize,
    /// Everybody with access, in the order of the preselection.
    pub people: Vec<AccessCandidate>,
}

/// Somebody with access.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccessCandidate {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their last access in words.
    pub detail: String,
}

impl Keeping {
    /// Who keeps access without a choice: the most recently seen (LIC 7).
    pub fn preselected(&self) -> Vec<PersonId> {
        self.people
            .iter()
            .take(self.licenses)
            .map(|person| person.id.clone())
            .collect()
    }

    /// The people whose name holds `search`, at most [`LISTED`], and how many there are.
    pub fn found(&self, search: &str) -> (Vec<&AccessCandidate>, usize) {
        let search = folded(search);
        let fits = |person: &&AccessCandidate| folded(&person.name).contains(search.trim());
        let found: Vec<&AccessCandidate> = self.people.iter().filter(fits).collect();
        let count = found.len();
        (found.into_iter().take(LISTED).collect(), count)
    }
}

/// The choice that a command leaves; none where everybody keeps access.
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

/// The last access in words, by any row of the person (LIC 7); of who has left, and where the directory does not tell, it is
/// not known (LIC 10).
fn detail(scene: &Scene<'_>, id: &PersonId, tells: bool) -> String {
    match scene.people.last_access_of(id) {
        None if !tells || !scene.people.contains(id) => words::keep::NOT_KNOWN.to_owned(),
        seen => words::keep::seen(seen.map(|day| scene.date(day)).as_deref()),
    }
}

/// The command with this choice; `None` leaves the preselection.
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
