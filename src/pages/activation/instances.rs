//! The instances of the subscription, with this one's ID to copy (ACT 6).

use crate::components::{Card, Cell, Column, CopyButton, Pill, Row, Table, Tone};
use crate::dom::view;
use crate::pages::money_cards::soft;
use crate::pages::scene::Ui;
use leptos::prelude::*;
use view::Scene;
use view::activation::{Place, places};
use view::words::activation as words;

/// The card; nothing where the host has told no id.
pub(super) fn instances_card(ui: Ui, scene: &Scene<'_>) -> AnyView {
    let Some(here) = untrack(|| ui.store.snapshot()).and_then(|now| now.instance()) else {
        return soft(words::NO_INSTANCE);
    };
    let model = places(scene, &here);
    let columns = vec![Column::words(words::INSTANCE), Column::words(words::STATE)];
    let rows = model.named.into_iter().map(row).collect();
    view! {
        <Card title=words::INSTANCES>
            <p>{model.rule}</p>
            <Table caption=words::INSTANCES caption_unseen=true columns=columns rows=rows />
        </Card>
    }
    .into_any()
}

fn row(place: Place) -> Row {
    let Place { id, here, covered } = place;
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
    Row::new(vec![
        Cell::View(shown),
        Cell::View(view! { <Pill tone=tone text=text /> }.into_any()),
    ])
}
