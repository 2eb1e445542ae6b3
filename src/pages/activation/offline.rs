//! Offline activation: a file is selected, dropped, or pasted, then checked, and only then applied. Also the way back
//! online (ACT 3).

use crate::app::context::AppContext;
use crate::components::{
    Button, ButtonKind, Card, Dialog, FileFault, FilePicker, Here, MessageCard, PickedFile, TextArea, Tone, after,
};
use crate::pages::activation::apply::{Apply, ApplyField, ApplyProgress};
use crate::pages::activation::card::GrantFacts;
use crate::pages::activation::failure::failure_text;
use crate::pages::activation::troubleshooting::SupportLink;
use leptos::prelude::*;
use view::activation::{ActivationMode, Examined, LONGEST, facts, is_possible, received};
use view::people::source::decoded;
use view::words::{activation as words, order_words};

/// The state of the dialog. Cheap to copy.
#[derive(Clone, Copy)]
struct File {
    ui: AppContext,
    here: Here,
    open: RwSignal<bool>,
    pasted: RwSignal<String>,
    /// The name of the loaded file, empty if there is none, and its text, which replaces the pasted one.
    name: RwSignal<String>,
    loaded: RwSignal<String>,
    fault: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

#[component]
pub(crate) fn OfflineCard() -> impl IntoView {
    let ui = AppContext::get();
    let file = File {
        ui,
        here: Here::new(),
        open: RwSignal::new(false),
        pasted: RwSignal::new(String::new()),
        name: RwSignal::new(String::new()),
        loaded: RwSignal::new(String::new()),
        fault: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let back = Apply::new(ui);
    let offline = ui.memo(|scene| scene.account.activation().map(|it| it.mode) == Some(ActivationMode::Offline));
    let offline = move || offline.get() == Some(true);
    let impossible = ui.memo(|scene| (!is_possible(scene)).then(|| words::NO_KEYS.to_owned()));
    let begin = move || if offline() { words::NEW_FILE } else { words::ENFORCE };
    view! {
        <Card title=words::OFFLINE>
            <p>{words::OFFLINE_TEXT}</p>
            <div class="card-buttons">
                <Button disabled_reason=Signal::derive(move || impossible.get().flatten()) on_click=move |()| file.start()>
                    {begin}
                </Button>
            </div>
            <Show when=offline>
                <h3 class="card-part">{words::BACK_ONLINE}</h3>
                <p>{words::BACK_ONLINE_TEXT}</p>
                <ApplyField apply=back first=false />
                <ApplyProgress apply=back />
            </Show>
        </Card>
        <FileDialog file=file />
    }
}

impl File {
    fn start(self) {
        self.pasted.set(String::new());
        self.put_away();
        self.open.set(true);
    }

    fn put_away(self) {
        self.name.set(String::new());
        self.loaded.set(String::new());
        self.fault.set(None);
    }

    fn take(self, file: Result<PickedFile, FileFault>) {
        self.put_away();
        match file {
            // A file that is not text is not a certificate. The check reports that.
            Ok(PickedFile { name, bytes }) => {
                self.loaded
                    .set(decoded(&bytes).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned()));
                self.name.set(name);
            }
            Err(FileFault::TooLarge) => self.fault.set(Some(words::FILE_TOO_LARGE.to_owned())),
            Err(FileFault::Unreadable) => self.fault.set(Some(words::FILE_UNREADABLE.to_owned())),
        }
    }

    /// The text to apply; tracked. Pasted and loaded texts are read in the same way.
    fn text(self) -> Option<String> {
        let source = if self.name.with(String::is_empty) {
            self.pasted
        } else {
            self.loaded
        };
        Some(source.with(|text| received(text))).filter(|text| !text.is_empty())
    }

    fn apply(self) {
        let Some(text) = untrack(|| self.text()) else { return };
        self.busy.set(true);
        self.fault.set(None);
        after(self.ui.store.apply_file(text), move |outcome| {
            let stands = self.here.stands();
            if stands {
                self.busy.set(false);
                self.open.set(outcome.is_err());
            }
            match outcome {
                Ok(_) => self.ui.tell(Tone::Success, words::APPLIED),
                Err(trouble) if stands => self.fault.set(Some(failure_text(self.ui, &trouble))),
                Err(trouble) => self.ui.tell(Tone::Error, failure_text(self.ui, &trouble)),
            }
        });
    }
}

/// The dialog that checks and applies a file.
#[component]
fn FileDialog(file: File) -> impl IntoView {
    let ui = file.ui;
    let inspected = Memo::new(move |_| {
        let text = file.text()?;
        ui.store.snapshot().and_then(|_| ui.store.inspect(&text))
    });
    let blocked = move || match inspected.get() {
        None => Some(words::FILE_FIRST.to_owned()),
        // The error is shown above.
        Some(Examined { failed: Some(_), .. }) => Some(String::new()),
        Some(_) => None,
    };
    let loaded = move || {
        let name = file.name.get();
        if name.is_empty() { name } else { words::loaded(&name) }
    };
    let hidden = move || (!file.name.with(String::is_empty)).then_some("");
    let fault = move || {
        let text = file.fault.get()?;
        Some(view! { <MessageCard tone=Tone::Error>{text}</MessageCard> })
    };
    let close = move |()| file.open.set(false);
    let actions = move || {
        view! {
            <Button on_click=close>{order_words::CLOSE}</Button>
            <Button
                kind=ButtonKind::Primary
                disabled_reason=Signal::derive(blocked)
                busy=file.busy
                on_click=move |()| file.apply()
            >
                {words::APPLY_FILE}
            </Button>
        }
    };
    view! {
        <Dialog open=file.open on_close=close title=Signal::derive(|| words::ENFORCE.to_owned()) busy=file.busy close_label=order_words::CLOSE footer=actions>
            <p>{words::ENFORCE_TEXT}</p>
            <div hidden=hidden>
                <TextArea label=words::PASTE value=file.pasted rows=6 hint=words::PASTE_HINT />
            </div>
            <FilePicker
                label=words::CHOOSE_FILE
                hint=words::OR_DROP
                accept=".lic,.txt,text/plain"
                max_bytes=u32::try_from(LONGEST).unwrap_or(u32::MAX)
                loaded=Signal::derive(loaded)
                remove=words::REMOVE_FILE
                on_remove=move |()| file.put_away()
                on_file=move |it| file.take(it)
            />
            {fault}
            {move || inspected.get().map(|it| view! { <Inspected examined=it /> })}
        </Dialog>
    }
}

/// The grant of the certificate, and its error, if any.
#[component]
fn Inspected(examined: Examined) -> impl IntoView {
    let Examined { grant, failed } = examined;
    let granted = grant
        .as_ref()
        .and_then(|grant| AppContext::get().now(|scene| facts(scene, grant)));
    let verdict = match failed {
        Some(check) => {
            let text = check.message(grant.as_ref());
            let failed = text.clone();
            let action = move || view! { <SupportLink failed=failed /> };
            view! { <MessageCard tone=Tone::Error action=action>{text}</MessageCard> }.into_any()
        }
        None => view! { <MessageCard tone=Tone::Success>{words::INSPECTED_GOOD}</MessageCard> }.into_any(),
    };
    let granted = granted.map(|facts| {
        view! {
            <h3 class="card-part">{words::INSPECTED}</h3>
            <GrantFacts facts=facts />
        }
    });
    view! {
        {verdict}
        {granted}
    }
}
