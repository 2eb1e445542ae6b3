//! The grid component: its header and the drawn rows.

use crate::components::grid::model::{GridColumn, GridRow, GridWords};
use crate::components::grid::state::{GridState, Spot};
use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use leptos::{ev, prelude::*};
use std::rc::Rc;

/// The grid.
#[component]
pub fn Grid(
    /// The state.
    state: GridState,
    /// The texts.
    words: GridWords,
    /// The class that lays out the columns.
    class: &'static str,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<GridColumn>>,
    /// Receives the key of the column to sort by.
    #[prop(into)]
    on_sort: Callback<&'static str>,
    /// The keys of the list, in order. Called again when the list changes.
    keys: impl Fn() -> Rc<Vec<u32>> + 'static,
    /// Draws the row of a key. The flag says whether Tab can reach its controls.
    row: impl Fn(u32, bool) -> GridRow + 'static,
    /// Opens the row of a key.
    open: impl Fn(u32) + 'static,
) -> impl IntoView {
    state.inner.update_value(|inner| {
        inner.keys = Some(Rc::new(keys));
        inner.draw = Some(Rc::new(row));
        inner.open = Some(Rc::new(open));
    });
    let scrolled = window_event_listener(ev::scroll, move |_| state.look_soon());
    let resized = window_event_listener(ev::resize, move |_| state.look_soon());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
    state.follow_printing();
    // A different list may be longer or shorter than the drawn rows.
    Effect::new(move |_| {
        state.keys();
        state.look_soon();
    });
    let count = move || u32::try_from(state.keys().len()).unwrap_or(u32::MAX);
    let body = state.body;
    view! {
        <div
            class=ids::joined(&["grid", class])
            role="grid"
            aria-label=words.label
            aria-multiselectable="true"
            aria-rowcount=move || count().saturating_add(1)
        >
            <div class="grid-head" role="rowgroup">
                <div class="grid-line" role="row" aria-rowindex="1">
                    <div class="grid-check" role="columnheader">
                        <SelectAll state=state label=words.select_all />
                    </div>
                    {move || {
                        let columns = columns.get().into_iter();
                        columns.map(|column| view! { <Heading column=column on_sort=on_sort /> }).collect_view()
                    }}
                </div>
            </div>
            <div
                class="grid-body"
                role="rowgroup"
                node_ref=body
                style:--rows=move || count().to_string()
                on:keydown=move |event| state.on_key(&event)
                on:click=move |event| state.on_click(&event)
                on:mousedown=move |event| GridState::on_press(&event)
                on:focusin=move |event| state.on_focus(&event)
                on:focusout=move |event| state.on_blur(&event)
            >
                <For
                    each=move || state.places()
                    key=|place| *place
                    children=move |place| view! { <Line state=state place=place /> }
                />
            </div>
        </div>
    }
}

/// The heading of a column: a button that sorts.
#[component]
fn Heading(
    /// The column.
    column: GridColumn,
    /// Receives its key.
    on_sort: Callback<&'static str>,
) -> impl IntoView {
    let GridColumn { key, label, descending } = column;
    let sorted = descending.map(|descending| if descending { "descending" } else { "ascending" });
    view! {
        <div class="grid-cell" role="columnheader" aria-sort=sorted data-column=key>
            <button type="button" class="grid-sort" on:click=move |_| on_sort.run(key)>
                <span class="ellipsis">{label}</span>
                <Icon name=IconName::ArrowUp />
            </button>
        </div>
    }
}

/// The checkbox that selects all rows, or none.
#[component]
fn SelectAll(
    /// The grid.
    state: GridState,
    /// The accessible name of the checkbox.
    label: &'static str,
) -> impl IntoView {
    let checked = Memo::new(move |_| {
        let (all, chosen) = (state.keys().len(), state.selected_in_list());
        match usize::try_from(chosen) {
            Ok(0) | Err(_) => "false",
            Ok(chosen) if chosen == all => "true",
            _ => "mixed",
        }
    });
    let icon = move || {
        let name = if checked.get() == "mixed" {
            IconName::Minus
        } else {
            IconName::Check
        };
        view! { <Icon name=name /> }
    };
    view! {
        <button
            type="button"
            class="grid-box"
            role="checkbox"
            aria-checked=checked
            aria-label=label
            title=label
            on:click=move |_| state.toggle_all()
        >
            {icon}
        </button>
    }
}

/// The row at a position of the list. Its elements stay when another key takes the position.
#[component]
fn Line(
    /// The grid.
    state: GridState,
    /// The position.
    place: u32,
) -> impl IntoView {
    let spot = Memo::new(move |_| state.spot(place));
    let cell = |(at, cell): (usize, AnyView)| {
        let role = if at == 0 { "rowheader" } else { "gridcell" };
        view! { <div class="grid-cell" role=role>{cell}</div> }
    };
    move || {
        let Spot { key, focused, chosen } = spot.get()?;
        let GridRow { select, cells } = state.draw(key, focused)?;
        let stop = if focused { "0" } else { "-1" };
        Some(view! {
            <div
                class=if chosen { "grid-line grid-row chosen" } else { "grid-line grid-row" }
                role="row"
                aria-rowindex=place.saturating_add(2)
                aria-selected=ids::flag(chosen)
                tabindex=stop
                style:--row=place.to_string()
            >
                <div class="grid-check" role="gridcell">
                    <button
                        type="button"
                        class="grid-box"
                        role="checkbox"
                        aria-checked=ids::flag(chosen)
                        aria-label=select
                        tabindex=stop
                    >
                        <Icon name=IconName::Check />
                    </button>
                </div>
                {cells.into_iter().enumerate().map(cell).collect_view()}
            </div>
        })
    }
}
