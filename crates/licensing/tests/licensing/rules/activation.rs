//! What a certificate grants, how long it is valid, and the usage limit on a Server (ACT 3, ACT 5, ACT 6, ACT 7).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, adjust, buy, day, kind, license_count, licenses};
use licensing::account::usage_limit::{Usage, UsageLimit};
use licensing::activation::check::{CheckContext, FailedCheck};
use licensing::activation::confirmation::{ActivationMode, Confirmation, ConfirmationStatus};
use licensing::activation::grace_policy::GracePolicy;
use licensing::activation::grant::Grant;
use licensing::catalogue::Activation;
use licensing::value::instance::{InstanceId, InstanceScope};
use licensing::value::instant::Instant;
use licensing::{Account, Catalogue, Date, Deployment, Directory, PersonId};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

const DAYS: GracePolicy = GracePolicy {
    payment: 14,
    grace: 5,
    activates: true,
};

/// A Server with these bookings, each on its day.
fn server(bookings: &[(&str, serde_json::Value)]) -> Story {
    let mut story = Story::of(Deployment::Server, Catalogue::shipped().unwrap());
    for (on, command) in bookings {
        story.book(on, command.clone());
    }
    story
}

/// The grant for what is booked now.
fn certified(story: &Story) -> Grant {
    let paid = story.account.paid().unwrap();
    Grant {
        subscription_id: story.account.id(),
        product: story.catalogue.product.clone(),
        plan: paid.item.plan,
        length: paid.item.length,
        licenses: paid.item.licenses,
        term: paid.term,
        canceled: false,
        instances: InstanceScope::Any,
        issued_at: Instant::morning_of(paid.term.start),
        valid_until: paid.term.last_day(),
    }
}

fn confirmed(grant: Grant, mode: ActivationMode, on: &str) -> Confirmation {
    Confirmation {
        grant,
        mode,
        on: day(on),
    }
}

/// A catalog with those days.
fn activating() -> Catalogue {
    let mut catalogue = Catalogue::shipped().unwrap();
    catalogue.payment_days = DAYS.payment;
    catalogue.activation_grace_days = DAYS.grace;
    catalogue.activation = Some(Activation {
        url: "https://activation.example.org/".to_owned(),
        keys: [("k1".to_owned(), "key".to_owned())].into(),
        orders_url: None,
    });
    catalogue
}

/// The usage limit with this confirmation.
fn limit(account: &Account, confirmation: Option<&Confirmation>, on: Date) -> Usage {
    let mut account = account.clone();
    account.set_activation(confirmation.cloned());
    account.adopt_catalogue(&activating());
    assert_eq!(account.grace_policy(), DAYS);
    account.usage(on)
}

/// The usage limit: licenses, certified ones and the last day.
fn allowed(story: &mut Story, confirmation: Option<&Confirmation>, on: &str) -> (u32, u32, String) {
    story.pass(on);
    match limit(&story.account, confirmation, day(on)) {
        Usage::Account => panic!("{on}: nothing limits it"),
        Usage::UpTo(it) => (
            it.licenses,
            it.certified,
            it.last_day.map(|it| it.to_string()).unwrap_or_default(),
        ),
    }
}

/// The people within a usage limit, computed by sorting, which the program avoids: the longest licensed first, ties by
/// ID. A person with several rows counts from the first day, under the ID they are counted under (LIC 2).
fn within_limit(account: &Account, people: &Directory, licenses: u32) -> BTreeSet<PersonId> {
    let since = |row: &&PersonId| account.assignments().entry(row).map(|entry| entry.since);
    let mut persons: Vec<(Option<Date>, &PersonId)> = account
        .assignments()
        .with_access(people)
        .into_iter()
        .map(|(person, rows)| (rows.iter().filter_map(since).min(), person))
        .collect();
    persons.sort_unstable();
    let number = usize::try_from(licenses).unwrap_or(usize::MAX);
    persons
        .into_iter()
        .take(number)
        .map(|(_, person)| person.clone())
        .collect()
}

#[test]
fn act_5_the_last_confirmation_stays_good_for_five_days_and_counts_down() {
    let story = server(&[("2026-07-01", buy("team", "annual", 10))]);
    let online = confirmed(certified(&story), ActivationMode::Online, "2026-09-01");
    let status = |on: &str| online.status(5, day(on));
    assert_eq!(status("2026-09-01"), ConfirmationStatus::Good);
    assert_eq!(status("2026-09-02"), ConfirmationStatus::OutOfReach { days_left: 5 });
    assert_eq!(status("2026-09-06"), ConfirmationStatus::OutOfReach { days_left: 1 });
    assert_eq!(status("2026-09-07"), ConfirmationStatus::Inactive);
    // A signed term ends on its day, and a file needs no other confirmation.
    let late = confirmed(certified(&story), ActivationMode::Online, "2027-06-29");
    assert_eq!(
        late.status(5, day("2027-06-30")),
        ConfirmationStatus::OutOfReach { days_left: 1 }
    );
    assert_eq!(late.status(5, day("2027-07-01")), ConfirmationStatus::Inactive);
    let offline = confirmed(certified(&story), ActivationMode::Offline, "2026-07-02");
    assert_eq!(offline.status(5, day("2027-06-30")), ConfirmationStatus::Good);
    assert_eq!(offline.status(5, day("2027-07-01")), ConfirmationStatus::Inactive);
}

#[test]
fn act_7_a_purchase_works_without_a_certificate_until_its_deadline() {
    let mut story = server(&[("2026-07-01", buy("team", "annual", 10))]);
    assert_eq!(allowed(&mut story, None, "2026-07-01"), (10, 0, "2026-07-20".into()));
    assert_eq!(allowed(&mut story, None, "2026-07-20"), (10, 0, "2026-07-20".into()));
    assert_eq!(allowed(&mut story, None, "2026-07-21"), (0, 0, String::new()));
}

#[test]
fn act_7_an_increase_works_until_its_own_deadline() {
    let mut story = server(&[("2026-07-01", buy("team", "annual", 10))]);
    let file = confirmed(certified(&story), ActivationMode::Offline, "2026-07-02");
    story.book("2026-08-01", licenses(20)).book("2026-08-10", licenses(50));
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-08-10"),
        (50, 10, "2026-08-20".into())
    );
    // The days of the first increase are over, those of the second are not.
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-08-21"),
        (40, 10, "2026-08-29".into())
    );
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-08-30"),
        (10, 10, "2027-06-30".into())
    );
    // The new file removes the difference.
    let file = confirmed(certified(&story), ActivationMode::Offline, "2026-08-30");
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-08-30"),
        (50, 50, "2027-06-30".into())
    );
    // Licenses that were given back are gone, even if more are bought later.
    story.book("2026-09-01", licenses(12)).book("2026-09-20", licenses(15));
    assert_eq!(story.account.tranches().bought(), 15);
    assert_eq!(allowed(&mut story, None, "2026-09-20"), (3, 0, "2026-10-09".into()));
}

#[test]
fn act_7_a_renewal_works_without_its_certificate() {
    let mut story = server(&[("2026-07-01", buy("team", "monthly", 10))]);
    let file = confirmed(certified(&story), ActivationMode::Offline, "2026-07-02");
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-07-31"),
        (10, 10, "2026-07-31".into())
    );
    assert_eq!(
        allowed(&mut story, Some(&file), "2026-08-01"),
        (10, 0, "2026-08-20".into())
    );
    assert_eq!(allowed(&mut story, Some(&file), "2026-08-21"), (0, 0, String::new()));
    let file = confirmed(certified(&story), ActivationMode::Offline, "2026-08-21");
    assert_eq!(allowed(&mut story, Some(&file), "2026-08-21").0, 10);
}

#[test]
fn act_7_of_both_rules_the_later_day_holds() {
    let mut story = server(&[("2026-07-01", buy("team", "annual", 10))]);
    // Bought on the 1st: usable until the 20th. Confirmed on the 3rd and unreachable since: valid until the 8th.
    let early = confirmed(certified(&story), ActivationMode::Online, "2026-07-03");
    assert_eq!(
        allowed(&mut story, Some(&early), "2026-07-08"),
        (10, 10, "2026-07-20".into())
    );
    assert_eq!(
        allowed(&mut story, Some(&early), "2026-07-09"),
        (10, 0, "2026-07-20".into())
    );
    assert_eq!(allowed(&mut story, Some(&early), "2026-07-21").0, 0);
    // Confirmed on the 18th: valid until the 23rd.
    let late = confirmed(certified(&story), ActivationMode::Online, "2026-07-18");
    assert_eq!(
        allowed(&mut story, Some(&late), "2026-07-18"),
        (10, 10, "2026-07-23".into())
    );
    assert_eq!(allowed(&mut story, Some(&late), "2026-07-24").0, 0);
}

#[test]
fn act_7_a_trial_and_services_need_no_certificate() {
    let days = |story: &Story, on: &str| limit(&story.account, None, day(on));
    let trial = server(&[("2026-07-01", kind("start_trial"))]);
    assert_eq!(days(&trial, "2026-07-28"), Usage::Account);
    let mut services = Story::new();
    services.book("2026-07-01", buy("team", "monthly", 10));
    assert_eq!(days(&services, "2026-07-31"), Usage::Account);
    let mut ended = server(&[
        ("2026-07-01", buy("team", "monthly", 10)),
        ("2026-07-02", kind("cancel")),
    ]);
    ended.pass("2026-08-01");
    assert_eq!(
        (ended.status(), days(&ended, "2026-08-01")),
        ("expired", Usage::Account)
    );
    assert_eq!(ended.account.tranches().bought(), 0);
}

#[test]
fn act_7_a_longer_term_counts_from_the_end_that_it_replaces() {
    let mut story = server(&[("2026-07-01", buy("team", "monthly", 10))]);
    story.book("2026-07-25", adjust(json!({"length": "annual"})));
    assert_eq!(allowed(&mut story, None, "2026-07-25"), (10, 0, "2026-08-20".into()));
}

#[test]
fn act_7_those_who_were_licensed_longest_are_let_in() {
    let mut story = Story::of(Deployment::Server, Catalogue::shipped().unwrap()).with(&["d", "b|x@x.org", "a", "c"]);
    story.book("2026-07-01", buy("team", "annual", 10));
    story.people_are("2026-08-01", &["d", "b|x@x.org", "a", "c", "aa|X@x.org", "e", "A"]);
    story
        .book("2026-08-02", common::role(&["e", "aa"], "team"))
        .book("2026-08-03", common::role(&["A"], "product"));
    story
        .book("2026-08-04", common::role(&["c"], "none"))
        .book("2026-08-05", common::role(&["c"], "team"));
    let names = |count: u32| -> Vec<String> {
        let set = within_limit(&story.account, &story.people, count);
        set.iter().map(ToString::to_string).collect()
    };
    // b has a second row, aa, and is counted under that ID. The first day of both rows counts.
    assert_eq!(names(0), [""; 0]);
    assert_eq!(names(1), ["a"]);
    assert_eq!(names(2), ["a", "aa"]);
    assert_eq!(names(3), ["a", "aa", "d"]);
    assert_eq!(names(4), ["a", "aa", "d", "e"]);
    assert_eq!(names(5), ["A", "a", "aa", "d", "e"]);
    assert_eq!(names(99), ["A", "a", "aa", "c", "d", "e"]);
}

/// A change to a valid certificate or its context that fails one check.
type Spoil = fn(&mut Grant, &mut CheckContext<'static>);

const SPOILS: [(FailedCheck, Spoil); 7] = [
    (FailedCheck::Product, |grant, _| grant.product = "Another".into()),
    (FailedCheck::Instance, |grant, _| {
        grant.instances = InstanceScope::Only(vec![InstanceId::new("elsewhere").unwrap()])
    }),
    (FailedCheck::NotYetValid, |grant, _| {
        grant.issued_at = Instant::parse("2026-07-11T00:00:00Z").unwrap()
    }),
    (FailedCheck::FileExpired, |grant, _| {
        grant.valid_until = day("2026-07-09")
    }),
    (FailedCheck::TermEnded, |grant, _| grant.term.end = day("2026-07-10")),
    (FailedCheck::FewerLicenses, |grant, _| grant.licenses = license_count(4)),
    (FailedCheck::ClockSetBack, |_, at| {
        at.newest_day = Some(day("2026-07-11"))
    }),
];

#[test]
fn act_6_of_two_checks_that_fail_the_earlier_is_told() {
    let story = server(&[("2026-07-01", buy("team", "annual", 10))]);
    let sound = certified(&story);
    let here: &'static InstanceId = Box::leak(Box::new(InstanceId::new("here").unwrap()));
    let active: &'static Grant = Box::leak(Box::new(sound.clone()));
    let at = CheckContext {
        product: "7pace Timetracker",
        instance: Some(here),
        today: day("2026-07-10"),
        newest_day: Some(day("2026-07-10")),
        active: Some(active),
        in_use: 5,
    };
    assert_eq!(sound.check(&at), Ok(()));
    for (first, (check, spoil)) in SPOILS.iter().enumerate() {
        for (_, also) in SPOILS.iter().skip(first) {
            let (mut grant, mut at) = (sound.clone(), at);
            spoil(&mut grant, &mut at);
            also(&mut grant, &mut at);
            assert_eq!(grant.check(&at), Err(*check));
            assert!(check.message(Some(&grant)).ends_with('.'));
        }
    }
    // A certificate for a future term is not valid yet. Fewer licenses are accepted if they suffice.
    let mut early = sound.clone();
    early.term.start = day("2026-07-11");
    assert_eq!(early.check(&at), Err(FailedCheck::NotYetValid));
    let fewer = Grant {
        licenses: license_count(5),
        ..sound.clone()
    };
    assert_eq!(fewer.check(&at), Ok(()));
    let first = Grant {
        instances: InstanceScope::Only(vec![InstanceId::new("server-1").unwrap()]),
        ..sound
    };
    assert!(FailedCheck::Instance.message(Some(&first)).contains("server-1"));
}

#[test]
fn act_6_the_order_of_the_checks_is_fixed() {
    let words: Vec<&str> = FailedCheck::ALL.iter().map(|it| it.as_str()).collect();
    let order = "framing version algorithm key_unknown signature product instance not_yet_valid file_expired term_ended \
                 fewer_licences clock_set_back";
    assert_eq!(words, order.split_whitespace().collect::<Vec<_>>());
}

/// A day of the second half of 2026.
fn later(days: u32) -> Date {
    day("2026-07-01").plus_days(days)
}

proptest! {
    /// A confirmation that is valid on a day was valid on every day before. The days left decrease by one a day, to 1.
    #[test]
    fn act_5_grace_only_ever_runs_out(grace in 0_u32..30, since in 0_u32..200, online: bool) {
        let story = server(&[("2026-07-01", buy("team", "annual", 10))]);
        let mode = if online { ActivationMode::Online } else { ActivationMode::Offline };
        let it = Confirmation { grant: certified(&story), mode, on: later(since) };
        let last = it.last_day(grace);
        prop_assert!(last <= it.grant.last_day());
        let mut left = None;
        for ahead in 0..400 {
            let today = it.on.plus_days(ahead);
            let status = it.status(grace, today);
            prop_assert_eq!(status == ConfirmationStatus::Inactive, today > last);
            prop_assert_eq!(it.licenses(grace, today) > 0, today <= last);
            if let ConfirmationStatus::OutOfReach { days_left } = status {
                prop_assert!(left.is_none_or(|before| before == days_left + 1));
                prop_assert_eq!(today == last, days_left == 1);
                left = Some(days_left);
            }
        }
    }

    /// Whatever is bought, given back and certified: the limit is at least the certified number, and at most the larger
    /// of the certified and the bought number. It stays the same until the last day and changes after it.
    #[test]
    fn act_7_the_allowance_lies_between_certified_and_bought(
        steps in proptest::collection::vec((1_u32..30, 1_u32..60), 1..8),
        certificate in proptest::option::of((0_usize..8, 0_u32..40, any::<bool>())),
        ahead in 0_u32..60,
    ) {
        let mut story = server(&[("2026-07-01", buy("team", "annual", 10))]);
        let mut confirmation = None;
        let mut passed = 0;
        for (at, (wait, number)) in steps.iter().enumerate() {
            passed += wait;
            let on = later(passed).to_string();
            if story.account.licenses().unwrap() != *number {
                story.book(&on, licenses(*number));
            }
            if let Some((which, wait, online)) = certificate.filter(|it| it.0 == at) {
                let mode = if online { ActivationMode::Online } else { ActivationMode::Offline };
                confirmation = Some(Confirmation { grant: certified(&story), mode, on: later(passed + wait) });
                prop_assert_eq!(which, at);
            }
        }
        let levels = story.account.tranches();
        prop_assert!(story.account.licenses().unwrap() == levels.bought());
        let today = later(passed + ahead);
        let of = |on: Date| match limit(&story.account, confirmation.as_ref(), on) {
            Usage::UpTo(allowed) => allowed,
            Usage::Account => panic!("a subscription on a Server"),
        };
        let UsageLimit { licenses, certified, bought, last_day, .. } = of(today);
        prop_assert!(licenses >= certified && licenses <= bought.max(certified));
        prop_assert_eq!(licenses == 0, last_day.is_none());
        if let Some(last) = last_day {
            prop_assert!(last >= today);
            prop_assert!(of(last).licenses >= licenses);
            prop_assert!(of(last.plus_days(1)).licenses < licenses);
        }
        // A purchase within the days of ACT 7 counts in full. Long after it, only the certificate counts.
        if today <= later(0).plus_days(DAYS.uncertified()) {
            prop_assert!(licenses >= bought);
        }
        let long_after = later(passed + DAYS.uncertified() + 1);
        prop_assert_eq!(of(long_after).licenses, of(long_after).certified);
    }
}
