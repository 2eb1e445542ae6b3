//! The catalog: the shipped one has the figures of PLN, and errors in other catalogs are reported with their path.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use licensing::catalogue::prices::PriceListId;
use licensing::catalogue::read::SHIPPED;
use licensing::value::plan::Instances;
use licensing::{BillingInterval, Catalogue, Deployment, PlanKey};
use serde_json::{Value, json};

fn shipped() -> Catalogue {
    Catalogue::shipped().unwrap()
}

fn list_of(year: i32) -> PriceListId {
    let catalogue = shipped();
    let found = catalogue.price_lists.iter().find(|list| list.from.year() == year);
    found.unwrap().id()
}

/// The price of a whole term.
fn price(list: PriceListId, plan: PlanKey, length: BillingInterval, licenses: u32) -> String {
    let catalogue = shipped();
    catalogue
        .price_lists
        .bands(list, plan, length)
        .unwrap()
        .term_price(licenses)
        .unwrap()
        .to_string()
}

/// PLN 2: the examples of the rule.
#[test]
fn the_checks_of_the_price_list_of_2026() {
    for (plan, licenses, annual, monthly) in [
        (PlanKey::Start, 14, "1344.00", "126.00"),
        (PlanKey::Team, 25, "3900.00", "400.00"),
        (PlanKey::Ultimate, 300, "42600.00", "4350.00"),
    ] {
        assert_eq!(
            price(list_of(2026), plan, BillingInterval::Annual, licenses),
            annual,
            "{plan:?}"
        );
        assert_eq!(
            price(list_of(2026), plan, BillingInterval::Monthly, licenses),
            monthly,
            "{plan:?}"
        );
    }
}

/// PLN 2: prices per user and month, annual and monthly, in both lists. A year costs twelve months. The last user of a
/// band and the first of the next one mark its limits.
#[test]
fn every_price_of_both_lists() {
    // Plan, user number, and the monthly price of this user: 2026 annual, monthly, 2025 annual, monthly.
    let users = [
        (PlanKey::Start, 1, [8, 9, 7, 8]),
        (PlanKey::Start, 19, [8, 9, 7, 8]),
        (PlanKey::Team, 1, [13, 16, 12, 15]),
        (PlanKey::Team, 299, [13, 16, 12, 15]),
        (PlanKey::Ultimate, 1, [17, 20, 16, 19]),
        (PlanKey::Ultimate, 100, [17, 20, 16, 19]),
        (PlanKey::Ultimate, 101, [10, 13, 9, 12]),
        (PlanKey::Ultimate, 250, [10, 13, 9, 12]),
        (PlanKey::Ultimate, 251, [7, 8, 6, 7]),
        (PlanKey::Ultimate, 5000, [7, 8, 6, 7]),
        // Legacy prices are unknown. The shipped catalog prices them like Team.
        (PlanKey::LegacyServices, 7, [13, 16, 12, 15]),
        (PlanKey::LegacyServer, 900, [13, 16, 12, 15]),
    ];
    let columns = [
        (2026, BillingInterval::Annual, 12),
        (2026, BillingInterval::Monthly, 1),
        (2025, BillingInterval::Annual, 12),
        (2025, BillingInterval::Monthly, 1),
    ];
    let catalogue = shipped();
    for (plan, user, prices) in users {
        for ((year, length, months), a_month) in columns.into_iter().zip(prices) {
            let bands = catalogue.price_lists.bands(list_of(year), plan, length).unwrap();
            let this_user = bands.term_price(user).unwrap() - bands.term_price(user - 1).unwrap();
            assert_eq!(
                this_user.to_string(),
                format!("{}.00", a_month * months),
                "{plan:?} {year} {length:?} {user}"
            );
        }
    }
}

/// PLN 2 and PLN 3: there are two lists. Each prices renewals one month later than purchases.
#[test]
fn the_days_of_the_price_lists() {
    let days: Vec<(String, String)> = shipped()
        .price_lists
        .iter()
        .map(|list| (list.from.to_string(), list.renewals_from.to_string()))
        .collect();
    let expected = [("2025-07-02", "2025-08-02"), ("2026-07-01", "2026-08-01")];
    assert_eq!(
        days,
        expected.map(|(from, renewals)| (from.to_owned(), renewals.to_owned()))
    );
}

/// Plan, minimum and maximum of licenses, deployments, instances, and whether it is sold.
type Row = (PlanKey, u32, Option<u32>, &'static [Deployment], Instances, bool);

/// PLN: the table of plans. TRI 1: the length of a trial.
#[test]
fn the_table_of_plans() {
    use Deployment::{Server, Services};
    use Instances::{One, Unlimited};
    let table: [Row; 6] = [
        (PlanKey::Ultimate, 20, None, &[Services, Server], Unlimited, true),
        (PlanKey::Team, 1, Some(299), &[Services, Server], One, true),
        (PlanKey::Start, 1, Some(19), &[Services], One, true),
        (PlanKey::Free, 3, Some(3), &[Services], One, true),
        (PlanKey::LegacyServices, 1, None, &[Services], One, false),
        (PlanKey::LegacyServer, 1, None, &[Services, Server], Unlimited, false),
    ];
    let catalogue = shipped();
    assert_eq!(catalogue.plans.len(), table.len());
    for (key, min, max, deployments, instances, sold) in table {
        let plan = catalogue.plan(key).unwrap();
        assert_eq!((plan.licenses.min, plan.licenses.max), (min, max), "{key:?}");
        assert_eq!(plan.deployments, deployments, "{key:?}");
        assert_eq!((plan.instances, plan.sold), (instances, sold), "{key:?}");
    }
    assert_eq!(catalogue.free_licenses().unwrap(), 3);
    assert_eq!((catalogue.trial_days, catalogue.activation_grace_days), (28, 5));
}

/// A change of the shipped catalog, and the path of the resulting error.
#[rustfmt::skip]
fn faults() -> Vec<(&'static str, Value, &'static str)> {
    let prices = "price_lists[0].prices.ultimate.monthly";
    vec![
        ("/product", json!(" "), "product"),
        ("/currency", json!("usd"), "currency"),
        ("/currency", json!("Euro"), "currency"),
        ("/minor_digits", json!(5), "minor_digits"),
        ("/trial_days", json!(0), "trial_days"),
        ("/payment_days", json!(366), "payment_days"),
        ("/activation_grace_days", json!(366), "activation_grace_days"),
        ("/seller/name", json!(""), "seller.name"),
        ("/support/url", json!(""), "support.url"),
        ("/support/email", json!(""), "support.email"),
        ("/plans/team/name", json!(""), "plans.team.name"),
        ("/plans/team/licences/min", json!(0), "plans.team.licences.min"),
        ("/plans/team/licences/min", json!(300), "plans.team.licences.max"),
        ("/plans/free/licences/max", json!(null), "plans.free.licences.max"),
        ("/plans/legacy_server/sold", json!(true), "plans.legacy_server.sold"),
        ("/plans/start/deployments", json!([]), "plans.start.deployments"),
        ("/plans/start/deployments", json!(["server", "server"]), "plans.start.deployments"),
        ("/price_lists/1/from", json!("2025-07-02"), "price_lists[1].from"),
        ("/price_lists/0/prices/free", json!({}), "price_lists[0].prices.free"),
        ("/price_lists/0/prices/ultimate/monthly", json!([]), prices),
        ("/price_lists/0/prices/ultimate/monthly/0/from", json!(2), prices),
        ("/price_lists/0/prices/ultimate/monthly/2/from", json!(101), prices),
        ("/price_lists/0/prices/ultimate/monthly/1/price", json!("-1.00"), "price_lists[0].prices.ultimate.monthly[1].price"),
        ("/price_lists/0/prices/ultimate/monthly/1/price", json!("12.001"), "price_lists[0].prices.ultimate.monthly[1].price"),
        ("/price_lists/0/prices/ultimate/monthly/1/price", json!("12,00"), "price_lists[0].prices.ultimate.monthly[1].price"),
        ("/price_lists/0/prices/ultimate/monthly/1/price", json!("99999999999"), "price_lists[0].prices.ultimate.monthly[1].price"),
        ("/tax_rates", json!([rate("", "DE", "19")]), "tax_rates[0].id"),
        ("/tax_rates", json!([rate("a", "DE", "19"), rate("a", "FR", "20")]), "tax_rates[1].id"),
        ("/tax_rates", json!([rate("a", "Germany", "19")]), "tax_rates[0].country"),
        ("/tax_rates", json!([rate("a", "DE", "101")]), "tax_rates[0].percent"),
        ("/tax_rates", json!([rate("a", "DE", "19%")]), "tax_rates[0].percent"),
        ("/tax_rates", json!([{"id": "a", "country": "DE", "percent": 19, "reverse_charge": false}]), "tax_rates[0].percent"),
        ("/price_lists/1/from", json!("2026-02-30"), "price_lists[1].from"),
        ("/price_lists/1/from", json!(20_260_701), "price_lists[1].from"),
        ("/price_lists/0/renewals_from", json!("soon"), "price_lists[0].renewals_from"),
        ("/price_lists/0/prices/ultimate/monthly/1/price", json!(12), "price_lists[0].prices.ultimate.monthly[1].price"),
        ("/price_lists/0/prices/ultimate/monthly/1/from", json!(-1), "price_lists[0].prices.ultimate.monthly[1].from"),
        ("/plans/gold", json!({}), "plans.gold"),
        ("/plans/team/licences/max", json!("ten"), "plans.team.licences.max"),
        ("/price_lists/0/prices/team/monthly/0", json!({"from": 1, "price": "1", "colour": "red"}), "price_lists[0].prices.team.monthly[0].colour"),
        ("/payment_page", json!("http://pay.example.com/{number}"), "payment_page"),
        ("/payment_page", json!("https://pay.example.com/"), "payment_page"),
    ]
}

fn rate(id: &str, country: &str, percent: &str) -> Value {
    json!({"id": id, "country": country, "percent": percent, "reverse_charge": false})
}

/// The shipped catalog with the value at a JSON pointer replaced or added.
fn changed(catalogue: &Value, pointer: &str, value: Value) -> Value {
    let mut catalogue = catalogue.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match catalogue.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Object(object) => {
            object.insert(name.to_owned(), value);
        }
        Value::Array(array) => *array.get_mut(name.parse::<usize>().unwrap()).unwrap() = value,
        other => panic!("{pointer}: {other}"),
    }
    catalogue
}

fn value() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

#[test]
fn every_fault_names_its_place_and_what_would_be_right() {
    for (pointer, wrong, place) in faults() {
        let found = Catalogue::from_value(&changed(&value(), pointer, wrong.clone())).unwrap_err();
        let places: Vec<&str> = found.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, [place], "{pointer} = {wrong}: {found:?}");
        let words = found.first().unwrap().to_string();
        assert!(
            words.starts_with(&format!("{place}: ")) && words.len() > place.len() + 12,
            "{words}"
        );
    }
}

#[test]
fn faults_of_days_prices_bands_and_rates_are_told_at_once() {
    let mut catalogue = value();
    for (pointer, wrong) in [
        ("/price_lists/0/from", json!("01.07.2026")),
        ("/price_lists/0/renewals_from", json!("2026-13-01")),
        ("/price_lists/0/prices/team/monthly/0/price", json!(16)),
        ("/price_lists/0/prices/team/annual/0/from", json!("1")),
        ("/price_lists/1/from", json!(null)),
        (
            "/tax_rates",
            json!([{"id": "", "country": "Germany", "percent": 19, "reverse_charge": false}]),
        ),
    ] {
        catalogue = changed(&catalogue, pointer, wrong);
    }
    let found = Catalogue::from_json(&catalogue.to_string()).unwrap_err();
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "price_lists[0].from: `01.07.2026` isn't a date in the format YYYY-MM-DD",
            "price_lists[0].renewals_from: `2026-13-01` isn't a date in the format YYYY-MM-DD",
            "price_lists[0].prices.team.monthly[0].price: `16` isn't text: put it in quotes",
            "price_lists[0].prices.team.annual[0].from: `\"1\"` isn't a number of users: use a whole number of 1 or more",
            "price_lists[1].from: `null` isn't text: put it in quotes",
            "tax_rates[0].id: use an ID that no other rate has",
            "tax_rates[0].country: use the two capital letters of a country (ISO 3166), such as \"DE\"",
            "tax_rates[0].percent: `19` isn't text: put it in quotes",
        ]
    );
}

#[test]
fn all_faults_are_told_at_once() {
    let mut catalogue = value();
    let mut wanted = 0;
    for (pointer, wrong, _) in faults()
        .into_iter()
        .take(10)
        .filter(|(pointer, ..)| *pointer != "/currency")
    {
        catalogue = changed(&catalogue, pointer, wrong);
        wanted += 1;
    }
    assert_eq!(Catalogue::from_value(&catalogue).unwrap_err().len(), wanted);
}

#[test]
fn an_unknown_or_missing_field_and_a_wrong_type_are_faults() {
    for (pointer, wrong, word) in [
        ("/colour", json!("red"), "colour"),
        ("/plans/gold", json!({}), "gold"),
        ("/plans/team/price", json!("1.00"), "price"),
        ("/price_lists/0/prices/team/weekly", json!([]), "weekly"),
        (
            "/price_lists/0/prices/team/monthly",
            json!([{"from": 1, "price": 16}]),
            "16",
        ),
        ("/price_lists/0/from", json!("2025-02-30"), "2025-02-30"),
        ("/trial_days", json!(28.5), "28.5"),
    ] {
        let found = Catalogue::from_value(&changed(&value(), pointer, wrong)).unwrap_err();
        assert!(
            found.iter().any(|fault| fault.to_string().contains(word)),
            "{pointer}: {found:?}"
        );
    }
    let mut missing = value();
    missing.as_object_mut().unwrap().remove("payment_days");
    let found = Catalogue::from_value(&missing).unwrap_err();
    assert!(
        found.iter().any(|fault| fault.to_string().contains("payment_days")),
        "{found:?}"
    );
    assert!(Catalogue::from_json("{").is_err());
}

/// `docs/formats.md`: a price of zero is allowed. `activation`, `renewals_from` and plans may be missing.
#[test]
fn what_may_be_absent_or_zero_is_no_fault() {
    let free_of_charge = json!([{"from": 1, "price": "0.00"}]);
    let mut catalogue = changed(&value(), "/price_lists/0/prices/team/monthly", free_of_charge);
    catalogue.as_object_mut().unwrap().remove("activation");
    catalogue
        .pointer_mut("/price_lists/1")
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove("renewals_from");
    catalogue
        .pointer_mut("/plans")
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove("free");
    let catalogue = Catalogue::from_value(&catalogue).unwrap();
    let newest = catalogue.price_lists.iter().next_back().unwrap();
    assert_eq!(newest.renewals_from, newest.from);
    assert_eq!((catalogue.activation, catalogue.plans.len()), (None, 5));
}
