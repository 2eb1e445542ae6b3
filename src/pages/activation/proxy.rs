//! The card of the activation proxy (ACT 4).

use crate::app::context::AppContext;
use crate::components::{Button, Card, MessageCard, Switch, TextInput};
use crate::pages::activation::password::Moved;
use crate::pages::activation::proxy_form::Form;
use leptos::prelude::*;
use view::activation::ProxyError;
use view::words::activation as words;

#[component]
pub(crate) fn ProxyCard() -> impl IntoView {
    let form = Form::new(AppContext::get());
    let elsewhere = Memo::new(move |_| form.elsewhere());
    let moved = move || elsewhere.get().map(|(old, new)| view! { <Moved old=old new=new /> });
    let outcome = move || {
        let (tone, text) = form.outcome()?;
        Some(view! { <MessageCard tone=tone>{text}</MessageCard> })
    };
    view! {
        <Card title=words::PROXY>
            <p>{words::PROXY_TEXT}</p>
            {moved}
            <div class="form">
                <Switch
                    label=words::PROXY_ENABLE
                    on=form.enabled
                    on_change=move |on| form.switch(form.enabled, on)
                />
                <Show when=move || form.enabled.get()>
                    <Fields form=form />
                </Show>
            </div>
            {outcome}
            <div class="card-buttons">
                <Button on_click=move |()| form.apply()>{words::APPLY_PROXY}</Button>
                <Show when=move || form.enabled.get()>
                    <Button busy=form.testing on_click=move |()| form.test()>{words::TEST}</Button>
                </Show>
            </div>
        </Card>
    }
}

/// The fields of the proxy.
#[component]
fn Fields(form: Form) -> impl IntoView {
    view! {
        <TextInput
            label=words::ADDRESS
            value=form.address
            hint=words::ADDRESS_HINT
            error=form.fault(|it| matches!(it, ProxyError::Address { .. }))
        />
        <TextInput
            label=words::PORT
            value=form.port
            error=form.fault(|it| matches!(it, ProxyError::Port))
        />
        <Switch label=words::AUTHENTICATION on=form.asks on_change=move |on| form.switch(form.asks, on) />
        <Show when=move || form.asks.get()>
            <TextInput
                label=words::USER
                value=form.user
                error=form.fault(|it| matches!(it, ProxyError::User))
            />
            <TextInput
                label=words::PASSWORD
                value=form.password
                secret=true
                hint=Signal::derive(move || Some(form.password_hint().to_owned()))
                error=Signal::derive(move || form.password_fault())
            />
        </Show>
    }
}
