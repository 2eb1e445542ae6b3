//! The people of an organisation or a collection, asked for page by page.

use super::bridge::call;
use super::facts::Told;
use super::rest::{self, Unanswered, newest};
use crate::directory::devops::{
    BATCH, ENTITLEMENTS_AREA, entitlements, entitlements_url, everybody_url, identities, identities_url, member_ids,
};
use crate::directory::{Coming, Source};
use crate::licensing::{Deployment, Person};
use serde_json::json;

/// The directory of Azure DevOps.
pub struct People(Told);

impl People {
    /// That of where the page stands.
    pub fn new(told: Told) -> Self {
        Self(told)
    }

    async fn all(&self) -> Result<Vec<Person>, Unanswered> {
        match self.0.deployment() {
            // Where entitlements may not be asked for, identities know the people as well, but not their last access.
            Deployment::Services => match self.entitled().await {
                Err(Unanswered::Status(401 | 403 | 404) | Unanswered::Unreadable) => self.identified().await,
                outcome => outcome,
            },
            Deployment::Server => self.identified().await,
        }
    }

    /// Services: member entitlements, to the last page.
    async fn entitled(&self) -> Result<Vec<Person>, Unanswered> {
        let area = call("area", &json!(ENTITLEMENTS_AREA)).await.ok();
        let area = area
            .and_then(|it| it.as_str().map(str::to_owned))
            .ok_or(Unanswered::Unreadable)?;
        let (mut people, mut next) = (Vec::new(), None);
        loop {
            let page = entitlements(&rest::get(&entitlements_url(&area, next.as_deref())).await?.body);
            people.extend(page.people);
            // A host that names the same page again would keep us for ever.
            if page.next.is_none() || page.next == next {
                return Ok(people);
            }
            next = page.next;
        }
    }

    /// Server: everybody whom the collection lets in, in batches.
    async fn identified(&self) -> Result<Vec<Person>, Unanswered> {
        let collection = self.0.collection.as_deref().ok_or(Unanswered::Unreadable)?;
        let (version, group) = newest(|version| everybody_url(collection, version)).await?;
        let ids = member_ids(&group.body);
        let mut people = Vec::new();
        for some in ids.chunks(BATCH) {
            people.extend(identities(
                &rest::get(&identities_url(collection, some, version)).await?.body,
            ));
        }
        Ok(people)
    }
}

impl Source for People {
    fn people(&self) -> Coming<'_> {
        Box::pin(async { self.all().await.map_err(|unanswered| unanswered.words()) })
    }
}
