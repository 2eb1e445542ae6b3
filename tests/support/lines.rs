//! Consecutive lines of a journal, reduced to what a journal store checks.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]
#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use licensing::value::digest::sha256;
use serde_json::json;
use std::cell::RefCell;

/// The first line of a journal, reduced to what a journal store checks.
pub fn first_line() -> String {
    json!({"position": 0, "rules": 1, "previous_sha256": null, "instant": "2026-11-24T08:00:00Z", "deployment": "services",
        "subscription_id": "7T4K-9QXM-2HRA", "catalogue": {}, "catalogue_sha256": sha256("{}"), "people": []})
    .to_string()
}

/// A line that follows another one.
pub fn line_after(before: &str, position: u32, command_id: &str, today: &str) -> String {
    json!({"position": position, "rules": 1, "previous_sha256": sha256(before), "command_id": command_id,
        "instant": "2026-11-24T08:00:00Z", "today": today, "actor": "ada", "viewer": {"collection_administrator": "yes"},
        "command": {"kind": "start_trial"}, "events": []})
    .to_string()
}

/// The default day of all lines.
pub const TODAY: &str = "2026-11-24";

/// `count` lines of one author after existing ones.
pub fn following(before: &[String], count: usize, by: &str) -> Vec<String> {
    let mut lines: Vec<String> = before.last().cloned().into_iter().collect();
    let known = lines.len();
    for position in before.len()..before.len() + count {
        let line = match lines.last() {
            None => first_line(),
            Some(last) => {
                let position = u32::try_from(position).unwrap();
                line_after(last, position, &format!("{by}-{position}"), TODAY)
            }
        };
        lines.push(line);
    }
    lines.split_off(known)
}

/// Consecutive lines of a journal that is always the same.
pub fn numbered(from: u32, to: u32) -> Vec<String> {
    thread_local!(static ALL: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });
    let at = |number| usize::try_from(number).unwrap();
    ALL.with_borrow_mut(|all| {
        let more = following(all, at(to).saturating_sub(all.len()), "c");
        all.extend(more);
        all.get(at(from)..at(to)).unwrap_or_default().to_vec()
    })
}
