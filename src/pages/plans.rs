//! The plan page: number, billing, and a card a plan.

use crate::dom::view;
use super::order_dialog::{Intent, OrderDialog};
use super::scene::Ui;
use crate::components::{
    Button, ButtonKind, Choice, LinkButton, NumberStepper, PageHeader, RadioCard, RadioCards, Segmented, read_number,
};
use crate::view::plans::{PlanCard, cards, change, number_hint, start};
use crate::view::route::Page;
use crate::view::words::{self, order_words};
use crate::view::{Length, PlanKey};
use leptos::prelude::*;

/// The page.
#[component]
pub fn PlansPage() -> impl IntoView {
    let ui = Ui::get();
    let (plan, licences, length) = ui.now(start).unwrap_or((PlanKey::Team, 1, Length::Annual));
    let plan = RwSignal::new(plan);
    let number = RwSignal::new(licences.to_string());
    let length = RwSignal::new(length);
    let intent = RwSignal::new(None::<Intent>);
    let wanted = Memo::new(move |_| number.with(|text| read_number(text, 1, u32::MAX)).ok());
    let running = ui.model(|scene| scene.account.paid().is_some());
    let hint = ui.model(number_hint);
    let model = Memo::new(move |_| {
        let (licences, length) = (wanted.get().unwrap_or(0), length.get());
        ui.model_now(move |scene| cards(scene, licences, length))
            .unwrap_or_default()
    });
    let cards = Signal::derive(move || model.get().into_iter().map(radio_card).collect::<Vec<_>>());
    let chosen = move || model.get().into_iter().find(|card| card.plan == plan.get());
    let blocked = Signal::derive(move || match (wanted.get(), chosen()) {
        (None, _) => Some(order_words::NO_NUMBER.to_owned()),
        (
            _,
            Some(PlanCard {
                unfit: Some(reason), ..
            }),
        ) => Some(reason),
        (_, None) => Some(order_words::CHOOSE.to_owned()),
        _ => None,
    });
    let order = move |()| {
        let Some(licences) = wanted.get_untracked() else { return };
        let plan = plan.get_untracked();
        intent.set(Some(match plan {
            PlanKey::Free => Intent::ChooseFree,
            _ => Intent::Change(change(plan, licences, length.get_untracked())),
        }));
    };
    let title = Signal::derive(move || {
        if running.get() == Some(true) {
            order_words::CHANGE_TITLE
        } else {
            order_words::BUY_TITLE
        }
        .to_owned()
    });
    let billing = Length::ALL.map(|it| Choice::new(it.key(), words::length(it))).to_vec();
    let back = Signal::derive(move || ui.store.href(Page::Subscription.path()));
    let pick = move |key: String| {
        if let Some(key) = PlanKey::ALL.into_iter().find(|plan| plan.key() == key) {
            plan.set(key);
        }
    };
    view! {
        <PageHeader
            title=title
            subtitle=|| order_words::SUBTITLE
            actions=move || view! { <LinkButton href=back>{order_words::BACK}</LinkButton> }
        />
        <div class="page-content">
            <div class="form">
                <NumberStepper
                    label=order_words::NUMBER
                    value=number
                    min=1
                    step_labels=(order_words::FEWER, order_words::MORE)
                    hint=Signal::derive(move || hint.get())
                />
                <Segmented
                    label=order_words::BILLING
                    choices=billing
                    selected=Signal::derive(move || length.get().key().to_owned())
                    on_select=move |key: String| length.set(if key == Length::Annual.key() { Length::Annual } else { Length::Monthly })
                />
            </div>
            <RadioCards
                label=order_words::PLANS
                cards=cards
                selected=Signal::derive(move || Some(plan.get().key().to_owned()))
                on_select=pick
            />
            <div class="actions">
                <Button kind=ButtonKind::Primary disabled_reason=blocked on_click=order>{order_words::TO_ORDER}</Button>
            </div>
        </div>
        <OrderDialog intent=intent />
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
            value: card.plan.key().to_owned(),
            label: card.name,
            disabled_reason: card.unfit,
        },
        mark,
        figure: card.per_month,
        unit: None,
        lines: lines.into_iter().flatten().collect(),
    }
}
