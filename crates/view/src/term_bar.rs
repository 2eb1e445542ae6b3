//! The term bar: what the term covers and what happened in it, as a chart and as text.

use super::chart::{basis, captions, coming, total};
use super::words::charts;
use super::{Date, Event, Mood, Scene, words};
use licensing::value::term::Term;

/// A mark on the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The position, in basis points of the term (0 to 10,000).
    pub at: u32,
    /// What happened.
    pub title: String,
    /// The day, and the amount with tax.
    pub detail: String,
    /// What changed, in a few letters, with the amount: "+5 · US$50.67". `None` if the mark needs no caption.
    /// [`fitting`](super::chart::fitting) says which captions have room.
    pub caption: Option<String>,
    /// The tone.
    pub mood: Mood,
}

/// An event after the term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// What happens.
    pub title: String,
    /// The day, and the amount.
    pub detail: String,
    /// The same in a few letters, for the dashed part of the bar: "then 42", "renews".
    pub caption: String,
    /// The tone.
    pub mood: Mood,
}

/// The term bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermBarView {
    /// The first day.
    pub start: String,
    /// The day of expiration.
    pub end: String,
    /// The position of today in basis points. `None` outside the term.
    pub today: Option<u32>,
    /// The label of today's mark.
    pub today_label: String,
    /// The bookings in the term, oldest first.
    pub ticks: Vec<Tick>,
    /// The events after the term.
    pub after: Vec<After>,
    /// The same content in sentences.
    pub sentences: Vec<String>,
    /// The tone of the bar.
    pub mood: Mood,
}

/// The bar of the current trial or term. `None` if there has been neither.
pub fn term_bar(scene: &Scene<'_>) -> Option<TermBarView> {
    let trial = scene.account.trial().map(|trial| Term {
        start: trial.start,
        end: trial.end,
    });
    let paid = scene.account.paid();
    let term = paid.map(|paid| paid.term).or(trial)?;
    let ticks = ticks(scene, term);
    let after = after(scene, term);
    let span = words::term_span(
        &scene.date(term.start),
        &scene.date(term.end),
        term.days(),
        term.rest(scene.today).max(0),
    );
    let told = ticks.iter().map(|tick| words::told(&tick.title, &tick.detail));
    let sentences = std::iter::once(span)
        .chain(told)
        .chain(after.iter().map(|it| words::told(&it.title, &it.detail)));
    let mood = match paid {
        Some(paid) if paid.canceled.is_some() => Mood::Warning,
        None if trial.is_some_and(|trial| scene.today >= trial.end) => Mood::Bad,
        _ => Mood::Info,
    };
    Some(TermBarView {
        start: scene.date(term.start),
        end: scene.date(term.end),
        today: term.contains(scene.today).then(|| position(term, scene.today)),
        today_label: words::today(&scene.date(scene.today)),
        sentences: sentences.collect(),
        ticks,
        after,
        mood,
    })
}

/// The position of a day in a term, in basis points.
fn position(term: Term, day: Date) -> u32 {
    basis(term.start.days_until(day).into(), term.days().into())
}

/// The bookings of this term, including those on its first day.
fn ticks(scene: &Scene<'_>, term: Term) -> Vec<Tick> {
    let tick = |(event, caption): (&Event, _)| {
        let sum = event.order().and_then(total);
        let on = scene.date(event.on());
        Tick {
            at: position(term, event.on()),
            title: words::event(scene, event),
            detail: sum.map_or_else(|| on.clone(), |sum| words::on_for(&on, &scene.money(sum))),
            caption,
            mood: match event {
                Event::Canceled { .. } => Mood::Warning,
                _ if sum.is_some_and(super::Money::is_negative) => Mood::Good,
                _ => Mood::Info,
            },
        }
    };
    captions(scene, term.start, term.end).into_iter().map(tick).collect()
}

/// The renewal with the scheduled change, the end of a canceled term, or the next price list.
fn after(scene: &Scene<'_>, term: Term) -> Vec<After> {
    let Some(paid) = scene.account.paid() else {
        return Vec::new();
    };
    let end = scene.date(term.end);
    if paid.canceled.is_some() {
        let (title, caption) = match paid.pending_free() {
            Some(_) => (words::FREE_STARTS, charts::THEN_FREE),
            None => (words::SUBSCRIPTION_ENDS, charts::ENDS),
        };
        return vec![After {
            title: title.to_owned(),
            detail: end,
            caption: caption.to_owned(),
            mood: Mood::Warning,
        }];
    }
    let mut after = Vec::new();
    if let Some(next) = super::subscription::next_invoice(scene) {
        let (title, caption) = match (paid.scheduled(), &next.not_fitting) {
            (Some(change), None) => (words::renews_as(&words::change(scene, change)), coming(scene, change)),
            _ => (words::RENEWS.to_owned(), charts::RENEWS.to_owned()),
        };
        after.push(After {
            title,
            caption,
            detail: words::on_for(&end, &next.figure()),
            mood: Mood::Info,
        });
    }
    let next_list = scene
        .catalogue
        .price_lists
        .iter()
        .find(|list| list.renewals_from > scene.today && list.id() > paid.item.price_list);
    if let Some(list) = next_list {
        after.push(After {
            title: words::NEW_PRICES.to_owned(),
            detail: words::for_renewals_from(&scene.date(list.renewals_from)),
            caption: charts::NEW_PRICES.to_owned(),
            mood: Mood::Neutral,
        });
    }
    after
}
