//! The pages: placement only. What is shown comes from `view`, what is done goes through `store`.

mod activation;
mod app;
mod ask;
mod blocked;
mod confirm;
mod demo_bar;
mod details;
mod history;
mod invoices;
mod keep;
mod money_cards;
mod order_body;
mod order_dialog;
mod people;
mod plans;
mod reading;
mod ribbon;
mod saving;
mod scene;
mod sending;
mod shortcuts;
mod status;
mod subscription;
mod time;
mod typed;
mod undo;

pub use app::App;
