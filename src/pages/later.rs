//! Parts of the page that are fetched when they are first needed: each is a module of its own beside the first
//! (scripts/finish.sh cuts them apart).

use super::activation::{Shown, activation as show_activation};
use super::blocked::{AdministratorsOnly, BlockedPage};
use super::demo_bar::Demonstration;
use super::details::Details;
use super::invoices::InvoicesPage;
use super::order_dialog::{Intent, OrderDialog};
use super::people::PeoplePage;
use super::plans::PlansPage;
use super::reading::ReadingBar;
use super::saving::ExportJournal;
use super::scene::Ui;
use super::shortcuts::Shortcuts;
use super::status::LoadingPage;
use super::time::TimePage;
use crate::components::{Button, EmptyState, IconName, PageHeader, Skeleton, SkeletonKind, Tone};
use crate::dom::{Node, view};
use crate::store::later_style;
use crate::view::Role;
use crate::view::words::frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// A part, with what it is to show.
#[derive(Clone, Copy)]
pub enum Part {
    /// The plans.
    Plans,
    /// Something of activation.
    Activation(Shown),
    /// User Management.
    People,
    /// Invoices.
    Invoices,
    /// The dialog of every change, as soon as there is an intent.
    OrderDialog(RwSignal<Option<Intent>>),
    /// What stands below the answer of the Subscription page.
    Details,
    /// Time, for somebody in a role.
    Time(Role),
    /// The locked door and the neutral page.
    Blocked,
    /// The page of administrators, for others.
    AdministratorsOnly,
    /// What is to be saved of a journal that cannot be read.
    Rescue,
    /// The demo bar.
    Demonstration,
    /// How the people of Azure DevOps are read.
    Reading,
    /// The keys of the page in sight, while it is set.
    Shortcuts(RwSignal<bool>),
}

impl Part {
    /// Whether it is a dialog that is asked for now; tracked.
    fn asked(self) -> bool {
        match self {
            Self::OrderDialog(intent) => intent.with(Option::is_some),
            Self::Shortcuts(open) => open.get(),
            _ => false,
        }
    }

    /// Nobody asks for the dialog any more.
    fn give_up(self) {
        match self {
            Self::OrderDialog(intent) => intent.set(None),
            Self::Shortcuts(open) => open.set(false),
            _ => (),
        }
    }

    /// Whether it stands above the page instead of in it.
    fn is_dialog(self) -> bool {
        matches!(self, Self::OrderDialog(_) | Self::Shortcuts(_))
    }
}

/// What shows the parts of a module.
type Show = fn(Part) -> Node;

#[wasm_split(ordering, wasm_split_path = leptos::wasm_split, fallible)]
fn ordering() -> Result<Show, SplitLoaderError> {
    Ok(|part| match part {
        Part::OrderDialog(intent) => view! { <OrderDialog intent=intent /> },
        _ => view! { <PlansPage /> },
    })
}

#[wasm_split(details, wasm_split_path = leptos::wasm_split, fallible)]
fn details() -> Result<Show, SplitLoaderError> {
    Ok(|_| view! { <Details /> })
}

#[wasm_split(people, wasm_split_path = leptos::wasm_split, fallible)]
fn people() -> Result<Show, SplitLoaderError> {
    Ok(|_| view! { <PeoplePage /> })
}

#[wasm_split(activation, wasm_split_path = leptos::wasm_split, fallible)]
fn activation() -> Result<Show, SplitLoaderError> {
    Ok(|part| match part {
        Part::Activation(shown) => show_activation(shown),
        _ => Node::Nothing,
    })
}

#[wasm_split(invoices, wasm_split_path = leptos::wasm_split, fallible)]
fn invoices() -> Result<Show, SplitLoaderError> {
    Ok(|_| view! { <InvoicesPage /> })
}

#[wasm_split(everybody, wasm_split_path = leptos::wasm_split, fallible)]
fn everybody() -> Result<Show, SplitLoaderError> {
    Ok(|part| match part {
        Part::Time(role) => view! { <TimePage role=role /> },
        Part::AdministratorsOnly => view! { <AdministratorsOnly /> },
        Part::Shortcuts(open) => view! { <Shortcuts open=open /> },
        Part::Rescue => view! { <ExportJournal /> },
        _ => view! { <BlockedPage /> },
    })
}

#[wasm_split(demonstration, wasm_split_path = leptos::wasm_split, fallible)]
fn demonstration() -> Result<Show, SplitLoaderError> {
    Ok(|_| view! { <Demonstration /> })
}

#[wasm_split(reading, wasm_split_path = leptos::wasm_split, fallible)]
fn reading() -> Result<Show, SplitLoaderError> {
    Ok(|_| view! { <ReadingBar /> })
}

/// Fetches the module of a part, unless it is there already.
async fn fetch(part: Part) -> Result<Show, SplitLoaderError> {
    match part {
        Part::Plans | Part::OrderDialog(_) => ordering().await,
        Part::Details => details().await,
        Part::Activation(_) => activation().await,
        Part::People => people().await,
        Part::Invoices => invoices().await,
        Part::Time(_) | Part::Blocked | Part::AdministratorsOnly | Part::Shortcuts(_) | Part::Rescue => {
            everybody().await
        }
        Part::Demonstration => demonstration().await,
        Part::Reading => reading().await,
    }
}

/// How far a part has come.
#[derive(Clone, Copy)]
enum Stage {
    Coming,
    Here(Show),
    Missing,
}

/// A part, shown as soon as it is here.
#[component]
pub fn Later(
    /// Which.
    part: Part,
) -> impl IntoView {
    let ui = Ui::get();
    let stage = RwSignal::new(Stage::Coming);
    let start = move || {
        stage.set(Stage::Coming);
        spawn_local(async move {
            let now = match later_style().await {
                Ok(()) => fetch(part).await.map_or(Stage::Missing, Stage::Here),
                Err(_) => Stage::Missing,
            };
            // The page may have gone on meanwhile.
            let _ = stage.try_set(now);
            if matches!(now, Stage::Missing) && part.is_dialog() {
                ui.tell(Tone::Error, frame::PART_MISSING_TOAST);
                part.give_up();
            }
        });
    };
    start();
    if part.is_dialog() {
        Effect::new(move |_| {
            if part.asked() && matches!(stage.get_untracked(), Stage::Missing) {
                start();
            }
        });
    }
    move || match (stage.get(), part) {
        (Stage::Here(show), part) => show(part),
        (_, part) if part.is_dialog() => Node::Nothing,
        (Stage::Coming, Part::Rescue | Part::Reading | Part::Activation(Shown::Bar)) => Node::Nothing,
        (Stage::Coming, Part::Activation(Shown::Card)) => {
            view! { <Skeleton kind=SkeletonKind::Cards count=1 label=frame::LOADING /> }
        }
        (Stage::Coming, Part::Demonstration) => view! { <div class="demo demo-line"></div> },
        (Stage::Coming, Part::Details) => view! { <Skeleton kind=SkeletonKind::Cards count=3 label=frame::LOADING /> },
        (Stage::Coming, _) => view! { <LoadingPage /> },
        (Stage::Missing, _) => {
            let again = view! { <Button icon=IconName::Refresh on_click=move |()| start()>{frame::TRY_AGAIN}</Button> };
            let heading = !matches!(
                part,
                Part::Demonstration
                    | Part::Details
                    | Part::Rescue
                    | Part::Reading
                    | Part::Activation(Shown::Bar | Shown::Card)
            );
            view! {
                {heading.then(|| view! { <PageHeader title=frame::NOT_LOADED /> })}
                <EmptyState icon=IconName::Error title=frame::PART_MISSING_TITLE action=again.into_any()>
                    <p>{frame::PART_MISSING}</p>
                </EmptyState>
            }
        }
    }
}
