//! Where the page runs, as far as only a browser can tell it; what is known without one stands in `exchange`.

pub mod browser;
pub mod devops;
pub mod locale;
pub mod paper;
pub mod reach;
pub mod span;

pub use exchange::host::{Demo, Org, Params, Save, ViewerKind, Where, demo, hash, rival, seed, standalone};
