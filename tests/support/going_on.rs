//! Demo organizations with activity: who views them, what they book, and what the next viewer sees.

use licensing::account::Account;
use licensing::catalogue::read::SHIPPED;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::ledger::Ledger;
use licensing::{Catalogue, Deployment, Directory, PersonId};
use sample::seed::SeedContext;
use sample::settings::{Demo, Org, ViewerKind, present};
use sample::stories::seed;
use view::format::Plain;
use view::{Actor, Command, Date, Event, Scene};

/// A demo organization with activity.
pub struct World {
    catalogue: Catalogue,
    ledger: Ledger,
    pub account: Account,
    people: Directory,
    pub today: Date,
}

impl World {
    pub fn new(org: Org, deployment: Deployment) -> Self {
        let catalogue = Catalogue::shipped().unwrap();
        let value = serde_json::from_str(SHIPPED).unwrap();
        let context = SeedContext {
            deployment,
            catalogue: &catalogue,
            catalogue_value: &value,
        };
        let ledger = Ledger::read(seed(org, context).unwrap().iter().map(String::as_str)).unwrap();
        let people = Directory::new(sample::people::people(org.people(), present()));
        let mut account = ledger.account().clone();
        advance(&mut account, Surroundings::unchanged(&catalogue, &people, present()));
        Self {
            catalogue,
            ledger,
            account,
            people,
            today: present(),
        }
    }

    pub fn seen_by<T>(&self, viewer: &Actor, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        look(&Scene {
            catalogue: &self.catalogue,
            account: &self.account,
            due: &[],
            ledger: &self.ledger,
            people: &self.people,
            viewer,
            administrators: &[id("ada")],
            today: self.today,
            unread: false,
            format: &Plain {
                currency: "USD".to_owned(),
            },
        })
    }

    pub fn by<T>(&self, kind: ViewerKind, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        self.seen_by(&viewer(kind), look)
    }

    /// Books a command and returns its events.
    pub fn books(&mut self, kind: ViewerKind, command: &Command) -> Vec<Event> {
        let events = self.by(kind, |scene| scene.decide(command)).unwrap();
        events.iter().for_each(|event| self.account.apply(event));
        events
    }
}

pub fn viewer(kind: ViewerKind) -> Actor {
    Demo {
        viewer: kind,
        ..Demo::default()
    }
    .viewer()
}

pub fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}
