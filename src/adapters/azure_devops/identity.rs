//! The identity of the viewer, according to Azure DevOps.

use crate::adapters::azure_devops::rest::{Answer, newest};
use crate::adapters::browser;
use exchange::directory::devops::AdoError;
use exchange::host::devops::host_info::{HostInfo, day, membership};
use exchange::unexpected_answer::UnexpectedAnswer;
use futures::future::{LocalBoxFuture, Shared};
use licensing::Date;
use licensing::account::access::Membership;

/// The computer's day differs from the host's by more than one day (SUB 7).
const CLOCK_IS_OFF: &str =
    "This computer's date is off by more than a day, so this page uses the date from Azure DevOps.";

/// The pending answer of the host. Everyone who awaits it gets the same answer.
pub type Coming = Shared<LocalBoxFuture<'static, Identity>>;

/// The host's answer about the viewer.
#[derive(Clone)]
pub struct Identity {
    /// Whether they are a collection administrator (ACC 9).
    pub membership: Membership,
    /// Why the answer is unknown, as text.
    pub unanswered: Option<String>,
    /// The day on the host's clock, if it was reported.
    pub day: Option<Date>,
}

impl Identity {
    /// The notice about the computer's clock, if it is wrong.
    pub fn notice(&self) -> Option<String> {
        let off = self.day?.days_until(browser::today()).unsigned_abs();
        (off > 1).then(|| CLOCK_IS_OFF.to_owned())
    }
}

/// Asks whether the viewer is a collection administrator. If there is no clear answer, the viewer counts as not being
/// one, and the reason is kept.
pub async fn ask(told: &HostInfo) -> Identity {
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
    Identity {
        membership,
        unanswered,
        day: answer.and_then(|it| it.date.as_deref()).and_then(day),
    }
}

async fn permission(told: &HostInfo) -> Result<Answer, AdoError> {
    // Without the address of the collection, there is no one to ask. The token must not go anywhere else.
    told.permission_url("").ok_or(AdoError::NoAddress)?;
    let url = |version: &str| told.permission_url(version).unwrap_or_default();
    newest(url, &|_| ()).await.map(|(_, answer)| answer)
}
