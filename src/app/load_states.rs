//! Loading, what went wrong, and what the reader should know whatever the page.

use crate::app::context::Ui;
use crate::components::{
    Button, ButtonKind, EmptyState, IconName, MessageCard, PageHeader, Progress, Skeleton, SkeletonKind, Tone, after,
};
use crate::pages::access::no_access::AskAgain;
use crate::pages::shared::background_booking::{Quick, again};
use crate::pages::shared::download::ExportJournal;
use crate::store::{Attempt, Load, Notice, Problem, SaveError, Saving};
use leptos::prelude::*;
use view::ProductAccess;
use view::prices::{Remedy, Unpriced, unpriced};
use view::words::{self, frame, order_words};

/// The page as long as nothing is there: the same outline as what comes.
#[component]
pub fn LoadingPage() -> impl IntoView {
    // Nobody knows yet who looks, so the heading says nothing of the product (ACC 6).
    view! { <WaitingPage title=frame::LOADING /> }
}

/// A page as long as what it is about is not there; how far that is stands above it.
#[component]
pub fn WaitingPage(
    /// Its heading.
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

/// Nothing could be loaded: what, why, what to do.
#[component]
pub fn LoadFailed() -> impl IntoView {
    let ui = Ui::get();
    // Nobody knows who looks, so nothing is said of the product (ACC 6).
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

/// Something that says itself what it is and what to do.
#[component]
fn Told(
    /// What it says.
    words: String,
) -> impl IntoView {
    let ui = Ui::get();
    let again = move |()| ui.store.reload();
    let action = move || view! { <Button icon=IconName::Refresh on_click=again>{frame::TRY_AGAIN}</Button> };
    view! {
        <PageHeader title=frame::NOT_LOADED />
        <EmptyState icon=IconName::Error title=frame::UNAVAILABLE_TITLE action=action>
            <p>{words}</p>
        </EmptyState>
    }
}

/// A newer program keeps what this one cannot read: only a reload helps.
#[component]
fn Newer(
    /// What cannot be read.
    detail: String,
) -> impl IntoView {
    let ui = Ui::get();
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

/// Sets aside what cannot be read and stops everybody; a second click confirms it.
#[component]
fn Repair() -> impl IntoView {
    let ui = Ui::get();
    let asked = RwSignal::new(false);
    let repair = move |()| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        // By then another page stands here; toasts outlive it.
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

/// What the reader should know, whatever the page.
#[component]
pub fn Notices() -> impl IntoView {
    let ui = Ui::get();
    let text = |notice: Notice| match notice {
        Notice::NotKept => frame::NOT_KEPT.to_owned(),
        Notice::SetAside(aside) => {
            let named: Vec<_> = aside.iter().map(|it| (it.id.as_str(), it.reason())).collect();
            frame::set_aside(&named)
        }
        Notice::Told(text) => text,
    };
    let notices = move || {
        let texts = ui.store.notices().into_iter().map(text);
        texts
            .map(|text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })
            .collect_view()
    };
    view! {
        {notices}
        <Prices />
        <NotEstablished />
    }
}

/// That it could not be asked who looks, where they are let in all the same; doors say it themselves (ACC 9).
#[component]
fn NotEstablished() -> impl IntoView {
    let ui = Ui::get();
    let is_inside = ui.memo(|scene| matches!(scene.access().product, ProductAccess::Open(_)));
    move || {
        let why = ui.store.unanswered().filter(|_| is_inside.get() == Some(true))?;
        Some(
            view! { <MessageCard tone=Tone::Warning title=words::NOT_ESTABLISHED action=|| view! { <AskAgain /> }>{why}</MessageCard> },
        )
    }
}

/// Why nothing that has a price can be booked, and what helps; nothing where it can.
#[component]
fn Prices() -> impl IntoView {
    let ui = Ui::get();
    let unpriced = ui.memo(unpriced);
    move || {
        let Unpriced { text, remedy } = unpriced.get().flatten()?;
        let action = match remedy {
            Remedy::TryAgain => {
                view! { <Button on_click=move |()| ui.store.reload()>{frame::TRY_AGAIN}</Button> }.into_any()
            }
            Remedy::Reload => {
                view! { <Button on_click=move |()| ui.store.reload_page()>{frame::RELOAD}</Button> }.into_any()
            }
            Remedy::Support => return Some(view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> }.into_any()),
        };
        Some(view! { <MessageCard tone=Tone::Warning action=move || action>{text}</MessageCard> }.into_any())
    }
}

/// How saving goes where no dialog tells: progress, then the question whether to go on waiting.
#[component]
pub fn QuickSaving() -> impl IntoView {
    let ui = Ui::get();
    // Each is asked about for itself: whoever tries one again gives up no other, and the others stay as they are.
    view! {
        <For each=move || ui.quick.get() key=|quick| quick.attempt let:quick>
            <QuickOne quick=quick />
        </For>
    }
}

/// How saving one of them goes.
#[component]
fn QuickOne(quick: Quick) -> impl IntoView {
    let ui = Ui::get();
    let attempt = quick.attempt;
    let again = Callback::new(move |()| again(ui, quick.clone()));
    move || match ui.store.saving(attempt) {
        Saving::Idle => None,
        Saving::Busy => Some(view! { <Progress label=frame::SAVING /> }.into_any()),
        Saving::Slow => Some(view! { <Slow attempt=attempt again=again /> }.into_any()),
    }
}

/// Saving takes long: keep waiting, or try again.
#[component]
pub fn Slow(
    /// What is being saved.
    attempt: Attempt,
    /// Tries it again.
    again: Callback<()>,
) -> impl IntoView {
    let ui = Ui::get();
    let action = move || {
        view! {
            <Button on_click=move |()| ui.store.keep_waiting(attempt)>{order_words::KEEP_WAITING}</Button>
            <Button kind=ButtonKind::Primary on_click=again>{order_words::TRY_AGAIN}</Button>
        }
    };
    view! { <MessageCard tone=Tone::Warning action=action>{order_words::SLOW}</MessageCard> }
}
