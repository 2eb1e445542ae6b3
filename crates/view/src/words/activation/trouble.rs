//! Words of Troubleshooting (ACT 8).

/// The checks of Troubleshooting.
pub const CHECK_KEYS: &str = "Vendor keys";
/// This instance.
pub const CHECK_INSTANCE: &str = "Instance ID";
/// The clock.
pub const CHECK_CLOCK: &str = "Date";
/// The relay.
pub const CHECK_PROXY: &str = "Proxy";
/// The service.
pub const CHECK_SERVICE: &str = "Activation service";
/// What came.
pub const CHECK_CERTIFICATE: &str = "Certificate";
/// What is in force.
pub const CHECK_ACTIVE: &str = "Activation";
/// Bought and activated.
pub const CHECK_LICENSES: &str = "Purchased and activated licenses";
/// Outcomes.
pub const PASS: &str = "Passed";
/// Outcomes.
pub const FAIL: &str = "Failed";
/// Outcomes.
pub const OPEN: &str = "Not checked";
/// Nobody was asked.
pub const NOT_ASKED: &str = "Not contacted since you opened this page. Run the checks.";
/// It answered.
pub const ANSWERED: &str = "It responded.";
/// No relay.
pub const NO_PROXY: &str = "No proxy is set up.";
/// No certificate.
pub const NONE_APPLIED: &str = "None has been applied.";
/// It is good.
pub const PASSED_ALL: &str = "Passed every check.";
/// This instance has no id.
pub const NO_INSTANCE: &str = "Azure DevOps didn't identify this collection. Reload the page.";
/// There is nothing to compare.
pub const NOTHING_ACTIVATED: &str = "Nothing is activated.";
/// They agree.
pub const NO_DIFFERENCE: &str = "They match.";
/// Runs the checks.
pub const RUN: &str = "Run checks";
/// They are done.
pub const RAN: &str = "Checks finished.";
/// They are done, and one has failed.
pub const RAN_FAILED: &str = "Checks finished. Failed checks are marked.";
/// All of them.
pub const CHECKS: &str = "Checks";
/// The columns.
pub const CHECK: &str = "Check";
/// The columns.
pub const OUTCOME: &str = "Result";
/// The columns.
pub const FOUND: &str = "Details";
/// What was asked.
pub const CONTACTS: &str = "Contacted services";
/// Nothing.
pub const NO_CONTACTS: &str = "No services have been contacted since you opened this page.";
/// The columns.
pub const WHEN: &str = "When (UTC)";
/// The columns.
pub const URL: &str = "Address";
/// The columns.
pub const ANSWER: &str = "Response";
/// The columns.
pub const TOOK: &str = "Duration";
/// Nothing came.
pub const NOTHING_CAME: &str = "No response";
/// The report.
pub const REPORT_TITLE: &str = "Report for support";
/// What it holds.
pub const REPORT_TEXT: &str = "The information above as text. It doesn't include passwords, tokens, or people's names.";
/// Copies it.
pub const COPY_REPORT: &str = "Copy report";
/// It is copied.
pub const COPIED: &str = "Copied";
/// It is to be copied by hand.
pub const COPY_BY_HAND: &str = "Selected. Press Ctrl+C to copy.";
/// The subject of a question to support.
pub const SUBJECT: &str = "Activation";
/// The report's first line.
pub const REPORT: &str = "Activation report";
/// Lines of the report.
pub const PRODUCT: &str = "Product";
/// Lines of the report.
pub const VERSION: &str = "Page version";
/// Lines of the report.
pub const TODAY: &str = "Date (UTC)";
/// Lines of the report.
pub const DEPLOYMENT: &str = "Deployment";
/// Lines of the report.
pub const ACCOUNT_ID: &str = "Account subscription ID";
/// Lines of the report.
pub const STATUS: &str = "Status";
/// Lines of the report.
pub const ACTIVE_ID: &str = "Activated subscription ID";
/// Lines of the report.
pub const WAY: &str = "Method";
/// Lines of the report.
pub const CONFIRMED_ON: &str = "Confirmed on";
/// Lines of the report.
pub const GRANTS: &str = "Grants";
/// Lines of the report.
pub const UNTIL: &str = "Valid through";

/// A line of the report.
pub fn pair(name: &str, value: &str) -> String {
    [name, ": ", value].concat()
}

/// How many keys the catalogue names.
pub fn keys(count: usize) -> String {
    match count {
        0 => "The catalog has no vendor keys, so no certificate can be checked. Ask the vendor for a newer version."
            .to_owned(),
        1 => "The catalog has 1 key.".to_owned(),
        _ => format!("The catalog has {count} keys."),
    }
}

/// What the journal claims without proof, by lines.
pub const CHECK_SIGNED: &str = "History";

/// Who has written it.
pub fn set_aside(position: u32, who: &str, on: &str) -> String {
    format!(
        "Line {position} of the history, in the name of {who} on {on}, claims an activation or order that isn't valid. It has no effect. Someone wrote it without using this page. Find out who can write this extension's data."
    )
}

/// The day, and whether it is possible.
pub fn clock(today: &str, good: bool) -> String {
    if good {
        format!("Today is {today}.")
    } else {
        format!("The date here is {today}, but a later date has already been seen. Correct the clock.")
    }
}

/// A duration.
pub fn took(milliseconds: u32) -> String {
    format!("{milliseconds} ms")
}
