//! Azure DevOps as the host: what it says about itself, and when requests are repeated.

pub mod host_info;
pub mod retry;
