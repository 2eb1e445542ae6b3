//! The vendor, as far as a page can reach one: what is asked through the browser. What to ask, when, and what to do after
//! an answer is decided without one, in `exchange`.

pub mod request;

pub use exchange::vendor::*;
