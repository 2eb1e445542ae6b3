//! The vendor, as far as a page can reach one: the activation service, the address for orders, and the relay on the way
//! there (ACT 1, ACT 4, ACT 9). What to do after an answer is decided without a browser.

pub mod address;
pub mod again;
pub mod attempt;

pub use attempt::Unreached;
