//! Words of files that are saved.

/// A file was handed to the browser.
pub fn saved(file: &str) -> String {
    [file, " was handed to the browser to be saved."].concat()
}

/// A text stands in a window.
pub fn opened(file: &str) -> String {
    [
        "This frame forbids downloads, so the text is open in a window of its own: save it from there as ",
        file,
        ".",
    ]
    .concat()
}

/// The browser took it in no way.
pub const NOT_SAVED: &str = "The file could not be saved: the browser takes neither files nor windows from this page. Allow one of them, then try again.";
/// Its lines could not be read.
pub const NO_JOURNAL: &str = "The journal could not be read, so there is no file. Try again.";
