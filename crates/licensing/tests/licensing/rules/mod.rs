//! The rule book, rule by rule: each test is named after the rule that it tests.

mod access;
mod activating;
mod activation;
mod catalogue;
mod changes;
mod credit;
mod inactive;
mod invoices;
mod lapsed;
mod length;
mod lists;
mod made_anew;
mod made_anew_journal;
mod oracle;
mod orders;
mod orders_services;
mod people;
mod plans;
mod refusal_order;
mod scenarios;
mod several_roles;
mod states;
mod subscription;
mod trial;
mod undo;
mod users;
