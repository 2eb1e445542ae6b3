//! The history: who did what, when, and under which rule. It can be filtered and exported.

use crate::app::context::AppContext;
use crate::app::order_intent::OrderIntent;
use crate::components::{
    Button, ButtonKind, Card, Cell, Choice, Column, IconName, MessageCard, Segmented, Table, TableRow, Tone, after,
};
use crate::pages::invoices::links::DocumentLink;
use crate::pages::shared::download::save_journal;
use crate::pages::shared::figures::soft;
use crate::store::VerificationProblem;
use leptos::prelude::*;
use view::Scene;
use view::history::{DocumentMention, Entry, Topic, history};
use view::words::{page, undo};

/// The number of rows shown at first.
const FIRST: usize = 8;

#[component]
pub fn HistoryCard() -> impl IntoView {
    let ui = AppContext::get();
    let topic = RwSignal::new("all".to_owned());
    let all = RwSignal::new(false);
    let choices = vec![
        Choice::new("all", page::EVERYTHING),
        Choice::new("subscription", page::ABOUT_SUBSCRIPTION),
        Choice::new("people", page::ABOUT_PEOPLE),
    ];
    let check = RwSignal::new(None::<Check>);
    let actions = move || {
        view! {
            <Button busy=move || matches!(check.get(), Some(Check::Running(..))) on_click=move |()| verify(ui, check)>
                {page::VERIFY}
            </Button>
            <Button icon=IconName::Download on_click=move |()| save_journal(ui)>{page::EXPORT}</Button>
        }
    };
    let model = ui.memo(move |scene: &Scene<'_>| {
        let wanted = topic.get();
        let fits = |entry: &Entry| match entry.topic {
            Topic::Subscription => wanted != "people",
            Topic::People => wanted != "subscription",
        };
        history(scene).into_iter().filter(fits).collect::<Vec<_>>()
    });
    let list = move |entries: Vec<Entry>| match entries.is_empty() {
        true => soft(page::NO_HISTORY).into_any(),
        false => {
            let shown = if all.get() { usize::MAX } else { FIRST };
            view! { <Entries entries=entries shown=shown on_all=move |()| all.set(true) /> }.into_any()
        }
    };
    view! {
        <Card title=page::HISTORY action=actions>
            <CheckResult check=check />
            <Segmented label=page::SHOW choices=choices selected=topic on_select=move |key: String| topic.set(key) />
            {move || model.get().map(list)}
        </Card>
    }
}

/// How far verifying the history is, and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Check {
    /// How many entries of how many are checked.
    Running(usize, usize),
    /// How many entries follow the rules.
    Passed(usize),
    /// Why it failed.
    Failed(VerificationProblem),
}

/// Decides every entry again, and shows the result as long as the card is there.
fn verify(ui: AppContext, check: RwSignal<Option<Check>>) {
    check.set(Some(Check::Running(0, 0)));
    let on_progress = move |done, all| drop(check.try_set(Some(Check::Running(done, all))));
    after(ui.store.verify(on_progress), move |result| {
        let result = match result {
            Ok(entries) => Check::Passed(entries),
            Err(problem) => Check::Failed(problem),
        };
        drop(check.try_set(Some(result)));
    });
}

/// The result of verifying.
#[component]
fn CheckResult(check: RwSignal<Option<Check>>) -> impl IntoView {
    let ui = AppContext::get();
    let number = move |count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        ui.now(|scene| scene.format.number(count)).unwrap_or_default()
    };
    let result = move || match check.get()? {
        Check::Running(_, 0) => None,
        Check::Running(done, all) => Some(soft(page::verifying(&number(done), &number(all))).into_any()),
        Check::Passed(entries) => {
            let text = page::verified(&number(entries));
            Some(view! { <MessageCard tone=Tone::Success quiet=true>{text}</MessageCard> }.into_any())
        }
        Check::Failed(VerificationProblem::Unavailable) => {
            Some(view! { <MessageCard tone=Tone::Warning>{page::NOT_READ}</MessageCard> }.into_any())
        }
        Check::Failed(VerificationProblem::Differs(error)) => {
            let text = page::not_verified(&error.to_string());
            Some(view! { <MessageCard tone=Tone::Error>{text}</MessageCard> }.into_any())
        }
    };
    view! { <div role="status">{result}</div> }
}

/// The first entries, or all of them.
#[component]
fn Entries(
    /// All entries.
    entries: Vec<Entry>,
    /// The number of entries shown.
    shown: usize,
    /// Shows all entries.
    #[prop(into)]
    on_all: Callback<()>,
) -> impl IntoView {
    let ui = AppContext::get();
    let more = entries.len() > shown;
    let columns = vec![
        Column::words(page::WHAT),
        Column::words(page::DATE),
        Column::words(page::WHO),
        Column::words(page::DOCUMENT),
        Column::words(page::RULE),
    ];
    let rows = entries.into_iter().take(shown).map(|entry| row(ui, entry)).collect();
    let show_all = || view! { <Button kind=ButtonKind::Subtle on_click=on_all>{page::SHOW_ALL}</Button> };
    view! {
        <Table caption=page::HISTORY caption_unseen=true columns=columns rows=rows />
        {more.then(show_all)}
    }
}

fn row(ui: AppContext, entry: Entry) -> TableRow {
    let Entry {
        day,
        what,
        document,
        who,
        rule,
        can_be_undone,
        ..
    } = entry;
    let open = move |()| ui.order.set(Some(OrderIntent::Undo));
    let what = if can_be_undone {
        let undo = view! { <Button kind=ButtonKind::Link on_click=open>{undo::UNDO}</Button> };
        Cell::View(view! { {what} " " {undo} }.into_any())
    } else {
        Cell::Text(what)
    };
    let document = document.map(|DocumentMention { number, total }| {
        let link = view! { <DocumentLink number=number /> };
        Cell::View(view! { {link} ", " {total} }.into_any())
    });
    TableRow::new(vec![
        what,
        Cell::Text(day.text),
        Cell::Text(who),
        document.unwrap_or_else(|| Cell::Text(String::new())),
        Cell::Text(rule.to_owned()),
    ])
}
