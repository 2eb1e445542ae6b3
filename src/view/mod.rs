//! Pure view models: account and people in, what is on the screen out. All words stand in `words`.
