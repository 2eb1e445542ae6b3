//! Where JSON is read from, whatever serde calls it.
//!
//! serde makes its code anew for every pair of a type and a deserialiser; in the page that was more code than all the
//! rules. Here a type reads from a [`Source`] that it knows by its functions only, so that a struct costs little more
//! than the names of its fields. The one source there is asks serde ([`reader`](super::reader)): line, column and place
//! of a mistake are serde's as ever. Writing is derived, it weighs little.

use serde::de::Error;
use serde_json::Value;
use std::cell::Cell;

/// Reading stopped; the source knows why.
#[derive(Debug)]
pub struct Stop;

/// What reading came to.
pub type Outcome<T> = Result<T, Stop>;

/// One value that can be read, once. Every function fails where it is something else.
pub trait Source {
    /// A text.
    fn text(&mut self) -> Outcome<String>;
    /// A whole number from 0 on.
    fn count(&mut self) -> Outcome<u32>;
    /// A whole number.
    fn number(&mut self) -> Outcome<i64>;
    /// `true` or `false`.
    fn flag(&mut self) -> Outcome<bool>;
    /// Anything.
    fn json(&mut self) -> Outcome<Value>;
    /// A list; its entries go into `slot`, one after the other.
    fn list(&mut self, slot: &mut dyn Slot) -> Outcome<()>;
    /// A map; each key goes into `slot` before its value.
    fn map(&mut self, slot: &mut dyn KeyedSlot) -> Outcome<()>;
    /// An object: the value of each field goes into the slot at the place of its name; `null` leaves it empty.
    fn object(&mut self, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<()>;
    /// A list or an object, `true` for the object: as the two functions above.
    fn list_or_object(&mut self, list: &mut dyn Slot, names: &Names, slots: &mut [&mut dyn Slot]) -> Outcome<bool>;
    /// Stops: what was read is not what it should be. The parts make one sentence.
    fn stop(&mut self, problem: &[&str]) -> Stop;
    /// Stops at a word, a kind or a key that is not known here: a newer version may have written it.
    fn unknown(&mut self, problem: &[&str]) -> Stop {
        self.stop(problem)
    }
}

/// What can be read from a source.
pub trait Read: Sized {
    /// Reads one.
    ///
    /// # Errors
    /// Where the source holds something else.
    fn read(source: &mut dyn Source) -> Outcome<Self>;
}

/// Where a value goes.
pub trait Slot {
    /// Reads the value.
    ///
    /// # Errors
    /// Where the source holds something else.
    fn take(&mut self, source: &mut dyn Source) -> Outcome<()>;
}

/// Where the entries of a map go.
pub trait KeyedSlot {
    /// Reads the value of a key.
    ///
    /// # Errors
    /// Where the key is none, or the source holds something else.
    fn take(&mut self, key: String, source: &mut dyn Source) -> Outcome<()>;
}

impl<T: Read> Slot for Option<T> {
    fn take(&mut self, source: &mut dyn Source) -> Outcome<()> {
        *self = Some(T::read(source)?);
        Ok(())
    }
}

impl<T: Read> Slot for Vec<T> {
    fn take(&mut self, source: &mut dyn Source) -> Outcome<()> {
        self.push(T::read(source)?);
        Ok(())
    }
}

/// For serde, what is read from a source.
macro_rules! deserialize {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::reader::read(deserializer)
            }
        }
    };
}

pub(super) use deserialize;

impl Read for String {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        source.text()
    }
}

impl Read for u32 {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        source.count()
    }
}

impl Read for i64 {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        source.number()
    }
}

impl Read for bool {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        source.flag()
    }
}

impl Read for Value {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        source.json()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        let mut all = Self::new();
        source.list(&mut all)?;
        Ok(all)
    }
}

/// The names of an object's fields, and which of them have been read.
pub struct Names {
    all: &'static [&'static str],
    /// The names to offer for an unknown one.
    expected: Cell<&'static [&'static str]>,
    /// A bit for every name read so far.
    seen: Cell<u64>,
}

impl Names {
    /// Up to 64 names; none of them is read yet.
    pub fn new(all: &'static [&'static str]) -> Self {
        Self {
            all,
            expected: Cell::new(all),
            seen: Cell::new(0),
        }
    }

    /// Offers only these for an unknown one from now on.
    pub fn offer(&self, names: &'static [&'static str]) {
        self.expected.set(names);
    }

    /// Whether it is the first of all names: where there are kinds, that of the kind.
    pub fn is_first(&self, name: &str) -> bool {
        self.all.first() == Some(&name)
    }

    /// Whether a field of this name may be there.
    pub fn expects(&self, name: &str) -> bool {
        self.is_first(name) || self.expected.get().contains(&name)
    }

    /// Whether a field was there.
    pub fn have_seen(&self, name: &str) -> bool {
        let at = self.all.iter().position(|known| *known == name);
        at.is_some_and(|at| self.saw(at))
    }

    fn saw(&self, at: usize) -> bool {
        self.seen.get() >> at & 1 == 1
    }

    /// The place of a name that is read now.
    ///
    /// # Errors
    /// Where it is unknown, or was there before.
    pub fn note<E: Error>(&self, name: &str) -> Result<usize, E> {
        let at = self.all.iter().position(|known| *known == name);
        let at = at.ok_or_else(|| E::unknown_field(name, self.expected.get()))?;
        if self.saw(at) {
            return Err(E::duplicate_field(self.all.get(at).unwrap_or(&"")));
        }
        self.seen.set(self.seen.get() | 1 << at);
        Ok(at)
    }

    /// Refuses what was there and is not expected any more; the first of all names, `kind`, always is.
    ///
    /// # Errors
    /// The first such field.
    pub fn check<E: Error>(&self) -> Result<(), E> {
        let expected = self.expected.get();
        let strange = |(at, name): &(usize, &&str)| self.saw(*at) && !expected.contains(*name);
        match self.all.iter().enumerate().skip(1).find(strange) {
            Some((_, name)) => Err(E::unknown_field(name, expected)),
            None => Ok(()),
        }
    }
}
