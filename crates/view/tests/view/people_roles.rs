//! The impact of role changes and the people that their commands name, without a browser: ROL 3–5, LIC 2, LIC 3.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::value::role::Assigned;
use licensing::{Event, PeopleSelector, Role, Selection};
use sample::settings::Org;
use scene::{id, with_scene};
use view::people::{Next, People, RoleImpact, add, idle, next, restoring};
use view::{Command, Refusal, RoleChange, Scene};

const NONE: Assigned = Assigned::Own(Role::None);
const PRODUCT: Assigned = Assigned::Own(Role::Product);

fn set_role(people: PeopleSelector, role: Assigned) -> Command {
    Command::SetRole {
        people,
        role,
        reason: None,
        licenses: None,
        recent_confirmed: None,
    }
}

/// The numbers of the matching rows.
fn keys(people: &People, wanted: impl Fn(&view::people::PeopleRow) -> bool) -> Vec<u32> {
    let rows = (0..).zip(people.rows());
    rows.filter(|(_, row)| wanted(row)).map(|(key, _)| key).collect()
}

#[test]
fn rol_4_only_what_takes_access_away_asks_first() {
    with_scene(Org::TeamMonthly, |scene| {
        let one = |role| next(scene, &set_role(vec![id("p000012")].into(), role));
        assert!(matches!(one(PRODUCT), Next::Book(_)));
        assert_eq!(one(NONE), Next::Ask);
        assert_eq!(one(Assigned::Own(Role::Budget)), Next::Refuse(Refusal::NothingChanged));
    });
}

#[test]
fn lic_5_what_needs_licenses_asks_first() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = People::new(scene);
        let whom = people.whom(scene, &keys(&people, |row| !row.licensed));
        assert_eq!(next(scene, &set_role(whom[0].clone(), PRODUCT)), Next::Ask);
    });
}

#[test]
fn rol_5_few_are_named_and_many_are_told_by_what_they_are_assigned() {
    with_scene(Org::Licensed1000, |scene| {
        let people = People::new(scene);
        let few = keys(&people, |row| row.assigned == Some(PRODUCT));
        assert!(matches!(&people.whom(scene, &few)[..], [PeopleSelector::These(ids)] if ids.len() == few.len()));
        let all = keys(&people, |row| row.licensed);
        let whom = people.whom(scene, &all);
        assert!(
            whom.iter().any(
                |who| matches!(who, PeopleSelector::Selected(it) if it.on == Assigned::Default && it.except.is_empty())
            ),
            "{whom:?}"
        );
        // Everyone on Default except two: those two are exceptions by ID.
        let but_two: Vec<u32> = keys(&people, |row| row.assigned == Some(Assigned::Default)).split_off(2);
        let whom = people.whom(scene, &but_two);
        assert!(matches!(&whom[..], [PeopleSelector::Selected(Selection { except, .. })] if except.len() == 2));
    });
}

#[test]
fn rol_5_a_change_of_everybody_is_booked_as_short_as_it_was_asked() {
    with_scene(Org::Licensed1000, |scene| {
        let people = People::new(scene);
        let all = keys(&people, |row| row.licensed);
        let changes: Vec<RoleChange> = people
            .whom(scene, &all)
            .into_iter()
            .map(|people| RoleChange { people, role: PRODUCT })
            .collect();
        let command = Command::SetRoles {
            changes,
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let events = scene.decide(&command).unwrap();
        let text = serde_json::to_string(&events).unwrap();
        assert!(text.len() < 1_000, "{text}");
        let mut account = scene.account.clone();
        events.iter().for_each(|event| account.apply(event));
        let after = People::new(&Scene {
            account: &account,
            ..*scene
        });
        assert!(
            after
                .rows()
                .iter()
                .filter(|row| row.licensed)
                .all(|row| row.role == Role::Product)
        );
        assert_eq!(after.counts(), people.counts());
        let effect = RoleImpact::of(scene, &events);
        let had = keys(&people, |row| row.assigned == Some(PRODUCT)).len();
        assert_eq!(effect.people.number as usize, all.len() - had);
        assert_eq!((effect.lose.number, effect.gain.number), (0, 0));
    });
}

#[test]
fn rol_3_the_default_role_touches_everybody_on_default() {
    with_scene(Org::TeamMonthly, |scene| {
        let events = scene.decide(&Command::SetDefaultRole { role: Role::None }).unwrap();
        let effect = RoleImpact::of(scene, &events);
        assert_eq!((effect.people.number, effect.lose.number), (32, 32));
    });
}

#[test]
fn lic_3_a_license_goes_to_somebody_who_has_none() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = People::new(scene);
        let (found, count) = add::search(scene, &people, "LINDQ");
        assert_eq!((found[0].name.as_str(), count), ("Eve Lindqvist", 1));
        assert_eq!(add::search(scene, &people, "Ada Muster").1, 0);
        assert_eq!(add::search(scene, &people, "").1, 23);
    });
}

#[test]
fn lic_3_who_was_never_seen_stands_first_among_the_idle() {
    with_scene(Org::UltimateAnnual, |scene| {
        let found = idle(scene, 90);
        assert!(found[0].detail.contains("never"));
        let events = scene.decide(&Command::FreeInactive { days: 90, keep: None }).unwrap();
        assert_eq!(RoleImpact::of(scene, &events).lose.number as usize, found.len());
        assert!(matches!(&events[..], [Event::RolesSet { .. }]));
    });
}

#[test]
fn rol_3_a_change_of_roles_is_restored_by_what_everybody_had() {
    with_scene(Org::TeamMonthly, |scene| {
        let before = |name: &str| scene.account.assignments().assigned(&id(name), scene.people);
        let whom = ["ada", "ben", "p000012"];
        let removal = set_role(whom.map(id).to_vec().into(), NONE);
        let (events, after) = scene.execute(&removal).unwrap();
        let back = restoring(scene, &events).unwrap();
        let later = Scene {
            account: &after,
            ..*scene
        };
        let (_, restored) = later.execute(&back).unwrap();
        for name in whom {
            assert_eq!(
                after.assignments().assigned(&id(name), scene.people),
                Some(NONE),
                "{name}"
            );
            assert_eq!(
                restored.assignments().assigned(&id(name), scene.people),
                before(name),
                "{name}"
            );
        }
        let command = Command::SetDefaultRole { role: Role::None };
        let (events, _) = scene.execute(&command).unwrap();
        let role = scene.account.assignments().default_role();
        assert_eq!(restoring(scene, &events), Some(Command::SetDefaultRole { role }));
        // What is bought is undone by another rule (CHG 13).
        let (events, _) = scene.execute(&Command::RenewNow {}).unwrap();
        assert_eq!(restoring(scene, &events), None);
    });
}
