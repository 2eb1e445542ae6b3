//! The bar above every page that shows the progress of reading people from Azure DevOps, and what is missing if reading
//! stopped.

use crate::app::context::AppContext;
use crate::components::{Button, IconName, MessageCard, Progress, Tone, after};
use crate::store::{DirectorySync, Locale, Stopped};
use leptos::prelude::*;
use view::format::Format;
use view::words::{frame, reading as words};

/// The number of people at which the progress is first announced, and then again each time it has doubled.
const SAID_FIRST: u32 = 1_000;

/// The bar. Empty if there is nothing to report.
#[component]
pub fn ReadingBar() -> impl IntoView {
    let ui = AppContext::get();
    say(ui);
    let under_way = Memo::new(move |_| ui.store.is_reading());
    // The elements stay while the number changes, so that they keep the focus.
    view! {
        <Show when=move || under_way.get() fallback=|| view! { <Missing /> }>
            <UnderWay />
        </Show>
    }
}

fn number(count: u32) -> String {
    // Counts need no currency.
    let format = Locale {
        currency: String::new(),
    };
    format.number(count)
}

/// Announces the progress from time to time, for people who use a screen reader.
fn say(ui: AppContext) {
    Effect::new(move |next: Option<u32>| match (next, ui.store.directory_sync()) {
        (None | Some(0), DirectorySync::Under { .. }) => {
            ui.speaker.say(words::BEGINS);
            SAID_FIRST
        }
        (Some(next), DirectorySync::Under { people, .. }) if people >= next => {
            ui.speaker.say(&words::so_far(&number(people)));
            people.saturating_mul(2)
        }
        (next, DirectorySync::Under { .. }) => next.unwrap_or(0),
        _ => 0,
    });
}

/// The progress.
#[component]
fn UnderWay() -> impl IntoView {
    let ui = AppContext::get();
    let text = move || match ui.store.directory_sync() {
        DirectorySync::Under { waits: Some(it), .. } => words::waits(it),
        DirectorySync::Under { people, .. } => words::so_far(&number(people)),
        _ => String::new(),
    };
    view! {
        <section class="message reading" aria-label=words::BEGINS>
            <div class="message-main">
                <div class="message-text">
                    <div>{text}</div>
                    <Progress label=words::BEGINS />
                </div>
            </div>
            <div class="message-action">
                <Button on_click=move |()| ui.store.stop_reading()>{words::CANCEL}</Button>
            </div>
        </section>
    }
}

/// What is missing, and the button that reads it.
#[component]
fn Missing() -> impl IntoView {
    let ui = AppContext::get();
    move || {
        let DirectorySync::Stopped { people, why, kept } = ui.store.directory_sync() else {
            return None;
        };
        let why = match &why {
            Stopped::Canceled => None,
            Stopped::Failed(words) => Some(words.as_str()),
        };
        let text = words::stopped(people, &number(people), why);
        let (title, means) = if kept {
            (words::NOT_AGAIN, words::KEPT)
        } else {
            (words::INCOMPLETE, words::MEANS)
        };
        let action =
            move || view! { <Button icon=IconName::Refresh on_click=move |()| again(ui)>{frame::TRY_AGAIN}</Button> };
        Some(view! {
            <MessageCard tone=Tone::Warning title=title action=action>
                {text}
                " "
                {means}
            </MessageCard>
        })
    }
}

/// Reads everyone again, and reports success.
pub fn again(ui: AppContext) {
    after(ui.store.read_people_again(), move |people| {
        if let Some(people) = people {
            ui.tell(Tone::Success, words::read_again(people, &number(people)));
        }
    });
}
