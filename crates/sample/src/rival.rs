//! The demo's second collection administrator. She always saves first when the demo shows conflicts.

use crate::seed::SeedContext;
use licensing::account::access::Actor;
use licensing::ledger::Ledger;
use licensing::ledger::prepare::Preparation;
use licensing::value::ids::CommandId;
use licensing::value::instant::Instant;
use licensing::value::role::Assigned;
use licensing::{Command, Date, Directory, PeopleSelector, PersonId, Role};

/// Her name.
pub const ACTOR: &str = "Fay Rival";

/// The line that she books first: the first small command that the account allows on that day.
pub fn line(
    ledger: &Ledger,
    context: SeedContext<'_>,
    people: &Directory,
    today: Date,
    instant: &Instant,
) -> Option<String> {
    let position = ledger.next_position().to_string();
    let viewer = Actor::collection_administrator();
    commands(ledger, people).into_iter().find_map(|command| {
        let preparation = Preparation {
            ledger,
            catalogue: context.catalogue,
            catalogue_value: context.catalogue_value,
            people,
            viewer: &viewer,
            actor: ACTOR,
            command_id: &CommandId::new(["rival-", &position].concat()),
            instant,
            today,
            command: &command,
        };
        let booked = preparation.prepare().ok()?;
        preparation.entry(&booked).ok().map(|(_, line)| line)
    })
}

/// Her commands, in the order in which they are tried: one more license in a subscription, a role for Cleo, a trial,
/// and no role for the last person with access.
fn commands(ledger: &Ledger, people: &Directory) -> Vec<Command> {
    let more = ledger.account().paid().map(|paid| Command::Adjust {
        plan: None,
        length: None,
        licenses: Some(paid.item.licenses.get().saturating_add(1)),
        drop_scheduled: None,
    });
    let role = |id: Option<PersonId>, role| Command::SetRole {
        people: PeopleSelector::These(id.into_iter().collect()),
        role: Assigned::Own(role),
        reason: None,
        licenses: None,
        recent_confirmed: None,
    };
    let cleo = [Role::Product, Role::Team, Role::None].map(|it| role(PersonId::new("cleo"), it));
    let last = ledger
        .account()
        .assignments()
        .with_access(people)
        .into_keys()
        .next_back()
        .cloned();
    more.into_iter()
        .chain(cleo)
        .chain([Command::StartTrial {}, role(last, Role::None)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people;
    use crate::settings::{Choice, Org, present};
    use crate::stories::seed;
    use licensing::{Catalogue, Deployment, catalogue};

    #[test]
    fn the_rival_finds_something_in_every_organization() {
        let catalogue = Catalogue::shipped().unwrap();
        let catalogue_value = serde_json::from_str(catalogue::read::SHIPPED).unwrap();
        for (org, name, _) in Org::ALL.iter().filter(|(org, ..)| *org != Org::Documents5000) {
            for deployment in Deployment::ALL {
                let context = SeedContext {
                    deployment,
                    catalogue: &catalogue,
                    catalogue_value: &catalogue_value,
                };
                let lines = seed(*org, context).unwrap();
                let mut ledger = Ledger::read(lines.iter().map(String::as_str)).unwrap();
                let people = Directory::new(people::people(60, present()));
                for _ in 0..3 {
                    let line = line(&ledger, context, &people, present(), &Instant::morning_of(present()));
                    let line = line.unwrap_or_else(|| panic!("{name}, {deployment:?}"));
                    ledger.append(&line, ledger.check(&line).unwrap()).unwrap();
                }
            }
        }
    }
}
