//! Telling what a newer version has written from what is damaged: a field, a kind or a word that is not known here, at any
//! depth. Only asked if something could not be read.

use super::json::{Fault, from_value};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Whether a value that cannot be read holds a field, a kind or a word that is not known here. A field that has another form
/// hides none that stands beside it or around it: it is taken out, and the rest is read again.
pub fn is_newer<T: DeserializeOwned>(mut value: Value, mut fault: Fault) -> bool {
    let mut last: Option<String> = None;
    loop {
        if fault.problem.starts_with("unknown field") || fault.problem.starts_with("unknown variant") {
            return true;
        }
        let (object, field) = field(&fault.place);
        // A long list that is damaged everywhere is not read again for each of its entries.
        let is_around = last.is_none_or(|last| last.starts_with(&object));
        let fields = value.pointer_mut(&object).filter(|_| is_around);
        let taken = fields.and_then(|it| it.as_object_mut()?.remove(field));
        match taken.and_then(|_| from_value::<T>(&value).err()) {
            Some(next) => fault = next,
            None => return false,
        }
        last = Some(object);
    }
}

/// The field in which a place lies, as the JSON pointer of its object and its name: of `events[0].lines[2]`, `/events/0` and
/// `lines`.
fn field(place: &str) -> (String, &str) {
    let (object, field) = place.rsplit_once('.').unwrap_or(("", place));
    let steps = object.split(['.', '[']).filter(|step| !step.is_empty());
    let pointer = steps.flat_map(|step| ["/", step.trim_end_matches(']')]).collect();
    (pointer, field.split('[').next().unwrap_or(field))
}
