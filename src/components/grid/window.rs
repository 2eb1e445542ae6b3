//! Which rows are drawn: those in sight and some around them, so that scrolling does not draw at every step.

/// Rows drawn above and below what is in sight.
const AROUND: u32 = 14;
/// Nearer than this, what is drawn is drawn anew further on.
const NEAR: u32 = 4;
/// So many rows are drawn before anything is measured.
const AT_FIRST: u32 = 24;

/// From this place of the list up to, not with, that one.
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

/// Where the list stands in the window, in whole pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    /// The upper edge of the first row, from the upper edge of the window; negative once it is scrolled away.
    pub top: i32,
    /// The height of a row.
    pub row: u32,
    /// The height of the window.
    pub height: u32,
}

impl Sight {
    /// How many rows fit into the window.
    pub fn rows(self) -> u32 {
        self.height / self.row.max(1)
    }

    /// What is to be drawn of `count` rows, if that is not drawn already.
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
