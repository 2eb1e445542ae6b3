//! The state of the page. Pages read the snapshot and book commands. Nothing else changes the state.
//!
//! The address, ledger, directory, bookings, and activation are kept apart, and the session belongs to the host. A
//! snapshot is made from what they are *now* ([`Store::show`]). So a late answer changes its own part, and never brings
//! back the old state of another part.

mod activation;
mod address;
mod attempt;
mod booking;
mod bookings;
mod catalogue;
mod directory;
mod directory_reader;
mod downloads;
mod first_lines;
mod latest_task;
mod ledger;
mod preferences;
mod session;
mod set_aside;
mod snapshot;
mod state;
mod verification;

pub use crate::adapters::locale::{Locale, region_name};
pub use crate::adapters::pdf::PdfProblem;
pub use crate::adapters::span::Span;
pub use activation::{ActivationError, Applied, Contact, ProxyTest, Stage};
pub use attempt::{Announced, Attempt, Booking, BookingOutcome, BookingProgress, Work};
pub use directory_reader::{DirectorySync, Grouping, Stopped};
pub use downloads::DownloadOutcome;
pub use exchange::directory::groups::Group;
pub use exchange::journal::SaveError;
pub use snapshot::Snapshot;
pub use state::{Load, Notice, Problem, Store};
pub use verification::VerificationProblem;
