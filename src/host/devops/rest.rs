//! Questions to the interface of Azure DevOps over HTTP, with the token of who looks; it is kept nowhere.

use super::bridge::call;
use super::facts::API_VERSIONS;
use gloo_net::http::{Request, Response};
use serde_json::{Value, json};

/// Why there is no answer, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Nothing came that the page may read: no permission, a scope that nobody has agreed to, or no network.
    Unreadable,
    /// The session has ended.
    SignedOut,
    /// The host said no.
    Status(u16),
    /// What came is no JSON.
    NotJson,
}

impl Unanswered {
    /// What is the matter, and what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Unreadable => "Azure DevOps could not be asked: the network is down, or the extension was not given the permission. Check both, then try again.".to_owned(),
            Self::SignedOut => "Your session in Azure DevOps has ended. Reload the page to sign in again.".to_owned(),
            Self::Status(status) => ["Azure DevOps answered with the status ", &status.to_string(), ". Try again later."].concat(),
            Self::NotJson => "Azure DevOps answered with something that cannot be read. Try again later.".to_owned(),
        }
    }
}

/// What came.
pub struct Answer {
    /// The JSON.
    pub body: Value,
    /// `date`: what the host's clock says, where the page may read it.
    pub date: Option<String>,
}

/// Asks for a URL.
///
/// # Errors
/// Why there is no answer.
pub async fn get(url: &str) -> Result<Answer, Unanswered> {
    let token = call("token", &json!(null)).await.map_err(|_| Unanswered::SignedOut)?;
    let bearer = ["Bearer ", token.as_str().unwrap_or_default()].concat();
    let request = Request::get(url)
        .header("Accept", "application/json")
        .header("Authorization", &bearer)
        .header("X-TFS-FedAuthRedirect", "Suppress");
    let response = request.send().await.map_err(|_| Unanswered::Unreadable)?;
    match response.status() {
        200 => read(&response).await,
        // The page to sign in comes with a status of its own.
        203 | 302 | 401 => Err(Unanswered::SignedOut),
        status => Err(Unanswered::Status(status)),
    }
}

async fn read(response: &Response) -> Result<Answer, Unanswered> {
    let date = response.headers().get("date");
    let text = response.text().await.map_err(|_| Unanswered::Unreadable)?;
    let body = serde_json::from_str(&text).map_err(|_| Unanswered::NotJson)?;
    Ok(Answer { body, date })
}

/// Asks by the newest version that the host knows, and says which one that is.
///
/// # Errors
/// Why there is no answer by any of them.
pub async fn newest(url: impl Fn(&str) -> String) -> Result<(&'static str, Answer), Unanswered> {
    let mut outcome = Err(Unanswered::Unreadable);
    for version in API_VERSIONS {
        outcome = get(&url(version)).await.map(|answer| (version, answer));
        if !matches!(outcome, Err(Unanswered::Status(400 | 404))) {
            break;
        }
    }
    outcome
}
