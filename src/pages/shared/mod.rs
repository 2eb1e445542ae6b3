//! Parts that several pages share.

pub mod background_booking;
pub mod booking_dialog;
pub mod booking_progress;
pub mod download;
pub mod figures;
pub mod list_page;
pub mod order_preview;
pub mod outcome;
pub mod paste_or_file;
pub mod search_text;
pub mod undo_offer;
