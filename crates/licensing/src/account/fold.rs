//! Folds events into an account.

use crate::account::Account;
use crate::account::requests::{Answer, Request};
use crate::activation::confirmation::Confirmation;
use crate::billing::credit::Reason;
use crate::billing::document::{Document, DocumentKind, Order};
use crate::billing::line::GivesBack;
use crate::billing::payment::Payment;
use crate::event::Event;
use crate::seats::assignments::Assignments;
use crate::subscription::tranches::LicenseTranches;
use crate::subscription::{Cancellation, Ended, FreeChoice, Paid, RefundableCharge, Subscription, SubscriptionItem};
use crate::value::date::Date;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::role::{Assigned, Role};
use crate::value::setting::Setting;
use crate::value::term::{Term, months_until};
use crate::value::trial::Trial;
use std::sync::Arc;

impl Account {
    /// A copy with these events folded in.
    #[must_use]
    pub fn after(&self, events: &[Event]) -> Self {
        let mut after = self.clone();
        events.iter().for_each(|event| after.apply(event));
        after
    }

    /// Folds in one event.
    pub fn apply(&mut self, event: &Event) {
        self.last_booking = self.last_booking.max(Some(event.on()));
        self.events = self.events.saturating_add(1);
        let before = self.before_undoable(event).map(|paid| (paid, self.tranches.clone()));
        self.note_tranches(event);
        let nothing = self.zero();
        if let Some(order) = event.order() {
            self.issue(order, event.on());
        }
        match event {
            Event::TrialStarted { on, end, administrator } => {
                self.subscription = Subscription::Trial(Trial { start: *on, end: *end });
                if let Some(id) = administrator {
                    self.seats().assign(id, Assigned::Own(Role::Administrator), *on);
                }
            }
            Event::Purchased {
                on,
                item,
                term,
                order,
                access,
            } => {
                self.seats().allocate(access, *on);
                self.begin(*item, *term, refundable(order, nothing));
            }
            Event::Imported {
                on,
                item,
                term,
                opening_line,
                credit,
                access,
            } => {
                self.seats().allocate(access, *on);
                // The opening line has no document (PLN 5).
                let named = GivesBack {
                    document: None,
                    line: 1,
                };
                self.begin(*item, *term, RefundableCharge::of(opening_line, named));
                if let Some(credit) = credit {
                    self.credit.record(*on, Reason::Opening, None, *credit);
                }
            }
            Event::Adjusted {
                item, order, dropped, ..
            } => self.with_paid(|paid| {
                paid.drop_scheduled(*dropped);
                paid.item = *item;
                paid.refundable = refundable(order, nothing);
            }),
            Event::IntervalChanged {
                on,
                item,
                term,
                order,
                dropped,
            } => self.with_paid(|paid| {
                paid.drop_scheduled(*dropped);
                paid.item = *item;
                paid.end_months = months_until(paid.anchor, *on) + item.length.months();
                paid.term = *term;
                paid.refundable = refundable(order, nothing);
            }),
            Event::Undone { .. } => self.undo(),
            Event::RenewedNow { item, term, order, .. } => self.start_term(*item, *term, refundable(order, nothing)),
            Event::Renewed {
                item,
                term,
                order,
                not_fitting,
                ..
            } => {
                if let Subscription::Paid(paid) = &mut self.subscription {
                    paid.item = *item;
                    paid.end_months += item.length.months();
                    paid.term = *term;
                    paid.refundable = refundable(order, nothing);
                    paid.scheduled = None;
                    paid.not_fitting = *not_fitting;
                }
            }
            Event::ChangeScheduled { change, .. } => self.with_paid(|paid| {
                paid.scheduled = Some(*change);
                paid.not_fitting = None;
            }),
            Event::ChangeUnscheduled { .. } => self.with_paid(Paid::unschedule),
            Event::Canceled { on, reason } => self.with_paid(|paid| {
                paid.canceled = Some(Cancellation {
                    on: *on,
                    reason: reason.clone(),
                    free: None,
                });
            }),
            Event::Resumed { .. } => self.with_paid(|paid| paid.canceled = None),
            Event::FreeChosen { keep, .. } => self.with_paid(|paid| {
                if let Some(canceled) = &mut paid.canceled {
                    canceled.free = Some(FreeChoice { keep: keep.clone() });
                }
            }),
            Event::FreeStarted { on, licenses, access } => {
                self.seats().allocate(access, *on);
                self.subscription = Subscription::Free {
                    since: *on,
                    licenses: *licenses,
                };
            }
            Event::Expired { on } => self.end(*on),
            Event::RolesSet { on, people, role, .. } => self.seats().assign_to(people, *role, *on),
            Event::DefaultRoleSet { on, role } => self.seats().set_default(*role, *on),
            Event::Reassigned {
                on,
                from,
                to,
                role,
                since,
                ..
            } => {
                self.seats().assign(from, Assigned::Own(Role::None), *on);
                self.seats().assign(to, *role, since.unwrap_or(*on));
            }
            Event::NewPeopleLicensed { on, people } => {
                for id in people {
                    self.seats().assign(id, Assigned::Default, *on);
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
            Event::BillingSet { billing, .. } => self.billing = Arc::new(billing.clone()),
            Event::PaymentRecorded {
                document,
                paid_on: Some(on),
                reference,
                ..
            } => {
                let (on, reference) = (*on, reference.clone());
                self.payments.insert(document.clone(), Payment { on, reference });
            }
            Event::PaymentRecorded { document, .. } => {
                self.payments.remove(document);
            }
            Event::Activated {
                on,
                mode,
                grant,
                access,
            } => {
                if let Some(access) = access {
                    self.seats().allocate(access, *on);
                    self.subscription = Subscription::Granted;
                }
                self.activation = Some(Confirmation {
                    grant: grant.clone(),
                    mode: *mode,
                    on: *on,
                });
            }
            Event::Confirmed { on } => {
                if let Some(confirmation) = &mut self.activation {
                    confirmation.on = *on;
                }
            }
            Event::ProxySet { proxy, .. } => self.proxy = Some(proxy.clone()),
            Event::OrderRecorded { position, .. } => self.ordered_up_to = self.ordered_up_to.max(*position),
        }
        if let Some(((before, tranches), order)) = before.zip(event.order()) {
            self.note_undoable(event.on(), order, before, tranches);
        }
        self.drop_met_requests(event.on());
    }

    fn switch(&mut self, setting: Setting, on: bool) {
        match setting {
            Setting::AdministratorsManageUsers => self.administrators_manage_users = on,
            Setting::LicenseNewPeople => self.license_new_people = on,
        }
    }

    /// Drops the requests of people who now have access, however they got it. People with requests are in the
    /// directory.
    fn drop_met_requests(&mut self, today: Date) {
        if self.status(today).is_usable() {
            let assignments = &self.assignments;
            self.requests.drop_fulfilled(|id| assignments.row_has_access(id));
        }
    }

    /// Issues the document of an order and applies its credit movement (CHG 7, CRD 1).
    fn issue(&mut self, order: &Order, date: Date) {
        let Some(heading) = &order.document else { return };
        self.numbers.count(heading.kind);
        if let Some(reversed) = &heading.reverses {
            self.reversed.insert(reversed.clone(), heading.number.clone());
        }
        let number = Some(heading.number.clone());
        match heading.kind {
            DocumentKind::Invoice => self
                .credit
                .record(date, Reason::Applied, number, -heading.credit_applied),
            DocumentKind::CreditNote => {
                let credit = self.credit_of(heading);
                self.credit.record(date, Reason::CreditNote, number, credit);
            }
        }
        self.documents.push(Arc::new(Document {
            date,
            heading: heading.clone(),
            lines: order.lines.clone(),
            billing: Arc::clone(&self.billing),
        }));
    }

    /// Starts a subscription with its first term.
    fn begin(&mut self, item: SubscriptionItem, term: Term, refundable: RefundableCharge) {
        self.subscription = Subscription::Paid(Box::new(Paid {
            item,
            anchor: term.start,
            end_months: item.length.months(),
            term,
            refundable,
            canceled: None,
            scheduled: None,
            not_fitting: None,
        }));
    }

    /// Starts a new term today. It sets a new anchor and drops the scheduled change (SUB 5). A cancellation stays
    /// (CHG 1).
    fn start_term(&mut self, item: SubscriptionItem, term: Term, refundable: RefundableCharge) {
        let canceled = self.paid().and_then(|paid| paid.canceled.clone());
        self.begin(item, term, refundable);
        self.with_paid(|paid| paid.canceled = canceled);
    }

    /// Ends the subscription or Free. The last plan is still displayed (SUB 4).
    fn end(&mut self, on: Date) {
        let ended = match &self.subscription {
            Subscription::Paid(paid) => Ended {
                plan: paid.item.plan,
                length: Some(paid.item.length),
                licenses: paid.item.licenses,
                term: Some(paid.term),
                on,
            },
            Subscription::Free { licenses, .. } => Ended {
                plan: PlanKey::Free,
                length: None,
                licenses: *licenses,
                term: None,
                on,
            },
            _ => return,
        };
        self.subscription = Subscription::Ended(ended);
    }

    /// Zero in the account's currency.
    fn zero(&self) -> Money {
        Money::zero(self.credit.balance().digits())
    }

    fn with_paid(&mut self, change: impl FnOnce(&mut Paid)) {
        if let Subscription::Paid(paid) = &mut self.subscription {
            change(paid);
        }
    }
}

/// The refundable charge of an order (CHG 6). If nothing was charged, the amount is `nothing`.
fn refundable(order: &Order, nothing: Money) -> RefundableCharge {
    match order.charge() {
        Some((line, named)) => RefundableCharge::of(line, named),
        None => RefundableCharge {
            amount: nothing,
            days: 0,
            tax: None,
            named: None,
        },
    }
}

impl Account {
    /// Mutable access to the assignments.
    fn seats(&mut self) -> &mut Assignments {
        Arc::make_mut(&mut self.assignments)
    }

    /// Updates the booking dates of licenses (ACT 7).
    fn note_tranches(&mut self, event: &Event) {
        match event {
            Event::Purchased { on, item, term, .. }
            | Event::Imported { on, item, term, .. }
            | Event::Renewed { on, item, term, .. }
            | Event::RenewedNow { on, item, term, .. } => self.tranches.begin(item.licenses, *on, term.end),
            Event::IntervalChanged { on, item, term, .. } => {
                self.tranches.change_length(item.licenses, *on, term.end);
            }
            Event::Adjusted { on, item, .. } => self.tranches.set(item.licenses, *on),
            Event::FreeStarted { .. } | Event::Expired { .. } => self.tranches = LicenseTranches::default(),
            _ => {}
        }
    }
}
