//! Certificates for tests: a public test key, a grant, and the context of its use.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]

use licensing::activation::certificate::Certificate;
use licensing::activation::check::CheckContext;
use licensing::activation::grant::Grant;
use licensing::activation::key::PrivateKey;
use licensing::catalogue::Activation;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Date, PlanKey, Term};
use std::collections::BTreeMap;

pub const PRODUCT: &str = "7pace Timetracker";
pub const KID: &str = "test-1";

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn instance(text: &str) -> InstanceId {
    InstanceId::new(text).unwrap()
}

pub fn key() -> PrivateKey {
    PrivateKey::from_random(&[7; 32])
}

/// The activation section of a catalog with this key.
pub fn activation() -> Activation {
    let mut keys = BTreeMap::new();
    keys.insert(KID.to_owned(), key().public());
    Activation {
        url: "https://activation.example.com/v1".into(),
        keys,
        orders_url: None,
    }
}

/// 10 licenses of Team on one instance, for a month from 2026-11-24.
pub fn grant() -> Grant {
    let term = Term::starting(day("2026-11-24"), BillingInterval::Monthly);
    Grant {
        subscription_id: SubscriptionId::SAMPLE,
        product: PRODUCT.into(),
        plan: PlanKey::Team,
        length: BillingInterval::Monthly,
        licenses: 10.try_into().unwrap(),
        term,
        canceled: false,
        instances: InstanceScope::Only(vec![instance("server-1")]),
        issued_at: Instant::parse("2026-11-24T08:00:00Z").unwrap(),
        valid_until: term.last_day(),
    }
}

pub fn text(grant: &Grant) -> String {
    Certificate::issue(grant, KID, &key()).unwrap()
}

/// A context that knows only the product and the day.
pub fn on(today: &str) -> CheckContext<'static> {
    CheckContext {
        product: PRODUCT,
        instance: None,
        today: day(today),
        newest_day: None,
        active: None,
        in_use: 0,
    }
}
