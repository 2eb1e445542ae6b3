//! Texts about the keyboard shortcuts.

/// The title of the dialog.
pub const TITLE: &str = "Keyboard shortcuts";
/// The link to the licenses of the included software.
pub const OPEN_SOURCE: &str = "Open source";

/// Shortcuts for the same part of the page.
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// Alternative keys with the same effect, and the effect.
    pub keys: &'static [(&'static [&'static str], &'static str)],
}

/// On pages with a search.
pub const SEARCH: Group = Group {
    title: "Search",
    keys: &[(&["/"], "Go to search"), (&["Esc"], "Clear search")],
};
/// On the list of people.
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
/// On pages with tabs.
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
