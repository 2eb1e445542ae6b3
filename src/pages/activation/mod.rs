//! Activation: the card on Subscription, the activation page, the bar above every page, and Troubleshooting (ACT).

pub mod activation_bar;
pub mod apply;
pub mod card;
pub mod failure;
pub mod instances;
pub mod offline;
pub mod orders;
pub mod page;
pub mod password;
pub mod proxy;
pub mod proxy_form;
pub mod settings;
pub mod troubleshooting;
