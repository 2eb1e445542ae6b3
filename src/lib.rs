//! Licence administration for a named-user Azure DevOps extension.
//!
//! | room | what lives there |
//! |---|---|
//! | [`licensing`] | the rules: pure, no browser, no clock, no float, no I/O |
//! | [`view`] | account + people → what is on the screen; every word of the page |
//! | [`documents`] | invoices and credit notes as they are read, printed and filed: CSV, XML, PDF |
//! | [`journal`] | where events are kept: memory, IndexedDB |
//! | [`csv`] | lists of people as spreadsheets write them |
//! | [`directory`] | where people come from: seeded, or a file |
//! | [`host`] | who looks, where, on what day |
//! | `store` | load, send a command, conflict, retry; the one snapshot that pages read |
//! | `pages`, `components` | the screen: placement, and a kit that knows nothing of licences |

pub mod csv;
pub mod directory;
pub mod documents;
#[cfg(feature = "ui")]
pub mod dom;
pub mod host;
pub mod journal;
pub mod licensing;
pub mod vendor;
pub mod view;

#[cfg(feature = "ui")]
pub mod components;
#[cfg(feature = "ui")]
pub mod pages;
#[cfg(feature = "ui")]
pub mod store;
