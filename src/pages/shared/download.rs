//! Saves files, and reports the outcome.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, IconName, Tone, after};
use crate::store::DownloadOutcome;
use leptos::prelude::*;
use view::words::{frame, saving as words};

/// Saves a table for spreadsheets. `done` is shown when the browser has accepted it.
pub(crate) fn save_csv(ui: AppContext, name: &str, text: &str, done: impl Into<String>) {
    save(ui, name, "text/csv;charset=utf-8", text, done.into());
}

/// Saves the journal, for support and for `licensing verify`.
pub(crate) fn save_journal(ui: AppContext) {
    after(ui.store.journal_file(), move |file| match file {
        Some((name, text)) => save(ui, &name, "application/jsonl", &text, words::saved(&name)),
        None => ui.tell(Tone::Error, words::NO_JOURNAL),
    });
}

/// Saves JSON.
pub(crate) fn save_json(ui: AppContext, name: &str, text: &str) {
    save(ui, name, "application/json", text, words::saved(name));
}

/// The export button of a page that cannot show the journal.
#[component]
pub fn ExportJournal() -> impl IntoView {
    let ui = AppContext::get();
    let save = move |()| save_journal(ui);
    view! { <Button kind=ButtonKind::Primary icon=IconName::Download on_click=save>{frame::EXPORT}</Button> }
}

/// Saves a text as a file.
fn save(ui: AppContext, name: &str, content_type: &str, text: &str, done: String) {
    match ui.store.save_text(name, content_type, text) {
        DownloadOutcome::Saved => ui.tell(Tone::Success, done),
        DownloadOutcome::Opened => ui.tell(Tone::Info, words::opened(name)),
        DownloadOutcome::Refused => ui.tell(Tone::Error, words::NOT_SAVED),
    }
}
