//! What a decision about roles comes to, before it is confirmed: people, licences, and where they are short the way to
//! more of them (LIC 5).

use crate::components::{Button, ButtonKind, MessageCard, Tone};
use crate::dom::{Node, view};
use crate::pages::order_body::shown;
use crate::pages::scene::Ui;
use crate::pages::sending::Decided;
use crate::view::Refusal;
use crate::view::order::Preview;
use crate::view::people::add::raise_to;
use crate::view::people::{Count, Effect};
use crate::view::words::people_csv;
use leptos::prelude::*;

/// What a decision does to people and licences; none while there is none.
pub(super) type Effects = Memo<Option<Effect>>;

/// A number with its form for the reader; tracked.
pub(super) fn count(ui: Ui, number: usize) -> Count {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    ui.model(|scene| Count::new(scene, number)).unwrap_or_default()
}

/// What a decision does; made once, however many ask: it goes through a whole account.
pub(super) fn effect(ui: Ui, decided: Decided) -> Effects {
    Memo::new(move |_| {
        let preview = decided.get()?.ok()?;
        ui.model(|scene| Effect::of(scene, &preview.events))
    })
}

/// The number that a decision raises the licences to, where it does; tracked.
pub(super) fn raised(decided: Decided, effect: Effects) -> Option<Count> {
    let raises = decided.with(|it| matches!(it, Some(Ok(preview)) if !preview.lines.is_empty()));
    effect.get()?.free.filter(|_| raises).map(|(_, licences)| licences)
}

/// What is decided, in words; `raise` is set by the button that raises the licences. Tracked.
pub(super) fn outcome(ui: Ui, decided: Decided, effect: Effects, raise: RwSignal<bool>) -> Option<Node> {
    match decided.get()? {
        Ok(preview) => Some(goes(preview, &effect.get()?, raise)),
        // That nothing would change is told with the rest of it.
        Err(Refusal::NothingChanged) => None,
        Err(refusal) => Some(refused(ui, &refusal, raise)),
    }
}

/// Why the button does not go: nothing to say twice, where [`outcome`] says it.
pub(super) fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingChanged => refusal.message(),
        _ => String::new(),
    }
}

fn goes(preview: Preview, effect: &Effect, raise: RwSignal<bool>) -> Node {
    let tone = if effect.lose.number > 0 {
        Tone::Warning
    } else {
        Tone::Info
    };
    let told = people_csv::effect(effect);
    let order = (!preview.lines.is_empty()).then(|| {
        view! {
            {shown(preview)}
            <Button kind=ButtonKind::Link on_click=move |()| raise.set(false)>{people_csv::DO_NOT_RAISE}</Button>
        }
    });
    view! {
        <MessageCard tone=tone>{told}</MessageCard>
        {order}
    }
}

fn refused(ui: Ui, refusal: &Refusal, raise: RwSignal<bool>) -> Node {
    let way_out = ui.model(|scene| raise_to(scene, refusal).map(|licences| Count::new(scene, licences)));
    let action = way_out.flatten().map(|licences| {
        view! { <Button on_click=move |()| raise.set(true)>{people_csv::raise_to(&licences)}</Button> }
    });
    let text = refusal.message();
    view! { <MessageCard tone=Tone::Error action=action.into_any()>{text}</MessageCard> }
}
