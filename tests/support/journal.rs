//! Journals whose bookings record catalogs, both genuine and forged.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]

use crate::common::{self, day, id};
use licensing::account::access::{Actor, Membership};
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::{Record, opening};
use licensing::ledger::prepare::Preparation;
use licensing::value::digest::sha256;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Catalogue, Command, Deployment, catalogue};
use serde_json::{Value, json};

/// The JSON of the shipped catalog.
pub fn shipped() -> Value {
    serde_json::from_str(catalogue::read::SHIPPED).unwrap()
}

/// A value with changes.
pub fn with(mut value: Value, change: impl FnOnce(&mut Value)) -> Value {
    change(&mut value);
    value
}

/// Catalogs that are older than this one, with the name of what they lack. This one has a tax rate and a key.
pub fn older(than: &Value) -> Vec<(&'static str, Value)> {
    let without = |place: &str, name: &str| {
        with(than.clone(), |it| {
            it.pointer_mut(place)
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove(name)
                .unwrap();
        })
    };
    let kid = than["activation"]["keys"]
        .as_object()
        .unwrap()
        .keys()
        .next()
        .unwrap()
        .clone();
    let mut all = vec![
        (
            "a list",
            with(than.clone(), |it| {
                it["price_lists"].as_array_mut().unwrap().pop();
            }),
        ),
        ("the plan in a list", without("/price_lists/1/prices", "team")),
        (
            "a length in a list",
            without("/price_lists/1/prices/ultimate", "annual"),
        ),
        ("a rate", with(than.clone(), |it| it["tax_rates"] = json!([]))),
        ("a key", without("/activation/keys", &kid)),
        ("activation", with(than.clone(), |it| it["activation"] = Value::Null)),
    ];
    all.push(("a plan", without("/plans", "start")));
    all
}

/// A journal that books commands, each with the catalog of its day.
pub struct Journal {
    pub lines: Vec<String>,
    pub ledger: Ledger,
    pub viewer_id: Option<&'static str>,
    pub collection_administrator: bool,
}

impl Journal {
    /// Opens a journal with `a`, `b` and `c` in the directory.
    pub fn open(deployment: Deployment, catalogue: &Value) -> Self {
        let line = to_json_line(&opening(
            "2026-07-01T08:00:00Z".parse().unwrap(),
            deployment,
            SubscriptionId::SAMPLE,
            catalogue.clone(),
            common::directory(&["a", "b", "c"]).people().to_vec(),
        ))
        .unwrap();
        Self {
            ledger: Ledger::open(&line).unwrap(),
            lines: vec![line],
            viewer_id: None,
            collection_administrator: true,
        }
    }

    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }

    fn viewer(&self) -> Actor {
        Actor {
            id: self.viewer_id.map(id),
            collection_administrator: if self.collection_administrator && self.viewer_id.is_none() {
                Membership::Yes
            } else {
                Membership::No
            },
            role: None,
        }
    }

    /// Books a command like a page with this catalog.
    ///
    /// # Errors
    /// The rule and the code of the refusal.
    pub fn book(&mut self, on: &str, catalogue: &Value, command: &Value) -> Result<Record, String> {
        let (record, line, after) = self.attempt(on, catalogue, command)?;
        let checked = self.ledger.check(&line).unwrap();
        assert_eq!(checked, record);
        self.ledger.append(&line, checked).unwrap();
        let own = Catalogue::from_value(catalogue).unwrap();
        let folded = self.ledger.account_under(&own.in_force(self.ledger.catalogue()));
        assert_eq!(folded, after, "CHG 10: what is previewed is what is folded");
        self.lines.push(line);
        Ok(record)
    }

    fn attempt(
        &self,
        on: &str,
        catalogue: &Value,
        command: &Value,
    ) -> Result<(Record, String, licensing::Account), String> {
        let checked = Catalogue::from_value(catalogue).unwrap_or_else(|faults| panic!("{faults:?}"));
        let command: Command = serde_json::from_value(command.clone()).unwrap();
        let preparation = Preparation {
            ledger: &self.ledger,
            catalogue: &checked,
            catalogue_value: catalogue,
            people: self.ledger.people(),
            viewer: &self.viewer(),
            actor: "Ada",
            command_id: &licensing::value::ids::CommandId::new(format!("c{}", self.lines.len())),
            instant: &"2026-07-01T09:00:00Z".parse().unwrap(),
            today: day(on),
            command: &command,
        };
        let booked = preparation
            .prepare()
            .map_err(|refusal| format!("{} {}", refusal.rule(), refusal.code()))?;
        let (record, line) = preparation.entry(&booked).unwrap();
        Ok((record, line, booked.account_after))
    }

    /// The rule and the code of the refusal for a page with this catalog.
    pub fn refused(&self, on: &str, catalogue: &Value, command: &Value) -> String {
        match self.attempt(on, catalogue, command) {
            Err(refused) => refused,
            Ok((record, ..)) => panic!("{command} was not refused: {record:?}"),
        }
    }

    /// Appends a forged line that ignores which catalog is in force.
    pub fn forge(&mut self, on: &str, catalogue: Option<&Value>, command: &Value) {
        let own = catalogue.map_or_else(
            || self.ledger.catalogue().clone(),
            |value| Catalogue::from_value(value).unwrap(),
        );
        let mut account = self.ledger.account().clone();
        let mut events = advance(
            &mut account,
            Surroundings::unchanged(&own, self.ledger.people(), day(on)),
        );
        let viewer = Actor::collection_administrator();
        let context = Surroundings::unchanged(&own, self.ledger.people(), day(on)).of(&account, &viewer);
        events.extend(decide(context, &serde_json::from_value(command.clone()).unwrap()).unwrap());
        let mut line = json!({
            "position": self.lines.len(),
            "rules": 1,
            "previous_sha256": sha256(self.lines.last().unwrap()),
            "command_id": format!("c{}", self.lines.len()),
            "instant": "2026-07-01T09:00:00Z",
            "today": on,
            "actor": "Ada",
            "viewer": viewer,
            "command": command,
            "events": events,
        });
        if let Some(catalogue) = catalogue {
            line["catalogue"] = catalogue.clone();
        }
        self.lines.push(line.to_string());
    }

    /// The totals of all documents.
    pub fn totals(&self) -> Vec<String> {
        let documents = self.ledger.account().documents().iter();
        documents.map(|it| it.heading.total.to_string()).collect()
    }
}
