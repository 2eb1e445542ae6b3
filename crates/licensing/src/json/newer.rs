//! Telling what a newer version has written from what is damaged: a field, a kind or a word that is not known here, at any
//! depth. Only asked where something could not be read.

use crate::json::strict::Strict;
use serde::de::{DeserializeOwned, Error};
use serde_json::Value;
use std::fmt;

/// Whether it cannot be read because it holds a field, a kind or a word that is not known here. The names of all fields are
/// looked at before any of their values: a field that is new may have the form of something else.
pub fn is_newer<T: DeserializeOwned>(value: &Value) -> bool {
    matches!(T::deserialize(Strict::names_first(value)), Err(Fault::Unknown))
}

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It is something else than it should be.
    Wrong,
    /// It is not known here.
    Unknown,
}

impl Error for Fault {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Wrong
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::Unknown
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::Unknown
    }
}

impl std::error::Error for Fault {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wrong => "something else than it should be",
            Self::Unknown => "not known here",
        })
    }
}
