//! The account: everything of one subscription, as the fold of its events.

use super::access::{Access, Facts, Viewer, resolve};
use super::activation::SubscriptionId;
use super::billing::Billing;
use super::catalogue::Catalogue;
use super::credit::{Ledger, Reason};
use super::date::Date;
use super::event::Event;
use super::invoice::{Document, DocumentKind, Line, Numbers, Order};
use super::money::Money;
use super::named_user::Directory;
use super::payment::Payment;
use super::plan::{Deployment, PlanKey};
use super::request::{Answer, Request, Requests};
use super::role::{Assigned, Role};
use super::roster::Roster;
use super::setting::Setting;
use super::states::Status;
use super::subscription::{Cancellation, Ended, FreeChoice, Holding, OpenLine, Paid, Subscription};
use super::table::Table;
use super::term::Term;
use super::trial::Trial;
use std::sync::Arc;

/// What has become of one subscription so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The subscription ID, for life (ACT 2).
    pub id: SubscriptionId,
    /// Where it runs.
    pub deployment: Deployment,
    /// Trial, subscription, Free.
    pub subscription: Subscription,
    /// Who has which role.
    pub roster: Roster,
    /// The credit ledger.
    pub credit: Ledger,
    /// The setting "Administrators may manage users" (ACC 4), off by default.
    pub administrators_manage_users: bool,
    /// The setting "Licence new people automatically" (LIC 8), off by default.
    pub license_new_people: bool,
    /// Who has asked for access, and what they were told (ACC 5, ACC 6).
    pub requests: Requests,
    /// What is known of the buyer (INV 5).
    pub billing: Billing,
    /// Payments by the number of the document (INV 7).
    pub payments: Table<String, Payment>,
    documents: Vec<Arc<Document>>,
    numbers: Numbers,
    last_booking: Option<Date>,
}

impl Account {
    /// A new account, before anything has happened.
    pub fn new(id: SubscriptionId, deployment: Deployment, catalogue: &Catalogue) -> Self {
        Self {
            id,
            deployment,
            subscription: Subscription::None,
            roster: Roster::default(),
            credit: Ledger::new(catalogue.minor_digits),
            administrators_manage_users: false,
            license_new_people: false,
            requests: Requests::default(),
            billing: Billing::default(),
            payments: Table::default(),
            documents: Vec::new(),
            numbers: Numbers::default(),
            last_booking: None,
        }
    }

    /// Every document, in order of issue (INV 1, INV 3).
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The numbers given so far (INV 3).
    pub fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// The day of the last booking (SUB 7).
    pub fn last_booking(&self) -> Option<Date> {
        self.last_booking
    }

    /// The state on a day. Renewals, expiry and Free that are due must be booked first
    /// ([`catch_up`](super::decide::catch_up)).
    pub fn status(&self, today: Date) -> Status {
        match &self.subscription {
            Subscription::None => Status::None,
            Subscription::Trial(trial) if trial.has_ended(today) => Status::TrialEnded,
            Subscription::Trial(_) => Status::Trial,
            Subscription::Paid(paid) if paid.cancelled.is_some() => Status::Cancelling,
            Subscription::Paid(_) => Status::Active,
            Subscription::Ended(_) => Status::Expired,
            Subscription::Free { .. } => Status::Free,
        }
    }

    /// The paid subscription, active or cancelling.
    pub fn paid(&self) -> Option<&Paid> {
        match &self.subscription {
            Subscription::Paid(paid) => Some(paid),
            _ => None,
        }
    }

    /// The trial, running or ended.
    pub fn trial(&self) -> Option<Trial> {
        match self.subscription {
            Subscription::Trial(trial) => Some(trial),
            _ => None,
        }
    }

    /// How many licences limit the roles: those of the subscription; none in a trial and outside of one (LIC 5, LIC 6).
    pub fn licences(&self) -> Option<u32> {
        match &self.subscription {
            Subscription::Paid(paid) => Some(paid.holding.licences),
            Subscription::Free { licences, .. } => Some(*licences),
            _ => None,
        }
    }

    /// How many licences are in use; nobody before the trial (LIC 6).
    pub fn licences_in_use(&self, people: &Directory) -> u32 {
        if self.subscription == Subscription::None {
            0
        } else {
            self.roster.in_use(people)
        }
    }

    /// The viewer's role: the one they are said to have, else the account's (ACC 8).
    pub fn role_of(&self, viewer: &Viewer, people: &Directory) -> Role {
        let stored = || viewer.id.as_ref().map_or(Role::None, |id| self.roster.role(id, people));
        viewer.role.unwrap_or_else(stored)
    }

    /// What the viewer may see and do on a day (ACC 8).
    pub fn access(&self, viewer: &Viewer, people: &Directory, today: Date) -> Access {
        resolve(Facts {
            collection_administrator: viewer.is_collection_administrator(),
            role: self.role_of(viewer, people),
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

    /// Folds one event in.
    pub fn apply(&mut self, event: &Event) {
        self.last_booking = self.last_booking.max(Some(event.on()));
        let nothing = self.nothing();
        if let Some(order) = event.order() {
            self.issue(order, event.on());
        }
        match event {
            Event::TrialStarted { on, end, administrator } => {
                self.subscription = Subscription::Trial(Trial { start: *on, end: *end });
                if let Some(id) = administrator {
                    self.roster.assign(id, Assigned::Own(Role::Administrator), *on);
                }
            }
            Event::Purchased {
                on,
                holding,
                term,
                order,
                access,
            } => {
                self.roster.settle(access, *on);
                self.begin(*holding, *term, order.charge());
            }
            Event::Imported {
                on,
                holding,
                term,
                opening_line,
                credit,
                access,
            } => {
                self.roster.settle(access, *on);
                self.begin(*holding, *term, Some(opening_line));
                if let Some(credit) = credit {
                    self.credit.record(*on, Reason::Opening, None, *credit);
                }
            }
            Event::Adjusted { holding, order, .. } => {
                if let Subscription::Paid(paid) = &mut self.subscription {
                    paid.holding = *holding;
                    paid.open_line = open_line(order.charge(), nothing);
                }
            }
            Event::Relengthened {
                holding, term, order, ..
            } => self.begin_anew(*holding, *term, order),
            Event::RenewedNow {
                holding, term, order, ..
            } => self.begin_anew(*holding, *term, order),
            Event::Renewed {
                holding,
                term,
                order,
                not_fitting,
                ..
            } => {
                if let Subscription::Paid(paid) = &mut self.subscription {
                    paid.holding = *holding;
                    paid.end_months += holding.length.months();
                    paid.term = *term;
                    paid.open_line = open_line(order.charge(), nothing);
                    paid.scheduled = None;
                    paid.not_fitting = *not_fitting;
                }
            }
            Event::ChangeScheduled { change, .. } => self.with_paid(|paid| {
                paid.scheduled = Some(*change);
                paid.not_fitting = None;
            }),
            Event::ChangeUnscheduled { .. } => self.with_paid(Paid::unschedule),
            Event::Cancelled { on, reason } => self.with_paid(|paid| {
                paid.cancelled = Some(Cancellation {
                    on: *on,
                    reason: reason.clone(),
                    free: None,
                });
            }),
            Event::Resumed { .. } => self.with_paid(|paid| paid.cancelled = None),
            Event::FreeChosen { keep, .. } => self.with_paid(|paid| {
                if let Some(cancelled) = &mut paid.cancelled {
                    cancelled.free = Some(FreeChoice { keep: keep.clone() });
                }
            }),
            Event::FreeStarted { on, licences, access } => {
                self.roster.settle(access, *on);
                self.subscription = Subscription::Free {
                    since: *on,
                    licences: *licences,
                };
            }
            Event::Expired { on } => self.end(*on),
            Event::RolesSet { on, people, role, .. } => self.roster.assign_to(people, *role, *on),
            Event::DefaultRoleSet { role, .. } => self.roster.set_default(*role),
            Event::Reassigned { on, from, to, role, .. } => {
                self.roster.assign(from, Assigned::Own(Role::None), *on);
                self.roster.assign(to, *role, *on);
            }
            Event::NewPeopleLicensed { on, people } => {
                for id in people {
                    self.roster.assign(id, Assigned::Default, *on);
                }
            }
            Event::SettingChanged { setting, enabled, .. } => self.switch(*setting, *enabled),
            Event::AccessRequested { on, person, why } => self.requests.ask(
                person,
                Request {
                    on: *on,
                    why: why.clone(),
                },
            ),
            Event::RequestAnswered {
                on,
                person,
                granted,
                word,
            } => self.requests.answer(
                person,
                Answer {
                    on: *on,
                    granted: *granted,
                    word: word.clone(),
                },
            ),
            Event::BillingSet { billing, .. } => self.billing = billing.clone(),
            Event::PaymentRecorded {
                document,
                paid_on: Some(on),
                reference,
                ..
            } => {
                let (on, reference) = (*on, reference.clone());
                self.payments.insert(document.clone(), Payment { on, reference });
            }
            Event::PaymentRecorded { document, .. } => self.payments.remove(document),
        }
        self.drop_met_requests(event.on());
    }

    fn switch(&mut self, setting: Setting, on: bool) {
        match setting {
            Setting::AdministratorsManageUsers => self.administrators_manage_users = on,
            Setting::LicenseNewPeople => self.license_new_people = on,
        }
    }

    /// A request is over as soon as the person has access, however that came about. Who asked is in the directory.
    fn drop_met_requests(&mut self, today: Date) {
        if self.status(today).is_usable() {
            let roster = &self.roster;
            self.requests.drop_met(|id| roster.row_has_access(id));
        }
    }

    /// Issues the document of an order and moves the credit that it gives or takes (CHG 7, CRD 1).
    fn issue(&mut self, order: &Order, date: Date) {
        let Some(heading) = &order.document else { return };
        self.numbers.count(heading.kind);
        let number = Some(heading.number.clone());
        match heading.kind {
            DocumentKind::Invoice => self
                .credit
                .record(date, Reason::Applied, number, -heading.credit_applied),
            DocumentKind::CreditNote => self.credit.record(date, Reason::CreditNote, number, -heading.total),
        }
        self.documents.push(Arc::new(Document {
            date,
            heading: heading.clone(),
            lines: order.lines.clone(),
        }));
    }

    /// A subscription that begins with a term of its own.
    fn begin(&mut self, holding: Holding, term: Term, charge: Option<&Line>) {
        let nothing = self.nothing();
        self.subscription = Subscription::Paid(Box::new(Paid {
            holding,
            anchor: term.start,
            end_months: holding.length.months(),
            term,
            open_line: open_line(charge, nothing),
            cancelled: None,
            scheduled: None,
            not_fitting: None,
        }));
    }

    /// A new term started today: it anchors anew and drops what was scheduled (SUB 5); a cancellation stays (CHG 1).
    fn begin_anew(&mut self, holding: Holding, term: Term, order: &Order) {
        let cancelled = self.paid().and_then(|paid| paid.cancelled.clone());
        self.begin(holding, term, order.charge());
        self.with_paid(|paid| paid.cancelled = cancelled);
    }

    /// The end of the subscription or of Free; the last plan stays to be shown (SUB 4).
    fn end(&mut self, on: Date) {
        let ended = match &self.subscription {
            Subscription::Paid(paid) => Ended {
                plan: paid.holding.plan,
                length: Some(paid.holding.length),
                licences: paid.holding.licences,
                term: Some(paid.term),
                on,
            },
            Subscription::Free { licences, .. } => Ended {
                plan: PlanKey::Free,
                length: None,
                licences: *licences,
                term: None,
                on,
            },
            _ => return,
        };
        self.subscription = Subscription::Ended(ended);
    }

    /// Nothing, in the account's currency.
    fn nothing(&self) -> Money {
        Money::zero(self.credit.balance().digits())
    }

    fn with_paid(&mut self, change: impl FnOnce(&mut Paid)) {
        if let Subscription::Paid(paid) = &mut self.subscription {
            change(paid);
        }
    }
}

/// What a charge leaves to be given back from (CHG 6); `nothing`, in the currency's digits, where nothing was charged.
fn open_line(charge: Option<&Line>, nothing: Money) -> OpenLine {
    let (amount, days) = charge.map_or((nothing, 0), |line| (line.amount, line.days));
    let tax = charge.and_then(|line| line.tax.clone());
    OpenLine { amount, days, tax }
}
