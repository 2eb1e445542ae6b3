//! Whether the vendor is asked again automatically (ACT 1). Decided without a browser.

/// When the question arises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The page was opened, or the user returned to it.
    Opened,
    /// The page has been open for a while.
    Later,
}

/// The minimum number of seconds between two automatic requests.
const REST_SECONDS: u64 = 15 * 60;

/// Whether to send a request on a day that is already confirmed: when an administrator opens the page, and the last
/// request was at least 15 minutes ago. `asked` and `now` are seconds of the computer's clock. If the clock was set
/// back, the request is sent.
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
