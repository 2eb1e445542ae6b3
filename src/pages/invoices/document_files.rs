//! The files of a document: PDF, XML, and CSV. The PDF is created on request. In a frame, which may silently forbid
//! downloads, the PDF can be opened and the XML can be copied instead.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, CopyButton, Here, IconName, LinkButton, MessageCard, Tone, keep_focus};
use crate::store::{DownloadOutcome, PdfProblem};
use leptos::prelude::*;
use view::downloads::{Files, NoXml};
use view::words::downloads as words;
use view::words::{frame, page, saving};

/// The state of creating the PDF. Cheap to copy.
#[derive(Clone, Copy)]
struct Making {
    ui: AppContext,
    here: Here,
    /// The number of the document, and the file name of the PDF.
    of: StoredValue<(String, String)>,
    busy: RwSignal<bool>,
    /// Whether the PDF is to be opened instead of saved.
    opens: RwSignal<bool>,
    /// The last success message.
    said: RwSignal<String>,
    /// The error. Empty if there is none.
    trouble: RwSignal<String>,
    /// A finished PDF for which no window could be opened, because a window opens only right after a click.
    ready: StoredValue<Vec<u8>>,
}

impl Making {
    fn new(ui: AppContext, files: &Files) -> Self {
        Self {
            ui,
            here: Here::new(),
            of: StoredValue::new((files.number.clone(), [&files.name, ".pdf"].concat())),
            busy: RwSignal::new(false),
            opens: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            trouble: RwSignal::new(String::new()),
            ready: StoredValue::new(Vec::new()),
        }
    }

    fn start(self, opens: bool) {
        self.opens.set(opens);
        self.trouble.set(String::new());
        let ready = self.ready.try_update_value(std::mem::take).unwrap_or_default();
        if !ready.is_empty() {
            self.hand_over(ready);
            return;
        }
        self.said.set(words::MAKING.to_owned());
        self.busy.set(true);
        let (number, _) = self.of.get_value();
        let store = self.ui.store;
        self.here.after(async move { store.pdf(&number).await }, move |made| {
            self.busy.set(false);
            match made {
                Ok(bytes) => self.hand_over(bytes),
                Err(PdfProblem::Missing(_)) => self.fail(words::MISSING),
                Err(PdfProblem::Late) => self.fail(words::LATE),
                Err(PdfProblem::Refused(reason)) => self.fail(words::refused(&reason)),
            }
        });
    }

    /// Opens the PDF, or offers it for download.
    fn hand_over(self, bytes: Vec<u8>) {
        const PDF: &str = "application/pdf";
        if !self.opens.get_untracked() {
            let (_, name) = self.of.get_value();
            if self.ui.store.save_file(&name, PDF, &bytes) {
                self.said.set(saving::saved(&name));
            } else {
                self.fail(words::NOT_SAVED);
            }
        } else if self.ui.store.open_file(PDF, &bytes) {
            let framed = self.ui.store.may_drop_files();
            let said = if framed {
                words::OPENED_FROM_FRAME
            } else {
                words::OPENED
            };
            self.said.set(said.to_owned());
        } else {
            self.ready.set_value(bytes);
            self.fail(words::NOT_OPENED);
        }
    }

    /// Offers a text for download.
    fn save(self, name: &str, content_type: &str, text: &str) {
        self.trouble.set(String::new());
        match self.ui.store.save_text(name, content_type, text) {
            DownloadOutcome::Saved => self.said.set(saving::saved(name)),
            DownloadOutcome::Opened => self.said.set(saving::opened(name)),
            DownloadOutcome::Refused => self.ui.tell(Tone::Error, saving::NOT_SAVED),
        }
    }

    fn fail(self, text: impl Into<String>) {
        self.said.set(String::new());
        self.trouble.set(text.into());
    }
}

/// The buttons for the files of a document, and their outcome.
#[component]
pub(crate) fn Downloads(files: Files) -> impl IntoView {
    let ui = AppContext::get();
    let making = Making::new(ui, &files);
    let framed = ui.store.may_drop_files();
    let Files { name, xml, csv, .. } = files;
    let file = |ending: &str| [&name, ending].concat();
    let (xml_name, csv_name) = (file(".xml"), file(".csv"));
    let reason = xml.as_ref().err().map(|it| it.why.to_owned());
    let text = xml.clone().unwrap_or_default();
    let save_xml = move |()| making.save(&xml_name, "application/xml", &text);
    let save_csv = move |()| making.save(&csv_name, "text/csv;charset=utf-8", &csv);
    let save_pdf = move |()| making.start(false);
    let open_pdf = move |()| making.start(true);
    let add_billing = matches!(xml, Err(NoXml { add_billing: true, .. })).then(|| {
        let href = move || ui.store.href("/invoices/billing");
        view! { <LinkButton href=href>{words::ADD_BILLING}</LinkButton> }
    });
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Primary icon=IconName::Download busy=making.busy on_click=save_pdf>
                {words::DOWNLOAD_PDF}
            </Button>
            <Button icon=IconName::External busy=making.busy on_click=open_pdf>{words::OPEN_PDF}</Button>
            <Button icon=IconName::Download disabled_reason=reason on_click=save_xml>{words::DOWNLOAD_XML}</Button>
            <Button icon=IconName::Download on_click=save_csv>{words::DOWNLOAD_CSV}</Button>
            {add_billing}
        </div>
        <p class="soft" role="status">{move || making.said.get()}</p>
        <Trouble making=making />
        {framed.then(|| view! { <WithoutDownloads xml=xml.ok() /> })}
    }
}

/// The error, and the button that retries.
#[component]
fn Trouble(making: Making) -> impl IntoView {
    let again = move |()| {
        making.start(making.opens.get_untracked());
        // The button disappears with the message.
        keep_focus();
    };
    move || {
        let text = Some(making.trouble.get()).filter(|text| !text.is_empty())?;
        let again = move || view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> };
        Some(view! { <MessageCard tone=Tone::Error action=again>{text}</MessageCard> })
    }
}

/// The alternatives to downloads, which may be dropped.
#[component]
fn WithoutDownloads(xml: Option<String>) -> impl IntoView {
    let copy = |xml: String| {
        view! {
            <CopyButton
                text=xml
                name=words::XML
                label=words::COPY_XML
                copied=page::COPIED
                selected=page::COPY_BY_HAND
            />
        }
    };
    view! {
        <p class="soft">{words::MAY_BE_DROPPED}</p>
        {xml.map(copy)}
    }
}
