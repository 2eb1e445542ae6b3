//! The services of the vendor: the activation service, the address for orders, and the relay in front of them (ACT 1, ACT 4,
//! ACT 9). Pure: the requests themselves are in the page.

pub mod address;
pub mod again;
mod error;
pub mod retry;

pub use error::VendorError;
