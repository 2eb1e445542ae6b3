//! Identifiers that link a label, a hint, or a pop-up to its control.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// A new identifier, unique within the page.
pub(super) fn unique(prefix: &str) -> String {
    let mut id = String::from(prefix);
    id.push('-');
    id.push_str(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    id
}

/// Joins the non-empty `parts` with spaces, for `class` and `aria-describedby`.
pub(super) fn joined(parts: &[&str]) -> String {
    let mut all = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(part);
    }
    all
}

/// The value of an attribute such as `aria-expanded`, which must be "false" instead of absent.
pub(super) fn flag(holds: bool) -> Option<&'static str> {
    Some(if holds { "true" } else { "false" })
}

/// Basis points (0 to 10,000) as a CSS percentage: `2550` is `25.50%`.
pub(super) fn percent(basis_points: u32) -> String {
    let capped = basis_points.min(10_000);
    let mut text = (capped / 100).to_string();
    text.push('.');
    let rest = capped % 100;
    if rest < 10 {
        text.push('0');
    }
    text.push_str(&rest.to_string());
    text.push('%');
    text
}
