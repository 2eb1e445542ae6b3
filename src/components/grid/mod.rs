//! A table of as many rows as there are: only those in sight stand in the page. Its keys and roles are those of Azure
//! DevOps' own tables: the rows are one Tab stop, the controls of the row with the focus are further ones.
//!
//! All rows are of one height, which the style sheet says; where it is narrow, a row is a card.

mod focus;
mod keys;
mod print;
mod selection;
mod state;
mod window;

pub use print::MOST_PRINTED;
pub use state::GridState;

use super::{Icon, IconName, ids};
use crate::dom::{Node, view};
use leptos::{ev, prelude::*};
use std::rc::Rc;

/// A column; sorting by it is the page's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridColumn {
    /// What the page calls it.
    pub key: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// Where the list is sorted by it: whether the other way round.
    pub descending: Option<bool>,
}

/// A row as it is drawn.
pub struct GridRow {
    /// What the box that selects it is called.
    pub select: String,
    /// A place a column; what carries `data-open` opens the row.
    pub cells: Vec<AnyView>,
}

/// The words of a grid.
#[derive(Clone, Copy, Debug)]
pub struct GridWords {
    /// What it lists.
    pub label: &'static str,
    /// The box that selects everything that is listed.
    pub select_all: &'static str,
}

/// The keys of the list, in its order.
type Keys = Rc<dyn Fn() -> Rc<Vec<u32>>>;
/// Draws the row of a key; says whether the focus is at it: then its controls can be reached with Tab.
type Draw = Rc<dyn Fn(u32, bool) -> GridRow>;
/// Opens the row of a key.
type Open = Rc<dyn Fn(u32)>;

/// The grid.
#[component]
pub fn Grid(
    /// Its state.
    state: GridState,
    /// Its words.
    words: GridWords,
    /// The class that lays out its columns.
    class: &'static str,
    /// Its columns; asked again whenever they change.
    columns: impl Fn() -> Vec<GridColumn> + Send + 'static,
    /// Told the key of the column to sort by.
    #[prop(into)]
    on_sort: Callback<&'static str>,
    /// The keys of the list, in its order; asked again whenever it changes.
    keys: impl Fn() -> Rc<Vec<u32>> + 'static,
    /// Draws the row of a key; whether its controls can be reached with Tab.
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
    // Another list may be longer or shorter than what is drawn.
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
                    <div class="grid-check" role="columnheader">{move || select_all(state, words)}</div>
                    {move || columns().into_iter().map(|column| heading(column, on_sort)).collect::<Vec<_>>()}
                </div>
            </div>
            <div
                class="grid-body"
                role="rowgroup"
                node_ref=body
                style:--rows=move || count()
                on:keydown=move |event| state.on_key(&event)
                on:click=move |event| state.on_click(&event)
                on:mousedown=move |event| GridState::on_press(&event)
                on:focusin=move |event| state.on_focus(&event)
                on:focusout=move |event| state.on_blur(&event)
            >
                {move || rows(state)}
            </div>
        </div>
    }
    .into_any()
}

/// The heading of a column: a button that sorts.
fn heading(column: GridColumn, on_sort: Callback<&'static str>) -> Node {
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

/// The box that selects all that is listed, or nothing of it.
fn select_all(state: GridState, words: GridWords) -> Node {
    let (all, chosen) = (state.keys().len(), state.selected_in_list());
    let checked = match usize::try_from(chosen) {
        Ok(0) | Err(_) => "false",
        Ok(chosen) if chosen == all => "true",
        _ => "mixed",
    };
    view! {
        <button
            type="button"
            class="grid-box"
            role="checkbox"
            aria-checked=checked
            aria-label=words.select_all
            title=words.select_all
            on:click=move |_| state.toggle_all()
        >
            <Icon name=if checked == "mixed" { IconName::Minus } else { IconName::Check } />
        </button>
    }
}

/// The rows in sight and around; the row with the focus always stands among them, so that the focus is never lost.
fn rows(state: GridState) -> Node {
    state.track();
    let keys = state.keys();
    let count = u32::try_from(keys.len()).unwrap_or(u32::MAX);
    let plan = state.inner.try_update_value(|inner| {
        inner.focus = inner.focus.min(count.saturating_sub(1));
        (inner.drawn, inner.focus, inner.draw.clone())
    });
    let Some((drawn, focus, Some(draw))) = plan else {
        return Node::Nothing;
    };
    let line = |place: u32| {
        let key = usize::try_from(place).ok().and_then(|at| keys.get(at))?;
        let chosen = state.inner.with_value(|inner| inner.selection.has(*key));
        let focused = place == focus;
        Some(line(place, draw(*key, focused), focused, chosen))
    };
    let before = (focus < drawn.from).then_some(focus);
    let after = (focus >= drawn.to).then_some(focus);
    let places = before.into_iter().chain(drawn.from..drawn.to.min(count)).chain(after);
    Node::Many(places.filter_map(line).collect())
}

fn line(place: u32, row: GridRow, focused: bool, chosen: bool) -> Node {
    let stop = if focused { "0" } else { "-1" };
    let cell = |(at, cell): (usize, AnyView)| {
        let role = if at == 0 { "rowheader" } else { "gridcell" };
        view! { <div class="grid-cell" role=role>{cell}</div> }
    };
    view! {
        <div
            class=if chosen { "grid-line grid-row chosen" } else { "grid-line grid-row" }
            role="row"
            aria-rowindex=place.saturating_add(2)
            aria-selected=ids::flag(chosen)
            tabindex=stop
            style:--row=place
        >
            <div class="grid-check" role="gridcell">
                <button
                    type="button"
                    class="grid-box"
                    role="checkbox"
                    aria-checked=ids::flag(chosen)
                    aria-label=row.select
                    tabindex=stop
                >
                    <Icon name=IconName::Check />
                </button>
            </div>
            {row.cells.into_iter().enumerate().map(cell).collect::<Vec<_>>()}
        </div>
    }
}
