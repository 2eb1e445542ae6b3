//! What stands below the answer of the Subscription page: the term, the next invoice, what is pending, credit, the
//! subscription ID, the history. It comes when the answer is there.

use super::activation::{ActivationCard, waiting_card};
use super::confirm::send;
use super::history::HistoryCard;
use super::money_cards::{credit_card, next_invoice_card, soft, subscription_id};
use super::scene::{Ui, tone};
use crate::components::{Button, ButtonKind, Card, Fact, Facts, LinkButton, TermBar, TermMark};
use crate::dom::view;
use leptos::prelude::*;
use view::activation::{has_card, is_possible};
use view::route::Page;
use view::subscription::{Pending, credit, next_invoice, pending};
use view::term_bar::{After, TermBarView, Tick, term_bar};
use view::time::support_link;
use view::words::page;
use view::{Command, Scene};

/// The cards below the answer.
#[component]
pub fn Details() -> impl IntoView {
    let ui = Ui::get();
    let activated = Memo::new(move |_| ui.model(has_card).unwrap_or(false));
    view! {
        {ui.show(move |scene| cards(ui, scene))}
        {move || activated.get().then(|| view! { <ActivationCard /> })}
        {ui.show(move |scene| waiting_card(ui, scene))}
        <HistoryCard />
    }
}

fn cards(ui: Ui, scene: &Scene<'_>) -> AnyView {
    let term = if scene.account.trial().is_some() {
        page::TRIAL
    } else {
        page::TERM
    };
    view! {
        {term_bar(scene).map(|bar| term_card(term, bar))}
        <div class="columns">
            {next_invoice(scene).map(|next| next_invoice_card(ui, next))}
            {pending(scene).map(|pending| pending_card(ui, pending))}
            {credit_card(ui, credit(scene))}
            {identity_card(ui, scene)}
        </div>
    }
    .into_any()
}

/// The term as a picture and in words.
fn term_card(title: &'static str, bar: TermBarView) -> AnyView {
    let tick = |it: Tick| TermMark {
        at: Some(it.at),
        title: it.title,
        detail: it.detail,
        tone: tone(it.mood),
    };
    let coming = |it: After| TermMark {
        at: None,
        title: it.title,
        detail: it.detail,
        tone: tone(it.mood),
    };
    let sentence = |it| view! { <li>{it}</li> }.into_any();
    view! {
        <Card title=title>
            <TermBar
                label=title
                start=bar.start
                end=bar.end
                today=bar.today
                today_label=bar.today_label
                tone=tone(bar.mood)
                ticks=bar.ticks.into_iter().map(tick).collect()
                after=bar.after.into_iter().map(coming).collect()
            >
                <details>
                    <summary>{page::IN_WORDS}</summary>
                    <ul>{bar.sentences.into_iter().map(sentence).collect::<Vec<_>>()}</ul>
                </details>
            </TermBar>
        </Card>
    }
    .into_any()
}

/// What is set for the end of the term.
fn pending_card(ui: Ui, Pending { text, asleep }: Pending) -> AnyView {
    let remove = move |()| send(ui, Command::Unschedule {}, |()| page::REMOVED.to_owned());
    view! {
        <Card title=page::PENDING action=view! { <Button on_click=remove>{page::REMOVE}</Button> }.into_any()>
            <p>{text}</p>
            {asleep.then(|| soft(page::ASLEEP))}
        </Card>
    }
    .into_any()
}

/// The subscription ID, and where help is (INV 2, SUP 1).
fn identity_card(ui: Ui, scene: &Scene<'_>) -> AnyView {
    // On Services the account itself grants: an ID is applied only where licences were bought for another organization.
    let apply = (is_possible(scene) && !has_card(scene)).then(|| {
        let href = ui.store.href(Page::Activation.path());
        view! { <LinkButton href=href kind=ButtonKind::Link>{page::APPLY_ID}</LinkButton> }.into_any()
    });
    let id = scene.account.id.to_string();
    let support = support_link(scene).map(|href| {
        view! {
            <Fact term=page::SUPPORT>
                <LinkButton href=href kind=ButtonKind::Link external=true>{page::CONTACT_SUPPORT}</LinkButton>
            </Fact>
        }
        .into_any()
    });
    view! {
        <Card title=page::IDENTITY>
            <Facts>
                {subscription_id(id)}
                {support}
            </Facts>
            {apply}
        </Card>
    }
    .into_any()
}
