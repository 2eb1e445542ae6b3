//! The card with the state of the activation.

use crate::app::context::{AppContext, tone};
use crate::components::{ButtonKind, Card, Fact, Facts, LinkButton, MessageCard, Pill};
use crate::pages::activation::apply::{Apply, ApplyField, ApplyProgress, RefreshButton};
use crate::pages::activation::troubleshooting;
use crate::pages::shared::figures::day;
use leptos::prelude::*;
use view::activation::{self, ActivationMode, Notice, State, is_possible, state};
use view::route::Route;
use view::words::activation as words;

/// The card on the Subscription page: the state, and Apply.
#[component]
pub fn ActivationCard() -> impl IntoView {
    view! { <StateCard brief=true /> }
}

/// The state, and Apply. A request to the vendor continues while the state changes, so each part follows the state
/// independently.
#[component]
pub(crate) fn StateCard(
    /// Whether it is on the Subscription page. The activation page shows the rest.
    brief: bool,
) -> impl IntoView {
    let ui = AppContext::get();
    let apply = Apply::new(ui);
    let state = ui.memo(state);
    let possible = ui.memo(is_possible);
    let mood = move || tone(state.get().map(|it| it.mood).unwrap_or_default());
    let pill = move || {
        let State { pill, mood, .. } = state.get()?;
        Some(view! { <Pill tone=tone(mood) with_icon=true text=pill /> })
    };
    let text = move || state.get().map(|it| it.text);
    let difference = move || {
        let Notice { mood, text } = state.get()?.difference?;
        Some(view! { <MessageCard tone=tone(mood)>{text}</MessageCard> })
    };
    let facts = move || {
        let facts = state.get()?.facts?;
        Some(view! { <GrantFacts facts=facts /> })
    };
    let is_online = move || state.with(|it| it.as_ref().is_some_and(|it| it.mode == ActivationMode::Online));
    let is_activated = move || state.with(|it| it.as_ref().is_some_and(|it| it.facts.is_some()));
    // Whether the field is shown, and if so, whether it is the main action of the page.
    let applies = Memo::new(move |_| {
        let shown = possible.get() == Some(true) && (is_online() || !is_activated());
        shown.then(|| !brief && !is_activated())
    });
    let field = move || {
        let first = applies.get()?;
        Some(view! { <ApplyField apply=apply first=first /> })
    };
    let links = brief.then(|| {
        view! {
            <LinkButton href=move || ui.store.href(Route::Activation.path()) kind=ButtonKind::Link>
                {words::TO_SETTINGS}
            </LinkButton>
            <LinkButton href=move || troubleshooting::href(ui) kind=ButtonKind::Link>{words::TROUBLESHOOTING}</LinkButton>
        }
    });
    view! {
        <Card title=words::TITLE tone=Signal::derive(mood) action=move || pill>
            <p>{text}</p>
            {difference}
            {facts}
            {field}
            <ApplyProgress apply=apply />
            <div class="card-buttons">
                <Show when=move || is_online() && is_activated()>
                    <RefreshButton apply=apply />
                </Show>
                {links}
            </div>
        </Card>
    }
}

/// The content of a certificate.
#[component]
pub(crate) fn GrantFacts(facts: activation::Facts) -> impl IntoView {
    let activation::Facts {
        id,
        plan,
        licenses,
        term,
        until,
        issued,
    } = facts;
    view! {
        <Facts>
            <Fact term=words::ID>{id}</Fact>
            <Fact term=words::PLAN>{plan}</Fact>
            <Fact term=words::LICENSES>{licenses}</Fact>
            <Fact term=words::TERM>{term}</Fact>
            <Fact term=words::GOOD_UNTIL>{day(until)}</Fact>
            <Fact term=words::ISSUED>{day(issued)}</Fact>
        </Facts>
    }
}
