//! Small maps: what a catalogue says by plan, length or key.

use super::source::{KeyedSlot, Outcome, Read, Source};
use std::fmt;

/// A map of few entries, in the order of its keys. It is one sorted list: a tree would be many times the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Whether the key has a value.
    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// Gives a key its value; the one before is gone.
    pub fn insert(&mut self, key: K, value: V) {
        let at = self.0.partition_point(|(known, _)| *known < key);
        match self.0.get_mut(at) {
            Some(entry) if entry.0 == key => entry.1 = value,
            _ => self.0.insert(at, (key, value)),
        }
    }

    /// Takes a key's value away.
    pub fn remove(&mut self, key: &K) {
        self.0.retain(|(known, _)| known != key);
    }

    /// Keeps the entries that `keep` holds for.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// Every entry, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: TryFrom<String, Error: fmt::Display> + Ord, V: Read> KeyedSlot for Table<K, V> {
    fn take(&mut self, key: String, source: &mut dyn Source) -> Outcome<()> {
        let key = K::try_from(key).map_err(|problem| source.unknown(&[&problem.to_string()]))?;
        self.insert(key, V::read(source)?);
        Ok(())
    }
}

impl<K: TryFrom<String, Error: fmt::Display> + Ord, V: Read> Read for Table<K, V> {
    fn read(source: &mut dyn Source) -> Outcome<Self> {
        let mut table = Self::default();
        source.map(&mut table)?;
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::super::reader::read;
    use super::*;

    #[test]
    fn entries_are_in_order_and_the_last_one_counts() {
        let mut text = serde_json::Deserializer::from_str(r#"{"b":1,"c":2,"a":3,"b":4}"#);
        let table: Table<String, u32> = read(&mut text).unwrap();
        let entries: Vec<(&str, u32)> = table.iter().map(|(key, value)| (key.as_str(), *value)).collect();
        assert_eq!(entries, [("a", 3), ("b", 4), ("c", 2)]);
        assert_eq!(
            (table.get(&"c".to_owned()), table.contains_key(&"d".to_owned())),
            (Some(&2), false)
        );
    }
}
