//! The history: who did what, when, by which rule; filtered and exported.

use super::money_cards::soft;
use super::order_dialog::Intent;
use super::saving::save_journal;
use super::scene::Ui;
use crate::components::{Button, ButtonKind, Card, Cell, Choice, Column, IconName, Row, Segmented, Table};
use crate::dom::view;
use leptos::prelude::*;
use view::Scene;
use view::history::{Entry, Topic, history};
use view::words::{page, undo};

/// So many rows are shown at first.
const FIRST: usize = 8;

/// The card.
#[component]
pub fn HistoryCard() -> impl IntoView {
    let ui = Ui::get();
    let topic = RwSignal::new("all".to_owned());
    let all = RwSignal::new(false);
    let choices = vec![
        Choice::new("all", page::EVERYTHING),
        Choice::new("subscription", page::ABOUT_SUBSCRIPTION),
        Choice::new("people", page::ABOUT_PEOPLE),
    ];
    let export = view! { <Button icon=IconName::Download on_click=move |()| save_journal(ui)>{page::EXPORT}</Button> };
    let entries = move |scene: &Scene<'_>| {
        let wanted = topic.get();
        let fits = |entry: &Entry| match entry.topic {
            Topic::Subscription => wanted != "people",
            Topic::People => wanted != "subscription",
        };
        let entries = history(scene).into_iter().filter(fits).collect();
        list(ui, entries, all)
    };
    view! {
        <Card title=page::HISTORY action=export.into_any()>
            <Segmented label=page::SHOW choices=choices selected=topic on_select=move |key: String| topic.set(key) />
            {ui.show(entries)}
        </Card>
    }
}

/// The first entries, or all of them.
fn list(ui: Ui, entries: Vec<Entry>, all: RwSignal<bool>) -> AnyView {
    if entries.is_empty() {
        return soft(page::NO_HISTORY);
    }
    let shown = if all.get() { usize::MAX } else { FIRST };
    let more = entries.len() > shown;
    let columns = vec![
        Column::words(page::WHAT),
        Column::words(page::DATE),
        Column::words(page::WHO),
        Column::words(page::DOCUMENT),
        Column::words(page::RULE),
    ];
    let rows = entries.into_iter().take(shown).map(|entry| row(ui, entry)).collect();
    let show_all =
        || view! { <Button kind=ButtonKind::Subtle on_click=move |()| all.set(true)>{page::SHOW_ALL}</Button> };
    view! {
        <Table caption=page::HISTORY caption_unseen=true columns=columns rows=rows />
        {more.then(|| show_all().into_any())}
    }
    .into_any()
}

fn row(ui: Ui, entry: Entry) -> Row {
    let Entry {
        day,
        what,
        document,
        who,
        rule,
        can_be_undone,
        ..
    } = entry;
    let open = move |()| ui.order.set(Some(Intent::Undo));
    let undo = can_be_undone.then(|| {
        view! {
            " "
            <Button kind=ButtonKind::Link on_click=open>{undo::UNDO}</Button>
        }
        .into_any()
    });
    let what = match undo {
        Some(undo) => Cell::View(view! { {what}{undo} }.into_any()),
        None => Cell::Text(what),
    };
    let others = [day.text, who, document.unwrap_or_default(), rule.to_owned()];
    Row::new([what].into_iter().chain(others.map(Cell::Text)).collect())
}
