//! The account: all state of one subscription, folded from its events.

pub mod access;
mod fold;
pub mod inactive;
pub mod licenses;
mod open_requests;
mod payments;
pub mod requests;
pub mod undo;
mod undoing;
pub mod usage_limit;

use crate::account::access::{Access, AccessInput, Actor, resolve};
use crate::account::requests::Requests;
use crate::account::undo::Undoable;
use crate::activation::confirmation::Confirmation;
use crate::activation::grace_policy::GracePolicy;
use crate::activation::grant::Grant;
use crate::activation::proxy::ActivationProxy;
use crate::billing::credit::CreditBalance;
use crate::billing::details::BillingDetails;
use crate::billing::document::{Document, DocumentNumbers};
use crate::billing::payment::Payment;
use crate::catalogue::Catalogue;
use crate::directory::Directory;
use crate::seats::assignments::Assignments;
use crate::subscription::status::Status;
use crate::subscription::tranches::LicenseTranches;
use crate::subscription::{Change, Paid, Subscription};
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::LicenseCount;
use crate::value::plan::Deployment;
use crate::value::role::Role;
use crate::value::setting::Setting;
use crate::value::subscription_id::SubscriptionId;
use crate::value::trial::Trial;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The current state of one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The subscription ID. It never changes (ACT 2).
    id: SubscriptionId,
    /// The deployment.
    deployment: Deployment,
    /// The trial, the subscription or Free.
    subscription: Subscription,
    /// The roles of people. Copies share them until one of them changes, so a preview does not copy 100,000 people.
    assignments: Arc<Assignments>,
    /// The credit ledger.
    credit: CreditBalance,
    /// The setting "Administrators may manage users" (ACC 4). Off by default.
    administrators_manage_users: bool,
    /// The setting "License new people automatically" (LIC 8). Off by default.
    license_new_people: bool,
    /// Requests for access, and their answers (ACC 5, ACC 6).
    requests: Requests,
    /// The buyer's billing details (INV 5).
    billing: Arc<BillingDetails>,
    /// Payments by document number (INV 7).
    payments: BTreeMap<DocumentNumber, Payment>,
    /// The certificate activated last, and the day of its last confirmation (ACT 5).
    activation: Option<Confirmation>,
    /// The booking dates of the licenses (ACT 7).
    tranches: LicenseTranches,
    /// The grace periods without a certificate, from the catalog recorded last (ACT 7).
    grace_policy: GracePolicy,
    /// The proxy to the activation service (ACT 4).
    proxy: Option<ActivationProxy>,
    /// The journal position up to which the vendor has received orders (ACT 9).
    ordered_up_to: u32,
    /// The steps that can be undone today (CHG 13).
    undoable: Undoable,
    /// Reversed documents, each with the number of the document that reverses it (CHG 13).
    reversed: BTreeMap<DocumentNumber, DocumentNumber>,
    documents: Vec<Arc<Document>>,
    numbers: DocumentNumbers,
    last_booking: Option<Date>,
    /// The number of folded events.
    events: u32,
}

impl Account {
    /// A new account without events.
    pub fn new(id: SubscriptionId, deployment: Deployment, catalogue: &Catalogue) -> Self {
        Self {
            id,
            deployment,
            subscription: Subscription::None,
            assignments: Arc::default(),
            credit: CreditBalance::new(catalogue.minor_digits),
            administrators_manage_users: false,
            license_new_people: false,
            requests: Requests::default(),
            billing: Arc::default(),
            payments: BTreeMap::new(),
            activation: None,
            tranches: LicenseTranches::default(),
            grace_policy: GracePolicy::of(catalogue),
            proxy: None,
            ordered_up_to: 0,
            undoable: Undoable::default(),
            reversed: BTreeMap::new(),
            documents: Vec::new(),
            numbers: DocumentNumbers::default(),
            last_booking: None,
            events: 0,
        }
    }

    /// Takes the figures that the account needs from a catalog. When a journal line brings a catalog, this is called
    /// before the line's events are folded, and before such a line is decided.
    pub fn adopt_catalogue(&mut self, catalogue: &Catalogue) {
        self.grace_policy = GracePolicy::of(catalogue);
    }

    /// The subscription ID. It never changes (ACT 2).
    pub fn id(&self) -> SubscriptionId {
        self.id
    }

    /// The deployment.
    pub fn deployment(&self) -> Deployment {
        self.deployment
    }

    /// The subscription: trial, paid, Free, granted or ended (SUB).
    pub fn subscription(&self) -> &Subscription {
        &self.subscription
    }

    /// The roles of people (ROL). Copies share them until one of them changes.
    pub fn assignments(&self) -> &Arc<Assignments> {
        &self.assignments
    }

    /// The credit and its movements (CRD 2).
    pub fn credit(&self) -> &CreditBalance {
        &self.credit
    }

    /// Requests for access, and their answers (ACC 5, ACC 6).
    pub fn requests(&self) -> &Requests {
        &self.requests
    }

    /// The billing details (INV 5).
    pub fn billing(&self) -> &BillingDetails {
        &self.billing
    }

    /// The recorded payments by document (INV 7).
    pub fn payments(&self) -> &BTreeMap<DocumentNumber, Payment> {
        &self.payments
    }

    /// The certificate activated last, and the day of its last confirmation (ACT 5).
    pub fn activation(&self) -> Option<&Confirmation> {
        self.activation.as_ref()
    }

    /// The booking dates of the licenses (ACT 7).
    pub fn tranches(&self) -> &LicenseTranches {
        &self.tranches
    }

    /// The grace periods without a certificate (ACT 7).
    pub fn grace_policy(&self) -> GracePolicy {
        self.grace_policy
    }

    /// The proxy for requests to the activation service (ACT 4).
    pub fn proxy(&self) -> Option<&ActivationProxy> {
        self.proxy.as_ref()
    }

    /// The position up to which the vendor has received orders (ACT 9).
    pub fn ordered_up_to(&self) -> u32 {
        self.ordered_up_to
    }

    /// The steps that can be undone today (CHG 13).
    pub fn undoable(&self) -> &Undoable {
        &self.undoable
    }

    /// The number of folded journal lines.
    pub fn events(&self) -> u32 {
        self.events
    }

    /// Counts a line of the journal, even if none of its events count.
    pub(crate) fn count_line(&mut self, position: u32) {
        self.events = self.events.max(position);
    }

    /// Replaces the activation by the one that the reader of the journal can prove. `None` if none is proved (ACT 7).
    pub fn set_activation(&mut self, proved: Option<Confirmation>) {
        self.activation = proved;
    }

    /// Drops a scheduled change that the vendor cannot check (SUB 5).
    pub(crate) fn drop_scheduled(&mut self, change: Option<Change>) {
        if let Subscription::Paid(paid) = &mut self.subscription {
            paid.drop_scheduled(change);
        }
    }

    /// Every document, in order of issue (INV 1, INV 3).
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The last document numbers (INV 3).
    pub fn numbers(&self) -> DocumentNumbers {
        self.numbers
    }

    /// The day of the last booking (SUB 7).
    pub fn last_booking(&self) -> Option<Date> {
        self.last_booking
    }

    /// The status on a day. Due renewals, expiry and Free must be folded first ([`advance`](crate::decide::advance)).
    pub fn status(&self, today: Date) -> Status {
        match &self.subscription {
            Subscription::None => Status::None,
            Subscription::Trial(trial) if trial.has_ended(today) => Status::TrialEnded,
            Subscription::Trial(_) => Status::Trial,
            Subscription::Paid(paid) if paid.canceled.is_some() => Status::Canceling,
            Subscription::Paid(_) => Status::Active,
            Subscription::Ended(_) => Status::Expired,
            Subscription::Free { .. } => Status::Free,
            Subscription::Granted => match self.granted(today) {
                Some(grant) if grant.canceled => Status::Canceling,
                Some(_) => Status::Active,
                None => Status::Expired,
            },
        }
    }

    /// The paid subscription, active or canceling.
    pub fn paid(&self) -> Option<&Paid> {
        match &self.subscription {
            Subscription::Paid(paid) => Some(paid),
            _ => None,
        }
    }

    /// The trial, current or ended.
    pub fn trial(&self) -> Option<Trial> {
        match self.subscription {
            Subscription::Trial(trial) => Some(trial),
            _ => None,
        }
    }

    /// The grant of the activated certificate while it is valid (ACT 5). A day before the last booking counts as the
    /// day of that booking, so setting the clock back extends nothing.
    pub fn granted(&self, today: Date) -> Option<&Grant> {
        let today = self.not_before_last_booking(today);
        let confirmed = self.activation.as_ref()?;
        (today <= confirmed.last_day(self.grace_policy.grace)).then_some(&confirmed.grant)
    }

    /// The day, or the day of the last booking if that is later.
    pub(crate) fn not_before_last_booking(&self, today: Date) -> Date {
        self.last_booking.map_or(today, |last| today.max(last))
    }

    /// Whether the certificate is the only subscription: this account has bought none (ACT 1).
    pub fn is_granted(&self) -> bool {
        self.subscription == Subscription::Granted
    }

    /// The number of licenses that limits roles: that of the subscription. `None` in a trial and without a subscription
    /// (LIC 5, LIC 6).
    pub fn licenses(&self) -> Option<LicenseCount> {
        match &self.subscription {
            Subscription::Paid(paid) => Some(paid.item.licenses),
            Subscription::Free { licenses, .. } => Some(*licenses),
            Subscription::Granted => self.activation.as_ref().map(|it| it.grant.licenses),
            _ => None,
        }
    }

    /// The number of licenses in use. 0 before the trial (LIC 6).
    pub fn licenses_in_use(&self, people: &Directory) -> u32 {
        if self.subscription == Subscription::None {
            0
        } else {
            self.assignments.in_use(people)
        }
    }

    /// The viewer's role: the override if there is one, otherwise the account's (ACC 8).
    pub fn role_of(&self, viewer: &Actor, people: &Directory) -> Role {
        let stored = || {
            viewer
                .id
                .as_ref()
                .map_or(Role::None, |id| self.assignments.role(id, people))
        };
        viewer.role.unwrap_or_else(stored)
    }

    /// What the viewer may see and do on a day (ACC 8, ACT 7).
    pub fn access(&self, viewer: &Actor, people: &Directory, today: Date) -> Access {
        resolve(AccessInput {
            collection_administrator: viewer.is_collection_administrator(),
            role: self.role_of(viewer, people),
            within_limit: self.is_within_usage_limit(viewer, people, today),
            status: self.status(today),
            deployment: self.deployment,
            administrators_manage_users: self.administrators_manage_users,
        })
    }

    /// Whether a setting is on (ACC 4, LIC 8).
    pub fn is_on(&self, setting: Setting) -> bool {
        match setting {
            Setting::AdministratorsManageUsers => self.administrators_manage_users,
            Setting::LicenseNewPeople => self.license_new_people,
        }
    }
}
