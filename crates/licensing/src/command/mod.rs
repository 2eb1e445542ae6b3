//! Everything that somebody can ask for, as values. What a command may do is decided in [`decide`](crate::decide).

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
use crate::value::money::Money;
use crate::value::plan::PlanKey;
use crate::value::role::{Assigned, FreeingReason, Role};
use crate::value::setting::Setting;
use crate::value::term::BillingInterval;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumDiscriminants, VariantArray};

tagged! {
    /// A command; its JSON is the fixed format of scenarios and journals.
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
            /// The length.
            length: BillingInterval,
            /// How many licenses.
            #[serde(rename = "licences")]
            licenses: u32,
            /// Who keeps access where there are more people (LIC 7).
            keep: Option<Vec<PersonId>>,
        },
        /// Change licenses, plan, length, today (CHG).
        Adjust {
            /// Another plan.
            plan: Option<PlanKey>,
            /// Another length.
            length: Option<BillingInterval>,
            /// Another number of licenses.
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether it drops what is scheduled for the renewal (SUB 5).
            #[serde(skip_serializing_if = "Option::is_none")]
            drop_scheduled: Option<bool>,
        },
        /// Change licenses, plan, length at renewal (SUB 5).
        Schedule {
            /// Another plan.
            plan: Option<PlanKey>,
            /// Another length.
            length: Option<BillingInterval>,
            /// Another number of licenses.
            #[serde(rename = "licences")]
            licenses: Option<u32>,
        },
        /// Remove what is scheduled (SUB 5).
        Unschedule {},
        /// Do not renew (SUB 3); in Free: end it today.
        Cancel {
            /// Why, in the admin's words.
            reason: Option<String>,
        },
        /// Undo the cancellation (SUB 3).
        Resume {},
        /// Start a new term today (SUB 6).
        RenewNow {},
        /// Undo the latest adjustment, change of length or early renewal on its day (CHG 13).
        Undo {},
        /// Free, at once or at the end of the canceled term (PLN 4).
        ChooseFree {
            /// Who keeps access where there are more people (LIC 7).
            keep: Option<Vec<PersonId>>,
        },
        /// Give people a role (ROL 3, ROL 5).
        SetRole {
            /// Whom: by id, or everybody who is assigned one thing.
            people: PeopleSelector,
            /// The role, or Default.
            role: Assigned,
            /// Why a license is freed; `stopped_using` unless told otherwise (LIC 3).
            reason: Option<FreeingReason>,
            /// How many licenses the subscription is to have first (LIC 5); adjusted in the same booking.
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether it was asked a second time since somebody who loses a license was seen within the last days (LIC 3).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Give people several roles at once (ROL 3, ROL 5): all of it is booked, or nothing.
        SetRoles {
            /// Who gets what; a row that several of them name gets what the last one says.
            changes: Vec<RoleChange>,
            /// Why licenses are freed, as in [`SetRole`](Self::SetRole).
            reason: Option<FreeingReason>,
            /// How many licenses the subscription is to have first, as in [`SetRole`](Self::SetRole).
            #[serde(rename = "licences")]
            licenses: Option<u32>,
            /// Whether it was asked a second time, as in [`SetRole`](Self::SetRole).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Change what Default resolves to (ROL 3).
        SetDefaultRole {
            /// The role.
            role: Role,
        },
        /// Pass a license on (LIC 3).
        Reassign {
            /// Whose license.
            from: PersonId,
            /// Who gets it.
            to: PersonId,
            /// Why; refused without one.
            reason: Option<FreeingReason>,
            /// Whether it was asked a second time, as in [`SetRole`](Self::SetRole).
            #[serde(skip_serializing_if = "Option::is_none")]
            recent_confirmed: Option<bool>,
        },
        /// Free the licenses of everybody who has not used them for long (LIC 3).
        FreeInactive {
            /// For how many days.
            days: u32,
            /// Who keeps theirs all the same.
            keep: Option<Vec<PersonId>>,
        },
        /// Switch a setting of the account (ACC 4, LIC 8).
        SetSetting {
            /// Which.
            setting: Setting,
            /// Whether it is on from now.
            on: bool,
        },
        /// Ask for access, for oneself (ACC 5, ACC 6).
        RequestAccess {
            /// What for, in the person's words.
            why: Option<String>,
        },
        /// Answer somebody who has asked for access (ACC 5, ACC 6).
        AnswerRequest {
            /// Who has asked.
            person: PersonId,
            /// Whether they get it.
            grant: bool,
            /// The role that they get; Default unless told otherwise.
            role: Option<Assigned>,
            /// A word for them.
            word: Option<String>,
            /// How many licenses the subscription is to have first (LIC 5).
            #[serde(rename = "licences")]
            licenses: Option<u32>,
        },
        /// Take over a legacy subscription (PLN 5).
        Import {
            /// A legacy plan.
            plan: PlanKey,
            /// Its length.
            length: BillingInterval,
            /// Its licenses.
            #[serde(rename = "licences")]
            licenses: u32,
            /// The start of the running term.
            start: Date,
            /// Credit brought along.
            credit: Option<Money>,
        },
        /// Set the billing details, all of them (INV 5).
        #[serde(with = "fields")]
        SetBilling {
            /// What they are from now on.
            billing: BillingDetails,
        },
        /// Record that an invoice was paid; without a day, take back what was recorded (INV 7).
        RecordPayment {
            /// Its number.
            document: String,
            /// The day on which it was paid.
            paid_on: Option<Date>,
            /// The bank's or the payment page's reference.
            reference: Option<String>,
        },
        /// Use what a certificate grants (ACT 1, ACT 3).
        Activate {
            /// How it came here.
            way: ActivationMode,
            /// Where it is to be used (ACT 6).
            instance: InstanceId,
            /// Its text.
            certificate: String,
        },
        /// Confirm what is activated (ACT 5): online by the certificate that was fetched anew, which may grant something else
        /// by now; offline by the day alone, so that a clock that is set back is noticed.
        Confirm {
            /// Where it is used.
            instance: InstanceId,
            /// Its text; none offline.
            certificate: Option<String>,
        },
        /// Set the relay to the activation service (ACT 4).
        SetRelay {
            /// What it is from now on.
            relay: ActivationProxy,
        },
        /// Record that an order has gone to the vendor (ACT 9).
        RecordOrder {
            /// The position of its last line.
            position: u32,
            /// How it went.
            by: Delivery,
        },
    }
}

/// A role for some people, among others for others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub struct RoleChange {
    /// Whom: by id, or everybody who is assigned one thing before any of the changes.
    pub people: PeopleSelector,
    /// The role, or Default.
    pub role: Assigned,
}

impl Command {
    /// Its kind.
    pub fn kind(&self) -> CommandKind {
        self.into()
    }

    /// Every kind that it is at once: its own; setting a role, where it grants a request; adjusting, where it raises
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

    /// The command that changes what `change` names, today.
    pub fn adjust(change: Change) -> Self {
        Self::Adjust {
            plan: change.plan,
            length: change.length,
            licenses: change.licenses,
            drop_scheduled: None,
        }
    }

    /// The command that changes what `change` names, at renewal.
    pub fn schedule(change: Change) -> Self {
        Self::Schedule {
            plan: change.plan,
            length: change.length,
            licenses: change.licenses,
        }
    }
}
