//! Properties of everything that two administrators do with people: licenses suffice, the journal can be verified, and
//! a selection equals the people it matches (LIC 5, LIC 8, ROL 5).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use crate::random;
use common::day;
use licensing::PeopleSelector;
use licensing::event::Event;
use licensing::ledger::Ledger;
use licensing::ledger::verify::verify;
use licensing::value::setting::Setting;
use proptest::prelude::*;
use random::{journal, managed, tell};
use serde_json::json;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// The journal itself checks that the booking equals the preview (CHG 10).
    #[test]
    fn lic_5_licenses_are_enough_and_every_journal_is_proven(steps in managed(30)) {
        let lines = journal(&steps);
        let proof = verify(lines.iter().map(String::as_str)).map_err(|doubt| TestCaseError::fail(format!("{doubt:?}")))?;
        prop_assert_eq!(proof.bookings, lines.len() - 1);
        let mut ledger = Ledger::open(&lines[0]).unwrap();
        for line in &lines[1..] {
            let record = ledger.check(line).unwrap();
            ledger.append(line, record).unwrap();
            let (in_use, licenses) = (ledger.account().licenses_in_use(ledger.people()), ledger.account().licenses());
            prop_assert!(licenses.is_none_or(|licenses| licenses >= in_use), "{} of {:?}: {}", in_use, licenses, line);
        }
    }

    #[test]
    fn lic_8_nobody_new_waits_while_a_license_is_free(steps in managed(40)) {
        tell(&steps, |story| {
            let (account, people) = (&story.account, &story.people);
            let in_use = story.in_use();
            assert!(account.licenses().is_none_or(|licenses| licenses >= in_use));
            for (id, _) in account.open_requests(people, story.today) {
                assert!(account.status(story.today).is_usable() <= !account.assignments().role(id, people).uses_license());
            }
        });
        // On the next day, everybody who should be licensed automatically has a license.
        let mut story = tell(&steps, |_| ());
        story.pass(&story.today.plus_days(1).to_string());
        let (account, people) = (&story.account, &story.people);
        let assignments = account.assignments();
        let rows = |id| people.doubles().get(people.counted_as(id)).cloned().unwrap_or_else(|| vec![id.clone()]);
        let waits = people.people().iter().any(|it| rows(&it.id).iter().all(|row| assignments.entry(row).is_none()));
        let free = account.licenses_free(people).unwrap_or(0);
        prop_assert!(!(account.is_on(Setting::LicenseNewPeople) && assignments.default_role().uses_license() && waits && free > 0));
    }

    #[test]
    fn rol_5_a_selection_is_the_people_it_picks(steps in managed(20), on in prop::sample::select(vec!["none", "team", "budget", "default"]), to in prop::sample::select(vec!["none", "team", "default"])) {
        let mut story = tell(&steps, |_| ());
        story.viewer = licensing::account::access::Actor::collection_administrator();
        let today = story.today.max(day("2026-07-01")).to_string();
        let selection = json!({"on": on, "except": ["a"]});
        let set = |people| json!({"kind": "set_role", "people": people, "role": to});
        story.pass(&today);
        let PeopleSelector::Selected(mut picks) = serde_json::from_value::<PeopleSelector>(selection.clone()).unwrap() else { panic!("a selection") };
        // An exception covers all rows of the person (LIC 2).
        picks.except = picks.except.iter().flat_map(|id| story.people.rows_of(id)).cloned().collect();
        let ids = story.account.assignments().selected(&picks, &story.people);
        let (by_selection, by_ids) = (story.preview(&today, &set(selection)), story.preview(&today, &set(json!(ids))));
        match (by_selection, by_ids) {
            (Ok(one), Ok(other)) => {
                let folded = |events: &[Event]| {
                    let mut account = story.account.clone();
                    events.iter().for_each(|event| account.apply(event));
                    account
                };
                prop_assert_eq!(folded(&one), folded(&other));
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}
