//! A Server whose vendor has a key, with certificates, for activation tests.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]

use crate::certificates::{KID, PRODUCT, activation, key};
use crate::common::{Story, changed, day, license_count};
use licensing::activation::certificate::Certificate;
use licensing::activation::grant::Grant;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Catalogue, Deployment, PlanKey, Term};
use serde_json::{Value, json};

pub const HERE: &str = "server-1";

/// The shipped catalog with a vendor key.
pub fn catalogue() -> Catalogue {
    changed(|it| {
        it["activation"]["keys"] = json!({ KID: activation().keys.get(KID).unwrap() });
    })
}

/// A Server with these people.
pub fn server(people: &[&str]) -> Story {
    Story::of(Deployment::Server, catalogue()).with(people)
}

/// Team for a year from 2026-07-01, on this instance.
pub fn grant(licenses: u32) -> Grant {
    let term = Term::starting(day("2026-07-01"), BillingInterval::Annual);
    Grant {
        subscription_id: SubscriptionId::SAMPLE,
        product: PRODUCT.into(),
        plan: PlanKey::Team,
        length: BillingInterval::Annual,
        licenses: license_count(licenses),
        term,
        canceled: false,
        instances: InstanceScope::Only(vec![InstanceId::new(HERE).unwrap()]),
        issued_at: Instant::parse("2026-07-01T09:00:00Z").unwrap(),
        valid_until: term.last_day(),
    }
}

pub fn text(grant: &Grant) -> String {
    Certificate::issue(grant, KID, &key()).unwrap()
}

pub fn activate(way: &str, grant: &Grant) -> Value {
    json!({"kind": "activate", "way": way, "instance": HERE, "certificate": text(grant)})
}

pub fn confirm(grant: &Grant) -> Value {
    json!({"kind": "confirm", "instance": HERE, "certificate": text(grant)})
}

/// Confirms with the day alone, in offline mode.
pub fn see_day() -> Value {
    json!({"kind": "confirm", "instance": HERE, "certificate": null})
}
