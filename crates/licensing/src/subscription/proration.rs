//! Proration: what unused time is worth and what the remaining time costs, exact per day (CHG 2, CHG 3, CHG 6). CHG 12 is the
//! worked example.
//!
//! ```
//! use licensing::catalogue::prices::{Band, Bands, PriceListId};
//! use licensing::subscription::SubscriptionItem;
//! use licensing::subscription::proration::{remaining_line, term_line};
//! use licensing::{BillingInterval, Date, Money, PlanKey, Term};
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
//!     licenses: 10,
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

/// What may be given back of a line: never less than nothing, never more than what is left of it (CHG 6).
pub fn refundable(value: Money, paid: Money, given_back: Money) -> Money {
    let nothing = Money::zero(value.digits());
    value.min((paid - given_back).max(nothing)).max(nothing)
}

/// A line over a whole term: a purchase, a renewal, Renew now. `None`, as with every line, where it is more than an amount
/// can hold.
pub fn term_line(holding: &SubscriptionItem, bands: &Bands, term: Term) -> Option<Line> {
    let amount = bands.term_price(holding.licenses)?;
    Some(line(LineKind::Term, holding, term, term.start, amount))
}

/// The remaining time from `today` on at the new terms, the day of the change included (CHG 2).
pub fn remaining_line(holding: &SubscriptionItem, bands: &Bands, term: Term, today: Date) -> Option<Line> {
    let price = bands.term_price(holding.licenses)?;
    let amount = price.prorate(term.rest(today), term.days())?;
    Some(line(LineKind::Remaining, holding, term, today, amount))
}

/// The unused time from `today` on at the old terms, negative (CHG 2). It is valued by what is held; where the
/// catalogue no longer has that price, by the open line itself; never beyond that line (CHG 6). It is taxed like that line
/// (INV 6).
pub fn unused_line(
    holding: &SubscriptionItem,
    bands: Option<&Bands>,
    open: &RefundableCharge,
    term: Term,
    today: Date,
) -> Option<Line> {
    let rest = term.rest(today);
    let value = match bands {
        Some(bands) => bands.term_price(holding.licenses)?.prorate(rest, term.days())?,
        None => open.amount.prorate(rest, open.days)?,
    };
    let nothing = Money::zero(value.digits());
    let amount = -refundable(value, open.amount, nothing);
    Some(Line {
        tax: open.tax.clone(),
        gives_back: open.named.clone(),
        ..line(LineKind::Unused, holding, term, today, amount)
    })
}

/// The prices of a line, where a catalogue still has them and its amount comes to that (CHG 3): a line may be less, since
/// nothing gives back more than was charged (CHG 6).
pub fn priced_by<'a>(lists: &'a PriceLists, line: &Line) -> Option<&'a Bands> {
    let bands = lists.bands(line.price_list, line.plan, line.length)?;
    let amount = bands.term_price(line.licenses)?.prorate(line.days, line.term_days)?;
    (amount == line.amount || amount == -line.amount).then_some(bands)
}

fn line(kind: LineKind, holding: &SubscriptionItem, term: Term, from: Date, amount: Money) -> Line {
    Line {
        kind,
        plan: holding.plan,
        length: holding.length,
        licenses: holding.licenses,
        from,
        to: term.end,
        days: from.days_until(term.end),
        term_days: term.days(),
        amount,
        tax: None,
        price_list: holding.price_list,
        gives_back: None,
    }
}
