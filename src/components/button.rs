//! Buttons, and links that look like them.

use leptos::{ev, prelude::*};

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// The weight of a button. A view has one `Primary` button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action of the view.
    Primary,
    /// Any other action.
    #[default]
    Default,
    /// No background: for rows, cards, and icon buttons.
    Subtle,
    /// Ends something. The text of the button says what.
    Danger,
    /// Looks like a link in a text.
    Link,
}

impl ButtonKind {
    /// The CSS classes.
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

/// A button. If it is disabled or busy, it keeps the focus, ignores clicks, and says why.
#[component]
pub fn Button(
    /// The weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The accessible name of a button that shows only an icon. It is also the tooltip.
    #[prop(optional, into)]
    label: Option<String>,
    /// Why the button is disabled; `None` enables it. Use an empty text if the reason is visible nearby.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Whether its action is in progress.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Runs the action.
    #[prop(into)]
    on_click: Callback<()>,
    /// The text.
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
    // The wrapper and the reason are always in the page, so that a change of either never moves the focus.
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

/// A link that looks like a button: it opens a page and changes nothing.
#[component]
pub fn LinkButton(
    /// The target.
    #[prop(into)]
    href: Signal<String>,
    /// The weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the text.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it opens another site, in a new window.
    #[prop(optional)]
    external: bool,
    /// The text.
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
