//! The outline of the app: side navigation, page header, ribbon, and the demo bar above all.

use leptos::{ev, html, portal::Portal, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// One page in the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    /// Where it is.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Its icon.
    pub icon: IconName,
    /// Whether it is the page in sight.
    pub current: bool,
}

/// Pages that belong together; a group without a label stands without a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavGroup {
    /// Its heading.
    pub label: Option<String>,
    /// Its pages.
    pub entries: Vec<NavEntry>,
}

/// The words of the frame.
#[derive(Clone, Copy, Debug)]
pub struct FrameWords {
    /// The link that skips the navigation: "Skip to content".
    pub skip: &'static str,
    /// The button that opens the navigation where it is narrow: "Menu".
    pub menu: &'static str,
    /// The name of the navigation: "Pages".
    pub navigation: &'static str,
}

/// What stands at the head of the page in sight: each page says it with a [`PageHeader`], and the [`Frame`] shows it.
/// So the heading stays where it is when another page takes the place of one, and with it the focus.
#[derive(Clone, Copy)]
pub struct PageHeading {
    title: RwSignal<String>,
    subtitle: RwSignal<Option<String>>,
    header: NodeRef<html::Header>,
}

impl PageHeading {
    /// Provides the heading to the pages; called once, before the frame is drawn.
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

/// The outline of the app. Below 1024 px the navigation becomes a bar with a menu button.
#[component]
pub fn Frame(
    /// What stands on top of the navigation; none where nothing is to stand there. Without it and without pages there is
    /// no navigation.
    #[prop(into)]
    top: Signal<Option<String>>,
    /// The navigation.
    #[prop(into)]
    groups: Signal<Vec<NavGroup>>,
    /// The words of the frame.
    words: FrameWords,
    /// A bar above everything that is not part of the product.
    #[prop(optional, into)]
    above: ViewFn,
    /// What stands above the content of every page.
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
        // A jump mark would be taken for a page.
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

/// Pages that belong together.
#[component]
fn Navigation(
    /// The pages.
    group: NavGroup,
    /// Told that one of them was chosen.
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
                </a>
            </li>
        }
    };
    view! {
        {group.label.map(|label| view! { <h2 class="nav-heading">{label}</h2> })}
        <ul class="nav-list">{group.entries.into_iter().map(entry).collect_view()}</ul>
    }
}

/// The head of a page. The frame shows its title as the heading of the first level, which takes the focus when the page
/// comes into sight ([`focus_title`]).
#[component]
pub fn PageHeader(
    /// The heading of the first level.
    #[prop(into)]
    title: Signal<String>,
    /// The line that answers the page's question.
    #[prop(optional, into)]
    subtitle: Signal<Option<String>>,
    /// What can be done with the whole page.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    let heading = PageHeading::get();
    Effect::new(move |_| {
        heading.title.set(title.get());
        heading.subtitle.set(subtitle.get());
    });
    // The actions stand beside the title but belong to the page: they are gone as soon as it is.
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

/// Gives the focus to the heading of the page in sight.
pub fn focus_title() {
    focus("title");
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Once what changed is on the screen: where the control that had the focus is gone with it, the heading takes it.
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

/// The bar of the demonstration: hatched, so that nobody takes it for the product; folds to one line.
#[component]
pub fn DemoFrame(
    /// What it is: "Demonstration".
    #[prop(into)]
    label: String,
    /// The state in one line, in sight also when folded.
    #[prop(into)]
    summary: Signal<String>,
    /// Its controls.
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
