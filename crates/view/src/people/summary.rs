//! The summary of User Management: who has a license, and who needs one.

use super::{People, Scene};
use crate::LicenseCount;
use crate::{Mood, words};
use licensing::subscription::status::Status;

/// The numbers at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The number of licenses. `None` if there is no limit (LIC 5, LIC 6).
    pub bought: Option<u32>,
    /// The number of licenses in use. Each person counts once (LIC 2).
    pub in_use: u32,
    /// The number of available licenses.
    pub free: Option<u32>,
    /// The number of people who have requested a license.
    pub waiting: u32,
    /// The tone: a warning if few or no licenses are available.
    pub mood: Mood,
}

/// The numbers at the top of the page.
pub fn summary(scene: &Scene<'_>) -> Summary {
    let Scene {
        account, people, today, ..
    } = *scene;
    let waiting = account.open_requests(people, today).count();
    Summary {
        bought: account.licenses().map(LicenseCount::get),
        in_use: account.licenses_in_use(people),
        free: account.licenses_free(people),
        waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
        mood: if account.runs_low(people) {
            Mood::Warning
        } else {
            Mood::Info
        },
    }
}

/// A sentence that says who has a license and who needs one.
pub fn headline(scene: &Scene<'_>, people: &People) -> String {
    let (licensed, unlicensed) = people.counts();
    let free = summary(scene).free.unwrap_or(0);
    let [licensed_text, unlicensed_text, free_text] = [licensed, unlicensed, free].map(|it| scene.format.number(it));
    let licensed = (licensed, licensed_text.as_str());
    let unlicensed = (unlicensed, unlicensed_text.as_str());
    match scene.status() {
        Status::None => words::people::NOTHING_YET.to_owned(),
        Status::Trial => words::people::in_trial(licensed, unlicensed),
        Status::TrialEnded | Status::Expired => words::people::ended(licensed),
        _ => words::people::held(licensed, unlicensed, (free, &free_text)),
    }
}
