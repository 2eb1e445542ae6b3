//! Giving people a role, with more licences in the same booking where that is asked for (ROL 3–5, LIC 5).

use super::Situation;
use super::order::adjust;
use super::people::{check_free, check_known};
use crate::licensing::Refusal;
use crate::licensing::event::Event;
use crate::licensing::named_user::PersonId;
use crate::licensing::role::{Assigned, FreeingReason, Role};
use crate::licensing::subscription::Change;
use crate::licensing::who::Who;
use std::collections::BTreeSet;

/// What people are to be given.
pub(super) struct Grant<'a> {
    /// Whom it is given.
    pub who: &'a Who,
    /// The role, or Default.
    pub role: Assigned,
    /// Why licences are freed, where they are (LIC 3).
    pub reason: Option<FreeingReason>,
    /// The licences that the subscription is to have first (LIC 5).
    pub licences: Option<u32>,
}

/// Adjusts the licences, where a number is given, and then gives the role: both in one booking (LIC 5). Refuses what
/// either refuses, in the order of SUB 8; nothing has changed only where neither changes anything (CHG 8).
pub(super) fn set_role(situation: Situation<'_>, grant: &Grant<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(licences) = grant.licences else {
        return Ok(vec![assign(situation, grant, situation.account.licences())?]);
    };
    let change = Change {
        licences: Some(licences),
        ..Change::default()
    };
    let adjusted = adjust(situation, change);
    if let Err(refusal) = &adjusted
        && comes_before_people(refusal)
    {
        return Err(refusal.clone());
    }
    let assigned = assign(situation, grant, Some(licences));
    for outcome in [&assigned, &adjusted] {
        if let Err(refusal) = outcome
            && *refusal != Refusal::NothingChanged
        {
            return Err(refusal.clone());
        }
    }
    let events: Vec<Event> = adjusted.into_iter().chain(assigned).collect();
    if events.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    Ok(events)
}

/// Whether a refusal of an adjustment speaks before those of LIC (SUB 8): CHG 9, SUB 5 and CHG 8 do not.
fn comes_before_people(refusal: &Refusal) -> bool {
    !matches!(
        refusal,
        Refusal::LicencesInUse { .. } | Refusal::DoesNotFitScheduled { .. } | Refusal::NothingChanged
    )
}

/// Gives people a role of their own or Default, with `licences` to be had; only those for whom it changes something
/// are booked (ROL 3–5).
fn assign(situation: Situation<'_>, grant: &Grant<'_>, licences: Option<u32>) -> Result<Event, Refusal> {
    let Situation {
        account, people, today, ..
    } = situation;
    let Grant { who, role, reason, .. } = *grant;
    check_known(situation, who.named())?;
    let roster = &account.roster;
    // Who is unlicensed has the role None already, by name or not.
    let held = |id: &PersonId| roster.assigned(id, people).unwrap_or(Assigned::Own(Role::None));
    let ids = match who {
        Who::These(ids) => ids.clone(),
        Who::Selected(selection) => roster.selected(selection, people),
    };
    let changed: BTreeSet<&PersonId> = ids.iter().filter(|id| held(id) != role).collect();
    let has_access = |assigned: Assigned| assigned.resolve(roster.default_role()).uses_licence();
    if has_access(role) {
        // Each person once, and only who has no row with access yet (LIC 2).
        let gaining: BTreeSet<&PersonId> = changed
            .iter()
            .filter(|id| !roster.role(id, people).uses_licence())
            .map(|id| people.counted_as(id))
            .collect();
        let gaining = u32::try_from(gaining.len()).unwrap_or(u32::MAX);
        if gaining > 0 {
            check_free(licences, || account.licences_in_use(people).saturating_add(gaining))?;
        }
    }
    if changed.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let frees = !has_access(role) && account.licences().is_some();
    Ok(Event::RolesSet {
        on: today,
        people: booked_as(situation, who, changed),
        role,
        reason: frees.then(|| reason.unwrap_or(FreeingReason::StoppedUsing)),
    })
}

/// A selection is booked as it is, where the fold finds the same people without the directory: after the first
/// purchase or Free (LIC 8), and where everybody it picks has an entry. Else everybody is listed.
fn booked_as(situation: Situation<'_>, who: &Who, changed: BTreeSet<&PersonId>) -> Who {
    let roster = &situation.account.roster;
    let alone = || roster.is_settled() && changed.iter().all(|id| roster.entry(id).is_some());
    match who {
        Who::Selected(selection) if alone() => selection.clone().into(),
        _ => Who::These(changed.into_iter().cloned().collect()),
    }
}
