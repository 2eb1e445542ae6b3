//! The renewals of the next 12 months if nothing changes until then. Summary, headline, order dialog, and the next
//! invoice take their sums from here, so each sum is the same everywhere.

use super::order::{LineView, line_views};
use super::{Date, Day, Event, Money, Scene, words};
use licensing::billing::document::{Heading, Order};
use licensing::catalogue::prices::PriceListId;
use licensing::decide::advance;
use licensing::decide::context::Surroundings;
use licensing::ledger::completeness::is_about_everybody;
use licensing::subscription::{NotFitting, OfferError, SubscriptionItem};

/// A renewal to come.
pub(crate) struct Renewal {
    /// Its day.
    pub on: Date,
    /// What it renews, with the scheduled change if that fits (SUB 5).
    pub item: SubscriptionItem,
    /// Its lines and its invoice, with the credit that is left by then.
    pub order: Order,
    not_fitting: Option<NotFitting>,
}

impl Renewal {
    /// A sum of the invoice. Zero if there is no invoice (CHG 7).
    pub fn sum(&self, zero: Money, of: impl Fn(&Heading) -> Money) -> Money {
        self.order.document.as_ref().map_or(zero, of)
    }
}

/// The renewals to come, in order.
pub(crate) struct Forecast {
    /// All renewals of the next 12 months, and at least the next one.
    pub renewals: Vec<Renewal>,
}

/// The first day after the next 12 months.
pub(crate) fn year_end(scene: &Scene<'_>) -> Date {
    scene.today.plus_months(12)
}

/// The renewals that the rules derive from the current state, by the price lists known today (SUB 2, SUB 5, PLN 3). A
/// canceled subscription has no renewals. `None` if nothing is paid for, or if they depend on people who are not read yet.
pub(crate) fn forecast(scene: &Scene<'_>) -> Option<Forecast> {
    let paid = scene.account.paid()?;
    if paid.canceled.is_some() {
        return Some(Forecast { renewals: Vec::new() });
    }
    let until = year_end(scene).minus_days(1).max(paid.term.end);
    let mut after = scene.account.clone();
    let around = Surroundings::unchanged(scene.catalogue, scene.people, until);
    let events = advance(&mut after, around);
    if scene.unread && is_about_everybody(&events) {
        return None;
    }
    let renewal = |event| match event {
        Event::Renewed {
            on,
            item,
            order,
            not_fitting,
            ..
        } => Some(Renewal {
            on,
            item,
            order,
            not_fitting,
        }),
        _ => None,
    };
    Some(Forecast {
        renewals: events.into_iter().filter_map(renewal).collect(),
    })
}

/// The next invoice, according to the current state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextInvoice {
    /// Its date.
    pub day: Day,
    /// Its lines.
    pub lines: Vec<LineView>,
    /// Its total.
    pub total: String,
    /// The credit that will be used.
    pub credit: Option<String>,
    /// The amount that will be due.
    pub due: String,
    /// The effect of a new price list (PLN 3).
    pub new_prices: Option<String>,
    /// Why the scheduled change will not be carried out in the current state (SUB 5, CHG 9).
    pub not_fitting: Option<String>,
}

impl NextInvoice {
    /// The amount that will be due, for a sentence. It says if credit was subtracted.
    pub fn figure(&self) -> String {
        match self.credit {
            Some(_) => words::after_credit(&self.due),
            None => self.due.clone(),
        }
    }
}

/// The next renewal if nothing changes until then. `None` if nothing renews, or if it depends on people who are not
/// read yet.
pub fn next_invoice(scene: &Scene<'_>) -> Option<NextInvoice> {
    forecast(scene)?.next(scene)
}

impl Forecast {
    /// The next invoice. `None` if nothing renews.
    pub fn next(&self, scene: &Scene<'_>) -> Option<NextInvoice> {
        let paid = scene.account.paid()?;
        let renewal = self.renewals.first()?;
        let zero = scene.catalogue.zero();
        let credit = renewal.sum(zero, |it| it.credit_applied);
        let is_new = renewal.item.price_list != paid.item.price_list;
        Some(NextInvoice {
            day: Day::new(scene, renewal.on),
            lines: line_views(scene, &renewal.order.lines),
            total: scene.money(renewal.sum(zero, |it| it.total)),
            credit: (!credit.is_zero()).then(|| scene.money(-credit)),
            due: scene.money(renewal.sum(zero, |it| it.due)),
            new_prices: is_new.then(|| new_prices(scene, &renewal.item, paid.item.price_list)),
            not_fitting: renewal.not_fitting.map(|it| will_not_fit(scene, it)),
        })
    }
}

/// Why the scheduled change will not be carried out (SUB 5).
fn will_not_fit(scene: &Scene<'_>, it: NotFitting) -> String {
    let why = match it.reason {
        OfferError::LicensesInUse => words::in_use_at_renewal(scene.account.licenses_in_use(scene.people)),
        other => words::misfit(other).to_owned(),
    };
    words::will_not_fit(&words::change(scene, it.change), &why)
}

/// Says that a new price list applies at renewal, and how the price differs from the price list `before` (PLN 3).
fn new_prices(scene: &Scene<'_>, item: &SubscriptionItem, before: PriceListId) -> String {
    let price = |list| {
        let bands = scene.catalogue.price_lists.bands(list, item.plan, item.length)?;
        bands.term_price(item.licenses.get())
    };
    let prices = price(before).zip(price(item.price_list));
    let Some((old, new)) = prices.filter(|(old, new)| !old.is_zero() && old != new) else {
        return words::NEW_PRICES_APPLY.to_owned();
    };
    let difference = if new < old { old - new } else { new - old };
    // Rounded to a tenth of a percent.
    let share = difference
        .minor()
        .checked_mul(1_000)
        .map(|it| (it + old.minor() / 2) / old.minor());
    let percent = share
        .and_then(|tenths| u32::try_from(tenths).ok()?.checked_mul(10))
        .map(|hundredths| scene.format.percent(hundredths));
    words::new_prices(&scene.money(difference), new < old, percent.as_deref(), item.length)
}
