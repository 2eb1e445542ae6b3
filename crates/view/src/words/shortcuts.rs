//! The keys of the page, in words.

/// The dialog.
pub const TITLE: &str = "Keyboard shortcuts";

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
    keys: &[(&["/"], "Go to the search"), (&["Esc"], "Empty the search")],
};
/// Where the list of people stands.
pub const LIST: Group = Group {
    title: "List",
    keys: &[
        (&["Up", "Down"], "Go to the row above or below"),
        (&["Page Up", "Page Down"], "Go a screen up or down"),
        (&["Home", "End"], "Go to the first or the last row"),
        (&["Space"], "Select the row, or take it out"),
        (&["Shift + Up", "Shift + Down"], "Select further rows"),
        (&["Ctrl + A"], "Select all that match"),
        (&["Enter"], "Open the row"),
        (&["Esc"], "Clear the selection"),
    ],
};
/// Where a page has tabs.
pub const TABS: Group = Group {
    title: "Tabs",
    keys: &[(&["Left", "Right"], "Go to the tab beside")],
};
/// On every page.
pub const EVERYWHERE: Group = Group {
    title: "Everywhere",
    keys: &[
        (&["Tab", "Shift + Tab"], "Go to the next or the previous control"),
        (&["Esc"], "Close what stands open"),
        (&["?"], "Show these keys"),
    ],
};
