//! The directory of an organization or a collection: its people, asked for page by page.

use super::attempt::Unanswered;
use super::bridge::call;
use super::facts::Told;
use super::groups;
use super::rest::{self, newest};
use exchange::directory::devops::{BATCH, Incomplete, Reader, Row, entitlements, graph, identities};
use exchange::directory::groups::Group;
use exchange::directory::{Coming, Hear, Source, Step};
use licensing::{Deployment, Directory, PersonId};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// The directory of Azure DevOps.
pub struct People {
    told: Told,
    /// Who is who by the descriptors that groups name; as far as people were read.
    ids: RefCell<BTreeMap<String, PersonId>>,
    /// Whether this time somebody was told already.
    has_told: Cell<bool>,
}

impl People {
    /// That of where the page stands.
    pub fn new(told: Told) -> Self {
        Self {
            told,
            ids: RefCell::default(),
            has_told: Cell::new(false),
        }
    }

    /// Everybody. Whoever asks is somebody, so that an empty list is none.
    async fn all(&self, hear: &Hear<'_>) -> Result<(), Unanswered> {
        self.by_any_way(hear).await?;
        if self.has_told.get() {
            Ok(())
        } else {
            Err(Incomplete::Nobody.into())
        }
    }

    /// Services knows three ways: with the last access, by the graph, by identities; each that is refused before it tells
    /// anybody leaves it to the next. A Server knows identities only.
    async fn by_any_way(&self, hear: &Hear<'_>) -> Result<(), Unanswered> {
        if self.told.deployment() == Deployment::Server {
            let collection = self.told.collection.as_deref().ok_or(Unanswered::NoAddress)?;
            return self.identified(collection, hear).await;
        }
        match self.entitled(hear).await {
            Err(refused) if self.goes_on(&refused) => {}
            outcome => return outcome,
        }
        match self.in_graph(hear).await {
            Err(refused) if self.goes_on(&refused) => {}
            outcome => return outcome,
        }
        // The area of the graph has the identities of Services, too.
        let graph = area(graph::AREA).await.ok();
        let base = graph.as_deref().or(self.told.collection.as_deref());
        self.identified(base.ok_or(Unanswered::NoAddress)?, hear).await
    }

    fn goes_on(&self, refused: &Unanswered) -> bool {
        refused.is_refusal() && !self.has_told.get()
    }

    /// Services: member entitlements, to the last page.
    async fn entitled(&self, hear: &Hear<'_>) -> Result<(), Unanswered> {
        let area = area(entitlements::AREA).await?;
        let (mut reader, mut next) = (Reader::default(), None);
        let mut told = BTreeSet::new();
        loop {
            let answer = rest::get(&entitlements::url(&area, next.as_deref()), hear).await?;
            let page = entitlements::page(&answer.body)?;
            // Somebody who is told again counts once.
            let again = page
                .rows
                .iter()
                .filter(|row| !told.insert(row.person.id.clone()))
                .count();
            let entries = page.entries.saturating_sub(again);
            self.tell(page.rows, hear);
            next = reader.after(entries, page.total, page.next)?;
            if next.is_none() {
                return Ok(());
            }
        }
    }

    /// Services: the users of the graph, to the last page; identities tell their ids, many at once.
    async fn in_graph(&self, hear: &Hear<'_>) -> Result<(), Unanswered> {
        let area = area(graph::AREA).await?;
        let (mut reader, mut next) = (Reader::default(), None);
        loop {
            let answer = rest::get(&graph::users_url(&area, next.as_deref()), hear).await?;
            let users = graph::users(&answer.body)?;
            for some in users.chunks(BATCH) {
                let descriptors: Vec<String> = some.iter().map(|it| it.descriptor.clone()).collect();
                let url = identities::by_descriptor_url(&area, &descriptors);
                let ids: BTreeMap<_, _> = identities::ids(&rest::get(&url, hear).await?.body)?
                    .into_iter()
                    .collect();
                let mut rows = Vec::with_capacity(some.len());
                for user in some {
                    let id = match ids.get(&user.descriptor) {
                        Some(id) => Some(id.clone()),
                        None => storage_key(&area, &user.descriptor, hear).await?,
                    };
                    rows.extend(id.map(|id| row(id, user)));
                }
                self.tell(rows, hear);
            }
            next = reader.after(users.len(), None, answer.next)?;
            if next.is_none() {
                return Ok(());
            }
        }
    }

    /// Everybody whom the collection lets in, in batches.
    async fn identified(&self, base: &str, hear: &Hear<'_>) -> Result<(), Unanswered> {
        let (version, group) = newest(|version| identities::everybody_url(base, version), hear).await?;
        for some in identities::member_ids(&group.body)?.chunks(BATCH) {
            let answer = rest::get(&identities::url(base, some, version), hear).await?;
            self.tell(identities::people(&answer.body, some.len())?, hear);
        }
        Ok(())
    }

    fn tell(&self, rows: Vec<Row>, hear: &Hear<'_>) {
        let named = rows.iter().map(|it| (it.descriptor.clone(), it.person.id.clone()));
        self.ids.borrow_mut().extend(named);
        if !rows.is_empty() {
            self.has_told.set(true);
        }
        hear(Step::People(rows.into_iter().map(|it| it.person).collect()));
    }

    async fn grouped(&self, people: &Directory, hear: &Hear<'_>) -> Result<Vec<Group>, Unanswered> {
        if self.told.deployment() == Deployment::Server {
            let collection = self.told.collection.as_deref().ok_or(Unanswered::NoAddress)?;
            return groups::teams(collection, people, hear).await;
        }
        let ids = self.ids.borrow().clone();
        groups::of_graph(&area(graph::AREA).await?, &ids, hear).await
    }
}

/// Where an area of the interface is.
async fn area(id: &str) -> Result<String, Unanswered> {
    let area =
        call("area", &json!(id))
            .await
            .map_err(|rejection| match rejection.get("name").and_then(Value::as_str) {
                Some("Timeout") => Unanswered::Late,
                _ => Unanswered::NoAddress,
            })?;
    let area = area.as_str().filter(|area| !area.is_empty());
    area.map(str::to_owned).ok_or(Unanswered::NoAddress)
}

/// The id of one whom the identities did not tell; none where the host says that there is none.
async fn storage_key(area: &str, descriptor: &str, hear: &Hear<'_>) -> Result<Option<PersonId>, Unanswered> {
    match rest::get(&graph::storage_key_url(area, descriptor), hear).await {
        Ok(answer) => Ok(Some(graph::storage_key(&answer.body)?)),
        Err(Unanswered::Status(404)) => Ok(None),
        Err(why) => Err(why),
    }
}

fn row(id: PersonId, user: &graph::User) -> Row {
    Row {
        person: user.person(id),
        descriptor: user.descriptor.clone(),
    }
}

impl Source for People {
    fn people<'a>(&'a self, hear: &'a Hear<'a>) -> Coming<'a, ()> {
        self.has_told.set(false);
        Box::pin(async { self.all(hear).await.map_err(|why| why.words()) })
    }

    fn groups<'a>(&'a self, people: &'a Directory, hear: &'a Hear<'a>) -> Coming<'a, Vec<Group>> {
        Box::pin(async { self.grouped(people, hear).await.map_err(|why| why.words()) })
    }
}
