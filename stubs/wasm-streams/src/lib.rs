//! Stands in for `wasm-streams`, which Leptos brings for the streams of server functions.
//!
//! This page has no server. The real crate exports its classes to JavaScript whether they are used or not, and so they
//! would be loaded with the first page. What is here has the same form; a stream comes out empty.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ReadableStream as Raw;

/// A stream that is read.
pub struct ReadableStream;

impl ReadableStream {
    /// From a stream of the browser.
    pub fn from_raw(_: Raw) -> Self {
        Self
    }

    /// From a stream of Rust.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self
    }

    /// As a stream of the browser.
    pub fn into_raw(self) -> Raw {
        JsValue::UNDEFINED.unchecked_into()
    }

    /// As a stream of Rust.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
