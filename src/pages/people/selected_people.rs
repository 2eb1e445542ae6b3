//! The actions on the selected people.

use crate::components::{Icon, IconName};
use crate::pages::people::role_menu::RoleMenu;
use crate::pages::shared::list_page::SelectionBar;
use leptos::prelude::*;
use view::words;

#[component]
pub(crate) fn SelectedPeople(menu: RoleMenu) -> impl IntoView {
    view! {
        <SelectionBar page=*menu.ask.list>
            <button
                type="button"
                class="button primary"
                aria-haspopup="menu"
                on:click=move |event| menu.open_for_selection(&event)
            >
                <span class="button-text">{words::roles::CHANGE_ROLE}</span>
                <Icon name=IconName::ChevronDown />
            </button>
        </SelectionBar>
    }
}
