//! Search and filters above the documents.

use crate::components::{Choice, FilterSelect};
use crate::pages::invoices::document_list::DocumentList;
use crate::pages::shared::list_page::ListFilters;
use leptos::prelude::*;
use view::invoices::{Period, Query, StatusFilter, name};
use view::list_query::ListQuery;
use view::words::invoices as words;

const INVOICE: &str = "invoice";
const CREDIT_NOTE: &str = "credit_note";

#[component]
pub(crate) fn Filters(list: DocumentList) -> impl IntoView {
    let now = move |of: fn(&Query) -> Option<String>| move || of(&list.query()).unwrap_or_default();
    let change = move |name: &'static str| move |key: String| list.ui.store.set_values(&[(name, key)], true);
    // A memo, because typing in the search does not change the periods.
    let known = Memo::new(move |_| list.found().map(|found| found.invoices.periods()).unwrap_or_default());
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
        <ListFilters page=*list search_label=words::SEARCH found=move || found(list)>
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
        </ListFilters>
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

/// "3 of 46 found", if the list is filtered.
fn found(list: DocumentList) -> Option<String> {
    let found = list.found().filter(|found| found.query.narrows())?;
    let shown = u32::try_from(found.keys.len()).unwrap_or(u32::MAX);
    let all = found.invoices.count();
    list.ui
        .model(|scene| words::found(&scene.format.number(shown), &scene.format.number(all)))
}
