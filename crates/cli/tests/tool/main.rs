//! The command-line tool, run as people run it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "../support/common.rs"]
mod common;
#[path = "../support/desk.rs"]
mod desk;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/scene.rs"]
mod scene;

mod activation;
mod csv_exports;
mod csv_files;
mod files;
mod orders;
mod people_addresses;
mod replay_and_verify;
