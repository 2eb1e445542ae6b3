//! The commands. [`decide`](crate::decide) decides what they may do.

pub mod kind;

use crate::activation::confirmation::ActivationMode;
use crate::activation::delivery::Delivery;
use crate::activation::proxy::ActivationProxy;
use crate::billing::details::{BillingDetails, fields};
use crate::directory::person::PersonId;
use crate::json::tagged::tagged;
use crate::seats::selector::PeopleSelector;
use crate::subscription::Change;
use crate::value::date::Date;
use crate::value::instance::InstanceId;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::role::{Assigned, FreeingReason, Role};
use crate::value::setting::Setting;
use crate::value::term::BillingInterval;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumDiscriminants, VariantArray};

tagged! {
    /// A command. Its JSON is the fixed format of scenarios and journals.
    #[derive(Clone, Debug, PartialEq, Eq, EnumDiscriminants)]
    #[strum_discriminants(
        name(CommandKind),
        derive(PartialOrd, Ord, EnumCount, VariantArray),
        doc = "The kinds of command: the rows of the table of SUB 8, and those that it does not name.",
        allow(missing_docs, reason = "each is the command of the same name")
    )]
    pub enum Command {
        /// Start the trial (TRI 1).
        StartTrial {},
        /// Buy a subscription that starts today (TRI 5, SUB 4).
        Buy {
            /// The plan.
            plan: PlanKey,
            /// The billing interval.
            length: BillingInterval,
            /// The number of licenses.
            #[serde(rename = "licences")]
            licenses: u32,
            /// The people who keep access if there are more people than licenses (LIC 7).
            keep: Option<Vec<PersonId>>,
        },
        /// Change licenses, plan or length today (CHG).
        Adjust {
            /// The new plan.
            plan: Option<PlanKey>,
            /// The new billing interval.
            length: Option<BillingInterval>,
            /// The new number of licenses.
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether to drop the change that is scheduled for the renewal (SUB 5).
            #[serde(skip_serializing_if = "Option::is_none")]
            drop_scheduled: Option<bool>,
        },
        /// Change licenses, plan or length at renewal (SUB 5).
        Schedule {
            /// The new plan.
            plan: Option<PlanKey>,
            /// The new billing interval.
            length: Option<BillingInterval>,
            /// The new number of licenses.
            #[serde(rename = "licences")]
            licenses: Option<u32>,
        },
        /// Remove the scheduled change (SUB 5).
        Unschedule {},
        /// Do not renew (SUB 3). For Free: end it today.
        Cancel {
            /// The administrator's reason.
            reason: Option<String>,
        },
        /// Undo the cancellation (SUB 3).
        Resume {},
        /// Start a new term today (SUB 6).
        RenewNow {},
        /// Undo the latest adjustment, change of length or early renewal on its day (CHG 13).
        Undo {},
        /// Choose Free, immediately or at the end of the canceled term (PLN 4).
        ChooseFree {
            /// The people who keep access if there are more people than licenses (LIC 7).
            keep: Option<Vec<PersonId>>,
        },
        /// Assign a role to people (ROL 3, ROL 5).
        SetRole {
            /// The people, by ID or by assignment.
            people: PeopleSelector,
            /// The role, or Default.
            role: Assigned,
            /// Why a license is freed. `stopped_using` if missing (LIC 3).
            reason: Option<FreeingReason>,
            /// The new number of licenses, adjusted first in the same booking (LIC 5).
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether a second question was confirmed, because a person who loses a license was seen recently (LIC 3).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Assign several roles in one booking (ROL 3, ROL 5). All of them are booked, or none.
        SetRoles {
            /// The roles. If several changes name the same row, the last one counts.
            changes: Vec<RoleChange>,
            /// Why licenses are freed, as in [`SetRole`](Self::SetRole).
            reason: Option<FreeingReason>,
            /// The new number of licenses, as in [`SetRole`](Self::SetRole).
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether a second question was confirmed, as in [`SetRole`](Self::SetRole).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Change the role that Default resolves to (ROL 3).
        SetDefaultRole {
            /// The role.
            role: Role,
        },
        /// Pass a license on (LIC 3).
        Reassign {
            /// The person who loses the license.
            from: PersonId,
            /// The person who gets the license.
            to: PersonId,
            /// The reason. Refused if missing.
            reason: Option<FreeingReason>,
            /// Whether a second question was confirmed, as in [`SetRole`](Self::SetRole).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Free the licenses of everybody who has not used them for a long time (LIC 3).
        FreeInactive {
            /// The minimum number of days without use.
            days: u32,
            /// People who keep their licenses anyway.
            keep: Option<Vec<PersonId>>,
        },
        /// Switch a setting of the account (ACC 4, LIC 8).
        SetSetting {
            /// The setting.
            setting: Setting,
            /// The new value.
            on: bool,
        },
        /// Ask for access for oneself (ACC 5, ACC 6).
        RequestAccess {
            /// The reason, in the person's words.
            why: Option<String>,
        },
        /// Answer a request for access (ACC 5, ACC 6).
        AnswerRequest {
            /// The person who asked.
            person: PersonId,
            /// Whether to grant the request.
            grant: bool,
            /// The role to assign. Default if missing.
            role: Option<Assigned>,
            /// A message for the person.
            word: Option<String>,
            /// The new number of licenses, adjusted first (LIC 5).
            #[serde(rename = "licences")]
            licenses: Option<u32>,
        },
        /// Import a legacy subscription (PLN 5).
        Import {
            /// A legacy plan.
            plan: PlanKey,
            /// The billing interval.
            length: BillingInterval,
            /// The number of licenses.
            #[serde(rename = "licences")]
            licenses: u32,
            /// The start of the current term.
            start: Date,
            /// The credit to import.
            credit: Option<Money>,
        },
        /// Replace all billing details (INV 5).
        #[serde(with = "fields")]
        SetBilling {
            /// The new billing details.
            billing: BillingDetails,
        },
        /// Record the payment of an invoice. Without a day, remove the recorded payment (INV 7).
        RecordPayment {
            /// The number of the invoice.
            document: String,
            /// The day of the payment.
            paid_on: Option<Date>,
            /// The reference of the bank or the payment page.
            reference: Option<String>,
        },
        /// Activate a certificate (ACT 1, ACT 3).
        Activate {
            /// How the certificate was obtained.
            #[serde(rename = "way")]
            mode: ActivationMode,
            /// The instance that will use it (ACT 6).
            instance: InstanceId,
            /// The certificate as text.
            certificate: String,
        },
        /// Confirm the activation (ACT 5). Online, with a downloaded certificate, whose grant may have changed.
        /// Offline, with the day alone, to detect a clock that is set back.
        Confirm {
            /// The instance that uses it.
            instance: InstanceId,
            /// The certificate as text. `None` offline.
            certificate: Option<String>,
        },
        /// Set the proxy to the activation service (ACT 4).
        #[serde(rename = "set_relay")]
        SetProxy {
            /// The new proxy.
            #[serde(rename = "relay")]
            proxy: ActivationProxy,
        },
        /// Record that an order was sent to the vendor (ACT 9).
        RecordOrder {
            /// The position of the last line in the order.
            position: u32,
            /// How it was sent.
            by: Delivery,
        },
    }
}

/// One role for some people, as part of several changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct RoleChange {
    /// The people, by ID or by their assignment before all the changes.
    pub people: PeopleSelector,
    /// The role, or Default.
    pub role: Assigned,
}

impl Command {
    /// The command's kind.
    pub fn kind(&self) -> CommandKind {
        self.into()
    }

    /// All kinds that apply to the command: its own, setting a role if it grants a request, and adjusting if it raises
    /// the licenses (LIC 5). All of them must be allowed (ACC 8, SUB 8).
    pub fn kinds(&self) -> impl Iterator<Item = CommandKind> {
        let (grants, licenses) = match self {
            Self::SetRole { licenses, .. } | Self::SetRoles { licenses, .. } => (false, *licenses),
            Self::AnswerRequest {
                grant: true, licenses, ..
            } => (true, *licenses),
            _ => (false, None),
        };
        let set_role = grants.then_some(CommandKind::SetRole);
        let adjust = licenses.map(|_| CommandKind::Adjust);
        [Some(self.kind()), set_role, adjust].into_iter().flatten()
    }

    /// The command that makes `change` today.
    pub fn adjust(change: Change) -> Self {
        Self::Adjust {
            plan: change.plan,
            length: change.length,
            licenses: change.licenses.map(LicenseCount::get),
            drop_scheduled: None,
        }
    }

    /// The command that makes `change` at renewal.
    pub fn schedule(change: Change) -> Self {
        Self::Schedule {
            plan: change.plan,
            length: change.length,
            licenses: change.licenses.map(LicenseCount::get),
        }
    }
}
