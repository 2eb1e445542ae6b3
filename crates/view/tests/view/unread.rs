//! The page while people are still being read: it shows no counts of people, and no ID in place of a name that is not
//! known yet (LIC 9).

use crate::scene::{id, with_scene};
use sample::settings::{Org, ViewerKind};
use view::route::Route;
use view::shell::{Screen, needs_people};
use view::{Role, Scene, subscription, words};

#[test]
fn lic_9_what_counts_people_is_not_told_before_they_are_read() {
    with_scene(Org::TeamMonthly, |scene| {
        let unread = Scene { unread: true, ..*scene };
        let [before, now] = [&unread, scene].map(subscription::summary);
        assert_eq!((before.licenses, before.in_use, before.free), (Some(45), None, None));
        assert_eq!((now.in_use, now.free), (Some(37), Some(8)));
        assert_eq!(before.headline, now.headline);
        // In this organization, the next invoice does not depend on the people in the directory.
        assert_eq!(subscription::next_invoice(&unread), subscription::next_invoice(scene));
    });
}

#[test]
fn lic_9_who_is_not_read_yet_is_named_once_they_are() {
    with_scene(Org::TeamMonthly, |scene| {
        let unread = Scene { unread: true, ..*scene };
        let (admin, name) = ViewerKind::Admin.person();
        assert_eq!(unread.person_name(&id(admin)), name);
        assert_eq!(unread.person_name(&id("nobody")), words::reading::NAME_TO_COME);
        assert_eq!(scene.person_name(&id("nobody")), "nobody");
    });
}

#[test]
fn pages_of_money_need_no_people() {
    let pages = Route::ALL.into_iter().filter(|page| !needs_people(Screen::Page(*page)));
    assert_eq!(pages.collect::<Vec<_>>(), [Route::Subscription, Route::Invoices]);
    let theirs = [
        Screen::Time(Role::Team),
        Screen::Locked,
        Screen::Neutral,
        Screen::AdministratorsOnly,
    ];
    assert!(theirs.into_iter().all(needs_people));
}
