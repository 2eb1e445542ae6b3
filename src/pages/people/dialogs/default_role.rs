//! The role that Default resolves to, and the people affected by a change (ROL 3, ROL 4).

use crate::components::{Choice, Select};
use crate::pages::people::dialogs::outcome::Effects;
use crate::pages::people::dialogs::people_state::Ask;
use leptos::prelude::*;
use view::words::{self, roles};
use view::{Assigned, Role};

/// The choice, and its effect.
#[component]
pub(crate) fn DefaultRoleBody(ask: Ask, effect: Effects) -> impl IntoView {
    let held = ask
        .list
        .ui
        .now(|scene| scene.account.assignments().default_role())
        .unwrap_or(Role::Team);
    let choice = |role: Role| {
        let label = [words::role(role), ": ", &roles::means(Assigned::Own(role), held)].concat();
        Choice::new(role.as_str(), label)
    };
    let choices = Role::ALL.into_iter().rev().map(choice).collect();
    let selected = move || ask.role.get().unwrap_or(held).as_str().to_owned();
    let choose = move |key: String| ask.role.set(key.parse().ok().filter(|role| *role != held));
    let does = move || effect.get().map(|effect| roles::default_does(&effect));
    view! {
        <p>{roles::DEFAULT_MEANS}</p>
        <Select label=roles::DEFAULT_ROLE choices=choices selected=selected on_select=choose />
        <p role="status"><strong>{does}</strong></p>
    }
}
