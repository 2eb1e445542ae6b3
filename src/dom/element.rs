//! Elements: a tag, what stands on it, what stands in it.

use super::node::Node;
use super::value::Value;
use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::NodeRef;
use leptos::tachys::html::node_ref::NodeRefContainer;
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// What is told of an event.
pub(super) type Listener = Rc<dyn Fn(web_sys::Event)>;

/// What a value is put on an element as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An attribute.
    Attribute,
    /// A property of the object behind it.
    Property,
    /// One of its classes.
    Class,
    /// One of its styles.
    Style,
}

/// What stands on an element.
pub(super) enum Part {
    /// A value, by its name.
    Value(Kind, &'static str, Value),
    /// A listener.
    On(Cow<'static, str>, SendWrapper<Listener>),
    /// Somebody who wants the element itself.
    Reference(Box<dyn FnOnce(&web_sys::Element) + Send>),
}

/// An element as it is to be.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) svg: bool,
    pub(super) parts: Vec<Part>,
    pub(super) children: Vec<Node>,
}

impl Element {
    fn new(tag: &'static str, svg: bool) -> Self {
        Self {
            tag,
            svg,
            parts: Vec::new(),
            children: Vec::new(),
        }
    }

    /// An element of HTML.
    pub fn html(tag: &'static str) -> Self {
        Self::new(tag, false)
    }

    /// An element of SVG.
    pub fn svg(tag: &'static str) -> Self {
        Self::new(tag, true)
    }

    fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// With an attribute.
    pub fn attribute(self, name: &'static str, value: Value) -> Self {
        self.with(Part::Value(Kind::Attribute, name, value))
    }

    /// With a property.
    pub fn property(self, name: &'static str, value: Value) -> Self {
        self.with(Part::Value(Kind::Property, name, value))
    }

    /// With a class while `value` holds.
    pub fn class(self, name: &'static str, value: Value) -> Self {
        self.with(Part::Value(Kind::Class, name, value))
    }

    /// With a style.
    pub fn style(self, name: &'static str, value: Value) -> Self {
        self.with(Part::Value(Kind::Style, name, value))
    }

    /// With a listener.
    pub fn on<E>(self, event: E, listener: impl Fn(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        let listener: Listener = Rc::new(move |event| listener(event.unchecked_into()));
        self.with(Part::On(event.name(), SendWrapper::new(listener)))
    }

    /// Hands the element out.
    pub fn node_ref<E>(self, reference: NodeRef<E>) -> Self
    where
        E: ElementType + 'static,
        NodeRef<E>: NodeRefContainer<E>,
    {
        self.with(Part::Reference(Box::new(move |element| {
            NodeRefContainer::<E>::load(reference, element);
        })))
    }

    /// With a child after the others.
    pub fn child(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    /// As a node.
    pub fn done(self) -> Node {
        Node::Element(Box::new(self))
    }
}
