//! Orders (ACT 9): an excerpt of the journal, by which the vendor learns of every booking, and from which certificates are
//! issued.
//!
//! It holds what happened to the subscription and nothing of people: who is in the directory, who has which role, who
//! asked for what and whom to ask about invoices stay where they are. The vendor decides every event again, by the
//! vendor's own catalogue.

mod excerpt;
mod follow;

use super::super::account::Account;
use super::super::catalogue::Catalogue;
use super::super::date::Date;
use super::super::decide::catch_up;
use super::super::duplicate_key;
use super::super::event::Event;
use super::super::json::from_value;
use super::super::letters::unmarked;
use super::super::named_user::Directory;
use super::super::newer::is_newer;
use super::super::plan::{Deployment, Instances, PlanKey};
use super::super::record::{Book, line_of};
use super::super::subscription::{Holding, Subscription};
use super::super::words::all;
pub use super::catalogues::Catalogues;
use super::entitlement::{Entitlement, Unfit};
use super::grant::Grant;
use super::instance::InstanceId;
use super::instant::Instant;
use super::subscription_id::SubscriptionId;
use excerpt::without_people;
pub use excerpt::{Excerpt, unsent};
use follow::{comes_by_itself, drop_a_cut, drops_what_was_scheduled, follow_one, removed_by};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The only version of the file that there is.
const VERSION: u32 = 1;

/// What the vendor learns of a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderFile {
    /// Always 1.
    pub v: u32,
    /// The product's name, as the catalogue has it.
    pub product: String,
    /// Whose subscription it is (ACT 2).
    pub subscription_id: SubscriptionId,
    /// Where it was ordered; a Server where it is not said.
    pub deployment: Option<Deployment>,
    /// The instance on which it was ordered (ACT 6).
    pub instance: InstanceId,
    /// The position of the last line of the journal, 0 for the opening.
    pub position: u32,
    /// The hash of that line: an exported journal that holds it is the one that this was taken of.
    pub sha256: String,
    /// What has happened to the subscription, in order, without people.
    pub events: Vec<Event>,
}

/// How an order goes to the vendor.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Delivery {
    /// Posted to the address that the catalogue names.
    Posted,
    /// As a file or a mail that an administrator has sent.
    Sent,
}

impl Delivery {
    /// Every delivery, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn key(self) -> &'static str {
        self.into()
    }
}

/// Why no certificate can be issued from an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no order file.
    Unreadable(String),
    /// It has another version.
    Version(u32),
    /// It holds a field, a kind or a word that this program does not know: a newer version has written it.
    Newer(String),
    /// It is for another product.
    Product(String),
    /// An event, counted from 0, that does not follow from the catalogue and the events before it.
    Event {
        /// Which.
        at: usize,
        /// What is wrong.
        problem: String,
    },
    /// On that day nothing is paid for.
    NothingToIssue {
        /// The day.
        on: Date,
        /// The state of the account (SUB 8).
        status: &'static str,
    },
    /// The account is Free on that day, which needs no certificate (PLN 4).
    IsFree {
        /// The day.
        on: Date,
        /// Since when.
        since: Date,
        /// How many licences it has.
        licences: u32,
    },
    /// What is booked can be in no certificate.
    Unfit(Unfit),
    /// It is not known which catalogue was in force on that day.
    NoCatalogue(Date),
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(problem) => write!(
                to,
                "cannot be read: {problem}. Ask the customer for the order file anew"
            ),
            Self::Version(version) => write!(
                to,
                "has version {version} and this program knows {VERSION}: update it, then issue again"
            ),
            Self::Newer(problem) => write!(
                to,
                "cannot be read: it was written by a newer version of this program. Update it, then issue again ({problem})"
            ),
            Self::Product(product) => write!(to, "is for the product {product}: use the catalogue of that product"),
            Self::Event { at, problem } => write!(
                to,
                "events[{at}]: {problem}. Either the order was changed, which the customer has to explain, or the catalogue was: name the catalogues of every day by --catalogues, or issue by --subscription"
            ),
            Self::NothingToIssue { on, status } => write!(
                to,
                "nothing is paid for on {on}, the account is in the state {status}: there is nothing to issue"
            ),
            Self::IsFree { on, since, licences } => write!(
                to,
                "the account is Free with {licences} licenses since {since}, and nothing is paid for on {on}: there is nothing to issue. Free needs no certificate"
            ),
            Self::Unfit(unfit) => unfit.fmt(to),
            Self::NoCatalogue(on) => write!(
                to,
                "it is not known which catalogue was in force on {on}: add it to the folder as {on}.json or earlier"
            ),
        }
    }
}

impl OrderFile {
    /// The order that a journal makes.
    pub fn of_book(book: &Book, instance: &InstanceId) -> Self {
        let mut excerpt = Excerpt::default();
        let events = book.records.iter().flat_map(|record| &record.events);
        Self {
            v: VERSION,
            product: book.catalogue.product.clone(),
            subscription_id: book.opening.subscription_id,
            deployment: Some(book.opening.deployment),
            instance: instance.clone(),
            position: book.last_position(),
            sha256: book.last_sha256().to_owned(),
            events: events.filter(|it| excerpt.tells(it)).map(without_people).collect(),
        }
    }

    /// Where it was ordered.
    pub fn deployment(&self) -> Deployment {
        self.deployment.unwrap_or(Deployment::Server)
    }

    /// Its text.
    pub fn text(&self) -> String {
        line_of(self) + "\n"
    }

    /// Reads an order file.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let text = unmarked(text);
        duplicate_key::check(text).map_err(|found| Problem::Unreadable(found.to_string()))?;
        let value: Value = serde_json::from_str(text).map_err(|error| Problem::Unreadable(error.to_string()))?;
        // The version says how to read the rest.
        let version = value.get("v").and_then(Value::as_u64).map(u32::try_from);
        if let Some(Ok(version)) = version.filter(|it| *it != Ok(VERSION)) {
            return Err(Problem::Version(version));
        }
        from_value(&value).map_err(|fault| {
            let problem = fault.to_string();
            if is_newer::<Self>(value, fault) {
                Problem::Newer(problem)
            } else {
                Problem::Unreadable(problem)
            }
        })
    }

    /// Decides everything again by one catalogue, as [`check_by`](Self::check_by) does.
    ///
    /// # Errors
    /// The first thing that does not follow.
    pub fn check(&self, catalogue: &Catalogue, today: Date) -> Result<Account, Problem> {
        self.check_by(&Catalogues::always(catalogue), today)
    }

    /// Decides everything again, each event by the catalogue of its day, and brings the account up to a day, with the
    /// renewals that are due by then (SUB 2).
    ///
    /// # Errors
    /// The first thing that does not follow.
    pub fn check_by(&self, catalogues: &Catalogues<'_>, today: Date) -> Result<Account, Problem> {
        let catalogue = catalogues.on(today)?;
        if self.product != catalogue.product {
            return Err(Problem::Product(self.product.clone()));
        }
        let mut account = Account::new(self.subscription_id, self.deployment(), catalogue);
        let mut removed = None;
        for (at, event) in self.events.iter().enumerate() {
            let problem = |problem| Problem::Event { at, problem };
            if !drops_what_was_scheduled(&account, removed, event) {
                return Err(problem("it.dropped is not what was scheduled".to_owned()));
            }
            removed = removed_by(&account, event);
            let by = self.judges(catalogues, at, event, today)?;
            account = follow_one(&account, &by, event).map_err(problem)?;
        }
        let last = account.last_booking().filter(|last| *last > today);
        if let Some(last) = last {
            let problem = format!("{last} lies after {today}");
            let at = self.events.len().saturating_sub(1);
            return Err(Problem::Event { at, problem });
        }
        while let Some(on) = account.paid().map(|paid| paid.term.end).filter(|end| *end <= today) {
            drop_a_cut(&mut account);
            if catch_up(&mut account, catalogues.on(on)?, &Directory::default(), on).is_empty() {
                let problem = format!("the renewal of {on} cannot be booked");
                let at = self.events.len().saturating_sub(1);
                return Err(Problem::Event { at, problem });
            }
        }
        Ok(account)
    }

    /// The catalogues that an event may follow from: that of its day. What comes by itself is made up by whoever books
    /// next, by the catalogue of that day.
    fn judges<'a>(
        &self,
        catalogues: &'a Catalogues<'_>,
        at: usize,
        event: &Event,
        today: Date,
    ) -> Result<Vec<&'a Catalogue>, Problem> {
        let mut by = vec![catalogues.on(event.on())?];
        if comes_by_itself(event) {
            let is_command = |it: &&Event| !comes_by_itself(it);
            let next = self.events.iter().skip(at.saturating_add(1)).find(is_command);
            // A page that could not read its own catalogue has gone by the one recorded last.
            let before = self.events.iter().take(at).rev().find(is_command);
            let since = before.map_or(event.on(), Event::on);
            by.extend(catalogues.between(since, next.map_or(today, Event::on))?);
        }
        Ok(by)
    }

    /// What a certificate of it grants on a day, by one catalogue, as [`grant_by`](Self::grant_by) says.
    ///
    /// # Errors
    /// As [`check`](Self::check), and where nothing is paid for.
    pub fn grant(&self, catalogue: &Catalogue, issued_at: Instant) -> Result<Grant, Problem> {
        self.grant_by(&Catalogues::always(catalogue), issued_at)
    }

    /// What a certificate of it grants on a day: what is booked then, to the end of the term.
    ///
    /// # Errors
    /// As [`check_by`](Self::check_by), and where nothing is paid for.
    pub fn grant_by(&self, catalogues: &Catalogues<'_>, issued_at: Instant) -> Result<Grant, Problem> {
        let on = issued_at.date();
        let account = self.check_by(catalogues, on)?;
        let catalogue = catalogues.on(on)?;
        if let Subscription::Free { since, licences } = account.subscription {
            return Err(Problem::IsFree { on, since, licences });
        }
        let status = account.status(on).key();
        let paid = account.paid().ok_or(Problem::NothingToIssue { on, status })?;
        let Holding {
            plan, length, licences, ..
        } = paid.holding;
        let entitlement = Entitlement {
            subscription_id: self.subscription_id,
            plan,
            length,
            licences,
            term: paid.term,
            cancelled: paid.cancelled.is_some(),
            instances: self.named(catalogue, plan),
            valid_until: None,
        };
        entitlement.grant(catalogue, issued_at).map_err(Problem::Unfit)
    }

    /// The instance that the certificate names: where the plan is for one, that of the order (ACT 6).
    fn named(&self, catalogue: &Catalogue, plan: PlanKey) -> Vec<InstanceId> {
        let one = catalogue.plan(plan).is_some_and(|it| it.instances == Instances::One);
        one.then(|| self.instance.clone()).into_iter().collect()
    }
}
