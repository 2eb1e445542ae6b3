//! The people who match the address and the search text, and the selected ones.

use crate::app::context::AppContext;
use crate::components::{GridState, Here, Rows};
use crate::pages::people::answering::Answering;
use crate::pages::shared::list_page::ListPage;
use crate::store::{Group, Grouping, Snapshot, Span};
use leptos::prelude::*;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use view::PersonId;
use view::people::{Groups, People, Query, headline, name};

/// The name of the preference that stores the sort order.
const ORDER: &str = "people-order";

/// The state that the whole page works with. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct List {
    page: ListPage<Query>,
    here: Here,
    /// The access request that is being answered.
    pub answering: RwSignal<Option<Answering>>,
    everybody: Everybody,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// A list of people is a list page with additions.
impl Deref for List {
    type Target = ListPage<Query>;

    fn deref(&self) -> &Self::Target {
        &self.page
    }
}

/// All people of an account, computed once for each snapshot. Cheap to copy.
#[derive(Clone, Copy)]
struct Everybody {
    ui: AppContext,
    known: StoredValue<Option<Rc<Listed>>, LocalStorage>,
}

/// All people of an account in one snapshot.
struct Listed {
    snapshot: Rc<Snapshot>,
    /// The groups of Azure DevOps, if they have been read.
    groups_read: Option<Arc<Vec<Group>>>,
    /// The members of the groups, computed once for each directory.
    groups: Rc<Groups>,
    people: Rc<People>,
    /// The line that answers the main question of the page. The search does not change it.
    headline: Rc<str>,
}

/// The list for one snapshot and query.
pub(crate) struct Found {
    listed: Rc<Listed>,
    pub people: Rc<People>,
    /// The line that answers the main question of the page.
    pub headline: Rc<str>,
    pub query: Query,
    /// All rows in the order of the query. Searching does not sort them again.
    order: Rc<Vec<u32>>,
    /// The matching rows, by their index in `people`.
    pub keys: Rc<Vec<u32>>,
}

/// A selected person stays selected under a new index.
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

    /// All rows; tracked. Computed once, however many callers need them.
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

    /// The list; tracked. Computed once, however many callers need it: the order for each sort, the rows for each
    /// keystroke.
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

    /// Sorts by a column, or reverses the order if it is already sorted by that column. The next visit in Azure DevOps
    /// starts with that order.
    pub fn sort(self, column: &str) {
        let query = untrack(|| self.query()).sorted(column);
        self.ui.store.set_preference(ORDER, query.order());
        self.go(&query);
    }

    /// Applies the order of the previous visit, unless the address contains one.
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
