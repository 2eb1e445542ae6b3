//! The pages for people without full access, and the access request.

pub mod no_access;
pub mod request_access;
pub mod time;
pub mod trial_banner;
