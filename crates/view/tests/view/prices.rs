//! The notice if prices are not available: its text, the remedy, and who sees it (PLN 3, CRD 1, ACC 1).
#![allow(clippy::unwrap_used, reason = "tests say what they expect")]

use crate::common::license_count;
use crate::scene;
use licensing::catalogue::read::SHIPPED;
use licensing::{Catalogue, Command, PlanKey};
use sample::settings::Org;
use scene::with_scene;
use view::prices::{Remedy, unpriced};
use view::{Actor, Scene};

fn in_force(own: &Catalogue, look: impl FnOnce(&Scene<'_>)) {
    with_scene(Org::TeamMonthly, |scene| {
        let catalogue = own.in_force(scene.ledger.catalogue());
        let catalogue = catalogue.as_ref();
        look(&Scene { catalogue, ..*scene });
    });
}

#[test]
fn pln_3_what_cannot_be_priced_is_said_with_what_helps() {
    let shipped = Catalogue::shipped().unwrap();
    in_force(&shipped, |scene| assert_eq!(unpriced(scene), None));
    let older = SHIPPED.replace("\"2026-07-01\"", "\"2026-06-01\"");
    let euro = SHIPPED.replace("\"USD\"", "\"EUR\"");
    let read = |text: &str| Catalogue::from_json(text).unwrap();
    for (own, remedy, code) in [
        (read(&older), Remedy::Reload, "catalogue_older"),
        (
            shipped.instead_of_unreadable("status 500".to_owned()),
            Remedy::TryAgain,
            "catalogue_unreadable",
        ),
        (read(&euro), Remedy::Support, "currency_changed"),
    ] {
        in_force(&own, |scene| {
            let told = unpriced(scene).unwrap();
            assert_eq!(told.remedy, remedy);
            assert!(told.text.ends_with('.'), "{}", told.text);
            let adjust = Command::adjust(licensing::subscription::Change {
                licenses: Some(license_count(60)),
                ..Default::default()
            });
            assert_eq!(scene.decide(&adjust).unwrap_err().code(), code);
            assert_eq!(scene.decide(&Command::RenewNow {}).unwrap_err().code(), code);
            assert!(
                scene.catalogue.plan(PlanKey::Team).is_some(),
                "the page shows what is recorded"
            );
            // Viewers who cannot buy anything see no notice.
            let nobody = Actor {
                collection_administrator: licensing::account::access::Membership::No,
                ..Actor::collection_administrator()
            };
            let scene = Scene {
                viewer: &nobody,
                ..*scene
            };
            assert_eq!(unpriced(&scene), None);
        });
    }
}
