//! Sample organizations: their people, their journals, and who is looking. The demonstration and tests use them; the product
//! does not know them.
//!
//! | file | what it holds |
//! |---|---|
//! | [`settings`] | what the address chooses: organization, viewer, deployment, day, and how saving behaves |
//! | [`session`] | who is looking, where, and on what day |
//! | [`people`], [`groups`] | the directory |
//! | [`stories`], [`seed`] | what has happened in each organization, booked as a journal |
//! | [`rival`] | another administrator who always books first |

pub mod groups;
pub mod people;
pub mod rival;
pub mod seed;
pub mod session;
pub mod settings;
pub mod stories;
