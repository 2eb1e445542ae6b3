//! The first line and the numbers of the page: who has a license, who needs one?

use super::{People, Scene};
use crate::LicenseCount;
use crate::{Mood, words};
use licensing::subscription::status::Status;

/// The numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many licenses there are; none where nothing limits them (LIC 5, LIC 6).
    pub bought: Option<u32>,
    /// How many are in use, each person once (LIC 2).
    pub in_use: u32,
    /// How many are left.
    pub free: Option<u32>,
    /// How many people have asked for one.
    pub waiting: u32,
    /// How to take it: a warning where few or none are left.
    pub mood: Mood,
}

/// The numbers.
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

/// "Who has a license, who needs one?" in a sentence.
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
