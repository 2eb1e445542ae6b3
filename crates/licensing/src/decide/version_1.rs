//! Version 1 of the rules: due events, permissions and the events of a command.

use crate::account::Account;
use crate::command::{Command, CommandKind};
use crate::decide::bookable::unbookable;
use crate::decide::context::{DecisionContext, Surroundings};
use crate::decide::lifecycle::{end_terms, unbookable_due};
use crate::decide::new_people::new_people;
use crate::decide::recreated_people::recreated_people;
use crate::decide::rules::Rules;
use crate::decide::split_identities::split_identities;
use crate::decide::state_table::{StateRule, state_rule};
use crate::decide::{activation, billing, import, order, people, requests, roles, schedule, undo};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::subscription::Change;
use crate::value::license_count::LicenseCount;
use crate::value::plan::PlanKey;
use crate::value::role::{Assigned, Role};
use crate::value::setting::Setting;
use crate::value::term::BillingInterval;

/// The rules of the first release.
pub(crate) struct Version1;

impl Rules for Version1 {
    fn advance(&self, account: &mut Account, around: Surroundings<'_>) -> Vec<Event> {
        let Surroundings {
            recorded,
            people,
            today,
            ..
        } = around;
        // For earlier days, the last recorded directory is the only record of the people.
        let mut events = end_terms(account, around, recorded, today.minus_days(1));
        events.extend(end_terms(account, around, people, today));
        let mut fold = |account: &mut Account, made: Vec<Event>| {
            made.iter().for_each(|event| account.apply(event));
            events.extend(made);
        };
        let new = new_people(account, people, today);
        fold(account, new.into_iter().collect());
        let split = split_identities(account, recorded, people, today);
        fold(account, split.into_iter().collect());
        let recreated = recreated_people(account, people, today);
        fold(account, recreated);
        events
    }

    fn may(&self, context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
        check_access_and_clock(context, command)?;
        check_due(context)?;
        check_table(context, command)
    }

    fn decide(&self, context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.may(context, command)?;
        check_prices(context, command)?;
        check_bookable(context, events_of(context, command)?)
    }
}

/// The events of a permitted command.
fn events_of(context: DecisionContext<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Buy {
            plan,
            length,
            licenses,
            keep,
        } => order::buy(context, *plan, *length, (*licenses).try_into()?, keep.as_deref())?,
        Command::Adjust {
            plan,
            length,
            licenses,
            drop_scheduled,
        } => {
            let change = change(*plan, *length, *licenses)?;
            return order::adjust(context, change, *drop_scheduled == Some(true));
        }
        Command::Schedule { plan, length, licenses } => {
            schedule::schedule(context, change(*plan, *length, *licenses)?)?
        }
        Command::SetRole {
            people,
            role,
            reason,
            licenses,
            ..
        } => {
            let grant = roles::Grant {
                changes: &[(people, *role)],
                reason: *reason,
                licenses: *licenses,
            };
            return roles::set_roles(context, &grant);
        }
        Command::SetRoles {
            changes,
            reason,
            licenses,
            ..
        } => {
            let changes: Vec<_> = changes.iter().map(|it| (&it.people, it.role)).collect();
            let grant = roles::Grant {
                changes: &changes,
                reason: *reason,
                licenses: *licenses,
            };
            return roles::set_roles(context, &grant);
        }
        Command::SetDefaultRole { role } => people::set_default_role(context, *role)?,
        Command::Reassign { from, to, reason, .. } => return people::reassign(context, from, to, *reason),
        Command::FreeInactive { days, keep } => {
            people::free_inactive(context, *days, keep.as_deref().unwrap_or_default())?
        }
        Command::SetSetting { setting, on } => set_setting(context, *setting, *on)?,
        Command::RequestAccess { why } => requests::ask(context, why.clone())?,
        Command::AnswerRequest {
            person,
            grant: false,
            word,
            ..
        } => requests::decline(context, person, word.clone())?,
        Command::AnswerRequest {
            person,
            grant: true,
            role,
            word,
            licenses,
        } => {
            let granted = requests::Granted {
                person,
                role: role.unwrap_or(Assigned::Default),
                word: word.clone(),
                licenses: *licenses,
            };
            return requests::grant(context, granted);
        }
        Command::Import {
            plan,
            length,
            licenses,
            start,
            credit,
        } => {
            let wanted = import::Legacy {
                plan: *plan,
                length: *length,
                licenses: (*licenses).try_into()?,
                start: *start,
                credit: *credit,
            };
            import::import(context, wanted)?
        }
        Command::SetBilling { billing } => billing::set_billing(context, billing)?,
        Command::RecordPayment {
            document,
            paid_on,
            reference,
        } => billing::record_payment(context, document, *paid_on, reference.as_deref())?,
        Command::Activate {
            mode,
            instance,
            certificate,
        } => activation::activate(context, *mode, instance, certificate)?,
        Command::Confirm { instance, certificate } => activation::confirm(context, instance, certificate.as_deref())?,
        Command::SetProxy { proxy } => activation::set_proxy(context, proxy)?,
        Command::RecordOrder { position, by } => activation::record_order(context, *position, *by)?,
        Command::StartTrial {} => people::start_trial(context),
        Command::Unschedule {} => schedule::unschedule(context)?,
        Command::Cancel { reason } => schedule::cancel(context, reason.clone()),
        Command::Resume {} => Event::Resumed { on: context.today },
        Command::RenewNow {} => order::renew_now(context)?,
        Command::Undo {} => undo::undo(context)?,
        Command::ChooseFree { keep } => schedule::choose_free(context, keep.as_deref())?,
    };
    Ok(vec![event])
}

/// If a due event cannot be booked, nothing can be booked after it (SUB 2).
fn check_due(context: DecisionContext<'_>) -> Result<(), Refusal> {
    unbookable_due(context).map_or(Ok(()), |invalid| Err(Refusal::Field(invalid)))
}

/// Requires a catalog that may price orders for any command that needs a price (PLN 3, CRD 1).
fn check_prices(context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
    let refusal = context.catalogue.status.refusal();
    let refusal = refusal.filter(|_| command.kinds().any(CommandKind::needs_price));
    refusal.map_or(Ok(()), Err)
}

/// Checks that every event can be read back after it is booked (SUB 7, CHG 3).
fn check_bookable(context: DecisionContext<'_>, events: Vec<Event>) -> Result<Vec<Event>, Refusal> {
    let invalid = events.iter().find_map(|event| unbookable(context.account, event));
    invalid.map_or(Ok(events), |invalid| Err(Refusal::Field(invalid)))
}

/// Checks ACC, then SUB 7.
fn check_access_and_clock(context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
    let DecisionContext {
        account,
        people,
        viewer,
        today,
        ..
    } = context;
    let access = account.access(viewer, people, today);
    command.kinds().try_for_each(|kind| access.permits(kind))?;
    match account.last_booking() {
        // Certificates are checked against the clock later, among their other checks (ACT 8).
        _ if matches!(command.kind(), CommandKind::Activate | CommandKind::Confirm) => Ok(()),
        Some(last) if today < last => Err(Refusal::ClockBehind { today, last }),
        _ => Ok(()),
    }
}

/// Checks the table of SUB 8.
fn check_table(context: DecisionContext<'_>, command: &Command) -> Result<(), Refusal> {
    let DecisionContext { account, today, .. } = context;
    let sets_none = match command {
        Command::SetRole { role, .. } => *role == Assigned::Own(Role::None),
        Command::SetRoles { changes, .. } => changes.iter().all(|it| it.role == Assigned::Own(Role::None)),
        Command::SetDefaultRole { role } => *role == Role::None,
        _ => false,
    };
    let status = account.status(today);
    let granted = account.granted(today).filter(|_| account.is_granted());
    command.kinds().try_for_each(|kind| match state_rule(kind, status) {
        _ if kind.is_of_subscription() && granted.is_some() => Err(Refusal::ManagedElsewhere {
            id: granted.map_or(account.id(), |grant| grant.subscription_id),
        }),
        StateRule::Allowed => Ok(()),
        StateRule::OnlyNone(_) if sets_none => Ok(()),
        StateRule::OnlyNone(code) | StateRule::Refused(code) => Err(Refusal::State {
            code,
            end: account.paid().map(|paid| paid.term.end),
        }),
    })
}

/// Switches a setting (ACC 4, LIC 8).
fn set_setting(context: DecisionContext<'_>, setting: Setting, enabled: bool) -> Result<Event, Refusal> {
    if context.account.is_on(setting) == enabled {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::SettingChanged {
        on: context.today,
        setting,
        enabled,
    })
}

/// Combines the given fields of a command into a change. Refuses zero licenses (CHG 8).
fn change(plan: Option<PlanKey>, length: Option<BillingInterval>, licenses: Option<u32>) -> Result<Change, Refusal> {
    let licenses = licenses.map(LicenseCount::try_from).transpose()?;
    Ok(Change { plan, length, licenses })
}
