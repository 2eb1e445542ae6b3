//! The bar of what is selected in the list.

use crate::components::{Icon, IconName};
use crate::pages::people::list::List;
use crate::pages::people::role_menu::RoleMenu;
use leptos::prelude::*;
use view::words;

/// Says how many are selected whenever it changes: the bar comes and goes, and what comes is not read by itself.
pub(crate) fn tell_selection(list: List) {
    Effect::new(move |before: Option<u32>| {
        let count = list.grid.selected();
        if before.is_some_and(|before| before != count) {
            let text = list
                .ui
                .now(|scene| words::people::selected(&scene.format.number(count), None));
            let text = text.filter(|_| count > 0);
            list.ui
                .speaker
                .say(text.as_deref().unwrap_or(words::people::NOTHING_SELECTED));
        }
        count
    });
}

/// What is selected, in sight or not; what can be done with all of it stands in `selection-actions`.
#[component]
pub(crate) fn SelectionBar(menu: RoleMenu) -> impl IntoView {
    let list = menu.ask.list;
    let text = move || {
        let count = list.grid.selected();
        let outside = count.saturating_sub(list.grid.selected_in_list());
        let number = |count: u32| list.ui.model(|scene| scene.format.number(count)).unwrap_or_default();
        words::people::selected(&number(count), (outside > 0).then(|| number(outside)).as_deref())
    };
    view! {
        <Show when=move || { list.grid.selected() > 0 }>
            <div class="selection-bar" role="region" aria-label=words::people::SELECTION>
                <span class="selection-count">{text}</span>
                <div class="selection-actions">
                    <button
                        type="button"
                        class="button primary"
                        aria-haspopup="menu"
                        on:click=move |event| menu.open_for_selection(&event)
                    >
                        <span class="button-text">{words::roles::CHANGE_ROLE}</span>
                        <Icon name=IconName::ChevronDown />
                    </button>
                </div>
                <button type="button" class="button subtle" on:click=move |_| list.grid.clear()>
                    <span class="button-text">{words::people::CLEAR_SELECTION}</span>
                </button>
            </div>
        </Show>
    }
}
