//! Which change can be undone (CHG 13), and which bookings were not sent to the vendor (ACT 9).

use crate::common::{buy, day, licenses, role};
use crate::journal::{Journal, shipped};
use licensing::{Catalogue, Deployment};
use serde_json::{Value, json};
use view::activation::orders::{newest_unsent, orders};
use view::format::Plain;
use view::undo::position;
use view::{Actor, Membership, Scene};

const TODAY: &str = "2026-07-01";

fn look<T>(journal: &Journal, viewer: &Actor, on: &str, look: impl FnOnce(&Scene<'_>) -> T) -> T {
    let catalogue = Catalogue::shipped().unwrap();
    look(&Scene {
        catalogue: &catalogue,
        account: journal.ledger.account(),
        due: &[],
        ledger: &journal.ledger,
        people: journal.ledger.people(),
        viewer,
        administrators: &[],
        today: day(on),
        unread: false,
        format: &Plain {
            currency: "USD".to_owned(),
        },
    })
}

fn booked(commands: &[Value]) -> Journal {
    let catalogue = shipped();
    let mut journal = Journal::open(Deployment::Services, &catalogue);
    for command in commands {
        journal.book(TODAY, &catalogue, command).unwrap();
    }
    journal
}

fn sent(position: u32) -> Value {
    json!({"kind": "record_order", "position": position, "by": "posted"})
}

#[test]
fn chg_13_the_change_to_undo_stays_the_same_whatever_is_booked_by_itself() {
    let administrator = Actor::collection_administrator();
    let mut journal = booked(&[buy("team", "monthly", 10), licenses(12)]);
    assert_eq!(look(&journal, &administrator, TODAY, position), Some(2));
    journal.book(TODAY, &shipped(), &sent(2)).unwrap();
    assert_eq!(journal.ledger.last_position(), 3);
    assert_eq!(look(&journal, &administrator, TODAY, position), Some(2));

    let member = Actor {
        collection_administrator: Membership::No,
        ..administrator.clone()
    };
    assert_eq!(look(&journal, &member, TODAY, position), None, "who may not undo it");
    assert_eq!(
        look(&journal, &administrator, "2026-07-02", position),
        None,
        "the day is over"
    );

    journal.book(TODAY, &shipped(), &licenses(14)).unwrap();
    assert_eq!(look(&journal, &administrator, TODAY, position), Some(4));
    journal.book(TODAY, &shipped(), &json!({"kind": "undo"})).unwrap();
    assert_eq!(look(&journal, &administrator, TODAY, position), Some(2));
}

#[test]
fn act_9_the_card_and_the_page_know_the_same_bookings_that_have_not_gone() {
    let administrator = Actor::collection_administrator();
    let unsent = |journal: &Journal| {
        look(journal, &administrator, TODAY, |scene| {
            let listed = orders(scene).unwrap().unsent;
            assert_eq!(newest_unsent(scene), listed.last().map(|it| it.position));
            listed.iter().map(|it| it.position).collect::<Vec<_>>()
        })
    };
    let mut journal = booked(&[buy("team", "monthly", 10), licenses(12)]);
    assert_eq!(unsent(&journal), [1, 2]);
    journal.book(TODAY, &shipped(), &sent(1)).unwrap();
    assert_eq!(unsent(&journal), [2]);
    journal.book(TODAY, &shipped(), &sent(2)).unwrap();
    assert_eq!(unsent(&journal), [0; 0]);
    journal.book(TODAY, &shipped(), &role(&["a"], "none")).unwrap();
    assert_eq!(unsent(&journal), [0; 0], "people are no news for the vendor");
}
