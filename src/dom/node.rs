//! Nodes: everything that can stand in the page.

use super::element::Element;
use leptos::prelude::*;
use std::any::Any;
use std::borrow::Cow;

/// Something in the page.
pub enum Node {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Box<Element>),
    /// Several.
    Many(Vec<Node>),
    /// What is made anew whenever something it reads changes.
    Live(Box<dyn FnMut() -> Node + Send>),
    /// A view of Leptos.
    View(AnyView),
}

impl Node {
    /// What a component of Leptos made.
    pub fn component(view: impl IntoView + 'static) -> Self {
        let mut view = Some(view);
        // A component's view is of one type already; wrapped once more, every update would go through two of them.
        let erased = (&mut view as &mut dyn Any).downcast_mut::<Option<AnyView>>();
        let erased = erased.and_then(Option::take).or_else(|| view.map(IntoAny::into_any));
        erased.map_or(Self::Nothing, Self::View)
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

/// What can stand in the page.
pub trait IntoNode {
    /// As a node.
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for AnyView {
    fn into_node(self) -> Node {
        Node::View(self)
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::Nothing
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        self.into()
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or(Node::Nothing, IntoNode::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(IntoNode::into_node).collect())
    }
}

impl<F, T> IntoNode for F
where
    F: FnMut() -> T + Send + 'static,
    T: IntoNode,
{
    fn into_node(mut self) -> Node {
        Node::Live(Box::new(move || self().into_node()))
    }
}

macro_rules! signals {
    ($($signal:ty),*) => {$(
        impl IntoNode for $signal {
            fn into_node(self) -> Node {
                (move || self.get()).into_node()
            }
        }
    )*};
}

signals!(
    Signal<String>,
    Signal<Option<String>>,
    MaybeProp<String>,
    RwSignal<String>
);
