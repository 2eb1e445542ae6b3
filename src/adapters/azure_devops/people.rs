//! The directory of an organization or a collection, read page by page.

use crate::adapters::azure_devops::rest::newest;
use crate::adapters::azure_devops::sdk::call;
use crate::adapters::azure_devops::{groups, rest};
use exchange::directory::devops::AdoError;
use exchange::directory::devops::{BATCH, DirectoryUser, IncompleteAnswer, Reader, entitlements, graph, identities};
use exchange::directory::groups::Group;
use exchange::directory::{DirectoryAnswer, DirectoryError, DirectoryProgress, DirectoryProvider, OnProgress};
use exchange::host::devops::host_info::HostInfo;
use licensing::{Deployment, Directory, PersonId};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// The directory of Azure DevOps.
pub struct People {
    told: HostInfo,
    /// The person of each descriptor that groups refer to, for the people read so far.
    ids: RefCell<BTreeMap<String, PersonId>>,
    /// Whether this read has found anyone yet.
    has_told: Cell<bool>,
}

impl People {
    /// The directory of this host.
    pub fn new(told: HostInfo) -> Self {
        Self {
            told,
            ids: RefCell::default(),
            has_told: Cell::new(false),
        }
    }

    /// Reads everyone. The viewer is in the directory, so an empty list is an error.
    async fn all(&self, on_progress: &OnProgress<'_>) -> Result<(), AdoError> {
        self.by_any_way(on_progress).await?;
        if self.has_told.get() {
            Ok(())
        } else {
            Err(IncompleteAnswer::Nobody.into())
        }
    }

    /// Services has three sources: entitlements (with the last access), the Graph API, and identities. If a source
    /// refuses before it has returned anyone, the next one is tried. A Server has identities only.
    async fn by_any_way(&self, on_progress: &OnProgress<'_>) -> Result<(), AdoError> {
        if self.told.deployment() == Deployment::Server {
            let collection = self.told.collection.as_deref().ok_or(AdoError::NoAddress)?;
            return self.identified(collection, on_progress).await;
        }
        match self.entitled(on_progress).await {
            Err(refused) if self.goes_on(&refused) => {}
            outcome => return outcome,
        }
        match self.in_graph(on_progress).await {
            Err(refused) if self.goes_on(&refused) => {}
            outcome => return outcome,
        }
        // The Graph address also serves the identities of Services.
        let graph = area(graph::AREA).await.ok();
        let base = graph.as_deref().or(self.told.collection.as_deref());
        self.identified(base.ok_or(AdoError::NoAddress)?, on_progress).await
    }

    fn goes_on(&self, refused: &AdoError) -> bool {
        refused.is_refusal() && !self.has_told.get()
    }

    /// Services: all pages of the member entitlements.
    async fn entitled(&self, on_progress: &OnProgress<'_>) -> Result<(), AdoError> {
        let area = area(entitlements::AREA).await?;
        let (mut reader, mut next) = (Reader::default(), None);
        let mut told = BTreeSet::new();
        loop {
            let answer = rest::get(&entitlements::url(&area, next.as_deref()), on_progress).await?;
            let page = entitlements::page(&answer.body)?;
            // A person who is returned again counts once.
            let again = page
                .rows
                .iter()
                .filter(|row| !told.insert(row.person.id.clone()))
                .count();
            let entries = page.entries.saturating_sub(again);
            self.tell(page.rows, on_progress);
            next = reader.after(entries, page.total, page.next)?;
            if next.is_none() {
                return Ok(());
            }
        }
    }

    /// Services: all pages of the Graph users. Their ids are requested from the identities in batches.
    async fn in_graph(&self, on_progress: &OnProgress<'_>) -> Result<(), AdoError> {
        let area = area(graph::AREA).await?;
        let (mut reader, mut next) = (Reader::default(), None);
        loop {
            let answer = rest::get(&graph::users_url(&area, next.as_deref()), on_progress).await?;
            let users = graph::users(&answer.body)?;
            for some in users.chunks(BATCH) {
                let descriptors: Vec<String> = some.iter().map(|it| it.descriptor.clone()).collect();
                let url = identities::by_descriptor_url(&area, &descriptors);
                let ids: BTreeMap<_, _> = identities::ids(&rest::get(&url, on_progress).await?.body)?
                    .into_iter()
                    .collect();
                let mut rows = Vec::with_capacity(some.len());
                for user in some {
                    let id = match ids.get(&user.descriptor) {
                        Some(id) => Some(id.clone()),
                        None => storage_key(&area, &user.descriptor, on_progress).await?,
                    };
                    rows.extend(id.map(|id| row(id, user)));
                }
                self.tell(rows, on_progress);
            }
            next = reader.after(users.len(), None, answer.next)?;
            if next.is_none() {
                return Ok(());
            }
        }
    }

    /// Everyone with access to the collection, in batches.
    async fn identified(&self, base: &str, on_progress: &OnProgress<'_>) -> Result<(), AdoError> {
        let (version, group) = newest(|version| identities::everybody_url(base, version), on_progress).await?;
        for some in identities::member_ids(&group.body)?.chunks(BATCH) {
            let answer = rest::get(&identities::url(base, some, version), on_progress).await?;
            self.tell(identities::people(&answer.body, some.len())?, on_progress);
        }
        Ok(())
    }

    fn tell(&self, rows: Vec<DirectoryUser>, on_progress: &OnProgress<'_>) {
        let named = rows.iter().map(|it| (it.descriptor.clone(), it.person.id.clone()));
        self.ids.borrow_mut().extend(named);
        if !rows.is_empty() {
            self.has_told.set(true);
        }
        on_progress(DirectoryProgress::People(
            rows.into_iter().map(|it| it.person).collect(),
        ));
    }

    async fn grouped(&self, people: &Directory, on_progress: &OnProgress<'_>) -> Result<Vec<Group>, AdoError> {
        if self.told.deployment() == Deployment::Server {
            let collection = self.told.collection.as_deref().ok_or(AdoError::NoAddress)?;
            return groups::teams(collection, people, on_progress).await;
        }
        let ids = self.ids.borrow().clone();
        groups::of_graph(&area(graph::AREA).await?, &ids, on_progress).await
    }
}

/// The address of an API area.
async fn area(id: &str) -> Result<String, AdoError> {
    let area =
        call("area", &json!(id))
            .await
            .map_err(|rejection| match rejection.get("name").and_then(Value::as_str) {
                Some("Timeout") => AdoError::Late,
                _ => AdoError::NoAddress,
            })?;
    let area = area.as_str().filter(|area| !area.is_empty());
    area.map(str::to_owned).ok_or(AdoError::NoAddress)
}

/// The id of a person that the identities did not return. `None` if the host has no such person.
async fn storage_key(area: &str, descriptor: &str, on_progress: &OnProgress<'_>) -> Result<Option<PersonId>, AdoError> {
    match rest::get(&graph::storage_key_url(area, descriptor), on_progress).await {
        Ok(answer) => Ok(Some(graph::storage_key(&answer.body)?)),
        Err(AdoError::Status(404)) => Ok(None),
        Err(why) => Err(why),
    }
}

fn row(id: PersonId, user: &graph::User) -> DirectoryUser {
    DirectoryUser {
        person: user.person(id),
        descriptor: user.descriptor.clone(),
    }
}

impl DirectoryProvider for People {
    fn people<'a>(&'a self, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, ()> {
        self.has_told.set(false);
        Box::pin(async { self.all(on_progress).await.map_err(DirectoryError::Ado) })
    }

    fn groups<'a>(&'a self, people: &'a Directory, on_progress: &'a OnProgress<'a>) -> DirectoryAnswer<'a, Vec<Group>> {
        Box::pin(async { self.grouped(people, on_progress).await.map_err(DirectoryError::Ado) })
    }
}
