//! Assigns roles to people, optionally with more licenses in the same booking (ROL 3–5, LIC 5).

use crate::decide::context::DecisionContext;
use crate::decide::order::adjusted;
use crate::decide::people::{check_free, check_known};
use crate::directory::person::PersonId;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::seats::selector::{PeopleSelector, Selection};
use crate::subscription::Change;
use crate::value::license_count::LicenseCount;
use crate::value::role::{Assigned, FreeingReason, Role};
use std::collections::{BTreeMap, BTreeSet};

/// The roles to assign.
pub(crate) struct Grant<'a> {
    /// The people and their new role or Default. If several entries name the same row, the last one counts.
    pub changes: &'a [(&'a PeopleSelector, Assigned)],
    /// Why licenses are freed, if the assignment frees any (LIC 3).
    pub reason: Option<FreeingReason>,
    /// The new number of licenses, set before the roles (LIC 5).
    pub licenses: Option<u32>,
}

/// Adjusts the licenses if a number is given, then assigns the roles, all in one booking (LIC 5). It combines the
/// refusals of both in the order of SUB 8. `NothingChanged` requires that neither changes anything (CHG 8).
pub(crate) fn set_roles(context: DecisionContext<'_>, grant: &Grant<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(licenses) = grant.licenses else {
        return assign(context, grant, context.account.licenses());
    };
    let licenses = licenses.try_into()?;
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

/// Whether a refusal of the adjustment takes precedence over those of LIC (SUB 8). CHG 9, SUB 5 and CHG 8 do not.
fn comes_before_people(refusal: &Refusal) -> bool {
    !matches!(
        refusal,
        Refusal::LicensesInUse { .. } | Refusal::DoesNotFitScheduled { .. } | Refusal::NothingChanged
    )
}

/// Assigns explicit roles or Default within `licenses`. Only people whose assignment changes are booked (ROL 3–5).
/// Events that remove access come first, so licenses never run short in between.
fn assign(
    context: DecisionContext<'_>,
    grant: &Grant<'_>,
    licenses: Option<LicenseCount>,
) -> Result<Vec<Event>, Refusal> {
    let DecisionContext {
        account, people, today, ..
    } = context;
    let Grant { changes, reason, .. } = *grant;
    let named: Vec<PersonId> = changes.iter().flat_map(|(who, _)| who.named()).cloned().collect();
    check_known(context, &named)?;
    let assignments = account.assignments();
    let picked = changes.iter().map(|(who, role)| match who {
        PeopleSelector::These(ids) => (ids.iter().map(|id| people.present_row(id).clone()).collect(), *role),
        PeopleSelector::Selected(selection) => {
            // An exception covers all rows of the person.
            let except = selection.except.iter().flat_map(|id| people.rows_of(id)).cloned();
            let selection = Selection {
                except: except.collect(),
                ..*selection
            };
            let mut ids = assignments.selected(&selection, people);
            // A person who was created again is represented by the present row.
            ids.retain(|id| people.replacement_of(id).is_none());
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

/// The assignment of a row. An unlicensed row has the role None, with or without an entry.
fn held(context: DecisionContext<'_>, row: &PersonId) -> Assigned {
    let assigned = context.account.assignments().assigned(row, context.people);
    assigned.unwrap_or(Assigned::Own(Role::None))
}

fn has_access(context: DecisionContext<'_>, assigned: Assigned) -> bool {
    assigned
        .resolve(context.account.assignments().default_role())
        .uses_license()
}

/// Checks that the licenses suffice for people who gain access, less people who lose it. Each person counts once, over
/// all their rows (LIC 2, LIC 5).
fn check_licenses(
    context: DecisionContext<'_>,
    given: &BTreeMap<&PersonId, Assigned>,
    licenses: Option<LicenseCount>,
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

/// The people that the events of one role name. They are named by assignment if the command selects them that way and
/// the fold finds the same people without the directory. This needs explicit assignments (LIC 8) and an entry for every
/// person. Otherwise they are named by ID. All get the same role, so no selection matches people that another one
/// changed.
fn shortest(
    context: DecisionContext<'_>,
    changes: &[(&PeopleSelector, Assigned)],
    changed: BTreeSet<&PersonId>,
) -> Vec<PeopleSelector> {
    let DecisionContext { account, people, .. } = context;
    let assignments = account.assignments();
    let picked = |assigned: Assigned| {
        let by = |who: &PeopleSelector| matches!(who, PeopleSelector::Selected(selection) if selection.on == assigned);
        changes.iter().any(|(who, _)| by(who))
    };
    if !assignments.is_explicit() || changed.iter().any(|id| assignments.entry(id).is_none()) {
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
            let all = assignments.selected(&selection, people);
            selection.except = all.into_iter().filter(|id| !ids.contains(id)).collect();
            whom.push(PeopleSelector::Selected(selection));
        } else {
            by_name.extend(ids);
        }
    }
    whom.extend((!by_name.is_empty()).then(|| listed(by_name)));
    whom
}
