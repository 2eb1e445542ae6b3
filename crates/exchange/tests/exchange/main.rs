//! Tests of the communication with other systems and of its errors: the shared journal against a simulated service.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

#[path = "../../../../tests/support/lines.rs"]
mod lines;
#[path = "../../../../tests/support/service.rs"]
mod service;
#[path = "../../../../tests/support/simulated.rs"]
mod simulated;

mod misleading_words;
mod shared_journal;
mod shared_journal_attacks;
mod shared_journal_days;
mod shared_journal_documents;
mod shared_journal_failures;
mod shared_journal_interleavings;
