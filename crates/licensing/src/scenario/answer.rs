//! The answer to a scenario in its fixed format (docs/formats.md).

use crate::account::requests;
use crate::account::requests::Request;
use crate::billing::credit::Movement;
use crate::billing::details::BillingDetails;
use crate::billing::document::DocumentKind;
use crate::billing::line::LineKind;
use crate::billing::payment::Payment;
use crate::directory::person::PersonId;
use crate::subscription::status::Status;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::role::{Assigned, Role};
use crate::value::subscription_id::SubscriptionId;
use crate::value::term::{BillingInterval, Term};
use serde::Serialize;
use std::collections::BTreeMap;

/// The answer to a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct Answer {
    pub steps: Vec<StepAnswer>,
    pub documents: Vec<DocumentAnswer>,
    pub credit: CreditAnswer,
    pub subscription: SubscriptionAnswer,
    pub roles: RolesAnswer,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<SettingsAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<RequestsAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing: Option<BillingDetails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payments: Option<BTreeMap<DocumentNumber, Payment>>,
}

/// The result of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct StepAnswer {
    pub on: Date,
    pub outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    pub documents: Vec<DocumentNumber>,
}

/// Whether a step was booked, refused, or had no command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The command was booked.
    Booked,
    /// The command was refused.
    Refused,
    /// Time passed.
    Passed,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct DocumentAnswer {
    pub number: DocumentNumber,
    pub kind: DocumentKind,
    pub date: Date,
    pub lines: Vec<LineAnswer>,
    pub net: Money,
    pub tax: Money,
    pub total: Money,
    pub credit_applied: Money,
    pub due: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverses: Option<DocumentNumber>,
}

/// A line of a document. The tax of each rate is only in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct LineAnswer {
    pub kind: LineKind,
    pub plan: PlanKey,
    pub length: BillingInterval,
    #[serde(rename = "licences")]
    pub licenses: LicenseCount,
    pub from: Date,
    pub to: Date,
    pub days: i64,
    pub term_days: i64,
    pub amount: Money,
    pub tax_rate: Option<String>,
}

/// The credit ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct CreditAnswer {
    pub balance: Money,
    pub movements: Vec<Movement>,
}

/// The subscription at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct SubscriptionAnswer {
    pub id: SubscriptionId,
    pub status: Status,
    pub plan: Option<PlanKey>,
    pub length: Option<BillingInterval>,
    #[serde(rename = "licences")]
    pub licenses: Option<LicenseCount>,
    #[serde(rename = "licences_in_use")]
    pub licenses_in_use: u32,
    pub term: Option<Term>,
    pub renews_on: Option<Date>,
    pub scheduled: Option<ScheduledAnswer>,
}

/// The change scheduled for the end of the term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct ScheduledAnswer {
    pub plan: Option<PlanKey>,
    pub length: Option<BillingInterval>,
    #[serde(rename = "licences")]
    pub licenses: Option<u32>,
}

/// The roles of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct RolesAnswer {
    pub default: Role,
    pub people: BTreeMap<PersonId, Assigned>,
}

/// The settings, if one is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct SettingsAnswer {
    pub administrators_manage_users: bool,
    pub license_new_people: bool,
}

/// Open requests and answers, if anybody has asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of docs/formats.md")]
pub struct RequestsAnswer {
    pub open: BTreeMap<PersonId, Request>,
    pub answered: BTreeMap<PersonId, requests::Answer>,
}
