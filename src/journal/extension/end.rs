//! Finding the end of a journal. Entries are dense and stay, so that it lies before the first that is missing; nothing
//! is listed, and no note about it is trusted.

use super::at_once::{AT_ONCE, at_once};
use super::documents::Fault;
use super::names::{Piece, Shelf};
use super::text::Closing;
use super::{ExtensionJournal, LoadError};
use serde_json::Value;

/// How many entries are asked for at once close to where the end is expected: most often nothing is new.
const NEAR: [usize; 3] = [1, AT_ONCE, AT_ONCE];

impl ExtensionJournal {
    /// How many entries an account has.
    pub(super) async fn end(&self, account: &str) -> Result<u32, Fault> {
        let mut low = self.with(account, |known| known.count());
        if low == 0 {
            low = self.hinted(account).await?;
        }
        for count in NEAR {
            let numbers: Vec<u32> = (low..).take(count).collect();
            match self.first_missing(account, &numbers).await? {
                Some(number) => return Ok(number),
                None => low = low.saturating_add(u32::try_from(count).unwrap_or(u32::MAX)),
            }
        }
        let (low, high) = self.far(account, low).await?;
        self.between(account, low, high).await
    }

    /// How many entries there are at least, as somebody has noted it; 0 where the last of them cannot be seen.
    async fn hinted(&self, account: &str) -> Result<u32, Fault> {
        let head = self.service.get(&Shelf::of(account).head()).await?;
        let entries = head.as_ref().and_then(|it| it.get("entries")).and_then(Value::as_u64);
        let entries = entries.and_then(|it| u32::try_from(it).ok()).unwrap_or(0);
        let Some(last) = entries.checked_sub(1) else {
            return Ok(0);
        };
        let missing = self.first_missing(account, &[last]).await?;
        Ok(if missing.is_none() { entries } else { 0 })
    }

    /// Ever farther from where there are entries, until one is missing: the end lies between the two answers.
    async fn far(&self, account: &str, from: u32) -> Result<(u32, u32), Fault> {
        let (mut low, mut step) = (from, 4_u32);
        loop {
            let mut numbers = Vec::new();
            for _ in 0..AT_ONCE {
                step = step.saturating_mul(2);
                numbers.push(from.saturating_add(step));
            }
            let missing = self.first_missing(account, &numbers).await?;
            let before = |number: &&u32| missing.is_none_or(|missing| **number < missing);
            low = numbers
                .iter()
                .filter(before)
                .max()
                .map_or(low, |it| it.saturating_add(1));
            match missing {
                Some(high) => return Ok((low, high)),
                None if low == u32::MAX => return Ok((low, low)),
                None => {}
            }
        }
    }

    /// The end, where the entries below `low` are there and the one at `high` is missing.
    async fn between(&self, account: &str, mut low: u32, mut high: u32) -> Result<u32, Fault> {
        let probes = u32::try_from(AT_ONCE).unwrap_or(1);
        while low < high {
            let width = high - low;
            let numbers: Vec<u32> = if width <= probes {
                (low..high).collect()
            } else {
                (1..=probes).map(|it| low + width / (probes + 1) * it).collect()
            };
            let missing = self.first_missing(account, &numbers).await?;
            let before = |number: &&u32| missing.is_none_or(|missing| **number < missing);
            low = numbers.iter().filter(before).max().map_or(low, |it| it + 1);
            high = missing.unwrap_or(high);
        }
        Ok(low)
    }

    /// The first of some entries that is missing.
    async fn first_missing(&self, account: &str, numbers: &[u32]) -> Result<Option<u32>, Fault> {
        let entry = |number: &u32| self.closing(account, Piece::entry(*number));
        let closings = at_once(numbers.iter().map(entry)).await;
        for (number, closing) in numbers.iter().zip(closings) {
            if closing?.is_none() {
                return Ok(Some(*number));
            }
        }
        Ok(None)
    }

    /// The document of a piece; none where there is none.
    pub(super) async fn closing(&self, account: &str, piece: Piece) -> Result<Option<Closing>, Fault> {
        if piece.level == 0
            && let Some(seen) = self.with(account, |known| known.seen(piece.start))
        {
            return Ok(Some(seen));
        }
        let document = self.service.get(&Shelf::of(account).piece(piece)).await?;
        let closing = document.as_ref().map(Closing::read);
        if let Some(closing) = closing.as_ref().filter(|_| piece.level == 0) {
            self.with(account, |known| known.see(piece.start, closing.clone()));
        }
        Ok(closing)
    }

    /// Whether an account has fewer lines than `count`; asks for one document where it has been read so far.
    ///
    /// # Errors
    /// Where the service does not tell.
    pub async fn is_shorter(&self, account: &str, count: u32) -> Result<bool, LoadError> {
        if self.with(account, |known| known.positions()) < count {
            self.catch_up(account).await?;
        }
        let Some(last) = count.checked_sub(1) else {
            return Ok(false);
        };
        if self.with(account, |known| known.positions()) < count {
            return Ok(true);
        }
        let entry = self.with(account, |known| known.start_of(last).entry);
        let place = Shelf::of(account).piece(Piece::entry(entry));
        Ok(self.service.get(&place).await?.is_none())
    }
}
