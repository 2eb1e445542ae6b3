//! The licensing rules, pure: no browser, no clock, no float, no I/O. One file a noun.
//!
//! [`Command`] goes in, [`decide`](decide::decide) answers with events or a [`Refusal`], [`Account`] is the fold of
//! events. Rules are cited by their number in `docs/rules.md`.

pub mod access;
pub mod account;
pub mod account_name;
pub mod activation;
pub mod billing;
pub mod booking;
pub mod catalogue;
mod catalogue_file;
pub mod census;
pub mod command;
pub mod credit;
pub mod date;
pub mod decide;
pub mod event;
mod field;
mod fold;
pub mod inactive;
pub mod invalid;
pub mod invoice;
pub mod kind;
pub mod licences;
pub mod money;
pub mod named_user;
mod not_now;
mod note;
pub mod payment;
pub mod plan;
pub mod price;
pub mod proration;
mod reader;
pub mod record;
pub mod refusal;
pub mod replay;
pub mod request;
pub mod role;
pub mod roster;
pub mod scenario;
pub mod setting;
mod source;
pub mod states;
pub mod subscription;
pub mod table;
pub mod tax;
pub mod term;
pub mod trial;
pub mod unread;
mod vat_id;
pub mod verify;
pub mod who;
mod word;

pub use account::Account;
pub use catalogue::Catalogue;
pub use command::{Command, RoleChange};
pub use date::Date;
pub use event::Event;
pub use money::Money;
pub use named_user::{Directory, Person, PersonId};
pub use plan::{Deployment, PlanKey};
pub use refusal::Refusal;
pub use role::Role;
pub use term::{Length, Term};
pub use who::{Selection, Who};
