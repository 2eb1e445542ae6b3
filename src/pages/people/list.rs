//! The list as it stands: who is in it by the address and by what is being typed, and what is selected of it.

use crate::app::context::AppContext;
use crate::components::{GridState, Here, Rows};
use crate::pages::people::answering::Answering;
use crate::pages::shared::list_page::{ListPage, ListQuery};
use crate::store::{Group, Grouping, Snapshot, Span};
use leptos::prelude::*;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use view::PersonId;
use view::people::{Groups, People, Query, headline, name};

/// The name under which the order is kept.
const ORDER: &str = "people-order";

/// What everything on the page works with; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct List {
    page: ListPage<Query>,
    here: Here,
    /// Whose request is being answered.
    pub answering: RwSignal<Option<Answering>>,
    everybody: Everybody,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// A list of people is a list page, with more.
impl Deref for List {
    type Target = ListPage<Query>;

    fn deref(&self) -> &Self::Target {
        &self.page
    }
}

impl ListQuery for Query {
    const TEXT: &'static str = name::TEXT;

    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>, text: String) -> Self {
        Self {
            text,
            ..Self::read(value)
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values().into()
    }

    fn cleared(&self) -> Self {
        self.cleared()
    }

    fn narrows(&self) -> bool {
        self.narrows()
    }

    fn can_be_cleared(&self) -> bool {
        self.filters()
    }

    fn is_other_list(&self, before: &Self) -> bool {
        self.tab != before.tab
    }
}

/// Everybody of an account, made once for it; cheap to copy.
#[derive(Clone, Copy)]
struct Everybody {
    ui: AppContext,
    known: StoredValue<Option<Rc<Listed>>, LocalStorage>,
}

/// Everybody of an account at a moment.
struct Listed {
    snapshot: Rc<Snapshot>,
    /// The groups of Azure DevOps, as far as they were read.
    groups_read: Option<Arc<Vec<Group>>>,
    /// Who is in which group; made once a directory.
    groups: Rc<Groups>,
    people: Rc<People>,
    /// The answer to the page's question; no key changes it.
    headline: Rc<str>,
}

/// The list of a moment.
pub(crate) struct Found {
    listed: Rc<Listed>,
    pub people: Rc<People>,
    /// The answer to the page's question.
    pub headline: Rc<str>,
    pub query: Query,
    /// All rows in the order of the query; searching does not sort anew.
    order: Rc<Vec<u32>>,
    /// The rows that are wanted, by their numbers in `people`.
    pub keys: Rc<Vec<u32>>,
}

/// Who is selected stays so under a new number.
impl Rows for Listed {
    type Id = PersonId;

    fn count(&self) -> u32 {
        u32::try_from(self.people.rows().len()).unwrap_or(u32::MAX)
    }

    fn id(&self, key: u32) -> Option<PersonId> {
        Some(self.people.get(key)?.id.clone())
    }
}

impl Everybody {
    fn new(ui: AppContext) -> Self {
        Self {
            ui,
            known: StoredValue::new_local(None),
        }
    }

    /// All rows; tracked. They are made once, however many ask.
    fn get(self) -> Option<Rc<Listed>> {
        let store = self.ui.store;
        let snapshot = store.snapshot()?;
        let known = self.known.try_get_value()?;
        let groups_read = store.groups_read();
        let same_groups = |known: &Rc<Listed>| match (&known.groups_read, &groups_read) {
            (Some(known), Some(now)) => Arc::ptr_eq(known, now),
            (known, now) => known.is_none() && now.is_none(),
        };
        let usable = known.filter(same_groups);
        if let Some(known) = usable.as_ref().filter(|known| Rc::ptr_eq(&known.snapshot, &snapshot)) {
            return Some(Rc::clone(known));
        }
        let _span = Span::new("the list");
        let groups = match usable.filter(|known| Rc::ptr_eq(&known.snapshot.people, &snapshot.people)) {
            Some(known) => Rc::clone(&known.groups),
            None => Rc::new(self.groups(&snapshot)),
        };
        let (people, headline) = self.ui.model(|scene| {
            let people = People::with_groups(scene, &groups);
            let headline = headline(scene, &people).into();
            (Rc::new(people), headline)
        })?;
        let listed = Rc::new(Listed {
            snapshot,
            groups_read,
            groups,
            people,
            headline,
        });
        self.known.set_value(Some(Rc::clone(&listed)));
        Some(listed)
    }

    fn groups(self, snapshot: &Snapshot) -> Groups {
        let Grouping::Here(groups) = self.ui.store.groups() else {
            return Groups::default();
        };
        let named = groups.iter().map(|group| (group.name.as_str(), &group.members[..]));
        Groups::new(&snapshot.people, named)
    }
}

impl List {
    pub fn new(ui: AppContext) -> Self {
        let everybody = Everybody::new(ui);
        Self {
            page: ListPage::new(ui, GridState::new(move || everybody.get())),
            here: Here::new(),
            answering: RwSignal::new(None),
            everybody,
            known: StoredValue::new_local(None),
        }
    }

    /// The list; tracked. It is made once, however many ask: the order once a sort, the rows once a letter.
    pub fn found(self) -> Option<Rc<Found>> {
        let (listed, query) = (self.everybody.get()?, self.query());
        let known = self.known.try_get_value()?;
        let known = known.filter(|known| Rc::ptr_eq(&known.listed, &listed));
        if let Some(known) = known.as_ref().filter(|known| known.query == query) {
            return Some(Rc::clone(known));
        }
        let sorted = |known: &&Rc<Found>| (known.query.sort, known.query.descending) == (query.sort, query.descending);
        let people = Rc::clone(&listed.people);
        let order = match known.as_ref().filter(sorted) {
            Some(known) => Rc::clone(&known.order),
            None => Rc::new(people.order(query.sort, query.descending)),
        };
        let narrower = known.as_ref().filter(|known| query.is_within(&known.query));
        let among = narrower.map_or(&order, |known| &known.keys);
        let keys = Rc::new(people.matching(among, &query));
        let found = Rc::new(Found {
            people,
            headline: Rc::clone(&listed.headline),
            listed,
            query,
            order,
            keys,
        });
        self.known.set_value(Some(Rc::clone(&found)));
        Some(found)
    }

    /// Sorts by a column, and by it the other way round; the next visit in Azure DevOps begins with that order.
    pub fn sort(self, column: &str) {
        let query = untrack(|| self.query()).sorted(column);
        self.ui.store.set_preference(ORDER, query.order());
        self.go(&query);
    }

    /// Takes over the order of the visit before, unless the address names one.
    pub fn remember_order(self) {
        let store = self.ui.store;
        self.here.after(store.preference(ORDER), move |order| {
            let sorted = untrack(|| store.params()).get(name::SORT).is_some();
            if let Some(order) = order.filter(|_| !sorted) {
                store.set_values(&[(name::SORT, order)], false);
            }
        });
    }

    /// Opens the panel of a row, or closes it.
    pub fn show_person(self, id: Option<&PersonId>) {
        let id = id.map(|id| id.as_str().to_owned()).unwrap_or_default();
        self.ui.store.set_values(&[(name::PERSON, id)], true);
    }
}
