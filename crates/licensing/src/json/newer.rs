//! Distinguishes the output of a newer version from damage. A newer version may write a field, a kind or a word that
//! this version does not know, at any depth.

use crate::json::read::{FileError, from_value};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Whether a value has a field, a kind or a word that this version does not know. `fault` is why it cannot be read as
/// `T`. If a known field has another form, the field is removed and the rest is read again, because an unknown field
/// may be next to it or contain it.
pub fn is_newer<T: DeserializeOwned>(mut value: Value, mut error: FileError) -> bool {
    let mut last: Option<String> = None;
    loop {
        if error.problem.starts_with("unknown field") || error.problem.starts_with("unknown variant") {
            return true;
        }
        let (object, field) = field(&error.place);
        // Continue only outward, so a long list is not read again for each damaged entry.
        let is_around = last.is_none_or(|last| last.starts_with(&object));
        let fields = value.pointer_mut(&object).filter(|_| is_around);
        let taken = fields.and_then(|it| it.as_object_mut()?.remove(field));
        match taken.and_then(|_| from_value::<T>(&value).err()) {
            Some(next) => error = next,
            None => return false,
        }
        last = Some(object);
    }
}

/// The field at a path, as the JSON pointer of its object and the field's name: `/events/0` and `lines` for
/// `events[0].lines[2]`.
fn field(place: &str) -> (String, &str) {
    let (object, field) = place.rsplit_once('.').unwrap_or(("", place));
    let steps = object.split(['.', '[']).filter(|step| !step.is_empty());
    let pointer = steps.flat_map(|step| ["/", step.trim_end_matches(']')]).collect();
    (pointer, field.split('[').next().unwrap_or(field))
}
