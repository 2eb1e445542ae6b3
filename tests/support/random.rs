//! Random steps for property tests: directories, commands, actors, and the resulting journal.
#![allow(dead_code, reason = "every test file is a crate of its own and uses a part of it")]

use super::common::{self, Story, adjust, buy, day, kind, licenses, schedule};
use licensing::account::access::{Actor, Membership};
use licensing::json::line::to_json_line;
use licensing::ledger::Ledger;
use licensing::ledger::entry::opening;
use licensing::ledger::prepare::Preparation;
use licensing::{Date, Deployment, Directory, catalogue};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Directories. The second makes `a` and `b` one person. The third splits them again and removes `c`. The fourth makes
/// three rows one person, in another order and with other dates.
pub const DIRECTORIES: [&[&str]; 4] = [
    &["a|a@x.org|2026-06-01", "b|b@x.org", "c", "d||2026-05-01", "e", "f"],
    &["a|a@x.org|2026-06-01", "b|A@X.ORG", "c", "d||2026-05-01", "e", "f"],
    &["a|a@x.org|2026-06-01", "b|b@x.org", "d||2026-05-01", "e", "f", "g"],
    &[
        "f||2026-07-20",
        "c|A@X.org",
        "b|A@X.ORG",
        "a|a@x.org|2026-07-15",
        "e|e@x.org",
    ],
];

/// A step: the number of days since the last one, the index of a new directory if it changes, and a command. The field
/// `by` names the actor unless it is the first administrator.
pub type Step = (u32, Option<usize>, Value);

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0_u32..12, 1 => 12_u32..320]
}

fn person() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a", "b", "c", "d", "e", "f", "g"])
}

fn people() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(person(), 1..4)
}

/// A command about the subscription.
fn about_subscription() -> impl Strategy<Value = Value> {
    let plan = || prop::sample::select(vec!["team", "start", "ultimate", "free", "legacy_services"]);
    let length = || prop::sample::select(vec!["monthly", "annual"]);
    let bought = || (plan(), length(), number()).prop_map(|(plan, length, licenses)| buy(plan, length, licenses));
    let fields = move || {
        (
            prop::option::of(plan()),
            prop::option::of(length()),
            prop::option::of(number()),
        )
            .prop_map(|(plan, length, licenses)| json!({"plan": plan, "length": length, "licences": licenses}))
    };
    let import = (length(), number()).prop_map(|(length, licenses)| {
        json!({"kind": "import", "plan": "legacy_services", "length": length, "licences": licenses, "start": "2026-06-30", "credit": "7.5"})
    });
    prop_oneof![
        2 => prop::sample::select(vec!["start_trial", "unschedule", "cancel", "resume", "renew_now", "undo", "undo", "choose_free"]).prop_map(kind),
        1 => people().prop_map(|keep| json!({"kind": "choose_free", "keep": keep})),
        3 => bought(),
        1 => (bought(), people()).prop_map(|(mut bought, keep)| { bought["keep"] = json!(keep); bought }),
        3 => number().prop_map(licenses),
        3 => (fields(), prop::option::of(any::<bool>())).prop_map(|(mut fields, drop)| {
            fields["drop_scheduled"] = json!(drop);
            adjust(fields)
        }),
        2 => fields().prop_map(schedule),
        1 => import,
    ]
}

/// A command about people: roles with and without more licenses, settings, requests, freeing licenses.
fn about_people() -> impl Strategy<Value = Value> {
    let any_role = || prop::sample::select(vec!["none", "team", "budget", "administrator", "default"]);
    let own_role = || prop::sample::select(vec!["none", "team", "product"]);
    let more = || prop::option::of(number());
    let selected =
        (any_role(), prop::option::of(people())).prop_map(|(on, except)| json!({"on": on, "except": except}));
    let who = prop_oneof![people().prop_map(|people| json!(people)), selected];
    let who = who.boxed();
    let given = (who.clone(), any_role(), more())
        .prop_map(|(who, to, licenses)| json!({"kind": "set_role", "people": who, "role": to, "licences": licenses}));
    let change = (who, any_role()).prop_map(|(who, to)| json!({"people": who, "role": to}));
    let several = (prop::collection::vec(change, 0..4), more())
        .prop_map(|(changes, licenses)| json!({"kind": "set_roles", "changes": changes, "licences": licenses}));
    let which = prop::sample::select(vec!["administrators_manage_users", "license_new_people"]);
    let setting =
        (which, any::<bool>()).prop_map(|(setting, on)| json!({"kind": "set_setting", "setting": setting, "on": on}));
    let asked = person()
        .prop_map(|person| json!({"kind": "request_access", "by": {"collection_administrator": false, "id": person}}));
    let role = prop_oneof![2 => Just(None), 1 => any_role().prop_map(Some)];
    let answered = (person(), any::<bool>(), role, more()).prop_map(|(person, grant, role, licenses)| {
        json!({"kind": "answer_request", "person": person, "grant": grant, "role": role, "licences": licenses})
    });
    let inactive = (prop_oneof![Just(0_u32), 1_u32..200], people())
        .prop_map(|(days, keep)| json!({"kind": "free_inactive", "days": days, "keep": keep}));
    prop_oneof![
        6 => given,
        3 => several,
        2 => setting,
        3 => asked,
        4 => answered,
        1 => inactive,
        1 => own_role().prop_map(|to| json!({"kind": "set_default_role", "role": to})),
        2 => (person(), person()).prop_map(|(from, to)| json!({"kind": "reassign", "from": from, "to": to, "reason": "left"})),
    ]
}

/// Any command. Some come from a second administrator, who has only the product role, and therefore only the
/// permissions of the setting (ACC 4).
pub fn command() -> impl Strategy<Value = Value> {
    prop_oneof![2 => about_subscription(), 1 => about_people()].prop_flat_map(by_one_of_two)
}

fn by_one_of_two(command: Value) -> impl Strategy<Value = Value> {
    let second = Some(json!({"collection_administrator": false, "id": "b"}));
    prop_oneof![4 => Just(None), 1 => Just(second)].prop_map(move |by| {
        let mut command = command.clone();
        if let Some(by) = by.filter(|_| command.get("by").is_none()) {
            command["by"] = by;
        }
        command
    })
}

/// A purchase on the first day, in some cases with a second administrator who manages users. Then both give commands
/// about people, with adjustments between them.
pub fn managed(count: usize) -> impl Strategy<Value = Vec<Step>> {
    let first = (2_u32..9, any::<bool>()).prop_map(|(licenses, two)| {
        let second = json!({"kind": "set_role", "people": ["b"], "role": "administrator", "licences": licenses + 1});
        let open = json!({"kind": "set_setting", "setting": "administrators_manage_users", "on": true});
        let all = [buy("team", "monthly", licenses), second, open];
        let steps = all.into_iter().take(if two { 3 } else { 1 });
        steps.map(|command| (0, None, command)).collect::<Vec<Step>>()
    });
    let one = prop_oneof![
        1 => number().prop_map(licenses),
        6 => about_people(),
    ];
    let then = prop::collection::vec(dated(one.prop_flat_map(by_one_of_two)), 1..count);
    (first, then).prop_map(|(first, then)| first.into_iter().chain(then).collect())
}

/// The actor of a command, the command itself, and the actor as written in a scenario.
pub fn parts(command: &Value) -> (Actor, Value, Value) {
    let mut command = command.clone();
    let by = command.as_object_mut().unwrap().remove("by").unwrap_or(Value::Null);
    let viewer = match by.get("id") {
        None => Actor::collection_administrator(),
        Some(id) => Actor {
            id: Some(common::id(id.as_str().unwrap())),
            collection_administrator: Membership::No,
            role: None,
        },
    };
    (viewer, command, by)
}

/// Random steps.
pub fn steps(count: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(dated(command()), 1..count)
}

fn dated(command: impl Strategy<Value = Value>) -> impl Strategy<Value = Step> {
    let days = prop_oneof![3 => Just(0_u32), 3 => 1_u32..12, 1 => 12_u32..420];
    let people = prop_oneof![5 => Just(None), 1 => (0_usize..4).prop_map(Some)];
    (days, people, command)
}

/// Runs the steps and checks the account after each.
pub fn tell(steps: &[Step], mut look: impl FnMut(&Story)) -> Story {
    let mut story = Story::new().with(DIRECTORIES[0]);
    let mut today = day("2026-07-01");
    for (days, people, command) in steps {
        today = today.plus_days(*days);
        if let Some(at) = people {
            story.people_are(&today.to_string(), DIRECTORIES[*at]);
        }
        let (viewer, command, _) = parts(command);
        story.viewer = viewer;
        if let Ok(events) = story.preview(&today.to_string(), &command) {
            events.iter().for_each(|event| story.account.apply(event));
            story.events.extend(events);
        }
        look(&story);
    }
    story
}

/// Writes the steps as a journal of an organization on Services. Refused steps leave no line.
pub fn journal(steps: &[Step]) -> Vec<String> {
    journal_on(Deployment::Services, steps)
}

/// Writes the steps as a journal. Refused steps leave no line.
pub fn journal_on(deployment: Deployment, steps: &[Step]) -> Vec<String> {
    let value: Value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
    let mut directory = common::directory(DIRECTORIES[0]);
    let story = Story::new();
    let first = opening(
        "2026-07-01T08:00:00Z".parse().unwrap(),
        deployment,
        story.account.id(),
        value.clone(),
        directory.people().to_vec(),
    );
    let mut lines = vec![to_json_line(&first).unwrap()];
    let mut ledger = Ledger::open(&lines[0]).unwrap();
    let mut today = day("2026-07-01");
    for (days, people, command) in steps {
        today = today.plus_days(*days);
        if let Some(at) = people {
            directory = common::directory(DIRECTORIES[*at]);
        }
        if let Some(line) = booked(&mut ledger, &value, &directory, today, command) {
            lines.push(line);
        }
    }
    lines
}

fn booked(ledger: &mut Ledger, value: &Value, people: &Directory, today: Date, command: &Value) -> Option<String> {
    let story = Story::new();
    let (viewer, command, _) = parts(command);
    let preparation = Preparation {
        ledger,
        catalogue: &story.catalogue,
        catalogue_value: value,
        people,
        viewer: &viewer,
        actor: "Ada",
        command_id: &licensing::value::ids::CommandId::new(format!("c{}", ledger.next_position())),
        instant: &"2026-07-01T08:00:00Z".parse().unwrap(),
        today,
        command: &serde_json::from_value(command).unwrap(),
    };
    let booked = preparation.prepare().ok()?;
    let (record, line) = preparation.entry(&booked).unwrap();
    let mut taken = ledger.clone();
    ledger.append(&line, ledger.check(&line).unwrap()).unwrap();
    // CHG 10: the booking equals the preview.
    assert_eq!(*ledger.account(), booked.account_after);
    // The writer of a line has the same state as a reader.
    taken.take(&line, record, booked.account_after).unwrap();
    assert_eq!(taken, *ledger);
    Some(line)
}
