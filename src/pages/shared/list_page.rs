//! The common parts of list pages: the query in the address, the search and filters, and the selection. Used for people
//! and invoices.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, EmptyState, GridState, IconName, SearchBox};
use crate::pages::shared::search_text::Typed;
use leptos::prelude::*;
use view::list_query::ListQuery;
use view::words::people as words;

/// The state that a whole list page works with. Cheap to copy.
pub struct ListPage<Q: ListQuery> {
    pub ui: AppContext,
    /// The selection and the focus.
    pub grid: GridState,
    /// The search text.
    pub typed: Typed,
    query: Memo<Q>,
}

impl<Q: ListQuery> Clone for ListPage<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: ListQuery> Copy for ListPage<Q> {}

impl<Q: ListQuery> ListPage<Q> {
    /// A different list starts at its first row.
    pub fn new(ui: AppContext, grid: GridState) -> Self {
        let typed = Typed::new(ui, Q::TEXT);
        // A memo, because many callers need it on every keystroke, and the address must be read only once.
        let query = Memo::new(move |_| {
            let params = ui.store.params();
            Q::read(&|name| params.get(name)).with_text(typed.text().get())
        });
        Effect::new(move |before: Option<Q>| {
            let now = query.get();
            if before.as_ref().is_some_and(|before| now.is_other_list(before)) {
                grid.clear();
            }
            if before.is_some_and(|before| before != now) {
                grid.start_over();
            }
            now
        });
        let page = Self { ui, grid, typed, query };
        page.say_selection();
        page
    }

    /// The current query; tracked.
    pub fn query(self) -> Q {
        self.query.get()
    }

    /// Shows a different list, as a step that Back undoes.
    pub fn go(self, query: &Q) {
        self.ui.store.set_values(&query.values(), true);
    }

    /// Changes the query of the same list.
    pub fn change(self, with: impl FnOnce(Q) -> Q) {
        self.go(&with(untrack(|| self.query())));
    }

    /// Clears the search text and the filters.
    pub fn clear(self) {
        let query = untrack(|| self.query()).cleared();
        self.typed.clear();
        self.go(&query);
    }

    fn number(self, count: u32) -> String {
        self.ui.model(|scene| scene.format.number(count)).unwrap_or_default()
    }

    /// Announces the number of selected rows whenever it changes, because screen readers do not read a bar that
    /// appears.
    fn say_selection(self) {
        Effect::new(move |before: Option<u32>| {
            let count = self.grid.selected();
            if before.is_some_and(|before| before != count) {
                let text = untrack(|| words::selected(&self.number(count), None));
                self.ui.speaker.say(match count {
                    0 => words::NOTHING_SELECTED,
                    _ => &text,
                });
            }
            count
        });
    }
}

/// The search and filters above a list, and the number of rows found.
#[component]
pub fn ListFilters<Q: ListQuery>(
    page: ListPage<Q>,
    /// The label of the search field.
    search_label: &'static str,
    /// The number of rows found, if the list is filtered.
    found: impl Fn() -> Option<String> + Send + 'static,
    /// The filters.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="filters people-filters" role="group" aria-label=words::FILTERS>
            <SearchBox
                label=search_label
                clear=words::CLEAR_SEARCH
                value=page.typed.text()
                on_input=move |text: String| page.typed.set(text)
            />
            {children()}
            <Show when=move || page.query().can_be_cleared()>
                <Button kind=ButtonKind::Subtle on_click=move |()| page.clear()>{words::CLEAR}</Button>
            </Show>
            <span class="found soft" role="status">{found}</span>
        </div>
    }
}

/// The selection, whether visible or not, and its actions.
#[component]
pub fn SelectionBar<Q: ListQuery>(
    page: ListPage<Q>,
    /// A summary of the selected rows.
    #[prop(optional, into)]
    summary: ViewFn,
    /// The actions.
    children: ChildrenFn,
) -> impl IntoView {
    let text = move || {
        let count = page.grid.selected();
        let outside = count.saturating_sub(page.grid.selected_in_list());
        let outside = (outside > 0).then(|| page.number(outside));
        words::selected(&page.number(count), outside.as_deref())
    };
    view! {
        <Show when=move || { page.grid.selected() > 0 }>
            <div class="selection-bar" role="region" aria-label=words::SELECTION>
                <span class="selection-count">{text}</span>
                {summary.run()}
                <div class="selection-actions">{children()}</div>
                <Button kind=ButtonKind::Subtle on_click=move |()| page.grid.clear()>
                    {words::CLEAR_SELECTION}
                </Button>
            </div>
        </Show>
    }
}

/// The message that nothing matches, with the way back to the whole list.
#[component]
pub fn NoMatch<Q: ListQuery>(page: ListPage<Q>, title: &'static str, #[prop(into)] text: String) -> impl IntoView {
    let clear = move || view! { <Button on_click=move |()| page.clear()>{words::CLEAR}</Button> };
    view! {
        <EmptyState icon=IconName::Search title=title action=clear>
            <p>{text}</p>
        </EmptyState>
    }
}
