//! The plan page: the number of licenses, the billing interval, and a card for each plan.

use crate::app::context::AppContext;
use crate::app::order_intent::OrderIntent;
use crate::components::{
    Button, ButtonKind, Choice, LinkButton, NumberFault, NumberStepper, PageHeader, RadioCard, RadioCards, Segmented,
    read_number,
};
use crate::pages::subscription::order_dialog::OrderDialog;
use leptos::prelude::*;
use view::plans::{PlanCard, cards, change, number_hint, refused, start};
use view::route::Route;
use view::words::{self, order_words};
use view::{BillingInterval, LicenseCount, PlanKey};

#[component]
pub fn PlansPage() -> impl IntoView {
    let ui = AppContext::get();
    let (plan, licenses, length) = ui
        .now(start)
        .unwrap_or((PlanKey::Team, LicenseCount::ONE, BillingInterval::Annual));
    let plan = RwSignal::new(plan.as_str().to_owned());
    let number = RwSignal::new(licenses.to_string());
    let length = RwSignal::new(length.as_str().to_owned());
    let intent = RwSignal::new(None::<OrderIntent>);
    let wanted = move || LicenseCount::try_from(read_number(&number.get(), 1, u32::MAX).ok()?).ok();
    let cards = move || {
        let (licenses, length) = (wanted(), length_of(&length.get()));
        let cards = ui.model(|scene| cards(scene, licenses, length)).unwrap_or_default();
        cards.into_iter().map(radio_card).collect()
    };
    let chosen = move || plan_of(&plan.get());
    // A memo, because the button reads it in several places, and it evaluates the rules.
    let blocked = Memo::new(move |_| {
        let (Some(licenses), Some(plan)) = (wanted(), chosen()) else {
            return Some(order_words::NO_NUMBER.to_owned());
        };
        ui.model(|scene| refused(scene, plan, licenses, length_of(&length.get())))?
    });
    let order = move |()| {
        if let (Some(licenses), Some(plan)) = (untrack(wanted), untrack(chosen)) {
            intent.set(Some(match plan {
                PlanKey::Free => OrderIntent::ChooseFree,
                _ => OrderIntent::Change(change(plan, licenses, length_of(&length.get_untracked()))),
            }));
        }
    };
    let back = move || {
        view! {
            <LinkButton href=move || ui.store.href(Route::Subscription.path())>{order_words::BACK}</LinkButton>
        }
    };
    view! {
        <PageHeader
            title=Signal::derive(move || title(ui))
            subtitle=order_words::SUBTITLE
            actions=back
        />
        <div class="page-content">
            <div class="form">
                <NumberStepper
                    label=order_words::NUMBER
                    value=number
                    min=1
                    fault_words=fault_words
                    step_labels=(order_words::FEWER, order_words::MORE)
                    hint=Signal::derive(move || ui.model(number_hint))
                />
                <Segmented
                    label=order_words::BILLING
                    choices=BillingInterval::ALL.map(|it| Choice::new(it.as_str(), words::length(it))).to_vec()
                    selected=length
                    on_select=move |key: String| length.set(key)
                />
            </div>
            <RadioCards
                label=order_words::PLANS
                cards=cards
                selected=plan
                on_select=move |key: String| plan.set(key)
            />
            <div class="actions">
                <Button kind=ButtonKind::Primary disabled_reason=blocked on_click=order>{order_words::TO_ORDER}</Button>
            </div>
        </div>
        <OrderDialog intent=intent />
    }
}

fn title(ui: AppContext) -> String {
    let running = ui.model(|scene| scene.account.paid().is_some()) == Some(true);
    let title = if running {
        order_words::CHANGE_TITLE
    } else {
        order_words::BUY_TITLE
    };
    title.to_owned()
}

/// The text of an error in the number of licenses.
fn fault_words(fault: NumberFault) -> String {
    match fault {
        NumberFault::Empty => order_words::EMPTY_NUMBER.to_owned(),
        NumberFault::NotWhole => order_words::NOT_WHOLE.to_owned(),
        NumberFault::Below(least) => order_words::at_least(least),
        NumberFault::Above(most) => order_words::at_most(most),
    }
}

fn plan_of(key: &str) -> Option<PlanKey> {
    PlanKey::ALL.into_iter().find(|plan| plan.as_str() == key)
}

fn length_of(key: &str) -> BillingInterval {
    if key == BillingInterval::Annual.as_str() {
        BillingInterval::Annual
    } else {
        BillingInterval::Monthly
    }
}

fn radio_card(card: PlanCard) -> RadioCard {
    let mark = match (card.held, card.cheapest) {
        (true, _) => Some(order_words::HELD.to_owned()),
        (false, true) => Some(order_words::CHEAPEST.to_owned()),
        _ => None,
    };
    let lines = [card.per_term, card.saving, Some(card.range), card.remark];
    RadioCard {
        choice: Choice {
            value: card.plan.as_str().to_owned(),
            label: card.name,
            disabled_reason: card.unfit,
        },
        mark,
        figure: card.per_month,
        lines: lines.into_iter().flatten().collect(),
    }
}
