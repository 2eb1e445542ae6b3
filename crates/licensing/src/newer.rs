//! Telling what a newer version has written from what is damaged: a field, a kind or a word that is not known here, at any
//! depth. Only asked where something could not be read; what goes by the text is [`reader`](super::reader)'s.

use super::source::{KeyedSlot, Names, Outcome, Read, Slot, Source, Stop};
use serde::de::Error;
use serde_json::Value;
use std::fmt;

/// Whether it cannot be read because it holds a field, a kind or a word that is not known here.
pub fn is_newer<T: Read>(value: &Value) -> bool {
    let mut held = Held {
        value: Some(value),
        fault: Fault::Wrong,
    };
    T::read(&mut held).is_err() && held.fault == Fault::Unknown
}

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It is something else than it should be.
    Wrong,
    /// It is not known here.
    Unknown,
}

/// A value that is there already, until it is read.
struct Held<'a> {
    value: Option<&'a Value>,
    fault: Fault,
}

impl<'a> Held<'a> {
    /// The value as what it should be.
    fn take<T>(&mut self, read: impl FnOnce(&'a Value) -> Option<T>) -> Outcome<T> {
        self.value.take().and_then(read).ok_or_else(|| self.stop(&[]))
    }

    /// Reads an entry; why it stops is why the whole does.
    fn entry(&mut self, value: &'a Value, read: impl FnOnce(&mut Held<'a>) -> Outcome<()>) -> Outcome<()> {
        let mut held = Held {
            value: Some(value),
            fault: Fault::Wrong,
        };
        read(&mut held).inspect_err(|_| self.fault = held.fault)
    }

    /// Reads a field; `null` leaves its slot empty.
    fn field(&mut self, names: &Names, name: &str, value: &'a Value, slots: &mut [&mut dyn Slot]) -> Outcome<()> {
        let at = names.note::<Misnamed>(name).map_err(|_| self.unknown(&[]))?;
        match slots.get_mut(at).filter(|_| !value.is_null()) {
            Some(slot) => self.entry(value, |it| slot.take(it)),
            None => Ok(()),
        }
    }
}

impl Source for Held<'_> {
    fn text(&mut self) -> Outcome<String> {
        self.take(|it| it.as_str().map(str::to_owned))
    }

    fn count(&mut self) -> Outcome<u32> {
        self.take(|it| it.as_u64().and_then(|it| u32::try_from(it).ok()))
    }

    fn number(&mut self) -> Outcome<i64> {
        self.take(Value::as_i64)
    }

    fn flag(&mut self) -> Outcome<bool> {
        self.take(Value::as_bool)
    }

    fn json(&mut self) -> Outcome<Value> {
        self.take(|it| Some(it.clone()))
    }

    fn list(&mut self, slot: &mut dyn Slot) -> Outcome<()> {
        let entries = self.take(Value::as_array)?;
        entries
            .iter()
            .try_for_each(|value| self.entry(value, |it| slot.take(it)))
    }

    fn map(&mut self, slot: &mut dyn KeyedSlot) -> Outcome<()> {
        let entries = self.take(Value::as_object)?;
        entries
            .iter()
            .try_for_each(|(key, value)| self.entry(value, |it| slot.take(key.clone(), it)))
    }

    fn object(&mut self, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<()> {
        let fields = self.take(Value::as_object)?;
        // The kind says which fields there are, and all of their names are looked at before any of their values: a field
        // that is new may have the form of something else.
        let (kind, others): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| names.is_first(name));
        for (name, value) in kind {
            self.field(names, name, value, slots)?;
        }
        if others.iter().any(|(name, _)| !names.expects(name)) {
            return Err(self.unknown(&[]));
        }
        others
            .into_iter()
            .try_for_each(|(name, value)| self.field(names, name, value, slots))
    }

    fn list_or_object(&mut self, list: &mut dyn Slot, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<bool> {
        if self.value.is_some_and(Value::is_array) {
            self.list(list).map(|()| false)
        } else {
            self.object(names, slots).map(|()| true)
        }
    }

    fn stop(&mut self, _: &[&str]) -> Stop {
        self.fault = Fault::Wrong;
        Stop
    }

    fn unknown(&mut self, _: &[&str]) -> Stop {
        self.fault = Fault::Unknown;
        Stop
    }
}

/// That a name is none of those expected. What it says, nobody reads.
#[derive(Debug)]
struct Misnamed;

impl Error for Misnamed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl std::error::Error for Misnamed {}

impl fmt::Display for Misnamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an unknown name")
    }
}
