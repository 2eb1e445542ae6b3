//! Troubleshooting: every check with its result, and a report for support that contains no secrets (ACT 8).

use super::super::words::activation as words;
use super::{concerns, state};
use crate::Scene;
use licensing::activation::proxy::ActivationProxy;
use licensing::value::instance::InstanceId;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Passed.
    Pass,
    /// Failed.
    Fail,
    /// Not run, or not needed.
    Open,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The name of the check.
    pub what: &'static str,
    /// Its result.
    pub outcome: Outcome,
    /// What was found, and what to do.
    pub detail: String,
}

/// A request to the vendor, for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The time, ISO 8601 in UTC.
    pub instant: String,
    /// The URL.
    pub url: String,
    /// The status of the answer, or that there was none.
    pub answer: String,
    /// The duration.
    pub took: String,
}

/// Whether the last request reached the activation service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Service {
    /// There was no request.
    NotAsked,
    /// It answered.
    Answered,
    /// It did not answer. The error message.
    NoAnswer(String),
}

/// Facts that only the page has.
pub struct Found<'a> {
    /// This instance.
    pub instance: Option<&'a InstanceId>,
    /// The activation service.
    pub service: Service,
    /// The error message of the check that failed last.
    pub failed: Option<String>,
    /// The requests that were sent.
    pub asked: &'a [Asked],
}

/// All checks. A check comes after the checks that it depends on.
pub fn checks(scene: &Scene<'_>, found: &Found<'_>) -> Vec<Check> {
    let account = scene.account;
    let check = |what, outcome, detail: String| Check { what, outcome, detail };
    let yes = |good: bool| if good { Outcome::Pass } else { Outcome::Fail };
    let keys = scene.catalogue.activation.as_ref().map_or(0, |it| it.keys.len());
    let now = state(scene);
    let clock = account.last_booking().is_none_or(|last| last <= scene.today);
    let service = match &found.service {
        Service::NotAsked => check(words::CHECK_SERVICE, Outcome::Open, words::NOT_ASKED.to_owned()),
        Service::Answered => check(words::CHECK_SERVICE, Outcome::Pass, words::ANSWERED.to_owned()),
        Service::NoAnswer(why) => check(words::CHECK_SERVICE, Outcome::Fail, why.clone()),
    };
    let proxy = match account.proxy().filter(|it| it.enabled) {
        None => check(words::CHECK_PROXY, Outcome::Open, words::NO_PROXY.to_owned()),
        Some(proxy) => check(words::CHECK_PROXY, Outcome::Pass, proxy_words(proxy)),
    };
    let certificate = match (account.activation(), &found.failed) {
        (_, Some(why)) => check(words::CHECK_CERTIFICATE, Outcome::Fail, why.clone()),
        (None, None) => check(words::CHECK_CERTIFICATE, Outcome::Open, words::NONE_APPLIED.to_owned()),
        (Some(_), None) => check(words::CHECK_CERTIFICATE, Outcome::Pass, words::PASSED_ALL.to_owned()),
    };
    let active = match account.granted(scene.today) {
        Some(_) => Outcome::Pass,
        None if account.activation().is_some() => Outcome::Fail,
        None if concerns(scene) && now.mood == super::Mood::Bad => Outcome::Fail,
        None => Outcome::Open,
    };
    let difference = now.difference.as_ref();
    let aside = scene.ledger.set_aside();
    let aside = scene
        .ledger
        .records()
        .iter()
        .rev()
        .find(|it| aside.contains(&it.position));
    let forged = aside.map(|it| {
        let detail = words::set_aside(it.position, &it.actor, &scene.date(it.today));
        check(words::CHECK_SIGNED, Outcome::Fail, detail)
    });
    let mut checks = vec![
        check(words::CHECK_KEYS, yes(keys > 0), words::keys(keys)),
        check(
            words::CHECK_INSTANCE,
            yes(found.instance.is_some()),
            found
                .instance
                .map_or_else(|| words::NO_INSTANCE.to_owned(), InstanceId::to_string),
        ),
        check(
            words::CHECK_CLOCK,
            yes(clock),
            words::clock(&scene.date(scene.today), clock),
        ),
        proxy,
        service,
        certificate,
        check(words::CHECK_ACTIVE, active, now.text.clone()),
        match difference {
            Some(it) => check(words::CHECK_LICENSES, Outcome::Fail, it.text.clone()),
            None if active == Outcome::Pass => {
                check(words::CHECK_LICENSES, Outcome::Pass, words::NO_DIFFERENCE.to_owned())
            }
            None => check(
                words::CHECK_LICENSES,
                Outcome::Open,
                words::NOTHING_ACTIVATED.to_owned(),
            ),
        },
    ];
    checks.extend(forged);
    checks
}

fn proxy_words(proxy: &ActivationProxy) -> String {
    words::proxy_set(proxy)
}

/// The checks as a text for support. It names the contacted services and their answers, but contains no passwords or
/// names of people.
pub fn report(scene: &Scene<'_>, found: &Found<'_>) -> String {
    let account = scene.account;
    let mut lines = vec![
        words::REPORT.to_owned(),
        words::pair(words::PRODUCT, &scene.catalogue.product),
        words::pair(words::VERSION, env!("CARGO_PKG_VERSION")),
        words::pair(words::TODAY, &scene.today.to_string()),
        words::pair(words::DEPLOYMENT, account.deployment().as_str()),
        words::pair(words::ACCOUNT_ID, &account.id().to_string()),
        words::pair(words::STATUS, scene.status().as_str()),
    ];
    if let Some(active) = account.activation() {
        let grant = &active.grant;
        lines.extend([
            words::pair(words::ACTIVE_ID, &grant.subscription_id.to_string()),
            words::pair(words::WAY, active.mode.as_str()),
            words::pair(words::CONFIRMED_ON, &active.on.to_string()),
            words::pair(words::GRANTS, &format!("{} {}", grant.plan.as_str(), grant.licenses)),
            words::pair(words::UNTIL, &grant.last_day().to_string()),
        ]);
    }
    for check in checks(scene, found) {
        let outcome = match check.outcome {
            Outcome::Pass => words::PASS,
            Outcome::Fail => words::FAIL,
            Outcome::Open => words::OPEN,
        };
        lines.push(words::pair(&[check.what, " (", outcome, ")"].concat(), &check.detail));
    }
    for it in found.asked {
        lines.push([&it.instant, " ", &it.url, " ", &it.answer, " ", &it.took].concat());
    }
    lines.join("\n")
}

/// The URL of the support page with the report filled in, if it is a web page (ACT 8, SUP 1).
pub fn support(scene: &Scene<'_>, report: &str) -> Option<String> {
    let url = super::super::time::support_link(scene)?;
    let joint = if url.contains('?') { "&" } else { "?" };
    Some(
        [
            &url,
            joint,
            "subject=",
            &encoded(words::SUBJECT),
            "&body=",
            &encoded(report),
        ]
        .concat(),
    )
}

/// The characters that are escaped in a URL: everything except letters, digits, and `-._~` (RFC 3986).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes a value for a URL.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
