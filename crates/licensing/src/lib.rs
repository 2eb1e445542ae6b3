//! The licensing rules, pure: no browser, no clock, no float, no I/O.
//!
//! A [`Command`] goes in, [`decide`](decide::decide) answers with events or a [`Refusal`], and the [`Account`] is the fold
//! of events. Rules are cited by their number in `docs/rules.md`.
//!
//! Each room uses only the rooms above it, and no files of a room form a circle; `tests/tidy` proves both.
//!
//! | room | what it holds |
//! |---|---|
//! | [`text`], [`json`] | comparing, printing, and reading texts and JSON |
//! | [`value`] | money, percentages, dates, terms, plans, roles, countries, IDs |
//! | [`catalogue`] | what a vendor may set: product, plans, prices, tax rates, limits |
//! | [`directory`] | people, and which rows are one person |
//! | [`seats`] | who has which role, and so who holds a license |
//! | [`billing`] | billing details, lines, documents, tax, credit, payments |
//! | [`subscription`] | what is subscribed to, its status, proration, license tranches |
//! | [`activation`] | grants, certificates, keys, grace periods, the way to the activation service |
//! | [`command`], [`event`] | the vocabulary: what can be asked for, and what can happen |
//! | [`refusal`] | why a command is refused |
//! | [`account`] | the fold of events, and what can be asked of it |
//! | [`decide`] | what a command comes to |
//! | [`ledger`] | the journal: reading, preparing, verifying, order files |
//! | [`scenario`] | scenario files and their replay |

pub mod account;
pub mod activation;
pub mod billing;
pub mod catalogue;
pub mod command;
pub mod decide;
pub mod directory;
pub mod event;
pub mod json;
pub mod ledger;
pub mod refusal;
pub mod scenario;
pub mod seats;
pub mod subscription;
pub mod text;
pub mod value;

pub use account::Account;
pub use catalogue::Catalogue;
pub use command::{Command, RoleChange};
pub use directory::Directory;
pub use directory::person::{AccountState, Person, PersonId};
pub use event::Event;
pub use refusal::Refusal;
pub use seats::selector::{PeopleSelector, Selection};
pub use value::date::Date;
pub use value::money::Money;
pub use value::plan::{Deployment, PlanKey};
pub use value::role::Role;
pub use value::term::{BillingInterval, Term};
