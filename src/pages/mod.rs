//! The pages: layout only. The content comes from `view`, and the actions go through `store`.

pub mod access;
pub mod activation;
pub mod invoices;
pub mod people;
pub mod shared;
pub mod subscription;
