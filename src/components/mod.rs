//! The kit: components that know nothing of licences.
