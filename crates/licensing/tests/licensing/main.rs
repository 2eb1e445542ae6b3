//! Tests of the rules: the rule book rule by rule, properties, golden refusals, file formats and activation.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "../../../../tests/support/activating.rs"]
mod activating;
#[path = "../../../../tests/support/certificates.rs"]
mod certificates;
#[path = "../../../../tests/support/commands.rs"]
mod commands;
#[path = "../../../../tests/support/common.rs"]
mod common;
#[path = "../../../../tests/support/journal.rs"]
mod journal;
#[path = "../../../../tests/support/random.rs"]
mod random;
#[path = "../../../../tests/support/world.rs"]
mod world;

mod activation_certificate;
mod activation_signatures;
mod catalogue;
mod formats;
mod journal_activation;
mod newer;
mod peer_cases;
mod properties;
mod properties_people;
mod refusals;
mod rules;
mod typed_texts;
mod written;
