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
mod app;
mod components;
mod demo;
mod pages;
mod store;

use crate::adapters::azure_devops::AzureDevOps;
use crate::adapters::browser;
use crate::app::App;
use crate::demo::{DemoBar, Demonstration};
use leptos::prelude::*;
use std::rc::Rc;

/// Puts the app on the page: inside Azure DevOps with that as its host, anywhere else with the demonstration.
pub fn mount() {
    if browser::hub().is_some() {
        mount_to_body(|| view! { <App host=Rc::new(AzureDevOps::default()) /> });
    } else {
        let bar = || view! { <DemoBar /> }.into_any();
        mount_to_body(move || view! { <App host=Rc::new(Demonstration::default()) bar=bar /> });
    }
}
