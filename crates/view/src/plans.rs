//! The plans page: every plan for a number of licenses, with its price and whether it can be chosen (PLN 1, PLN 2).

use super::{BillingInterval, Change, Command, LicenseCount, Money, PlanKey, Refusal, Scene, Status, words};
use licensing::catalogue::prices::{Bands, PricingEvent};
use licensing::value::plan::Plan;

/// The card of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCard {
    /// The plan.
    pub plan: PlanKey,
    /// Its name.
    pub name: String,
    /// The permitted number of licenses.
    pub range: String,
    /// Its remark.
    pub remark: Option<String>,
    /// The price per month for that number of licenses and interval. `None` if the plan has no price.
    pub per_month: Option<String>,
    /// The price of the whole term.
    pub per_term: Option<String>,
    /// What annual billing saves compared with twelve months, "Save 18.75%" (calculated).
    pub saving: Option<String>,
    /// Why it cannot be chosen (PLN 1).
    pub unfit: Option<String>,
    /// Whether it is the cheapest plan that can be chosen.
    pub cheapest: bool,
    /// Whether it is the current plan.
    pub held: bool,
}

/// The cards for a number of licenses and an interval. Legacy plans are included only if they are the current plan.
pub fn cards(scene: &Scene<'_>, licenses: Option<LicenseCount>, length: BillingInterval) -> Vec<PlanCard> {
    let held = scene.account.paid().map(|paid| paid.item.plan);
    let offered = PlanKey::ALL
        .into_iter()
        .filter(|plan| !plan.is_legacy() || held == Some(*plan));
    let known = offered.filter_map(|key| Some((key, scene.catalogue.plan(key)?)));
    let users = licenses.map_or(0, LicenseCount::get);
    let priced: Vec<(PlanKey, &Plan, Option<Money>, Option<String>)> = known
        .map(|(key, plan)| {
            let price = bands(scene, key, length).and_then(|bands| bands.term_price(users));
            (key, plan, price, unfit(scene, key, plan, licenses, length))
        })
        .collect();
    let cheapest = priced
        .iter()
        .filter(|(_, _, _, unfit)| unfit.is_none())
        .filter_map(|(key, _, price, _)| Some((*price.as_ref()?, *key)))
        .min();
    let card = |(key, plan, price, unfit): (PlanKey, &Plan, Option<Money>, Option<String>)| PlanCard {
        plan: key,
        name: plan.name.clone(),
        range: words::range(plan.licenses.min, plan.licenses.max),
        remark: plan.remark.clone(),
        per_month: match key {
            PlanKey::Free => Some(words::NO_PRICE.to_owned()),
            _ => price
                .and_then(|price| monthly(price, length))
                .map(|price| words::per_month(&scene.money(price))),
        },
        per_term: price.map(|price| words::per_term(&scene.money(price), length)),
        saving: saving(scene, key, licenses, length),
        unfit,
        cheapest: cheapest.is_some_and(|(_, cheapest)| cheapest == key),
        held: held == Some(key) || (key == PlanKey::Free && scene.status() == Status::Free),
    };
    priced.into_iter().map(card).collect()
}

/// The price per month of a term's price.
fn monthly(price: Money, length: BillingInterval) -> Option<Money> {
    price.prorate(1, length.months().into())
}

/// The prices that apply to an order today (PLN 3).
fn bands<'a>(scene: &Scene<'a>, plan: PlanKey, length: BillingInterval) -> Option<&'a Bands> {
    let lists = &scene.catalogue.price_lists;
    let paid = scene.account.paid();
    let in_term = paid.filter(|paid| paid.item.length == length);
    let list = match in_term {
        Some(paid) => lists.by_id(paid.item.price_list),
        None => lists.newest(PricingEvent::NewTerm, scene.today),
    };
    let fallback = || {
        lists
            .newest_with(PricingEvent::NewTerm, scene.today, plan, length)?
            .prices
            .get(&(plan, length))
    };
    list.and_then(|list| list.prices.get(&(plan, length))).or_else(fallback)
}

/// What annual billing saves compared with twelve months at the same prices.
fn saving(scene: &Scene<'_>, plan: PlanKey, licenses: Option<LicenseCount>, length: BillingInterval) -> Option<String> {
    let licenses = licenses.filter(|_| length == BillingInterval::Annual)?.get();
    let lists = &scene.catalogue.price_lists;
    let list = lists.newest(PricingEvent::NewTerm, scene.today)?;
    let year = list
        .prices
        .get(&(plan, BillingInterval::Annual))?
        .term_price(licenses)?;
    let months = list
        .prices
        .get(&(plan, BillingInterval::Monthly))?
        .term_price(licenses)?
        .checked_mul(12)?;
    let saved = (months - year).minor();
    if saved <= 0 || months.is_zero() {
        return None;
    }
    let hundredths = u32::try_from(saved.checked_mul(10_000)? / months.minor()).ok()?;
    Some(words::save(&scene.format.percent(hundredths)))
}

/// Why a plan cannot be chosen for that number of licenses (PLN 1). `None` if it can.
pub fn refused(scene: &Scene<'_>, key: PlanKey, licenses: LicenseCount, length: BillingInterval) -> Option<String> {
    unfit(scene, key, scene.catalogue.plan(key)?, Some(licenses), length)
}

/// Why a plan cannot be chosen for that number of licenses, according to the rules for the order itself (PLN 1).
fn unfit(
    scene: &Scene<'_>,
    key: PlanKey,
    plan: &Plan,
    licenses: Option<LicenseCount>,
    length: BillingInterval,
) -> Option<String> {
    if key == PlanKey::Free {
        return scene
            .decide(&Command::ChooseFree { keep: None })
            .err()
            .map(|refusal| scene.why(&refusal));
    }
    if !plan.deployments.contains(&scene.account.deployment()) {
        let on_server = scene.account.deployment() == super::Deployment::Server;
        return Some(Refusal::PlanNotAvailable { plan: key, on_server }.message(scene.catalogue));
    }
    match scene.decide(&order(scene, key, licenses?, length)) {
        Err(
            refusal @ (Refusal::LicensesOutOfRange { .. } | Refusal::PlanNotSold { .. } | Refusal::NoPriceList { .. }),
        ) => Some(scene.why(&refusal)),
        // Other refusals are shown in the order dialog, where the user can resolve them.
        _ => None,
    }
}

/// The order for a card.
pub fn order(scene: &Scene<'_>, plan: PlanKey, licenses: LicenseCount, length: BillingInterval) -> Command {
    super::order::command(scene, change(plan, licenses, length), false, false)
}

/// The change for a card.
pub fn change(plan: PlanKey, licenses: LicenseCount, length: BillingInterval) -> Change {
    Change {
        plan: Some(plan),
        length: Some(length),
        licenses: Some(licenses),
    }
}

/// The initial values of the page: the current subscription, or else enough licenses for everyone who has access now.
pub fn start(scene: &Scene<'_>) -> (PlanKey, LicenseCount, BillingInterval) {
    match scene.account.paid() {
        Some(paid) => (paid.item.plan, paid.item.licenses, paid.item.length),
        None => {
            let in_use = scene.account.licenses_in_use(scene.people);
            let licenses = in_use.try_into().unwrap_or(LicenseCount::ONE);
            let cards = cards(scene, Some(licenses), BillingInterval::Annual);
            let plan = cards
                .iter()
                .find(|card| card.cheapest)
                .map_or(PlanKey::Team, |card| card.plan);
            (plan, licenses, BillingInterval::Annual)
        }
    }
}

/// The hint below the number of licenses: the lowest possible number before a reduction (CHG 9), or the number of
/// people with access before a purchase (LIC 7).
pub fn number_hint(scene: &Scene<'_>) -> String {
    let in_use = scene.account.licenses_in_use(scene.people);
    match scene.account.paid() {
        Some(_) => words::lowest_number(in_use),
        None => words::people_with_access(in_use),
    }
}
