//! The inputs of a decision other than the command.

use crate::account::Account;
use crate::account::access::Actor;
use crate::catalogue::Catalogue;
use crate::directory::Directory;
use crate::value::date::Date;
use crate::value::rules_version::RulesVersion;

/// The inputs of a decision other than the command.
#[derive(Clone, Copy, Debug)]
pub struct DecisionContext<'a> {
    /// The version of the rules.
    pub rules: RulesVersion,
    /// The catalog in force.
    pub catalogue: &'a Catalogue,
    /// The account after [`advance`](crate::decide::advance) has folded in everything that is due.
    pub account: &'a Account,
    /// The current directory.
    pub people: &'a Directory,
    /// The person who gives the command.
    pub viewer: &'a Actor,
    /// The current day in UTC (SUB 7).
    pub today: Date,
}

/// The surroundings of an account on a day.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The version of the rules.
    pub rules: RulesVersion,
    /// The catalog in force.
    pub catalogue: &'a Catalogue,
    /// The directory recorded last. It decides events that were due before today.
    pub recorded: &'a Directory,
    /// The current directory. It decides events that are due today. It must know people who have left
    /// ([`Directory::remembering`]).
    pub people: &'a Directory,
    /// The current day in UTC (SUB 7).
    pub today: Date,
}

impl<'a> Surroundings<'a> {
    /// The surroundings under the current rules.
    pub fn new(catalogue: &'a Catalogue, recorded: &'a Directory, people: &'a Directory, today: Date) -> Self {
        Self {
            rules: RulesVersion::CURRENT,
            catalogue,
            recorded,
            people,
            today,
        }
    }

    /// The same, if the current directory is the one recorded last.
    pub fn unchanged(catalogue: &'a Catalogue, people: &'a Directory, today: Date) -> Self {
        Self::new(catalogue, people, people, today)
    }

    /// The context for a command of `viewer` on an account that was advanced to today.
    pub fn of(self, account: &'a Account, viewer: &'a Actor) -> DecisionContext<'a> {
        DecisionContext {
            rules: self.rules,
            catalogue: self.catalogue,
            account,
            people: self.people,
            viewer,
            today: self.today,
        }
    }
}
