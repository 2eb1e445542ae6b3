//! What needs somebody's attention, most urgent first.

use super::standing::{is_short, overdue};
use super::words::{self, attention as texts};
use super::{AccountState, Mood, Scene, Status, activation, subscription};
use licensing::Person;
use licensing::value::role::Role;

/// What an item asks for. The page decides where each one leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Pay this document, or open it if there is no payment page.
    Pay {
        /// Its number.
        document: String,
    },
    /// Look at the overdue documents.
    ShowOverdue,
    /// Buy, because nobody has access, or soon nobody will.
    Buy,
    /// Look at the scheduled change.
    ReviewChange,
    /// Look at the cancellation.
    ReviewCancellation,
    /// Answer access requests.
    AnswerRequests,
    /// Activate, or find out why the activation does not work.
    Activate,
    /// Increase the licenses.
    BuyLicenses,
    /// Complete the people in the directory.
    FixSignInData,
}

/// Something that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Identifies the item in the list.
    pub key: String,
    /// The tone: bad, warning, or info.
    pub mood: Mood,
    /// What is the matter.
    pub text: String,
    /// The label of the action.
    pub label: &'static str,
    /// The action.
    pub task: Task,
}

/// What needs attention on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// The items, most urgent first.
    pub items: Vec<Item>,
    /// The line if there are none. `None` before a trial, where the page has a next step of its own.
    pub calm: Option<&'static str>,
}

/// Up to this number, each overdue document is an item of its own.
const EACH: usize = 3;
/// The number of last days of a trial on which it needs attention.
const LAST_DAYS: i64 = 7;

/// What needs the viewer's attention. `None` for viewers who may see neither Subscription nor User Management (ACC 2).
/// People who only manage users learn who waits (ACC 4). Until the people are read, it counts nobody.
pub fn attention(scene: &Scene<'_>) -> Option<Attention> {
    let access = scene.access();
    let items = match (access.subscription, access.users) {
        (true, _) => all(scene),
        (false, true) => waiting(scene).into_iter().collect(),
        (false, false) => return None,
    };
    let calm = (items.is_empty() && scene.status() != Status::None).then_some(texts::CALM);
    Some(Attention { items, calm })
}

/// The number of items that ask for an action. A change that takes effect as scheduled does not.
pub fn count(scene: &Scene<'_>) -> u32 {
    let items = attention(scene).map(|it| it.items).unwrap_or_default();
    let asks = items.iter().filter(|it| it.mood != Mood::Info).count();
    u32::try_from(asks).unwrap_or(u32::MAX)
}

fn all(scene: &Scene<'_>) -> Vec<Item> {
    let single = [
        activation(scene),
        no_access(scene),
        change_that_does_not_fit(scene),
        cancellation(scene),
        waiting(scene),
        few_licenses(scene),
        change_that_did_not_fit(scene),
        no_address(scene),
        scheduled(scene),
    ];
    let mut items: Vec<Item> = late(scene);
    items.extend(single.into_iter().flatten());
    // Within a tone, the order above counts.
    items.sort_by_key(|it| match it.mood {
        Mood::Bad => 0,
        Mood::Warning => 1,
        _ => 2,
    });
    items
}

fn item(key: &str, mood: Mood, text: String, label: &'static str, task: Task) -> Item {
    Item {
        key: key.to_owned(),
        mood,
        text,
        label,
        task,
    }
}

/// The overdue documents (INV 7).
fn late(scene: &Scene<'_>) -> Vec<Item> {
    let documents: Vec<_> = overdue(scene).collect();
    if documents.len() > EACH {
        let zero = scene.catalogue.zero();
        let sum = documents.iter().fold(zero, |sum, it| sum + it.heading.due);
        let count = scene.format.number(u32::try_from(documents.len()).unwrap_or(u32::MAX));
        let text = texts::overdue_many(&count, &scene.money(sum));
        return vec![item(
            "overdue",
            Mood::Bad,
            text,
            texts::VIEW_INVOICES,
            Task::ShowOverdue,
        )];
    }
    let label = match scene.catalogue.payment_page {
        Some(_) => texts::PAY,
        None => texts::VIEW_INVOICE,
    };
    let each = documents.iter().map(|it| {
        let (number, due) = (&it.heading.number, scene.date(it.heading.due_date));
        let text = texts::overdue(number, &scene.money(it.heading.due), &due);
        let task = Task::Pay {
            document: number.to_string(),
        };
        item(&["overdue ", number].concat(), Mood::Bad, text, label, task)
    });
    each.collect()
}

/// The activation is missing, has expired, is not confirmed, or differs from the purchase (ACT 5, ACT 7).
fn activation(scene: &Scene<'_>) -> Option<Item> {
    let notice = activation::notice(scene, false)?;
    // Items end without a period, as headlines do.
    let text = notice.text.trim_end_matches('.').to_owned();
    Some(item("activation", notice.mood, text, texts::ACTIVATE, Task::Activate))
}

/// Nobody has access, or the trial ends soon (TRI 4, SUB 4).
fn no_access(scene: &Scene<'_>) -> Option<Item> {
    let buy = |mood, text| item("access", mood, text, texts::BUY, Task::Buy);
    match scene.status() {
        Status::Expired if scene.account.is_granted() => None,
        Status::TrialEnded | Status::Expired => Some(buy(Mood::Bad, subscription::headline(scene))),
        Status::Trial => {
            let trial = scene.account.trial()?;
            let last = Some(trial.end.minus_days(1)).filter(|last| *last > scene.today);
            let text = texts::trial_ends(last.map(|last| scene.date(last)).as_deref());
            (trial.days_left(scene.today) <= LAST_DAYS).then(|| buy(Mood::Warning, text))
        }
        _ => None,
    }
}

/// The subscription is canceled (SUB 3).
fn cancellation(scene: &Scene<'_>) -> Option<Item> {
    scene.account.paid()?.canceled.as_ref()?;
    let text = subscription::headline(scene);
    let label = texts::REVIEW_CANCELLATION;
    Some(item("canceled", Mood::Warning, text, label, Task::ReviewCancellation))
}

fn change(key: &str, mood: Mood, text: String) -> Item {
    item(key, mood, text, texts::REVIEW_CHANGE, Task::ReviewChange)
}

/// The scheduled change would not be carried out in the current state (SUB 5, CHG 9).
fn change_that_does_not_fit(scene: &Scene<'_>) -> Option<Item> {
    scene.account.paid()?.scheduled()?;
    let text = subscription::next_invoice(scene)?.not_fitting?;
    Some(change("will not fit", Mood::Warning, text))
}

/// The scheduled change was not carried out at the last renewal (SUB 5).
fn change_that_did_not_fit(scene: &Scene<'_>) -> Option<Item> {
    let dropped = scene.account.paid()?.not_fitting?;
    let text = words::did_not_fit(&words::change(scene, dropped.change), words::misfit(dropped.reason));
    Some(change("did not fit", Mood::Warning, text))
}

/// A change takes effect at the renewal. While the subscription is canceled, the cancellation says more.
fn scheduled(scene: &Scene<'_>) -> Option<Item> {
    let is_canceled = scene.account.paid()?.canceled.is_some();
    let pending = subscription::pending(scene).filter(|_| !is_canceled)?;
    Some(change("scheduled", Mood::Info, pending.text))
}

/// People wait for access (ACC 5, ACC 6).
fn waiting(scene: &Scene<'_>) -> Option<Item> {
    if scene.unread {
        return None;
    }
    let mut open = scene.account.open_requests(scene.people, scene.today);
    let (first, _) = open.next()?;
    let (text, label) = match open.count() {
        0 => (texts::waits(&scene.person_name(first)), texts::ANSWER_REQUEST),
        others => {
            let count = u32::try_from(others).unwrap_or(u32::MAX).saturating_add(1);
            (texts::wait(&scene.format.number(count)), texts::ANSWER_REQUESTS)
        }
    };
    Some(item("waiting", Mood::Warning, text, label, Task::AnswerRequests))
}

/// Few or no licenses are left (LIC 5), if the viewer can get more here.
fn few_licenses(scene: &Scene<'_>) -> Option<Item> {
    let licenses = scene.account.licenses().filter(|_| !scene.unread)?;
    let free = scene.account.licenses_free(scene.people)?;
    if !scene.account.runs_low(scene.people) || scene.account.is_granted() {
        return None;
    }
    let (label, task) = match scene.account.paid() {
        Some(paid) if paid.canceled.is_none() => (texts::ADD_LICENSES, Task::BuyLicenses),
        Some(_) => return None,
        None => (texts::BUY, Task::Buy),
    };
    let text = if is_short(scene) {
        let people = scene.format.number(scene.account.licenses_in_use(scene.people));
        texts::short(&people, licenses.get())
    } else {
        texts::few_left(free, &scene.format.number(licenses.get()))
    };
    Some(item("licenses", Mood::Warning, text, label, task))
}

/// People with a license whom the directory cannot recognize, if it has addresses at all (LIC 2).
fn no_address(scene: &Scene<'_>) -> Option<Item> {
    let directory = scene.people.people();
    let has_addresses = || directory.iter().any(|person| !person.address().is_empty());
    if scene.unread || !has_addresses() {
        return None;
    }
    let licensed = |person: &Person| scene.account.assignments().role(&person.id, scene.people) != Role::None;
    let lacking = directory
        .iter()
        .filter(|person| person.state == AccountState::Active && person.address().is_empty());
    let count = u32::try_from(lacking.filter(|person| licensed(person)).count()).unwrap_or(u32::MAX);
    (count > 0).then(|| {
        let text = texts::no_address(count, &scene.format.number(count));
        item("address", Mood::Warning, text, texts::SHOW_PEOPLE, Task::FixSignInData)
    })
}
