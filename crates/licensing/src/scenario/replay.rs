//! Replays a scenario: the rules execute every step.

use crate::account::Account;
use crate::activation::confirmation::Confirmation;
use crate::billing::document::Document;
use crate::billing::line::Line;
use crate::billing::payment::Payment;
use crate::catalogue::Catalogue;
use crate::decide::advance;
use crate::decide::context::Surroundings;
use crate::decide::execute;
use crate::directory::Directory;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::scenario::Scenario;
use crate::scenario::answer::{
    Answer, CreditAnswer, DocumentAnswer, LineAnswer, Outcome, RequestsAnswer, RolesAnswer, ScheduledAnswer,
    SettingsAnswer, StepAnswer, SubscriptionAnswer,
};
use crate::subscription::Subscription;
use crate::subscription::status::Status;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::LicenseCount;
use crate::value::plan::PlanKey;
use crate::value::role::Assigned;
use crate::value::setting::Setting;
use crate::value::subscription_id::SubscriptionId;
use crate::value::term::Term;
use std::collections::BTreeMap;

/// A completed run of a scenario.
#[derive(Clone, Debug)]
pub struct Run {
    /// The account at the end.
    pub account: Account,
    /// Every booked event, in order.
    pub events: Vec<Event>,
    /// The day of the last step.
    pub today: Option<Date>,
    /// The answer.
    pub answer: Answer,
}

/// Replays a scenario with its checked catalog and returns the answer.
pub fn replay(scenario: &Scenario, catalogue: &Catalogue) -> Answer {
    run(scenario, catalogue).answer
}

/// Runs a scenario with its checked catalog. A refused step does not stop the run.
pub fn run(scenario: &Scenario, catalogue: &Catalogue) -> Run {
    let mut events = Vec::new();
    let mut account = Account::new(SubscriptionId::SAMPLE, scenario.deployment, catalogue);
    let mut people = Directory::new(scenario.people.clone());
    let mut steps = Vec::with_capacity(scenario.steps.len());
    // The number of lines in the journal, without the opening.
    let mut lines = 0;
    for step in &scenario.steps {
        let issued_before = account.documents().len();
        let before = step.people.as_ref().map(|rows| {
            let now = Directory::new(rows.clone()).remembering(&people).into_owned();
            std::mem::replace(&mut people, now)
        });
        let around = Surroundings::new(catalogue, before.as_ref().unwrap_or(&people), &people, step.on);
        events.extend(advance(&mut account, around));
        let viewer = step.viewer();
        let command = step.command.as_ref();
        let decided = command.map(|command| execute(&mut account, around, &viewer, lines, command));
        if let Some(Ok(own)) = &decided {
            lines += 1;
            events.extend(own.iter().cloned());
        }
        let issued = account.documents().iter().skip(issued_before);
        let documents = issued.map(|document| document.heading.number.clone()).collect();
        steps.push(step_answer(catalogue, step.on, decided, documents));
    }
    let today = scenario
        .steps
        .last()
        .map_or_else(|| Date::new(1900, 1, 1), |step| Some(step.on));
    if let Some(today) = today {
        // Automatic events after the last command, as a page would show them: licenses for new people (LIC 8).
        events.extend(advance(
            &mut account,
            Surroundings::unchanged(catalogue, &people, today),
        ));
    }
    let answer = Answer {
        steps,
        documents: account.documents().iter().map(|it| document_answer(it)).collect(),
        credit: CreditAnswer {
            balance: account.credit().balance(),
            movements: account.credit().movements().to_vec(),
        },
        subscription: subscription_answer(&account, catalogue, &people, today),
        roles: roles_answer(&account, &people),
        settings: settings_answer(&account),
        requests: today.and_then(|today| requests_answer(&account, &people, today)),
        billing: Some(account.billing().clone()).filter(|billing| !billing.is_empty()),
        payments: payments_answer(&account),
    };
    Run {
        account,
        events,
        today,
        answer,
    }
}

fn step_answer(
    catalogue: &Catalogue,
    on: Date,
    decided: Option<Result<Vec<Event>, Refusal>>,
    documents: Vec<DocumentNumber>,
) -> StepAnswer {
    let (outcome, refusal) = match decided {
        None => (Outcome::Passed, None),
        Some(Ok(_)) => (Outcome::Booked, None),
        Some(Err(refusal)) => (Outcome::Refused, Some(refusal)),
    };
    StepAnswer {
        on,
        outcome,
        rule: refusal.as_ref().map(Refusal::rule),
        code: refusal.as_ref().map(Refusal::code),
        message: refusal.as_ref().map(|it| it.message(catalogue)),
        documents,
    }
}

fn document_answer(document: &Document) -> DocumentAnswer {
    let heading = document.heading.clone();
    DocumentAnswer {
        number: heading.number,
        kind: heading.kind,
        date: document.date,
        lines: document.lines.iter().map(line_answer).collect(),
        net: heading.net,
        tax: heading.tax,
        total: heading.total,
        credit_applied: heading.credit_applied,
        due: heading.due,
        reverses: heading.reverses,
    }
}

fn line_answer(line: &Line) -> LineAnswer {
    LineAnswer {
        kind: line.kind,
        plan: line.plan,
        length: line.length,
        licenses: line.licenses,
        from: line.from,
        to: line.to,
        days: line.days,
        term_days: line.term_days,
        amount: line.amount,
        tax_rate: line.tax.as_ref().map(|tax| tax.rate.clone()),
    }
}

/// The subscription on a day.
pub fn subscription_answer(
    account: &Account,
    catalogue: &Catalogue,
    people: &Directory,
    today: Option<Date>,
) -> SubscriptionAnswer {
    let status = today.map_or(Status::None, |today| account.status(today));
    let (plan, length, licenses, term) = match account.subscription() {
        Subscription::None => (None, None, None, None),
        Subscription::Trial(trial) => (
            None,
            None,
            None,
            Some(Term {
                start: trial.start,
                end: trial.end,
            }),
        ),
        Subscription::Paid(paid) => {
            let held = paid.item;
            (Some(held.plan), Some(held.length), Some(held.licenses), Some(paid.term))
        }
        Subscription::Ended(ended) => (Some(ended.plan), ended.length, Some(ended.licenses), ended.term),
        Subscription::Free { licenses, .. } => (Some(PlanKey::Free), None, Some(*licenses), None),
        Subscription::Granted => match account.activation() {
            Some(Confirmation { grant, .. }) => (
                Some(grant.plan),
                Some(grant.length),
                Some(grant.licenses),
                Some(grant.term),
            ),
            None => (None, None, None, None),
        },
    };
    let scheduled = account.paid().and_then(|paid| match paid.pending_free() {
        Some(_) => Some(ScheduledAnswer {
            plan: Some(PlanKey::Free),
            length: None,
            licenses: Some(catalogue.free_licenses().map_or(0, LicenseCount::get)),
        }),
        None => paid.scheduled().map(|it| ScheduledAnswer {
            plan: it.plan,
            length: it.length,
            licenses: it.licenses.map(LicenseCount::get),
        }),
    });
    SubscriptionAnswer {
        id: account.id(),
        status,
        plan,
        length,
        licenses,
        licenses_in_use: account.licenses_in_use(people),
        term,
        renews_on: account
            .paid()
            .filter(|paid| paid.canceled.is_none())
            .map(|paid| paid.term.end),
        scheduled,
    }
}

/// All people with an explicit role, and people on Default if Default gives access.
fn roles_answer(account: &Account, people: &Directory) -> RolesAnswer {
    let assignments = account.assignments();
    let default = assignments.default_role();
    let shown = |assigned: Assigned| assigned != Assigned::Default || default.uses_license();
    let everybody = match account.subscription() {
        Subscription::None => BTreeMap::new(),
        _ => assignments.everybody(people),
    };
    let people = everybody
        .into_iter()
        .filter(|(_, it)| shown(*it))
        .map(|(id, it)| (id.clone(), it))
        .collect();
    RolesAnswer { default, people }
}

fn settings_answer(account: &Account) -> Option<SettingsAnswer> {
    let settings = SettingsAnswer {
        administrators_manage_users: account.is_on(Setting::AdministratorsManageUsers),
        license_new_people: account.is_on(Setting::LicenseNewPeople),
    };
    let one_is_on = settings.administrators_manage_users || settings.license_new_people;
    one_is_on.then_some(settings)
}

fn payments_answer(account: &Account) -> Option<BTreeMap<DocumentNumber, Payment>> {
    let payments = account
        .payments()
        .iter()
        .map(|(number, it)| (number.clone(), it.clone()));
    (!account.payments().is_empty()).then(|| payments.collect())
}

fn requests_answer(account: &Account, people: &Directory, today: Date) -> Option<RequestsAnswer> {
    let open = account.open_requests(people, today);
    let answered = account.requests().answered();
    (!account.requests().is_empty()).then(|| RequestsAnswer {
        open: open.map(|(id, it)| (id.clone(), it.clone())).collect(),
        answered: answered.map(|(id, it)| (id.clone(), it.clone())).collect(),
    })
}
