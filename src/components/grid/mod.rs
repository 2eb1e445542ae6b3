//! A table with any number of rows, of which only the visible ones are in the document. Its keys and roles are those of
//! the tables of Azure DevOps: all rows together are one Tab stop, and the controls of the focused row are further
//! ones.
//!
//! All rows have the same height, which the style sheet sets. On a narrow screen, a row is a card.

mod focus;
mod keys;
mod model;
mod print;
mod selection;
mod state;
mod table;
mod window;

pub use crate::components::grid::model::{GridColumn, GridRow, GridWords};
pub use crate::components::grid::print::MOST_PRINTED;
pub use crate::components::grid::selection::Rows;
pub use crate::components::grid::state::GridState;
pub use crate::components::grid::table::Grid;
