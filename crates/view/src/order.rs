//! The preview of an order: the events of the decision, as text (CHG 10).

use super::{
    BillingInterval, Change, Command, CommandKind, Day, Event, LicenseCount, Money, PlanKey, Refusal, Scene, words,
};
use licensing::account::Account;
use licensing::billing::document::Order;
use licensing::billing::line::{Line, LineKind};
use licensing::catalogue::Catalogue;
use licensing::subscription::SubscriptionItem;
use licensing::subscription::proration::priced_by;

/// A booked line with its calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// The description: "Unused time, Team, 10 licenses".
    pub text: String,
    /// Its dates.
    pub dates: String,
    /// Its amount.
    pub amount: String,
    /// Its calculation, `50 × 16.00 × 10 of 31 days = 258.06` (CHG 3).
    pub arithmetic: Vec<String>,
}

/// Lines for display.
pub fn line_views(scene: &Scene<'_>, lines: &[Line]) -> Vec<LineView> {
    lines
        .iter()
        .map(|line| line_view(scene, scene.catalogue, line))
        .collect()
}

/// A line for display, with the catalog that it was booked with.
pub fn line_view(scene: &Scene<'_>, catalogue: &Catalogue, line: &Line) -> LineView {
    LineView {
        text: words::line(line, catalogue.plan_name(line.plan)),
        dates: words::dates(&scene.date(line.from), &scene.date(line.to.minus_days(1)), line.days),
        amount: scene.money(line.amount),
        arithmetic: arithmetic(catalogue, line),
    }
}

/// The calculation of a line: price by band, the whole term, the share of days (PLN 2, CHG 3).
fn arithmetic(catalogue: &Catalogue, line: &Line) -> Vec<String> {
    let bands = priced_by(&catalogue.price_lists, line);
    let Some((bands, price)) = bands.and_then(|bands| Some((bands, bands.term_price(line.licenses.get())?))) else {
        return Vec::new();
    };
    let parts = bands.split(line.licenses.get());
    let product = parts
        .iter()
        .map(|(users, price)| words::users_at(*users, *price))
        .collect::<Vec<_>>()
        .join(" + ");
    let share = (line.kind != LineKind::Term).then_some((line.days, line.term_days));
    let mut steps = Vec::new();
    if parts.len() > 1 {
        steps.push(words::equals(&product, price));
        steps.push(words::reckoned(&price.to_string(), share, line.amount));
    } else {
        steps.push(words::reckoned(&product, share, line.amount));
    }
    steps.push(words::rule_of_line(line).to_owned());
    steps
}

/// A row of the comparison before and after a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The compared item: plan, licenses, billing interval, expiration.
    pub what: &'static str,
    /// The current value.
    pub before: String,
    /// The new value.
    pub after: String,
    /// Whether the values differ.
    pub changed: bool,
}

/// The preview of a command, ready to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The command.
    pub command: Command,
    /// The exact events that will be booked (CHG 10).
    pub events: Vec<Event>,
    /// The comparison before and after.
    pub comparison: Vec<Comparison>,
    /// The lines.
    pub lines: Vec<LineView>,
    /// The sum of the lines. `None` if nothing is booked today.
    pub total: Option<String>,
    /// The credit that pays a part of it.
    pub credit_used: Option<String>,
    /// The amount due today.
    pub due: Option<String>,
    /// The credit that it gives.
    pub credit_given: Option<String>,
    /// What the user should know before confirming (CRD 1, CHG 9, LIC 7, CHG 5).
    pub notes: Vec<String>,
    /// The number of people who lose access (LIC 7).
    pub lose_access: usize,
}

/// Previews a command.
///
/// # Errors
/// The refusal.
pub fn preview(scene: &Scene<'_>, command: &Command) -> Result<Preview, Refusal> {
    let (events, after) = scene.execute(command)?;
    let order = events.iter().find_map(Event::order);
    let heading = order.and_then(|order| order.document.as_ref());
    let total = order.and_then(Order::sum);
    let given = after.credit().balance() - scene.account.credit().balance();
    let order_effect = OrderEffect {
        total,
        given,
        reverses: heading.and_then(|it| it.reverses.as_deref()),
    };
    let positive = |amount: Money| (!amount.is_zero() && !amount.is_negative()).then(|| scene.money(amount));
    let lose_access = events.iter().map(loses_access).sum();
    Ok(Preview {
        command: command.clone(),
        comparison: comparison(scene, &after, command),
        lines: order.map(|order| line_views(scene, &order.lines)).unwrap_or_default(),
        total: total.map(|total| scene.money(total)),
        credit_used: heading.and_then(|it| positive(it.credit_applied)),
        due: order.map(|_| scene.money(heading.map_or(scene.catalogue.zero(), |it| it.due))),
        credit_given: positive(given),
        notes: notes(scene, command, &order_effect, lose_access),
        lose_access,
        events,
    })
}

fn loses_access(event: &Event) -> usize {
    match event {
        Event::Purchased { access, .. } | Event::Imported { access, .. } | Event::FreeStarted { access, .. } => {
            access.none.len()
        }
        _ => 0,
    }
}

/// Compares what a command changes, before and after.
fn comparison(scene: &Scene<'_>, after: &Account, command: &Command) -> Vec<Comparison> {
    let side = |account: &Account| account.paid().map(|paid| (paid.item, paid.term.end));
    let before = side(scene.account);
    let now = match command {
        Command::Schedule { .. } => scheduled_side(after),
        _ => side(after),
    };
    let Some((held, end)) = now else { return Vec::new() };
    let row = |what, before: Option<String>, after: String| Comparison {
        what,
        changed: before.as_ref() != Some(&after),
        before: before.unwrap_or_else(|| words::NOTHING.to_owned()),
        after,
    };
    let old = before.map(|(held, _)| held);
    vec![
        row(
            words::PLAN,
            old.map(|it| scene.plan_name(it.plan).to_owned()),
            scene.plan_name(held.plan).to_owned(),
        ),
        row(
            words::LICENSES,
            old.map(|it| scene.format.number(it.licenses.get())),
            scene.format.number(held.licenses.get()),
        ),
        row(
            words::LENGTH,
            old.map(|it| words::length(it.length).to_owned()),
            words::length(held.length).to_owned(),
        ),
        row(words::EXPIRES, before.map(|(_, end)| scene.date(end)), scene.date(end)),
    ]
}

/// The subscription and its expiration after a scheduled change. The expiration date of the current term does not
/// change (CHG 5).
fn scheduled_side(after: &Account) -> Option<(SubscriptionItem, licensing::Date)> {
    let paid = after.paid()?;
    let (plan, length, licenses) = paid.scheduled()?.applied_to(&paid.item);
    Some((
        SubscriptionItem {
            plan,
            length,
            licenses,
            ..paid.item
        },
        paid.term.end,
    ))
}

/// The financial effect of an order.
struct OrderEffect<'a> {
    /// The sum of its lines.
    total: Option<Money>,
    /// The increase of the credit.
    given: Money,
    /// The document that it reverses.
    reverses: Option<&'a str>,
}

fn notes(scene: &Scene<'_>, command: &Command, effect: &OrderEffect<'_>, lose_access: usize) -> Vec<String> {
    let mut notes = Vec::new();
    let adjusts = command.kinds().any(|kind| kind == CommandKind::Adjust);
    let increase = adjusts && effect.total.is_some_and(|it| !it.is_negative() && !it.is_zero());
    if increase {
        notes.push(words::undo::FREE_TODAY.to_owned());
    }
    // For role commands, the dialog does not ask what happens to the scheduled change, so it says so (SUB 5, LIC 5).
    if adjusts && !matches!(command, Command::Adjust { .. }) {
        notes.extend(scheduled(scene).map(|(_, stays)| stays));
    }
    if let Some(number) = effect.reverses {
        notes.push(words::undo::reverses(number));
    }
    if !effect.given.is_negative() && !effect.given.is_zero() {
        notes.push(words::CREDIT_NEVER_PAID_OUT.to_owned());
    }
    let paid = scene.account.paid();
    match command {
        Command::Adjust {
            length: Some(length), ..
        } if paid.is_some_and(|paid| paid.item.length != *length) => {
            notes.push(words::NEW_EXPIRY_DATE.to_owned());
        }
        Command::RenewNow {} if paid.is_some_and(|paid| paid.scheduled().is_some()) => {
            notes.push(words::DROPS_SCHEDULED.to_owned());
        }
        Command::Schedule {
            licenses: Some(licenses),
            ..
        } => {
            let in_use = scene.account.licenses_in_use(scene.people);
            if *licenses < in_use {
                notes.push(words::schedule_below_use(in_use, *licenses));
            }
        }
        _ => {}
    }
    if matches!(command, Command::Schedule { .. }) && paid.is_some_and(|paid| paid.scheduled().is_some()) {
        notes.push(words::REPLACES_SCHEDULED.to_owned());
    }
    if lose_access > 0 {
        notes.push(words::lose_access(lose_access));
    }
    notes
}

/// The outcome of a change today or at renewal. Both are shown side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// One sentence, or the message of the refusal.
    pub text: String,
    /// Whether it is possible.
    pub goes: bool,
}

/// The outcomes of a change today and at renewal.
pub fn outcomes(scene: &Scene<'_>, change: Change, drop_scheduled: bool) -> (Outcome, Outcome) {
    let today = outcome(scene, preview(scene, &adjust(change, drop_scheduled)), |preview| {
        let next = next_total(scene, &preview.events);
        match (&preview.credit_given, &preview.due) {
            (Some(credit), _) => words::credit_then(credit, next.as_deref()),
            (None, Some(due)) => words::due_then(due, next.as_deref()),
            (None, None) => String::new(),
        }
    });
    let at_renewal = outcome(scene, preview(scene, &Command::schedule(change)), |preview| {
        words::nothing_now_then(next_total(scene, &preview.events).as_deref())
    });
    (today, at_renewal)
}

fn outcome(scene: &Scene<'_>, decided: Result<Preview, Refusal>, say: impl Fn(&Preview) -> String) -> Outcome {
    match decided {
        Ok(preview) => Outcome {
            text: say(&preview),
            goes: true,
        },
        Err(refusal) => Outcome {
            text: scene.why(&refusal),
            goes: false,
        },
    }
}

/// The sum that is due with the renewal after these events.
fn next_total(scene: &Scene<'_>, events: &[Event]) -> Option<String> {
    let after = scene.account.after(events);
    let then = Scene {
        account: &after,
        ..*scene
    };
    super::subscription::next_invoice(&then).map(|next| words::on_day(&next.figure(), &next.day.text))
}

/// The command of an order dialog.
pub fn command(scene: &Scene<'_>, change: Change, at_renewal: bool, drop_scheduled: bool) -> Command {
    match (scene.account.paid(), at_renewal) {
        (None, _) => Command::Buy {
            plan: change.plan.unwrap_or(PlanKey::Team),
            length: change.length.unwrap_or(BillingInterval::Annual),
            licenses: change.licenses.map_or(0, LicenseCount::get),
            keep: None,
        },
        (Some(_), false) => adjust(change, drop_scheduled),
        (Some(_), true) => Command::schedule(change),
    }
}

/// The change for today, with or without the scheduled change (SUB 5).
fn adjust(change: Change, drop_scheduled: bool) -> Command {
    Command::Adjust {
        plan: change.plan,
        length: change.length,
        licenses: change.licenses.map(LicenseCount::get),
        drop_scheduled: drop_scheduled.then_some(true),
    }
}

/// The scheduled change: the question whether to keep it in addition to a change today, and what happens if it is kept
/// (SUB 5).
pub fn scheduled(scene: &Scene<'_>) -> Option<(String, String)> {
    let paid = scene.account.paid()?;
    let change = words::change(scene, paid.scheduled()?);
    let day = scene.date(paid.term.end);
    let stays = if paid.canceled.is_some() {
        words::undo::stays_asleep(&change)
    } else {
        words::undo::stays_scheduled(&change, &day)
    };
    Some((words::undo::scheduled(&change, &day), stays))
}

/// The current day, for the dialog.
pub fn today(scene: &Scene<'_>) -> Day {
    Day::new(scene, scene.today)
}

/// A way to avoid a refusal, as a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Change to this number of licenses (CHG 9).
    Number(LicenseCount),
}

/// What an administrator can do about a refusal in the order dialog.
pub fn way_out(refusal: &Refusal) -> Option<WayOut> {
    let number = match refusal {
        Refusal::LicensesInUse { in_use, .. } => *in_use,
        Refusal::LicensesOutOfRange { licenses, min, .. } if licenses < min => *min,
        Refusal::LicensesOutOfRange { max: Some(max), .. } => *max,
        _ => return None,
    };
    number.try_into().ok().map(WayOut::Number)
}

/// What a cancellation means (SUB 3).
pub fn cancel_text(scene: &Scene<'_>) -> String {
    scene.account.paid().map_or_else(String::new, |paid| {
        words::order_words::cancel_means(&scene.date(paid.term.last_day()), &scene.date(paid.term.end))
    })
}
