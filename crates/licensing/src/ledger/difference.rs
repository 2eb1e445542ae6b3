//! Finds the first difference between two values, by the fields of their JSON.

use serde::Serialize;
use serde_json::Value;

/// The first path at which the recorded value differs from the rules' value, and the difference. `None` if their JSON
/// is the same. The path begins with `place`.
pub(crate) fn first_difference<T: Serialize + ?Sized>(
    place: &str,
    recorded: &T,
    expected: &T,
) -> Option<(String, String)> {
    let values = serde_json::to_value(recorded).and_then(|recorded| Ok((recorded, serde_json::to_value(expected)?)));
    match values {
        Ok((recorded, expected)) => first_of_values(place, &recorded, &expected),
        Err(error) => Some((place.to_owned(), format!("can't be compared: {error}"))),
    }
}

fn first_of_values(place: &str, recorded: &Value, expected: &Value) -> Option<(String, String)> {
    match (recorded, expected) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            keys.into_iter().find_map(|key| {
                let side = |map: &serde_json::Map<String, Value>| map.get(key).cloned().unwrap_or(Value::Null);
                first_of_values(&format!("{place}.{key}"), &side(a), &side(b))
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(at, (a, b))| first_of_values(&format!("{place}[{at}]"), a, b)),
        (Value::Array(a), Value::Array(b)) => Some((
            place.to_owned(),
            format!("has {} entries, but the rules give {}", a.len(), b.len()),
        )),
        (a, b) if a == b => None,
        (a, b) => Some((place.to_owned(), format!("is {a}, but the rules give {b}"))),
    }
}
