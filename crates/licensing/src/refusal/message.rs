//! The messages of refusals.

use crate::directory::person::PersonId;
use crate::refusal::state_refusal::StateRefusal;
use crate::refusal::{Dependent, Refusal};

impl Refusal {
    /// The problem, the reason and what to do, as a message for users.
    pub fn message(&self) -> String {
        match self {
            Self::NotCollectionAdministrator => {
                "Only project collection administrators can do this. Ask one of them.".into()
            }
            Self::MayNotManageUsers => {
                "Only project collection administrators manage users here. Ask one of them.".into()
            }
            Self::ClockBehind { today, last } => format!(
                "Today would be {today}, but the last booking is from {last}. Set the date of this computer right and try again."
            ),
            Self::State { code, end } => code.message(*end),
            Self::NothingScheduled => "Nothing is scheduled, so there is nothing to remove.".into(),
            Self::CancelFirst => StateRefusal::CancelFirst.message(None),
            Self::PlanNotAvailable { plan, on_server } => {
                let (here, other) = if *on_server {
                    ("Server", "Services")
                } else {
                    ("Services", "Server")
                };
                format!(
                    "The {plan} plan is not available on Azure DevOps {here}, only on {other}. Choose another plan."
                )
            }
            Self::NoPriceList { plan, from: Some(from) } => {
                format!(
                    "The {plan} plan has no price before {from}. Order again from that day on, or choose another plan."
                )
            }
            Self::NoPriceList { plan, from: None } => {
                format!("The {plan} plan has no price for this. Choose another plan or length, or contact support.")
            }
            Self::FirstDay { from } => {
                format!("The term starts today, so there is nothing to renew yet. This goes from {from} on.")
            }
            Self::NothingChanged => StateRefusal::NothingChanged.message(None),
            Self::ManagedElsewhere { id } => format!(
                "This instance uses the subscription {id}, which is changed where it was bought. Change it there: it arrives here by itself, or with a new file."
            ),
            Self::CatalogueOlder => "This page is older than the prices of this account, so it would price wrongly. Reload the page and try again; if it stays so, ask support.".into(),
            Self::CatalogueUnreadable => "The prices could not be read, so nothing that has a price is booked. Reload the page and try again; if it stays so, ask support.".into(),
            Self::CurrencyChanged { recorded, own } => format!(
                "This account is in {} with {} decimal places, the price list in {} with {}. The currency of an account stays as it is: ask support.",
                recorded.0, recorded.1, own.0, own.1
            ),
            Self::NothingToUndo => "There is nothing to undo. Only an adjustment, a change of length or Renew now can be undone; a purchase is canceled.".into(),
            Self::TooLate { on } => {
                format!(
                    "The latest change was booked on {on}, and a change can be undone only on the day it was booked. Change the subscription back instead: what was not used comes back as credit."
                )
            }
            Self::DependsOnIt(dependent) => dependent.message(),
            Self::ZeroLicenses => "A subscription has at least 1 licence. To stop it, cancel it instead.".into(),
            Self::ChooseFree => "The Free plan is not bought. Choose Free instead.".into(),
            Self::PlanNotSold { plan } => format!("The {plan} plan is no longer sold. Choose another plan."),
            Self::LicensesOutOfRange {
                plan,
                licenses,
                min,
                max,
            } => {
                let range = match max {
                    None => format!("{min} licences or more"),
                    Some(max) if max == min => format!("exactly {min} licences"),
                    Some(max) => format!("{min} to {max} licences"),
                };
                format!("The {plan} plan has {range}, not {licenses}. Change the number or choose another plan.")
            }
            Self::NotImportable { plan } => {
                format!("Only legacy plans are imported; {plan} is bought. Use Buy Now.")
            }
            Self::NotRunning { start, end } => format!(
                "The term from {start} to {end} is not running today. Enter the start of the term that runs now."
            ),
            Self::ReasonMissing => {
                "A licence is passed on only when its holder has left or stopped using the product. Say which.".into()
            }
            Self::NoFreeLicense {
                missing,
                licenses,
                needed,
            } => format!(
                "{} missing: the subscription has {licenses}. Free some, or raise the number of licences to {needed}.",
                count(*missing, "licence is", "licences are")
            ),
            Self::LicensesInUse { in_use, licenses } => format!(
                "{} in use, so there cannot be {licenses}. Free {} first: set people to None in User Management, or schedule the change for the renewal.",
                count(*in_use, "licence is", "licences are"),
                in_use.saturating_sub(*licenses)
            ),
            Self::DoesNotFitScheduled { plan, licenses } => format!(
                "Together with the change scheduled at renewal this would make {plan} with {}, which does not exist. Remove or change what is scheduled first.",
                count(*licenses, "licence", "licences")
            ),
            Self::Field(invalid) => invalid.message(),
            Self::UnknownDocument { number } => {
                format!(
                    "There is no document `{number}`. Use a number as the list of invoices shows it, such as INV-0001."
                )
            }
            Self::NothingDue { number } => {
                format!("Nothing is to be paid of {number}, so there is no payment to record.")
            }
            Self::UnknownPerson { ids } if ids.is_empty() => {
                "It is not known who you are, so nobody could give you access. Ask a project collection administrator."
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
                    "Not in the directory and without a role: {}{more}. Check the people and try again.",
                    shown.join(", ")
                )
            }
            Self::Certificate { check, grant } => check.message(grant.as_deref()),
            Self::NotActivated => {
                "No subscription is activated here, so there is nothing to confirm. Apply a subscription ID or a file first.".into()
            }
            Self::OtherSubscription { id } => format!(
                "What came is a certificate of the subscription {id}, and this instance uses another one. Apply the ID or the file of that one; another one can follow once it has ended."
            ),
            Self::OlderCertificate => {
                "What came was issued before the certificate in force. Try again later; if it stays so, ask support.".into()
            }
            Self::UnknownPosition { position } => format!(
                "The history has no line {position}, so no order of it can have gone. Look at the list of orders again."
            ),
            Self::UnknownOrder => {
                "There is no order of that position, or it has gone already. Look at the list of orders again.".into()
            }
        }
    }
}

impl Dependent {
    fn message(&self) -> String {
        match self {
            Self::Payment { number } => format!(
                "A payment of {number} is recorded. If the invoice was not paid, remove the payment first. If it was paid, change the subscription back instead: the unused part comes back as credit."
            ),
            Self::EndOfTerm => {
                "The cancellation, the choice of Free or the scheduled change is no longer what it was right after this change. Restore it first, then undo.".into()
            }
            Self::LicensesInUse { in_use, licenses } => format!(
                "{} in use, but undoing leaves only {licenses}. Free {} first: set people to None in User Management.",
                count(*in_use, "licence is", "licences are"),
                in_use.saturating_sub(*licenses)
            ),
        }
    }
}

/// "1 license is", "3 licenses are".
fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
