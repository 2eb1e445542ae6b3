//! Texts about saving files.

/// A file was downloaded.
pub fn saved(file: &str) -> String {
    [file, " downloaded."].concat()
}

/// A text was opened in a window.
pub fn opened(file: &str) -> String {
    [
        "Downloads are blocked here, so the text opened in a new window. Save it from there as ",
        file,
        ".",
    ]
    .concat()
}

/// The browser could not save the file in any way.
pub const NOT_SAVED: &str = "The file couldn't be saved because the browser blocks downloads and pop-ups from this page. Allow one of them, then try again.";
/// The lines of the history could not be read.
pub const NO_JOURNAL: &str = "The history couldn't be read, so no file was created. Try again.";
