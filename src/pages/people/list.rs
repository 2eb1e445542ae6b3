//! The list as it stands: who is in it by the address and by what is being typed, and what is selected of it.

use super::answer::Answering;
use crate::components::{GridState, Here};
use crate::pages::scene::Ui;
use crate::pages::typed::Typed;
use crate::store::{Group, Grouping, Snapshot, Span};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use view::PersonId;
use view::people::{Groups, People, Query, headline, name};

/// The name under which the order is kept.
const ORDER: &str = "people-order";

/// What everything on the page works with; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub ui: Ui,
    here: Here,
    /// What is selected and where the focus is.
    pub grid: GridState,
    /// What is searched for.
    pub typed: Typed,
    /// Whose request is being answered.
    pub answering: RwSignal<Option<Answering>>,
    query: Memo<Query>,
    known: StoredValue<Option<Rc<Found>>, LocalStorage>,
}

/// The list of a moment.
pub(super) struct Found {
    snapshot: Rc<Snapshot>,
    /// The groups of Azure DevOps, as far as they were read.
    groups_read: Option<Arc<Vec<Group>>>,
    /// Who is in which group; made once a directory.
    groups: Rc<Groups>,
    pub people: Rc<People>,
    /// The answer to the page's question; no key changes it.
    pub headline: Rc<str>,
    pub query: Query,
    /// All rows in the order of the query; searching does not sort anew.
    order: Rc<Vec<u32>>,
    /// The rows that are wanted, by their numbers in `people`.
    pub keys: Rc<Vec<u32>>,
}

impl List {
    pub fn new(ui: Ui) -> Self {
        let typed = Typed::new(ui, name::TEXT);
        Self {
            ui,
            here: Here::new(),
            grid: GridState::new(),
            typed,
            answering: RwSignal::new(None),
            // A memo: with every letter many ask, and only one needs to read the address.
            query: Memo::new(move |_| {
                let params = ui.store.params();
                Query {
                    text: typed.text().get(),
                    ..Query::read(&|name| params.get(name))
                }
            }),
            known: StoredValue::new_local(None),
        }
    }

    /// What is wanted; tracked.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// The list; tracked. It is made once, however many ask: all of it for another account, the order for another sort.
    pub fn found(self) -> Option<Rc<Found>> {
        let (snapshot, query) = (self.ui.store.snapshot()?, self.query());
        let known = self.known.try_get_value()?;
        let groups_read = self.ui.store.groups_read();
        let same_groups = |known: &&Rc<Found>| match (&known.groups_read, &groups_read) {
            (Some(known), Some(now)) => Arc::ptr_eq(known, now),
            (known, now) => known.is_none() && now.is_none(),
        };
        let usable = known.as_ref().filter(same_groups);
        let same_account = usable.filter(|known| Rc::ptr_eq(&known.snapshot, &snapshot)).cloned();
        if let Some(known) = same_account.clone().filter(|known| known.query == query) {
            return Some(known);
        }
        let _span = same_account.is_none().then(|| Span::new("the list"));
        let same_directory = usable.filter(|known| Rc::ptr_eq(&known.snapshot.people, &snapshot.people));
        let groups = match same_directory {
            Some(known) => Rc::clone(&known.groups),
            None => Rc::new(self.groups(&snapshot)),
        };
        let (people, headline) = match &same_account {
            Some(known) => (Rc::clone(&known.people), Rc::clone(&known.headline)),
            None => self.ui.model(|scene| {
                let people = People::with_groups(scene, &groups);
                let headline = headline(scene, &people).into();
                (Rc::new(people), headline)
            })?,
        };
        let sorted = |known: &Rc<Found>| (known.query.sort, known.query.descending) == (query.sort, query.descending);
        let narrower = same_account.clone().filter(|known| query.is_within(&known.query));
        let order = match same_account.filter(sorted) {
            Some(known) => Rc::clone(&known.order),
            None => Rc::new(people.order(query.sort, query.descending)),
        };
        let among = narrower.as_ref().map_or(&order, |known| &known.keys);
        let keys = Rc::new(people.matching(among, &query));
        let found = Rc::new(Found {
            snapshot,
            groups_read,
            groups,
            people,
            headline,
            query,
            order,
            keys,
        });
        if let Some(known) = known {
            self.carry_over(&known, &found);
        }
        self.known.set_value(Some(Rc::clone(&found)));
        Some(found)
    }

    fn groups(self, snapshot: &Snapshot) -> Groups {
        let Grouping::Here(groups) = self.ui.store.groups() else {
            return Groups::default();
        };
        let named = groups.iter().map(|group| (group.name.as_str(), &group.members[..]));
        Groups::new(&snapshot.people, named)
    }

    /// Who is selected stays so under a new number; another list begins at its first row.
    fn carry_over(self, before: &Found, now: &Found) {
        if before.query.tab != now.query.tab {
            self.grid.select_only(&[]);
        } else if !Rc::ptr_eq(&before.people, &now.people) {
            let chosen = self.grid.selection();
            let ids: BTreeSet<&PersonId> = chosen
                .iter()
                .filter_map(|key| Some(&before.people.get(*key)?.id))
                .collect();
            let rows = (0..).zip(now.people.rows()).filter(|(_, row)| ids.contains(&row.id));
            let keys: Vec<u32> = rows.map(|(key, _)| key).collect();
            self.grid.select_only(&keys);
        }
        if before.query != now.query {
            self.grid.start_over();
        }
    }

    /// Another list, as a step that Back undoes.
    pub fn go(self, query: &Query) {
        self.ui.store.set_values(&query.values(), true);
    }

    /// Sorts by a column, and by it the other way round; the next visit in Azure DevOps begins with that order.
    pub fn sort(self, column: &str) {
        let query = untrack(|| self.query()).sorted(column);
        self.ui.store.keep(ORDER, query.order());
        self.go(&query);
    }

    /// Takes over the order of the visit before, unless the address names one.
    pub fn remember_order(self) {
        let store = self.ui.store;
        self.here.after(store.kept(ORDER), move |order| {
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
