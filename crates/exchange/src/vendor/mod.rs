//! The services of the vendor: the activation service, the URL for orders, and the relay in front of them (ACT 1,
//! ACT 4, ACT 9). Pure: the page sends the requests.

pub mod address;
pub mod again;
mod error;
pub mod retry;

pub use error::VendorError;
