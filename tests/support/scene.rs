//! Scenes of the seeded organizations, for the tests of view models.
#![allow(dead_code, reason = "not every test uses all of it")]

use crate::common::Story;
use licensing::catalogue::read::SHIPPED;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::{Catalogue, Deployment, Directory, Person, PersonId};
use sample::seed::SeedContext;
use sample::settings::{Org, present};
use sample::stories::seed;
use serde_json::Value;
use view::format::Plain;
use view::{Actor, Scene};

/// The scene of an organization with today's directory, without people who have left.
pub fn with_scene<T>(org: Org, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    altered(org, &Actor::collection_administrator(), |_| (), look)
}

/// The same with another directory and another viewer.
pub fn altered<T>(
    org: Org,
    viewer: &Actor,
    alter: impl FnOnce(&mut Vec<Person>),
    look: impl FnOnce(&Scene<'_>) -> T,
) -> T {
    let catalogue = Catalogue::shipped().unwrap();
    let value = serde_json::from_str(SHIPPED).unwrap();
    let context = SeedContext {
        deployment: Deployment::Services,
        catalogue: &catalogue,
        catalogue_value: &value,
    };
    let lines = seed(org, context).unwrap();
    let ledger = Ledger::read(lines.iter().map(String::as_str)).unwrap();
    let mut rows = sample::people::people(org.people(), present());
    rows.retain(|person| !org.left().contains(&person.id.as_str()));
    alter(&mut rows);
    let people = Directory::new(rows).remembering(ledger.people()).into_owned();
    let mut account = ledger.account().clone();
    let due = advance(
        &mut account,
        Surroundings::new(&catalogue, ledger.people(), &people, present()),
    );
    look(&Scene {
        catalogue: &catalogue,
        account: &account,
        due: &due,
        ledger: &ledger,
        people: &people,
        viewer,
        administrators: &[],
        today: present(),
        unread: false,
        format: &Plain {
            currency: "USD".to_owned(),
        },
    })
}

pub fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

/// The scene of a story, without a journal.
pub fn of_story<T>(story: &Story, viewer: &Actor, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    let value: Value = serde_json::from_str(licensing::catalogue::read::SHIPPED).unwrap();
    let first = opening(
        "2026-07-01T08:00:00Z".parse().unwrap(),
        story.account.deployment(),
        story.account.id(),
        value,
        Vec::new(),
    );
    look(&Scene {
        catalogue: &story.catalogue,
        account: &story.account,
        due: &[],
        ledger: &Ledger::open(&to_json_line(&first).unwrap()).unwrap(),
        people: &story.people,
        viewer,
        administrators: &[],
        today: story.today,
        unread: false,
        format: &Plain {
            currency: "USD".to_owned(),
        },
    })
}
