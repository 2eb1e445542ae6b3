//! Commands about people: starting the trial, changing Default, passing a license on (ROL, LIC).

use crate::account::inactive::inactive;
use crate::decide::context::DecisionContext;
use crate::directory::person::PersonId;
use crate::directory::set_of;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::FieldError;
use crate::seats::assignments::Assignments;
use crate::value::license_count::LicenseCount;
use crate::value::role::{Assigned, FreeingReason, Role};
use crate::value::trial::Trial;

/// Starts the trial. The person who starts it becomes Administrator if the directory has them (TRI 1, ROL 6).
pub(crate) fn start_trial(context: DecisionContext<'_>) -> Event {
    let DecisionContext {
        catalogue,
        people,
        viewer,
        today,
        ..
    } = context;
    let trial = Trial::starting(today, catalogue.trial_days);
    let administrator = viewer.id.clone().filter(|id| people.contains(id));
    Event::TrialStarted {
        on: trial.start,
        end: trial.end,
        administrator,
    }
}

/// Changes the role that Default resolves to (ROL 3, ROL 4).
pub(crate) fn set_default_role(context: DecisionContext<'_>, role: Role) -> Result<Event, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    if role.uses_license() && !account.assignments().default_role().uses_license() {
        check_free(account.licenses(), || {
            let mut after = Assignments::clone(account.assignments());
            after.set_default(role, today);
            after.in_use(people)
        })?;
    }
    if role == account.assignments().default_role() {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::DefaultRoleSet { on: today, role })
}

/// Passes a license on with its role (LIC 3). A person with several rows passes on the highest role, and all their rows
/// lose access. Otherwise the one license would become two (LIC 2, LIC 5).
pub(crate) fn reassign(
    context: DecisionContext<'_>,
    from: &PersonId,
    to: &PersonId,
    reason: Option<FreeingReason>,
) -> Result<Vec<Event>, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    let reason = reason.ok_or(Refusal::ReasonMissing)?;
    check_known(context, &[from.clone(), to.clone()])?;
    let (from, to) = (people.present_row(from), people.present_row(to));
    let assignments = account.assignments();
    let rows = people.rows_of(from);
    let licensed = |row: &PersonId| {
        let assigned = assignments.assigned(row, people)?;
        let role = assigned.resolve(assignments.default_role());
        role.uses_license().then_some((role, assigned))
    };
    let highest = rows
        .iter()
        .filter_map(|row| Some((licensed(row)?, row == from)))
        .max_by_key(|((role, _), own)| (*role, *own));
    // If there is no license to pass on, or the other person already has one, nothing changes.
    let Some(((_, role), _)) = highest.filter(|_| !assignments.role(to, people).uses_license()) else {
        return Err(Refusal::NothingChanged);
    };
    let others: Vec<PersonId> = rows
        .iter()
        .filter(|row| *row != from && licensed(row).is_some())
        .cloned()
        .collect();
    let freed = (!others.is_empty()).then_some(Event::RolesSet {
        on: today,
        people: others.into(),
        role: Assigned::Own(Role::None),
        reason: Some(reason),
    });
    let passed = Event::Reassigned {
        on: today,
        from: from.clone(),
        to: to.clone(),
        role,
        reason,
        since: None,
    };
    Ok(freed.into_iter().chain([passed]).collect())
}

/// Frees the licenses of everybody who has not used them for `days` days, except the people in `keep` (LIC 3, LIC 10).
pub(crate) fn free_inactive(context: DecisionContext<'_>, days: u32, keep: &[PersonId]) -> Result<Event, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    if days == 0 {
        return Err(Refusal::Field(FieldError::NoDays));
    }
    check_known(context, keep)?;
    let keep = set_of(keep.iter().map(|id| people.counted_as(id)));
    let freed: Vec<PersonId> = inactive(account, people, today, days)
        .into_iter()
        .filter(|it| !keep.contains(&it.person))
        .flat_map(|it| it.rows)
        .collect();
    if freed.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::RolesSet {
        on: today,
        people: freed.into(),
        role: Assigned::Own(Role::None),
        reason: account.licenses().map(|_| FreeingReason::StoppedUsing),
    })
}

/// Refuses people who are not in the current directory, an earlier directory or the account.
pub(crate) fn check_known(context: DecisionContext<'_>, ids: &[PersonId]) -> Result<(), Refusal> {
    let DecisionContext { account, people, .. } = context;
    let known = |id: &PersonId| people.contains(people.present_row(id)) || account.assignments().entry(id).is_some();
    let unknown = set_of(ids.iter().filter(|id| !known(id)));
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(Refusal::UnknownPerson {
            ids: unknown.into_iter().cloned().collect(),
        })
    }
}

/// Checks that licenses in use do not exceed `licenses`. `None`, as in a trial, means no limit (LIC 5, LIC 6).
pub(crate) fn check_free(licenses: Option<LicenseCount>, in_use_after: impl FnOnce() -> u32) -> Result<(), Refusal> {
    let Some(licenses) = licenses else {
        return Ok(());
    };
    let needed = in_use_after();
    match needed.checked_sub(licenses.get()) {
        Some(missing) if missing > 0 => Err(Refusal::NoFreeLicense {
            missing,
            licenses,
            needed,
        }),
        _ => Ok(()),
    }
}
