//! A field for a list that is pasted or loaded from a file, for dialogs.

use crate::components::{FileFault, FilePicker, MessageCard, PickedFile, TextArea, Tone};
use leptos::prelude::*;
use view::people::source::{MAX_BYTES, decoded};
use view::words::people_csv;

/// The content of the field. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Source {
    /// The pasted text.
    typed: RwSignal<String>,
    /// The name of the loaded file, empty if there is none, and its text, which replaces the pasted one.
    name: RwSignal<String>,
    loaded: RwSignal<String>,
    fault: RwSignal<String>,
}

impl Source {
    /// No content.
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            typed: empty(),
            name: empty(),
            loaded: empty(),
            fault: empty(),
        }
    }

    /// Clears the content.
    pub fn clear(self) {
        self.typed.set(String::new());
        self.put_away();
    }

    fn put_away(self) {
        self.name.set(String::new());
        self.loaded.set(String::new());
        self.fault.set(String::new());
    }

    /// The text; tracked.
    pub fn with<T>(self, read: impl FnOnce(&str) -> T) -> T {
        let text = if self.name.with(String::is_empty) {
            self.typed
        } else {
            self.loaded
        };
        text.with(|text| read(text))
    }

    fn take(self, file: Result<PickedFile, FileFault>) {
        self.put_away();
        let read = match file {
            Ok(PickedFile { name, bytes }) => decoded(&bytes).map(|text| (name, text)).ok_or(people_csv::NOT_TEXT),
            Err(FileFault::TooLarge) => Err(people_csv::TOO_LARGE),
            Err(FileFault::Unreadable) => Err(people_csv::UNREADABLE),
        };
        match read {
            Ok((name, text)) => {
                self.loaded.set(text);
                self.name.set(name);
            }
            Err(fault) => self.fault.set(fault.to_owned()),
        }
    }
}

/// The field for pasting, and the button for loading a file.
#[component]
pub(crate) fn SourceFields(
    /// The content.
    source: Source,
    /// The label.
    label: &'static str,
    /// A hint about the format.
    hint: &'static str,
) -> impl IntoView {
    let loaded = move || Some(source.name.get()).filter(|name| !name.is_empty());
    let told = move || loaded().map(|name| people_csv::loaded(&name)).unwrap_or_default();
    let fault = move || {
        let text = Some(source.fault.get()).filter(|text| !text.is_empty())?;
        Some(view! { <MessageCard tone=Tone::Error>{text}</MessageCard> })
    };
    view! {
        <div class="list-source">
            <div hidden=move || loaded().is_some()>
                <TextArea label=label value=source.typed rows=5 hint=hint />
            </div>
            <FilePicker
                label=people_csv::LOAD
                hint=people_csv::DROP
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                max_bytes=MAX_BYTES
                loaded=told
                remove=people_csv::REMOVE_FILE
                on_remove=move |()| source.put_away()
                on_file=move |file| source.take(file)
            />
            {fault}
        </div>
    }
}
