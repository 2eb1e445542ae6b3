//! Scenarios: dated commands, as `licensing replay` reads them (docs/formats.md). The language of tests, support
//! cases and what-if questions.

pub mod answer;
pub mod replay;

use crate::account::access::{Actor, Membership};
use crate::catalogue;
use crate::command::Command;
use crate::directory::person::{Person, PersonId};
use crate::json::read::{FileError, prefix};
use crate::value::date::Date;
use crate::value::plan::Deployment;
use crate::value::role::Role;
use serde::Deserialize;
use serde_json::Value;

/// A scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Scenario {
    /// Where the account lives.
    pub deployment: Deployment,
    /// A catalogue of its own; the shipped one where there is none.
    #[serde(default)]
    pub catalogue: Option<Value>,
    /// The directory at the start.
    #[serde(default)]
    pub people: Vec<Person>,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// A step: time passes to `on`, then its command is given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Step {
    /// The day; never earlier than the step before.
    pub on: Date,
    /// The directory from this step on.
    #[serde(default)]
    pub people: Option<Vec<Person>>,
    /// What is asked for; without it, time passes.
    #[serde(default)]
    pub command: Option<Command>,
    /// Who asks; a collection administrator unless said otherwise.
    #[serde(default)]
    pub by: Option<By>,
}

/// Who asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct By {
    /// Whether they are a project collection administrator.
    #[serde(default = "yes")]
    pub collection_administrator: bool,
    /// Who of the people they are.
    #[serde(default)]
    pub id: Option<PersonId>,
    /// A role they are licensed with.
    #[serde(default)]
    pub role: Option<Role>,
}

fn yes() -> bool {
    true
}

impl Step {
    /// Who asks, as the rules see them.
    pub fn viewer(&self) -> Actor {
        match &self.by {
            None => Actor::collection_administrator(),
            Some(by) => Actor {
                id: by.id.clone(),
                collection_administrator: if by.collection_administrator {
                    Membership::Yes
                } else {
                    Membership::No
                },
                role: by.role,
            },
        }
    }
}

/// One thing that makes a scenario unusable, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", prefix(place))]
pub struct ScenarioError {
    /// The place, such as `steps[3].on`.
    pub place: String,
    /// What is wrong.
    pub problem: String,
}

impl Scenario {
    /// Checks what the types do not say, and reads its catalogue.
    ///
    /// # Errors
    /// Everything that is wrong, each with its place.
    pub fn check(&self) -> Result<catalogue::Catalogue, Vec<ScenarioError>> {
        let mut problems = Vec::new();
        let catalogue = match &self.catalogue {
            Some(value) => catalogue::Catalogue::from_scenario(value),
            None => catalogue::Catalogue::shipped(),
        };
        let digits = catalogue.as_ref().map_or(4, |catalogue| catalogue.minor_digits);
        let mut last: Option<Date> = None;
        for (at, step) in self.steps.iter().enumerate() {
            if let Some(last) = last.filter(|last| step.on < *last) {
                problems.push(ScenarioError {
                    place: format!("steps[{at}].on"),
                    problem: format!(
                        "{} is earlier than the previous step ({last}): steps must go forward in time",
                        step.on
                    ),
                });
            }
            last = last.max(Some(step.on));
            if let Some(Command::Import {
                credit: Some(credit), ..
            }) = &step.command
                && (credit.is_negative() || credit.with_digits(digits).is_none())
            {
                problems.push(ScenarioError {
                        place: format!("steps[{at}].command.credit"),
                        problem: format!("{credit} isn't a valid credit: use 0 or more, with up to {digits} decimal places and 18 digits in total"),
                    });
            }
        }
        match catalogue {
            Ok(catalogue) if problems.is_empty() => Ok(catalogue),
            Ok(_) => Err(problems),
            Err(faults) => {
                let place = |fault: &FileError| {
                    if fault.place.is_empty() {
                        "catalogue".into()
                    } else {
                        format!("catalogue.{}", fault.place)
                    }
                };
                problems.extend(faults.into_iter().map(|fault| ScenarioError {
                    place: place(&fault),
                    problem: fault.problem,
                }));
                Err(problems)
            }
        }
    }
}
