//! The pages: placement only. What is shown comes from `view`, what is done goes through `store`.

pub mod access;
pub mod activation;
pub mod invoices;
pub mod people;
pub mod shared;
pub mod subscription;
