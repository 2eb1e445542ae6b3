//! The page: license administration for a named-user Azure DevOps extension.
//!
//! | module | contents |
//! |---|---|
//! | [`app`] | the shell, the routed page, and the context that every page works with |
//! | [`pages`] | one folder per page: layout and texts; `shared` contains what several pages use |
//! | [`components`] | general components without texts that know nothing about licenses |
//! | [`store`] | the state: loads, books a command, resolves conflicts, retries |
//! | [`adapters`] | what only a browser or a host can do |
//! | [`demo`] | the demonstration around the product |
//!
//! The rules, the documents, the view models, and the texts are separate crates (`crates/`).

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

/// Mounts the app. Its host is Azure DevOps if the page is inside of it, and the demonstration otherwise.
pub fn mount() {
    if browser::hub().is_some() {
        mount_to_body(|| view! { <App host=Rc::new(AzureDevOps::default()) /> });
    } else {
        let bar = || view! { <DemoBar /> }.into_any();
        mount_to_body(move || view! { <App host=Rc::new(Demonstration::default()) bar=bar /> });
    }
}
