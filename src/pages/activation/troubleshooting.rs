//! Troubleshooting: every check, the requests to the vendor, and a report for support (ACT 8).

use crate::app::context::AppContext;
use crate::components::{
    Button, ButtonKind, Card, Cell, Column, CopyButton, IconName, LinkButton, PageHeader, Pill, Table, TableRow, Tone,
    after,
};
use crate::pages::activation::failure::failure_text;
use crate::store::{ActivationError, Contact, Stage};
use leptos::prelude::*;
use view::activation::trouble::{Asked, Check, Found, Outcome, Service, checks, report, support};
use view::route::Route;
use view::words::activation as words;

/// The path below the activation page.
pub(crate) const PATH: &str = "/troubleshooting";

/// The address of Troubleshooting.
pub(crate) fn href(ui: AppContext) -> String {
    ui.store.href(&[Route::Activation.path(), PATH].concat())
}

#[component]
pub fn TroubleshootingPage() -> impl IntoView {
    let ui = AppContext::get();
    let busy = move || ui.store.asking() != Stage::Idle;
    let run = move |()| {
        after(ui.store.check_service(), move |outcome| {
            if outcome.is_ok() {
                ui.tell(Tone::Success, words::RAN);
            } else {
                ui.tell(Tone::Warning, words::RAN_FAILED);
            }
        });
    };
    let actions = move || {
        view! {
            <LinkButton href=move || ui.store.href(Route::Activation.path())>{words::BACK_TO_SETTINGS}</LinkButton>
            <Button kind=ButtonKind::Primary icon=IconName::Refresh busy=Signal::derive(busy) on_click=run>
                {words::RUN}
            </Button>
        }
    };
    view! {
        <PageHeader
            title=words::TROUBLESHOOTING
            subtitle=words::TROUBLESHOOTING_SUBTITLE
            actions=actions
        />
        <div class="page-content">
            <Findings />
        </div>
    }
}

/// The checks, the requests, and the report.
#[component]
fn Findings() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(move |scene| {
        with_found(ui, None, |found| {
            let text = report(scene, found);
            (checks(scene, found), found.asked.to_vec(), support(scene, &text), text)
        })
    });
    let cards = |(checks, asked, support, text)| {
        view! {
            <ChecksCard checks=checks />
            <ContactsCard asked=asked />
            <ReportCard support=support text=text />
        }
    };
    move || model.get().map(cards)
}

/// A link to support with the report filled in, shown beside an error (ACT 8). Empty if there is no support address.
#[component]
pub(crate) fn SupportLink(
    /// The text of the error.
    failed: String,
) -> impl IntoView {
    let ui = AppContext::get();
    let href = ui.now(|scene| with_found(ui, Some(&failed), |found| support(scene, &report(scene, found))));
    href.flatten()
        .map(|href| view! { <LinkButton href=href external=true>{words::SUPPORT}</LinkButton> })
}

/// Calls `look` with what only the page knows; tracked. `failed` is the text of the latest error.
fn with_found<T>(ui: AppContext, failed: Option<&str>, look: impl FnOnce(&Found<'_>) -> T) -> T {
    let last = ui.store.asked();
    let contacts = ui.store.contacts();
    let instance = untrack(|| ui.store.snapshot()).and_then(|now| now.instance());
    let asked: Vec<Asked> = contacts.iter().map(asked).collect();
    let service = match &last {
        None => Service::NotAsked,
        Some(Err(trouble @ ActivationError::Unreached(..))) => Service::NoAnswer(failure_text(ui, trouble)),
        Some(_) => Service::Answered,
    };
    let checked = match &last {
        Some(Err(trouble @ (ActivationError::Failed(..) | ActivationError::OtherSubscription(_)))) => {
            Some(failure_text(ui, trouble))
        }
        _ => None,
    };
    let unreached = matches!(&service, Service::NoAnswer(why) if Some(why.as_str()) == failed);
    look(&Found {
        instance: instance.as_ref(),
        service,
        failed: failed.filter(|_| !unreached).map(str::to_owned).or(checked),
        asked: &asked,
    })
}

fn asked(contact: &Contact) -> Asked {
    let status = contact.status.map(|status| status.to_string());
    Asked {
        instant: contact.instant.clone(),
        url: contact.url.clone(),
        answer: status.unwrap_or_else(|| words::NOTHING_CAME.to_owned()),
        took: words::took(contact.took_ms),
    }
}

/// Every check with its result.
#[component]
fn ChecksCard(checks: Vec<Check>) -> impl IntoView {
    let columns = [words::CHECK, words::OUTCOME, words::FOUND].map(Column::words).into();
    let row = |it: Check| {
        let (tone, text) = match it.outcome {
            Outcome::Pass => (Tone::Success, words::PASS),
            Outcome::Fail => (Tone::Error, words::FAIL),
            Outcome::Open => (Tone::Neutral, words::OPEN),
        };
        TableRow::new(vec![
            Cell::text(it.what),
            Cell::View(view! { <Pill tone=tone with_icon=true text=text /> }.into_any()),
            Cell::Text(it.detail),
        ])
    };
    let rows = checks.into_iter().map(row).collect();
    view! {
        <Card title=words::CHECKS>
            <Table caption=words::CHECKS caption_unseen=true columns=columns rows=rows />
        </Card>
    }
}

/// The requests, the newest first.
#[component]
fn ContactsCard(asked: Vec<Asked>) -> impl IntoView {
    let columns = [words::WHEN, words::URL, words::ANSWER, words::TOOK]
        .map(Column::words)
        .into();
    let row = |it: Asked| TableRow::new([it.instant, it.url, it.answer, it.took].map(Cell::Text).into());
    let rows: Vec<TableRow> = asked.into_iter().rev().map(row).collect();
    let body = if rows.is_empty() {
        view! { <p class="soft">{words::NO_CONTACTS}</p> }.into_any()
    } else {
        view! { <Table caption=words::CONTACTS caption_unseen=true columns=columns rows=rows /> }.into_any()
    };
    view! { <Card title=words::CONTACTS>{body}</Card> }
}

/// The report, to copy or send.
#[component]
fn ReportCard(
    /// The link to support with the report filled in.
    support: Option<String>,
    /// The report.
    text: String,
) -> impl IntoView {
    let link = support.map(|href| view! { <LinkButton href=href external=true>{words::SUPPORT}</LinkButton> });
    view! {
        <Card title=words::REPORT_TITLE>
            <p>{words::REPORT_TEXT}</p>
            <div class="card-buttons">
                <CopyButton
                    text=text
                    name=words::REPORT_TITLE
                    label=words::COPY_REPORT
                    copied=words::COPIED
                    selected=words::COPY_BY_HAND
                    lines=14
                />
                {link}
            </div>
        </Card>
    }
}
