//! Scenarios: dated commands for `licensing replay` (docs/formats.md). They describe tests, support cases and what-if
//! questions.

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
    /// The deployment of the account.
    pub deployment: Deployment,
    /// The scenario's own catalog. If it is missing, the shipped one.
    #[serde(default)]
    pub catalogue: Option<Value>,
    /// The directory at the start.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// A step: time advances to `on`, then the command is given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct Step {
    /// The day. It is not before the day of the previous step.
    pub on: Date,
    /// The directory from this step on.
    #[serde(default)]
    pub people: Option<Vec<Person>>,
    /// The command. Without one, only time advances.
    #[serde(default)]
    pub command: Option<Command>,
    /// The person who gives the command. A collection administrator if missing.
    #[serde(default)]
    pub by: Option<By>,
}

/// The person who gives a command.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct By {
    /// Whether the person is a project collection administrator.
    #[serde(default = "yes")]
    pub collection_administrator: bool,
    /// The person's ID.
    #[serde(default)]
    pub id: Option<PersonId>,
    /// The person's licensed role.
    #[serde(default)]
    pub role: Option<Role>,
}

fn yes() -> bool {
    true
}

impl Step {
    /// The person, as the rules see them.
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

/// An error in a scenario, with its path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", prefix(place))]
pub struct ScenarioError {
    /// The path, such as `steps[3].on`.
    pub place: String,
    /// The problem.
    pub problem: String,
}

impl Scenario {
    /// Checks what the types do not guarantee, and reads the catalog.
    ///
    /// # Errors
    /// All errors together, each with its path.
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
            Err(errors) => {
                let place = |error: &FileError| {
                    if error.place.is_empty() {
                        "catalogue".into()
                    } else {
                        format!("catalogue.{}", error.place)
                    }
                };
                problems.extend(errors.into_iter().map(|error| ScenarioError {
                    place: place(&error),
                    problem: error.problem,
                }));
                Err(problems)
            }
        }
    }
}
