//! Elements that stand in the page.

use super::element::{Element, Kind, Listener, Part};
use super::mounted::Mounted;
use super::value::{Kept, Plain, Put};
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that stands in the page.
pub struct MountedElement {
    tag: &'static str,
    pub(super) element: types::Element,
    parts: Vec<MountedPart>,
    children: Vec<Mounted>,
}

/// What stands on an element that stands in the page, by its name.
enum MountedPart {
    Value(Kind, &'static str, Option<Kept>),
    Listener(Listening),
    Reference,
}

/// A listener in its place; it is taken away together with the element.
struct Listening {
    element: types::Element,
    event: Cow<'static, str>,
    told: Rc<RefCell<Listener>>,
    heard: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listening {
    fn new(element: &types::Element, event: Cow<'static, str>, listener: Listener) -> Self {
        let told = Rc::new(RefCell::new(listener));
        let current = Rc::clone(&told);
        let heard = Closure::<dyn FnMut(web_sys::Event)>::new(move |event| {
            // Taken out first: what the listener does may put another one in its place.
            let listener = Rc::clone(&current.borrow());
            listener(event);
        });
        // A listener with a name and a function is never refused.
        let _ = element.add_event_listener_with_callback(&event, heard.as_ref().unchecked_ref());
        Self {
            element: element.clone(),
            event,
            told,
            heard,
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self
            .element
            .remove_event_listener_with_callback(&self.event, self.heard.as_ref().unchecked_ref());
    }
}

/// The way onto an element.
fn put(kind: Kind, element: &types::Element, name: &'static str) -> Put {
    match kind {
        Kind::Attribute => put_attribute(element.clone(), name),
        Kind::Property => put_property(element.clone(), name),
        Kind::Class => put_class(element.class_list(), name),
        Kind::Style => put_style(element.unchecked_ref::<web_sys::HtmlElement>().style(), name),
    }
}

fn put_attribute(element: types::Element, name: &'static str) -> Put {
    Box::new(move |value| match value {
        Plain::Text(text) => Rndr::set_attribute(&element, name, text),
        Plain::Flag(true) => Rndr::set_attribute(&element, name, ""),
        Plain::Flag(false) | Plain::None => Rndr::remove_attribute(&element, name),
    })
}

fn put_property(element: types::Element, name: &'static str) -> Put {
    Box::new(move |value| {
        let value = match value {
            Plain::Text(text) => JsValue::from_str(text),
            Plain::Flag(flag) => JsValue::from_bool(*flag),
            Plain::None => JsValue::from_str(""),
        };
        Rndr::set_property_or_value(&element, name, &value);
    })
}

fn put_class(classes: types::ClassList, name: &'static str) -> Put {
    Box::new(move |value| {
        // The name of a class holds no blank: it is never refused.
        let _ = if *value == Plain::Flag(true) {
            classes.add_1(name)
        } else {
            classes.remove_1(name)
        };
    })
}

fn put_style(style: types::CssStyleDeclaration, name: &'static str) -> Put {
    Box::new(move |value| {
        // A value that the browser does not know is left out by it.
        let _ = match value {
            Plain::Text(text) => style.set_property(name, text),
            Plain::Flag(_) | Plain::None => style.remove_property(name).map(|_| ()),
        };
    })
}

impl Part {
    fn build(self, element: &types::Element) -> MountedPart {
        match self {
            Self::Value(kind, name, value) => {
                MountedPart::Value(kind, name, Some(value.keep(Plain::None, put(kind, element, name))))
            }
            Self::On(event, listener) => MountedPart::Listener(Listening::new(element, event, listener.take())),
            Self::Reference(wanted) => {
                wanted(element);
                MountedPart::Reference
            }
        }
    }

    /// Whether it is the same thing with perhaps another value.
    fn resembles(&self, state: &MountedPart) -> bool {
        match (self, state) {
            (Self::Value(kind, name, _), MountedPart::Value(before, name_before, _)) => {
                kind == before && name == name_before
            }
            (Self::On(event, _), MountedPart::Listener(listening)) => *event == listening.event,
            (Self::Reference(_), MountedPart::Reference) => true,
            _ => false,
        }
    }

    fn rebuild(self, element: &types::Element, state: &mut MountedPart) {
        match (self, state) {
            (Self::Value(kind, name, value), MountedPart::Value(_, _, kept)) => {
                let before = kept.take().map(Kept::stop).unwrap_or_default();
                *kept = Some(value.keep(before, put(kind, element, name)));
            }
            (Self::On(_, listener), MountedPart::Listener(listening)) => {
                *listening.told.borrow_mut() = listener.take();
            }
            (part, state) => *state = part.build(element),
        }
    }
}

impl Element {
    pub(super) fn build(self) -> MountedElement {
        let element = Rndr::create_element(self.tag, self.svg.then_some(SVG));
        let parts = self.parts.into_iter().map(|part| part.build(&element)).collect();
        let mut children: Vec<Mounted> = self.children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        MountedElement {
            tag: self.tag,
            element,
            parts,
            children,
        }
    }

    /// Whether `state` was made from the same place of the program, as far as can be seen.
    pub(super) fn resembles(&self, state: &MountedElement) -> bool {
        self.tag == state.tag
            && self.children.len() == state.children.len()
            && self.parts.len() == state.parts.len()
            && self
                .parts
                .iter()
                .zip(&state.parts)
                .all(|(part, state)| part.resembles(state))
    }

    pub(super) fn rebuild(self, state: &mut MountedElement) {
        for (part, state_of_part) in self.parts.into_iter().zip(&mut state.parts) {
            part.rebuild(&state.element, state_of_part);
        }
        for (child, state_of_child) in self.children.into_iter().zip(&mut state.children) {
            child.rebuild(state_of_child);
        }
    }
}
