//! Reads a JSON value as a type, as strictly as people need it who write files.
//!
//! serde's readers take a struct from a list as well, and a word from an object, and say of a number in the place of a word
//! only that they expected a value. Here an object is an object and a word a text; what is not says what was expected.

pub mod text;

pub use text::from_text;

use crate::json::tagged::KIND;
use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Number, Value};
use std::cell::RefCell;
use std::fmt;
use std::iter::Enumerate;
use std::marker::PhantomData;
use std::slice::Iter;
use std::vec::IntoIter;

/// Why a value is not what it should be, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The place, such as `steps[3].on`; empty for the whole.
    pub place: String,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.problem)
        } else {
            write!(f, "{}: {}", self.place, self.problem)
        }
    }
}

/// Reads a value.
///
/// # Errors
/// The first thing that is something else than it should be.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Unreadable> {
    let steps = RefCell::new(Vec::new());
    let strict: Strict<'_, serde_json::Error> = Strict {
        steps: Some(&steps),
        ..Strict::new(value)
    };
    T::deserialize(strict).map_err(|error| Unreadable {
        place: place(&steps.borrow()),
        problem: error.to_string(),
    })
}

/// One step of the way to a value.
enum Step {
    Field(String),
    Item(usize),
}

/// The place that steps lead to, the last one first: `steps[3].on`.
fn place(steps: &[Step]) -> String {
    let mut place = String::new();
    for step in steps.iter().rev() {
        match step {
            Step::Field(name) if place.is_empty() => place += name,
            Step::Field(name) => place += &format!(".{name}"),
            Step::Item(at) => place += &format!("[{at}]"),
        }
    }
    place
}

/// What may be missing and may be `null`: then it is what it is by default.
///
/// # Errors
/// Where it is something else.
pub fn or_default<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A value to be read.
pub struct Strict<'a, E> {
    value: &'a Value,
    /// Whether all names of an object are looked at before any of its values.
    names_first: bool,
    /// Where the way to a mistake is noted, from the inside to the outside.
    steps: Option<&'a RefCell<Vec<Step>>>,
    error: PhantomData<E>,
}

impl<'a, E: Error> Strict<'a, E> {
    /// Reads everything in its order, but for a kind, which comes first.
    pub fn new(value: &'a Value) -> Self {
        Self {
            value,
            names_first: false,
            steps: None,
            error: PhantomData,
        }
    }

    /// Looks at all names of an object before any of its values: at a name that is unknown reading stops, whatever else
    /// there is.
    pub fn names_first(value: &'a Value) -> Self {
        Self {
            names_first: true,
            ..Self::new(value)
        }
    }

    /// Reads a value inside of it; a mistake is one step further in.
    fn read<'de, T: DeserializeSeed<'de>>(
        &self,
        seed: T,
        value: &'a Value,
        step: impl FnOnce() -> Step,
    ) -> Result<T::Value, E> {
        seed.deserialize(self.inside(value)).inspect_err(|_| self.note(step()))
    }

    fn note(&self, step: Step) {
        if let Some(steps) = self.steps {
            steps.borrow_mut().push(step);
        }
    }

    fn inside(&self, value: &'a Value) -> Self {
        Self {
            value,
            names_first: self.names_first,
            steps: self.steps,
            error: PhantomData,
        }
    }

    fn instead_of(&self, expected: &str) -> E {
        let found = match self.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => unexpected(number),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        E::invalid_type(found, &expected)
    }

    /// Reads an object, its fields in the order of their ranks.
    fn object<'de, V: Visitor<'de>>(&self, visitor: V, rank: impl Fn(&str, &Value) -> u8) -> Result<V::Value, E> {
        let Value::Object(map) = self.value else {
            return Err(self.instead_of("an object"));
        };
        let mut fields: Vec<(&String, &Value)> = map.iter().collect();
        fields.sort_by_key(|(name, value)| rank(name, value));
        visitor.visit_map(Fields {
            of: self,
            left: fields.into_iter(),
            value: None,
        })
    }
}

/// The fields of an object.
struct Fields<'a, 'b, E> {
    of: &'b Strict<'a, E>,
    left: IntoIter<(&'a String, &'a Value)>,
    value: Option<(&'a String, &'a Value)>,
}

impl<'de, E: Error> MapAccess<'de> for Fields<'_, '_, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        self.value = self.left.next();
        let Some((name, _)) = self.value else {
            return Ok(None);
        };
        let key: StrDeserializer<'_, E> = name.as_str().into_deserializer();
        let key = seed.deserialize(key).map(Some);
        key.inspect_err(|_| self.of.note(Step::Field(name.clone())))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, E> {
        let (name, value) = self.value.take().ok_or_else(|| E::custom("a value is read once"))?;
        self.of.read(seed, value, || Step::Field(name.clone()))
    }
}

/// The items of a list.
struct Items<'a, 'b, E> {
    of: &'b Strict<'a, E>,
    left: Enumerate<Iter<'a, Value>>,
}

impl<'de, E: Error> SeqAccess<'de> for Items<'_, '_, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, E> {
        let Some((at, value)) = self.left.next() else {
            return Ok(None);
        };
        self.of.read(seed, value, || Step::Item(at)).map(Some)
    }
}

fn unexpected(number: &Number) -> Unexpected<'_> {
    let natural = number.as_u64().map(Unexpected::Unsigned);
    let whole = natural.or_else(|| number.as_i64().map(Unexpected::Signed));
    whole.unwrap_or(Unexpected::Float(number.as_f64().unwrap_or_default()))
}

impl<'de, E: Error> Deserializer<'de> for Strict<'_, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(natural), _) => visitor.visit_u64(natural),
                (None, Some(whole)) => visitor.visit_i64(whole),
                (None, None) => visitor.visit_f64(number.as_f64().unwrap_or_default()),
            },
            Value::String(text) => visitor.visit_str(text),
            Value::Array(list) => visitor.visit_seq(Items {
                of: &self,
                left: list.iter().enumerate(),
            }),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    /// The kind comes first, so that the place of a field is known; where names come first it comes last, so that its
    /// reader has seen the names of all fields.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let last = self.names_first;
        self.object(visitor, |name, value| match (name == KIND, last) {
            (true, false) => 0,
            (false, _) => 1 + u8::from(last && value.is_null()),
            (true, true) => 3,
        })
    }

    /// `null` comes last: it stands for what is missing, and that is found missing at the end.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        if !self.names_first {
            return self.object(visitor, |_, _| 0);
        }
        let mut known = self.value.as_object().into_iter().flat_map(|map| map.keys());
        if let Some(name) = known.find(|name| !names.contains(&name.as_str())) {
            return Err(E::unknown_field(name, names));
        }
        self.object(visitor, |name, value| match names.first() == Some(&name) {
            true => 0,
            false => 1 + u8::from(value.is_null()),
        })
    }

    /// A word.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let Value::String(text) = self.value else {
            return Err(self.instead_of("a string"));
        };
        let word: StrDeserializer<'_, E> = text.as_str().into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        identifier ignored_any
    }
}
