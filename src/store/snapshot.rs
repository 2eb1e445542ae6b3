//! Everything that a screen is made of, at one moment.

use exchange::host::Session;
use licensing::account::Account;
use licensing::activation::certificate::{Examined, examine};
use licensing::activation::check::CheckContext;
use licensing::activation::proxy::ActivationProxy;
use licensing::catalogue::Catalogue;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::directory::Directory;
use licensing::event::Event;
use licensing::ledger::Ledger;
use licensing::ledger::completeness::{completed, is_about_everybody};
use licensing::value::instance::InstanceId;
use std::borrow::Cow;
use std::rc::Rc;

/// The people, as far as they have been read.
#[derive(Clone)]
pub enum People {
    /// No one has been read yet.
    Unread,
    /// Only some people could be read. There may be others, so the people in the journal are included (LIC 9).
    Some(Rc<Directory>),
    /// Everyone.
    All(Rc<Directory>),
}

/// Everything that a screen is made of, at one moment.
#[derive(Clone)]
pub struct Snapshot {
    /// The folded journal.
    pub ledger: Rc<Ledger>,
    /// The account with everything due folded in.
    pub account: Account,
    /// The events that are due and not stored yet (SUB 2).
    pub due: Vec<Event>,
    /// The catalog in force.
    pub catalogue: Rc<Catalogue>,
    /// The current directory.
    pub people: Rc<Directory>,
    /// Who the viewer is, where, and on what day.
    pub session: Session,
    /// Whether the people are still being read for the first time. `people` then contains those in the journal, and no
    /// number of people is known.
    pub unread: bool,
}

impl Snapshot {
    /// Folds what is due into the ledger. `own` is the page's own catalog. If the journal has recorded more, a
    /// different catalog is in force.
    pub(super) fn new(ledger: Rc<Ledger>, own: &Rc<Catalogue>, people: &People, session: Session) -> Self {
        let catalogue = match own.in_force(ledger.catalogue()) {
            Cow::Borrowed(_) => Rc::clone(own),
            Cow::Owned(recorded) => Rc::new(recorded),
        };
        // The keys of this page determine whether an activation counts, on the instance that it was signed for.
        let mut account = ledger.account_under(&catalogue);
        if let (Some(active), Some(here)) = (account.activation(), instance_of(&session))
            && !active.grant.instances.covers(&here)
        {
            account.set_activation(None);
        }
        let unread = matches!(people, People::Unread);
        let people = match people {
            People::Unread => Rc::default(),
            People::Some(read) => Rc::new(completed(read, &ledger, &session.viewer, &session.actor)),
            People::All(people) => Rc::clone(people),
        };
        let people = match people.remembering(ledger.people()) {
            Cow::Borrowed(_) => people,
            Cow::Owned(people) => Rc::new(people),
        };
        // Immediately, not only with the next command: a person who has become two holds one license (LIC 2), and a
        // person whose account was recreated keeps their assignment (LIC 9).
        let due = advance(
            &mut account,
            Surroundings::new(&catalogue, ledger.people(), &people, session.today),
        );
        Self {
            ledger,
            account,
            due,
            catalogue,
            people,
            session,
            unread,
        }
    }

    /// Whether it can be shown before the people are read. This is the case for collection administrators, whatever
    /// their role is (ACC 1), unless something is due that depends on who is in the directory.
    pub(super) fn can_be_shown(&self) -> bool {
        !self.unread || (self.session.viewer.is_collection_administrator() && !is_about_everybody(&self.due))
    }

    /// The ID of this instance (ACT 6).
    pub fn instance(&self) -> Option<InstanceId> {
        instance_of(&self.session)
    }

    /// The activation proxy in use.
    pub(super) fn relay(&self) -> Option<&ActivationProxy> {
        self.account.proxy().filter(|relay| relay.enabled)
    }

    /// Runs every check of a certificate here and now (ACT 8).
    pub(super) fn examine(&self, text: &str) -> Examined {
        let instance = self.instance();
        let at = CheckContext {
            product: &self.catalogue.product,
            instance: instance.as_ref(),
            today: self.session.today,
            newest_day: self.account.last_booking(),
            active: self.account.granted(self.session.today),
            in_use: self.account.licenses_in_use(&self.people),
        };
        examine(text, self.catalogue.activation.as_ref(), &at)
    }
}

/// The ID of the instance of a session (ACT 6): the part of the account's key after the kind of host.
fn instance_of(session: &Session) -> Option<InstanceId> {
    InstanceId::new(session.account.split_once('/')?.1)
}
