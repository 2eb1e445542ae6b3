//! What Default resolves to, and whom changing it touches (ROL 3, ROL 4).

use super::ask::Ask;
use super::outcome::Effects;
use crate::components::{Choice, Select};
use crate::dom::{Node, view};
use crate::view::words::{self, roles};
use crate::view::{Assigned, Role};
use leptos::prelude::*;

/// The choice, and what it does.
pub(super) fn body(ask: Ask, effect: Effects) -> Node {
    let held = ask
        .list
        .ui
        .now(|scene| scene.account.roster.default_role())
        .unwrap_or(Role::Team);
    let choice = |role: Role| {
        let label = [words::role(role), ": ", &roles::means(Assigned::Own(role), held)].concat();
        Choice::new(role.key(), label)
    };
    let choices = Role::ALL.into_iter().rev().map(choice).collect();
    let selected = move || ask.role.get().unwrap_or(held).key().to_owned();
    let choose = move |key: String| ask.role.set(key.parse().ok().filter(|role| *role != held));
    let does = move || Some(roles::default_does(&effect.get()?));
    view! {
        <p>{roles::DEFAULT_MEANS}</p>
        <Select label=roles::DEFAULT_ROLE choices=choices selected=Signal::derive(selected) on_select=choose />
        <p role="status"><strong>{move || does()}</strong></p>
    }
}
