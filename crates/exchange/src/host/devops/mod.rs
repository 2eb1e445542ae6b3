//! What Azure DevOps answers: what it tells of itself, and what to do after an answer.

pub mod attempt;
pub mod facts;
