//! Proration: the exact value per day of unused and remaining time (CHG 2, CHG 3, CHG 6). CHG 12 is the worked example.
//!
//! ```
//! use licensing::catalogue::prices::{Band, Bands, PriceListId};
//! use licensing::subscription::SubscriptionItem;
//! use licensing::subscription::proration::{remaining_line, term_line};
//! use licensing::{BillingInterval, Date, LicenseCount, Money, PlanKey, Term};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let date = |text| Date::parse(text).ok_or("not a date");
//! let money = |text| Money::parse(text, 2).ok_or("not an amount");
//! // Ten licenses at 16.00 a month, from July 1 on.
//! let bands = Bands::new(vec![Band { from: 1, price: money("16.00")? }]).ok_or("bands start at 1")?;
//! let term = Term::starting(date("2026-07-01")?, BillingInterval::Monthly);
//! let ten = SubscriptionItem {
//!     plan: PlanKey::Ultimate,
//!     length: BillingInterval::Monthly,
//!     licenses: LicenseCount::try_from(10)?,
//!     price_list: PriceListId::starting(date("2026-01-01")?),
//! };
//! let bought = term_line(&ten, &bands, term).ok_or("too much")?;
//! assert_eq!(bought.amount, money("160.00")?);
//! // On July 22, ten of its 31 days remain: the day of the change counts (CHG 2).
//! let remaining = remaining_line(&ten, &bands, term, date("2026-07-22")?).ok_or("too much")?;
//! assert_eq!((remaining.days, remaining.amount), (10, money("51.61")?));
//! # Ok(())
//! # }
//! ```

use crate::billing::line::{Line, LineKind};
use crate::catalogue::prices::{Bands, PriceLists};
use crate::subscription::{RefundableCharge, SubscriptionItem};
use crate::value::date::Date;
use crate::value::money::Money;
use crate::value::term::Term;

/// The amount that may be given back for a line: never negative, and never more than what is left of the charge
/// (CHG 6).
pub fn refundable(value: Money, paid: Money, given_back: Money) -> Money {
    let nothing = Money::zero(value.digits());
    value.min((paid - given_back).max(nothing)).max(nothing)
}

/// A line for a whole term: a purchase, a renewal or an early renewal. As with every line, `None` if the price is too
/// large for an amount.
pub fn term_line(item: &SubscriptionItem, bands: &Bands, term: Term) -> Option<Line> {
    let amount = bands.term_price(item.licenses.get())?;
    Some(line(LineKind::Term, item, term, term.start, amount))
}

/// The remaining time from `today` on at the new terms. The day of the change counts (CHG 2).
pub fn remaining_line(item: &SubscriptionItem, bands: &Bands, term: Term, today: Date) -> Option<Line> {
    let price = bands.term_price(item.licenses.get())?;
    let amount = price.prorate(term.rest(today), term.days())?;
    Some(line(LineKind::Remaining, item, term, today, amount))
}

/// The unused time from `today` on at the old terms, as a negative line (CHG 2). Its value is the price of the
/// subscribed item. If the catalog no longer has that price, its value is a share of the refundable charge. It never
/// exceeds that charge (CHG 6) and has the same tax (INV 6).
pub fn unused_line(
    item: &SubscriptionItem,
    bands: Option<&Bands>,
    open: &RefundableCharge,
    term: Term,
    today: Date,
) -> Option<Line> {
    let rest = term.rest(today);
    let value = match bands {
        Some(bands) => bands.term_price(item.licenses.get())?.prorate(rest, term.days())?,
        None => open.amount.prorate(rest, open.days)?,
    };
    let nothing = Money::zero(value.digits());
    let amount = -refundable(value, open.amount, nothing);
    Some(Line {
        tax: open.tax.clone(),
        gives_back: open.named.clone(),
        ..line(LineKind::Unused, item, term, today, amount)
    })
}

/// The price bands of a line. `None` if the catalog no longer has them, or if they do not give the amount of the line
/// (CHG 3). A refund limited by its charge has a lower amount (CHG 6).
pub fn priced_by<'a>(lists: &'a PriceLists, line: &Line) -> Option<&'a Bands> {
    let bands = lists.bands(line.price_list, line.plan, line.length)?;
    let amount = bands
        .term_price(line.licenses.get())?
        .prorate(line.days, line.term_days)?;
    (amount == line.amount || amount == -line.amount).then_some(bands)
}

fn line(kind: LineKind, item: &SubscriptionItem, term: Term, from: Date, amount: Money) -> Line {
    Line {
        kind,
        plan: item.plan,
        length: item.length,
        licenses: item.licenses,
        from,
        to: term.end,
        days: from.days_until(term.end),
        term_days: term.days(),
        amount,
        tax: None,
        price_list: item.price_list,
        gives_back: None,
    }
}
