//! The rows to draw: the visible ones and some around them, so that not every scroll step draws rows.

/// The number of rows drawn above and below the visible ones.
const AROUND: u32 = 14;
/// With fewer drawn rows than this before or after the visible ones, the rows are drawn again further on.
const NEAR: u32 = 4;
/// The number of rows drawn before the first measurement.
const AT_FIRST: u32 = 24;

/// A range of positions, without the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    pub from: u32,
    pub to: u32,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { from: 0, to: AT_FIRST }
    }
}

/// The position of the list in the window, in whole pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    /// The top of the first row, measured from the top of the window. Negative if it is scrolled out of view.
    pub top: i32,
    /// The height of a row.
    pub row: u32,
    /// The height of the window.
    pub height: u32,
}

impl Sight {
    /// The number of rows that fit into the window.
    pub fn rows(self) -> u32 {
        self.height / self.row.max(1)
    }

    /// The rows to draw, out of `count`. `None` if the drawn rows suffice.
    pub fn needs(self, drawn: Drawn, count: u32) -> Option<Drawn> {
        let above = u32::try_from(self.top.saturating_neg()).unwrap_or(0);
        let first = (above / self.row.max(1)).min(count);
        let last = first.saturating_add(self.rows() + 2).min(count);
        let enough = drawn.from <= first.saturating_sub(NEAR) && drawn.to >= last.saturating_add(NEAR).min(count);
        (!enough).then(|| Drawn {
            from: first.saturating_sub(AROUND),
            to: last.saturating_add(AROUND).min(count),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(top: i32) -> Sight {
        Sight {
            top,
            row: 57,
            height: 900,
        }
    }

    #[test]
    fn what_is_in_sight_is_always_drawn_and_seldom_anew() {
        let (mut drawn, mut redraws) = (Drawn::default(), 0);
        for top in (-57 * 1_000..=200).rev().step_by(40) {
            if let Some(new) = sight(top).needs(drawn, 1_000) {
                drawn = new;
                redraws += 1;
            }
            let first = u32::try_from(-top).unwrap_or(0) / 57;
            assert!(
                drawn.from <= first && drawn.to >= (first + 17).min(1_000),
                "{top}: {drawn:?}"
            );
        }
        assert!(redraws < 120, "{redraws}");
    }

    #[test]
    fn short_lists_are_drawn_once() {
        assert_eq!(sight(100).needs(Drawn::default(), 3), None);
        assert_eq!(sight(100).needs(Drawn::default(), 0), None);
        assert_eq!(
            sight(-5_700_000).needs(Drawn::default(), 100_000),
            Some(Drawn {
                from: 99_986,
                to: 100_000
            })
        );
    }
}
