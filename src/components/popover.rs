//! A pop-up below its button: the browser opens it, closes it with Esc, and gives the focus back.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::components::button::ButtonKind;
use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// A button and what it explains. Opening and closing are native; only the place below the button is set here.
#[component]
pub fn Popover(
    /// The words of the button.
    #[prop(into)]
    label: String,
    /// The weight of the button.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What it explains.
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

/// The button stands before the pop-up.
fn on_toggle(event: ev::Event) {
    let pop_up = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(pop_up) = pop_up else { return };
    if let Some(button) = pop_up.previous_element_sibling() {
        place_below(&button, &pop_up);
    }
}

/// Puts the pop-up below its button, above where there is more room; as far to the left as it must, to stay in the window.
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

/// Sets a length in whole pixels; through the object model, which the content policy allows.
fn set_pixels(element: &HtmlElement, name: &str, value: f64) {
    // Whole numbers: formatting floats would cost the page ten kilobytes.
    #[allow(clippy::cast_possible_truncation)]
    let mut text = (value as i32).to_string();
    text.push_str("px");
    drop(HtmlElement::style(element).set_property(name, &text));
}
