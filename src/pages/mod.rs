//! The pages: placement only.
