//! Orders: buy, adjust, renew now. What costs or gives back money today.

use crate::billing::document::Order;
use crate::billing::line::Line;
use crate::billing::line::Tax;
use crate::catalogue::prices::{Bands, Occasion};
use crate::decide::bookable::has_amounts;
use crate::decide::context::Situation;
use crate::decide::offer::{list_for, number_misfit, plan_misfit, refusal, scheduled_holding};
use crate::decide::people::check_known;
use crate::directory::person::PersonId;
use crate::directory::set_of;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::refusal::field_error::Invalid;
use crate::seats::assignments::Settlement;
use crate::subscription::proration::{remaining_line, term_line, unused_line};
use crate::subscription::status::Status;
use crate::subscription::{Change, Holding, Misfit, Paid};
use crate::value::date::Date;
use crate::value::plan::PlanKey;
use crate::value::term::{Length, Term};

/// Buys a subscription whose term starts today (TRI 5, SUB 4).
pub(crate) fn buy(
    situation: Situation<'_>,
    plan: PlanKey,
    length: Length,
    licences: u32,
    keep: Option<&[PersonId]>,
) -> Result<Event, Refusal> {
    check_order(situation, plan, length, licences, None)?;
    let wanted = Holding {
        plan,
        length,
        licences,
        price_list: situation.today,
    };
    let (holding, bands) = priced_from(situation, Occasion::NewTerm, wanted, None)?;
    let access = settle(situation, licences, keep)?;
    let term = Term::starting(situation.today, length);
    let order = order(situation, vec![fitting(term_line(&holding, bands, term))?]);
    Ok(Event::Purchased {
        on: situation.today,
        holding,
        term,
        order,
        access,
    })
}

/// Adjusts licences, plan and length today, all in one order (CHG 1, CHG 11). Where it is to drop the change that is
/// scheduled, that is removed first (SUB 5); while Free is chosen in its place, the adjustment alone says so.
pub(crate) fn adjust(situation: Situation<'_>, change: Change, drop_scheduled: bool) -> Result<Vec<Event>, Refusal> {
    let paid = running(situation)?;
    let Some(dropped) = paid.scheduled().filter(|_| drop_scheduled) else {
        return Ok(vec![adjusted(situation, change, None)?]);
    };
    let unscheduled = Event::ChangeUnscheduled { on: situation.today };
    let unscheduled = Some(unscheduled).filter(|_| paid.pending_free().is_none());
    let adjusted = adjusted(situation, change, Some(dropped))?;
    Ok(unscheduled.into_iter().chain([adjusted]).collect())
}

/// The adjustment itself, beside what stays scheduled: nothing, where that is dropped.
pub(crate) fn adjusted(situation: Situation<'_>, change: Change, dropped: Option<Change>) -> Result<Event, Refusal> {
    let paid = running(situation)?;
    let (plan, length, licences) = change.applied_to(&paid.holding);
    check_order(situation, plan, length, licences, Some(&paid.holding))?;
    let wanted = Holding {
        plan,
        length,
        licences,
        ..paid.holding
    };
    let new_length = length != paid.holding.length;
    let (holding, bands) = if new_length {
        priced_from(situation, Occasion::NewTerm, wanted, Some(&paid.holding))?
    } else {
        priced_in_term(situation, wanted, paid)?
    };
    let in_use = situation.account.licences_in_use(situation.people);
    if licences < in_use {
        return Err(Refusal::LicencesInUse { in_use, licences });
    }
    let term = if new_length {
        paid.term_of_length(length, situation.today)
    } else {
        paid.term
    };
    if dropped.is_none() {
        check_scheduled(situation, paid, &holding, term.end)?;
    }
    if change.changes_nothing(&paid.holding) {
        return Err(Refusal::NothingChanged);
    }
    // What the rest of the term costs may fit where the whole of the next one would not.
    if !has_amounts(&order(situation, vec![fitting(term_line(&holding, bands, term))?])) {
        return Err(Refusal::Invalid(Invalid::BeyondDigits));
    }
    let on = situation.today;
    let remaining = fitting(remaining_line(&holding, bands, term, on))?;
    let lines = vec![unused(situation, paid)?, remaining];
    let order = order(situation, lines);
    Ok(if new_length {
        Event::LengthChanged {
            on,
            holding,
            term,
            order,
            dropped,
        }
    } else {
        Event::Adjusted {
            on,
            holding,
            order,
            dropped,
        }
    })
}

/// A new term of the same length, plan and licences today (SUB 6).
pub(crate) fn renew_now(situation: Situation<'_>) -> Result<Event, Refusal> {
    let paid = running(situation)?;
    let on = situation.today;
    let (holding, bands) = priced_from(situation, Occasion::NewTerm, paid.holding, Some(&paid.holding))?;
    if on <= paid.term.start {
        return Err(Refusal::FirstDay {
            from: paid.term.start.plus_days(1),
        });
    }
    let term = Term::starting(on, holding.length);
    let whole = fitting(term_line(&holding, bands, term))?;
    let order = order(situation, vec![unused(situation, paid)?, whole]);
    Ok(Event::RenewedNow {
        on,
        holding,
        term,
        order,
    })
}

/// The lines of one order on one document (CHG 7), each taxed: an unused line like the one it gives back, every other
/// one with today's rate (INV 6).
pub(crate) fn order(situation: Situation<'_>, mut lines: Vec<Line>) -> Order {
    let account = situation.account;
    for line in lines.iter_mut().filter(|line| line.is_charge()) {
        line.tax = Tax::now(situation.catalogue, &account.billing);
    }
    Order::new(
        lines,
        situation.today,
        situation.catalogue.payment_days,
        account.numbers(),
        &account.credit,
    )
}

/// What comes to an amount, refused where it is more than one can hold (CHG 3).
pub(crate) fn fitting<T>(made: Option<T>) -> Result<T, Refusal> {
    made.ok_or(Refusal::Invalid(Invalid::BeyondDigits))
}

/// Who keeps access with `licences` licences (LIC 7).
pub(crate) fn settle(
    situation: Situation<'_>,
    licences: u32,
    keep: Option<&[PersonId]>,
) -> Result<Settlement, Refusal> {
    let Situation { account, people, .. } = situation;
    if let Some(keep) = keep {
        check_known(situation, keep)?;
        let with_access = account.roster.with_access(people);
        let named = set_of(keep.iter().map(|id| people.counted_as(id)));
        let chosen = named.iter().filter(|person| with_access.contains_key(*person)).count();
        let chosen = u32::try_from(chosen).unwrap_or(u32::MAX);
        let everybody = u32::try_from(with_access.len()).unwrap_or(u32::MAX);
        if everybody > licences && chosen > licences {
            return Err(Refusal::NoFreeLicence {
                missing: chosen - licences,
                licences,
                needed: chosen,
            });
        }
    }
    Ok(account.roster.settlement(people, licences, keep))
}

/// Everything that may refuse an order before there is a price: zero, Free, plan, number (SUB 8, PLN).
fn check_order(
    situation: Situation<'_>,
    plan: PlanKey,
    length: Length,
    licences: u32,
    held: Option<&Holding>,
) -> Result<(), Refusal> {
    check_zero_and_free(situation, plan, licences)?;
    let misfit =
        plan_misfit(situation, plan, held.map(|held| held.plan)).or_else(|| number_misfit(situation, plan, licences));
    misfit.map_or(Ok(()), |misfit| Err(refusal(situation, misfit, plan, length, licences)))
}

/// Zero licences are no order (CHG 8), and Free is chosen, not ordered (PLN 4).
pub(crate) fn check_zero_and_free(situation: Situation<'_>, plan: PlanKey, licences: u32) -> Result<(), Refusal> {
    if licences == 0 {
        return Err(Refusal::ZeroLicences);
    }
    match (plan, situation.account.status(situation.today)) {
        (PlanKey::Free, Status::Active) => Err(Refusal::CancelFirst),
        (PlanKey::Free, _) => Err(Refusal::ChooseFree),
        _ => Ok(()),
    }
}

/// Prices a holding by the list in force for a term that starts today (PLN 3).
fn priced_from<'a>(
    situation: Situation<'a>,
    occasion: Occasion,
    wanted: Holding,
    held: Option<&Holding>,
) -> Result<(Holding, &'a Bands), Refusal> {
    let Holding {
        plan, length, licences, ..
    } = wanted;
    let list = list_for(situation, occasion, situation.today, (plan, length), held);
    let priced = list.and_then(|from| Some((from, situation.catalogue.price_lists.bands(from, plan, length)?)));
    let (price_list, bands) = priced.ok_or_else(|| refusal(situation, Misfit::NoPriceList, plan, length, licences))?;
    Ok((Holding { price_list, ..wanted }, bands))
}

/// Prices a holding by the list of the running term (PLN 3).
fn priced_in_term<'a>(situation: Situation<'a>, wanted: Holding, paid: &Paid) -> Result<(Holding, &'a Bands), Refusal> {
    let lists = &situation.catalogue.price_lists;
    let Holding {
        plan,
        length,
        licences,
        price_list,
    } = wanted;
    match lists.bands(price_list, plan, length) {
        Some(bands) => Ok((wanted, bands)),
        // The catalogue has lost the list, or what is held from it: the newest that has it.
        None if plan == paid.holding.plan || lists.by_from(price_list).is_none() => {
            priced_from(situation, Occasion::NewTerm, wanted, Some(&paid.holding))
        }
        // A plan that the list of the term does not have is not offered within the term.
        None => Err(refusal(situation, Misfit::NoPriceList, plan, length, licences)),
    }
}

/// The unused time of the running term (CHG 2, CHG 6).
fn unused(situation: Situation<'_>, paid: &Paid) -> Result<Line, Refusal> {
    let Holding {
        plan,
        length,
        price_list,
        ..
    } = paid.holding;
    let bands = situation.catalogue.price_lists.bands(price_list, plan, length);
    let line = unused_line(&paid.holding, bands, &paid.open_line, paid.term, situation.today);
    fitting(line)
}

/// An adjustment leaves the scheduled change standing, so the two must fit together (SUB 5).
fn check_scheduled(situation: Situation<'_>, paid: &Paid, holding: &Holding, end: Date) -> Result<(), Refusal> {
    let Some(scheduled) = paid.scheduled() else {
        return Ok(());
    };
    let (plan, _, licences) = scheduled.applied_to(holding);
    scheduled_holding(situation, scheduled, holding, end)
        .map(|_| ())
        .map_err(|_| Refusal::DoesNotFitScheduled {
            plan: situation.catalogue.plan_name(plan).to_owned(),
            licences,
        })
}

/// The running subscription; the table has let nobody else through.
fn running<'a>(situation: Situation<'a>) -> Result<&'a Paid, Refusal> {
    situation.account.paid().ok_or(Refusal::NothingChanged)
}
