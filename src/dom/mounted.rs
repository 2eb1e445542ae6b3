//! Nodes that stand in the page: how they are built, brought up to date, moved and taken away.

use super::built::MountedElement;
use super::node::Node;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::borrow::Cow;

/// A node that stands in the page; each holds at least one node of the document, so that its place is known.
pub enum Mounted {
    /// Nothing: a mark holds the place.
    Nothing(types::Placeholder),
    /// A text.
    Text(types::Text, Cow<'static, str>),
    /// An element.
    Element(Box<MountedElement>),
    /// Several; the mark stands after them.
    Many(Vec<Mounted>, types::Placeholder),
    /// What is kept up to date.
    Live(Alive),
    /// A view of Leptos.
    View(AnyViewState),
}

fn rebuild_many(nodes: Vec<Node>, states: &mut Vec<Mounted>, end: &types::Placeholder) {
    for mut left in states.drain(nodes.len().min(states.len())..) {
        left.unmount();
    }
    for (index, node) in nodes.into_iter().enumerate() {
        if let Some(state) = states.get_mut(index) {
            node.rebuild(state);
        } else {
            let mut new = node.build();
            Rndr::try_mount_before(&mut new, end);
            states.push(new);
        }
    }
}

/// The effect that keeps a node up to date.
pub struct Alive(RenderEffect<Mounted>);

impl Alive {
    fn new(mut make: Box<dyn FnMut() -> Node + Send>, before: Option<Mounted>) -> Self {
        let run = move |before: Option<Mounted>| {
            let node = make();
            match before {
                Some(mut state) => {
                    node.rebuild(&mut state);
                    state
                }
                None => node.build(),
            }
        };
        Self(RenderEffect::new_with_value(run, before))
    }
}

impl Drop for Alive {
    /// The task of an effect keeps its value until it is woken once more. Effects inside of that value would still run
    /// then, and read signals that are gone: they stop at once.
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

impl Render for Node {
    type State = Mounted;

    fn build(self) -> Mounted {
        match self {
            Self::Nothing => Mounted::Nothing(Rndr::create_placeholder()),
            Self::Text(text) => Mounted::Text(Rndr::create_text_node(&text), text),
            Self::Element(element) => Mounted::Element(Box::new(element.build())),
            Self::Many(nodes) => {
                Mounted::Many(nodes.into_iter().map(Self::build).collect(), Rndr::create_placeholder())
            }
            Self::Live(make) => Mounted::Live(Alive::new(make, None)),
            Self::View(view) => Mounted::View(view.build()),
        }
    }

    fn rebuild(self, state: &mut Mounted) {
        match (self, state) {
            (Self::Nothing, Mounted::Nothing(_)) => (),
            (Self::Text(text), Mounted::Text(node, before)) => {
                if text != *before {
                    Rndr::set_text(node, &text);
                    *before = text;
                }
            }
            (Self::Element(element), Mounted::Element(state)) if element.resembles(state) => element.rebuild(state),
            (Self::Many(nodes), Mounted::Many(states, end)) => rebuild_many(nodes, states, end),
            (Self::Live(make), Mounted::Live(alive)) => {
                let before = alive.0.take_value();
                *alive = Alive::new(make, before);
            }
            (Self::View(view), Mounted::View(state)) => view.rebuild(state),
            (other, state) => {
                let mut new = other.build();
                state.insert_before_this(&mut new);
                state.unmount();
                *state = new;
            }
        }
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        match self {
            Self::Nothing(mark) => mark.unmount(),
            Self::Text(text, _) => text.unmount(),
            Self::Element(it) => it.element.unmount(),
            Self::Many(nodes, end) => {
                nodes.iter_mut().for_each(Self::unmount);
                end.unmount();
            }
            Self::Live(alive) => {
                alive.0.with_value_mut(Self::unmount);
            }
            Self::View(state) => state.unmount(),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            Self::Nothing(mark) => mark.mount(parent, marker),
            Self::Text(text, _) => text.mount(parent, marker),
            Self::Element(it) => it.element.mount(parent, marker),
            Self::Many(nodes, end) => {
                nodes.iter_mut().for_each(|node| node.mount(parent, marker));
                end.mount(parent, marker);
            }
            Self::Live(alive) => {
                alive.0.with_value_mut(|node| node.mount(parent, marker));
            }
            Self::View(state) => state.mount(parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Nothing(mark) => mark.insert_before_this(child),
            Self::Text(text, _) => text.insert_before_this(child),
            Self::Element(it) => it.element.insert_before_this(child),
            Self::Many(nodes, end) => match nodes.first() {
                Some(first) => first.insert_before_this(child),
                None => end.insert_before_this(child),
            },
            Self::Live(alive) => alive
                .0
                .with_value_mut(|node| node.insert_before_this(child))
                .unwrap_or(false),
            Self::View(state) => state.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        match self {
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
            Self::Element(it) => vec![it.element.clone()],
            Self::Many(nodes, _) => nodes.iter().flat_map(Self::elements).collect(),
            Self::Live(alive) => alive.0.with_value_mut(|node| node.elements()).unwrap_or_default(),
            Self::View(state) => state.elements(),
        }
    }
}

no_attrs!(Node);

/// The page is made in the browser alone: what belongs to a server is empty.
impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
