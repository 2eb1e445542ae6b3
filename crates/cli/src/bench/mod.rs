//! `bench`: measures the rules for `./dev bench`, with random commands and an organization with very many people.

mod many_people;
mod random_scenario;

use crate::error::CliError;
use licensing::scenario::answer::Outcome;
use licensing::scenario::replay::replay;
use licensing::{Catalogue, Person, PersonId};
use many_people::{MANY, ManyPeople};
use random_scenario::random_scenario;
use std::time::{Duration, Instant};

/// Replays `commands` random commands, then measures an organization with very many people, and prints the times.
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
    let times = ManyPeople::measure(&catalogue).ok_or(CliError::BenchRefused)?;
    println!("a directory of {MANY} people: {} ms", times.directory.as_millis());
    println!("a purchase for {MANY} people: {} ms", times.purchase.as_millis());
    println!("a role for {MANY} people in one booking: {} ms", times.role.as_millis());
    println!(
        "a preview of more licenses with {MANY} people: {} ms",
        milliseconds(times.preview_adjust)
    );
    println!(
        "a preview of a role of one person with {MANY} people: {} ms",
        milliseconds(times.preview_role)
    );
    Ok(())
}

/// Milliseconds with three decimal digits.
fn milliseconds(time: Duration) -> String {
    format!("{}.{:03}", time.as_millis(), time.subsec_micros() % 1_000)
}

/// A person by number. The email addresses are not sorted, as in a real directory.
fn person(number: u32) -> Option<Person> {
    let id = PersonId::new(&format!("p{number}"))?;
    let scattered = number.wrapping_mul(2_654_435_761);
    Some(Person {
        email: Some(format!("p{scattered:08x}@example.org")),
        account: Some(format!("p{scattered:08x}@corp.example.org")),
        ..Person::named(id, "")
    })
}
