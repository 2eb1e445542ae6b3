//! Which rows are selected: by their keys, so that it lasts while the list is searched, filtered and sorted.

/// The selected keys. Keys are small numbers, so that asking costs nothing, whatever is selected.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    chosen: Vec<bool>,
    count: u32,
}

impl Selection {
    /// Whether a key is selected.
    pub fn has(&self, key: u32) -> bool {
        usize::try_from(key).is_ok_and(|at| self.chosen.get(at) == Some(&true))
    }

    /// Selects a key, or takes it out.
    pub fn set(&mut self, key: u32, chosen: bool) {
        let Ok(at) = usize::try_from(key) else { return };
        if chosen && self.chosen.len() <= at {
            self.chosen.resize(at + 1, false);
        }
        if let Some(known) = self.chosen.get_mut(at).filter(|known| **known != chosen) {
            *known = chosen;
            self.count = if chosen { self.count + 1 } else { self.count - 1 };
        }
    }

    /// How many are selected.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The selected keys, the smallest first.
    pub fn keys(&self) -> Vec<u32> {
        let chosen = (0..).zip(&self.chosen).filter(|(_, chosen)| **chosen);
        chosen.map(|(key, _)| key).collect()
    }

    /// How many of these keys are selected.
    pub fn among(&self, keys: &[u32]) -> u32 {
        if self.count == 0 {
            return 0;
        }
        let among = keys.iter().filter(|key| self.has(**key)).count();
        u32::try_from(among).unwrap_or(u32::MAX)
    }
}
