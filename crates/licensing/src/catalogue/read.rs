//! Reads a catalogue: the form first, then every value, with all faults at once.

use crate::catalogue::Catalogue;
use crate::catalogue::file::File;
use crate::json::duplicate_key;
use crate::json::newer::is_newer;
use crate::json::read::{FileError, from_value};
use crate::text::letters::unmarked;
use serde_json::Value;

/// The catalogue that is shipped with the program.
pub const SHIPPED: &str = include_str!("../../../../catalogue.json");

impl Catalogue {
    /// Reads and checks a catalogue.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_json(text: &str) -> Result<Self, Vec<FileError>> {
        let text = unmarked(text);
        duplicate_key::check(text).map_err(|found| {
            let (place, problem) = (found.place.clone(), found.problem());
            vec![FileError { place, problem }]
        })?;
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let (place, problem) = (String::new(), error.to_string());
            vec![FileError { place, problem }]
        })?;
        read(&value)?.check_typed()
    }

    /// Checks a catalogue that stands inside another file that people write (a scenario).
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_scenario(value: &Value) -> Result<Self, Vec<FileError>> {
        read(value)?.check_typed()
    }

    /// Checks a catalogue that a journal recorded. Its texts stand there already, so what no document can carry is no
    /// fault of them.
    ///
    /// # Errors
    /// Every fault at once, each with its place.
    pub fn from_value(value: &Value) -> Result<Self, Vec<FileError>> {
        read(value)?.check()
    }

    /// Whether a catalogue cannot be read because it holds a field or a word that is not known here.
    pub fn is_newer(value: &Value) -> bool {
        from_value::<File>(value).is_err_and(|error| is_newer::<File>(value.clone(), error))
    }

    /// The shipped catalogue; its validity is tested.
    ///
    /// # Errors
    /// Its faults, should somebody have broken it.
    pub fn shipped() -> Result<Self, Vec<FileError>> {
        Self::from_json(SHIPPED)
    }
}

/// Reads the form of a value.
fn read(value: &Value) -> Result<File, Vec<FileError>> {
    from_value(value).map_err(|error| vec![error])
}
