//! Buttons, and links that look like them.

use leptos::{ev, prelude::*};

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// The weight of a button: one `Primary` a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// What the view is there for.
    Primary,
    /// Everything else.
    #[default]
    Default,
    /// Without a ground: for rows, cards and icon buttons.
    Subtle,
    /// It ends something; its words say what.
    Danger,
    /// Looks like a link within text.
    Link,
}

impl ButtonKind {
    /// The classes of the style sheets.
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Default => "button",
            Self::Subtle => "button subtle",
            Self::Danger => "button danger",
            Self::Link => "button link",
        }
    }
}

/// A button. Disabled or busy it keeps the focus, takes no click, and says why.
#[component]
pub fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The name of a button that shows only an icon; also its tooltip.
    #[prop(optional, into)]
    label: Option<String>,
    /// Why it cannot be pressed now; none: it can. An empty text disables it where the reason is in plain sight.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Whether its work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
    /// Its words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let reason_id = ids::unique("why");
    let described_by = reason_id.clone();
    let told = move || disabled_reason.get().is_some_and(|text| !text.is_empty());
    let off = move || disabled_reason.get().is_some() || busy.get();
    let pressed = move |event: ev::MouseEvent| {
        if off() {
            event.prevent_default();
            event.stop_propagation();
        } else {
            on_click.run(());
        }
    };
    let class = ids::joined(&[kind.class(), if children.is_none() { "icon-only" } else { "" }]);
    // The wrapper and the reason always stand, so that a change of either never takes the focus away.
    view! {
        <span class="button-wrap">
            <button
                type="button"
                class=class
                aria-label=label.clone()
                title=label
                aria-disabled=move || off().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=move || told().then(|| described_by.clone())
                on:click=pressed
            >
                {icon.map(|name| view! { <Icon name=name /> })}
                {children.map(|children| view! { <span class="button-text">{children()}</span> })}
            </button>
            <span class="reason" id=reason_id>
                {move || disabled_reason.get().unwrap_or_default()}
            </span>
        </span>
    }
}

/// A link that looks like a button: it goes somewhere, it changes nothing.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it opens another site, in a window of its own.
    #[prop(optional)]
    external: bool,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class=kind.class()
            href=move || href.get()
            target=external.then_some("_blank")
            rel=external.then_some("noopener noreferrer")
        >
            {icon.map(|name| view! { <Icon name=name /> })}
            <span class="button-text">{children()}</span>
            {external.then(|| view! { <Icon name=IconName::External /> })}
        </a>
    }
}
