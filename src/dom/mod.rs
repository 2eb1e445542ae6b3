//! The page as values: one type of node, one of element, whatever they show.
//!
//! It plugs into Leptos as a view like any other: components, signals and effects are Leptos' own. Only what Leptos
//! makes a new type of for every element, attribute and closure is a value here, so that the code that builds, updates
//! and removes it exists once.

mod built;
mod element;
mod mounted;
mod node;
mod value;

pub use element::Element;
pub use node::{IntoNode, Node};
pub use timetracker_licensing_view_macro::view;
pub use value::{IntoValue, Plain, Value};
