//! Enums that files write as words.

/// The variants of an enum as an array, instead of `strum`'s slice. Evaluated at compile time.
#[expect(clippy::indexing_slicing, reason = "a number that is too high does not compile")]
pub const fn all<T: Copy, const N: usize>(variants: &[T]) -> [T; N] {
    let mut all = [variants[0]; N];
    let mut at = 0;
    while at < N {
        all[at] = variants[at];
        at += 1;
    }
    all
}
