//! Who the viewer is, as Azure DevOps says.

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

/// The answer of the host, on its way. Everybody who awaits it gets the same one.
pub type Coming = Shared<LocalBoxFuture<'static, Identity>>;

/// What the host says about the viewer.
#[derive(Clone)]
pub struct Identity {
    /// Whether they are a collection administrator (ACC 9).
    pub membership: Membership,
    /// Why nobody could say, in words.
    pub unanswered: Option<String>,
    /// The day of the host's clock, if it has told one.
    pub day: Option<Date>,
}

impl Identity {
    /// What the reader should know about the computer's clock.
    pub fn notice(&self) -> Option<String> {
        let off = self.day?.days_until(browser::today()).unsigned_abs();
        (off > 1).then(|| CLOCK_IS_OFF.to_owned())
    }
}

/// Asks whether who looks is a collection administrator. Where no answer says yes or no, they are taken for none, and
/// it is known why.
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
    // Without an address of the collection there is nowhere to ask; nobody else gets the token.
    told.permission_url("").ok_or(AdoError::NoAddress)?;
    let url = |version: &str| told.permission_url(version).unwrap_or_default();
    newest(url, &|_| ()).await.map(|(_, answer)| answer)
}
