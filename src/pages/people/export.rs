//! The button that saves the people with a license as a file for spreadsheets.

use crate::pages::people::dialogs::outcome::count;
use crate::pages::people::list::List;
use crate::pages::shared::download::save_csv;
use leptos::prelude::*;
use view::people::{Tab, export, exported};
use view::words::people_csv;

/// The label: it says how many people the file has. Not tracked.
pub(crate) fn export_label(list: List) -> String {
    let rows = || {
        let found = list.found()?;
        match found.query.tab {
            Tab::Licensed => Some(found.keys.len()),
            Tab::Unlicensed => usize::try_from(found.people.counts().0).ok(),
        }
    };
    untrack(|| people_csv::export_count(&count(list.ui, rows().unwrap_or(0))))
}

/// Saves the file.
pub(crate) fn save_people(list: List) {
    let ui = list.ui;
    let Some(found) = untrack(|| list.found()) else { return };
    let rows = exported(&found.people, &found.query);
    let file = ui.now(|scene| {
        let name = people_csv::file_name(&scene.today.to_string());
        (name, export(scene, &found.people, &rows))
    });
    if let Some((name, text)) = file {
        let done = people_csv::exported(&untrack(|| count(ui, rows.len())), &name);
        save_csv(ui, &name, &text, done);
    }
}
