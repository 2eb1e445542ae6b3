//! The dialogs of User Management.

pub mod add;
pub mod add_methods;
pub mod add_state;
pub mod answer_request;
pub mod default_role;
pub mod import;
pub mod inactive;
pub mod outcome;
pub mod people_dialog;
pub mod people_state;
pub mod reassign;
pub mod roles;
pub mod second_question;
