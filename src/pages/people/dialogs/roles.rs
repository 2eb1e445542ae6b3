//! A role that removes access, or for which there are not enough licenses: its effect, and the reason for freeing
//! licenses (ROL 4, LIC 3).

use crate::components::{Choice, Segmented};
use crate::pages::people::dialogs::outcome::Effects;
use crate::pages::people::dialogs::people_state::{Ask, Asked};
use crate::pages::shared::booking_dialog::Decided;
use leptos::prelude::*;
use view::FreeingReason;
use view::people::RoleImpact;
use view::words::roles as words;

/// The effect of a role: who loses access and why, or what is missing.
#[component]
pub(crate) fn RolesBody(ask: Ask, decided: Decided, effect: Effects) -> impl IntoView {
    let means = move || {
        let effect = effect.get()?;
        match ask.asked.get()? {
            _ if effect.lose.number > 0 => Some(words::remove_means(&effect)),
            Asked::Roles(_, role) => Some(words::give_means(&effect, role)),
            _ => None,
        }
    };
    let missing = move || {
        let refusal = decided.get()?.err()?;
        words::missing(&refusal).map(|_| words::NO_LICENSE_TEXT)
    };
    view! {
        <p>{means}{missing}</p>
        <Show when=move || effect.with(|effect| effect.as_ref().is_some_and(frees))>
            <Reason ask=ask />
        </Show>
    }
}

fn frees(effect: &RoleImpact) -> bool {
    effect.lose.number > 0 && effect.limited
}

/// The reason for freeing a license (LIC 3).
#[component]
pub(crate) fn Reason(ask: Ask) -> impl IntoView {
    let choices = vec![
        Choice::new(FreeingReason::StoppedUsing.as_str(), words::STOPPED_USING),
        Choice::new(FreeingReason::Left.as_str(), words::LEFT),
    ];
    let selected = move || {
        let unless_told = match ask.asked.get() {
            Some(Asked::Reassign(_)) => None,
            _ => Some(FreeingReason::StoppedUsing),
        };
        ask.reason
            .get()
            .or(unless_told)
            .map_or("", FreeingReason::as_str)
            .to_owned()
    };
    let choose = move |key: String| {
        // A different reason must be confirmed again.
        ask.second.set(false);
        ask.reason.set(key.parse().ok());
    };
    view! { <Segmented label=words::REASON choices=choices selected=selected on_select=choose /> }
}
