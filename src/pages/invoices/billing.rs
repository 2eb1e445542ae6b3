//! The billing details as a form (INV 5).

use crate::app::context::AppContext;
use crate::components::{Button, ButtonKind, Card, Choice, MessageCard, PageHeader, Select, TextArea, TextInput, Tone};
use crate::pages::invoices::billing_form::Form;
use crate::pages::invoices::links::Back;
use crate::pages::shared::figures::soft;
use crate::store::region_name;
use leptos::prelude::*;
use view::Refusal;
use view::invoices::{BillingForm, Detail, DetailField, WayChoice, billing_form, countries, faulty};
use view::words::billing as words;

#[component]
pub(crate) fn BillingPage() -> impl IntoView {
    let ui = AppContext::get();
    let form = Form::new(ui);
    let headline = move || ui.model(|scene| billing_form(scene).headline);
    let fields = move |of: Vec<DetailField>| {
        let field = |it: DetailField| view! { <DetailInput form=form field=it /> };
        view! { <div class="form">{of.into_iter().map(field).collect_view()}</div> }
    };
    ui.now(billing_form).map(|shown| {
        let BillingForm {
            address,
            contact,
            books,
            ways,
            bank,
            ..
        } = shown;
        view! {
            <PageHeader title=words::TITLE subtitle=headline actions=move || view! { <Back /> } />
            <div class="page-content billing">
                <div class="columns">
                    <Card title=words::ADDRESS>{fields(address)}</Card>
                    <Card title=words::CONTACT>{fields(contact)}</Card>
                    <Card title=words::BOOKS>{fields(books)}</Card>
                    <Card title=words::PAYMENT><Payment form=form ways=ways bank=bank /></Card>
                </div>
                <Trouble form=form />
                <FormEnd form=form />
            </div>
        }
    })
}

/// The error, after the viewer has tried to save.
#[component]
fn Trouble(form: Form) -> impl IntoView {
    move || {
        let refusal = form
            .refusal
            .get()
            .filter(|it| form.tried.get() && *it != Refusal::NothingChanged)?;
        let text = [words::FAULTS, " ", &form.ui.why(&refusal)].concat();
        Some(view! { <div role="alert"><MessageCard tone=Tone::Error>{text}</MessageCard></div> })
    }
}

/// The buttons of the form.
#[component]
fn FormEnd(form: Form) -> impl IntoView {
    let changed = move || form.refusal.with(|refusal| *refusal != Some(Refusal::NothingChanged));
    let blocked = move || match form.refusal.get() {
        Some(Refusal::NothingChanged) => Some(words::UNCHANGED.to_owned()),
        Some(refusal) if faulty(&refusal, &|of| form.text(of).get()).is_none() => Some(form.ui.why(&refusal)),
        _ => None,
    };
    view! {
        <div class="form-end">
            <Button kind=ButtonKind::Primary disabled_reason=blocked on_click=move |()| form.save()>
                {words::SAVE}
            </Button>
            <Show when=changed>
                <Button on_click=move |()| form.discard()>{words::DISCARD}</Button>
            </Show>
            {soft(words::LATER_ONLY)}
        </div>
    }
}

/// The field of a detail.
#[component]
fn DetailInput(form: Form, field: DetailField) -> impl IntoView {
    let DetailField {
        detail, label, hint, ..
    } = field;
    let (text, hint) = (form.text(detail), hint.map(str::to_owned));
    let error = move || form.fault(detail);
    match detail {
        Detail::Country => view! {
            <Select
                label=label
                choices=country_choices(form.ui, &text.get_untracked())
                selected=text
                on_select=move |code: String| text.set(code)
                hint=hint
                error=error
            />
        }
        .into_any(),
        Detail::Recipients => view! { <TextArea label=label value=text rows=2 hint=hint error=error /> }.into_any(),
        _ => view! { <TextInput label=label value=text hint=hint error=error /> }.into_any(),
    }
}

fn country_choices(ui: AppContext, known: &str) -> Vec<Choice> {
    let none = Choice::new("", words::NO_COUNTRY);
    let each = ui.now(|scene| countries(scene.format, known, &region_name));
    let each = each.into_iter().flatten().map(|(code, name)| Choice::new(code, name));
    std::iter::once(none).chain(each).collect()
}

/// The payment methods that the catalog offers.
#[component]
fn Payment(form: Form, ways: Vec<WayChoice>, bank: Vec<String>) -> impl IntoView {
    if ways.is_empty() {
        return soft(words::NO_WAY).into_any();
    }
    let text = form.text(Detail::Payment);
    let any = Choice::new("", words::ANY_WAY);
    let ways = ways.into_iter().map(|way| Choice::new(way.key, way.label));
    let choices: Vec<Choice> = std::iter::once(any).chain(ways).collect();
    let line = |text: String| view! { <p class="address">{text}</p> };
    view! {
        <Select
            label=words::HOW
            choices=choices
            selected=text
            on_select=move |key: String| text.set(key)
            error=move || form.fault(Detail::Payment)
        />
        {bank.into_iter().map(line).collect_view()}
        {soft(words::NO_CARDS)}
    }
    .into_any()
}
