//! Words of Troubleshooting (ACT 8).

/// The checks of Troubleshooting.
pub const CHECK_KEYS: &str = "Keys of the vendor";
/// This instance.
pub const CHECK_INSTANCE: &str = "Instance ID";
/// The clock.
pub const CHECK_CLOCK: &str = "Date";
/// The relay.
pub const CHECK_RELAY: &str = "Proxy";
/// The service.
pub const CHECK_SERVICE: &str = "Activation service";
/// What came.
pub const CHECK_CERTIFICATE: &str = "Certificate";
/// What is in force.
pub const CHECK_ACTIVE: &str = "Activation";
/// Bought and activated.
pub const CHECK_LICENSES: &str = "Licences bought and activated";
/// Outcomes.
pub const PASS: &str = "Passed";
/// Outcomes.
pub const FAIL: &str = "Failed";
/// Outcomes.
pub const OPEN: &str = "Not checked";
/// Nobody was asked.
pub const NOT_ASKED: &str = "Not asked since this page was opened. Run the checks.";
/// It answered.
pub const ANSWERED: &str = "It answered.";
/// No relay.
pub const NO_RELAY: &str = "No proxy is set up.";
/// No certificate.
pub const NONE_APPLIED: &str = "None was applied.";
/// It is good.
pub const PASSED_ALL: &str = "It has passed every check.";
/// This instance has no id.
pub const NO_INSTANCE: &str = "Azure DevOps has not told which collection this is. Reload the page.";
/// There is nothing to compare.
pub const NOTHING_ACTIVATED: &str = "Nothing is activated.";
/// They agree.
pub const NO_DIFFERENCE: &str = "They do not differ.";
/// Runs the checks.
pub const RUN: &str = "Run checks";
/// They are done.
pub const RAN: &str = "Checks finished.";
/// They are done, and one has failed.
pub const RAN_FAILED: &str = "Checks finished. What failed is marked.";
/// All of them.
pub const CHECKS: &str = "Checks";
/// The columns.
pub const CHECK: &str = "Check";
/// The columns.
pub const OUTCOME: &str = "Outcome";
/// The columns.
pub const FOUND: &str = "What was found";
/// What was asked.
pub const CONTACTS: &str = "What was contacted";
/// Nothing.
pub const NO_CONTACTS: &str = "Nobody was asked since this page was opened.";
/// The columns.
pub const WHEN: &str = "When (UTC)";
/// The columns.
pub const URL: &str = "Address";
/// The columns.
pub const ANSWER: &str = "Answer";
/// The columns.
pub const TOOK: &str = "Took";
/// Nothing came.
pub const NOTHING_CAME: &str = "Nothing came";
/// The report.
pub const REPORT_TITLE: &str = "Report for support";
/// What it holds.
pub const REPORT_TEXT: &str = "What stands above, as a text. It has no passwords, no tokens and no names of people.";
/// Copies it.
pub const COPY_REPORT: &str = "Copy report";
/// It is copied.
pub const COPIED: &str = "Copied";
/// It is to be copied by hand.
pub const COPY_BY_HAND: &str = "Selected. Copy it with Ctrl+C.";
/// The subject of a question to support.
pub const SUBJECT: &str = "Activation";
/// The report's first line.
pub const REPORT: &str = "Activation report";
/// Lines of the report.
pub const PRODUCT: &str = "Product";
/// Lines of the report.
pub const VERSION: &str = "Version of the page";
/// Lines of the report.
pub const TODAY: &str = "Date (UTC)";
/// Lines of the report.
pub const DEPLOYMENT: &str = "Deployment";
/// Lines of the report.
pub const ACCOUNT_ID: &str = "Subscription ID of the account";
/// Lines of the report.
pub const STATUS: &str = "Status";
/// Lines of the report.
pub const ACTIVE_ID: &str = "Activated subscription ID";
/// Lines of the report.
pub const WAY: &str = "Way";
/// Lines of the report.
pub const CONFIRMED_ON: &str = "Confirmed on";
/// Lines of the report.
pub const GRANTS: &str = "Grants";
/// Lines of the report.
pub const UNTIL: &str = "Valid until";

/// A line of the report.
pub fn pair(name: &str, value: &str) -> String {
    [name, ": ", value].concat()
}

/// How many keys the catalogue names.
pub fn keys(count: usize) -> String {
    match count {
        0 => "The catalogue names none, so that no certificate can be checked. Ask the vendor for a newer version."
            .to_owned(),
        1 => "The catalogue names 1.".to_owned(),
        _ => format!("The catalogue names {count}."),
    }
}

/// What the journal claims without proof, by lines.
pub const CHECK_SIGNED: &str = "History";

/// Who has written it.
pub fn set_aside(position: u32, who: &str, on: &str) -> String {
    format!(
        "Line {position} of the history, in the name of {who} on {on}, claims an activation or an order that is not true. It counts for nothing. Somebody has written it past this page: find out who may write the data of this extension."
    )
}

/// The day, and whether it is possible.
pub fn clock(today: &str, good: bool) -> String {
    if good {
        format!("Today is {today}.")
    } else {
        format!("Today would be {today}, and a later day was seen here. Set the clock right.")
    }
}

/// A duration.
pub fn took(milliseconds: u32) -> String {
    format!("{milliseconds} ms")
}
