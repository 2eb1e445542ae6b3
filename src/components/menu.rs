//! A menu with one choice, opened by any button. One menu serves a whole list, however many rows the list has.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::icon::{Icon, IconName};
use crate::components::ids;
use crate::components::popover::place_below;

/// A choice of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// The identifier, for the page.
    pub value: String,
    /// The text for the viewer.
    pub label: String,
    /// A secondary text below the label. May be empty.
    pub detail: String,
    /// Whether it is chosen already; `None` for an action.
    pub checked: Option<bool>,
    /// Why it cannot be chosen now.
    pub disabled_reason: Option<String>,
    /// Whether something ends.
    pub danger: bool,
}

impl MenuItem {
    /// An action.
    pub fn action(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            detail: String::new(),
            checked: None,
            disabled_reason: None,
            danger: false,
        }
    }

    /// The same, if nothing stands in its way.
    pub fn unless(self, disabled_reason: Option<String>) -> Self {
        Self {
            disabled_reason,
            ..self
        }
    }

    /// The same, as something that ends.
    pub fn ending(self) -> Self {
        Self { danger: true, ..self }
    }
}

/// The handle that opens a menu. Cheap to copy.
#[derive(Clone, Copy)]
pub struct MenuState {
    node: NodeRef<html::Div>,
    open: RwSignal<bool>,
}

impl Default for MenuState {
    fn default() -> Self {
        Self::new()
    }
}

impl MenuState {
    /// A closed menu.
    #[must_use]
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            open: RwSignal::new(false),
        }
    }

    /// Opens the menu below the clicked button, which receives the focus again when the menu closes.
    pub fn open_at(self, event: &ev::MouseEvent) {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let Some(button) = target.and_then(|it| it.closest("button").ok().flatten()) else {
            return;
        };
        self.open.set(true);
        // The choices are drawn by the next frame.
        request_animation_frame(move || {
            let Some(Some(menu)) = self.node.try_get_untracked() else {
                return;
            };
            if menu.show_popover().is_ok() {
                place_below(&button, &menu);
                focus(&menu, "[aria-checked=true]").or_else(|| focus(&menu, "button"));
            }
        });
    }

    fn close(self) {
        if let Some(menu) = self.node.get_untracked() {
            drop(menu.hide_popover());
        }
    }
}

/// The menu. There is one in the page.
#[component]
pub fn Menu(
    /// The state.
    state: MenuState,
    /// The accessible name: what is chosen.
    label: &'static str,
    /// The choices, read each time the menu opens.
    items: impl Fn() -> Vec<MenuItem> + Send + 'static,
    /// Receives the value of the selected choice.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let choose = Callback::new(move |value: String| {
        state.close();
        on_choose.run(value);
    });
    let items: Box<dyn Fn() -> Vec<MenuItem> + Send> = Box::new(items);
    let shown = move || {
        let items = if state.open.get() { items() } else { Vec::new() };
        items
            .into_iter()
            .map(|item| view! { <Choice item=item choose=choose /> })
            .collect_view()
    };
    // The browser also closes the menu, on Esc or on a click elsewhere.
    let on_toggle = move |event: ev::Event| {
        let menu = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let open = menu.is_some_and(|menu| menu.matches(":popover-open").unwrap_or(false));
        state.open.set(open);
    };
    view! {
        <div
            class="popover menu-list"
            popover="auto"
            role="menu"
            aria-label=label
            node_ref=state.node
            on:toggle=on_toggle
            on:keydown=move |event| on_key(&event, state)
        >
            {shown}
        </div>
    }
}

/// A button with a menu of actions below it.
#[component]
pub fn ActionMenu(
    /// The label of the button and of the menu.
    label: &'static str,
    /// The id of the button, if the focus is to return to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The actions; asked whenever it opens.
    items: impl Fn() -> Vec<MenuItem> + Send + 'static,
    /// Told the value of the chosen one.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let menu = MenuState::new();
    view! {
        <button
            type="button"
            class="button"
            id=id
            aria-haspopup="menu"
            on:click=move |event| menu.open_at(&event)
        >
            <span class="button-text">{label}</span>
            <Icon name=IconName::ChevronDown />
        </button>
        <Menu state=menu label=label items=items on_choose=on_choose />
    }
}

/// One choice.
#[component]
fn Choice(
    /// The choice.
    item: MenuItem,
    /// Receives its value.
    choose: Callback<String>,
) -> impl IntoView {
    let MenuItem {
        value,
        label,
        detail,
        checked,
        disabled_reason,
        danger,
    } = item;
    let disabled = disabled_reason.is_some();
    let detail = disabled_reason.unwrap_or(detail);
    let run = move |_| {
        if !disabled {
            choose.run(value.clone());
        }
    };
    view! {
        <button
            type="button"
            class=if danger { "menu-item danger" } else { "menu-item" }
            role=if checked.is_some() { "menuitemradio" } else { "menuitem" }
            aria-checked=checked.map(ids::flag)
            aria-disabled=disabled.then_some("true")
            tabindex="-1"
            on:click=run
        >
            {checked.map(|_| view! { <Icon name=IconName::Check /> })}
            <span class="menu-label">{label}</span>
            <span class="menu-detail">{detail}</span>
        </button>
    }
}

/// The arrow keys, Home, and End move through the choices. A letter moves to the next choice that begins with it. Tab
/// closes the menu.
fn on_key(event: &ev::KeyboardEvent, state: MenuState) {
    let Some(menu) = state.node.get_untracked() else { return };
    let current = document().active_element();
    let near = |next: fn(&web_sys::Element) -> Option<web_sys::Element>| current.as_ref().and_then(next);
    let key = event.key();
    let wanted = match key.as_str() {
        "ArrowDown" => near(web_sys::Element::next_element_sibling).or_else(|| menu.first_element_child()),
        "ArrowUp" => near(web_sys::Element::previous_element_sibling).or_else(|| menu.last_element_child()),
        "Home" => menu.first_element_child(),
        "End" => menu.last_element_child(),
        "Tab" => {
            state.close();
            None
        }
        letter => by_letter(&menu, current.as_ref(), letter),
    };
    if let Some(wanted) = wanted.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        drop(wanted.focus());
    }
}

/// The next choice that begins with a letter. The search continues from the first choice after the last.
fn by_letter(menu: &web_sys::Element, current: Option<&web_sys::Element>, letter: &str) -> Option<web_sys::Element> {
    if letter.chars().count() != 1 || letter == " " {
        return None;
    }
    let after = |start: Option<web_sys::Element>| {
        let letter = letter.to_lowercase();
        std::iter::successors(start, web_sys::Element::next_element_sibling).find(move |it| {
            let label = it.query_selector(".menu-label").ok().flatten();
            let text = label.and_then(|label| label.text_content()).unwrap_or_default();
            text.to_lowercase().starts_with(&letter)
        })
    };
    after(current.and_then(web_sys::Element::next_element_sibling)).or_else(|| after(menu.first_element_child()))
}

fn focus(menu: &web_sys::Element, selector: &str) -> Option<()> {
    let wanted = menu.query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok()?;
    wanted.focus().ok()
}
