//! A scenario of random commands, the same on every machine.

use super::person;
use licensing::command::Command;
use licensing::scenario::{Scenario, Step};
use licensing::value::role::{Assigned, FreeingReason, Role};
use licensing::{BillingInterval, Date, Deployment, PersonId, PlanKey};

/// The number of people.
const PEOPLE: u32 = 200;

/// A linear congruential generator.
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

/// A scenario with this number of commands.
pub fn random_scenario(commands: u32) -> Option<Scenario> {
    let mut random = Random(7);
    let mut on = Date::new(2026, 1, 1)?;
    let people = (0..PEOPLE).filter_map(person).collect();
    let mut steps = Vec::new();
    for _ in 0..commands {
        // The day changes with about every 30th command, so the run does not exceed the calendar.
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
