//! The table of SUB 8, cell by cell, and the order in which rules refuse. The table is written down from the rule book
//! and knows nothing of the one in the program; every cell is decided on an account that has really come to its state.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use serde_json::{Value, json};
use timetracker_licensing::licensing::access::{Membership, Viewer};
use timetracker_licensing::licensing::activation::SubscriptionId;
use timetracker_licensing::licensing::catalogue::SHIPPED;
use timetracker_licensing::licensing::decide::{Situation, catch_up, decide, may};
use timetracker_licensing::licensing::{
    Account, Catalogue, Command, Date, Deployment, Directory, Event, Person, PersonId, Refusal,
};

/// The columns of the table.
const STATES: [&str; 7] = [
    "none",
    "trial",
    "trial_ended",
    "active",
    "cancelling",
    "expired",
    "free",
];

/// The day on which every cell is decided.
const TODAY: &str = "2026-11-24";

/// The table: a command in its kind's own words, and per state `booked` or the code of the refusal.
const TABLE: &str = r#"
{"kind":"start_trial"}                                  | booked          | trial_used           | trial_used         | trial_used         | trial_used         | trial_used         | trial_used
{"kind":"buy","plan":"team","length":"monthly","licences":10} | booked    | booked               | booked             | already_subscribed | already_subscribed | booked             | booked
{"kind":"adjust","licences":12}                         | no_subscription | no_subscription      | no_subscription    | booked             | booked             | no_subscription    | no_subscription
{"kind":"schedule","licences":12}                       | no_subscription | no_subscription      | no_subscription    | booked             | cancelled          | no_subscription    | no_subscription
{"kind":"unschedule"}                                   | no_subscription | no_subscription      | no_subscription    | booked             | booked             | no_subscription    | no_subscription
{"kind":"cancel"}                                       | no_subscription | no_subscription      | no_subscription    | booked             | already_cancelled  | no_subscription    | booked
{"kind":"resume"}                                       | not_cancelled   | not_cancelled        | not_cancelled      | not_cancelled      | booked             | not_cancelled      | not_cancelled
{"kind":"renew_now"}                                    | no_subscription | no_subscription      | no_subscription    | booked             | cancelled          | no_subscription    | no_subscription
{"kind":"choose_free"}                                  | booked          | booked               | booked             | cancel_first       | booked             | booked             | nothing_changed
{"kind":"set_role","people":["p1"],"role":"budget"}     | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_role","people":["p2"],"role":"default"}    | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_role","people":["p1"],"role":"none"}       | no_subscription | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"set_default_role","role":"product"}            | no_subscription | booked               | trial_used         | booked             | booked             | expired            | booked
{"kind":"set_default_role","role":"none"}               | no_subscription | booked               | booked             | booked             | booked             | booked             | booked
{"kind":"reassign","from":"p1","to":"p4","reason":"left"} | no_subscription | no_licences_in_trial | expired          | booked             | booked             | expired            | booked
{"kind":"import","plan":"legacy_services","length":"annual","licences":10,"start":"2026-03-01"} | booked | already_subscribed | already_subscribed | already_subscribed | already_subscribed | already_subscribed | already_subscribed
"#;

/// An account and what decides about it.
#[derive(Clone)]
struct World {
    catalogue: Catalogue,
    account: Account,
    people: Directory,
    viewer: Viewer,
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn people(count: u32) -> Directory {
    let person = |number: u32| Person {
        id: PersonId::new(&format!("p{number}")).unwrap(),
        name: format!("Person {number}"),
        email: None,
        last_access: None,
    };
    Directory::new((1..=count).map(person).collect())
}

impl World {
    /// Four people, nothing booked yet.
    fn new(deployment: Deployment) -> Self {
        let catalogue = Catalogue::shipped().unwrap();
        Self {
            account: Account::new(SubscriptionId::SAMPLE, deployment, &catalogue),
            catalogue,
            people: people(4),
            viewer: Viewer::collection_administrator(),
        }
    }

    fn with<T>(&self, on: &str, command: &Value, ask: impl Fn(Situation<'_>, &Command) -> T) -> T {
        let command: Command =
            serde_json::from_value(command.clone()).unwrap_or_else(|error| panic!("{command}: {error}"));
        let mut account = self.account.clone();
        catch_up(&mut account, &self.catalogue, &self.people, date(on));
        ask(
            Situation {
                catalogue: &self.catalogue,
                account: &account,
                people: &self.people,
                viewer: &self.viewer,
                today: date(on),
            },
            &command,
        )
    }

    fn decide(&self, on: &str, command: &Value) -> Result<Vec<Event>, Refusal> {
        self.with(on, command, decide)
    }

    /// `booked`, or the code of the refusal.
    fn code(&self, on: &str, command: &Value) -> &'static str {
        self.decide(on, command)
            .err()
            .map_or("booked", |refusal| refusal.code())
    }

    /// The same account after a command that goes.
    fn after(mut self, on: &str, command: &Value) -> Self {
        let events = self
            .decide(on, command)
            .unwrap_or_else(|refusal| panic!("{command} on {on}: {}", refusal.message()));
        catch_up(&mut self.account, &self.catalogue, &self.people, date(on));
        events.iter().for_each(|event| self.account.apply(event));
        self
    }

    /// The same account seen by somebody else.
    fn seen_by(mut self, id: &str, collection_administrator: Membership) -> Self {
        self.viewer = Viewer {
            id: PersonId::new(id),
            collection_administrator,
            role: None,
        };
        self
    }
}

/// An account on Services that has come to a state of the table; p4 has the role None from the trial on.
fn in_state(state: &str) -> World {
    let new = World::new(Deployment::Services);
    let without_p4 = json!({"kind": "set_role", "people": ["p4"], "role": "none"});
    let own_p2 = json!({"kind": "set_role", "people": ["p2"], "role": "team"});
    let trial = |world: World, start: &str| {
        let world = world.after(start, &json!({"kind": "start_trial"}));
        world.after(start, &without_p4).after(start, &own_p2)
    };
    let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    let bought = |on: &str| trial(new.clone(), on).after(on, &buy);
    match state {
        "none" => new,
        "trial" => trial(new, "2026-11-20"),
        "trial_ended" => trial(new, "2026-10-20"),
        "active" => bought("2026-11-10").after("2026-11-11", &json!({"kind": "schedule", "plan": "start"})),
        "cancelling" => in_state("active").after("2026-11-12", &json!({"kind": "cancel"})),
        "expired" => bought("2026-10-10").after("2026-10-11", &json!({"kind": "cancel"})),
        "free" => trial(new, "2026-11-10").after("2026-11-12", &json!({"kind": "choose_free"})),
        _ => panic!("`{state}` is no state"),
    }
}

#[test]
fn sub_8_every_cell_of_the_table() {
    let mut cells = 0;
    for row in TABLE.trim().lines() {
        let mut columns = row.split('|').map(str::trim);
        let command: Value = serde_json::from_str(columns.next().unwrap()).unwrap();
        let expected: Vec<&str> = columns.collect();
        assert_eq!(expected.len(), STATES.len(), "{row}");
        for (state, expected) in STATES.into_iter().zip(expected) {
            let world = in_state(state);
            assert_eq!(
                world.with(TODAY, &command, |it, _| it.account.status(it.today).key()),
                state
            );
            assert_eq!(world.code(TODAY, &command), expected, "{command} in {state}");
            // Buttons ask the same table (ACC 8).
            let allowed = world.with(TODAY, &command, may);
            assert_eq!(
                allowed.err().map_or("booked", |it| it.code()),
                expected,
                "{command} in {state}"
            );
            cells += 1;
        }
    }
    assert_eq!(
        cells,
        (13 + 3) * 7,
        "13 commands, three of them in several variants, in 7 states"
    );
}

#[test]
fn sub_8_default_that_resolves_to_none_is_not_the_role_none() {
    for (state, code) in [("trial_ended", "trial_used"), ("expired", "expired")] {
        let world = in_state(state).after(TODAY, &json!({"kind": "set_default_role", "role": "none"}));
        let back = json!({"kind": "set_role", "people": ["p2"], "role": "default"});
        assert_eq!(world.code(TODAY, &back), code, "{state}");
    }
}

#[test]
fn sub_8_unschedule_with_nothing_scheduled() {
    let unschedule = json!({"kind": "unschedule"});
    for state in ["active", "cancelling"] {
        let world = in_state(state).after(TODAY, &unschedule);
        assert_eq!(world.code(TODAY, &unschedule), "nothing_scheduled", "{state}");
    }
}

#[test]
fn sub_8_cancel_in_free_expires_today() {
    let world = in_state("free").after(TODAY, &json!({"kind": "cancel"}));
    assert_eq!(world.account.status(date(TODAY)).key(), "expired");
}

#[test]
fn sub_8_an_adjustment_leaves_the_cancellation() {
    for change in [
        json!({"kind": "adjust", "licences": 12}),
        json!({"kind": "adjust", "length": "annual"}),
    ] {
        let world = in_state("cancelling").after(TODAY, &change);
        assert_eq!(world.account.status(date(TODAY)).key(), "cancelling", "{change}");
    }
}

#[test]
fn sub_8_and_pln_4_resume_drops_a_pending_free() {
    let free = json!({"kind": "choose_free"});
    let world = in_state("cancelling").after(TODAY, &free);
    assert_eq!(
        world.code(TODAY, &free),
        "nothing_changed",
        "the same choice is pending"
    );
    let world = world
        .after(TODAY, &json!({"kind": "resume"}))
        .after(TODAY, &json!({"kind": "cancel"}));
    assert_eq!(world.code(TODAY, &free), "booked", "resuming has dropped it");
    let renewed_on = "2026-12-10";
    assert_eq!(
        world.with(renewed_on, &free, |it, _| it.account.status(it.today).key()),
        "expired"
    );
}

#[test]
fn sub_8_and_pln_4_free_is_chosen_and_not_ordered() {
    let buy = json!({"kind": "buy", "plan": "free", "length": "monthly", "licences": 3});
    for state in ["none", "trial", "trial_ended", "expired", "free"] {
        assert_eq!(in_state(state).code(TODAY, &buy), "choose_free", "{state}");
    }
    let adjust = json!({"kind": "adjust", "plan": "free", "licences": 3});
    assert_eq!(in_state("active").code(TODAY, &adjust), "cancel_first");
    assert_eq!(in_state("cancelling").code(TODAY, &adjust), "choose_free");
    let schedule = json!({"kind": "schedule", "plan": "free", "licences": 3});
    assert_eq!(in_state("active").code(TODAY, &schedule), "cancel_first");
}

/// A command that breaks two rules at once: the one that is named comes first.
#[track_caller]
fn names(world: &World, on: &str, command: Value, code: &str) {
    assert_eq!(world.code(on, &command), code, "{command} on {on}");
}

#[test]
fn sub_8_access_refuses_before_the_clock_and_the_table() {
    let active = in_state("active").seen_by("p1", Membership::No);
    for on in ["2026-11-01", TODAY] {
        names(
            &active,
            on,
            json!({"kind": "start_trial"}),
            "not_collection_administrator",
        );
        names(
            &active,
            on,
            json!({"kind": "adjust", "licences": 0}),
            "not_collection_administrator",
        );
        names(
            &active,
            on,
            json!({"kind": "set_default_role", "role": "team"}),
            "may_not_manage_users",
        );
    }
}

#[test]
fn sub_8_the_clock_refuses_before_the_table() {
    for kind in ["start_trial", "resume", "renew_now"] {
        names(&in_state("active"), "2026-11-10", json!({"kind": kind}), "clock_behind");
    }
    names(
        &in_state("active"),
        "2026-11-11",
        json!({"kind": "start_trial"}),
        "trial_used",
    );
}

#[test]
fn sub_8_the_table_refuses_before_zero_licences() {
    let zero = |kind: &str| json!({"kind": kind, "licences": 0});
    names(&in_state("none"), TODAY, zero("adjust"), "no_subscription");
    names(&in_state("cancelling"), TODAY, zero("schedule"), "cancelled");
    let buy = json!({"kind": "buy", "plan": "free", "length": "annual", "licences": 0});
    names(&in_state("active"), TODAY, buy, "already_subscribed");
}

#[test]
fn sub_8_zero_licences_refuse_before_plans() {
    let new = World::new(Deployment::Server);
    for plan in ["free", "start", "ultimate", "legacy_server"] {
        let buy = json!({"kind": "buy", "plan": plan, "length": "annual", "licences": 0});
        names(&new, TODAY, buy, "zero_licences");
    }
    for kind in ["adjust", "schedule"] {
        names(
            &in_state("active"),
            TODAY,
            json!({"kind": kind, "plan": "free", "licences": 0}),
            "zero_licences",
        );
    }
    let import = json!({"kind": "import", "plan": "team", "length": "annual", "licences": 0, "start": "2020-01-01"});
    names(&new, TODAY, import, "zero_licences");
}

#[test]
fn sub_8_plans_refuse_before_people() {
    let nobody = json!(["nobody"]);
    let buy = |plan: &str, licences: u32| json!({"kind": "buy", "plan": plan, "length": "annual", "licences": licences, "keep": nobody});
    let server = World::new(Deployment::Server);
    names(&server, TODAY, buy("start", 500), "plan_not_available");
    names(&server, TODAY, buy("legacy_server", 5), "plan_not_sold");
    names(&server, TODAY, buy("ultimate", 5), "licences_out_of_range");
    names(&server, "2024-01-01", buy("team", 5), "no_price_list");
    names(&server, TODAY, buy("team", 5), "unknown_person");
    names(
        &server,
        TODAY,
        json!({"kind": "choose_free", "keep": nobody}),
        "plan_not_available",
    );
}

#[test]
fn sub_8_plans_refuse_before_licences_in_use_and_the_first_day() {
    // Three people hold licences.
    names(
        &in_state("active"),
        TODAY,
        json!({"kind": "adjust", "plan": "ultimate", "licences": 2}),
        "licences_out_of_range",
    );
    let mut unpriced = in_state("free").after(
        TODAY,
        &json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 5}),
    );
    names(&unpriced, TODAY, json!({"kind": "renew_now"}), "first_day");
    let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
    *value.get_mut("price_lists").unwrap() = json!([]);
    unpriced.catalogue = Catalogue::from_value(&value).unwrap();
    names(&unpriced, TODAY, json!({"kind": "renew_now"}), "no_price_list");
}

#[test]
fn sub_8_licences_in_use_refuse_before_what_is_scheduled() {
    let world = in_state("active").after(TODAY, &json!({"kind": "schedule", "plan": "ultimate", "licences": 20}));
    names(
        &world,
        TODAY,
        json!({"kind": "adjust", "plan": "start", "licences": 2}),
        "licences_in_use",
    );
    let world = in_state("active");
    let more = |licences: u32| json!({"kind": "adjust", "licences": licences});
    // Start is scheduled, which takes 19 at most.
    names(&world, TODAY, more(19), "booked");
    names(&world, TODAY, more(20), "does_not_fit_scheduled");
    names(&world, TODAY, more(2), "licences_in_use");
}

#[test]
fn sub_8_what_is_scheduled_refuses_before_nothing_changed() {
    let mut world = in_state("active");
    names(&world, TODAY, json!({"kind": "adjust"}), "nothing_changed");
    let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
    *value.pointer_mut("/plans/start/licences/max").unwrap() = json!(9);
    world.catalogue = Catalogue::from_value(&value).unwrap();
    names(&world, TODAY, json!({"kind": "adjust"}), "does_not_fit_scheduled");
}

#[test]
fn sub_8_people_refuse_before_nothing_changed() {
    let world = in_state("free");
    let same = |people: Value| json!({"kind": "set_role", "people": people, "role": "none"});
    names(&world, TODAY, same(json!(["p4"])), "nothing_changed");
    names(&world, TODAY, same(json!(["p4", "nobody"])), "unknown_person");
    names(
        &world,
        TODAY,
        json!({"kind": "reassign", "from": "p1", "to": "p1"}),
        "reason_missing",
    );
    names(
        &world,
        TODAY,
        json!({"kind": "reassign", "from": "p1", "to": "p1", "reason": "left"}),
        "nothing_changed",
    );
    // Free has three licences, and three people have them.
    names(
        &world,
        TODAY,
        json!({"kind": "set_role", "people": ["p1", "p4"], "role": "team"}),
        "no_free_licence",
    );
}
