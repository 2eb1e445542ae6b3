//! What the program exchanges with others, without a browser: async code over small traits, so that it is tested natively.
//!
//! | room | what lives there |
//! |---|---|
//! | [`journal`] | where the lines of a journal are kept: in memory, or in Azure DevOps for everybody |
//! | [`directory`] | where people come from: a seed, a file, Azure DevOps |
//! | [`host`] | who is looking, where and on what day; what Azure DevOps answers |
//! | [`vendor`] | what the vendor is asked, when, and what follows from an answer |

pub mod directory;
pub mod host;
pub mod journal;
pub mod vendor;
