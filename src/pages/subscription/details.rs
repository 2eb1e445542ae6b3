//! The content below the summary of the Subscription page: the term, the next invoice, the scheduled change, the
//! credit, the subscription ID, and the history.

use crate::app::context::{AppContext, tone};
use crate::components::{Button, ButtonKind, Card, Fact, Facts, LinkButton, TermBar, TermMark};
use crate::pages::activation::card::ActivationCard;
use crate::pages::activation::orders::WaitingCard;
use crate::pages::shared::background_booking::book;
use crate::pages::shared::figures::{soft, subscription_id};
use crate::pages::subscription::attention::PENDING;
use crate::pages::subscription::history::HistoryCard;
use crate::pages::subscription::money_cards::CreditCard;
use leptos::prelude::*;
use view::Command;
use view::activation::{comes_first, has_card, is_possible, shows_card};
use view::route::Route;
use view::subscription::{Pending, pending};
use view::term_bar::{After, TermBarView, Tick, term_bar};
use view::time::support_link;
use view::words::page;

/// The cards below the summary.
#[component]
pub fn Details() -> impl IntoView {
    let activated = AppContext::get().memo(|scene| shows_card(scene) && !comes_first(scene));
    view! {
        <TermCard />
        <CreditCard />
        <Show when=move || activated.get() == Some(true)>
            <ActivationCard />
        </Show>
        <WaitingCard />
        <IdentityCard />
        <HistoryCard />
    }
}

/// The term, as a drawing and as text.
#[component]
fn TermCard() -> impl IntoView {
    let model = AppContext::get().memo(|scene| {
        let in_trial = scene.account.trial().is_some();
        term_bar(scene).map(|bar| (if in_trial { page::TRIAL } else { page::TERM }, bar))
    });
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
    let card = move |(title, bar): (&'static str, TermBarView)| {
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
                        <ul>{bar.sentences.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                    </details>
                </TermBar>
            </Card>
        }
    };
    move || model.get().flatten().map(card)
}

/// The change scheduled for the end of the term.
#[component]
pub(crate) fn PendingCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(pending);
    let remove = move |()| {
        book(ui, Command::Unschedule {}, |_| page::REMOVED);
    };
    let card = move |Pending { text, asleep }| {
        view! {
            <div id=PENDING><Card title=page::PENDING action=move || view! { <Button on_click=remove>{page::REMOVE}</Button> }>
                <p>{text}</p>
                {asleep.then(|| soft(page::ASLEEP))}
            </Card></div>
        }
    };
    move || model.get().flatten().map(card)
}

/// The subscription ID, and how to get support (INV 2, SUP 1).
#[component]
fn IdentityCard() -> impl IntoView {
    let ui = AppContext::get();
    let model = ui.memo(|scene| {
        // On Services, the account itself grants licenses. An ID is applied only if licenses were bought for another
        // organization.
        let can_apply = is_possible(scene) && !has_card(scene);
        (scene.account.id().to_string(), support_link(scene), can_apply)
    });
    let card = move |(id, support, can_apply): (String, Option<String>, bool)| {
        let support = support.map(|href| {
            view! {
                <Fact term=page::SUPPORT>
                    <LinkButton href=href kind=ButtonKind::Link external=true>{page::CONTACT_SUPPORT}</LinkButton>
                </Fact>
            }
        });
        let to_apply = move || ui.store.href(Route::Activation.path());
        let apply =
            can_apply.then(|| view! { <LinkButton href=to_apply kind=ButtonKind::Link>{page::APPLY_ID}</LinkButton> });
        view! {
            <Card title=page::IDENTITY>
                <Facts>{subscription_id(id)} {support}</Facts>
                {apply}
            </Card>
        }
    };
    move || model.get().map(card)
}
