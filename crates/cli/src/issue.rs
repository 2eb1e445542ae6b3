//! `issue`: certificates into a folder that any static host serves, from orders, a list, or options.

use crate::files::{about, replace, say_json};
use crate::kept::{Kept, KeptArgs};
use crate::keys::{Key, read_key};
use crate::orders::order;
use crate::{clock, list};
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
pub struct Issue {
    /// The private key, as keygen made it
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    #[command(flatten)]
    kept: KeptArgs,
    /// The folder for the certificates
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// An order file; it is decided again before anything is issued. May be given several times
    #[arg(long, value_name = "FILE")]
    order: Vec<PathBuf>,
    /// A list of subscriptions
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// One subscription, by its ID and the options below
    #[arg(long, value_name = "ID", value_parser = list::subscription, requires_all = ["plan", "length", "licenses", "start"])]
    subscription: Option<SubscriptionId>,
    /// Its plan
    #[arg(long, value_parser = list::plan, requires = "subscription")]
    plan: Option<PlanKey>,
    /// monthly or annual
    #[arg(long, value_parser = list::length, requires = "subscription")]
    length: Option<BillingInterval>,
    /// How many licenses
    #[arg(long = "licences", requires = "subscription")]
    licenses: Option<u32>,
    /// The first day of the term
    #[arg(long, value_name = "DATE", value_parser = clock::day, requires = "subscription")]
    start: Option<Date>,
    /// The day after the last one; without it, one length after the start
    #[arg(long, value_name = "DATE", value_parser = clock::day, requires = "subscription")]
    end: Option<Date>,
    /// It ends with the term
    #[arg(long = "cancelled", requires = "subscription")]
    canceled: bool,
    /// The instance that it is good on; needed for plans that are good for one
    #[arg(long, value_name = "ID", value_parser = list::instance, requires = "subscription")]
    instance: Vec<InstanceId>,
    /// The last valid day; without it, the last day of the term
    #[arg(long, value_name = "DATE", value_parser = clock::day, requires = "subscription")]
    valid_until: Option<Date>,
    /// When it is issued, a day or an instant; without it, now. Orders are renewed up to that day
    #[arg(long, value_name = "WHEN", value_parser = clock::instant)]
    issued_at: Option<Instant>,
}

/// Issues everything, or nothing where something is wrong.
pub fn run(issue: &Issue) -> Result<(), String> {
    let at = issue.issued_at.clone().map_or_else(clock::now, Ok)?;
    let kept = Kept::read(&issue.kept, at.date())?;
    let key = read_key(&issue.key)?;
    check_key(&key, &kept.current, &kept.file)?;
    let grants = issue.grants(&kept, &at)?;
    let mut seen = BTreeSet::new();
    if let Some(twice) = grants
        .iter()
        .map(|it| it.subscription_id.to_string())
        .find(|it| !seen.insert(it.clone()))
    {
        return Err(format!("{twice} is to be issued twice: name each subscription once"));
    }
    std::fs::create_dir_all(&issue.out).map_err(|error| about(&issue.out, &error))?;
    let issued: Result<Vec<Value>, String> = grants.iter().map(|grant| write(grant, &key, &issue.out)).collect();
    say_json(&json!({ "issued": issued? }))
}

/// Who signs with a key that the catalogue does not name signs for nobody.
fn check_key(key: &Key, catalogue: &Catalogue, file: &Path) -> Result<(), String> {
    let kid = &key.kid;
    let named = catalogue.activation.as_ref().and_then(|it| it.keys.get(kid));
    match named {
        Some(public) if *public == key.private.public() => Ok(()),
        Some(_) => Err(about(
            file,
            &format!("activation.keys.{kid} is the public key of another private key: use that one, or a new id"),
        )),
        None => Err(about(
            file,
            &format!(
                "activation.keys does not name the key {kid}, so that no certificate of it would be accepted: add what keygen printed"
            ),
        )),
    }
}

impl Issue {
    fn grants(&self, kept: &Kept, at: &Instant) -> Result<Vec<Grant>, String> {
        let catalogue = &kept.current;
        if let Some(entitlement) = self.by_options() {
            return Ok(vec![
                entitlement
                    .grant(catalogue, at.clone())
                    .map_err(|unfit| unfit.to_string())?,
            ]);
        }
        if let Some(file) = &self.csv {
            return of_list(file, catalogue, at);
        }
        let catalogues = kept.of_days();
        let of_order = |file: &PathBuf| {
            order(file)?
                .grant_by(&catalogues, at.clone())
                .map_err(|problem| about(file, &problem))
        };
        self.order.iter().map(of_order).collect()
    }

    fn by_options(&self) -> Option<Entitlement> {
        let length = self.length?;
        Some(Entitlement {
            subscription_id: self.subscription?,
            plan: self.plan?,
            length,
            licenses: self.licenses?,
            term: list::term(self.start?, self.end, length),
            canceled: self.canceled,
            instances: self.instance.clone(),
            valid_until: self.valid_until,
        })
    }
}

/// Everything that a list says, or all that is wrong with it.
fn of_list(file: &Path, catalogue: &Catalogue, at: &Instant) -> Result<Vec<Grant>, String> {
    let (mut grants, mut faults) = (Vec::new(), Vec::new());
    for (line, entitlement) in list::entitlements(file)? {
        match entitlement.grant(catalogue, at.clone()) {
            Ok(grant) => grants.push(grant),
            Err(unfit) => faults.push(about(file, &format!("line {line}: {unfit}"))),
        }
    }
    if faults.is_empty() {
        Ok(grants)
    } else {
        Err(faults.join("\nlicensing: "))
    }
}

/// Writes one certificate under the name that online activation fetches (ACT 1).
fn write(grant: &Grant, key: &Key, folder: &Path) -> Result<Value, String> {
    let file = folder.join(format!("{}.lic", grant.subscription_id));
    replace(&file, &Certificate::issue(grant, &key.kid, &key.private).text())?;
    Ok(json!({ "file": file.display().to_string(), "grants": grant }))
}
