//! Azure DevOps as the host: the viewer, the day, the shared journal, and the people.

mod data_service;
mod groups;
mod host;
mod host_day;
mod identity;
mod people;
mod rest;
mod sdk;

pub use host::AzureDevOps;
