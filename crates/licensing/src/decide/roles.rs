//! Giving people roles, with more licenses in the same booking where that is asked for (ROL 3–5, LIC 5).

use crate::decide::context::DecisionContext;
use crate::decide::order::adjusted;
use crate::decide::people::{check_free, check_known};
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::seats::selector::{PeopleSelector, Selection};
use crate::subscription::Change;
use crate::value::role::{Assigned, FreeingReason, Role};
use std::collections::{BTreeMap, BTreeSet};

/// What people are to be given.
pub(crate) struct Grant<'a> {
    /// Whom which role is given, or Default; a row that several name gets what the last of them says.
    pub changes: &'a [(&'a PeopleSelector, Assigned)],
    /// Why licenses are freed, where they are (LIC 3).
    pub reason: Option<FreeingReason>,
    /// The licenses that the subscription is to have first (LIC 5).
    pub licenses: Option<u32>,
}

/// Adjusts the licenses, where a number is given, and then gives the roles: all in one booking (LIC 5). Refuses what
/// either refuses, in the order of SUB 8; nothing has changed only where neither changes anything (CHG 8).
pub(crate) fn set_roles(context: DecisionContext<'_>, grant: &Grant<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(licenses) = grant.licenses else {
        return assign(context, grant, context.account.licenses());
    };
    let change = Change {
        licenses: Some(licenses),
        ..Change::default()
    };
    let adjusted = adjusted(context, change, None);
    if let Err(refusal) = &adjusted
        && comes_before_people(refusal)
    {
        return Err(refusal.clone());
    }
    let assigned = assign(context, grant, Some(licenses));
    for refusal in [assigned.as_ref().err(), adjusted.as_ref().err()].into_iter().flatten() {
        if *refusal != Refusal::NothingChanged {
            return Err(refusal.clone());
        }
    }
    let events: Vec<Event> = adjusted.into_iter().chain(assigned.into_iter().flatten()).collect();
    if events.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    Ok(events)
}

/// Whether a refusal of an adjustment speaks before those of LIC (SUB 8): CHG 9, SUB 5 and CHG 8 do not.
fn comes_before_people(refusal: &Refusal) -> bool {
    !matches!(
        refusal,
        Refusal::LicensesInUse { .. } | Refusal::DoesNotFitScheduled { .. } | Refusal::NothingChanged
    )
}

/// Gives people roles of their own or Default, with `licences` to be had; only those for whom it changes something are
/// booked (ROL 3–5). Who loses access comes first, so that licenses are never short in between.
fn assign(context: DecisionContext<'_>, grant: &Grant<'_>, licenses: Option<u32>) -> Result<Vec<Event>, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    let Grant { changes, reason, .. } = *grant;
    let named: Vec<PersonId> = changes.iter().flat_map(|(who, _)| who.named()).cloned().collect();
    check_known(context, &named)?;
    let roster = account.assignments();
    let picked = changes.iter().map(|(who, role)| match who {
        PeopleSelector::These(ids) => (ids.iter().map(|id| people.meant(id).clone()).collect(), *role),
        PeopleSelector::Selected(selection) => {
            // Who is left out is left out by every row.
            let except = selection.except.iter().flat_map(|id| people.rows_of(id)).cloned();
            let selection = Selection {
                except: except.collect(),
                ..*selection
            };
            let mut ids = roster.selected(&selection, people);
            // Who was made anew is picked by the row that is there.
            ids.retain(|id| people.made_anew(id).is_none());
            (ids, *role)
        }
    });
    let picked: Vec<(Vec<PersonId>, Assigned)> = picked.collect();
    let mut given: BTreeMap<&PersonId, Assigned> = BTreeMap::new();
    for (ids, role) in &picked {
        given.extend(ids.iter().map(|id| (id, *role)));
    }
    given.retain(|id, role| held(context, id) != *role);
    check_licenses(context, &given, licenses)?;
    let mut by_role: BTreeMap<(bool, Assigned), BTreeSet<&PersonId>> = BTreeMap::new();
    for (id, role) in given {
        let access = has_access(context, role);
        by_role.entry((access, role)).or_default().insert(id);
    }
    if by_role.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let freed_for = account
        .licenses()
        .map(|_| reason.unwrap_or(FreeingReason::StoppedUsing));
    let one_role = by_role.len() == 1;
    let mut events = Vec::new();
    for ((access, role), ids) in by_role {
        let whom = if one_role {
            shortest(context, changes, ids)
        } else {
            vec![listed(ids)]
        };
        events.extend(whom.into_iter().map(|people| Event::RolesSet {
            on: today,
            people,
            role,
            reason: freed_for.filter(|_| !access),
        }));
    }
    Ok(events)
}

/// What a row is assigned; who is unlicensed has the role None already, by name or not.
fn held(context: DecisionContext<'_>, row: &PersonId) -> Assigned {
    let assigned = context.account.assignments().assigned(row, context.people);
    assigned.unwrap_or(Assigned::Own(Role::None))
}

fn has_access(context: DecisionContext<'_>, assigned: Assigned) -> bool {
    assigned
        .resolve(context.account.assignments().default_role())
        .uses_license()
}

/// Licenses suffice for those who gain access, less those who lose it: each person once, by all of their rows (LIC 2,
/// LIC 5).
fn check_licenses(
    context: DecisionContext<'_>,
    given: &BTreeMap<&PersonId, Assigned>,
    licenses: Option<u32>,
) -> Result<(), Refusal> {
    let people = context.people;
    let persons: BTreeSet<&PersonId> = given.keys().map(|id| people.counted_as(id)).collect();
    let (mut gaining, mut losing) = (0_u32, 0);
    for person in persons {
        let rows = people.rows_of(person);
        let before = rows.iter().any(|row| has_access(context, held(context, row)));
        let will_hold = |row| given.get(row).copied().unwrap_or_else(|| held(context, row));
        let after = rows.iter().any(|row| has_access(context, will_hold(row)));
        gaining += u32::from(after && !before);
        losing += u32::from(before && !after);
    }
    if gaining == 0 {
        return Ok(());
    }
    let in_use = || context.account.licenses_in_use(people);
    check_free(licenses, || in_use().saturating_add(gaining).saturating_sub(losing))
}

fn listed(ids: BTreeSet<&PersonId>) -> PeopleSelector {
    PeopleSelector::These(ids.into_iter().cloned().collect())
}

/// Whom the events of one role name: by what they are assigned, where the command picks them so and the fold finds the
/// same people without the directory, that is after the first purchase or Free (LIC 8) and where everybody has an
/// entry; else by id. All get the same role, so that no selection picks whom another has changed.
fn shortest(
    context: DecisionContext<'_>,
    changes: &[(&PeopleSelector, Assigned)],
    changed: BTreeSet<&PersonId>,
) -> Vec<PeopleSelector> {
    let DecisionContext { account, people, .. } = context;
    let roster = account.assignments();
    let picked = |assigned: Assigned| {
        let by = |who: &PeopleSelector| matches!(who, PeopleSelector::Selected(selection) if selection.on == assigned);
        changes.iter().any(|(who, _)| by(who))
    };
    if !roster.is_explicit() || changed.iter().any(|id| roster.entry(id).is_none()) {
        return vec![listed(changed)];
    }
    let (mut by_name, mut whom) = (BTreeSet::new(), Vec::new());
    let mut groups: BTreeMap<Assigned, BTreeSet<&PersonId>> = BTreeMap::new();
    for id in changed {
        groups.entry(held(context, id)).or_default().insert(id);
    }
    for (on, ids) in groups {
        if picked(on) {
            let mut selection = Selection { on, except: Vec::new() };
            let all = roster.selected(&selection, people);
            selection.except = all.into_iter().filter(|id| !ids.contains(id)).collect();
            whom.push(PeopleSelector::Selected(selection));
        } else {
            by_name.extend(ids);
        }
    }
    whom.extend((!by_name.is_empty()).then(|| listed(by_name)));
    whom
}
