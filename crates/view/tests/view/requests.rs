//! Requesting access, answering, and the settings of User Management, as shown by the page: ACC 2, ACC 4, ACC 5, ACC 6,
//! ACC 7, LIC 5, LIC 8.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects by unwrapping it"
)]

use crate::going_on;
use going_on::{World, id, viewer};
use licensing::value::role::Assigned;
use licensing::{Deployment, PersonId, Role};
use sample::settings::{Org, ViewerKind};
use view::people::{
    People, Room, answered, closed, comes_to, decline, first_role, grant, person, role_choices, room, settings,
    summary, switch, waiting,
};
use view::requests::{Asking, LONGEST, asking, granted, news, request, too_long};
use view::time::{Blocked, blocked};
use view::{Actor, Command, Event, Membership, Refusal, Setting, order};

/// Checks that the page says nothing of the product (ACC 6).
fn is_neutral(page: &Blocked) -> bool {
    let parts = [Some(page.text.clone()), page.next.clone()].into_iter().flatten();
    let text = parts.chain([page.title.to_owned()]).collect::<String>();
    let telling = ["7pace", "Timetracker", "icence", "ubscription", "Ada", "plan", "trial"];
    page.administrators.is_empty() && page.support.is_none() && telling.iter().all(|it| !text.contains(it))
}

#[test]
fn acc_5_the_door_tells_how_the_request_stands() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Server);
    let page = world.by(ViewerKind::None, blocked);
    assert_eq!(
        (page.ask, page.administrators),
        (Some("Request access"), vec!["Ada Muster".to_owned()])
    );
    world.books(ViewerKind::None, &request("  I book my hours here now. "));
    let page = world.by(ViewerKind::None, blocked);
    assert_eq!(
        (page.ask, page.text.as_str()),
        (None, "You requested access on 2026-11-24")
    );
    assert_eq!(page.quote.as_deref(), Some("I book my hours here now."));
    let next = "Ada Muster will answer. The answer appears on this page.";
    assert_eq!(page.next.as_deref(), Some(next));
    world.books(ViewerKind::Admin, &decline(&id("dan"), "Not this year"));
    let page = world.by(ViewerKind::None, blocked);
    assert_eq!(page.text, "Your request was declined on 2026-11-24");
    assert_eq!(
        (page.ask, page.quote.as_deref()),
        (Some("Request again"), Some("Not this year"))
    );
    world.books(ViewerKind::None, &request(""));
    let page = world.by(ViewerKind::None, blocked);
    assert_eq!((page.ask, page.quote), (None, None), "asked again, and not answered");
}

#[test]
fn acc_6_the_neutral_page_says_nothing_of_the_product_at_any_stage() {
    for kind in [ViewerKind::None, ViewerKind::Unlicensed] {
        let mut world = World::new(Org::TeamMonthly, Deployment::Services);
        assert!(is_neutral(&world.by(kind, blocked)));
        world.books(kind, &request(""));
        assert!(is_neutral(&world.by(kind, blocked)));
        let person = viewer(kind).id.unwrap();
        world.books(ViewerKind::Admin, &decline(&person, ""));
        assert!(is_neutral(&world.by(kind, blocked)));
    }
}

#[test]
fn acc_5_who_cannot_ask_reads_why_in_place_of_the_button() {
    for deployment in Deployment::ALL {
        let world = World::new(Org::TeamMonthly, deployment);
        for (stranger, words) in [
            (Some(id("nobody")), "aren't in the organization's directory"),
            (None, "can't identify you"),
        ] {
            let stranger = Actor {
                id: stranger,
                collection_administrator: Membership::No,
                role: None,
            };
            let page = world.seen_by(&stranger, blocked);
            assert_eq!(page.ask, None);
            assert!(page.next.clone().unwrap().contains(words), "{page:?}");
            assert!(deployment == Deployment::Server || is_neutral(&page), "{page:?}");
        }
    }
}

#[test]
fn acc_7_collection_administrators_have_nothing_to_ask() {
    for deployment in Deployment::ALL {
        let world = World::new(Org::TrialEnded, deployment);
        let page = world.by(ViewerKind::Admin, blocked);
        assert!(
            page.to_subscription && page.ask.is_none() && page.next.is_none(),
            "{page:?}"
        );
        assert_eq!(world.by(ViewerKind::Admin, asking), None);
    }
}

#[test]
fn acc_5_a_grant_is_told_for_two_weeks() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Services);
    world.books(ViewerKind::Unlicensed, &request(""));
    let role = Assigned::Own(Role::Product);
    let events = world.books(ViewerKind::Admin, &grant(&id("eve"), role, "Welcome"));
    let told = world.by(ViewerKind::Unlicensed, granted).unwrap();
    assert_eq!(
        (told.on.iso.as_str(), told.word.as_deref()),
        ("2026-11-24", Some("Welcome"))
    );
    let own = world.by(ViewerKind::Unlicensed, |scene| view::requests::answered(scene, &events));
    assert_eq!(own, Some(true));
    assert_eq!(world.by(ViewerKind::Team, granted), None, "nobody else is told");
    world.today = world.today.plus_days(13);
    assert!(world.by(ViewerKind::Unlicensed, granted).is_some());
    world.today = world.today.plus_days(1);
    assert_eq!(world.by(ViewerKind::Unlicensed, granted), None);
}

#[test]
fn acc_5_an_old_no_is_no_news_to_who_has_been_inside_since() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Services);
    world.books(ViewerKind::None, &request(""));
    world.books(ViewerKind::Admin, &decline(&id("dan"), ""));
    assert!(matches!(
        world.by(ViewerKind::None, asking),
        Some(Asking::Declined { .. })
    ));
    for (days, role) in [(1, Role::Team), (5, Role::None)] {
        world.today = world.today.plus_days(days);
        let give = Command::SetRole {
            people: vec![id("dan")].into(),
            role: Assigned::Own(role),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        world.books(ViewerKind::Admin, &give);
    }
    assert_eq!(world.by(ViewerKind::None, asking), Some(Asking::NotYet));
}

#[test]
fn a_reason_has_five_hundred_letters_at_most() {
    assert_eq!(too_long(&"ß".repeat(LONGEST)), None);
    let fault = too_long(&"ß".repeat(LONGEST + 1)).unwrap();
    assert_eq!(fault, "Use 500 characters or fewer. You have 501");
    assert_eq!(request(" \n "), Command::RequestAccess { why: None });
}

#[test]
fn acc_5_who_waits_is_listed_the_longest_first() {
    let world = World::new(Org::UltimateAnnual, Deployment::Services);
    let (shown, count) = world.by(ViewerKind::Admin, |scene| waiting(scene, 20));
    assert_eq!((shown.len(), count), (2, 2));
    assert!(shown[0].on.iso < shown[1].on.iso && shown.iter().all(|it| it.why.is_some() && !it.email.is_empty()));
    world.by(ViewerKind::Admin, |scene| {
        assert_eq!(summary(scene).waiting, 2);
        let panel = person(scene, &People::new(scene), &shown[0].id).unwrap();
        assert_eq!(panel.request.as_ref(), Some(&shown[0]));
        assert_eq!(waiting(scene, 1).0.len(), 1);
    });
    // One person in the demo was declined, but is displayed like anyone else.
    let answers: Vec<bool> = world
        .account
        .requests()
        .answered()
        .map(|(_, answer)| answer.granted)
        .collect();
    assert_eq!(answers, [false]);
}

#[test]
fn acc_5_a_hundred_requests_are_counted_and_the_first_are_shown() {
    let mut world = World::new(Org::People100000, Deployment::Services);
    for number in 700..830 {
        let viewer = Actor {
            id: PersonId::new(&format!("p{number:06}")),
            collection_administrator: Membership::No,
            role: None,
        };
        let events = world
            .seen_by(&viewer, |scene| scene.decide(&request("please")))
            .unwrap();
        events.iter().for_each(|event| world.account.apply(event));
    }
    let (shown, count) = world.by(ViewerKind::Admin, |scene| waiting(scene, 20));
    assert_eq!((shown.len(), count), (20, 130));
}

#[test]
fn rol_2_the_roles_to_give_are_those_that_open_the_door() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Services);
    world.by(ViewerKind::Admin, |scene| {
        let labels: Vec<String> = role_choices(scene).into_iter().map(|it| it.label).collect();
        assert_eq!(
            labels,
            ["Default (Team role)", "Team", "Product", "Budget", "Administrator"]
        );
        assert_eq!(first_role(scene), Assigned::Default);
    });
    world.books(ViewerKind::Admin, &Command::SetDefaultRole { role: Role::None });
    world.by(ViewerKind::Admin, |scene| {
        assert!(!role_choices(scene)[0].opens);
        assert_eq!(first_role(scene), Assigned::Own(Role::Team));
    });
}

/// The same answer with an increase to this number of licenses.
fn raised(mut answer: Command, number: u32) -> Command {
    if let Command::AnswerRequest { licenses, .. } = &mut answer {
        *licenses = Some(number);
    }
    answer
}

#[test]
fn lic_5_where_none_is_free_the_same_answer_raises_the_licenses() {
    let mut world = World::new(Org::People100000, Deployment::Services);
    world.books(ViewerKind::Unlicensed, &request(""));
    let plain = grant(&id("eve"), Assigned::Default, "Welcome");
    world.by(ViewerKind::Admin, |scene| {
        let refusal = scene.decide(&plain).unwrap_err();
        assert_eq!(room(scene, &plain, &refusal), Some(Room::Raise(501)));
    });
    let raised = raised(grant(&id("eve"), Assigned::Default, "Welcome"), 501);
    world.by(ViewerKind::Admin, |scene| {
        let shown = order::preview(scene, &raised).unwrap();
        assert_eq!(shown.lines.len(), 2);
        assert!(shown.due.is_some());
        // CRD 1: mentioned before the user confirms.
        assert!(
            shown.notes.iter().any(|note| note.contains("as credit only")),
            "{:?}",
            shown.notes
        );
        let changed: Vec<&str> = shown
            .comparison
            .iter()
            .filter(|it| it.changed)
            .map(|it| it.what)
            .collect();
        assert_eq!(changed, ["Licenses"]);
        assert_eq!(comes_to(scene, &raised).unwrap(), "501 of 501 licenses will be in use.");
    });
    let events = world.books(ViewerKind::Admin, &raised);
    assert_eq!(events.len(), 3, "licences, role and answer are one booking");
    let told = world.by(ViewerKind::Admin, |scene| answered(scene, &raised));
    let expected = "Eve Lindqvist now has access. Role: Default (Team role). The subscription has 501 licenses.";
    assert_eq!(told, expected);
}

#[test]
fn lic_5_a_plan_that_ends_there_offers_no_number() {
    let mut world = World::new(Org::Free, Deployment::Services);
    world.books(ViewerKind::Unlicensed, &request(""));
    let plain = grant(&id("eve"), Assigned::Default, "");
    world.by(ViewerKind::Admin, |scene| {
        let refusal = scene.decide(&plain).unwrap_err();
        assert!(matches!(refusal, Refusal::NoFreeLicense { .. }));
        assert!(matches!(room(scene, &plain, &refusal), Some(Room::AnotherPlan(_))));
    });
}

#[test]
fn acc_4_administrators_answer_but_raise_nothing() {
    let mut world = World::new(Org::People100000, Deployment::Services);
    world.books(ViewerKind::Unlicensed, &request(""));
    let plain = grant(&id("eve"), Assigned::Default, "");
    let refused = |world: &World| {
        world
            .by(ViewerKind::Administrator, |scene| scene.decide(&plain))
            .unwrap_err()
    };
    assert_eq!(refused(&world), Refusal::MayNotManageUsers);
    world.books(ViewerKind::Admin, &switch(Setting::AdministratorsManageUsers, true));
    let refusal = refused(&world);
    world.by(ViewerKind::Administrator, |scene| match room(scene, &plain, &refusal) {
        Some(Room::Ask(who)) => assert!(who.ends_with("add licenses: Ada Muster."), "{who}"),
        other => panic!("{other:?}"),
    });
    let raised = raised(grant(&id("eve"), Assigned::Default, ""), 501);
    let refusal = world
        .by(ViewerKind::Administrator, |scene| scene.decide(&raised))
        .unwrap_err();
    assert_eq!(refusal, Refusal::NotCollectionAdministrator);
    world.books(ViewerKind::Administrator, &decline(&id("eve"), "no"));
}

#[test]
fn sub_8_where_nobody_can_be_let_in_the_card_says_so() {
    for org in [Org::TrialEnded, Org::Expired, Org::New] {
        let mut world = World::new(org, Deployment::Services);
        world.books(ViewerKind::Team, &request(""));
        assert!(world.by(ViewerKind::Admin, closed).is_some(), "{org:?}");
        world.books(ViewerKind::Admin, &decline(&id("cleo"), ""));
    }
    let world = World::new(Org::UltimateAnnual, Deployment::Services);
    assert_eq!(world.by(ViewerKind::Admin, closed), None);
}

#[test]
fn acc_2_and_acc_6_news_of_others_goes_to_who_may_know() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Services);
    let more = Command::Adjust {
        plan: None,
        length: None,
        licenses: Some(46),
        drop_scheduled: None,
    };
    let bought = world.books(ViewerKind::Admin, &more);
    let asked = world.books(ViewerKind::Unlicensed, &request(""));
    let knows = |world: &World, kind, events: &[Event]| world.by(kind, |scene| news(scene, events)).is_some();
    assert!(knows(&world, ViewerKind::Admin, &bought) && knows(&world, ViewerKind::Admin, &asked));
    for kind in [
        ViewerKind::Administrator,
        ViewerKind::Team,
        ViewerKind::None,
        ViewerKind::Unknown,
    ] {
        assert!(
            !knows(&world, kind, &bought) && !knows(&world, kind, &asked),
            "{kind:?}"
        );
    }
    world.books(ViewerKind::Admin, &switch(Setting::AdministratorsManageUsers, true));
    assert!(!knows(&world, ViewerKind::Administrator, &bought) && knows(&world, ViewerKind::Administrator, &asked));
}

#[test]
fn acc_4_and_lic_8_each_setting_says_what_it_does_now() {
    let mut world = World::new(Org::TeamMonthly, Deployment::Services);
    let means = |world: &World, kind| -> Vec<(bool, String)> {
        let all = world.by(kind, settings);
        all.into_iter().map(|it| (it.on, it.means)).collect()
    };
    let off = means(&world, ViewerKind::Admin);
    assert!(off.iter().all(|(on, _)| !on));
    for setting in [Setting::AdministratorsManageUsers, Setting::LicenseNewPeople] {
        world.books(ViewerKind::Admin, &switch(setting, true));
    }
    let on = means(&world, ViewerKind::Administrator);
    assert_eq!(
        on,
        [
            (
                true,
                "2 people with the Administrator role can manage users, too, from the Time hub. They can't see the subscription or invoices."
                    .to_owned()
            ),
            (
                true,
                "New people get Default (Team role) while licenses are available.".to_owned()
            )
        ]
    );
    let locked = |kind| world.by(kind, settings).iter().all(|it| it.locked.is_some());
    assert!(locked(ViewerKind::Administrator) && !locked(ViewerKind::Admin));
    let trial = World::new(Org::TrialDay9, Deployment::Services);
    assert!(
        means(&trial, ViewerKind::Admin)[1]
            .1
            .starts_with("Applies once you buy")
    );
}
