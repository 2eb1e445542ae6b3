//! The button that saves the licensed as a file for spreadsheets.

use crate::components::{Button, IconName};
use crate::pages::people::dialogs::outcome::count;
use crate::pages::people::list::List;
use crate::pages::shared::download::save_csv;
use leptos::prelude::*;
use view::people::{Tab, export, exported};
use view::words::people_csv;

/// The button; its words say how many the file has.
#[component]
pub(crate) fn ExportButton(list: List) -> impl IntoView {
    let ui = list.ui;
    // Counted with every letter of a search, so only what is at hand; who it is, is looked for with the click.
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
