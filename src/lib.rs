//! The page: license administration for a named-user Azure DevOps extension.
//!
//! | room | what lives there |
//! |---|---|
//! | [`app`] | the shell, the routed page, and the context that every page works with |
//! | [`pages`] | one folder a page: placement and words; `shared` has what several pages use |
//! | [`components`] | the kit: it knows nothing of licenses and has no words |
//! | [`store`] | the state: loads, books a command, resolves conflicts, retries |
//! | [`adapters`] | what only a browser or a host can do |
//! | [`demo`] | the demonstration around all of it |
//!
//! The rules, the documents, the view models and the words are crates of their own (`crates/`).

mod adapters;
pub mod app;
mod components;
mod demo;
mod pages;
mod store;
