//! Journals in memory: for tests, and if the browser does not store anything.

use super::{JournalStore, LoadError, SaveError};
use async_trait::async_trait;
use std::cell::RefCell;
use std::rc::Rc;

/// Keeps journals until the tab is closed. Clones share them.
#[derive(Clone, Default)]
pub struct MemoryJournal {
    lines: Rc<RefCell<Vec<Line>>>,
}

/// A stored line. Lines are in the order in which they were appended.
struct Line {
    account: String,
    position: u32,
    text: String,
}

#[async_trait(?Send)]
impl JournalStore for MemoryJournal {
    async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        let lines = self.lines.borrow();
        let from_there = lines
            .iter()
            .filter(|line| line.account == account && line.position >= position);
        Ok(from_there.map(|line| line.text.clone()).collect())
    }

    async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        let mut kept = self.lines.borrow_mut();
        // Nothing is appended after a line that has disappeared.
        let stands = |last: u32| kept.iter().any(|line| line.account == account && line.position == last);
        if first_position.checked_sub(1).is_some_and(|last| !stands(last)) {
            return Err(SaveError::Conflict);
        }
        // A journal only grows, so any line at or after the first position is a conflict.
        if kept
            .iter()
            .any(|line| line.account == account && line.position >= first_position)
        {
            return Err(SaveError::Conflict);
        }
        kept.extend((first_position..).zip(lines).map(|(position, text)| Line {
            account: account.to_owned(),
            position,
            text: text.clone(),
        }));
        Ok(())
    }

    fn is_lasting(&self) -> bool {
        false
    }

    async fn erase(&self, account: &str) -> Result<(), SaveError> {
        self.lines.borrow_mut().retain(|line| line.account != account);
        Ok(())
    }

    async fn erase_all(&self) -> Result<(), SaveError> {
        self.lines.borrow_mut().clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Journal;
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// Memory answers immediately, so a single poll is enough.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("memory waits for nothing"),
        }
    }

    #[test]
    fn a_position_is_created_once_and_never_overwritten() {
        let journal = Journal::memory();
        assert_eq!(now(journal.load("a")), Ok(Vec::new()));
        assert_eq!(now(journal.append("a", 0, "opening")), Ok(()));
        assert_eq!(now(journal.append("a", 0, "another")), Err(SaveError::Conflict));
        assert_eq!(now(journal.load("a")), Ok(vec!["opening".to_owned()]));
    }

    #[test]
    fn several_lines_are_kept_all_or_none() {
        let journal = Journal::memory();
        let lines = ["1", "2", "3"].map(str::to_owned);
        assert_eq!(now(journal.append("a", 0, "in the way")), Ok(()));
        assert_eq!(now(journal.append_all("a", 0, &lines)), Err(SaveError::Conflict));
        assert_eq!(now(journal.append("a", 2, "after a gap")), Err(SaveError::Conflict));
        assert_eq!(now(journal.load("a")), Ok(vec!["in the way".to_owned()]));
        assert_eq!(now(journal.append_all("b", 0, &lines)), Ok(()));
        assert_eq!(now(journal.load_from("b", 1)), Ok(vec!["2".to_owned(), "3".to_owned()]));
    }

    #[test]
    fn erasing_one_account_leaves_the_others() {
        let journal = Journal::memory();
        for account in ["a", "b"] {
            assert_eq!(now(journal.append(account, 0, account)), Ok(()));
        }
        assert_eq!(now(journal.erase("a")), Ok(()));
        assert_eq!(
            (now(journal.load("a")), now(journal.load("b"))),
            (Ok(Vec::new()), Ok(vec!["b".to_owned()]))
        );
        assert_eq!(now(journal.erase_all()), Ok(()));
        assert_eq!(now(journal.load("b")), Ok(Vec::new()));
    }
}
