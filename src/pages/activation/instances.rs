//! The instances of the subscription, with the ID of this one to copy (ACT 6).

use crate::app::context::AppContext;
use crate::components::{Card, Cell, Column, CopyButton, Pill, Table, TableRow, Tone};
use crate::pages::shared::figures::soft;
use leptos::prelude::*;
use view::activation::{InstanceList, InstanceRow, places};
use view::words::activation as words;

/// The card. If the host has reported no ID, it says so.
#[component]
pub(crate) fn InstancesCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(move |scene| {
        let here = untrack(|| ui.store.snapshot()).and_then(|now| now.instance())?;
        Some(places(scene, &here))
    });
    let card = move |InstanceList { rule, named }| {
        let columns = vec![Column::words(words::INSTANCE), Column::words(words::STATE)];
        let rows = named.into_iter().map(row).collect();
        view! {
            <Card title=words::INSTANCES>
                <p>{rule}</p>
                <Table caption=words::INSTANCES caption_unseen=true columns=columns rows=rows />
            </Card>
        }
        .into_any()
    };
    move || {
        model
            .get()
            .map(|known| known.map_or_else(|| soft(words::NO_INSTANCE).into_any(), card))
    }
}

fn row(place: InstanceRow) -> TableRow {
    let InstanceRow { id, here, covered } = place;
    let (text, tone) = match (here, covered) {
        (true, true) => (words::THIS_ONE, Tone::Success),
        (true, false) => (words::THIS_ONE_NOT, Tone::Neutral),
        (false, _) => (words::OTHER_ONE, Tone::Neutral),
    };
    let shown = if here {
        view! {
            <CopyButton
                text=id
                name=words::INSTANCE
                label=words::COPY_INSTANCE
                copied=words::COPIED
                selected=words::COPY_BY_HAND
            />
        }
        .into_any()
    } else {
        id.into_any()
    };
    TableRow::new(vec![
        Cell::View(shown),
        Cell::View(view! { <Pill tone=tone text=text /> }.into_any()),
    ])
}
