//! Refusals: why a command does not go, by rule, in words that say what, why and what to do.

pub mod field_error;
mod message;
pub mod state_refusal;

use crate::activation::check::FailedCheck;
use crate::activation::grant::Grant;
use crate::catalogue::standing::CatalogueStatus;
use crate::directory::person::PersonId;
use crate::refusal::field_error::FieldError;
use crate::refusal::state_refusal::StateRefusal;
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::subscription_id::SubscriptionId;

/// What depends on something that would be undone (CHG 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dependent {
    /// A payment of its document is recorded.
    Payment {
        /// The document.
        number: DocumentNumber,
    },
    /// Schedule, cancellation or choice of Free have changed since.
    EndOfTerm,
    /// More licenses are in use than there were before.
    LicensesInUse {
        /// How many are in use.
        in_use: u32,
        /// How many there would be.
        licenses: u32,
    },
}

/// A command that the rules refuse. Every message is golden-tested.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} ({})", self.code(), self.rule())]
pub enum Refusal {
    /// Only collection administrators may do it (ACC 1).
    NotCollectionAdministrator,
    /// Only those who manage users may do it (ACC 4).
    MayNotManageUsers,
    /// The day lies before the last booking (SUB 7).
    ClockBehind {
        /// The day of the command.
        today: Date,
        /// The day of the last booking.
        last: Date,
    },
    /// The table of SUB 8 refuses it in this state.
    State {
        /// Which cell's code.
        code: StateRefusal,
        /// The end of the paid term, where there is one.
        end: Option<Date>,
    },
    /// Nothing is scheduled (SUB 5).
    NothingScheduled,
    /// Zero licenses (CHG 8).
    ZeroLicenses,
    /// Free is not bought but chosen (PLN 4).
    ChooseFree,
    /// Free instead of an active subscription (PLN 4).
    CancelFirst,
    /// The plan is not for this deployment (PLN 1).
    PlanNotAvailable {
        /// The plan's name.
        plan: String,
        /// Whether the account is on Server (else Services).
        on_server: bool,
    },
    /// The plan is not sold (PLN 5).
    PlanNotSold {
        /// The plan's name.
        plan: String,
    },
    /// The plan does not have that many licenses (PLN 1).
    LicensesOutOfRange {
        /// The plan's name.
        plan: String,
        /// What was asked for.
        licenses: u32,
        /// The fewest.
        min: u32,
        /// The most.
        max: Option<u32>,
    },
    /// No price for it today (PLN 3).
    NoPriceList {
        /// The plan's name.
        plan: String,
        /// The first day with a price, where one is known.
        from: Option<Date>,
    },
    /// Only legacy plans are imported (PLN 5).
    NotImportable {
        /// The plan's name.
        plan: String,
    },
    /// The imported term does not contain today (PLN 5).
    NotRunning {
        /// Its start.
        start: Date,
        /// Its end, exclusive.
        end: Date,
    },
    /// A license is passed on with a reason only (LIC 3).
    ReasonMissing,
    /// More people than licenses (LIC 5).
    NoFreeLicense {
        /// How many licenses are missing.
        missing: u32,
        /// How many there are.
        licenses: u32,
        /// How many would do: what to raise them to.
        needed: u32,
    },
    /// Fewer licenses than in use (CHG 9).
    LicensesInUse {
        /// How many are in use.
        in_use: u32,
        /// What was asked for.
        licenses: u32,
    },
    /// Renew now on the first day of a term (SUB 6).
    FirstDay {
        /// The day from which it goes.
        from: Date,
    },
    /// The change would not fit together with what is scheduled (SUB 5).
    DoesNotFitScheduled {
        /// The plan that would come out at renewal.
        plan: String,
        /// The licenses that would come out.
        licenses: u32,
    },
    /// Nothing would change (CHG 8).
    NothingChanged,
    /// Nothing has been booked that could be undone (CHG 13).
    NothingToUndo,
    /// What could be undone was booked on an earlier day (CHG 13).
    TooLate {
        /// That day.
        on: Date,
    },
    /// Something depends on what would be undone (CHG 13).
    DependsOnIt(Dependent),
    /// People whom neither the directory nor the account knows.
    UnknownPerson {
        /// Their ids; empty where it is not known who asks.
        ids: Vec<PersonId>,
    },
    /// Something entered cannot be so (INV 5, INV 7).
    Field(FieldError),
    /// No document has this number (INV 7).
    UnknownDocument {
        /// The number.
        number: String,
    },
    /// A document of which nothing is to be paid (INV 7).
    NothingDue {
        /// Its number.
        number: DocumentNumber,
    },
    /// The subscription is a certificate's: it is changed where it was bought (ACT 1).
    ManagedElsewhere {
        /// Its ID.
        id: SubscriptionId,
    },
    /// A certificate failed a check (ACT 8).
    Certificate {
        /// Which.
        check: FailedCheck,
        /// What it says, once its signature is proved.
        grant: Option<Box<Grant>>,
    },
    /// Nothing is activated that could be confirmed (ACT 1).
    NotActivated,
    /// A certificate of another subscription neither confirms nor replaces the one that is used (ACT 1).
    OtherSubscription {
        /// Whose it is.
        id: SubscriptionId,
    },
    /// A certificate that was issued before the one in force neither confirms nor replaces it (ACT 5).
    OlderCertificate,
    /// There is no such order (ACT 9).
    UnknownOrder,
    /// The page knows less than the journal has recorded, so it could only price by older lists (PLN 3).
    CatalogueOlder,
    /// The catalogue could not be read, so there are no prices (PLN 3).
    CatalogueUnreadable,
    /// The catalogue has another currency than the account, or other digits (CRD 1).
    CurrencyChanged {
        /// The currency of the account, and its digits.
        recorded: (String, u32),
        /// That of the catalogue.
        own: (String, u32),
    },
    /// The journal has no such line, so that no order can hold it (ACT 9).
    UnknownPosition {
        /// What was asked for.
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

    /// The rule that refuses, by its number in `docs/rules.md`.
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

impl CatalogueStatus {
    /// Why nothing that needs a price is booked; none where it is.
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
