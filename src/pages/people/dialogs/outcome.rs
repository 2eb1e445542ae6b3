//! The effect of a decision about roles, before it is confirmed: people, licenses, and how to get more licenses if
//! there are not enough (LIC 5).

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, LinkButton, MessageCard, Tone};
use crate::pages::shared::booking_dialog;
use crate::pages::shared::booking_dialog::Decided;
use crate::pages::shared::order_preview::shown;
use leptos::prelude::*;
use view::order::Preview;
use view::people::{Count, RoleImpact, Room, decided, room};
use view::route::Route;
use view::words::{self, people_csv};
use view::{Command, Refusal};

/// The effect of a decision on people and licenses. `None` while there is no decision.
pub(crate) type Effects = Memo<Option<RoleImpact>>;

/// The command of a dialog without additional licenses, and its preview. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Decision {
    /// `None` while something must be chosen first; tracked.
    pub command: Callback<(), Option<Command>>,
    /// Includes additional licenses if the dialog orders them.
    pub decided: Decided,
}

impl Decision {
    /// The decision about a command. `raise` says whether to order more licenses if there are not enough (LIC 5).
    pub fn new(
        ui: AppContext,
        raise: RwSignal<bool>,
        command: impl Fn() -> Option<Command> + Send + Sync + Clone + 'static,
    ) -> Self {
        let made = command.clone();
        let decide = move || {
            let command = made()?;
            ui.model(|scene| decided(scene, &command, raise.get()))
        };
        Self {
            command: Callback::new(move |()| command()),
            decided: booking_dialog::decided(decide),
        }
    }
}

/// A number with its format for the viewer; tracked.
pub(crate) fn count(ui: AppContext, number: usize) -> Count {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    ui.model(|scene| Count::new(scene, number)).unwrap_or_default()
}

/// The effect of a decision. Computed once, however many callers need it, because it involves the whole account.
pub(crate) fn effect(ui: AppContext, decided: Decided) -> Effects {
    Memo::new(move |_| {
        let preview = decided.get()?.ok()?;
        ui.model(|scene| RoleImpact::of(scene, &preview.events))
    })
}

/// The new number of licenses, if the decision orders more; tracked.
pub(crate) fn raised(decided: Decided, effect: Effects) -> Option<Count> {
    let raises = decided.with(|it| matches!(it, Some(Ok(preview)) if !preview.lines.is_empty()));
    effect.get()?.free.filter(|_| raises).map(|(_, licenses)| licenses)
}

/// Shows what a decision changes, or why it is refused and what helps. The button that orders more licenses sets
/// `raise`.
#[component]
pub(crate) fn Outcome(asked: Decision, effect: Effects, raise: RwSignal<bool>) -> impl IntoView {
    move || match asked.decided.get()? {
        Ok(preview) => {
            let effect = effect.get()?;
            Some(view! { <Goes preview=preview effect=effect raise=raise /> }.into_any())
        }
        // The reason for the disabled button says that nothing would change.
        Err(Refusal::NothingChanged) => None,
        Err(refusal) => {
            let command = asked.command.run(());
            Some(view! { <Refused command=command refusal=refusal raise=raise /> }.into_any())
        }
    }
}

/// Why the button is disabled. Empty if [`Outcome`] already shows the reason.
pub(crate) fn reason(ui: AppContext, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NothingChanged => ui.why(refusal),
        _ => String::new(),
    }
}

/// The effect of the decision, and the order for more licenses.
#[component]
fn Goes(preview: Preview, effect: RoleImpact, raise: RwSignal<bool>) -> impl IntoView {
    let tone = if effect.lose.number > 0 {
        Tone::Warning
    } else {
        Tone::Info
    };
    let told = people_csv::effect(&effect);
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

/// What is refused, why, and the remedy, if the viewer may use it (LIC 5).
#[component]
pub(crate) fn Refused(command: Option<Command>, refusal: Refusal, raise: RwSignal<bool>) -> impl IntoView {
    let ui = AppContext::get();
    let room = command.and_then(|command| ui.now(|scene| room(scene, &command, &refusal)).flatten());
    let text = ui.why(&refusal);
    let (more, action) = match room {
        Some(Room::Raise(needed)) => {
            let licenses = ui.now(|scene| Count::new(scene, needed)).unwrap_or_default();
            let raise =
                view! { <Button on_click=move |()| raise.set(true)>{words::roles::raise_to(&licenses)}</Button> };
            (None, Some(raise.into_any()))
        }
        Some(Room::AnotherPlan(why)) => {
            let plans = ui.store.href(Route::Plans.path());
            let see = view! { <LinkButton href=plans>{words::requests::SEE_PLANS}</LinkButton> };
            (Some(why), Some(see.into_any()))
        }
        Some(Room::Ask(who)) => (Some(who), None),
        None => (None, None),
    };
    let more = more.map(|more| view! { <p>{more}</p> });
    view! { <MessageCard tone=Tone::Error action=move || action>{text}{more}</MessageCard> }
}
