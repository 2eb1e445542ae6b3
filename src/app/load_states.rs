//! The content while a page is loading, or if nothing can be shown.

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, EmptyState, IconName, PageHeader, Skeleton, SkeletonKind, Tone, after};
use crate::pages::shared::download::ExportJournal;
use crate::store::{Load, Problem, SaveError};
use leptos::prelude::*;
use view::words::frame;

/// The page before anything is loaded. It has the same outline as the loaded page.
#[component]
pub fn LoadingPage() -> impl IntoView {
    // The viewer is not known yet, so the heading does not mention the product (ACC 6).
    view! { <WaitingPage title=frame::LOADING /> }
}

/// A page whose content is not loaded yet. The banners above it show the progress.
#[component]
pub fn WaitingPage(
    /// The heading.
    title: &'static str,
) -> impl IntoView {
    view! {
        <PageHeader title=title />
        <div class="page-content">
            <Skeleton kind=SkeletonKind::Stats count=3 label=frame::LOADING />
            <Skeleton kind=SkeletonKind::Cards count=2 label=frame::LOADING />
        </div>
    }
}

/// Nothing could be loaded: what happened, why, and what to do.
#[component]
pub fn LoadFailed() -> impl IntoView {
    let ui = AppContext::get();
    // The viewer is not known, so the text does not mention the product (ACC 6).
    let (title, text, detail, exports) = match untrack(|| ui.store.load()) {
        Load::Failed(Problem::Newer(detail)) => return view! { <Newer detail=detail /> }.into_any(),
        Load::Failed(Problem::Damaged { problem, .. }) => (frame::DAMAGED_TITLE, frame::DAMAGED, problem, true),
        Load::Failed(Problem::Unreleased) => (frame::UNRELEASED_TITLE, frame::UNRELEASED, String::new(), true),
        Load::Failed(Problem::Vanished) => (frame::VANISHED_TITLE, frame::VANISHED, String::new(), true),
        Load::Failed(Problem::OtherDeployment { journal, host }) => (
            frame::OTHER_TITLE,
            frame::OTHER,
            frame::other_deployment(journal.as_str(), host.as_str()),
            true,
        ),
        Load::Failed(Problem::Told(words)) => return view! { <Told words=words /> }.into_any(),
        Load::Failed(Problem::Unavailable(detail)) => (frame::UNAVAILABLE_TITLE, frame::UNAVAILABLE, detail, false),
        _ => (frame::UNAVAILABLE_TITLE, frame::UNAVAILABLE, String::new(), false),
    };
    let action = move || {
        view! {
            {exports.then(|| view! { <ExportJournal /> })}
            {ui.store.can_repair().map(|_| view! { <Repair /> })}
            <Button icon=IconName::Refresh on_click=move |()| ui.store.reload()>{frame::TRY_AGAIN}</Button>
        }
    };
    view! {
        <PageHeader title=frame::NOT_LOADED />
        <EmptyState icon=IconName::Error title=title action=action>
            <p>{text}</p>
            <p class="quiet">{detail}</p>
        </EmptyState>
    }
    .into_any()
}

/// A problem whose text already says what happened and what to do.
#[component]
fn Told(
    /// The text.
    words: String,
) -> impl IntoView {
    let ui = AppContext::get();
    let again = move |()| ui.store.reload();
    let action = move || view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> };
    view! {
        <PageHeader title=frame::NOT_LOADED />
        <EmptyState icon=IconName::Error title=frame::UNAVAILABLE_TITLE action=action>
            <p>{words}</p>
        </EmptyState>
    }
}

/// A newer program stored data that this one cannot read. Only a reload helps.
#[component]
fn Newer(
    /// What cannot be read.
    detail: String,
) -> impl IntoView {
    let ui = AppContext::get();
    let reload = move |()| ui.store.reload_page();
    let action =
        view! { <Button kind=ButtonKind::Primary icon=IconName::Refresh on_click=reload>{frame::RELOAD}</Button> };
    view! {
        <PageHeader title=frame::NOT_LOADED />
        <EmptyState icon=IconName::Error title=frame::NEWER_TITLE action=move || action>
            <p>{frame::NEWER}</p>
            <p class="quiet">{detail}</p>
        </EmptyState>
    }
}

/// Sets aside the unreadable lines that block everyone. A second click confirms it.
#[component]
fn Repair() -> impl IntoView {
    let ui = AppContext::get();
    let asked = RwSignal::new(false);
    let repair = move |()| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        // By then a different page is shown. Toasts outlive this one.
        after(ui.store.repair(), move |repaired| {
            if let Err(error) = repaired {
                let words = match error {
                    SaveError::Service(_, words) => words,
                    _ => frame::SAVE_FAILED.to_owned(),
                };
                ui.tell(Tone::Error, words);
            }
        });
    };
    let words = move || if asked.get() { frame::REPAIR_NOW } else { frame::REPAIR };
    view! {
        <Button on_click=repair>{words}</Button>
        {move || asked.get().then(|| view! { <p>{frame::REPAIR_ASKED}</p> })}
    }
}
