//! User Management: who has a license, and who needs one?

pub mod answering;
pub mod dialogs;
pub mod empty_list;
pub mod export;
pub mod filters;
pub mod group_progress;
pub mod list;
pub mod page;
pub mod person_panel;
pub mod requests;
pub mod role_menu;
pub mod selected_people;
pub mod settings_panel;
pub mod side_panel;
pub mod sync_bar;
pub mod table;
