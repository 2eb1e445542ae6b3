//! Reads a catalogue: the form first, then every value, with all faults at once.

use crate::catalogue::file::File;
use crate::catalogue::{Catalogue, CatalogueError};
use crate::json::duplicate_key;
use crate::json::newer::is_newer;
use crate::json::strict::{Unreadable, from_value};
use crate::text::letters::unmarked;
use serde_json::Value;

/// The catalogue that is shipped with the program.
pub const SHIPPED: &str = include_str!("../../../../catalogue.json");

impl Catalogue {
    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<CatalogueError>> {
        let text = unmarked(text);
        duplicate_key::check(text).map_err(|found| {
            let (place, problem) = (found.place.clone(), found.problem());
            vec![CatalogueError { place, problem }]
        })?;
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let (place, problem) = (String::new(), error.to_string());
            vec![CatalogueError { place, problem }]
        })?;
        read(&value)?.check_typed()
    }

    /// Checks a catalogue that stands inside another file that people write (a scenario).
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_scenario(value: &Value) -> Result<Self, Vec<CatalogueError>> {
        read(value)?.check_typed()
    }

    /// Checks a catalogue that a journal recorded. Its texts stand there already, so what no document can carry is no
    /// fault of them.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_value(value: &Value) -> Result<Self, Vec<CatalogueError>> {
        read(value)?.check()
    }

    /// Whether a catalogue cannot be read because it holds a field or a word that is not known here.
    pub fn is_newer(value: &Value) -> bool {
        is_newer::<File>(value)
    }

    /// The shipped catalogue; its validity is tested.
    ///
    /// # Errors
    /// Its faults, should somebody have broken it.
    pub fn shipped() -> Result<Self, Vec<CatalogueError>> {
        Self::from_json(SHIPPED)
    }
}

/// Reads the form of a value.
fn read(value: &Value) -> Result<File, Vec<CatalogueError>> {
    from_value(value).map_err(|Unreadable { place, problem }| vec![CatalogueError { place, problem }])
}
