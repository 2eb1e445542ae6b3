//! Azure DevOps as the host: who looks, where, on what day; the journal that everybody shares; the people.

pub use exchange::host::devops::{host_info, retry};

mod data_service;
mod groups;
mod host_day;
mod people;
mod rest;
mod sdk;

pub use crate::adapters::azure_devops::host_day::HostDay;

use crate::adapters::azure_devops::data_service::ExtensionDocuments;
use crate::adapters::azure_devops::people::People;
use crate::adapters::azure_devops::rest::{Answer, newest};
use crate::adapters::browser;
use exchange::directory::DirectoryProvider;
use exchange::directory::devops::AdoError;
use exchange::host::Where;
use exchange::journal::Journal;
use exchange::journal::extension::Preferences;
use exchange::unexpected_answer::UnexpectedAnswer;
use futures::future::{FutureExt, LocalBoxFuture, Shared};
use host_info::{HostInfo, day, membership};
use licensing::Date;
use licensing::account::access::Membership;
use serde_json::json;
use std::rc::Rc;

/// The host did not take up the page. Words of what only a page in Azure DevOps needs stand here, so that others do
/// not load them.
const NO_ANSWER: &str = "Azure DevOps isn't responding. This page needs it to work. Try again. If that doesn't help, contact the person who installed the extension.";
/// A part of the page did not come: nobody has asked Azure DevOps anything yet.
const NOT_LOADED: &str = "Part of this page couldn't be loaded. The network, a firewall, or a browser extension such as an ad blocker might be blocking it. Check these, then try again.";
/// The computer's day is another one than the host's by more than a day (SUB 7).
const CLOCK_IS_OFF: &str =
    "This computer's date is off by more than a day, so this page uses the date from Azure DevOps.";

/// The host, once it has answered.
pub struct Started {
    /// What the host has told.
    pub told: HostInfo,
    /// Where the page stands; it is not known yet who looks.
    pub place: Where,
    /// Its day, as it moves on.
    pub day: Rc<HostDay>,
    /// Where its journal is kept.
    pub journal: Journal,
    /// Where its people come from.
    pub people: Rc<dyn DirectoryProvider>,
    /// Who looks, and the day: on its way.
    pub asked: Asked,
}

/// What the host says of who looks, on its way; whoever awaits it gets the one answer.
pub type Asked = Shared<LocalBoxFuture<'static, WhoLooks>>;

/// Shakes hands with the host, and begins to ask who looks.
///
/// # Errors
/// What failed, in words.
pub async fn start() -> Result<Started, String> {
    let failed = |rejection: serde_json::Value| {
        let text = |name: &str| rejection.get(name).and_then(|it| it.as_str()).unwrap_or_default();
        let words = if text("name") == "Missing" {
            NOT_LOADED
        } else {
            NO_ANSWER
        };
        [words, " (", text("message"), ")"].concat()
    };
    let told = sdk::call("start", &json!(null)).await.map_err(failed)?;
    let told = HostInfo::read(&told);
    let day = Rc::new(HostDay::new(told.clone()));
    let place = told.place(Membership::Unknown, day.now());
    let place = place.ok_or_else(|| failed(json!({"message": "the host has no id"})))?;
    Ok(Started {
        asked: ask_first(told.clone(), Rc::clone(&day)),
        place,
        told: told.clone(),
        journal: Journal::extension_by(Rc::new(ExtensionDocuments), Rc::<HostDay>::clone(&day)),
        day,
        people: Rc::new(People::new(told)),
    })
}

/// Begins to ask who looks, while other things are asked, too; the answer tells the day.
fn ask_first(told: HostInfo, day: Rc<HostDay>) -> Asked {
    let coming = Rc::clone(&day);
    let asked = async move {
        let asked = who_looks(&told).await;
        day.has_come(asked.day);
        asked
    };
    let asked = asked.boxed_local().shared();
    coming.comes_with(asked.clone());
    wasm_bindgen_futures::spawn_local(asked.clone().map(drop));
    asked
}

/// What the host says of who looks.
#[derive(Clone)]
pub struct WhoLooks {
    /// Whether they are a collection administrator (ACC 9).
    pub membership: Membership,
    /// Why that could not be asked, in words.
    pub unanswered: Option<String>,
    /// The day of the host's clock, where it has told one.
    pub day: Option<Date>,
}

impl WhoLooks {
    /// What the reader should know of the computer's clock.
    pub fn notice(&self) -> Option<String> {
        let off = self.day?.days_until(browser::today()).unsigned_abs();
        (off > 1).then(|| CLOCK_IS_OFF.to_owned())
    }
}

/// Asks whether who looks is a collection administrator. Where no answer says yes or no, they are taken for none, and
/// it is known why.
pub async fn who_looks(told: &HostInfo) -> WhoLooks {
    let asked = permission(told).await;
    let answer = asked.as_ref().ok();
    let membership = membership(answer.map(|it| &it.body));
    let unanswered = match &asked {
        Err(why) => Some(why.to_string()),
        Ok(answer) if membership == Membership::Unknown => {
            let answer = UnexpectedAnswer::new(200, Some("application/json"), &answer.body.to_string());
            Some(AdoError::NotJson(answer).to_string())
        }
        Ok(_) => None,
    };
    WhoLooks {
        membership,
        unanswered,
        day: answer.and_then(|it| it.date.as_deref()).and_then(day),
    }
}

async fn permission(told: &HostInfo) -> Result<Answer, AdoError> {
    // Without an address of the collection there is nowhere to ask; nobody else gets the token.
    told.permission_url("").ok_or(AdoError::NoAddress)?;
    let url = |version: &str| told.permission_url(version).unwrap_or_default();
    newest(url, &|_| ()).await.map(|(_, answer)| answer)
}

/// The service tells nobody of what others store there, so it is asked: so often, while the page is in sight.
const ASK_EVERY_MS: u32 = 30_000;

/// Calls something as long as the page lives: when the reader comes back to it, and now and then while it is in
/// sight.
pub fn on_return(told: Box<dyn Fn()>) {
    let told = Rc::new(told);
    let on_focus = Rc::clone(&told);
    browser::on_focus(move || on_focus());
    wasm_bindgen_futures::spawn_local(async move {
        loop {
            browser::pause(ASK_EVERY_MS).await;
            if browser::is_in_sight() {
                told();
            }
        }
    });
}

/// What became of a toast of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastEnd {
    /// The host has none.
    Missing,
    /// Its button was pressed.
    Clicked,
    /// It has passed.
    Passed,
}

/// Tells something by the host's own toast, with the words of a button where there is something to do.
pub async fn toast(text: &str, action: Option<&str>) -> ToastEnd {
    let told = sdk::call("toast", &json!({"message": text, "action": action})).await;
    match told.as_ref().map(|it| it.as_str()) {
        Ok(Some("clicked")) => ToastEnd::Clicked,
        Ok(Some("passed")) => ToastEnd::Passed,
        _ => ToastEnd::Missing,
    }
}

/// What who looks has chosen before, by the name of the choice.
pub async fn kept(name: &str) -> Option<String> {
    preferences().get(name).await.ok().flatten()
}

/// Keeps a choice of who looks. Where that fails, they choose again another time: nobody need be told.
pub async fn keep(name: &str, value: &str) {
    drop(preferences().set(name, value).await);
}

fn preferences() -> Preferences {
    Preferences::new(Rc::new(ExtensionDocuments))
}

/// Tells the host that the page stands.
pub fn loaded() {
    sdk::tell("loaded", json!(null));
}
