//! A file of the reader's computer, chosen or dropped.

use crate::components::button::{Button, ButtonKind};
use crate::components::here::Here;
use crate::components::ids;
use leptos::{ev, html, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It has more bytes than are taken.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Takes one file: by its button, which is the browser's own, or dropped onto it. Nothing leaves the computer.
#[component]
pub fn FilePicker(
    /// The words of the button.
    label: &'static str,
    /// What may be dropped beside it.
    hint: &'static str,
    /// Endings and types to offer: ".csv,.txt".
    accept: &'static str,
    /// The most bytes that are read.
    max_bytes: u32,
    /// What is loaded, in words; empty: nothing is.
    #[prop(into)]
    loaded: Signal<String>,
    /// The words of the button that puts the loaded file away.
    remove: &'static str,
    /// Puts it away.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Told of each file.
    #[prop(into)]
    on_file: Callback<Result<PickedFile, FileFault>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let (over, here) = (RwSignal::new(false), Here::new());
    let take = move |file: File| {
        here.after(async move { read(&file, max_bytes).await }, move |read| {
            on_file.run(read)
        });
    };
    let on_change = move |_| {
        let Some(input) = node.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file);
        }
        // So that the same file, mended, is another choice.
        input.set_value("");
    };
    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            take(file);
        }
    };
    let on_over = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let removed = move |()| {
        on_remove.run(());
        if let Some(input) = node.get_untracked() {
            drop(input.focus());
        }
    };
    let put_away = move || {
        let text = Some(loaded.get()).filter(|text| !text.is_empty())?;
        Some(view! {
            <span class="file-loaded" role="status">{text}</span>
            <Button kind=ButtonKind::Link on_click=removed>{remove}</Button>
        })
    };
    view! {
        <div
            class=move || ids::joined(&["file-picker", if over.get() { "over" } else { "" }])
            on:dragover=on_over
            on:dragleave=move |_: ev::DragEvent| over.set(false)
            on:drop=on_drop
        >
            <label class="button">
                <input type="file" class="unseen" accept=accept node_ref=node on:change=on_change />
                <span class="button-text">{label}</span>
            </label>
            <span class="soft">{hint}</span>
            {put_away}
        </div>
    }
}

/// Reads a file that is not too large.
async fn read(file: &File, max_bytes: u32) -> Result<PickedFile, FileFault> {
    if file.size() > f64::from(max_bytes) {
        return Err(FileFault::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| FileFault::Unreadable)?;
    Ok(PickedFile {
        name: file.name(),
        bytes: js_sys::Uint8Array::new(&buffer).to_vec(),
    })
}
