//! Refusals: why a command is refused, with the rule, and with messages that say what, why and what to do.

pub mod field_error;
mod message;
pub mod state_refusal;

use crate::activation::check::FailedCheck;
use crate::activation::grant::Grant;
use crate::catalogue::status::CatalogueStatus;
use crate::directory::person::PersonId;
use crate::refusal::field_error::FieldError;
use crate::refusal::state_refusal::StateRefusal;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::{LicenseCount, ZeroLicenses};
use crate::value::plan::PlanKey;
use crate::value::subscription_id::SubscriptionId;

/// What prevents an undo, because it depends on the step (CHG 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dependent {
    /// A payment of the step's document is recorded.
    Payment {
        /// The document.
        number: DocumentNumber,
    },
    /// The scheduled change, the cancellation or the choice of Free has changed since.
    EndOfTerm,
    /// More licenses are in use than the account had before the step.
    LicensesInUse {
        /// The number of licenses in use.
        in_use: u32,
        /// The number of licenses after the undo.
        licenses: LicenseCount,
    },
}

/// Why a command is refused. Every message has a golden test.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} ({})", self.code(), self.rule())]
pub enum Refusal {
    /// Only collection administrators may do it (ACC 1).
    NotCollectionAdministrator,
    /// Only those who manage users may do it (ACC 4).
    MayNotManageUsers,
    /// The day is before the last booking (SUB 7).
    ClockBehind {
        /// The day of the command.
        today: Date,
        /// The day of the last booking.
        last: Date,
    },
    /// The table of SUB 8 refuses the command in this status.
    State {
        /// The code in the cell of the table.
        code: StateRefusal,
        /// The end of the paid term, if there is one.
        end: Option<Date>,
    },
    /// Nothing is scheduled (SUB 5).
    NothingScheduled,
    /// The number of licenses is zero (CHG 8).
    ZeroLicenses,
    /// Free cannot be bought. It is chosen (PLN 4).
    ChooseFree,
    /// An active subscription must be canceled before Free (PLN 4).
    CancelFirst,
    /// The plan is not available for this deployment (PLN 1).
    PlanNotAvailable {
        /// The plan.
        plan: PlanKey,
        /// Whether the account is on Server instead of Services.
        on_server: bool,
    },
    /// The plan is not sold (PLN 5).
    PlanNotSold {
        /// The plan.
        plan: PlanKey,
    },
    /// The number of licenses is outside the plan's range (PLN 1).
    LicensesOutOfRange {
        /// The plan.
        plan: PlanKey,
        /// The requested number.
        licenses: LicenseCount,
        /// The minimum.
        min: u32,
        /// The maximum, if there is one.
        max: Option<u32>,
    },
    /// There is no price for it today (PLN 3).
    NoPriceList {
        /// The plan.
        plan: PlanKey,
        /// The first day with a price, if known.
        from: Option<Date>,
    },
    /// Only legacy plans can be imported (PLN 5).
    NotImportable {
        /// The plan.
        plan: PlanKey,
    },
    /// The imported term does not contain today (PLN 5).
    NotRunning {
        /// Its start.
        start: Date,
        /// Its end, exclusive.
        end: Date,
    },
    /// Passing a license on requires a reason (LIC 3).
    ReasonMissing,
    /// There are more people than licenses (LIC 5).
    NoFreeLicense {
        /// The number of missing licenses.
        missing: u32,
        /// The number of licenses.
        licenses: LicenseCount,
        /// The number of licenses that would suffice.
        needed: u32,
    },
    /// There would be fewer licenses than are in use (CHG 9).
    LicensesInUse {
        /// The number of licenses in use.
        in_use: u32,
        /// The requested number.
        licenses: LicenseCount,
    },
    /// Renew now is not allowed on the first day of a term (SUB 6).
    FirstDay {
        /// The first day on which it is allowed.
        from: Date,
    },
    /// The change does not fit together with the scheduled change (SUB 5).
    DoesNotFitScheduled {
        /// The plan after the renewal.
        plan: PlanKey,
        /// The number of licenses after the renewal.
        licenses: LicenseCount,
    },
    /// Nothing would change (CHG 8).
    NothingChanged,
    /// There is no booking to undo (CHG 13).
    NothingToUndo,
    /// The latest booking is from an earlier day (CHG 13).
    TooLate {
        /// The day of that booking.
        on: Date,
    },
    /// Something depends on the booking to undo (CHG 13).
    DependsOnIt(Dependent),
    /// Neither the directory nor the account knows these people.
    UnknownPerson {
        /// Their IDs. Empty if the person who asks is unknown.
        ids: Vec<PersonId>,
    },
    /// A field is invalid (INV 5, INV 7).
    Field(FieldError),
    /// No document has this number (INV 7).
    UnknownDocument {
        /// The number.
        number: String,
    },
    /// Nothing is due for the document (INV 7).
    NothingDue {
        /// Its number.
        number: DocumentNumber,
    },
    /// The subscription comes from a certificate and must be changed where it was bought (ACT 1).
    ManagedElsewhere {
        /// The subscription's ID.
        id: SubscriptionId,
    },
    /// A certificate failed a check (ACT 8).
    Certificate {
        /// The check.
        check: FailedCheck,
        /// The grant, if its signature is valid.
        grant: Option<Box<Grant>>,
    },
    /// There is no activation to confirm (ACT 1).
    NotActivated,
    /// A certificate of another subscription cannot confirm or replace the current one (ACT 1).
    OtherSubscription {
        /// The subscription of the certificate.
        id: SubscriptionId,
    },
    /// A certificate issued before the current one cannot confirm or replace it (ACT 5).
    OlderCertificate,
    /// The order does not exist (ACT 9).
    UnknownOrder,
    /// The page's catalog is older than the journal, so its prices may be outdated (PLN 3).
    CatalogueOlder,
    /// The catalog cannot be read, so there are no prices (PLN 3).
    CatalogueUnreadable,
    /// The catalog has another currency than the account, or other minor digits (CRD 1).
    CurrencyChanged {
        /// The currency of the account, and its minor digits.
        recorded: (String, u32),
        /// The currency of the catalog, and its minor digits.
        own: (String, u32),
    },
    /// The journal has no line at this position, so no order can include it (ACT 9).
    UnknownPosition {
        /// The requested position.
        position: u32,
    },
}

impl Refusal {
    /// The code, fixed by SUB 8.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotCollectionAdministrator => "not_collection_administrator",
            Self::MayNotManageUsers => "may_not_manage_users",
            Self::ClockBehind { .. } => "clock_behind",
            Self::State { code, .. } => code.code(),
            Self::NothingScheduled => "nothing_scheduled",
            Self::ZeroLicenses => "zero_licences",
            Self::ChooseFree => "choose_free",
            Self::CancelFirst => "cancel_first",
            Self::PlanNotAvailable { .. } => "plan_not_available",
            Self::PlanNotSold { .. } => "plan_not_sold",
            Self::LicensesOutOfRange { .. } => "licences_out_of_range",
            Self::NoPriceList { .. } => "no_price_list",
            Self::NotImportable { .. } => "not_importable",
            Self::NotRunning { .. } => "not_running",
            Self::ReasonMissing => "reason_missing",
            Self::NoFreeLicense { .. } => "no_free_licence",
            Self::LicensesInUse { .. } => "licences_in_use",
            Self::FirstDay { .. } => "first_day",
            Self::DoesNotFitScheduled { .. } => "does_not_fit_scheduled",
            Self::NothingChanged => "nothing_changed",
            Self::NothingToUndo => "nothing_to_undo",
            Self::TooLate { .. } => "too_late",
            Self::DependsOnIt(_) => "depends_on_it",
            Self::UnknownPerson { .. } => "unknown_person",
            Self::Field(_) => "invalid_field",
            Self::UnknownDocument { .. } => "unknown_document",
            Self::NothingDue { .. } => "nothing_due",
            Self::ManagedElsewhere { .. } => "managed_elsewhere",
            Self::Certificate { check, .. } => check.as_str(),
            Self::NotActivated => "not_activated",
            Self::OtherSubscription { .. } => "other_subscription",
            Self::OlderCertificate => "older_certificate",
            Self::UnknownOrder => "unknown_order",
            Self::CatalogueOlder => "catalogue_older",
            Self::CatalogueUnreadable => "catalogue_unreadable",
            Self::CurrencyChanged { .. } => "currency_changed",
            Self::UnknownPosition { .. } => "unknown_position",
        }
    }

    /// The rule that refuses the command, by its number in `docs/rules.md`.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::NotCollectionAdministrator => "ACC 1",
            Self::MayNotManageUsers => "ACC 4",
            Self::ClockBehind { .. } => "SUB 7",
            Self::State { code, .. } => code.rule(),
            Self::NothingScheduled | Self::DoesNotFitScheduled { .. } => "SUB 5",
            Self::ZeroLicenses | Self::NothingChanged => "CHG 8",
            Self::NothingToUndo | Self::TooLate { .. } | Self::DependsOnIt(_) => "CHG 13",
            Self::ChooseFree | Self::CancelFirst => "PLN 4",
            Self::PlanNotAvailable { .. } | Self::LicensesOutOfRange { .. } => "PLN 1",
            Self::PlanNotSold { .. } | Self::NotImportable { .. } | Self::NotRunning { .. } => "PLN 5",
            Self::NoPriceList { .. } => "PLN 3",
            Self::ReasonMissing => "LIC 3",
            Self::NoFreeLicense { .. } => "LIC 5",
            Self::LicensesInUse { .. } => "CHG 9",
            Self::FirstDay { .. } => "SUB 6",
            Self::UnknownPerson { .. } => "LIC 1",
            Self::Field(invalid) => invalid.rule(),
            Self::UnknownDocument { .. } | Self::NothingDue { .. } => "INV 7",
            Self::ManagedElsewhere { .. } | Self::NotActivated | Self::OtherSubscription { .. } => "ACT 1",
            Self::Certificate { .. } => "ACT 8",
            Self::OlderCertificate => "ACT 5",
            Self::UnknownOrder | Self::UnknownPosition { .. } => "ACT 9",
            Self::CatalogueOlder | Self::CatalogueUnreadable => "PLN 3",
            Self::CurrencyChanged { .. } => "CRD 1",
        }
    }
}

impl From<ZeroLicenses> for Refusal {
    fn from(_: ZeroLicenses) -> Self {
        Self::ZeroLicenses
    }
}

impl CatalogueStatus {
    /// The refusal of commands that need a price. `None` if the catalog may price orders.
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::InForce => None,
            Self::Older => Some(Refusal::CatalogueOlder),
            Self::Unreadable(_) => Some(Refusal::CatalogueUnreadable),
            Self::OtherCurrency { recorded, own } => Some(Refusal::CurrencyChanged {
                recorded: recorded.clone(),
                own: own.clone(),
            }),
        }
    }
}
