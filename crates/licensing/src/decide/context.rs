//! What a decision depends on, the command aside.

use crate::account::Account;
use crate::account::access::Actor;
use crate::catalogue::Catalogue;
use crate::directory::Directory;
use crate::value::date::Date;
use crate::value::rules_version::RulesVersion;

/// What a decision rests on, the command aside.
#[derive(Clone, Copy, Debug)]
pub struct DecisionContext<'a> {
    /// The version of the rules.
    pub rules: RulesVersion,
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The account, with everything that is due already folded in ([`advance`](crate::decide::advance)).
    pub account: &'a Account,
    /// The directory now.
    pub people: &'a Directory,
    /// Who commands.
    pub viewer: &'a Actor,
    /// The day, in UTC (SUB 7).
    pub today: Date,
}

/// What surrounds an account on a day.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The version of the rules.
    pub rules: RulesVersion,
    /// The catalogue in force.
    pub catalogue: &'a Catalogue,
    /// The directory recorded last: it decides what fell due before today.
    pub recorded: &'a Directory,
    /// The directory now: it decides what falls due today. Who has left must be known in it ([`Directory::knowing`]).
    pub people: &'a Directory,
    /// The day, in UTC (SUB 7).
    pub today: Date,
}

impl<'a> Surroundings<'a> {
    /// Those in which the directory is the one recorded last, under the present rules.
    pub fn unchanged(catalogue: &'a Catalogue, people: &'a Directory, today: Date) -> Self {
        Self {
            rules: RulesVersion::CURRENT,
            catalogue,
            recorded: people,
            people,
            today,
        }
    }

    /// A decision on a command of somebody, on an account that was brought up to the day.
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
