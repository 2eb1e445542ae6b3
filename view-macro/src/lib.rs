//! `view!`: Leptos' syntax, written out as nodes of `crate::dom`.
//!
//! Leptos' own macro gives every element, attribute and closure a type of its own, and the compiler writes the code
//! that builds it anew for each. Here an element is a value of one type: the page weighs less than half.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::Parser;
use rstml::ParserConfig;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;

/// Elements that live in the namespace of SVG.
const SVG: &[&str] = &["svg", "path", "circle", "rect", "line", "polyline", "g", "text"];

/// Events that Leptos has no type for.
const UNTYPED: &[&str] = &["cancel", "beforetoggle"];

/// A piece of a page, written as HTML with Rust in braces; evaluates to a `crate::dom::Node`.
///
/// `on:` listens, `prop:` sets a property, `class:` and `style:` set one class and one style, `node_ref` hands out the
/// element; a capital letter makes a component, its attributes are its properties.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(input).split_vec();
    let errors = errors.into_iter().map(|error| error.emit_as_expr_tokens());
    let view = one(&nodes);
    quote! {{ #(#errors;)* #view }}.into()
}

/// Several nodes as one.
fn one(nodes: &[Node]) -> TokenStream {
    let mut written: Vec<TokenStream> = nodes.iter().filter_map(node).collect();
    match written.len() {
        1 => written.remove(0),
        _ => quote! { crate::dom::Node::Many(::std::vec![#(#written),*]) },
    }
}

/// One node; comments are left out.
fn node(node: &Node) -> Option<TokenStream> {
    match node {
        Node::Element(it) => Some(element(it)),
        Node::Fragment(it) => Some(one(&it.children)),
        Node::Block(it) => Some(quote! { crate::dom::IntoNode::into_node(#[allow(unused_braces)] #it) }),
        Node::Text(it) => {
            let text = it.value_string();
            Some(quote! { crate::dom::Node::from(#text) })
        }
        Node::RawText(it) => {
            let text = it.to_string_best();
            Some(quote! { crate::dom::Node::from(#text) })
        }
        _ => None,
    }
}

/// An element of HTML or SVG, or a component.
fn element(it: &NodeElement<rstml::Infallible>) -> TokenStream {
    let name = it.name();
    let tag = name.to_string();
    if tag.contains("::") || tag.starts_with(|first: char| first.is_uppercase()) {
        return component(it);
    }
    let make = if SVG.contains(&tag.as_str()) {
        quote!(svg)
    } else {
        quote!(html)
    };
    let parts = it.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(it) => part(it),
        NodeAttribute::Block(it) => refused(it, "a block among attributes is not understood"),
    });
    let children = it.children.iter().filter_map(node);
    quote! { crate::dom::Element::#make(#tag)#(#parts)*#(.child(#children))*.done() }
}

/// An attribute, a property, a listener of an element.
fn part(attribute: &KeyedAttribute) -> TokenStream {
    let key = attribute.key.to_string();
    let value = attribute.value().map_or_else(|| quote!(true), |it| quote!(#it));
    let live = quote! { crate::dom::IntoValue::into_value(#[allow(unused_braces)] { #value }) };
    match key.split_once(':') {
        Some(("on", name)) if UNTYPED.contains(&name) => {
            quote! { .on(::leptos::ev::Custom::<::web_sys::Event>::new(#name), #value) }
        }
        Some(("on", _)) => {
            let event = second(&attribute.key);
            quote! { .on(::leptos::ev::#event, #value) }
        }
        Some(("prop", name)) => quote! { .property(#name, #live) },
        Some(("style", name)) => quote! { .style(#name, #live) },
        Some(("class", name)) => quote! { .class(#name, #live) },
        None if key == "node_ref" => quote! { .node_ref(#value) },
        None => quote! { .attribute(#key, #live) },
        Some(_) => refused(&attribute.key, "on:, prop:, style: and class: are understood"),
    }
}

/// What stands after the colon of a name.
fn second(name: &NodeName) -> TokenStream {
    match name {
        NodeName::Punctuated(parts) => parts.iter().nth(1).map_or_else(TokenStream::new, |it| quote!(#it)),
        _ => refused(name, "a name is missing after the colon"),
    }
}

/// A component of Leptos with its properties and its children.
fn component(it: &NodeElement<rstml::Infallible>) -> TokenStream {
    let name = it.name();
    let properties = it.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(it) => {
            let key = &it.key;
            let value = it.value().map_or_else(|| quote!(#key), |it| quote!(#it));
            quote! { .#key(#[allow(unused_braces)] { #value }) }
        }
        NodeAttribute::Block(it) => refused(it, "a block among properties is not understood"),
    });
    let children = (!it.children.is_empty()).then(|| {
        let children = one(&it.children);
        quote! { .children(::leptos::children::ToChildren::to_children(move || #children)) }
    });
    quote_spanned! {name.span()=>
        crate::dom::Node::component(::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name)#(#properties)*#children.build(),
        ))
    }
}

/// What is not understood stops the compiler where it stands.
fn refused(place: &impl Spanned, words: &str) -> TokenStream {
    quote_spanned! {place.span()=> ::core::compile_error!(#words) }
}
