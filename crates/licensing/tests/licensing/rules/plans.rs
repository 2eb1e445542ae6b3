//! Plans and price lists: PLN 1–5.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they expect"
)]

use crate::common;
use common::{Story, adjust, buy, changed, kind, license_count, licenses, schedule};
use licensing::{BillingInterval, Catalogue, Deployment, PlanKey};
use serde_json::{Value, json};

fn import(fields: Value) -> Value {
    let mut command =
        json!({"kind": "import", "plan": "legacy_services", "length": "annual", "licences": 5, "start": "2026-01-31"});
    for (key, value) in fields.as_object().unwrap() {
        command[key] = value.clone();
    }
    command
}

fn server() -> Story {
    Story::of(Deployment::Server, Catalogue::shipped().unwrap())
}

#[test]
fn pln_1_a_plan_that_does_not_fit_is_refused_with_the_reason() {
    let on = "2026-07-01";
    for (plan, number, reason) in [
        ("team", 300, "PLN 1 licences_out_of_range"),
        ("start", 20, "PLN 1 licences_out_of_range"),
        ("ultimate", 19, "PLN 1 licences_out_of_range"),
        ("team", u32::MAX, "PLN 1 licences_out_of_range"),
        ("team", 0, "CHG 8 zero_licences"),
        ("free", 3, "PLN 4 choose_free"),
        ("legacy_services", 3, "PLN 5 plan_not_sold"),
    ] {
        assert_eq!(
            Story::new().refused(on, buy(plan, "annual", number)),
            reason,
            "{plan} {number}"
        );
    }
    for (plan, number) in [("team", 299), ("start", 19), ("ultimate", 20), ("ultimate", u32::MAX)] {
        Story::new().book(on, buy(plan, "annual", number));
    }
    assert_eq!(
        server().refused(on, buy("start", "monthly", 5)),
        "PLN 1 plan_not_available"
    );
    server().book(on, buy("team", "monthly", 5));
}

#[test]
fn pln_2_the_price_list_and_its_checks() {
    for (plan, number, annual, monthly) in [
        ("start", 14, "1344.00", "126.00"),
        ("team", 25, "3900.00", "400.00"),
        ("ultimate", 300, "42600.00", "4350.00"),
        ("ultimate", 100, "20400.00", "2000.00"),
        ("ultimate", 101, "20520.00", "2013.00"),
        ("ultimate", 250, "38400.00", "3950.00"),
        ("ultimate", 251, "38484.00", "3958.00"),
    ] {
        for (length, total) in [("annual", annual), ("monthly", monthly)] {
            let mut story = Story::new();
            story.book("2026-07-01", buy(plan, length, number));
            assert_eq!(
                story.document(),
                format!("INV-0001 2026-07-01 {total}"),
                "{plan} {length} {number}"
            );
        }
    }
    let mut before = Story::new();
    before.book("2026-06-30", buy("ultimate", "annual", 251));
    assert_eq!(
        before.document(),
        "INV-0001 2026-06-30 35472.00",
        "100 x 192 + 150 x 108 + 1 x 72"
    );
}

#[test]
fn pln_3_purchases_use_the_newest_list_at_once_and_renewals_a_month_later() {
    let mut story = Story::new();
    story.book("2026-06-15", buy("team", "monthly", 10)).pass("2026-07-20");
    assert_eq!(
        story.document(),
        "INV-0002 2026-07-15 150.00",
        "the renewal still uses the list of 2025"
    );
    story.book("2026-07-20", licenses(20));
    let line = &story.lines()[1];
    assert_eq!(
        line.amount.to_string(),
        "251.61",
        "20 x 15.00 x 26 / 31, by the list of the term"
    );
    story.pass("2026-08-15");
    assert_eq!(
        story.document(),
        "INV-0004 2026-08-15 320.00",
        "from August on renewals use the list of 2026"
    );
    let mut fresh = Story::new();
    fresh
        .book("2026-06-15", buy("team", "monthly", 10))
        .book("2026-07-01", kind("renew_now"));
    assert_eq!(
        fresh.amounts(),
        ["-70.00", "160.00"],
        "a new term started today uses the newest list"
    );
}

#[test]
fn pln_3_without_a_list_reached_a_purchase_is_refused_and_a_renewal_keeps_its_list() {
    assert_eq!(
        Story::new().refused("2025-07-01", buy("team", "annual", 5)),
        "PLN 3 no_price_list"
    );
    let later = changed(|catalogue| {
        let lists = catalogue["price_lists"].as_array_mut().unwrap();
        lists.remove(0);
        lists[0]["renewals_from"] = json!("2030-01-01");
    });
    let mut story = Story::of(Deployment::Services, later);
    story.book("2026-07-01", buy("team", "monthly", 10)).pass("2026-08-01");
    assert_eq!(story.document(), "INV-0002 2026-08-01 160.00");
    story
        .book("2026-08-02", schedule(json!({"plan": "start"})))
        .pass("2026-09-01");
    assert_eq!(
        story.document(),
        "INV-0003 2026-09-01 90.00",
        "also where the plan changes with the renewal"
    );
}

#[test]
fn pln_3_a_list_without_the_held_plan_is_passed_over() {
    let catalogue = changed(|catalogue| {
        catalogue["price_lists"][1]["prices"]
            .as_object_mut()
            .unwrap()
            .remove("team");
    });
    let mut story = Story::of(Deployment::Services, catalogue);
    assert_eq!(
        story.refused("2026-07-01", buy("team", "monthly", 10)),
        "PLN 3 no_price_list"
    );
    story.book("2026-06-20", buy("team", "monthly", 10)).pass("2026-08-20");
    assert_eq!(story.document(), "INV-0003 2026-08-20 150.00");
    story.book("2026-08-25", kind("renew_now"));
    assert_eq!(story.amounts()[1], "150.00");
    story.book("2026-08-26", adjust(json!({"length": "annual"})));
    assert_eq!(story.amounts()[1], "1436.05", "1440.00 x 364 / 365");
    assert_eq!(
        story.refused("2026-08-27", adjust(json!({"plan": "team", "licences": 300}))),
        "PLN 1 licences_out_of_range"
    );
}

#[test]
fn pln_3_a_plan_that_the_list_of_the_term_lacks_comes_with_the_next_term() {
    let catalogue = changed(|catalogue| {
        catalogue["price_lists"][0]["prices"]
            .as_object_mut()
            .unwrap()
            .remove("start");
    });
    let mut story = Story::of(Deployment::Services, catalogue);
    story.book("2026-06-20", buy("team", "annual", 10));
    assert_eq!(
        story.refused("2026-09-01", adjust(json!({"plan": "start"}))),
        "PLN 3 no_price_list"
    );
    story
        .book("2026-09-01", schedule(json!({"plan": "start"})))
        .pass("2027-06-20");
    assert_eq!(story.held(), "start annual 10, 2027-06-20 to 2028-06-20");
}

#[test]
fn pln_3_changed_limits_bind_new_orders_only() {
    let mut story = Story::new();
    story.book("2026-07-01", buy("team", "monthly", 10));
    story.catalogue = changed(|catalogue| catalogue["plans"]["team"]["licences"]["max"] = json!(5));
    story.pass("2026-08-01");
    assert_eq!(story.held(), "team monthly 10, 2026-08-01 to 2026-09-01");
    story.book("2026-08-05", kind("renew_now"));
    assert_eq!(story.refused("2026-08-06", licenses(9)), "PLN 1 licences_out_of_range");
    story.book("2026-08-06", licenses(5));
}

#[test]
fn pln_3_newest_goes_by_from_whatever_the_order_in_the_file() {
    let catalogue = changed(|catalogue| catalogue["price_lists"].as_array_mut().unwrap().reverse());
    let mut story = Story::of(Deployment::Services, catalogue);
    story.book("2026-08-01", buy("team", "monthly", 1));
    assert_eq!(story.amounts(), ["16.00"]);
}

#[test]
fn pln_3_prices_of_nothing_and_currencies_without_digits_are_valid() {
    let free_of_charge = changed(|catalogue| {
        catalogue["price_lists"][1]["prices"]["team"]["monthly"][0]["price"] = json!("0.00");
    });
    let mut story = Story::of(Deployment::Services, free_of_charge);
    story
        .book("2026-08-01", buy("team", "monthly", 10))
        .book("2026-08-10", licenses(20))
        .pass("2026-09-01");
    assert!(story.documents().is_empty(), "zero: recorded, no document (CHG 7)");
    assert_eq!(
        (story.amounts(), story.credit()),
        (vec!["0.00".to_owned()], "0.00".to_owned())
    );
    let yen = changed(|catalogue| {
        catalogue["currency"] = json!("JPY");
        catalogue["minor_digits"] = json!(0);
        let bands = |price: &str| json!([{"from": 1, "price": price}]);
        catalogue["price_lists"] =
            json!([{"from": "2026-07-01", "prices": {"team": {"monthly": bands("1001"), "annual": bands("9999")}}}]);
    });
    let mut story = Story::of(Deployment::Services, yen);
    story
        .book("2026-07-01", buy("team", "monthly", 1))
        .book("2026-07-31", licenses(2));
    assert_eq!(story.amounts(), ["-32", "65"], "1001 / 31 = 32.29, 2002 / 31 = 64.58");
    assert_eq!(story.document(), "INV-0002 2026-07-31 33");
}

#[test]
fn pln_4_free_only_on_services_and_only_by_choice() {
    assert_eq!(
        server().refused("2026-07-01", kind("choose_free")),
        "PLN 1 plan_not_available"
    );
    let mut story = Story::new().with(&["a", "b", "c", "d"]);
    story.book("2026-07-01", kind("choose_free"));
    assert_eq!((story.status(), story.in_use()), ("free", 3), "from none: at once");
    story.book("2026-07-02", kind("cancel"));
    assert_eq!(story.status(), "expired");
    story.book("2026-07-02", kind("choose_free"));
    assert_eq!(story.status(), "free", "after expiry: at once");
    story.book("2026-07-03", buy("team", "monthly", 10));
    assert_eq!(story.refused("2026-07-04", kind("choose_free")), "PLN 4 cancel_first");
    assert_eq!(
        story.refused("2026-07-04", adjust(json!({"plan": "free"}))),
        "PLN 4 cancel_first"
    );
    assert_eq!(
        story.refused("2026-07-04", schedule(json!({"plan": "free"}))),
        "PLN 4 cancel_first"
    );
    story
        .book("2026-07-04", kind("cancel"))
        .book("2026-07-05", kind("choose_free"));
    assert_eq!((story.status(), story.end()), ("cancelling", "2026-08-03".to_owned()));
    story.pass("2026-08-02");
    assert_eq!(story.status(), "cancelling");
    story.pass("2026-08-03");
    assert_eq!(
        (story.status(), story.account.licenses()),
        ("free", Some(license_count(3)))
    );
    assert_eq!(story.documents().len(), 1, "no price, no term");
}

#[test]
fn pln_5_import_takes_legacy_plans_in_their_running_term() {
    let mut story = Story::new().with(&["a"]);
    assert_eq!(
        story.refused("2026-09-01", import(json!({"plan": "team"}))),
        "PLN 5 not_importable"
    );
    assert_eq!(story.refused("2027-01-31", import(json!({}))), "PLN 5 not_running");
    assert_eq!(story.refused("2026-01-30", import(json!({}))), "PLN 5 not_running");
    assert_eq!(
        story.refused("2026-09-01", import(json!({"plan": "legacy_server", "licences": 0}))),
        "CHG 8 zero_licences"
    );
    story.book("2026-09-01", import(json!({"credit": "12.5"})));
    assert_eq!(story.held(), "legacy_services annual 5, 2026-01-31 to 2027-01-31");
    assert_eq!((story.documents().len(), story.credit()), (0, "12.50".to_owned()));
    assert_eq!(
        (story.in_use(), story.role("a").as_str()),
        (1, "team"),
        "people as for buying from none"
    );
    // A refund is credited against the opening line, at the prices of the 2025 list.
    story.book("2026-10-31", licenses(6));
    assert_eq!(story.amounts(), ["-181.48", "217.78"], "720.00 and 864.00 x 92 / 365");
    assert_eq!(story.document(), "INV-0001 2026-10-31 36.30 -12.50");
    assert_eq!(
        story.refused("2026-11-01", buy("legacy_services", "annual", 5)),
        "SUB 8 already_subscribed"
    );
    story.pass("2027-01-31");
    assert_eq!(
        story.document(),
        "INV-0002 2027-01-31 936.00",
        "renewed by the list of 2026"
    );
    story.book("2027-02-01", adjust(json!({"plan": "team"})));
    assert_eq!(
        story.refused("2027-02-02", adjust(json!({"plan": "legacy_services"}))),
        "PLN 5 plan_not_sold"
    );
}

#[test]
fn pln_5_an_import_before_every_list_uses_the_oldest() {
    let mut story = server();
    story.book(
        "2025-06-10",
        import(json!({"plan": "legacy_server", "length": "monthly", "start": "2025-05-31"})),
    );
    assert_eq!(story.held(), "legacy_server monthly 5, 2025-05-31 to 2025-06-30");
    story.pass("2025-08-31");
    assert_eq!(
        story.documents(),
        [
            "INV-0001 2025-06-30 75.00",
            "INV-0002 2025-07-31 75.00",
            "INV-0003 2025-08-31 75.00"
        ]
    );
}

#[test]
fn pln_2_bands_split_at_their_borders() {
    let catalogue = Catalogue::shipped().unwrap();
    let list = catalogue.price_lists.iter().next_back().unwrap();
    let bands = list.prices.get(&(PlanKey::Ultimate, BillingInterval::Monthly)).unwrap();
    let users = |licenses| {
        bands
            .split(licenses)
            .into_iter()
            .map(|(users, _)| users)
            .collect::<Vec<_>>()
    };
    assert_eq!(users(100), [100]);
    assert_eq!(users(101), [100, 1]);
    assert_eq!(users(251), [100, 150, 1]);
    assert_eq!(users(u32::MAX), [100, 150, u32::MAX - 250]);
    assert_eq!(users(0), Vec::<u32>::new());
}
