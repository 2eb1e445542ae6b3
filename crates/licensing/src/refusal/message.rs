//! The messages of refusals.

use crate::catalogue::Catalogue;
use crate::directory::person::PersonId;
use crate::refusal::state_refusal::StateRefusal;
use crate::refusal::{Dependent, Refusal};
use crate::value::plan::PlanKey;

impl Refusal {
    /// The problem, the reason and what to do, as a message for users.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        let name = |plan: &PlanKey| catalogue.plan_name(*plan);
        match self {
            Self::NotCollectionAdministrator => {
                "Only project collection administrators can do this. Ask one of them for help.".into()
            }
            Self::MayNotManageUsers => {
                "Only project collection administrators can manage users here. Ask one of them for help.".into()
            }
            Self::ClockBehind { today, last } => format!(
                "The date is {today}, but the last change was saved on {last}. Correct this computer's date and try again."
            ),
            Self::State { code, end } => code.message(*end),
            Self::NothingScheduled => "There's no scheduled change to remove.".into(),
            Self::CancelFirst => StateRefusal::CancelFirst.message(None),
            Self::PlanNotAvailable { plan, on_server } => {
                let (here, other) = if *on_server {
                    ("Server", "Services")
                } else {
                    ("Services", "Server")
                };
                format!(
                    "The {plan} plan is available only on Azure DevOps {other}, not on {here}. Choose another plan.", plan = name(plan))
            }
            Self::NoPriceList { plan, from: Some(from) } => {
                format!(
                    "The {plan} plan isn't available before {from}. Order on or after that date, or choose another plan.", plan = name(plan))
            }
            Self::NoPriceList { plan, from: None } => {
                format!("The {plan} plan has no price for this. Choose another plan or billing period, or contact support.", plan = name(plan))
            }
            Self::FirstDay { from } => {
                format!("The term started today, so you can't renew it yet. Try again on or after {from}.")
            }
            Self::NothingChanged => StateRefusal::NothingChanged.message(None),
            Self::ManagedElsewhere { id } => format!(
                "This instance uses subscription {id}, which is managed where it was purchased. Make the change there. It arrives here automatically or with a new file."
            ),
            Self::CatalogueOlder => "Your prices are newer than this page, so amounts here might be wrong. Reload the page and try again. If that doesn't help, contact support.".into(),
            Self::CatalogueUnreadable => "Prices couldn't be read, so you can't make purchases right now. Reload the page and try again. If that doesn't help, contact support.".into(),
            Self::CurrencyChanged { recorded, own } => format!(
                "This account uses {} with {} decimal places, but the price list uses {} with {}. An account's currency can't change. Contact support.",
                recorded.0, recorded.1, own.0, own.1
            ),
            Self::NothingToUndo => "There's nothing to undo. You can undo a change to licenses, plan, or billing, or an early renewal. To stop a new subscription, cancel it.".into(),
            Self::TooLate { on } => {
                format!(
                    "The latest change was made on {on}, and you can undo a change only on the same day. Change the subscription back instead. You get the unused part as credit."
                )
            }
            Self::DependsOnIt(dependent) => dependent.message(),
            Self::ZeroLicenses => "A subscription needs at least 1 license. To stop it, cancel the subscription.".into(),
            Self::ChooseFree => "The Free plan can't be purchased. Switch to it instead.".into(),
            Self::PlanNotSold { plan } => format!("The {plan} plan is no longer available. Choose another plan.", plan = name(plan)),
            Self::LicensesOutOfRange {
                plan,
                licenses,
                min,
                max,
            } => {
                let range = match max {
                    None => format!("{min} or more licenses"),
                    Some(max) if max == min => format!("exactly {min} licenses"),
                    Some(max) => format!("{min} to {max} licenses"),
                };
                format!("The {plan} plan requires {range}, not {licenses}. Change the number or choose another plan.", plan = name(plan))
            }
            Self::NotImportable { plan } => {
                format!("Only legacy plans can be imported. To get the {plan} plan, select Buy Now.", plan = name(plan))
            }
            Self::NotRunning { start, end } => format!(
                "The term from {start} to {end} doesn't include today. Enter the start date of the current term."
            ),
            Self::ReasonMissing => {
                "You can reassign a license only if its holder has left or stopped using the product. Choose a reason.".into()
            }
            Self::NoFreeLicense {
                missing,
                licenses,
                needed,
            } => format!(
                "You need {} than the {licenses} you have. Remove some licenses, or increase the number to {needed}.",
                count(*missing, "more license", "more licenses")
            ),
            Self::LicensesInUse { in_use, licenses } => format!(
                "{} in use. Remove {} first, or schedule this for renewal.",
                count(*in_use, "license is", "licenses are"),
                count(in_use.saturating_sub(licenses.get()), "person", "people")
            ),
            Self::DoesNotFitScheduled { plan, licenses } => format!(
                "With the change scheduled for renewal, you'd have the {plan} plan with {}, which isn't possible. Remove or replace the scheduled change first.",
                count(licenses.get(), "license", "licenses"), plan = name(plan)),
            Self::Field(invalid) => invalid.message(),
            Self::UnknownDocument { number } => {
                format!(
                    "Document `{number}` doesn't exist. Use a number from the list of invoices, such as INV-0001."
                )
            }
            Self::NothingDue { number } => {
                format!("Nothing is due on {number}, so there's no payment to record.")
            }
            Self::UnknownPerson { ids } if ids.is_empty() => {
                "We can't identify you, so no one can give you access. Ask a project collection administrator for help."
                    .into()
            }
            Self::UnknownPerson { ids } => {
                let shown: Vec<&str> = ids.iter().take(5).map(PersonId::as_str).collect();
                let more = if ids.len() > shown.len() {
                    format!(" and {} more", ids.len() - shown.len())
                } else {
                    String::new()
                };
                format!(
                    "These people aren't in the directory and don't have a role: {}{more}. Check the list and try again.",
                    shown.join(", ")
                )
            }
            Self::Certificate { check, grant } => check.message(grant.as_deref()),
            Self::NotActivated => {
                "No subscription is activated here, so there's nothing to confirm. Apply a subscription ID or a file first.".into()
            }
            Self::OtherSubscription { id } => format!(
                "This certificate is for subscription {id}, but this instance uses a different one. Apply the ID or file for the current subscription. You can switch after it ends."
            ),
            Self::OlderCertificate => {
                "This certificate is older than the active one. Try again later. If that doesn't help, contact support.".into()
            }
            Self::UnknownPosition { position } => format!(
                "The history has no line {position}, so its order can't have been sent. Check the list of orders."
            ),
            Self::UnknownOrder => {
                "This order doesn't exist or was already sent. Check the list of orders.".into()
            }
        }
    }
}

impl Dependent {
    fn message(&self) -> String {
        match self {
            Self::Payment { number } => format!(
                "A payment is recorded for {number}. If the invoice wasn't paid, remove the payment first. If it was paid, change the subscription back instead. You get the unused part as credit."
            ),
            Self::EndOfTerm => {
                "You've since canceled, switched to the Free plan, or scheduled another change. Reverse that first, then undo.".into()
            }
            Self::LicensesInUse { in_use, licenses } => format!(
                "{} in use, but undoing leaves only {licenses}. Remove {} first: set their role to None in User Management.",
                count(*in_use, "license is", "licenses are"),
                count(in_use.saturating_sub(licenses.get()), "person", "people")
            ),
        }
    }
}

/// "1 license is", "3 licenses are".
fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
