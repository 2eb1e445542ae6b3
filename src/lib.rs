//! The page: license administration for a named-user Azure DevOps extension.
//!
//! | room | what lives there |
//! |---|---|
//! | [`host`], [`journal`], [`vendor`] | adapters: what needs a browser of what `exchange` knows without one |
//! | [`store`] | loads, sends a command, resolves conflicts, retries; the one snapshot that pages read |
//! | [`pages`], [`components`] | the screen: placement, and a kit that knows nothing of licenses |
//! | [`dom`] | nodes as values, and the `view!` that writes them |
//!
//! The rules, the documents, the view models and the words are crates of their own (`crates/`).

pub mod components;
pub mod dom;
pub mod host;
pub mod journal;
pub mod pages;
pub mod store;
pub mod vendor;
