//! What people see who may not see more, and how they ask for access.

pub mod no_access;
pub mod request_access;
pub mod time;
pub mod trial_banner;
