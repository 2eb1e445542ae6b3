//! Whether plan, length and licences go together: plans and limits (PLN 1, PLN 5) and prices (PLN 3).

use crate::catalogue::prices::Occasion;
use crate::decide::context::Situation;
use crate::refusal::Refusal;
use crate::subscription::{Change, Holding, Misfit};
use crate::value::date::Date;
use crate::value::plan::{Deployment, PlanKey};
use crate::value::term::Length;

/// Why a plan does not fit, the numbers aside.
pub(crate) fn plan_misfit(situation: Situation<'_>, plan: PlanKey, held: Option<PlanKey>) -> Option<Misfit> {
    let known = situation.catalogue.plan(plan);
    let available = known.is_none_or(|it| it.deployments.contains(&situation.account.deployment));
    let sold = held == Some(plan) || known.is_some_and(|it| it.sold);
    match (available, sold) {
        (false, _) => Some(Misfit::PlanNotAvailable),
        (true, false) => Some(Misfit::PlanNotSold),
        (true, true) => None,
    }
}

/// Whether a plan takes that many licences (PLN 1).
pub(crate) fn number_misfit(situation: Situation<'_>, plan: PlanKey, licences: u32) -> Option<Misfit> {
    let fits = situation
        .catalogue
        .plan(plan)
        .is_none_or(|it| it.licences.contains(licences));
    (!fits).then_some(Misfit::LicencesOutOfRange)
}

/// The list that prices a new term or a renewal on `day` (PLN 3), by its `from`. A plan that is held already falls
/// back on the newest list that has it, and at last on the list that priced it so far.
pub(crate) fn list_for(
    situation: Situation<'_>,
    occasion: Occasion,
    day: Date,
    (plan, length): (PlanKey, Length),
    held: Option<&Holding>,
) -> Option<Date> {
    let lists = &situation.catalogue.price_lists;
    let newest = lists
        .newest(occasion, day)
        .filter(|list| list.prices.contains_key(&(plan, length)));
    let of_term = |held: &Holding| {
        lists
            .by_from(held.price_list)
            .filter(|list| list.prices.contains_key(&(plan, length)))
    };
    if occasion == Occasion::Renewal && lists.newest(occasion, day).is_none() {
        // No list is reached: a renewal keeps the list of its term, whatever changes with it.
        return held.and_then(of_term).map(|list| list.from);
    }
    let list = match held.filter(|held| held.plan == plan) {
        None => newest,
        Some(held) => newest
            .or_else(|| lists.newest_with(occasion, day, plan, length))
            .or_else(|| of_term(held)),
    };
    list.map(|list| list.from)
}

/// Why a change does not fit the account on the day it is to take effect (SUB 5), licences in use aside; else the
/// holding that comes out.
pub(crate) fn scheduled_holding(
    situation: Situation<'_>,
    change: Change,
    holding: &Holding,
    day: Date,
) -> Result<Holding, Misfit> {
    let (plan, length, licences) = change.applied_to(holding);
    if let Some(misfit) = plan_misfit(situation, plan, Some(holding.plan)) {
        return Err(misfit);
    }
    // Changed limits bind new orders only (PLN 3): what is held already is not judged again.
    let new_order = plan != holding.plan || licences != holding.licences;
    if let Some(misfit) = number_misfit(situation, plan, licences).filter(|_| new_order) {
        return Err(misfit);
    }
    let price_list =
        list_for(situation, Occasion::Renewal, day, (plan, length), Some(holding)).ok_or(Misfit::NoPriceList)?;
    Ok(Holding {
        plan,
        length,
        licences,
        price_list,
    })
}

/// The refusal for a misfit.
pub(crate) fn refusal(
    situation: Situation<'_>,
    misfit: Misfit,
    plan: PlanKey,
    length: Length,
    licences: u32,
) -> Refusal {
    let catalogue = situation.catalogue;
    let name = catalogue.plan_name(plan).to_owned();
    match misfit {
        Misfit::PlanNotAvailable => Refusal::PlanNotAvailable {
            plan: name,
            on_server: situation.account.deployment == Deployment::Server,
        },
        Misfit::PlanNotSold => Refusal::PlanNotSold { plan: name },
        Misfit::LicencesOutOfRange => {
            let limits = catalogue.plan(plan).map(|it| it.licences);
            Refusal::LicencesOutOfRange {
                plan: name,
                licences,
                min: limits.map_or(1, |limits| limits.min),
                max: limits.and_then(|limits| limits.max),
            }
        }
        Misfit::NoPriceList => {
            let later = |from: &Date| *from > situation.today;
            let first = catalogue
                .price_lists
                .iter()
                .find(|list| list.prices.contains_key(&(plan, length)));
            Refusal::NoPriceList {
                plan: name,
                from: first.map(|list| list.from).filter(later),
            }
        }
        Misfit::LicencesInUse => Refusal::LicencesInUse {
            in_use: situation.account.licences_in_use(situation.people),
            licences,
        },
    }
}
