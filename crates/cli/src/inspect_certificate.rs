//! `inspect`: shows what a certificate grants, or the first check that it fails (ACT 3).

use crate::clock::day_or_today;
use crate::error::CliError;
use crate::files::{catalogue, read_at_most, say_json};
use licensing::Date;
use licensing::activation::certificate::{LONGEST, examine, received};
use licensing::activation::check::CheckContext;
use licensing::text::letters::decoded;
use licensing::value::instance::InstanceId;
use serde_json::json;
use std::path::Path;

/// Prints the result of the checks, and returns whether the certificate is valid.
pub fn inspect(
    file: &Path,
    catalogue_file: &Path,
    instance: Option<&InstanceId>,
    on: Option<Date>,
) -> Result<bool, CliError> {
    let catalogue = catalogue(catalogue_file)?;
    let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    let bytes = read_at_most(file, limit)?;
    let context = CheckContext {
        product: &catalogue.product,
        instance,
        today: day_or_today(on)?,
        newest_day: None,
        active: None,
        in_use: 0,
    };
    // A file that is not text is not a certificate. An empty text fails the first check.
    let text = decoded(&bytes).unwrap_or_default();
    let examined = examine(&received(&text), catalogue.activation.as_ref(), &context);
    if let Some(check) = examined.failed {
        eprintln!("licensing: {}", check.message(examined.grant.as_ref()));
    }
    let valid = examined.failed.is_none();
    say_json(&json!({
        "valid": valid,
        "failed_check": examined.failed,
        "grants": examined.grant.filter(|_| valid),
    }))?;
    Ok(valid)
}
