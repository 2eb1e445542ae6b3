//! Dialogs on the native element: the browser keeps the focus inside and gives it back.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::button::{Button, ButtonKind};
use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// A modal dialog. It is built anew each time it opens; Esc and the close button ask `on_close`, unless it is busy.
#[component]
pub fn Dialog(
    /// Whether it stands open.
    #[prop(into)]
    open: Signal<bool>,
    /// Asked to close it: sets `open` to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// While something is under way it cannot be closed.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it takes 960 px instead of 560.
    #[prop(optional, into)]
    wide: Signal<bool>,
    /// The name of the button that closes it.
    close_label: &'static str,
    /// The actions, right aligned, the primary one last.
    #[prop(into)]
    footer: ViewFn,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = ids::unique("dialog");
    let labeled_by = heading.clone();

    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            drop(dialog.show_modal());
            focus_first(&dialog);
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let ask = move || {
        if !busy.get_untracked() {
            on_close.run(());
        }
    };
    // The page decides whether it closes, so the browser must not do it by itself.
    let on_cancel = move |event: ev::Event| {
        event.prevent_default();
        ask();
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && !popover_open(node) {
            event.prevent_default();
            event.stop_propagation();
            ask();
        }
    };
    // A browser may close it after all (a second Esc): while busy it opens again.
    let on_closed = move |_| {
        if !open.get_untracked() {
            return;
        }
        match node.get_untracked() {
            // The event comes a moment after the closing: by now it may stand open again.
            Some(dialog) if dialog.open() => {}
            Some(dialog) if busy.get_untracked() => drop(dialog.show_modal()),
            _ => on_close.run(()),
        }
    };
    view! {
        <dialog
            class=move || if wide.get() { "dialog wide" } else { "dialog" }
            aria-labelledby=labeled_by
            node_ref=node
            on:cancel=on_cancel
            on:close=on_closed
            on:keydown=on_key
        >
            <Show when=move || open.get()>
                <header class="dialog-header">
                    <h2 class="dialog-title" id=heading.clone() tabindex="-1">{title}</h2>
                    <button
                        type="button"
                        class="button subtle icon-only"
                        aria-label=close_label
                        aria-disabled=move || busy.get().then_some("true")
                        on:click=move |_| ask()
                    >
                        <Icon name=IconName::Close />
                    </button>
                </header>
                <div class="dialog-body">{children()}</div>
                <footer class="dialog-footer">{footer.run()}</footer>
            </Show>
        </dialog>
    }
}

/// Whether a pop-up inside stands open: then Esc is meant for that one.
fn popover_open(node: NodeRef<html::Dialog>) -> bool {
    node.get_untracked()
        .and_then(|dialog| dialog.query_selector(":popover-open").ok().flatten())
        .is_some()
}

/// The field that asks for the focus, otherwise the title: it is read out first.
fn focus_first(dialog: &web_sys::HtmlDialogElement) {
    let wanted = dialog.query_selector("[autofocus]").ok().flatten();
    let wanted = wanted.or_else(|| dialog.query_selector(".dialog-title").ok().flatten());
    if let Some(element) = wanted.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// The one way of confirming: what it means above, what happens on the button.
#[component]
pub fn ConfirmDialog(
    /// Whether it stands open.
    #[prop(into)]
    open: Signal<bool>,
    /// Asked to close it without doing anything.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is asked.
    #[prop(into)]
    title: Signal<String>,
    /// The words of the button that does it; they say what happens, never "OK".
    #[prop(into)]
    confirm: Signal<String>,
    /// The words of the button that leaves everything as it is.
    #[prop(into)]
    keep: Signal<&'static str>,
    /// Whether something ends: then the button warns, and the dialog is small. Settled while it opens.
    #[prop(into)]
    danger: Signal<bool>,
    /// Whether it is wide. Without it, it is wide unless something ends.
    #[prop(optional_no_strip)]
    wide: Option<Signal<bool>>,
    /// The name of the button that closes it.
    close_label: &'static str,
    /// Why it cannot be confirmed now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Whether it is being done.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Does it; the page closes the dialog once it is done.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// What will happen.
    children: ChildrenFn,
) -> impl IntoView {
    // While it is being done, neither button takes a click; only the one that was pressed shows why.
    let held = Signal::derive(move || busy.get().then(String::new));
    let wide = wide.unwrap_or_else(|| Signal::derive(move || !danger.get()));
    let footer = move || {
        let kind = if danger.get_untracked() {
            ButtonKind::Danger
        } else {
            ButtonKind::Primary
        };
        view! {
            <Button disabled_reason=held on_click=on_close>{keep}</Button>
            <Button kind=kind busy=busy disabled_reason=disabled_reason on_click=on_confirm>
                {confirm}
            </Button>
        }
    };
    view! {
        <Dialog open=open on_close=on_close title=title busy=busy wide=wide close_label=close_label footer=footer>
            {children()}
        </Dialog>
    }
}
