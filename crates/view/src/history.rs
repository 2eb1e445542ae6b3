//! The history: who did what and when, and the rule behind it.

use super::{Day, Event, PersonId, Scene, undo, words};
use licensing::activation::confirmation::ActivationMode;
use licensing::ledger::entry::Record;
use licensing::value::role::{Assigned, FreeingReason, Role};
use licensing::value::setting::Setting;
use licensing::{Command, PeopleSelector};

/// A row of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A stable key: the position of the booking, and the index of the event in it.
    pub key: String,
    /// The day.
    pub day: Day,
    /// What happened.
    pub what: String,
    /// The document, if there is one.
    pub document: Option<DocumentMention>,
    /// The person, or "Automatic" for events that only the passing of time caused.
    pub who: String,
    /// The rule behind it.
    pub rule: &'static str,
    /// The topic, for the filter.
    pub topic: Topic,
    /// Whether Undo reverses it (CHG 13).
    pub can_be_undone: bool,
}

/// A document that an entry mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentMention {
    /// Its number.
    pub number: String,
    /// Its total.
    pub total: String,
}

/// The topic of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Trial, purchase, changes, renewals, cancellation.
    Subscription,
    /// Roles and licenses of people.
    People,
}

/// All events, newest first. Events that are due but not stored yet come first.
pub fn history(scene: &Scene<'_>) -> Vec<Entry> {
    // A confirmation every day would hide everything else. The activation card shows the last one.
    entries(scene, &mut |event| !matches!(event, Event::Confirmed { .. }))
}

/// All events about a person, newest first. Events about the subscription are included only if the viewer may see it
/// (ACC 4).
pub fn history_of(scene: &Scene<'_>, id: &PersonId) -> Vec<Entry> {
    let mut followed = Followed {
        id,
        held: Assigned::Own(Role::None),
    };
    let open = scene.access().subscription;
    entries(scene, &mut |event| {
        followed.is_touched_by(event) && (open || event.is_about_people())
    })
}

/// The entries of the wanted events. `wanted` is called in the order in which the events happened.
fn entries(scene: &Scene<'_>, wanted: &mut dyn FnMut(&Event) -> bool) -> Vec<Entry> {
    let mut entries = Vec::new();
    let steps = undo::steps(scene);
    let offers_undo = undo::refusal(scene).is_none();
    for record in scene.ledger.records() {
        for (at, event) in record.events.iter().enumerate().filter(|(_, event)| wanted(event)) {
            let who = (!came_by_itself(record, event)).then_some(record.actor.as_str());
            let mut told = entry(scene, format!("{}-{at}", record.position), event, who);
            let is_proxy = matches!(event, Event::ProxySet { .. });
            if event.is_about_activation() && !is_proxy && scene.ledger.set_aside().contains(&record.position) {
                told.what = words::activation::SET_ASIDE.to_owned();
            }
            if steps.was_undone(event) {
                told.what = words::undo::undone(&told.what);
            }
            told.can_be_undone = offers_undo && steps.is_latest(event);
            if frees_unused(event) && record.is_recent_confirmed() {
                told.what.push_str(words::roles::RECENT_CONFIRMED);
            }
            entries.push(told);
        }
    }
    for (at, event) in scene.due.iter().enumerate().filter(|(_, event)| wanted(event)) {
        entries.push(entry(scene, format!("due-{at}"), event, None));
    }
    entries.reverse();
    entries
}

/// Whether an event frees or reassigns a license because the person no longer uses the product (LIC 3).
fn frees_unused(event: &Event) -> bool {
    match event {
        Event::RolesSet { reason, .. } => *reason == Some(FreeingReason::StoppedUsing),
        Event::Reassigned { reason, .. } => *reason == FreeingReason::StoppedUsing,
        _ => false,
    }
}

/// A person and their assignment over time, which decides whether a selection includes them (ROL 5). A selection is
/// booked only if everyone it selects has an entry, so assignments that follow only from being in the directory need
/// not be tracked.
struct Followed<'a> {
    id: &'a PersonId,
    held: Assigned,
}

impl Followed<'_> {
    /// Whether an event sets the person's role, keeps or ends their access (LIC 3, LIC 7), or concerns their request.
    fn is_touched_by(&mut self, event: &Event) -> bool {
        let id = self.id;
        let given = match event {
            Event::RolesSet { people, role, .. } => self.is_among(people).then_some(*role),
            Event::Reassigned { from, to, role, .. } => match id {
                id if id == to => Some(*role),
                id => (id == from).then_some(Assigned::Own(Role::None)),
            },
            Event::TrialStarted { administrator, .. } => {
                (administrator.as_ref() == Some(id)).then_some(Assigned::Own(Role::Administrator))
            }
            Event::Purchased { access, .. } | Event::Imported { access, .. } | Event::FreeStarted { access, .. } => {
                let none = access.none.contains(id).then_some(Assigned::Own(Role::None));
                none.or_else(|| access.on_default.contains(id).then_some(Assigned::Default))
            }
            Event::NewPeopleLicensed { people, .. } => people.contains(id).then_some(Assigned::Default),
            Event::AccessRequested { person, .. } | Event::RequestAnswered { person, .. } => return person == id,
            _ => None,
        };
        self.held = given.unwrap_or(self.held);
        given.is_some()
    }

    fn is_among(&self, people: &PeopleSelector) -> bool {
        match people {
            PeopleSelector::These(ids) => ids.contains(self.id),
            PeopleSelector::Selected(selection) => selection.on == self.held && !selection.except.contains(self.id),
        }
    }
}

/// Whether only the passing of time caused an event. Always true for renewals, and for the end of a term unless someone
/// ended it (SUB 2, SUB 4).
fn came_by_itself(record: &Record, event: &Event) -> bool {
    match event {
        Event::Renewed { .. } | Event::NewPeopleLicensed { .. } => true,
        Event::Expired { .. } => !matches!(record.command, Command::Cancel { .. }),
        Event::FreeStarted { .. } => !matches!(record.command, Command::ChooseFree { .. }),
        _ => false,
    }
}

fn entry(scene: &Scene<'_>, key: String, event: &Event, who: Option<&str>) -> Entry {
    let document = event.order().and_then(|order| order.document.as_ref());
    Entry {
        key,
        day: Day::new(scene, event.on()),
        what: words::event(scene, event),
        document: document.map(|it| DocumentMention {
            number: it.number.to_string(),
            total: scene.money(it.total),
        }),
        who: who.unwrap_or(words::BY_ITSELF).to_owned(),
        rule: rule(event),
        topic: topic(event),
        can_be_undone: false,
    }
}

/// The rule behind an event.
fn rule(event: &Event) -> &'static str {
    match event {
        Event::TrialStarted { .. } => "TRI 1",
        Event::Purchased { .. } => "TRI 5",
        Event::Imported { .. } => "PLN 5",
        Event::Adjusted { .. } => "CHG 1",
        Event::IntervalChanged { .. } => "CHG 5",
        Event::Undone { .. } => "CHG 13",
        Event::Renewed { .. } => "SUB 2",
        Event::RenewedNow { .. } => "SUB 6",
        Event::ChangeScheduled { .. } | Event::ChangeUnscheduled { .. } => "SUB 5",
        Event::Canceled { .. } | Event::Resumed { .. } => "SUB 3",
        Event::FreeChosen { .. } | Event::FreeStarted { .. } => "PLN 4",
        Event::Expired { .. } => "SUB 4",
        Event::RolesSet { .. } | Event::DefaultRoleSet { .. } => "ROL 3",
        Event::Reassigned { .. } => "LIC 3",
        Event::NewPeopleLicensed { .. } => "LIC 8",
        Event::SettingChanged { setting, .. } => match setting {
            Setting::AdministratorsManageUsers => "ACC 4",
            Setting::LicenseNewPeople => "LIC 8",
        },
        Event::AccessRequested { .. } | Event::RequestAnswered { .. } => "ACC 5",
        Event::BillingSet { .. } => "INV 5",
        Event::PaymentRecorded { .. } => "INV 7",
        Event::Activated {
            mode: ActivationMode::Online,
            ..
        } => "ACT 1",
        Event::Activated { .. } => "ACT 3",
        Event::Confirmed { .. } => "ACT 5",
        Event::ProxySet { .. } => "ACT 4",
        Event::OrderRecorded { .. } => "ACT 9",
    }
}

fn topic(event: &Event) -> Topic {
    if event.is_about_people() {
        Topic::People
    } else {
        Topic::Subscription
    }
}
