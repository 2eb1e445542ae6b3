//! Reads a catalog: first the form, then every value. All errors are reported together.

use crate::catalogue::Catalogue;
use crate::catalogue::file::File;
use crate::json::duplicate_key;
use crate::json::newer::is_newer;
use crate::json::read::{FileError, from_value};
use crate::text::letters::unmarked;
use serde_json::Value;

/// The catalog that ships with the program.
pub const SHIPPED: &str = include_str!("../../../../catalogue.json");

impl Catalogue {
    /// Parses and checks a catalog.
    ///
    /// # Errors
    /// All errors together, each with its path.
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

    /// Checks a catalog inside another file that people write (a scenario).
    ///
    /// # Errors
    /// All errors together, each with its path.
    pub fn from_scenario(value: &Value) -> Result<Self, Vec<FileError>> {
        read(value)?.check_typed()
    }

    /// Checks a catalog that a journal recorded. Texts that documents cannot print are not errors, because they are
    /// already recorded.
    ///
    /// # Errors
    /// All errors together, each with its path.
    pub fn from_value(value: &Value) -> Result<Self, Vec<FileError>> {
        read(value)?.check()
    }

    /// Whether a catalog cannot be read because it has a field or a word that this version does not know.
    pub fn is_newer(value: &Value) -> bool {
        from_value::<File>(value).is_err_and(|error| is_newer::<File>(value.clone(), error))
    }

    /// The shipped catalog. A test proves that it is valid.
    ///
    /// # Errors
    /// If an edit has made it invalid.
    pub fn shipped() -> Result<Self, Vec<FileError>> {
        Self::from_json(SHIPPED)
    }
}

/// Parses the form of a value.
fn read(value: &Value) -> Result<File, Vec<FileError>> {
    from_value(value).map_err(|error| vec![error])
}
