//! The button that saves the people with a license as a file for spreadsheets.

use crate::components::{Button, IconName};
use crate::pages::people::dialogs::outcome::count;
use crate::pages::people::list::List;
use crate::pages::shared::download::save_csv;
use leptos::prelude::*;
use view::people::{Tab, export, exported};
use view::words::people_csv;

/// The button. Its text contains the number of rows in the file.
#[component]
pub(crate) fn ExportButton(list: List) -> impl IntoView {
    let ui = list.ui;
    // The number is computed on every keystroke of a search, so it uses only what is available. A click determines the
    // rows.
    let rows = move || {
        let found = list.found()?;
        Some(match found.query.tab {
            Tab::Licensed => found.keys.len(),
            Tab::Unlicensed => usize::try_from(found.people.counts().0).ok()?,
        })
    };
    let words = move || people_csv::export_count(&count(ui, rows().unwrap_or(0)));
    let save = move |()| {
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
    };
    view! { <Button icon=IconName::Download on_click=save>{words}</Button> }
}
