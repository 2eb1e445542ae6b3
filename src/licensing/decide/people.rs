//! Commands about people: the trial, roles, passing a licence on (ROL, LIC).

use super::Situation;
use crate::licensing::Refusal;
use crate::licensing::event::Event;
use crate::licensing::named_user::PersonId;
use crate::licensing::role::{Assigned, FreeingReason, Role};
use crate::licensing::trial::Trial;
use std::collections::BTreeSet;

/// Starts the trial; who starts it becomes Administrator, if in the directory (TRI 1, ROL 6).
pub(super) fn start_trial(situation: Situation<'_>) -> Event {
    let Situation {
        catalogue,
        people,
        viewer,
        today,
        ..
    } = situation;
    let trial = Trial::starting(today, catalogue.trial_days);
    let administrator = viewer.id.clone().filter(|id| people.contains(id));
    Event::TrialStarted {
        on: trial.start,
        end: trial.end,
        administrator,
    }
}

/// Gives people a role of their own or Default; only those for whom it changes something are booked (ROL 3–5).
pub(super) fn set_role(
    situation: Situation<'_>,
    ids: &[PersonId],
    role: Assigned,
    reason: Option<FreeingReason>,
) -> Result<Event, Refusal> {
    let Situation {
        account, people, today, ..
    } = situation;
    check_known(situation, ids)?;
    let roster = &account.roster;
    // Who is unlicensed has the role None already, by name or not.
    let held = |id: &PersonId| roster.assigned(id, people).unwrap_or(Assigned::Own(Role::None));
    let changed: BTreeSet<&PersonId> = ids.iter().filter(|id| held(id) != role).collect();
    let default = roster.default_role();
    let has_access = |assigned: Assigned| assigned.resolve(default).uses_licence();
    if has_access(role) {
        // Each person once, and only who has no row with access yet (LIC 2).
        let gaining: BTreeSet<&PersonId> = changed
            .iter()
            .filter(|id| !roster.role(id, people).uses_licence())
            .map(|id| people.counted_as(id))
            .collect();
        let gaining = u32::try_from(gaining.len()).unwrap_or(u32::MAX);
        if gaining > 0 {
            check_free(situation, || account.licences_in_use(people).saturating_add(gaining))?;
        }
    }
    let changed: Vec<PersonId> = changed.into_iter().cloned().collect();
    if changed.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let frees = !has_access(role) && account.licences().is_some();
    let reason = frees.then(|| reason.unwrap_or(FreeingReason::StoppedUsing));
    Ok(Event::RolesSet {
        on: today,
        people: changed,
        role,
        reason,
    })
}

/// Changes what Default resolves to (ROL 3, ROL 4).
pub(super) fn set_default_role(situation: Situation<'_>, role: Role) -> Result<Event, Refusal> {
    let Situation {
        account, people, today, ..
    } = situation;
    if role.uses_licence() && !account.roster.default_role().uses_licence() {
        check_free(situation, || {
            let mut after = account.roster.clone();
            after.set_default(role);
            after.in_use(people)
        })?;
    }
    if role == account.roster.default_role() {
        return Err(Refusal::NothingChanged);
    }
    Ok(Event::DefaultRoleSet { on: today, role })
}

/// Passes a licence on, with its role (LIC 3). Of a person with several rows it is the highest role, and all of them
/// lose it: else the one licence would be two (LIC 2, LIC 5).
pub(super) fn reassign(
    situation: Situation<'_>,
    from: &PersonId,
    to: &PersonId,
    reason: Option<FreeingReason>,
) -> Result<Vec<Event>, Refusal> {
    let Situation {
        account, people, today, ..
    } = situation;
    let reason = reason.ok_or(Refusal::ReasonMissing)?;
    check_known(situation, &[from.clone(), to.clone()])?;
    let roster = &account.roster;
    let rows = people.doubles().get(people.counted_as(from));
    let rows = rows.map_or(std::slice::from_ref(from), Vec::as_slice);
    let licensed = |row: &PersonId| {
        let assigned = roster.assigned(row, people)?;
        let role = assigned.resolve(roster.default_role());
        role.uses_licence().then_some((role, assigned))
    };
    let highest = rows
        .iter()
        .filter_map(|row| Some((licensed(row)?, row == from)))
        .max_by_key(|((role, _), own)| (*role, *own));
    // Nothing to pass on, or nobody to pass it to: nothing would change.
    let Some(((_, role), _)) = highest.filter(|_| !roster.role(to, people).uses_licence()) else {
        return Err(Refusal::NothingChanged);
    };
    let others: Vec<PersonId> = rows
        .iter()
        .filter(|row| *row != from && licensed(row).is_some())
        .cloned()
        .collect();
    let freed = (!others.is_empty()).then_some(Event::RolesSet {
        on: today,
        people: others,
        role: Assigned::Own(Role::None),
        reason: Some(reason),
    });
    let passed = Event::Reassigned {
        on: today,
        from: from.clone(),
        to: to.clone(),
        role,
        reason,
    };
    Ok(freed.into_iter().chain([passed]).collect())
}

/// Refuses people whom neither the directory nor the account knows.
pub(super) fn check_known(situation: Situation<'_>, ids: &[PersonId]) -> Result<(), Refusal> {
    let Situation { account, people, .. } = situation;
    let known = |id: &PersonId| people.contains(id) || account.roster.entry(id).is_some();
    let unknown: BTreeSet<&PersonId> = ids.iter().filter(|id| !known(id)).collect();
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(Refusal::UnknownPerson {
            ids: unknown.into_iter().cloned().collect(),
        })
    }
}

/// Licences in use never exceed those of the subscription; a trial has no limit (LIC 5, LIC 6).
fn check_free(situation: Situation<'_>, in_use_after: impl FnOnce() -> u32) -> Result<(), Refusal> {
    let Some(licences) = situation.account.licences() else {
        return Ok(());
    };
    match in_use_after().checked_sub(licences) {
        Some(missing) if missing > 0 => Err(Refusal::NoFreeLicence { missing, licences }),
        _ => Ok(()),
    }
}
