//! Whether the vendor is asked again without anybody having clicked (ACT 1); decided without a browser.

/// What brings the question up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The page is opened, or somebody comes back to it.
    Opened,
    /// It stands open.
    Later,
}

/// So many seconds lie between two questions that nobody has clicked.
const REST_SECONDS: u64 = 15 * 60;

/// Whether it is asked again on a day that is confirmed: where an administrator opens the page, and `asked` before lies 15
/// minutes back. `asked` and `now` are seconds of the computer's clock; one that was set back keeps nobody from asking.
pub fn asks_again(occasion: Occasion, administers: bool, asked: Option<u64>, now: u64) -> bool {
    let rested = asked.is_none_or(|asked| now < asked || now - asked >= REST_SECONDS);
    occasion == Occasion::Opened && administers && rested
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn act_1_an_administrator_who_opens_the_page_asks_at_most_every_15_minutes() {
        let opened = |asked, now| asks_again(Occasion::Opened, true, asked, now);
        assert!(opened(None, 0) && opened(None, 1_000_000));
        assert!(!opened(Some(1_000), 1_000) && !opened(Some(1_000), 1_899));
        assert!(opened(Some(1_000), 1_900) && opened(Some(1_000), 90_000));
        assert!(opened(Some(1_000), 999), "the clock was set back");
    }

    #[test]
    fn act_1_nobody_else_asks_again_and_no_page_that_only_stands_open() {
        for asked in [None, Some(0)] {
            assert!(!asks_again(Occasion::Opened, false, asked, 90_000));
            assert!(!asks_again(Occasion::Later, true, asked, 90_000));
        }
    }
}
