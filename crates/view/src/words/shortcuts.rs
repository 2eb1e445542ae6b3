//! The keys of the page, in words.

/// The dialog.
pub const TITLE: &str = "Keyboard shortcuts";
/// The link to the licenses of what the program is made of.
pub const OPEN_SOURCE: &str = "Open source";

/// Keys that belong together, because they are for the same thing.
pub struct Group {
    /// Its heading.
    pub title: &'static str,
    /// The keys that do the same, and what that is.
    pub keys: &'static [(&'static [&'static str], &'static str)],
}

/// Where something is searched.
pub const SEARCH: Group = Group {
    title: "Search",
    keys: &[(&["/"], "Go to search"), (&["Esc"], "Clear search")],
};
/// Where the list of people stands.
pub const LIST: Group = Group {
    title: "List",
    keys: &[
        (&["Up", "Down"], "Move up or down one row"),
        (&["Page Up", "Page Down"], "Move up or down one page"),
        (&["Home", "End"], "Go to the first or last row"),
        (&["Space"], "Select or clear the row"),
        (&["Shift + Up", "Shift + Down"], "Extend the selection"),
        (&["Ctrl + A"], "Select all matches"),
        (&["Enter"], "Open the row"),
        (&["Esc"], "Clear the selection"),
    ],
};
/// Where a page has tabs.
pub const TABS: Group = Group {
    title: "Tabs",
    keys: &[(&["Left", "Right"], "Go to the next tab")],
};
/// On every page.
pub const EVERYWHERE: Group = Group {
    title: "Everywhere",
    keys: &[
        (&["Tab", "Shift + Tab"], "Go to the next or previous control"),
        (&["Esc"], "Close what's open"),
        (&["?"], "Show keyboard shortcuts"),
    ],
};
