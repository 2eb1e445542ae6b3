//! Azure DevOps as the host: what it reports about itself, and when requests are retried.

pub mod host_info;
pub mod retry;
