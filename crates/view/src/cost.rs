//! What a state of the subscription costs over the next 12 months, and what an order makes due and when.
//!
//! *Cost* spreads every line over its days. The line of the running term and the lines of all renewals count with
//! `amount × days within [today, today + 12 months) ÷ days of the line`, each rounded once, half away from zero (CHG 3).
//! Tax is rounded once for each percentage of their sum (INV 6). Renewals are those of the next invoice, continued: with
//! the scheduled change, by the price lists known today (SUB 5, PLN 3). Credit does not change the cost.
//!
//! *Due* is what is left to pay on the invoices themselves, after credit (CRD 1).

use super::forecast::{Forecast, forecast, year_end};
use super::order;
use super::{Change, Command, Date, Day, Event, Money, Refusal, Scene, words};
use licensing::billing::line::{Line, LineKind};
use licensing::subscription::Paid;
use licensing::value::percent::Percent;
use words::cost as texts;

/// An amount, also formatted for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The amount.
    pub money: Money,
    /// The amount in the reader's format.
    pub text: String,
}

impl Amount {
    /// Formats an amount.
    pub fn new(scene: &Scene<'_>, money: Money) -> Self {
        let text = scene.money(money);
        Self { money, text }
    }
}

/// The cost of the next 12 months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCost {
    /// The cost, including tax.
    pub total: Amount,
    /// The tax in it.
    pub tax_included: Amount,
    /// What the order itself makes due today, after credit. Zero without an order.
    pub due_now: Amount,
    /// What the renewals of the next 12 months make due, after credit.
    pub due_later: Amount,
    /// The last of these days.
    pub through: Day,
    /// The parts of the cost, before tax.
    pub parts: Vec<CostPart>,
}

/// A part of the cost: one line with its share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostPart {
    /// What it is for: "Team plan, 45 licenses, billed monthly".
    pub text: String,
    /// Its days within the 12 months.
    pub dates: String,
    /// Its calculation: "672.00 × 23 of 30 days = 515.20".
    pub arithmetic: String,
    /// Its share of the amount.
    pub amount: String,
}

/// The cost of the next 12 months in the current state. `None` if nothing is paid for, or if it depends on people who
/// are not read yet.
pub fn year_cost(scene: &Scene<'_>) -> Option<YearCost> {
    year_of(scene, &forecast(scene)?)
}

/// The same from a forecast.
pub(crate) fn year_of(scene: &Scene<'_>, forecast: &Forecast) -> Option<YearCost> {
    let (today, end) = (scene.today, year_end(scene));
    let zero = scene.catalogue.zero();
    let running = running_line(scene.account.paid()?);
    let renewed = forecast.renewals.iter().flat_map(|it| &it.order.lines);
    let lines = std::iter::once(&running).chain(renewed);
    let shares: Vec<(&Line, Share)> = lines
        .filter_map(|line| Some((line, share(line, today, end)?)))
        .collect();
    let (net, tax) = taxed(zero, shares.iter().map(|(line, share)| (percent(line), share.amount)));
    let in_year = forecast.renewals.iter().filter(|it| it.on < end);
    let due_later = in_year.fold(zero, |sum, it| sum + it.sum(zero, |heading| heading.due));
    Some(YearCost {
        total: Amount::new(scene, net + tax),
        tax_included: Amount::new(scene, tax),
        due_now: Amount::new(scene, zero),
        due_later: Amount::new(scene, due_later),
        through: Day::new(scene, end.minus_days(1)),
        parts: shares.iter().map(|(line, share)| part(scene, line, share)).collect(),
    })
}

/// The line that was booked for the running term, or for what was left of it (CHG 6). Its amount is zero if nothing was
/// charged.
fn running_line(paid: &Paid) -> Line {
    let charge = &paid.refundable;
    let days = u32::try_from(charge.days).unwrap_or(0);
    Line {
        kind: LineKind::Remaining,
        plan: paid.item.plan,
        length: paid.item.length,
        licenses: paid.item.licenses,
        from: paid.term.end.minus_days(days),
        to: paid.term.end,
        days: charge.days,
        term_days: paid.term.days(),
        amount: charge.amount,
        tax: charge.tax.clone(),
        price_list: paid.item.price_list,
        gives_back: None,
    }
}

/// The part of a line that belongs to some days.
pub(crate) struct Share {
    from: Date,
    to: Date,
    days: i64,
    /// The amount, rounded once.
    pub amount: Money,
}

/// The share of a line in the days `[from, to)`. `None` if it has none.
pub(crate) fn share(line: &Line, from: Date, to: Date) -> Option<Share> {
    let (from, to) = (from.max(line.from), to.min(line.to));
    if from >= to {
        return None;
    }
    let days = from.days_until(to);
    let amount = line.amount.prorate(days, line.days)?;
    Some(Share { from, to, days, amount })
}

/// The percentage of a line's tax. `None` if there is none, or if the buyer accounts for it.
pub(crate) fn percent(line: &Line) -> Option<Percent> {
    line.tax.as_ref()?.percent
}

/// The sum of net amounts, and the tax on it, rounded once for each percentage (INV 6).
pub(crate) fn taxed(zero: Money, amounts: impl Iterator<Item = (Option<Percent>, Money)>) -> (Money, Money) {
    let mut sums: Vec<(Option<Percent>, Money)> = Vec::new();
    for (percent, amount) in amounts {
        match sums.iter_mut().find(|(known, _)| *known == percent) {
            Some((_, sum)) => *sum = *sum + amount,
            None => sums.push((percent, amount)),
        }
    }
    sums.into_iter().fold((zero, zero), |(net, tax), (percent, sum)| {
        (net + sum, tax + percent.map_or(zero, |percent| percent.of(sum)))
    })
}

fn part(scene: &Scene<'_>, line: &Line, share: &Share) -> CostPart {
    let last = share.to.minus_days(1);
    CostPart {
        text: texts::part(scene.plan_name(line.plan), line.licenses.get(), line.length),
        dates: words::dates(&scene.date(share.from), &scene.date(last), share.days),
        arithmetic: words::reckoned(
            &line.amount.to_string(),
            Some((share.days, line.days)).filter(|(days, of)| days != of),
            share.amount,
        ),
        amount: scene.money(share.amount),
    }
}

/// An amount that becomes due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueThen {
    /// The day of the invoice.
    pub day: Day,
    /// The amount, after credit.
    pub due: String,
    /// The same in a sentence, with the day. It says if credit was subtracted.
    pub text: String,
}

/// What a command costs, and when it is to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What is due today, after credit. It is the `due` of the preview.
    pub due_now: Amount,
    /// The credit that the command gives.
    pub credit_given: Option<Amount>,
    /// The next invoice after the command. `None` if nothing renews.
    pub then: Option<DueThen>,
    /// The cost of the next 12 months after the command.
    pub year: Option<YearCost>,
    /// That cost compared with the cost without the command: "USD 120.00 more than now". `None` before a purchase.
    pub compared: Option<String>,
    /// All of this in one or two sentences, to be announced when it changes.
    pub said: String,
    /// The label of the button: "Pay USD 56.00", "Schedule".
    pub button: String,
}

/// What a command costs, and when it is to be paid.
///
/// # Errors
/// The rules refuse the command.
pub fn figures(scene: &Scene<'_>, command: &Command) -> Result<Figures, Refusal> {
    figures_beside(scene, year_cost(scene).as_ref(), command)
}

/// The same, compared with a cost that is already known.
fn figures_beside(scene: &Scene<'_>, before: Option<&YearCost>, command: &Command) -> Result<Figures, Refusal> {
    let (events, after) = scene.execute(command)?;
    let then = Scene {
        account: &after,
        ..*scene
    };
    let zero = scene.catalogue.zero();
    let heading = events.iter().find_map(Event::order).and_then(|it| it.document.as_ref());
    let due_now = Amount::new(scene, heading.map_or(zero, |it| it.due));
    let given = after.credit().balance() - scene.account.credit().balance();
    let credit_given = (!given.is_zero() && !given.is_negative()).then(|| Amount::new(scene, given));
    let forecast = forecast(&then);
    let next = forecast.as_ref().and_then(|it| it.next(&then)).map(|next| DueThen {
        text: words::on_day(&next.figure(), &next.day.text),
        day: next.day,
        due: next.due,
    });
    let year = forecast
        .as_ref()
        .and_then(|it| year_of(&then, it))
        .map(|year| YearCost {
            due_now: due_now.clone(),
            ..year
        });
    Ok(Figures {
        compared: before
            .zip(year.as_ref())
            .map(|(before, now)| compared(scene, before.total.money, now.total.money)),
        said: said(&due_now, credit_given.as_ref(), next.as_ref(), year.as_ref()),
        button: button(command, &due_now),
        due_now,
        credit_given,
        then: next,
        year,
    })
}

fn compared(scene: &Scene<'_>, before: Money, now: Money) -> String {
    match (now == before, now < before) {
        (true, _) => texts::SAME.to_owned(),
        (false, true) => texts::compared(&scene.money(before - now), true),
        (false, false) => texts::compared(&scene.money(now - before), false),
    }
}

fn said(due: &Amount, credit: Option<&Amount>, then: Option<&DueThen>, year: Option<&YearCost>) -> String {
    let now = match credit {
        Some(credit) => texts::credit_now(&credit.text),
        None if due.money.is_zero() => texts::NOTHING_NOW.to_owned(),
        None => texts::due_now(&due.text),
    };
    let then = then.map(|it| it.text.as_str());
    texts::said(&now, then, year.map(|year| year.total.text.as_str()))
}

/// The label of the button that confirms a command.
fn button(command: &Command, due: &Amount) -> String {
    match command {
        Command::Schedule { .. } => texts::SCHEDULE.to_owned(),
        _ if !due.money.is_zero() => texts::pay(&due.text),
        Command::Buy { .. } => words::order_words::BUY.to_owned(),
        Command::RenewNow {} => words::order_words::CONFIRM_RENEW.to_owned(),
        _ => words::order_words::CONFIRM_TODAY.to_owned(),
    }
}

/// One of the two ways to make a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderChoice {
    /// "Today" or "At renewal".
    pub label: &'static str,
    /// The command that it gives.
    pub command: Command,
    /// What it comes to, or the message of the refusal.
    pub outcome: Result<Figures, String>,
}

/// The ways to make a change, for the two cards of the order dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderChoices {
    /// Today.
    pub today: OrderChoice,
    /// At the renewal. `None` for a purchase, which starts today.
    pub at_renewal: Option<OrderChoice>,
}

/// What a change comes to today and at renewal. Both count credit and the scheduled change in; the change at renewal
/// replaces the scheduled one (SUB 5).
pub fn order_choices(scene: &Scene<'_>, change: Change, drop_scheduled: bool) -> OrderChoices {
    let before = year_cost(scene);
    let choice = |label, at_renewal| {
        let command = order::command(scene, change, at_renewal, drop_scheduled);
        OrderChoice {
            label,
            outcome: figures_beside(scene, before.as_ref(), &command).map_err(|refusal| scene.why(&refusal)),
            command,
        }
    };
    let runs = scene.account.paid().is_some();
    OrderChoices {
        today: choice(words::order_words::TODAY, false),
        at_renewal: runs.then(|| choice(words::order_words::AT_RENEWAL, true)),
    }
}
