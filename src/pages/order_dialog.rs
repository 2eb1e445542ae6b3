//! The one dialog of every change: choose, see exactly what will be booked, confirm, be told (CHG 10).

use super::confirm::{last, trouble};
use super::money_cards::{lines, sum};
use super::scene::Ui;
use crate::components::{
    Button, ButtonKind, Cell, Choice, Column, ConfirmDialog, MessageCard, Progress, Row, Segmented, Table, TextArea,
    Tone,
};
use crate::store::{Saving, Sent};
use crate::view::order::{Outcome, Preview, WayOut, cancel_text, command, outcomes, preview, way_out};
use crate::view::words::{self, frame, order_words};
use crate::view::{Change, Command, Length, Refusal};
use leptos::{prelude::*, task::spawn_local};

/// What the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Buy, or change licences, plan, length.
    Change(Change),
    /// Renew now (SUB 6).
    RenewNow,
    /// Cancel (SUB 3).
    Cancel,
    /// End Free.
    EndFree,
    /// Free at once or at the end (PLN 4).
    ChooseFree,
}

/// What the dialog works with while it is open.
#[derive(Clone, Copy)]
struct State {
    ui: Ui,
    intent: RwSignal<Option<Intent>>,
    at_renewal: RwSignal<bool>,
    length: RwSignal<Option<Length>>,
    licences: RwSignal<Option<u32>>,
    reason: RwSignal<String>,
    message: RwSignal<Option<String>>,
    sending: RwSignal<bool>,
    /// One id for one dialog: a retry books nothing twice.
    command_id: RwSignal<String>,
}

impl State {
    /// The change as it stands in the dialog.
    fn change(self, change: Change) -> Change {
        Change {
            length: self.length.get().or(change.length),
            licences: self.licences.get().or(change.licences),
            ..change
        }
    }

    /// The command of the dialog; tracked.
    fn command(self) -> Option<Command> {
        let reason = || Some(self.reason.get().trim().to_owned()).filter(|reason| !reason.is_empty());
        Some(match self.intent.get()? {
            Intent::Change(change) => {
                let (change, at_renewal) = (self.change(change), self.at_renewal.get());
                self.ui.model_now(move |scene| command(scene, change, at_renewal))?
            }
            Intent::RenewNow => Command::RenewNow {},
            Intent::Cancel => Command::Cancel { reason: reason() },
            Intent::EndFree => Command::Cancel { reason: None },
            Intent::ChooseFree => Command::ChooseFree { keep: None },
        })
    }

    fn open(self) {
        self.at_renewal.set(false);
        self.length.set(None);
        self.licences.set(None);
        self.reason.set(String::new());
        self.message.set(None);
        self.command_id.set(self.ui.store.new_command_id());
    }

    fn close(self) {
        if self.sending.get_untracked() {
            self.ui.store.abandon();
            self.sending.set(false);
        }
        self.intent.set(None);
    }

    /// Books exactly what is shown.
    fn confirm(self, shown: Preview) {
        self.message.set(None);
        self.sending.set(true);
        let id = self.command_id.get_untracked();
        spawn_local(async move {
            let sent = self.ui.store.send(&id, &shown.command, &shown.events).await;
            if sent == Sent::Abandoned {
                return;
            }
            self.sending.set(false);
            match &sent {
                Sent::Booked(events) => {
                    self.intent.set(None);
                    self.ui.tell(Tone::Success, order_words::booked(&last(self.ui, events)));
                }
                other => self.message.set(trouble(self.ui, other)),
            }
        });
    }
}

/// The dialog; it stands open while there is an intent.
#[component]
pub fn OrderDialog(
    /// What it is about.
    intent: RwSignal<Option<Intent>>,
) -> impl IntoView {
    let state = State {
        ui: Ui::get(),
        intent,
        at_renewal: RwSignal::new(false),
        length: RwSignal::new(None),
        licences: RwSignal::new(None),
        reason: RwSignal::new(String::new()),
        message: RwSignal::new(None),
        sending: RwSignal::new(false),
        command_id: RwSignal::new(String::new()),
    };
    let open = Memo::new(move |_| intent.get().is_some());
    Effect::new(move |_| {
        if open.get() {
            untrack(|| state.open());
        }
    });
    let decided = Memo::new(move |_| {
        let command = state.command()?;
        state.ui.model_now(move |scene| preview(scene, &command))
    });
    let blocked = Signal::derive(move || {
        decided
            .get()
            .and_then(Result::err)
            .map(|refusal: Refusal| refusal.message())
    });
    let busy = Signal::derive(move || state.sending.get() && state.ui.store.saving() != Saving::Slow);
    let labels = Memo::new(move |_| labels(intent.get().as_ref(), state.at_renewal.get(), is_running(state)));
    let danger = Memo::new(move |_| matches!(intent.get(), Some(Intent::Cancel | Intent::EndFree)));
    let confirm = move |()| {
        if let Some(Ok(shown)) = decided.get_untracked() {
            state.confirm(shown);
        }
    };
    // The kind of the button is fixed while the dialog is built, so each kind has a dialog of its own.
    let dialog = move |kind, mine: bool| {
        view! {
            <ConfirmDialog
                open=Signal::derive(move || open.get() && danger.get() == mine)
                on_close=move |()| state.close()
                title=Signal::derive(move || labels.get().0.to_owned())
                confirm=Signal::derive(move || labels.get().1.to_owned())
                keep=order_words::KEEP
                kind=kind
                disabled_reason=blocked
                busy=busy
                wide=!mine
                on_confirm=confirm
            >
                {move || view! { <Body state=state decided=decided /> }}
            </ConfirmDialog>
        }
    };
    view! {
        {dialog(ButtonKind::Primary, false)}
        {dialog(ButtonKind::Danger, true)}
    }
}

fn is_running(state: State) -> bool {
    state.ui.model_now(|scene| scene.account.paid().is_some()) == Some(true)
}

/// The title and the words of the button.
fn labels(intent: Option<&Intent>, at_renewal: bool, running: bool) -> (&'static str, &'static str) {
    match intent {
        Some(Intent::RenewNow) => (order_words::RENEW, order_words::CONFIRM_RENEW),
        Some(Intent::Cancel) => (order_words::CANCEL, order_words::CONFIRM_CANCEL),
        Some(Intent::EndFree) => (order_words::END_FREE, order_words::CONFIRM_END_FREE),
        Some(Intent::ChooseFree) => (order_words::FREE, order_words::CONFIRM_FREE),
        _ if !running => (order_words::ORDER, order_words::BUY),
        _ if at_renewal => (order_words::CHANGE, order_words::CONFIRM_RENEWAL),
        _ => (order_words::CHANGE, order_words::CONFIRM_TODAY),
    }
}

/// What stands between title and buttons.
#[component]
fn Body(state: State, decided: Memo<Option<Result<Preview, Refusal>>>) -> impl IntoView {
    let ui = state.ui;
    let intent = state.intent;
    let means = move || match intent.get() {
        Some(Intent::Cancel) => ui.model_now(cancel_text),
        Some(Intent::EndFree) => Some(order_words::END_FREE_MEANS.to_owned()),
        Some(Intent::ChooseFree) => Some(order_words::FREE_MEANS.to_owned()),
        _ => None,
    };
    let is_change = Memo::new(move |_| matches!(intent.get(), Some(Intent::Change(_))));
    let is_cancel = Memo::new(move |_| intent.get() == Some(Intent::Cancel));
    view! {
        {move || state.message.get().map(|text| view! { <MessageCard tone=Tone::Warning>{text}</MessageCard> })}
        {move || means().map(|text| view! { <p>{text}</p> })}
        <Show when=move || is_change.get()><Terms state=state /></Show>
        <Show when=move || is_cancel.get()>
            <TextArea label=order_words::REASON value=state.reason hint=order_words::REASON_HINT />
        </Show>
        {move || decided.get().map(|decided| match decided {
            Ok(preview) => shown(preview).into_any(),
            Err(refusal) => refused(state, &refusal).into_any(),
        })}
        {move || (state.sending.get() && ui.store.saving() == Saving::Busy).then(|| view! { <Progress label=frame::LOADING /> })}
        {move || (state.sending.get() && ui.store.saving() == Saving::Slow).then(|| slow(state, decided))}
    }
}

/// The length, and when it takes effect, both outcomes side by side in money (CHG 5, SUB 5).
#[component]
fn Terms(state: State) -> impl IntoView {
    let change = Memo::new(move |_| match state.intent.get() {
        Some(Intent::Change(change)) => state.change(change),
        _ => Change::default(),
    });
    let running = Memo::new(move |_| is_running(state));
    let both = Memo::new(move |_| {
        let change = change.get();
        state
            .ui
            .model_now(move |scene| outcomes(scene, change))
            .filter(|_| running.get())
    });
    let length = Signal::derive(move || change.get().length.map_or("", Length::key).to_owned());
    let billing = Length::ALL.map(|it| Choice::new(it.key(), words::length(it))).to_vec();
    let when = vec![
        Choice::new("today", order_words::TODAY),
        Choice::new("renewal", order_words::AT_RENEWAL),
    ];
    let say = |label: &'static str, outcome: Outcome| {
        let class = if outcome.goes { "" } else { "soft" };
        view! { <li class=class><strong>{label}</strong>": "{outcome.text}</li> }
    };
    view! {
        <div class="form">
            <Segmented
                label=order_words::BILLING
                choices=billing
                selected=length
                on_select=move |key: String| state.length.set(Length::ALL.into_iter().find(|it| it.key() == key))
            />
            <Show when=move || running.get()>
                <Segmented
                    label=order_words::WHEN
                    choices=when.clone()
                    selected=Signal::derive(move || if state.at_renewal.get() { "renewal" } else { "today" }.to_owned())
                    on_select=move |key: String| state.at_renewal.set(key == "renewal")
                />
            </Show>
        </div>
        {move || both.get().map(|(today, renewal)| view! {
            <ul class="soft">{say(order_words::TODAY, today)}{say(order_words::AT_RENEWAL, renewal)}</ul>
        })}
    }
}

/// Before and after, lines, sums, notes.
fn shown(preview: Preview) -> impl IntoView {
    let Preview {
        comparison,
        lines: each,
        total,
        credit_used,
        due,
        credit_given,
        notes,
        ..
    } = preview;
    let columns = vec![
        Column::words(order_words::WHAT),
        Column::words(order_words::BEFORE),
        Column::words(order_words::AFTER),
    ];
    let rows: Vec<Row> = comparison
        .into_iter()
        .map(|it| {
            let after = it.after;
            let changed = it.changed;
            let bold = Cell::view(move || {
                if changed {
                    view! { <strong>{after.clone()}</strong> }.into_any()
                } else {
                    after.clone().into_any()
                }
            });
            Row::new(vec![Cell::text(it.what), Cell::text(it.before), bold])
        })
        .collect();
    view! {
        {(!rows.is_empty()).then(|| view! { <Table caption=order_words::CHANGE caption_unseen=true columns=columns rows=rows /> })}
        {lines(each)}
        {total.map(|total| sum(order_words::TOTAL, total, "sum"))}
        {credit_used.map(|it| sum(order_words::CREDIT_USED, it, "sum"))}
        {credit_given.map(|it| sum(order_words::CREDIT_GIVEN, it, "sum"))}
        {due.map(|it| sum(order_words::DUE, it, "sum due"))}
        {notes.into_iter().map(|note| view! { <p class="soft">{note}</p> }).collect_view()}
    }
}

/// What is refused, why, and the way out as a button.
fn refused(state: State, refusal: &Refusal) -> impl IntoView + use<> {
    let way = way_out(refusal);
    let text = refusal.message();
    let action = move || {
        way.map(|way| match way {
            WayOut::Number(licences) => view! {
                <Button on_click=move |()| state.licences.set(Some(licences))>{order_words::set_to(licences)}</Button>
                <Button on_click=move |()| state.at_renewal.set(true)>{order_words::AT_RENEWAL}</Button>
            }
            .into_any(),
        })
    };
    view! { <MessageCard tone=Tone::Error action=action>{text}</MessageCard> }
}

/// Saving takes long: keep waiting, or try again.
fn slow(state: State, decided: Memo<Option<Result<Preview, Refusal>>>) -> impl IntoView {
    let again = move |()| {
        state.ui.store.abandon();
        if let Some(Ok(shown)) = decided.get_untracked() {
            state.confirm(shown);
        }
    };
    let action = move || {
        view! {
            <Button on_click=move |()| state.ui.store.keep_waiting()>{order_words::KEEP_WAITING}</Button>
            <Button kind=ButtonKind::Primary on_click=again>{order_words::TRY_AGAIN}</Button>
        }
    };
    view! { <MessageCard tone=Tone::Warning action=action>{order_words::SLOW}</MessageCard> }
}
