//! Requests to the vendor, through gloo-net. They contain nothing about the viewer: no cookies and no referrer.

use crate::adapters::browser;
use crate::adapters::reach::{Reach, reach};
use exchange::retry::RetryDecision;
use exchange::unexpected_answer::{UnexpectedAnswer, is_page};
use exchange::vendor::VendorError;
use exchange::vendor::retry::{TIME_LIMIT_MS, after, policy, verdict};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use licensing::activation::certificate::{BEGIN, LONGEST};
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

/// A request.
pub struct Question<'a> {
    /// The address.
    pub url: &'a str,
    /// The `Authorization` header, if any.
    pub authorization: Option<&'a str>,
    /// The body of a POST request. `None` for a GET request.
    pub body: Option<&'a str>,
}

/// The result of one attempt, for the log.
pub struct Tried {
    /// The number of the attempt, from 1.
    pub attempt: usize,
    /// The status. `None` if there was no response.
    pub status: Option<u16>,
    /// The duration, in milliseconds.
    pub took_ms: u32,
}

/// Sends a request, with retries where they make sense. Calls `hear` after every attempt.
///
/// # Errors
/// Why there is no valid answer.
pub async fn ask(question: &Question<'_>, hear: &dyn Fn(Tried)) -> Result<String, VendorError> {
    let mut retries = policy();
    loop {
        let (number, began) = (retries.attempt(), now_ms());
        let answer = once(question).await;
        hear(Tried {
            attempt: number,
            status: answer.as_ref().ok().map(Response::status),
            took_ms: u32::try_from(now_ms().saturating_sub(began)).unwrap_or(u32::MAX),
        });
        let next = match &answer {
            Ok(response) => after(
                &mut retries,
                response.status(),
                response.headers().get("retry-after").as_deref(),
            ),
            Err(why) => retries.after_failure(why.clone(), None),
        };
        match (next, answer) {
            (RetryDecision::Retry { after_ms }, _) => browser::pause(after_ms).await,
            (_, answer) => return judged(question, answer).await,
        }
    }
}

/// Sends a request once, and checks the answer as [`ask`] does.
///
/// # Errors
/// Why there is no valid answer.
pub async fn ask_once(question: &Question<'_>) -> Result<String, VendorError> {
    judged(question, once(question).await).await
}

/// The text of an answer, if it is of the expected kind.
async fn judged(question: &Question<'_>, answer: Result<Response, VendorError>) -> Result<String, VendorError> {
    let response = match answer {
        Ok(response) => response,
        Err(VendorError::NoAnswer) => return Err(kept_back(question.url).await),
        Err(why) => return Err(why),
    };
    let content_type = response.headers().get("content-type");
    let text = read(&response).await;
    let told = |text: &str| UnexpectedAnswer::new(response.status(), content_type.as_deref(), text);
    match (verdict(response.status()), text) {
        (Some(VendorError::Redirected), _) => Err(VendorError::Redirected),
        (Some(why), text) => Err(why.answered(told(&text.unwrap_or_default()))),
        (None, Ok(text)) if is_wanted(question, content_type.as_deref(), &text) => Ok(text),
        (None, Ok(text)) => Err(VendorError::Other(told(&text))),
        (None, Err(why)) => Err(why),
    }
}

/// Whether an answer is of the expected kind: a certificate, or, for an order, anything except an HTML page.
fn is_wanted(question: &Question<'_>, content_type: Option<&str>, text: &str) -> bool {
    match question.body {
        None => text.contains(BEGIN),
        Some(_) => !is_page(content_type),
    }
}

/// Why a request failed for which the browser reports no reason.
async fn kept_back(url: &str) -> VendorError {
    match reach(url).await {
        Reach::Offline => VendorError::Offline,
        Reach::Forbidden => VendorError::Forbidden,
        Reach::Hidden => VendorError::Hidden,
        Reach::Nothing => VendorError::NoAnswer,
    }
}

/// Sends a request once, and returns the status. A redirect that was not followed has the status 0.
///
/// # Errors
/// Why there is no answer.
pub async fn status(question: &Question<'_>) -> Result<u16, VendorError> {
    once(question).await.map(|response| response.status())
}

/// Now, in milliseconds of the computer's clock.
fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

async fn once(question: &Question<'_>) -> Result<Response, VendorError> {
    let method = if question.body.is_some() {
        Method::POST
    } else {
        Method::GET
    };
    let mut builder = plain(RequestBuilder::new(question.url).method(method));
    if let Some(authorization) = question.authorization {
        // Does not follow redirects, because the target would receive the viewer's credentials.
        builder = builder
            .header("Authorization", authorization)
            .redirect(RequestRedirect::Manual);
    }
    let request: Result<Request, _> = match question.body {
        // Plain text needs no preflight request.
        Some(text) => builder.header("Content-Type", "text/plain;charset=utf-8").body(text),
        None => builder.build(),
    };
    let request = request.map_err(|_| VendorError::NoAnswer)?;
    request.send().await.map_err(|error| match error {
        gloo_net::Error::JsError(error) if error.name == "TimeoutError" => VendorError::TimedOut,
        _ => VendorError::NoAnswer,
    })
}

fn plain(builder: RequestBuilder) -> RequestBuilder {
    let limit = AbortSignal::timeout_with_u32(TIME_LIMIT_MS);
    builder
        .abort_signal(Some(&limit))
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
}

async fn read(response: &Response) -> Result<String, VendorError> {
    let told = response
        .headers()
        .get("content-length")
        .and_then(|it| it.parse::<usize>().ok());
    if told.is_some_and(|length| length > LONGEST) {
        return Err(VendorError::TooLong);
    }
    let text = response.text().await.map_err(|_| VendorError::NoAnswer)?;
    if text.len() > LONGEST {
        Err(VendorError::TooLong)
    } else {
        Ok(text)
    }
}
