//! A pop-up below its button. The browser opens it, closes it on Esc, and returns the focus.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::components::button::ButtonKind;
use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// A button and its explanation. The browser opens and closes the pop-up; only the position is set here.
#[component]
pub fn Popover(
    /// The text of the button.
    #[prop(into)]
    label: String,
    /// The weight of the button.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The explanation.
    children: Children,
) -> impl IntoView {
    let id = ids::unique("popover");
    let target = id.clone();
    let class = match kind {
        ButtonKind::Link => "button link",
        ButtonKind::Subtle => "button subtle",
        _ => "button",
    };
    view! {
        <button type="button" class=class popovertarget=target>
            {icon.map(|name| view! { <Icon name=name /> })}
            <span class="button-text">{label.clone()}</span>
        </button>
        <div id=id class="popover" popover="auto" role="group" aria-label=label on:toggle=on_toggle>
            {children()}
        </div>
    }
}

/// The button comes directly before the pop-up.
fn on_toggle(event: ev::Event) {
    let pop_up = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(pop_up) = pop_up else { return };
    if let Some(button) = pop_up.previous_element_sibling() {
        place_below(&button, &pop_up);
    }
}

/// Places the pop-up below its button, or above if there is more room. Moves it to the left as far as necessary to keep
/// it in the window.
#[allow(clippy::float_arithmetic)] // Pixels, not money.
pub(super) fn place_below(button: &Element, pop_up: &HtmlElement) {
    const MARGIN: f64 = 8.0;
    let anchor = button.get_bounding_client_rect();
    let own = pop_up.get_bounding_client_rect();
    let pixels = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    let (Some(width), Some(height)) = (pixels(window().inner_width()), pixels(window().inner_height())) else {
        return;
    };
    let left = anchor.left().min(width - own.width() - MARGIN).max(MARGIN);
    let below = anchor.bottom() + 4.0;
    let above = anchor.top() - own.height() - 4.0;
    let top = if below + own.height() > height && above > MARGIN {
        above
    } else {
        below
    };
    set_pixels(pop_up, "left", left);
    set_pixels(pop_up, "top", top);
}

/// Sets a length in whole pixels through the object model, which the content security policy allows.
fn set_pixels(element: &HtmlElement, name: &str, value: f64) {
    // An integer, because formatting floats would add ten kilobytes to the page.
    #[allow(clippy::cast_possible_truncation)]
    let mut text = (value as i32).to_string();
    text.push_str("px");
    drop(HtmlElement::style(element).set_property(name, &text));
}
