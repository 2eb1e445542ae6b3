//! The billing details as a form (INV 5).

use super::back;
use crate::components::{
    Button, ButtonKind, Card, Choice, Here, MessageCard, PageHeader, Select, TextArea, TextInput, Tone,
};
use crate::dom::{Node, view};
use crate::pages::confirm::send_from;
use crate::pages::money_cards::soft;
use crate::pages::scene::Ui;
use crate::store::region_name;
use leptos::prelude::*;
use view::invoices::{BillingForm, Detail, DetailField, billing_command, billing_form, countries, faulty};
use view::words::billing as words;
use view::{Command, Refusal};

/// What stands in the form; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    ui: Ui,
    here: Here,
    /// A text for each detail, in their order.
    texts: [RwSignal<String>; Detail::ALL.len()],
    /// Whether somebody has tried to save it: from then on it says what is wrong.
    tried: RwSignal<bool>,
    /// What saving it comes to: nothing, where it goes.
    refusal: Memo<Option<Refusal>>,
}

impl Form {
    fn new(ui: Ui) -> Self {
        let texts = untrack(|| known(ui)).texts.map(RwSignal::new);
        follow(ui, texts);
        Self {
            ui,
            here: Here::new(),
            texts,
            tried: RwSignal::new(false),
            refusal: Memo::new(move |_| {
                let command = command(&texts);
                ui.model(|scene| scene.decide(&command).err())?
            }),
        }
    }

    fn text(self, detail: Detail) -> RwSignal<String> {
        let found = Detail::ALL.into_iter().zip(self.texts).find(|(it, _)| *it == detail);
        found.map_or_else(RwSignal::default, |(_, text)| text)
    }

    /// What is wrong with a detail, once somebody has tried to save.
    fn fault(self, detail: Detail) -> Option<String> {
        let refusal = self.refusal.get().filter(|_| self.tried.get())?;
        let is_it = faulty(&refusal, &|of| self.text(of).get()) == Some(detail);
        is_it.then(|| refusal.message())
    }

    /// Puts back what is known.
    fn discard(self) {
        self.tried.set(false);
        self.take(&self.texts.map(|text| text.get_untracked()));
    }

    /// Takes what is known now for every detail that still stands there as in `texts`.
    fn take(self, texts: &[String]) {
        let known = untrack(|| known(self.ui)).texts;
        for ((text, before), known) in self.texts.into_iter().zip(texts).zip(known) {
            if text.get_untracked() == *before {
                text.set(known);
            }
        }
    }

    fn save(self) {
        self.tried.set(true);
        if self.refusal.get_untracked().is_none() {
            let sent = self.texts.map(|text| text.get_untracked());
            let then = move || {
                self.tried.set(false);
                // As it is kept; what was typed meanwhile stays.
                self.take(&sent);
            };
            let ui = self.ui;
            let told = move || ui.tell(Tone::Success, words::SAVED);
            send_from(ui, self.here, untrack(|| command(&self.texts)), told, then);
        }
    }
}

/// What is known of an account's buyer.
#[derive(Clone)]
struct Known {
    account: String,
    /// A text for each detail, in their order.
    texts: [String; Detail::ALL.len()],
}

/// What is known now; tracked.
fn known(ui: Ui) -> Known {
    let texts =
        ui.model(|scene| Detail::ALL.map(|detail| scene.account.billing.get(detail).unwrap_or_default().to_owned()));
    Known {
        account: ui
            .store
            .snapshot()
            .map(|now| now.place.account.clone())
            .unwrap_or_default(),
        texts: texts.unwrap_or_default(),
    }
}

/// What somebody else has saved meanwhile comes into the form, but for the details that are being changed in it; of
/// another account, all of it.
fn follow(ui: Ui, texts: [RwSignal<String>; Detail::ALL.len()]) {
    Effect::new(move |before: Option<Known>| {
        let now = known(ui);
        let knew = before.filter(|before| before.account == now.account);
        for (at, (text, known)) in texts.into_iter().zip(&now.texts).enumerate() {
            let knew = knew.as_ref().and_then(|knew| knew.texts.get(at));
            if knew.is_none_or(|knew| *knew == text.get_untracked()) {
                text.set(known.clone());
            }
        }
        now
    });
}

fn command(texts: &[RwSignal<String>]) -> Command {
    billing_command(Detail::ALL.into_iter().zip(texts.iter().map(|text| text.get())))
}

/// The page.
pub(super) fn page(ui: Ui) -> Node {
    let form = Form::new(ui);
    let Some(shown) = ui.now(billing_form) else {
        return Node::Nothing;
    };
    let headline = move || ui.model(|scene| billing_form(scene).headline);
    let unchanged = move || form.refusal.get() == Some(Refusal::NothingChanged);
    let blocked = move || match form.refusal.get() {
        Some(Refusal::NothingChanged) => Some(words::UNCHANGED.to_owned()),
        Some(refusal) if faulty(&refusal, &|of| form.text(of).get()).is_none() => Some(refusal.message()),
        _ => None,
    };
    let trouble = move || {
        let refusal = form
            .refusal
            .get()
            .filter(|it| form.tried.get() && *it != Refusal::NothingChanged)?;
        let text = [words::FAULTS, " ", &refusal.message()].concat();
        Some(view! { <div role="alert"><MessageCard tone=Tone::Error>{text}</MessageCard></div> })
    };
    let discard = move || {
        (!unchanged()).then(|| view! { <Button on_click=move |()| form.discard()>{words::DISCARD}</Button> }.into_any())
    };
    let BillingForm {
        address,
        contact,
        books,
        ..
    } = shown.clone();
    let fields = move |of: Vec<DetailField>| of.into_iter().map(|it| field(form, it)).collect::<Vec<_>>();
    view! {
        <PageHeader title=words::TITLE subtitle=Signal::derive(headline) actions=back(ui).into_any() />
        <div class="page-content billing">
            <div class="columns">
                <Card title=words::ADDRESS><div class="form">{fields(address)}</div></Card>
                <Card title=words::CONTACT><div class="form">{fields(contact)}</div></Card>
                <Card title=words::BOOKS><div class="form">{fields(books)}</div></Card>
                <Card title=words::PAYMENT>{payment(form, shown)}</Card>
            </div>
            {trouble}
            <div class="form-end">
                <Button kind=ButtonKind::Primary disabled_reason=Signal::derive(blocked) on_click=move |()| form.save()>
                    {words::SAVE}
                </Button>
                {discard}
                {soft(words::LATER_ONLY)}
            </div>
        </div>
    }
}

fn field(form: Form, it: DetailField) -> Node {
    let DetailField {
        detail, label, hint, ..
    } = it;
    let (text, hint) = (form.text(detail), hint.map(str::to_owned));
    let error = Signal::derive(move || form.fault(detail));
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
        },
        Detail::Recipients => view! { <TextArea label=label value=text rows=2 hint=hint error=error /> },
        _ => view! { <TextInput label=label value=text hint=hint error=error /> },
    }
}

fn country_choices(ui: Ui, known: &str) -> Vec<Choice> {
    let none = Choice::new("", words::NO_COUNTRY);
    let each = ui.now(|scene| countries(scene.format, known, &region_name));
    let each = each.into_iter().flatten().map(|(code, name)| Choice::new(code, name));
    std::iter::once(none).chain(each).collect()
}

/// How documents are paid: what the catalogue has.
fn payment(form: Form, shown: BillingForm) -> Node {
    let BillingForm { ways, bank, .. } = shown;
    if ways.is_empty() {
        return Node::View(soft(words::NO_WAY));
    }
    let text = form.text(Detail::Payment);
    let any = Choice::new("", words::ANY_WAY);
    let choices = std::iter::once(any).chain(ways.into_iter().map(|way| Choice::new(way.key, way.label)));
    let line = |text: String| view! { <p class="address">{text}</p> };
    view! {
        <Select
            label=words::HOW
            choices=choices.collect()
            selected=text
            on_select=move |key: String| text.set(key)
            error=Signal::derive(move || form.fault(Detail::Payment))
        />
        {bank.into_iter().map(line).collect::<Vec<_>>()}
        {soft(words::NO_CARDS)}
    }
}
