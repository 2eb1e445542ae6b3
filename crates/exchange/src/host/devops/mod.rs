//! Azure DevOps as the host: what it says about itself, and when requests are repeated.

pub mod facts;
pub mod retry;
