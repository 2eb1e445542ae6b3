//! A table of as many rows as there are: only those in sight stand in the page. Its keys and roles are those of Azure
//! DevOps' own tables: the rows are one Tab stop, the controls of the row with the focus are further ones.
//!
//! All rows are of one height, which the style sheet says; where it is narrow, a row is a card.

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
