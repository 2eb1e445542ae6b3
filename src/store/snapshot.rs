//! Everything that a screen is made of, at one moment.

use super::Where;
use licensing::account::Account;
use licensing::catalogue::Catalogue;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::directory::Directory;
use licensing::event::Event;
use licensing::ledger::Ledger;
use licensing::ledger::completeness::is_about_everybody;
use std::borrow::Cow;
use std::rc::Rc;

/// Everything that a screen is made of, at one moment.
#[derive(Clone)]
pub struct Snapshot {
    /// The journal, read.
    pub ledger: Rc<Ledger>,
    /// The account with everything due folded in.
    pub account: Account,
    /// What is due and not stored yet (SUB 2).
    pub due: Vec<Event>,
    /// The catalogue in force.
    pub catalogue: Rc<Catalogue>,
    /// The page's own catalogue: another one is in force where the journal has recorded more.
    pub(super) own: Rc<Catalogue>,
    /// The directory now.
    pub people: Rc<Directory>,
    /// Who looks, where, on what day.
    pub place: Where,
    /// Whether the people are still being read for the first time: `people` has those who are recorded, and nothing that
    /// counts them is known.
    pub unread: bool,
}

impl Snapshot {
    pub(super) fn new(
        ledger: Rc<Ledger>,
        own: Rc<Catalogue>,
        people: Rc<Directory>,
        place: Where,
        unread: bool,
    ) -> Self {
        let catalogue = match own.in_force(ledger.catalogue()) {
            Cow::Borrowed(_) => Rc::clone(&own),
            Cow::Owned(recorded) => Rc::new(recorded),
        };
        // What was activated counts by the keys of this page, and on the instance that it was signed for.
        let mut account = ledger.account_under(&catalogue);
        if let (Some(active), Some(here)) = (account.activation(), super::activation::instance_at(&place))
            && !active.grant.instances.covers(&here)
        {
            account.set_activation(None);
        }
        let people = match people.remembering(ledger.people()) {
            Cow::Borrowed(_) => people,
            Cow::Owned(people) => Rc::new(people),
        };
        // At once, and not only with the next command: one person who has become two holds one license (LIC 2), and who
        // was made anew holds what they held (LIC 9).
        let due = advance(
            &mut account,
            Surroundings::new(&catalogue, ledger.people(), &people, place.today),
        );
        Self {
            ledger,
            account,
            due,
            catalogue,
            own,
            people,
            place,
            unread,
        }
    }

    /// Whether it can be shown before the people are read: to collection administrators, whatever their role is (ACC 1),
    /// as long as nothing is due that depends on who is in the directory.
    pub(super) fn can_be_shown(&self) -> bool {
        !self.unread || (self.place.viewer.is_collection_administrator() && !is_about_everybody(&self.due))
    }
}
