//! The outline of the app: side navigation, page header, trial banner, and the demo bar on top.

use leptos::{ev, html, portal::Portal, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// A page in the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    /// The address.
    pub href: String,
    /// The name.
    pub label: String,
    /// The icon.
    pub icon: IconName,
    /// Whether it is the current page.
    pub current: bool,
    /// A count beside the label, and what it means.
    pub badge: Option<(String, String)>,
}

/// A group of pages. A group without a label has no heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavGroup {
    /// The heading.
    pub label: Option<String>,
    /// The pages.
    pub entries: Vec<NavEntry>,
}

/// The texts of the frame.
#[derive(Clone, Copy, Debug)]
pub struct FrameWords {
    /// The link that skips the navigation, such as "Skip to content".
    pub skip: &'static str,
    /// The button that opens the navigation on a narrow screen, such as "Menu".
    pub menu: &'static str,
    /// The accessible name of the navigation, such as "Pages".
    pub navigation: &'static str,
}

/// The header of the current page. Each page sets it with a [`PageHeader`], and the [`Frame`] shows it. This keeps the
/// heading, and the focus on it, in the document when the page changes.
#[derive(Clone, Copy)]
pub struct PageHeading {
    title: RwSignal<String>,
    subtitle: RwSignal<Option<String>>,
    header: NodeRef<html::Header>,
}

impl PageHeading {
    /// Provides the heading to the pages. Call it once, before drawing the frame.
    pub fn provide() {
        provide_context(Self {
            title: RwSignal::new(String::new()),
            subtitle: RwSignal::new(None),
            header: NodeRef::new(),
        });
    }

    fn get() -> Self {
        expect_context::<Self>()
    }
}

/// The outline of the app. Below 1024 px, the navigation becomes a bar with a menu button.
#[component]
pub fn Frame(
    /// The text on top of the navigation, if any. Without it and without pages, there is no navigation.
    #[prop(into)]
    top: Signal<Option<String>>,
    /// The navigation.
    #[prop(into)]
    groups: Signal<Vec<NavGroup>>,
    /// The texts of the frame.
    words: FrameWords,
    /// A bar above everything else, which is not part of the product.
    #[prop(optional, into)]
    above: ViewFn,
    /// A banner above the content of every page.
    #[prop(optional, into)]
    ribbon: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    let PageHeading {
        title,
        subtitle,
        header,
    } = PageHeading::get();
    let unfolded = RwSignal::new(false);
    let skip = move |event: ev::MouseEvent| {
        // The router would take the anchor for a page.
        event.prevent_default();
        focus("main");
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && unfolded.get_untracked() {
            unfolded.set(false);
            focus("menu");
        }
    };
    let leave = Callback::new(move |()| unfolded.set(false));
    let hidden = move || (groups.with(Vec::is_empty) && top.get().is_none()).then_some("");
    view! {
        <a class="skip" href="#main" on:click=skip>{words.skip}</a>
        {above.run()}
        <div class="frame">
            <nav class="side" aria-label=words.navigation hidden=hidden on:keydown=on_key>
                <div class="side-top">
                    {move || top.get().map(|top| view! { <span class="product">{top}</span> })}
                    <button
                        type="button"
                        class="button subtle menu"
                        id="menu"
                        aria-controls="pages"
                        aria-expanded=move || ids::flag(unfolded.get())
                        on:click=move |_| unfolded.set(!unfolded.get_untracked())
                    >
                        <Icon name=IconName::Menu />
                        <span class="button-text">{words.menu}</span>
                    </button>
                </div>
                <div class=move || if unfolded.get() { "side-pages unfolded" } else { "side-pages" } id="pages">
                    {move || {
                        let groups = groups.get().into_iter();
                        groups.map(|group| view! { <Navigation group=group on_click=leave /> }).collect_view()
                    }}
                </div>
            </nav>
            <main class="main" id="main" tabindex="-1">
                <div class="ribbon">{ribbon.run()}</div>
                <header class="page-header" node_ref=header>
                    <div class="page-titles">
                        <h1 class="page-title" id="title" tabindex="-1">{title}</h1>
                        {move || subtitle.get().map(|text| view! { <div class="page-subtitle">{text}</div> })}
                    </div>
                </header>
                {children()}
            </main>
        </div>
    }
}

/// A group of pages.
#[component]
fn Navigation(
    /// The pages.
    group: NavGroup,
    /// Runs when the viewer chooses a page.
    on_click: Callback<()>,
) -> impl IntoView {
    let entry = move |entry: NavEntry| {
        view! {
            <li>
                <a
                    class="nav-entry"
                    href=entry.href
                    aria-current=entry.current.then_some("page")
                    on:click=move |_| on_click.run(())
                >
                    <Icon name=entry.icon />
                    <span>{entry.label}</span>
                    {entry.badge.map(|(count, said)| view! { <span class="nav-badge" aria-label=said>{count}</span> })}
                </a>
            </li>
        }
    };
    view! {
        {group.label.map(|label| view! { <h2 class="nav-heading">{label}</h2> })}
        <ul class="nav-list">{group.entries.into_iter().map(entry).collect_view()}</ul>
    }
}

/// The header of a page. The frame shows its title as the level 1 heading, which receives the focus when the page
/// appears ([`focus_title`]).
#[component]
pub fn PageHeader(
    /// The level 1 heading.
    #[prop(into)]
    title: Signal<String>,
    /// The line that answers the main question of the page.
    #[prop(optional, into)]
    subtitle: Signal<Option<String>>,
    /// The actions that apply to the whole page.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    let heading = PageHeading::get();
    Effect::new(move |_| {
        heading.title.set(title.get());
        heading.subtitle.set(subtitle.get());
    });
    // The actions are shown beside the title but belong to the page, so they disappear with it.
    let header = heading.header.get_untracked();
    let actions = StoredValue::new_local(actions);
    header.filter(|_| actions.with_value(Option::is_some)).map(|header| {
        view! {
            <Portal mount=header>
                <div class="page-actions">{actions.try_update_value(Option::take).flatten().map(ViewFnOnce::run)}</div>
            </Portal>
        }
    })
}

/// Moves the focus to the heading of the current page.
pub fn focus_title() {
    focus("title");
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Runs after the page is drawn. If the focused control no longer exists, the heading receives the focus.
pub fn keep_focus() {
    request_animation_frame(|| {
        if document()
            .active_element()
            .is_none_or(|element| element.tag_name() == "BODY")
        {
            focus_title();
        }
    });
}

/// The bar of the demonstration. Its hatching sets it apart from the product. It collapses to one line.
#[component]
pub fn DemoFrame(
    /// The name, such as "Demonstration".
    #[prop(into)]
    label: String,
    /// The state in one line, also visible when collapsed.
    #[prop(into)]
    summary: Signal<String>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = label.clone();
    view! {
        <aside class="demo" aria-label=name>
            <button
                type="button"
                class="demo-line"
                aria-controls="demo-controls"
                aria-expanded=move || ids::flag(open.get())
                on:click=move |_| open.set(!open.get_untracked())
            >
                <Icon name=IconName::ChevronRight />
                <strong>{label}</strong>
                <span class="demo-summary">{summary}</span>
            </button>
            <div class="demo-controls" id="demo-controls" hidden=move || (!open.get()).then_some("")>{children()}</div>
        </aside>
    }
}
