//! The command-line tool, run as users run it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "../../../../tests/support/common.rs"]
mod common;
#[path = "../../../../tests/support/desk.rs"]
mod desk;
#[path = "../../../../tests/support/random.rs"]
mod random;
#[path = "../../../../tests/support/scene.rs"]
mod scene;

mod activation;
mod csv_exports;
mod csv_files;
mod files;
mod journals;
mod orders;
mod people_addresses;
mod render;
mod replay_and_verify;
