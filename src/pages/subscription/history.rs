//! The history: who did what, when, and under which rule. It can be filtered and exported.

use crate::app::context::AppContext;
use crate::app::order_intent::OrderIntent;
use crate::components::{Button, ButtonKind, Card, Cell, Choice, Column, IconName, Segmented, Table, TableRow};
use crate::pages::invoices::links::DocumentLink;
use crate::pages::shared::download::save_journal;
use crate::pages::shared::figures::soft;
use leptos::prelude::*;
use view::Scene;
use view::history::{DocumentMention, Entry, Topic, history};
use view::words::{page, undo};

/// The number of rows shown at first.
const FIRST: usize = 8;

#[component]
pub fn HistoryCard() -> impl IntoView {
    let ui = AppContext::get();
    let topic = RwSignal::new("all".to_owned());
    let all = RwSignal::new(false);
    let choices = vec![
        Choice::new("all", page::EVERYTHING),
        Choice::new("subscription", page::ABOUT_SUBSCRIPTION),
        Choice::new("people", page::ABOUT_PEOPLE),
    ];
    let export =
        move || view! { <Button icon=IconName::Download on_click=move |()| save_journal(ui)>{page::EXPORT}</Button> };
    let model = ui.memo(move |scene: &Scene<'_>| {
        let wanted = topic.get();
        let fits = |entry: &Entry| match entry.topic {
            Topic::Subscription => wanted != "people",
            Topic::People => wanted != "subscription",
        };
        history(scene).into_iter().filter(fits).collect::<Vec<_>>()
    });
    let list = move |entries: Vec<Entry>| match entries.is_empty() {
        true => soft(page::NO_HISTORY).into_any(),
        false => {
            let shown = if all.get() { usize::MAX } else { FIRST };
            view! { <Entries entries=entries shown=shown on_all=move |()| all.set(true) /> }.into_any()
        }
    };
    view! {
        <Card title=page::HISTORY action=export>
            <Segmented label=page::SHOW choices=choices selected=topic on_select=move |key: String| topic.set(key) />
            {move || model.get().map(list)}
        </Card>
    }
}

/// The first entries, or all of them.
#[component]
fn Entries(
    /// All entries.
    entries: Vec<Entry>,
    /// The number of entries shown.
    shown: usize,
    /// Shows all entries.
    #[prop(into)]
    on_all: Callback<()>,
) -> impl IntoView {
    let ui = AppContext::get();
    let more = entries.len() > shown;
    let columns = vec![
        Column::words(page::WHAT),
        Column::words(page::DATE),
        Column::words(page::WHO),
        Column::words(page::DOCUMENT),
        Column::words(page::RULE),
    ];
    let rows = entries.into_iter().take(shown).map(|entry| row(ui, entry)).collect();
    let show_all = || view! { <Button kind=ButtonKind::Subtle on_click=on_all>{page::SHOW_ALL}</Button> };
    view! {
        <Table caption=page::HISTORY caption_unseen=true columns=columns rows=rows />
        {more.then(show_all)}
    }
}

fn row(ui: AppContext, entry: Entry) -> TableRow {
    let Entry {
        day,
        what,
        document,
        who,
        rule,
        can_be_undone,
        ..
    } = entry;
    let open = move |()| ui.order.set(Some(OrderIntent::Undo));
    let what = if can_be_undone {
        let undo = view! { <Button kind=ButtonKind::Link on_click=open>{undo::UNDO}</Button> };
        Cell::View(view! { {what} " " {undo} }.into_any())
    } else {
        Cell::Text(what)
    };
    let document = document.map(|DocumentMention { number, total }| {
        let link = view! { <DocumentLink number=number /> };
        Cell::View(view! { {link} ", " {total} }.into_any())
    });
    TableRow::new(vec![
        what,
        Cell::Text(day.text),
        Cell::Text(who),
        document.unwrap_or_else(|| Cell::Text(String::new())),
        Cell::Text(rule.to_owned()),
    ])
}
