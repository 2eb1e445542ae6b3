//! Chooses a file of the viewer's computer with a button, or by drag and drop.

use crate::components::button::{Button, ButtonKind};
use crate::components::here::Here;
use crate::components::ids;
use leptos::{ev, html, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    /// The file name.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than the limit.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Accepts one file: with the browser's own button, or by drag and drop. The file does not leave the computer.
#[component]
pub fn FilePicker(
    /// The text of the button.
    label: &'static str,
    /// The hint beside the button: which files can be dropped.
    hint: &'static str,
    /// The file extensions and types to offer, such as ".csv,.txt".
    accept: &'static str,
    /// The size limit, in bytes.
    max_bytes: u32,
    /// A description of the loaded file. Empty if no file is loaded.
    #[prop(into)]
    loaded: Signal<String>,
    /// The text of the button that removes the loaded file.
    remove: &'static str,
    /// Removes the file.
    #[prop(into)]
    on_remove: Callback<()>,
    /// Receives each file.
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
        // Lets the viewer choose the same file again after correcting it.
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

/// Reads a file, unless it is too large.
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
