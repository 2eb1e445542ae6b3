//! The button that saves the licensed as a file for spreadsheets.

use super::list::List;
use super::outcome::count;
use crate::components::{Button, IconName, Tone};
use crate::dom::view;
use crate::view::people::{export, exported};
use crate::view::words::people_csv;
use leptos::prelude::*;

/// The button; its words say how many the file has.
pub(super) fn export_csv(list: List) -> AnyView {
    let ui = list.ui;
    let rows = Memo::new(move |_| {
        let found = list.found();
        found
            .map(|found| exported(&found.people, &found.query))
            .unwrap_or_default()
    });
    let words = move || people_csv::export_count(&count(ui, rows.with(Vec::len)));
    let save = move |()| {
        let Some(found) = untrack(|| list.found()) else { return };
        let rows = rows.get_untracked();
        let file = ui.now(|scene| {
            let name = people_csv::file_name(&scene.today.to_string());
            (name, export(scene, &found.people, &rows))
        });
        if let Some((name, text)) = file {
            ui.store.save_csv(&name, &text);
            let text = people_csv::exported(&untrack(|| count(ui, rows.len())), &name);
            ui.tell(Tone::Success, text);
        }
    };
    view! { <Button icon=IconName::Download on_click=save>{words}</Button> }.into_any()
}
