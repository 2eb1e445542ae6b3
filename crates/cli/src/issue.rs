//! `issue`: writes certificates from orders, a list, or options into a folder that any static host can serve (ACT 1).

use crate::catalogue_history::{CatalogueArgs, CatalogueHistory};
use crate::error::{CliError, FileProblem};
use crate::files::{replace, say_json};
use crate::keys::{Key, read_key};
use crate::orders::order;
use crate::{clock, subscriptions_csv, values};
use clap::{ArgGroup, Args};
use licensing::activation::certificate::Certificate;
use licensing::activation::entitlement::Entitlement;
use licensing::activation::grant::Grant;
use licensing::value::instance::InstanceId;
use licensing::value::instant::Instant;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{BillingInterval, Catalogue, Date, PlanKey};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Args)]
#[command(group = ArgGroup::new("what").required(true).args(["order", "csv", "subscription"]))]
pub struct IssueArgs {
    /// Private key created by keygen
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    #[command(flatten)]
    catalogues: CatalogueArgs,
    /// Folder for the certificates
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Order file, checked before anything is issued (can be given several times)
    #[arg(long, value_name = "FILE")]
    order: Vec<PathBuf>,
    /// CSV list of subscriptions
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// ID of a single subscription, described by the options below
    #[arg(long, value_name = "ID", value_parser = values::subscription_id, requires_all = ["plan", "length", "licenses", "start"])]
    subscription: Option<SubscriptionId>,
    /// Plan
    #[arg(long, value_parser = values::plan, requires = "subscription")]
    plan: Option<PlanKey>,
    /// Billing: monthly or annual
    #[arg(long, value_parser = values::interval, requires = "subscription")]
    length: Option<BillingInterval>,
    /// Number of licenses
    #[arg(long = "licences", requires = "subscription")]
    licenses: Option<u32>,
    /// First day of the term
    #[arg(long, value_name = "DATE", value_parser = values::day, requires = "subscription")]
    start: Option<Date>,
    /// Day after the last day (default: one month or year after the start)
    #[arg(long, value_name = "DATE", value_parser = values::day, requires = "subscription")]
    end: Option<Date>,
    /// The subscription ends with the term
    #[arg(long = "cancelled", requires = "subscription")]
    canceled: bool,
    /// Instance that it covers (required for plans that cover one instance)
    #[arg(long, value_name = "ID", value_parser = values::instance_id, requires = "subscription")]
    instance: Vec<InstanceId>,
    /// Last valid day (default: the last day of the term)
    #[arg(long, value_name = "DATE", value_parser = values::day, requires = "subscription")]
    valid_until: Option<Date>,
    /// Date or time of issue (default: now); orders are renewed up to that date
    #[arg(long, value_name = "WHEN", value_parser = values::instant)]
    issued_at: Option<Instant>,
}

/// Issues all certificates, or none if something is wrong.
pub fn issue(args: &IssueArgs) -> Result<(), CliError> {
    let at = args.issued_at.clone().map_or_else(clock::now, Ok)?;
    let history = CatalogueHistory::read(&args.catalogues, at.date())?;
    let key = read_key(&args.key)?;
    check_key(&key, &history.current, &history.file)?;
    let grants = args.grants(&history, &at)?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = grants
        .iter()
        .map(|it| it.subscription_id.to_string())
        .find(|it| !seen.insert(it.clone()))
    {
        return Err(CliError::IssuedTwice(twice));
    }
    std::fs::create_dir_all(&args.out).map_err(|error| CliError::file(&args.out, error))?;
    let issued: Result<Vec<Value>, CliError> = grants.iter().map(|grant| write(grant, &key, &args.out)).collect();
    say_json(&json!({ "issued": issued? }))
}

/// Checks that the catalog contains the key. Otherwise, nobody would accept the certificates.
fn check_key(key: &Key, catalogue: &Catalogue, file: &Path) -> Result<(), CliError> {
    let kid = &key.kid;
    let named = catalogue.activation.as_ref().and_then(|it| it.keys.get(kid));
    match named {
        Some(public) if *public == key.private.public() => Ok(()),
        Some(_) => Err(CliError::file(file, FileProblem::OtherKey(kid.clone()))),
        None => Err(CliError::file(file, FileProblem::KeyNotNamed(kid.clone()))),
    }
}

impl IssueArgs {
    /// The contents of the certificates.
    fn grants(&self, history: &CatalogueHistory, at: &Instant) -> Result<Vec<Grant>, CliError> {
        let catalogue = &history.current;
        if let Some(entitlement) = self.by_options() {
            let grant = entitlement.grant(catalogue, at.clone());
            return Ok(vec![grant?]);
        }
        if let Some(file) = &self.csv {
            return of_list(file, catalogue, at);
        }
        let catalogues = history.catalogues();
        let of_order = |file: &PathBuf| {
            order(file)?
                .grant_by(&catalogues, at.clone())
                .map_err(|error| CliError::file(file, error))
        };
        self.order.iter().map(of_order).collect()
    }

    /// The subscription from the options. `None` if they describe none.
    fn by_options(&self) -> Option<Entitlement> {
        let length = self.length?;
        Some(Entitlement {
            subscription_id: self.subscription?,
            plan: self.plan?,
            length,
            licenses: self.licenses?,
            term: subscriptions_csv::term(self.start?, self.end, length),
            canceled: self.canceled,
            instances: self.instance.clone(),
            valid_until: self.valid_until,
        })
    }
}

/// The grants of a list. The error contains everything that is wrong.
fn of_list(file: &Path, catalogue: &Catalogue, at: &Instant) -> Result<Vec<Grant>, CliError> {
    let (mut grants, mut errors) = (Vec::new(), Vec::new());
    for (line, entitlement) in subscriptions_csv::entitlements(file)? {
        match entitlement.grant(catalogue, at.clone()) {
            Ok(grant) => grants.push(grant),
            Err(error) => errors.push(CliError::line(file, line, error)),
        }
    }
    if errors.is_empty() {
        Ok(grants)
    } else {
        Err(CliError::Several(errors))
    }
}

/// Writes a certificate with the file name that online activation requests (ACT 1).
fn write(grant: &Grant, key: &Key, folder: &Path) -> Result<Value, CliError> {
    let file = folder.join(format!("{}.lic", grant.subscription_id));
    replace(&file, &Certificate::issue(grant, &key.kid, &key.private)?)?;
    Ok(json!({ "file": file.display().to_string(), "grants": grant }))
}
