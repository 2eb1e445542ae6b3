//! Search and filters above the documents.

use crate::components::{Button, ButtonKind, Choice, FilterSelect, SearchBox};
use crate::pages::invoices::document_list::Ledger;
use leptos::prelude::*;
use view::invoices::{Period, Query, StatusFilter, name};
use view::words::{invoices as words, people};

const INVOICE: &str = "invoice";
const CREDIT_NOTE: &str = "credit_note";

/// The row of filters.
#[component]
pub(crate) fn Filters(ledger: Ledger) -> impl IntoView {
    let now = move |of: fn(&Query) -> Option<String>| move || of(&ledger.query()).unwrap_or_default();
    let change = move |name: &'static str| move |key: String| ledger.ui.store.set_values(&[(name, key)], true);
    // A memo: letters of a search bring no other periods.
    let known = Memo::new(move |_| ledger.found().map(|found| found.invoices.periods()).unwrap_or_default());
    let periods = move || {
        view! {
            <FilterSelect
                label=words::PERIOD
                choices=period_choices(&known.get())
                selected=now(|query| query.period.map(Period::key))
                on_select=change(name::PERIOD)
            />
        }
    };
    view! {
        <div class="filters people-filters" role="group" aria-label=people::FILTERS>
            <SearchBox
                label=words::SEARCH
                clear=people::CLEAR_SEARCH
                value=ledger.typed.text()
                on_input=move |text: String| ledger.typed.set(text)
            />
            {periods}
            <FilterSelect
                label=words::KIND
                choices=kind_choices()
                selected=now(|query| query.kind.map(|kind| kind.as_str().to_owned()))
                on_select=change(name::KIND)
            />
            <FilterSelect
                label=words::STATUS
                choices=status_choices()
                selected=now(|query| query.status.map(|status| status.as_str().to_owned()))
                on_select=change(name::STATUS)
            />
            <Show when=move || ledger.query().narrows()>
                <Button kind=ButtonKind::Subtle on_click=move |()| ledger.clear()>{people::CLEAR}</Button>
            </Show>
            <span class="found soft" role="status">{move || found(ledger)}</span>
        </div>
    }
}

fn period_choices(periods: &[Period]) -> Vec<Choice> {
    let any = Choice::new("", words::ANY_PERIOD);
    let each = periods.iter().map(|period| Choice::new(period.key(), period.key()));
    std::iter::once(any).chain(each).collect()
}

fn kind_choices() -> Vec<Choice> {
    vec![
        Choice::new("", words::ANY_KIND),
        Choice::new(INVOICE, words::INVOICES),
        Choice::new(CREDIT_NOTE, words::CREDIT_NOTES),
    ]
}

fn status_choices() -> Vec<Choice> {
    let any = Choice::new("", words::ANY_STATUS);
    let each = StatusFilter::ALL.map(|filter| Choice::new(filter.as_str(), filter.label()));
    std::iter::once(any).chain(each).collect()
}

/// "3 of 46 found", while anything narrows the list.
fn found(ledger: Ledger) -> Option<String> {
    let found = ledger.found().filter(|found| found.query.narrows())?;
    let shown = u32::try_from(found.keys.len()).unwrap_or(u32::MAX);
    let all = found.invoices.count();
    ledger
        .ui
        .model(|scene| words::found(&scene.format.number(shown), &scene.format.number(all)))
}
