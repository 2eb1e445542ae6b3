//! Texts of Troubleshooting (ACT 8).

/// A check: the catalog has keys.
pub const CHECK_KEYS: &str = "Vendor keys";
/// A check: this instance has an ID.
pub const CHECK_INSTANCE: &str = "Instance ID";
/// A check: the date is plausible.
pub const CHECK_CLOCK: &str = "Date";
/// A check: the relay.
pub const CHECK_PROXY: &str = "Proxy";
/// A check: the service responds.
pub const CHECK_SERVICE: &str = "Activation service";
/// A check: the last certificate.
pub const CHECK_CERTIFICATE: &str = "Certificate";
/// A check: the activation status.
pub const CHECK_ACTIVE: &str = "Activation";
/// A check: purchased and activated licenses match.
pub const CHECK_LICENSES: &str = "Purchased and activated licenses";
/// A result.
pub const PASS: &str = "Passed";
/// A result.
pub const FAIL: &str = "Failed";
/// A result.
pub const OPEN: &str = "Not checked";
/// No service was contacted.
pub const NOT_ASKED: &str = "Not contacted since you opened this page. Run the checks.";
/// The service responded.
pub const ANSWERED: &str = "It responded.";
/// No relay is configured.
pub const NO_PROXY: &str = "No proxy is set up.";
/// There is no certificate.
pub const NONE_APPLIED: &str = "None has been applied.";
/// The certificate is valid.
pub const PASSED_ALL: &str = "Passed every check.";
/// This instance has no ID.
pub const NO_INSTANCE: &str = "Azure DevOps didn't identify this collection. Reload the page.";
/// Nothing is activated, so there is nothing to compare.
pub const NOTHING_ACTIVATED: &str = "Nothing is activated.";
/// The licenses match.
pub const NO_DIFFERENCE: &str = "They match.";
/// The button that runs the checks.
pub const RUN: &str = "Run checks";
/// The checks have finished.
pub const RAN: &str = "Checks finished.";
/// The checks have finished, and at least one has failed.
pub const RAN_FAILED: &str = "Checks finished. Failed checks are marked.";
/// The name of the table of checks.
pub const CHECKS: &str = "Checks";
/// A column heading.
pub const CHECK: &str = "Check";
/// A column heading.
pub const OUTCOME: &str = "Result";
/// A column heading.
pub const FOUND: &str = "Details";
/// The name of the table of requests.
pub const CONTACTS: &str = "Contacted services";
/// There were no requests.
pub const NO_CONTACTS: &str = "No services have been contacted since you opened this page.";
/// A column heading.
pub const WHEN: &str = "When (UTC)";
/// A column heading.
pub const URL: &str = "Address";
/// A column heading.
pub const ANSWER: &str = "Response";
/// A column heading.
pub const TOOK: &str = "Duration";
/// A request without a response.
pub const NOTHING_CAME: &str = "No response";
/// The title of the report.
pub const REPORT_TITLE: &str = "Report for support";
/// Its explanation.
pub const REPORT_TEXT: &str = "The information above as text. It doesn't include passwords, tokens, or people's names.";
/// The button that copies the report.
pub const COPY_REPORT: &str = "Copy report";
/// The report was copied.
pub const COPIED: &str = "Copied";
/// The browser cannot copy the report.
pub const COPY_BY_HAND: &str = "Selected. Press Ctrl+C to copy.";
/// The subject of a message to support.
pub const SUBJECT: &str = "Activation";
/// The first line of the report.
pub const REPORT: &str = "Activation report";
/// A label in the report.
pub const PRODUCT: &str = "Product";
/// A label in the report.
pub const VERSION: &str = "Page version";
/// A label in the report.
pub const TODAY: &str = "Date (UTC)";
/// A label in the report.
pub const DEPLOYMENT: &str = "Deployment";
/// A label in the report.
pub const ACCOUNT_ID: &str = "Account subscription ID";
/// A label in the report.
pub const STATUS: &str = "Status";
/// A label in the report.
pub const ACTIVE_ID: &str = "Activated subscription ID";
/// A label in the report.
pub const WAY: &str = "Method";
/// A label in the report.
pub const CONFIRMED_ON: &str = "Confirmed on";
/// A label in the report.
pub const GRANTS: &str = "Grants";
/// A label in the report.
pub const UNTIL: &str = "Valid through";

/// A line of the report.
pub fn pair(name: &str, value: &str) -> String {
    [name, ": ", value].concat()
}

/// The number of keys in the catalog.
pub fn keys(count: usize) -> String {
    match count {
        0 => "The catalog has no vendor keys, so no certificate can be checked. Ask the vendor for a newer version."
            .to_owned(),
        1 => "The catalog has 1 key.".to_owned(),
        _ => format!("The catalog has {count} keys."),
    }
}

/// A check: activations and orders in the journal that are not valid.
pub const CHECK_SIGNED: &str = "History";

/// An entry of the journal that is not valid, with its author and date.
pub fn set_aside(position: u32, who: &str, on: &str) -> String {
    format!(
        "Line {position} of the history, in the name of {who} on {on}, claims an activation or order that isn't valid. It has no effect. Someone wrote it without using this page. Find out who can write this extension's data."
    )
}

/// The date, and whether it is plausible.
pub fn clock(today: &str, good: bool) -> String {
    if good {
        format!("Today is {today}.")
    } else {
        format!("The date here is {today}, but a later date has already been seen. Correct the clock.")
    }
}

/// A duration in milliseconds.
pub fn took(milliseconds: u32) -> String {
    format!("{milliseconds} ms")
}
