//! The history: who did what, when, by which rule; filtered and exported.

use crate::dom::view;
use super::scene::Ui;
use crate::components::{Button, ButtonKind, Card, Cell, Choice, Column, IconName, Row, Segmented, Table};
use crate::view::history::{Entry, Topic, history};
use crate::view::words::page;
use leptos::prelude::*;

/// So many rows are shown at first.
const FIRST: usize = 8;

/// The card.
#[component]
pub fn HistoryCard() -> impl IntoView {
    let ui = Ui::get();
    let model = ui.model(history);
    let topic = RwSignal::new("all".to_owned());
    let all = RwSignal::new(false);
    let entries = Memo::new(move |_| {
        let wanted = topic.get();
        let fits = |entry: &Entry| match entry.topic {
            Topic::Subscription => wanted != "people",
            Topic::People => wanted != "subscription",
        };
        model
            .get()
            .unwrap_or_default()
            .into_iter()
            .filter(fits)
            .collect::<Vec<Entry>>()
    });
    let choices = vec![
        Choice::new("all", page::EVERYTHING),
        Choice::new("subscription", page::ABOUT_SUBSCRIPTION),
        Choice::new("people", page::ABOUT_PEOPLE),
    ];
    let columns = vec![
        Column::words(page::WHAT),
        Column::words(page::DATE),
        Column::words(page::WHO),
        Column::words(page::DOCUMENT),
        Column::words(page::RULE),
    ];
    let rows = Signal::derive(move || {
        let shown = if all.get() { usize::MAX } else { FIRST };
        entries.get().into_iter().take(shown).map(row).collect::<Vec<Row>>()
    });
    let more = move || {
        (!all.get() && entries.with(Vec::len) > FIRST).then(|| {
            view! { <Button kind=ButtonKind::Subtle on_click=move |()| all.set(true)>{page::SHOW_ALL}</Button> }
        })
    };
    let export = move || {
        view! { <Button icon=IconName::Download on_click=move |()| ui.store.export()>{page::EXPORT}</Button> }
    };
    view! {
        <Card title=page::HISTORY action=export>
            <Segmented label=page::SHOW choices=choices selected=topic on_select=move |key: String| topic.set(key) />
            <Show when=move || entries.with(|it| !it.is_empty()) fallback=|| view! { <p class="soft">{page::NO_HISTORY}</p> }>
                <Table caption=page::HISTORY caption_unseen=true columns=columns.clone() rows=rows />
            </Show>
            {more}
        </Card>
    }
}

fn row(entry: Entry) -> Row {
    let Entry {
        day,
        what,
        document,
        who,
        rule,
        ..
    } = entry;
    Row::new(vec![
        Cell::text(what),
        Cell::text(day.text),
        Cell::text(who),
        Cell::text(document.unwrap_or_default()),
        Cell::text(rule),
    ])
}
