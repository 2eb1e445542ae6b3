//! The licensing rules as pure functions: no browser, no clock, no floats, no I/O.
//!
//! [`decide`](decide::decide) turns a [`Command`] into events or a [`Refusal`], and the [`Account`] is the fold of all
//! events. Comments cite rules by their number in `docs/rules.md`.
//!
//! Each room uses only the rooms above it, and the files of a room form no cycle. `tests/tidy` checks both.
//!
//! | room | contents |
//! |---|---|
//! | [`text`], [`json`] | comparing, printing and reading texts and JSON |
//! | [`value`] | money, percentages, dates, terms, plans, roles, countries, IDs |
//! | [`catalogue`] | what a vendor can configure: product, plans, prices, tax rates, limits |
//! | [`directory`] | people, and which rows are the same person |
//! | [`seats`] | the roles of people, and therefore the licenses they hold |
//! | [`billing`] | billing details, lines, documents, tax, credit, payments |
//! | [`subscription`] | the subscribed item, its status, proration, license tranches |
//! | [`activation`] | grants, certificates, keys, grace periods, the proxy to the activation service |
//! | [`command`], [`event`] | the vocabulary: what people can ask for, and what can happen |
//! | [`refusal`] | why a command is refused |
//! | [`account`] | the fold of events, and queries on it |
//! | [`decide`] | the events or the refusal of a command |
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
pub use value::license_count::LicenseCount;
pub use value::money::Money;
pub use value::plan::{Deployment, PlanKey};
pub use value::role::Role;
pub use value::term::{BillingInterval, Term};
