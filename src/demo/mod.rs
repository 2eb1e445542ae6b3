//! The demonstration around the product: a host with seeded organizations, a journal that fails on demand, and a bar to choose
//! among them. The product does not know it.

mod bar;
mod directory;
mod faulty_journal;
mod host;

pub use bar::DemoBar;
pub use host::Demonstration;
