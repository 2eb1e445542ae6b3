//! HTTP requests to the Azure DevOps API with the viewer's token, which is never stored.

use crate::adapters::azure_devops::sdk::call;
use crate::adapters::browser;
use crate::adapters::reach::{Reach, reach};
use exchange::directory::devops::{AdoError, TIME_LIMIT};
use exchange::directory::{DirectoryProgress, OnProgress};
use exchange::host::devops::host_info::API_VERSIONS;
use exchange::host::devops::retry::AdoRetries;
use exchange::retry::{RetryDecision, retry_after_ms};
use exchange::unexpected_answer::UnexpectedAnswer;
use gloo_net::http::{Request, Response};
use serde_json::{Value, json};
use std::cell::Cell;
use web_sys::AbortSignal;

thread_local! {
    /// When the host accepts requests again, in seconds of the computer's clock. It may ask for a pause even if it
    /// answers.
    static REST_UNTIL: Cell<u64> = const { Cell::new(0) };
}

/// An answer.
pub struct Answer {
    /// The JSON.
    pub body: Value,
    /// The `date` header: the time on the host's clock, if the page may read it.
    pub date: Option<String>,
    /// The `x-ms-continuationtoken` header: the token of the next page, if there is one.
    pub next: Option<String>,
}

/// Gets a URL, with the retries that the host asks for. `on_progress` receives the waits.
///
/// # Errors
/// Why there is no answer.
pub async fn get(url: &str, on_progress: &OnProgress<'_>) -> Result<Answer, AdoError> {
    let mut retries = AdoRetries::default();
    let rest = REST_UNTIL.get().saturating_sub(browser::seconds());
    wait(u32::try_from(rest).unwrap_or(0), on_progress).await;
    loop {
        // Limits both the request and the reading of the body.
        let limit = AbortSignal::timeout_with_u32(TIME_LIMIT.saturating_mul(1_000));
        let response = ask(url, &limit).await?;
        let header = |name: &str| response.headers().get(name);
        let (retry_after, content_type) = (header("retry-after"), header("content-type"));
        match retries.after(response.status(), retry_after.as_deref(), content_type.as_deref()) {
            RetryDecision::Read => {
                if let Some(rest_ms) = retry_after_ms(retry_after.as_deref()) {
                    let rest_seconds = u64::from(rest_ms.div_ceil(1_000));
                    REST_UNTIL.set(browser::seconds().saturating_add(rest_seconds));
                }
                return read(&response, &limit).await;
            }
            RetryDecision::Retry { after_ms } => wait(after_ms.div_ceil(1_000), on_progress).await,
            RetryDecision::Fail(why) => return Err(why),
        }
    }
}

/// Sends one request. It gets the token each time, so that the token is always valid.
async fn ask(url: &str, limit: &AbortSignal) -> Result<Response, AdoError> {
    let no_token = |rejection: Value| match rejection.get("name").and_then(Value::as_str) {
        Some("Timeout") => AdoError::Late,
        _ => AdoError::SignedOut,
    };
    let token = call("token", &json!(null)).await.map_err(no_token)?;
    let bearer = ["Bearer ", token.as_str().unwrap_or_default()].concat();
    let request = Request::get(url)
        .abort_signal(Some(limit))
        .header("Accept", "application/json")
        .header("Authorization", &bearer)
        .header("X-TFS-FedAuthRedirect", "Suppress");
    match request.send().await {
        Ok(response) => Ok(response),
        Err(_) if limit.aborted() => Err(AdoError::Late),
        Err(_) => Err(match reach(url).await {
            Reach::Offline => AdoError::Offline,
            Reach::Forbidden => AdoError::Forbidden,
            Reach::Hidden => AdoError::Hidden,
            Reach::Nothing => AdoError::Nothing,
        }),
    }
}

async fn wait(seconds: u32, on_progress: &OnProgress<'_>) {
    if seconds > 0 {
        on_progress(DirectoryProgress::Waits(seconds));
        browser::pause(seconds.saturating_mul(1_000)).await;
    }
}

async fn read(response: &Response, limit: &AbortSignal) -> Result<Answer, AdoError> {
    let header = |name: &str| response.headers().get(name);
    let (date, next) = (header("date"), header("x-ms-continuationtoken"));
    let broken = |_| {
        if limit.aborted() {
            AdoError::Late
        } else {
            AdoError::Nothing
        }
    };
    let text = response.text().await.map_err(broken)?;
    let unexpected = |_| UnexpectedAnswer::new(response.status(), header("content-type").as_deref(), &text);
    let body = serde_json::from_str(&text).map_err(|error| AdoError::NotJson(unexpected(error)))?;
    Ok(Answer {
        body,
        date,
        next: next.filter(|it| !it.is_empty()),
    })
}

/// Requests with the newest API version that the host supports, and returns that version with the answer.
///
/// # Errors
/// Why no version was answered.
pub async fn newest(
    url: impl Fn(&str) -> String,
    on_progress: &OnProgress<'_>,
) -> Result<(&'static str, Answer), AdoError> {
    let mut outcome = Err(AdoError::NoAddress);
    for version in API_VERSIONS {
        outcome = get(&url(version), on_progress).await.map(|answer| (version, answer));
        if !matches!(outcome, Err(AdoError::Status(400 | 404))) {
            break;
        }
    }
    outcome
}
