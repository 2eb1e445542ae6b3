//! Imports roles: the viewer selects a file or pastes a list, sees every change and every error, and books all of it or
//! nothing (ROL 3, ROL 5).

use crate::app::context::AppContext;
use crate::components::{Cell, Checkbox, Column, Disclosure, MessageCard, Table, TableRow, Tone};
use crate::pages::people::dialogs::add_methods::LISTED;
use crate::pages::people::dialogs::outcome::{Decision, Effects, Outcome, count, effect, raised, reason};
use crate::pages::people::dialogs::second_question::{Second, SecondQuestion};
use crate::pages::people::list::List;
use crate::pages::shared::booking_dialog::{BookingDialog, Decided, DialogBooking};
use crate::pages::shared::paste_or_file::{Source, SourceFields};
use leptos::prelude::*;
use view::Event;
use view::people::import::{Changes, Fault, Import, import, refusal};
use view::words::people_csv;

/// The state of the dialog. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct ImportState {
    ui: AppContext,
    list: List,
    open: RwSignal<bool>,
    source: Source,
    /// Whether to skip lines with errors.
    leave_out: RwSignal<bool>,
    raise: RwSignal<bool>,
    /// Whether the second question is shown, because a person was seen recently (LIC 3).
    second: RwSignal<bool>,
    booking: DialogBooking,
}

impl ImportState {
    pub fn new(list: List) -> Self {
        let open = RwSignal::new(false);
        Self {
            ui: list.ui,
            list,
            open,
            source: Source::new(),
            leave_out: RwSignal::new(false),
            raise: RwSignal::new(false),
            second: RwSignal::new(false),
            booking: DialogBooking::new(list.ui, move || open.get(), move || open.set(false)),
        }
    }

    /// Why nobody can import now; tracked.
    pub fn refusal(self) -> Option<String> {
        self.ui.model(refusal).flatten()
    }

    /// Opens the dialog, with nothing pasted or loaded.
    pub fn start(self) {
        self.source.clear();
        self.leave_out.set(false);
        self.raise.set(false);
        self.second.set(false);
        self.open.set(true);
    }

    /// The parsed file. `None` while nothing is pasted or loaded.
    fn import(self) -> Option<Import> {
        if !self.open.get() || self.source.with(|text| text.trim().is_empty()) {
            return None;
        }
        let found = self.list.found()?;
        self.source
            .with(|text| self.ui.model(|scene| import(scene, &found.people, text)))
    }
}

/// The button that opens the dialog, and the dialog.
#[component]
pub(crate) fn ImportRoles(state: ImportState) -> impl IntoView {
    let (ui, open) = (state.ui, state.open);
    let import = Memo::new(move |_| state.import());
    let command = move || {
        let import = import.get().filter(|it| it.is_ready(state.leave_out.get()))?;
        Some(import.command(state.second.get()))
    };
    let asked = Decision::new(ui, state.raise, command);
    let decided = asked.decided;
    let effect = effect(ui, decided);
    let second = Second::new(ui, decided, state.second);
    // A different table must be confirmed again.
    Effect::new(move |_| {
        import.track();
        state.second.set(false);
    });
    let blocked = move || match decided.get() {
        Some(decided) => Some(reason(ui, &decided.err()?)),
        None => Some(import.with(|import| words_of_blocked(import.as_ref())).to_owned()),
    };
    let confirm_words = move || {
        let changes = import.with(|import| import.as_ref().map_or(0, Import::count));
        second.confirm(people_csv::change(
            &count(ui, changes),
            raised(decided, effect).as_ref(),
        ))
    };
    let on_confirm = move |()| {
        if !second.asks() {
            confirm(state, decided);
        }
    };
    view! {
        <BookingDialog
            booking=state.booking
            open=state.open
            on_close=move |()| open.set(false)
            title=people_csv::IMPORT
            confirm=confirm_words
            keep=people_csv::KEEP
            disabled_reason=blocked
            on_confirm=on_confirm
        >
            <Body state=state import=import asked=asked effect=effect />
            <SecondQuestion second=second />
        </BookingDialog>
    }
}

/// Why there is nothing to confirm.
fn words_of_blocked(import: Option<&Import>) -> &'static str {
    match import {
        None => people_csv::FILE_FIRST,
        Some(import) if import.unread.is_some() => people_csv::FILE_FIRST,
        Some(import) if !import.faults.is_empty() && import.count() > 0 => people_csv::MEND_FIRST,
        Some(_) => people_csv::ALL_SO_ALREADY,
    }
}

/// Books what is decided now.
fn confirm(state: ImportState, decided: Decided) {
    let ui = state.ui;
    let told = move |events: &[Event]| {
        let changed = events.iter().map(|event| event.named().len()).sum();
        people_csv::changed(&untrack(|| count(ui, changed)))
    };
    if let Some(Ok(shown)) = decided.get_untracked() {
        state.booking.confirm(shown, told);
    }
}

/// The content of the dialog.
#[component]
fn Body(state: ImportState, import: Memo<Option<Import>>, asked: Decision, effect: Effects) -> impl IntoView {
    view! {
        <SourceFields source=state.source label=people_csv::TABLE hint=people_csv::TABLE_HINT />
        {move || import.get().map(|import| view! { <Report state=state import=import /> })}
        <Outcome asked=asked effect=effect raise=state.raise />
    }
}

/// The errors, then every change by role, then what stays the same.
#[component]
fn Report(state: ImportState, import: Import) -> impl IntoView {
    let ui = state.ui;
    let Import {
        changes,
        unchanged,
        faults,
        unread,
    } = import;
    if let Some(unread) = unread {
        return view! { <MessageCard tone=Tone::Error>{unread}</MessageCard> }.into_any();
    }
    let stay = (unchanged > 0).then(|| people_csv::unchanged(&count(ui, unchanged)));
    let heading = (!changes.is_empty()).then(|| view! { <h3>{people_csv::CHANGES}</h3> });
    let changes = changes
        .into_iter()
        .map(|it| view! { <ChangesOfRole ui=ui changes=it /> });
    view! {
        {(!faults.is_empty()).then(|| view! { <Faults state=state faults=faults /> })}
        {heading}
        {changes.collect_view()}
        {stay.map(|text| view! { <p class="soft">{text}</p> })}
    }
    .into_any()
}

/// The lines that cannot be read, and whether to skip them.
#[component]
fn Faults(state: ImportState, faults: Vec<Fault>) -> impl IntoView {
    let ui = state.ui;
    let all = faults.len();
    let rest = all.saturating_sub(LISTED);
    let more = (rest > 0).then(|| people_csv::and_more(&count(ui, rest)));
    let one = |fault: Fault| {
        let line = people_csv::at_line(fault.line);
        view! { <li><strong>{line}</strong>": "<span dir="auto">{fault.text}</span></li> }
    };
    let list = faults.into_iter().take(LISTED).map(one).collect_view();
    view! {
        <MessageCard tone=Tone::Warning title=people_csv::faults(&count(ui, all))>
            <ul class="report-list">{list}</ul>
            {more.map(|text| view! { <p>{text}</p> })}
        </MessageCard>
        <Checkbox
            label=people_csv::leave_out(&count(ui, all))
            checked=state.leave_out.get_untracked()
            on_change=move |on: bool| state.leave_out.set(on)
        />
    }
}

/// The people who get a role, each with their previous role.
#[component]
fn ChangesOfRole(ui: AppContext, changes: Changes) -> impl IntoView {
    let Changes { label, people, .. } = changes;
    let all = people.len();
    let rest = all.saturating_sub(LISTED);
    let more = (rest > 0).then(|| people_csv::and_more(&count(ui, rest)));
    let heading = people_csv::role_heading(&label, &count(ui, all));
    let columns = vec![
        Column::words(people_csv::PERSON),
        Column::words(people_csv::FROM),
        Column::words(people_csv::TO),
    ];
    let rows = people.into_iter().take(LISTED).map(|person| {
        let name = view! { <span dir="auto" class="wrapped">{person.name}</span> };
        let cells = vec![
            Cell::View(name.into_any()),
            Cell::Text(person.from),
            Cell::Text(label.clone()),
        ];
        TableRow::new(cells)
    });
    let rows: Vec<TableRow> = rows.collect();
    view! {
        <Disclosure summary=heading.clone()>
            <Table caption=heading caption_unseen=true columns=columns rows=rows />
            {more.map(|text| view! { <p class="soft">{text}</p> })}
        </Disclosure>
    }
}
