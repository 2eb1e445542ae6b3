//! Order files (ACT 9): an excerpt of the journal that tells the vendor about every booking. The vendor issues
//! certificates from it.
//!
//! It holds the events of the subscription without people. The directory, roles, requests and billing contacts stay
//! with the customer. The vendor decides every event again with their own catalog.

pub mod catalogues;
pub mod excerpt;
mod follow;
pub mod problem;

use crate::account::Account;
use crate::activation::entitlement::Entitlement;
use crate::activation::grant::Grant;
use crate::catalogue::Catalogue;
use crate::decide::advance;
use crate::decide::context::Surroundings;
use crate::directory::Directory;
use crate::event::Event;
use crate::json::duplicate_key;
use crate::json::line::to_json_line;
use crate::json::newer::is_newer;
use crate::json::read::from_value;
use crate::ledger::Ledger;
use crate::ledger::order_file::catalogues::Catalogues;
use crate::ledger::order_file::excerpt::Excerpt;
use crate::ledger::order_file::problem::{OrderError, Unfollowed, VERSION};
use crate::subscription::{Subscription, SubscriptionItem};
use crate::text::letters::unmarked;
use crate::value::date::Date;
use crate::value::digest::Digest;
use crate::value::instance::InstanceId;
use crate::value::instant::Instant;
use crate::value::plan::{Deployment, Instances, PlanKey};
use crate::value::subscription_id::SubscriptionId;
use excerpt::without_people;
use follow::{drop_scheduled_decrease, follow_one, is_automatic, names_dropped_change, removed_by};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The subscription as the vendor receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderFile {
    /// The version. Always 1.
    pub v: u32,
    /// The product's name in the catalog.
    pub product: String,
    /// The subscription (ACT 2).
    pub subscription_id: SubscriptionId,
    /// The deployment. If it is missing, a Server.
    pub deployment: Option<Deployment>,
    /// The instance that ordered (ACT 6).
    pub instance: InstanceId,
    /// The position of the last line of the journal. 0 for the opening.
    pub position: u32,
    /// The hash of that line. It identifies the journal of this order.
    pub sha256: Digest,
    /// The events of the subscription, in order, without people.
    pub events: Vec<Event>,
}

impl OrderFile {
    /// Creates the order file of a journal.
    pub fn of_ledger(ledger: &Ledger, instance: &InstanceId) -> Self {
        let mut excerpt = Excerpt::default();
        let events = ledger.records.iter().flat_map(|record| &record.events);
        Self {
            v: VERSION,
            product: ledger.catalogue.product.clone(),
            subscription_id: ledger.opening.subscription_id,
            deployment: Some(ledger.opening.deployment),
            instance: instance.clone(),
            position: ledger.last_position(),
            sha256: ledger.last_sha256().to_owned(),
            events: events.filter(|it| excerpt.includes(it)).map(without_people).collect(),
        }
    }

    /// The deployment.
    pub fn deployment(&self) -> Deployment {
        self.deployment.unwrap_or(Deployment::Server)
    }

    /// The order file as text.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn text(&self) -> serde_json::Result<String> {
        Ok(to_json_line(self)? + "\n")
    }

    /// Parses an order file.
    ///
    /// # Errors
    /// If the text is not an order file.
    pub fn read(text: &str) -> Result<Self, OrderError> {
        let text = unmarked(text);
        duplicate_key::check(text).map_err(|found| OrderError::Unreadable(found.to_string()))?;
        let value: Value = serde_json::from_str(text).map_err(|error| OrderError::Unreadable(error.to_string()))?;
        // The version determines the format of the rest.
        let version = value.get("v").and_then(Value::as_u64).map(u32::try_from);
        if let Some(Ok(version)) = version.filter(|it| *it != Ok(VERSION)) {
            return Err(OrderError::Version(version));
        }
        from_value(&value).map_err(|error| {
            let problem = error.to_string();
            if is_newer::<Self>(value, error) {
                OrderError::Newer(problem)
            } else {
                OrderError::Unreadable(problem)
            }
        })
    }

    /// Decides everything again with one catalog, as [`check_by`](Self::check_by) does.
    ///
    /// # Errors
    /// At the first event that does not follow.
    pub fn check(&self, catalogue: &Catalogue, today: Date) -> Result<Account, OrderError> {
        self.check_by(&Catalogues::always(catalogue), today)
    }

    /// Decides everything again, each event with the catalog of its day, and advances the account to a day, with the
    /// renewals that are due by then (SUB 2).
    ///
    /// # Errors
    /// At the first event that does not follow.
    pub fn check_by(&self, catalogues: &Catalogues<'_>, today: Date) -> Result<Account, OrderError> {
        let catalogue = catalogues.on(today)?;
        if self.product != catalogue.product {
            return Err(OrderError::Product(self.product.clone()));
        }
        let mut account = Account::new(self.subscription_id, self.deployment(), catalogue);
        let mut removed = None;
        for (at, event) in self.events.iter().enumerate() {
            let problem = |problem| OrderError::Event { at, problem };
            if !names_dropped_change(&account, removed, event) {
                return Err(problem(Unfollowed::Dropped));
            }
            removed = removed_by(&account, event);
            let by = self.judges(catalogues, at, event, today)?;
            account = follow_one(&account, &by, event).map_err(problem)?;
        }
        let last = account.last_booking().filter(|last| *last > today);
        if let Some(last) = last {
            let problem = Unfollowed::Later { last, today };
            let at = self.events.len().saturating_sub(1);
            return Err(OrderError::Event { at, problem });
        }
        let people = Directory::default();
        while let Some(on) = account.paid().map(|paid| paid.term.end).filter(|end| *end <= today) {
            drop_scheduled_decrease(&mut account);
            let around = Surroundings::unchanged(catalogues.on(on)?, &people, on);
            if advance(&mut account, around).is_empty() {
                let problem = Unfollowed::Renewal(on);
                let at = self.events.len().saturating_sub(1);
                return Err(OrderError::Event { at, problem });
            }
        }
        Ok(account)
    }

    /// The catalogs that an event may follow from: the catalog of its day. For an automatic event, also the other
    /// catalogs up to the next booking, which derives the event with the catalog of its own day.
    fn judges<'a>(
        &self,
        catalogues: &'a Catalogues<'_>,
        at: usize,
        event: &Event,
        today: Date,
    ) -> Result<Vec<&'a Catalogue>, OrderError> {
        let mut by = vec![catalogues.on(event.on())?];
        if is_automatic(event) {
            let is_command = |it: &&Event| !is_automatic(it);
            let next = self.events.iter().skip(at.saturating_add(1)).find(is_command);
            // A page that could not read its own catalog used the one recorded last.
            let before = self.events.iter().take(at).rev().find(is_command);
            let since = before.map_or(event.on(), Event::on);
            by.extend(catalogues.between(since, next.map_or(today, Event::on))?);
        }
        Ok(by)
    }

    /// The grant for a certificate on a day, by one catalog, as [`grant_by`](Self::grant_by) describes.
    ///
    /// # Errors
    /// As for [`check`](Self::check), and if no term is paid for.
    pub fn grant(&self, catalogue: &Catalogue, issued_at: Instant) -> Result<Grant, OrderError> {
        self.grant_by(&Catalogues::always(catalogue), issued_at)
    }

    /// The grant for a certificate on a day: what is booked on that day, to the end of the term.
    ///
    /// # Errors
    /// As for [`check_by`](Self::check_by), and if no term is paid for.
    pub fn grant_by(&self, catalogues: &Catalogues<'_>, issued_at: Instant) -> Result<Grant, OrderError> {
        let on = issued_at.date();
        let account = self.check_by(catalogues, on)?;
        let catalogue = catalogues.on(on)?;
        if let Subscription::Free { since, licenses } = *account.subscription() {
            return Err(OrderError::IsFree { on, since, licenses });
        }
        let status = account.status(on).as_str();
        let paid = account.paid().ok_or(OrderError::NothingToIssue { on, status })?;
        let SubscriptionItem {
            plan, length, licenses, ..
        } = paid.item;
        let entitlement = Entitlement {
            subscription_id: self.subscription_id,
            plan,
            length,
            licenses: licenses.get(),
            term: paid.term,
            canceled: paid.canceled.is_some(),
            instances: self.named(catalogue, plan),
            valid_until: None,
        };
        entitlement.grant(catalogue, issued_at).map_err(OrderError::Entitlement)
    }

    /// The instances that the certificate names. A plan for one instance names that of the order (ACT 6).
    fn named(&self, catalogue: &Catalogue, plan: PlanKey) -> Vec<InstanceId> {
        let one = catalogue.plan(plan).is_some_and(|it| it.instances == Instances::One);
        one.then(|| self.instance.clone()).into_iter().collect()
    }
}
