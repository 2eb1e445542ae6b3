//! Random commands at full speed, and one change for very many people: the figures of `./dev bench`.

use crate::error::CliError;
use licensing::account::access::Actor;
use licensing::command::Command;
use licensing::decide::context::Surroundings;
use licensing::decide::decide;
use licensing::scenario::answer::Outcome;
use licensing::scenario::replay::replay;
use licensing::scenario::{Scenario, Step};
use licensing::value::role::{Assigned, FreeingReason, Role};
use licensing::value::subscription_id::SubscriptionId;
use licensing::{
    Account, BillingInterval, Catalogue, Date, Deployment, Directory, Person, PersonId, PlanKey, Selection,
};
use std::time::Instant;

/// How many people the random organization has.
const PEOPLE: u32 = 200;
/// How many people the large organization has.
const MANY: u32 = 100_000;

/// Replays `commands` random commands and prints the time.
///
/// # Errors
/// Where the shipped catalogue is broken.
pub fn run(commands: u32) -> Result<(), CliError> {
    let catalogue = Catalogue::shipped().map_err(CliError::ShippedCatalogue)?;
    let scenario = random_scenario(commands).ok_or(CliError::BenchStart)?;
    let start = Instant::now();
    let answer = replay(&scenario, &catalogue);
    let elapsed_ms = start.elapsed().as_millis();
    let booked = answer
        .steps
        .iter()
        .filter(|step| step.outcome == Outcome::Booked)
        .count();
    println!(
        "{commands} random commands: {elapsed_ms} ms, {booked} booked, {} documents, {} credit movements",
        answer.documents.len(),
        answer.credit.movements.len()
    );
    let of_many = many(&catalogue).ok_or(CliError::BenchRefused)?;
    println!("a directory of {MANY} people: {} ms", of_many.directory_ms);
    println!("a purchase for {MANY} people: {} ms", of_many.purchase_ms);
    println!("a role for {MANY} people in one booking: {} ms", of_many.role_ms);
    Ok(())
}

/// What takes how long with very many people.
struct Many {
    directory_ms: u128,
    purchase_ms: u128,
    role_ms: u128,
}

/// Makes a directory of many people, buys for all of them and gives them a role by a selection, each decided and folded;
/// none where it is refused.
fn many(catalogue: &Catalogue) -> Option<Many> {
    let mut account = Account::new(SubscriptionId::SAMPLE, Deployment::Services, catalogue);
    let rows = (0..MANY).filter_map(person).collect();
    let start = Instant::now();
    let people = Directory::new(rows);
    let directory_ms = start.elapsed().as_millis();
    let today = Date::new(2026, 7, 1)?;
    let viewer = Actor::collection_administrator();
    let buy = Command::Buy {
        plan: PlanKey::Ultimate,
        length: BillingInterval::Annual,
        licenses: MANY,
        keep: None,
    };
    let everybody = Selection {
        on: Assigned::Default,
        except: Vec::new(),
    };
    let give = Command::SetRole {
        people: everybody.into(),
        role: Assigned::Own(Role::Product),
        reason: None,
        licenses: None,
        recent_confirmed: None,
    };
    let mut elapsed_ms = [0, 0];
    for (command, elapsed_ms) in [buy, give].iter().zip(&mut elapsed_ms) {
        let start = Instant::now();
        let situation = Surroundings::unchanged(catalogue, &people, today).of(&account, &viewer);
        let events = decide(situation, command).ok()?;
        events.iter().for_each(|event| account.apply(event));
        *elapsed_ms = start.elapsed().as_millis();
    }
    let [purchase_ms, role_ms] = elapsed_ms;
    Some(Many {
        directory_ms,
        purchase_ms,
        role_ms,
    })
}

/// A linear congruential generator: the same commands on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap_or(0) % bound.max(1)
    }

    fn pick<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        let at = self.below(u32::try_from(values.len()).unwrap_or(1));
        values.get(usize::try_from(at).ok()?).copied()
    }
}

fn random_scenario(commands: u32) -> Option<Scenario> {
    let mut random = Random(7);
    let mut on = Date::new(2026, 1, 1)?;
    let people = (0..PEOPLE).filter_map(person).collect();
    let mut steps = Vec::new();
    for _ in 0..commands {
        // Time moves on about every 30th command, so that the run stays within the calendar's range.
        on = on.plus_days(if random.below(30) == 0 { random.below(20) } else { 0 });
        steps.push(Step {
            on,
            people: None,
            command: Some(random_command(&mut random)?),
            by: None,
        });
    }
    Some(Scenario {
        deployment: Deployment::Services,
        catalogue: None,
        people,
        steps,
    })
}

fn person(number: u32) -> Option<Person> {
    let id = PersonId::new(&format!("p{number}"))?;
    // In no order of letters, as in a real directory.
    let scattered = number.wrapping_mul(2_654_435_761);
    Some(Person {
        email: Some(format!("p{scattered:08x}@example.org")),
        account: Some(format!("p{scattered:08x}@corp.example.org")),
        ..Person::named(id, "")
    })
}

fn random_command(random: &mut Random) -> Option<Command> {
    let plan = random.pick(&[PlanKey::Ultimate, PlanKey::Team, PlanKey::Start, PlanKey::Team])?;
    let length = random.pick(&BillingInterval::ALL)?;
    let licenses = random.below(320);
    let somebody = |random: &mut Random| PersonId::new(&format!("p{}", random.below(PEOPLE)));
    Some(match random.below(16) {
        0 => Command::StartTrial {},
        1 => Command::Buy {
            plan,
            length,
            licenses,
            keep: None,
        },
        2..=4 => Command::Adjust {
            plan: None,
            length: None,
            licenses: Some(licenses),
            drop_scheduled: None,
        },
        5 => Command::Adjust {
            plan: Some(plan),
            length: Some(length),
            licenses: Some(licenses),
            drop_scheduled: None,
        },
        6 => Command::Schedule {
            plan: None,
            length: Some(length),
            licenses: Some(licenses),
        },
        7 => Command::Unschedule {},
        8 => Command::Cancel { reason: None },
        9 | 10 => Command::Resume {},
        11 => Command::RenewNow {},
        12 => Command::ChooseFree { keep: None },
        13 => Command::SetRole {
            people: vec![somebody(random)?].into(),
            role: Assigned::Own(random.pick(&Role::ALL)?),
            reason: None,
            licenses: None,
            recent_confirmed: None,
        },
        14 => Command::SetRole {
            people: vec![somebody(random)?].into(),
            role: Assigned::Default,
            reason: None,
            licenses: None,
            recent_confirmed: None,
        },
        _ => Command::Reassign {
            from: somebody(random)?,
            to: somebody(random)?,
            reason: Some(FreeingReason::Left),
            recent_confirmed: None,
        },
    })
}
