//! Subscription: are we covered, until when, and for how much?

pub mod access_choice;
pub mod attention;
pub mod details;
pub mod history;
pub mod money_cards;
pub mod order_dialog;
pub mod order_form;
pub mod order_state;
pub mod page;
pub mod plans;
