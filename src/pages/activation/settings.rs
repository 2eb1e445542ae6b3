//! The page with all settings of the activation.

use crate::app::context::AppContext;
use crate::components::{LinkButton, PageHeader};
use crate::pages::activation::card::StateCard;
use crate::pages::activation::instances::InstancesCard;
use crate::pages::activation::offline::OfflineCard;
use crate::pages::activation::orders::OrdersCard;
use crate::pages::activation::proxy::ProxyCard;
use crate::pages::activation::troubleshooting;
use leptos::prelude::*;
use view::Deployment;
use view::route::Route;
use view::words::activation as words;

#[component]
pub fn SettingsPage() -> impl IntoView {
    let ui = AppContext::get();
    let back = move || {
        view! {
            <LinkButton href=move || ui.store.href(Route::Subscription.path())>{words::BACK}</LinkButton>
            <LinkButton href=move || troubleshooting::href(ui)>{words::TROUBLESHOOTING}</LinkButton>
        }
    };
    // On Services, the account itself grants: there is nothing to do offline, and no proxy in the way.
    let on_server = Memo::new(move |_| ui.store.deployment() == Deployment::Server);
    view! {
        <PageHeader title=words::SETTINGS subtitle=words::SUBTITLE actions=back />
        <div class="page-content">
            <StateCard brief=false />
            <Show when=move || on_server.get()>
                <OfflineCard />
            </Show>
            <InstancesCard />
            <OrdersCard />
            <Show when=move || on_server.get()>
                <ProxyCard />
            </Show>
        </div>
    }
}
