//! The kit of a page with a list: its query in the address, its search and filters, its selection. People and invoices use it.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, EmptyState, GridState, IconName, SearchBox};
use crate::pages::shared::search_text::Typed;
use leptos::prelude::*;
use view::words::people as words;

/// What a list is asked for. It is read from the address and written there.
pub trait ListQuery: Clone + PartialEq + Send + Sync + 'static {
    /// The name of the search text in the address.
    const TEXT: &'static str;
    /// Reads a query. `value` looks a name up in the address; `text` is what is being typed.
    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>, text: String) -> Self;
    /// Its values in the address, by name.
    fn values(&self) -> Vec<(&'static str, String)>;
    /// The same list with nothing that narrows it.
    fn cleared(&self) -> Self;
    /// Whether something narrows the list.
    fn narrows(&self) -> bool;
    /// Whether there is something to clear besides the search text, which has a button of its own.
    fn can_be_cleared(&self) -> bool {
        self.narrows()
    }
    /// Whether it is another list, of which nothing is selected, rather than another view of the same one.
    fn is_other_list(&self, _before: &Self) -> bool {
        false
    }
}

/// What everything on a page with a list works with; cheap to copy.
pub struct ListPage<Q: ListQuery> {
    pub ui: AppContext,
    /// What is selected, and where the focus is.
    pub grid: GridState,
    /// What is searched for.
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
    /// Another list begins at its first row.
    pub fn new(ui: AppContext, grid: GridState) -> Self {
        let typed = Typed::new(ui, Q::TEXT);
        // A memo: many ask with every letter, and only one needs to read the address.
        let query = Memo::new(move |_| {
            let params = ui.store.params();
            Q::read(&|name| params.get(name), typed.text().get())
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

    /// What is asked for; tracked.
    pub fn query(self) -> Q {
        self.query.get()
    }

    /// Shows another list, as a step that Back undoes.
    pub fn go(self, query: &Q) {
        self.ui.store.set_values(&query.values(), true);
    }

    /// Shows the same list changed.
    pub fn change(self, with: impl FnOnce(Q) -> Q) {
        self.go(&with(untrack(|| self.query())));
    }

    /// Shows the same list with nothing that narrows it.
    pub fn clear(self) {
        let query = untrack(|| self.query()).cleared();
        self.typed.clear();
        self.go(&query);
    }

    fn number(self, count: u32) -> String {
        self.ui.model(|scene| scene.format.number(count)).unwrap_or_default()
    }

    /// Announces how many rows are selected whenever that changes: a bar that appears is not read by itself.
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

/// Search and filters above a list, and how many rows they find.
#[component]
pub fn ListFilters<Q: ListQuery>(
    page: ListPage<Q>,
    /// The label of the search.
    search_label: &'static str,
    /// How many rows are found, while something narrows the list.
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

/// What is selected, visible or not, and what can be done with it.
#[component]
pub fn SelectionBar<Q: ListQuery>(
    page: ListPage<Q>,
    /// What the selected rows come to.
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

/// Nothing matches: the way back to the whole list.
#[component]
pub fn NoMatch<Q: ListQuery>(page: ListPage<Q>, title: &'static str, #[prop(into)] text: String) -> impl IntoView {
    let clear = move || view! { <Button on_click=move |()| page.clear()>{words::CLEAR}</Button> };
    view! {
        <EmptyState icon=IconName::Search title=title action=clear>
            <p>{text}</p>
        </EmptyState>
    }
}
