//! The list of User Management for the sample organizations, without a browser: ROL 2, ROL 4, LIC 2, LIC 6, LIC 9.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::scene;
use licensing::{Directory, Person, Role};
use sample::settings::Org;
use scene::{id, with_scene};
use std::collections::BTreeSet;
use view::people::{Groups, People, Query, RoleFilter, Sort, Tab, headline, person, row_view, summary};
use view::{Actor, Event, Membership, Mood, Scene};

fn list(scene: &Scene<'_>) -> People {
    People::new(scene)
}

/// The IDs that a query returns, in its order.
fn found(people: &People, query: &Query) -> Vec<String> {
    let order = people.order(query.sort, query.descending);
    let found = people.matching(&order, query);
    found
        .iter()
        .map(|number| people.get(*number).unwrap().id.to_string())
        .collect()
}

#[test]
fn lic_2_the_licensed_are_those_whose_role_uses_a_license() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = list(scene);
        let (licensed, unlicensed) = people.counts();
        let summary = summary(scene);
        assert_eq!(Some(licensed + summary.free.unwrap()), summary.bought);
        assert_eq!((licensed, unlicensed), (summary.in_use, 60 - summary.in_use));
        let text = headline(scene, &people);
        assert!(
            text.starts_with(&format!("{licensed} people have a license, {unlicensed} don't")),
            "{text}"
        );
    });
}

#[test]
fn lic_3_where_no_last_access_is_told_it_is_not_known_instead_of_never() {
    with_scene(Org::TeamMonthly, |scene| {
        let unseen = |scene: &Scene<'_>| row_view(scene, &list(scene).rows()[0]).unseen;
        assert_eq!(unseen(scene), "Never");
        let silent = |person: &Person| Person {
            last_access: None,
            ..person.clone()
        };
        let people = Directory::new(scene.people.people().iter().map(silent).collect());
        let silent = Scene {
            people: &people,
            ..*scene
        };
        assert!(!people.has_last_access());
        assert_eq!(unseen(&silent), "Unknown");
    });
}

#[test]
fn rol_2_default_is_shown_with_what_it_resolves_to() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = list(scene);
        let view = |wanted: &str| {
            let row = people.rows().iter().find(|row| row.id.as_str() == wanted).unwrap();
            row_view(scene, row)
        };
        assert_eq!(view("ada").role, "Administrator");
        assert_eq!(view("p000022").role, "Default (Team role)");
        assert_eq!((view("dan").role.as_str(), view("eve").role.as_str()), ("None", "–"));
        assert_eq!(view("eve").since, None);
        assert_eq!(view("p000003").role, "Budget");
        // The first day of the license, not the day of the last role change.
        assert!(view("p000012").since.unwrap().iso.as_str() < "2026-08-12");
    });
}

#[test]
fn lic_9_who_has_left_is_listed_with_name_and_mark() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = list(scene);
        let query = Query {
            left: true,
            ..Query::default()
        };
        assert_eq!(found(&people, &query).len(), 2);
        let row = people.rows().iter().find(|row| row.id.as_str() == "p000012").unwrap();
        let view = row_view(scene, row);
        assert!(row.licensed && row.left && view.marks == ["Left"], "{view:?}");
        assert!(
            view.name != "p000012" && view.email.ends_with("@example.org"),
            "{view:?}"
        );
    });
}

#[test]
fn lic_6_before_a_trial_nobody_holds_anything_and_in_it_everybody_does() {
    with_scene(Org::New, |scene| {
        assert_eq!(list(scene).counts(), (0, 26));
        assert!(headline(scene, &list(scene)).starts_with("No one has a license yet"));
    });
    with_scene(Org::TrialDay9, |scene| {
        let people = list(scene);
        assert_eq!(people.counts(), (25, 1));
        let eve = people.rows().iter().find(|row| row.id.as_str() == "eve").unwrap();
        assert_eq!(row_view(scene, eve).since.unwrap().iso, "2026-11-16");
        assert_eq!(summary(scene).bought, None);
    });
}

#[test]
fn the_search_looks_into_names_and_addresses_without_case_and_marks() {
    with_scene(Org::UltimateAnnual, |scene| {
        let people = list(scene);
        let search = |text: &str| {
            let query = Query {
                text: text.to_owned(),
                ..Query::default()
            };
            found(&people, &query)
        };
        assert_eq!(search("  ADA Mus "), ["ada"]);
        assert_eq!(search("ada@example"), ["ada"]);
        assert_eq!(search("محمد"), ["p000015"]);
        assert_eq!(search("🚀"), ["p000016"]);
        assert_eq!(search("\"bobby\" <b>"), ["p000018"]);
        assert!(search("soren").len() > 2 && search("soren") == search("Søren"));
        // The end of a name and the start of an address do not form a word.
        assert!(search("muster\nada").len() <= 1 && search("musterada").is_empty());
        assert!(search("nobody of that name").is_empty());
    });
}

#[test]
fn filters_narrow_and_go_together() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = list(scene);
        let query = |role, inactive| Query {
            role,
            inactive,
            ..Query::default()
        };
        let team = found(&people, &query(Some(RoleFilter::Resolved(Role::Team)), None));
        let default = found(&people, &query(Some(RoleFilter::OnDefault), None));
        assert!(default.iter().all(|it| team.contains(it)) && team.contains(&"cleo".to_owned()));
        let unseen = |days| found(&people, &query(None, Some(days)));
        assert!(unseen(30).len() > unseen(60).len() && unseen(60).len() > unseen(90).len());
        // People who have never signed in are inactive.
        let row = |wanted: &str| people.rows().iter().find(|row| row.id.as_str() == wanted);
        assert!(unseen(90).iter().any(|it| row(it).unwrap().last_access.is_none()));
        let both = found(&people, &query(Some(RoleFilter::OnDefault), Some(90)));
        assert!(both.iter().all(|it| default.contains(it) && unseen(90).contains(it)) && !both.is_empty());
    });
}

#[test]
fn every_column_sorts_both_ways_and_the_never_seen_stand_last() {
    with_scene(Org::UltimateAnnual, |scene| {
        let people = list(scene);
        for sort in [Sort::Name, Sort::Role, Sort::Since, Sort::LastAccess] {
            for descending in [false, true] {
                let order = people.order(sort, descending);
                assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), people.rows().len());
                if sort == Sort::LastAccess {
                    let seen: Vec<_> = order.iter().map(|it| people.get(*it).unwrap().last_access).collect();
                    assert!(seen.last().unwrap().is_none() && seen[0].is_some());
                    let dates: Vec<_> = seen.into_iter().flatten().collect();
                    assert!(
                        dates
                            .windows(2)
                            .all(|it| it[0] == it[1] || (it[0] > it[1]) == descending)
                    );
                }
            }
        }
        let roles = people.order(Sort::Role, true);
        assert_eq!(people.get(roles[0]).unwrap().role, Role::Administrator);
        // Equal rows stay in the order of names.
        let equal = roles.windows(2).all(|it| {
            let (a, b) = (people.get(it[0]).unwrap(), people.get(it[1]).unwrap());
            (a.role, a.assigned) != (b.role, b.assigned) || it[0] < it[1]
        });
        assert!(equal);
    });
}

#[test]
fn a_person_has_their_own_history_and_permissions() {
    with_scene(Org::TeamMonthly, |scene| {
        let people = list(scene);
        let view = person(scene, &people, &id("p000012")).unwrap();
        assert_eq!(view.row.role, "Budget");
        assert_eq!(
            view.permits.iter().map(|(_, has)| *has).collect::<Vec<_>>(),
            [true, true, true, true, false]
        );
        let what: Vec<&str> = view.history.iter().map(|it| it.what.as_str()).collect();
        assert!(what[0].ends_with("to the Budget role") && what.len() == 2, "{what:?}");
        assert_eq!(person(scene, &people, &id("nobody")), None);
    });
}

#[test]
fn lic_5_few_free_licenses_are_a_warning() {
    with_scene(Org::Licensed1000, |scene| {
        let summary = summary(scene);
        assert_eq!(
            (summary.bought, summary.free, summary.mood),
            (Some(1_000), Some(2), Mood::Warning)
        );
    });
    with_scene(Org::TeamMonthly, |scene| assert_eq!(summary(scene).mood, Mood::Info));
}

#[test]
fn acc_5_requests_are_marked_and_found_and_counted() {
    with_scene(Org::TeamMonthly, |scene| {
        let mut account = scene.account.clone();
        account.apply(&Event::AccessRequested {
            on: scene.today,
            person: id("eve"),
            why: None,
        });
        let scene = &Scene {
            account: &account,
            ..*scene
        };
        let query = Query {
            tab: Tab::Unlicensed,
            requested: true,
            ..Query::default()
        };
        assert_eq!(found(&list(scene), &query), ["eve"]);
        assert_eq!(summary(scene).waiting, 1);
    });
}

#[test]
fn rol_5_people_are_found_by_the_names_of_their_groups() {
    with_scene(Org::TeamMonthly, |scene| {
        let members = [id("ada"), id("ben"), id("eve"), id("nobody")];
        let groups = Groups::new(
            scene.people,
            [("Équipe Borealis", &members[..]), ("Ops", &members[1..2])],
        );
        let people = People::with_groups(scene, &groups);
        let search = |text: &str| {
            found(
                &people,
                &Query {
                    text: text.to_owned(),
                    ..Query::default()
                },
            )
        };
        assert_eq!(search("equipe"), ["ada", "ben"]);
        assert_eq!(search("OPS"), ["ben"]);
        assert_eq!(search("ada muster"), ["ada"]);
        assert_eq!(row_view(scene, people.get(0).unwrap()).name, "Ada Muster");
    });
}

#[test]
fn acc_4_who_manages_users_reads_nothing_of_the_subscription_in_a_history() {
    with_scene(Org::UltimateAnnual, |scene| {
        let told = |viewer: &Actor| -> Vec<String> {
            let scene = &Scene { viewer, ..*scene };
            let view = person(scene, &list(scene), &id("ada")).unwrap();
            view.history.into_iter().map(|it| it.what).collect()
        };
        let administrator = Actor {
            id: Some(id("ben")),
            collection_administrator: Membership::No,
            role: None,
        };
        let (all, some) = (told(&Actor::collection_administrator()), told(&administrator));
        assert!(all.iter().any(|what| what.contains("Started the trial")), "{all:?}");
        assert!(
            !some
                .iter()
                .any(|what| what.contains("Trial") || what.contains("Bought")),
            "{some:?}"
        );
    });
}
