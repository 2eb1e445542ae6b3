//! What only a browser or a host can do. Each file wraps one such ability for the store.

pub mod azure_devops;
pub mod browser;
pub mod files_beside;
pub mod indexed_db;
pub mod limit;
pub mod locale;
pub mod pdf;
pub mod reach;
pub mod span;
pub mod vendor_client;
