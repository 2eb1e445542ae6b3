//! An incompletely read directory: what is known of the missing people, and which commands must wait for them.

use crate::account::access::Actor;
use crate::command::Command;
use crate::directory::Directory;
use crate::directory::person::{Person, PersonId};
use crate::event::Event;
use crate::ledger::Ledger;
use crate::seats::selector::PeopleSelector;
use crate::subscription::{NotFitting, OfferError};
use crate::value::role::{Assigned, Role};

/// The people who were read, and people who may exist but were not read: recorded people, people with an assignment,
/// and the viewer. Nobody counts as having left because the reading failed (LIC 9).
pub fn completed(read: &Directory, ledger: &Ledger, viewer: &Actor, name: &str) -> Directory {
    let unread = |id: &PersonId| !read.contains(id);
    let mut rows = read.people().to_vec();
    rows.extend(ledger.people.people().iter().filter(|it| unread(&it.id)).cloned());
    let nobody = |id: &PersonId, name: &str| Person::named(id.clone(), name);
    let unknown = |id: &PersonId| unread(id) && !ledger.people.contains(id);
    // A person recorded as having left was missing from a complete reading.
    let may_be_here = |id: &PersonId| unknown(id) && ledger.people.remembered(id).is_none();
    let assigned = ledger.account.assignments().entries().map(|(id, _)| id);
    rows.extend(assigned.filter(|id| may_be_here(id)).map(|id| nobody(id, "")));
    let looks = viewer
        .id
        .as_ref()
        .filter(|id| unknown(id) && ledger.account.assignments().entry(id).is_none());
    rows.extend(looks.map(|id| nobody(id, name)));
    Directory::new(rows)
}

/// Whether a command depends on everybody in the directory and must wait until it is complete. It may depend on who
/// keeps access (LIC 7), who is inactive (LIC 3), who is unlicensed (ROL 5), whom it affects (ROL 4), or whether a
/// person is in the directory.
pub fn needs_everybody(command: &Command) -> bool {
    match command {
        Command::StartTrial {}
        | Command::Buy { .. }
        | Command::ChooseFree { .. }
        | Command::FreeInactive { .. }
        | Command::RequestAccess { .. }
        | Command::Activate { .. }
        | Command::Import { .. } => true,
        Command::SetDefaultRole { role } => !role.uses_license(),
        Command::SetRole { people, .. } => picks_unread(people),
        Command::SetRoles { changes, .. } => changes.iter().any(|it| picks_unread(&it.people)),
        // These commands name people, or nobody. They are listed, so a new command needs a decision here.
        Command::Adjust { .. }
        | Command::Schedule { .. }
        | Command::Unschedule {}
        | Command::Cancel { .. }
        | Command::Resume {}
        | Command::RenewNow {}
        | Command::Undo {}
        | Command::Reassign { .. }
        | Command::SetSetting { .. }
        | Command::AnswerRequest { .. }
        | Command::SetBilling { .. }
        | Command::RecordPayment { .. }
        | Command::Confirm { .. }
        | Command::SetProxy { .. }
        | Command::RecordOrder { .. } => false,
    }
}

/// Whether a selector may match people who were not read. Unlicensed people need no entry. Before the first purchase,
/// neither do people on Default.
fn picks_unread(people: &PeopleSelector) -> bool {
    match people {
        PeopleSelector::These(_) => false,
        PeopleSelector::Selected(selection) => matches!(selection.on, Assigned::Default | Assigned::Own(Role::None)),
    }
}

/// Whether due events depend on which people are in the directory (LIC 2, LIC 7, LIC 8), or on their number (SUB 5).
pub fn is_about_everybody(due: &[Event]) -> bool {
    let about = |event: &Event| {
        matches!(
            event,
            Event::NewPeopleLicensed { .. }
                | Event::RolesSet { .. }
                | Event::Reassigned { .. }
                | Event::FreeStarted { .. }
                | Event::Renewed {
                    not_fitting: Some(NotFitting {
                        reason: OfferError::LicensesInUse,
                        ..
                    }),
                    ..
                }
        )
    };
    due.iter().any(about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::access::Membership;
    use crate::catalogue::read::SHIPPED;
    use crate::command::RoleChange;
    use crate::json::line::to_json_line;
    use crate::ledger::entry::opening;
    use crate::seats::selector::Selection;
    use crate::value::plan::{Deployment, PlanKey};
    use crate::value::subscription_id::SubscriptionId;
    use crate::value::term::BillingInterval;

    fn person(id: &str, name: &str) -> Person {
        Person::named(PersonId::new(id).unwrap(), name)
    }

    fn viewer(id: &str) -> Actor {
        Actor {
            id: PersonId::new(id),
            collection_administrator: Membership::Yes,
            role: None,
        }
    }

    #[test]
    fn lic_9_who_was_not_read_has_not_left() {
        let catalogue = serde_json::from_str(SHIPPED).unwrap();
        let recorded = vec![person("a", "Ada before"), person("b", "Ben")];
        let first = opening(
            "2026-07-01T09:00:00Z".parse().unwrap(),
            Deployment::Services,
            SubscriptionId::SAMPLE,
            catalogue,
            recorded,
        );
        let mut ledger = Ledger::open(&to_json_line(&first).unwrap()).unwrap();
        ledger.account.apply(&Event::RolesSet {
            on: crate::value::date::Date::new(2026, 7, 1).unwrap(),
            people: vec![PersonId::new("b").unwrap(), PersonId::new("c").unwrap()].into(),
            role: Assigned::Own(Role::Product),
            reason: None,
        });
        let read = Directory::new(vec![person("a", "Ada"), person("d", "Dan")]);
        let known = completed(&read, &ledger, &viewer("v"), "Vera");
        let told: Vec<_> = known
            .people()
            .iter()
            .map(|it| (it.id.as_str(), it.shown_name()))
            .collect();
        assert_eq!(
            told,
            [("a", "Ada"), ("d", "Dan"), ("b", "Ben"), ("c", "c"), ("v", "Vera")]
        );
        assert_eq!(completed(&known, &ledger, &viewer("a"), "Ada"), known);
    }

    #[test]
    fn lic_7_what_is_about_everybody_waits_for_them() {
        let buy = Command::Buy {
            plan: PlanKey::Team,
            length: BillingInterval::Monthly,
            licenses: 10,
            keep: None,
        };
        let set = |people: PeopleSelector| Command::SetRole {
            people,
            role: Assigned::Default,
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let selected = |on| set(Selection { on, except: Vec::new() }.into());
        assert!(needs_everybody(&buy) && needs_everybody(&selected(Assigned::Own(Role::None))));
        assert!(needs_everybody(&Command::RequestAccess { why: None }));
        let some = PersonId::new("a").into_iter().collect::<Vec<_>>();
        assert!(!needs_everybody(&set(some.into())) && !needs_everybody(&selected(Assigned::Own(Role::Team))));
        assert!(!needs_everybody(&Command::Cancel { reason: None }));
        let several = |whom: Vec<PeopleSelector>| Command::SetRoles {
            changes: whom
                .into_iter()
                .map(|people| RoleChange {
                    people,
                    role: Assigned::Own(Role::Team),
                })
                .collect(),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        };
        let picked = |on| PeopleSelector::from(Selection { on, except: Vec::new() });
        let ada = || PeopleSelector::from(PersonId::new("a").into_iter().collect::<Vec<_>>());
        assert!(needs_everybody(&several(vec![ada(), picked(Assigned::Default)])));
        assert!(needs_everybody(&several(vec![picked(Assigned::Own(Role::None))])));
        assert!(!needs_everybody(&several(vec![
            ada(),
            picked(Assigned::Own(Role::Team))
        ])));
        let default = |role| Command::SetDefaultRole { role };
        assert!(needs_everybody(&default(Role::None)) && !needs_everybody(&default(Role::Budget)));
        let today = crate::value::date::Date::new(2026, 7, 1).unwrap();
        assert!(is_about_everybody(&[Event::NewPeopleLicensed {
            on: today,
            people: Vec::new()
        }]));
        let [from, to] = ["a", "b"].map(|it| PersonId::new(it).unwrap());
        assert!(is_about_everybody(&[Event::Reassigned {
            on: today,
            from,
            to,
            role: Assigned::Default,
            reason: crate::value::role::FreeingReason::Left,
            since: None,
        }]));
        assert!(!is_about_everybody(&[Event::Expired { on: today }]));
    }
}
