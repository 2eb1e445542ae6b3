//! Access (ACC) over the whole domain of the resolver, compared with an independent statement of the rules. Then the
//! same for commands, screens and the navigation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use crate::commands;
use crate::world;
use commands::commands;
use licensing::account::access::{Access, AccessInput, Actor, Membership, ProductAccess, resolve};
use licensing::command::CommandKind;
use licensing::decide::decide;
use licensing::subscription::status::Status;
use licensing::value::setting::Setting;
use licensing::{Account, Date, Deployment, Event, PersonId, Role};
use serde_json::json;
use view::route::Route;
use view::shell::{Screen, navigation, screen};
use world::{TODAY, World, in_state};

/// The situation in which a viewer sees the product.
#[derive(Clone, Copy, Debug)]
struct Case {
    member: Membership,
    role: Role,
    status: Status,
    deployment: Deployment,
    setting: bool,
}

const MEMBERS: [Membership; 3] = [Membership::Yes, Membership::No, Membership::Unknown];

/// All cases: collection administrator yes, no or unknown; every role, with None for the unlicensed; every status; both
/// deployments; the setting on and off.
fn every_case() -> Vec<Case> {
    let mut cases = Vec::new();
    for member in MEMBERS {
        for role in Role::ALL {
            for status in Status::ALL {
                for deployment in Deployment::ALL {
                    cases.extend([false, true].map(|setting| Case {
                        member,
                        role,
                        status,
                        deployment,
                        setting,
                    }));
                }
            }
        }
    }
    cases
}

impl Case {
    fn access(self) -> Access {
        let viewer = Actor {
            id: None,
            collection_administrator: self.member,
            role: Some(self.role),
        };
        resolve(AccessInput {
            collection_administrator: viewer.is_collection_administrator(),
            role: self.role,
            status: self.status,
            within_limit: true,
            deployment: self.deployment,
            administrators_manage_users: self.setting,
        })
    }

    /// ACC 9: an unknown membership counts as none.
    fn is_admin(self) -> bool {
        match self.member {
            Membership::Yes => true,
            Membership::No | Membership::Unknown => false,
        }
    }

    /// ACC 5–7: role None, and everybody before a trial, after it, and after the subscription.
    fn is_blocked(self) -> bool {
        let nobody_inside = match self.status {
            Status::None | Status::TrialEnded | Status::Expired => true,
            Status::Trial | Status::Active | Status::Canceling | Status::Free => false,
        };
        nobody_inside || self.role == Role::None
    }
}

fn hold(rule: impl Fn(Case, Access)) {
    let cases = every_case();
    assert_eq!(cases.len(), 3 * 5 * 7 * 2 * 2);
    cases.into_iter().for_each(|case| rule(case, case.access()));
}

#[test]
fn acc_1_ribbon_subscription_and_invoices_are_for_collection_administrators() {
    hold(|case, access| {
        assert_eq!(access.subscription, case.is_admin(), "{case:?}");
        // TRI 2: not while active, canceling or free.
        let needed = !matches!(case.status, Status::Active | Status::Canceling | Status::Free);
        assert_eq!(access.ribbon, case.is_admin() && needed, "{case:?}");
    });
}

#[test]
fn acc_3_and_acc_4_user_management() {
    hold(|case, access| {
        let opened = case.setting && case.role == Role::Administrator && !case.is_blocked();
        assert_eq!(access.users, case.is_admin() || opened, "{case:?}");
    });
}

#[test]
fn acc_5_acc_6_and_acc_7_the_door_of_the_product() {
    hold(|case, access| {
        let door = match (case.is_blocked(), case.deployment) {
            (false, _) => ProductAccess::Open(case.role),
            (true, Deployment::Server) => ProductAccess::Locked,
            (true, Deployment::Services) => ProductAccess::Neutral,
        };
        assert_eq!(access.product, door, "{case:?}");
        let hidden = case.is_blocked() && case.deployment == Deployment::Services;
        assert_eq!(access.time_in_navigation, !hidden, "{case:?}");
    });
}

#[test]
fn acc_7_who_is_blocked_asks_for_access_unless_they_can_give_it() {
    hold(|case, access| assert_eq!(access.may_ask, case.is_blocked() && !case.is_admin(), "{case:?}"));
}

#[test]
fn acc_9_unknown_is_treated_as_no() {
    for case in every_case()
        .into_iter()
        .filter(|case| case.member == Membership::Unknown)
    {
        let no = Case {
            member: Membership::No,
            ..case
        };
        assert_eq!(case.access(), no.access(), "{case:?}");
    }
}

#[test]
fn acc_8_the_same_function_gates_commands() {
    hold(|case, access| {
        for kind in CommandKind::ALL {
            let about_people = matches!(
                kind,
                CommandKind::SetRole
                    | CommandKind::SetRoles
                    | CommandKind::SetDefaultRole
                    | CommandKind::Reassign
                    | CommandKind::FreeInactive
                    | CommandKind::AnswerRequest
            );
            let expected = match about_people {
                // ACC 5, ACC 6: everybody may ask. ACT 5: the vendor's signature counts, not the person who supplies
                // it.
                _ if matches!(kind, CommandKind::RequestAccess | CommandKind::Confirm) => None,
                true if access.users => None,
                true => Some("may_not_manage_users"),
                false if case.is_admin() => None,
                false => Some("not_collection_administrator"),
            };
            let got = access.permits(kind).err().map(|refusal| refusal.code());
            assert_eq!(got, expected, "{kind:?} {case:?}");
        }
    });
}

/// Switches whether administrators may manage users (ACC 4), on the day of the last booking.
fn switch(account: &mut Account, enabled: bool) {
    account.apply(&Event::SettingChanged {
        on: account.last_booking().or_else(|| Date::parse(TODAY)).unwrap(),
        setting: Setting::AdministratorsManageUsers,
        enabled,
    });
}

#[test]
fn acc_8_a_command_from_somebody_who_may_not_give_it_is_refused_by_the_rules() {
    let mut kinds = std::collections::BTreeSet::new();
    for state in Status::ALL.map(Status::as_str) {
        for (member, role, setting) in every_viewer() {
            let ask = json!({"kind": "request_access"});
            let mut world = in_state(state).seen_by("p4", Membership::No).after(TODAY, &ask);
            switch(&mut world.account, setting);
            world.viewer = Actor {
                id: PersonId::new("p3"),
                collection_administrator: member,
                role: Some(role),
            };
            let running = ["trial", "active", "cancelling", "free"].contains(&state);
            let manages = member == Membership::Yes || (setting && role == Role::Administrator && running);
            for command in commands(state) {
                let kind = command.get("kind").unwrap().as_str().unwrap().to_owned();
                let about_people = [
                    "set_role",
                    "set_roles",
                    "set_default_role",
                    "reassign",
                    "free_inactive",
                    "answer_request",
                ]
                .contains(&kind.as_str());
                let asks = kind == "request_access";
                let elsewhere = match kind.as_str() {
                    "activate" if member == Membership::Yes => Some("framing"),
                    "confirm" => Some("not_activated"),
                    "undo" if member == Membership::Yes => Some("nothing_to_undo"),
                    _ => None,
                };
                let expected = match about_people {
                    _ if elsewhere.is_some() => elsewhere.unwrap_or_default(),
                    // ACC 5, ACC 6: everybody without access may ask. For others, nothing would change.
                    _ if asks && running && role != Role::None => "nothing_changed",
                    _ if asks => "booked",
                    true if manages => "booked",
                    true => "may_not_manage_users",
                    false if member == Membership::Yes => "booked",
                    false => "not_collection_administrator",
                };
                let got = world.code(TODAY, &command);
                assert_eq!(
                    got, expected,
                    "{command} in {state} by {member:?} {role:?}, setting {setting}"
                );
                kinds.insert(kind);
            }
        }
    }
    assert_eq!(kinds.len(), CommandKind::ALL.len(), "every kind of command was given");
}

fn every_viewer() -> Vec<(Membership, Role, bool)> {
    let roles = |member| Role::ALL.into_iter().map(move |role| (member, role));
    let viewers = MEMBERS.into_iter().flat_map(roles);
    viewers
        .flat_map(|(member, role)| [false, true].map(|setting| (member, role, setting)))
        .collect()
}

#[test]
fn acc_4_a_product_administrator_is_one_by_the_account() {
    let administrator = json!({"kind": "set_role", "people": ["p1"], "role": "administrator"});
    let mut world = in_state("active").after(TODAY, &administrator);
    let default = json!({"kind": "set_default_role", "role": "product"});
    world = world.seen_by("p1", Membership::Unknown);
    assert_eq!(
        world.code(TODAY, &default),
        "may_not_manage_users",
        "the setting is off"
    );
    switch(&mut world.account, true);
    assert_eq!(world.code(TODAY, &default), "booked");
    assert_eq!(
        world.code(TODAY, &json!({"kind": "cancel"})),
        "not_collection_administrator"
    );
    assert_eq!(
        world.clone().seen_by("p2", Membership::No).code(TODAY, &default),
        "may_not_manage_users"
    );
    assert_eq!(
        world.seen_by("nobody", Membership::No).code(TODAY, &default),
        "may_not_manage_users"
    );
}

#[test]
fn acc_7_unlicensed_people_are_blocked_by_the_account() {
    // p4 has the role None, p9 is not in the directory, and p5 was added after the purchase.
    let mut world = in_state("active");
    world.people = world::people(5);
    for (id, open) in [("p1", true), ("p4", false), ("p5", false), ("p9", false)] {
        let door = door_of(&world, id);
        assert_eq!(matches!(door, ProductAccess::Open(Role::Team)), open, "{id}: {door:?}");
    }
    // In a trial everybody in the directory is on Default (ROL 2).
    let mut world = in_state("trial");
    world.people = world::people(5);
    assert_eq!(door_of(&world, "p5"), ProductAccess::Open(Role::Team));
    assert_eq!(door_of(&world, "p9"), ProductAccess::Neutral);
    for state in ["none", "trial_ended", "expired"] {
        assert_eq!(door_of(&in_state(state), "p1"), ProductAccess::Neutral, "{state}");
    }
    assert_eq!(door_of(&World::new(Deployment::Server), "p1"), ProductAccess::Locked);
}

fn door_of(world: &World, id: &str) -> ProductAccess {
    let viewer = Actor {
        id: PersonId::new(id),
        collection_administrator: Membership::No,
        role: None,
    };
    let nothing = json!({"kind": "cancel"});
    world.with(TODAY, &nothing, |it, _| {
        it.account.access(&viewer, it.people, it.today).product
    })
}

/// Pages about the subscription are for collection administrators (ACC 1).
fn is_about_the_subscription(page: Route) -> bool {
    page.path().starts_with("/subscription")
}

#[test]
fn acc_2_a_deep_link_leads_where_the_viewer_may_go() {
    hold(|case, access| {
        let blocked = match case.deployment {
            Deployment::Server => Screen::Locked,
            Deployment::Services => Screen::Neutral,
        };
        for page in Route::ALL {
            let got = screen(page, access);
            if is_about_the_subscription(page) {
                let expected = match (case.is_admin(), case.is_blocked()) {
                    (true, _) => Screen::Page(page),
                    (false, true) => blocked,
                    (false, false) => Screen::AdministratorsOnly,
                };
                assert_eq!(got, expected, "{page:?} {case:?}");
            }
            if page == Route::Time {
                let expected = if case.is_blocked() {
                    blocked
                } else {
                    Screen::Time(case.role)
                };
                assert_eq!(got, expected, "{case:?}");
            }
        }
    });
}

#[test]
fn acc_2_acc_6_and_acc_10_the_navigation_shows_what_the_viewer_may_know_of() {
    hold(|case, access| {
        for page in Route::ALL {
            let entries = navigation(page, access);
            let leads_to = |wanted: Route| entries.iter().filter(|it| it.page == wanted).count();
            let hidden = case.is_blocked() && case.deployment == Deployment::Services;
            assert_eq!(leads_to(Route::Time), usize::from(!hidden), "{case:?}");
            assert_eq!(leads_to(Route::Subscription), usize::from(case.is_admin()), "{case:?}");
            let in_settings = entries
                .iter()
                .find(|it| it.page == Route::Subscription)
                .map(|it| it.in_settings);
            assert!(in_settings != Some(false), "Subscription stands in Settings");
            // ACC 4: Administrators see User Management in the product's own tab, collection administrators in
            // Settings.
            let people: Vec<bool> = entries
                .iter()
                .filter(|it| it.page == Route::People)
                .map(|it| it.in_settings)
                .collect();
            let expected = access.users.then_some(case.is_admin());
            assert_eq!(people, Vec::from_iter(expected), "{case:?}");
            let current: Vec<Route> = entries.iter().filter(|it| it.current).map(|it| it.page).collect();
            assert!(current.len() <= 1, "{current:?}");
            if is_about_the_subscription(page) && case.is_admin() {
                assert_eq!(current, [Route::Subscription], "{page:?}");
            }
            // On Services, a blocked viewer sees nothing of the product (ACC 6).
            if hidden && !case.is_admin() {
                assert!(entries.is_empty(), "{case:?}: {entries:?}");
            }
        }
    });
}

#[test]
fn acc_3_a_collection_administrator_needs_no_role_and_no_license() {
    let world = in_state("active").seen_by("p4", Membership::Yes);
    let give = json!({"kind": "set_role", "people": ["p4"], "role": "team"});
    assert!(world.with(TODAY, &give, decide).is_ok());
    assert_eq!(world.code(TODAY, &json!({"kind": "cancel"})), "booked");
}
