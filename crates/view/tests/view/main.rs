//! View models and documents: what the page shows, prints, and exports.
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
#[path = "../../../../tests/support/common.rs"]
mod common;
#[path = "../../../../tests/support/going_on.rs"]
mod going_on;
#[path = "../../../../tests/support/journal.rs"]
mod journal;
#[path = "../../../../tests/support/scene.rs"]
mod scene;

mod activation;
mod attention;
mod charts;
mod cost;
mod documents;
mod downloads;
mod inactive;
mod invoices;
mod invoices_example;
mod models;
mod people;
mod people_add;
mod people_csv;
mod people_inactive;
mod people_lists;
mod people_roles;
mod people_texts;
mod prices;
mod requests;
mod texts;
mod undo;
mod unread;
