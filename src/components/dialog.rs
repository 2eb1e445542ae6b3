//! Dialogs based on the native element. The browser keeps the focus inside the dialog, and returns it afterwards.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::button::{Button, ButtonKind};
use crate::components::icon::{Icon, IconName};
use crate::components::ids;

/// A modal dialog. Its content is built each time it opens. Esc and the close button call `on_close`, unless it is
/// busy.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Must close it by setting `open` to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// Whether an action is in progress. A busy dialog cannot be closed.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it is 960 px wide instead of 560 px.
    #[prop(optional, into)]
    wide: Signal<bool>,
    /// The accessible name of the close button.
    close_label: &'static str,
    /// The actions, right-aligned, with the primary one last.
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
    // The page decides whether the dialog closes, so the browser must not close it.
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
    // A browser may close it anyway (on a second Esc). If it is busy, it opens again.
    let on_closed = move |_| {
        if !open.get_untracked() {
            return;
        }
        match node.get_untracked() {
            // The event arrives shortly after the dialog closes. It may be open again by then.
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

/// Whether a pop-up in the dialog is open. If so, Esc closes only the pop-up.
fn popover_open(node: NodeRef<html::Dialog>) -> bool {
    node.get_untracked()
        .and_then(|dialog| dialog.query_selector(":popover-open").ok().flatten())
        .is_some()
}

/// Moves the focus to the field with `autofocus`, or else to the title, which is then read out first.
fn focus_first(dialog: &web_sys::HtmlDialogElement) {
    let wanted = dialog.query_selector("[autofocus]").ok().flatten();
    let wanted = wanted.or_else(|| dialog.query_selector(".dialog-title").ok().flatten());
    if let Some(element) = wanted.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// The only confirmation dialog: the content explains the consequences, and the button names the action.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Closes it without running the action.
    #[prop(into)]
    on_close: Callback<()>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The text of the button that runs the action. It names the action and is never "OK".
    #[prop(into)]
    confirm: Signal<String>,
    /// The text of the button that cancels.
    #[prop(into)]
    keep: Signal<&'static str>,
    /// Whether the action ends something. The button is then a warning, and the dialog is small. Read when it opens.
    #[prop(into)]
    danger: Signal<bool>,
    /// Whether it is wide. By default, it is wide unless the action ends something.
    #[prop(optional_no_strip)]
    wide: Option<Signal<bool>>,
    /// The accessible name of the close button.
    close_label: &'static str,
    /// Why the action cannot be confirmed now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Whether the action is in progress.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Runs the action. The page closes the dialog when it is done.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// The consequences.
    children: ChildrenFn,
) -> impl IntoView {
    // During the action, neither button accepts a click. Only the button that was clicked shows why.
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
