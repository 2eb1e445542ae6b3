//! The demonstration around the product: a host with sample organizations, a journal that fails on demand, and a bar
//! that selects between them. The product does not depend on it.

mod bar;
mod directory;
mod faulty_journal;
mod host;

pub use bar::DemoBar;
pub use host::Demonstration;
