//! What several pages share.

pub mod background_booking;
pub mod booking_dialog;
pub mod download;
pub mod order_preview;
pub mod paste_or_file;
pub mod search_text;
pub mod undo_offer;
