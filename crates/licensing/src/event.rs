//! Events: what has happened. An account is folded from its events, so an event holds everything that the fold needs.

use crate::activation::confirmation::ActivationMode;
use crate::activation::delivery::Delivery;
use crate::activation::grant::Grant;
use crate::activation::proxy::ActivationProxy;
use crate::billing::details::BillingDetails;
use crate::billing::document::Order;
use crate::billing::line::Line;
use crate::directory::person::PersonId;
use crate::json::tagged::tagged;
use crate::seats::assignments::SeatAllocation;
use crate::seats::selector::{PeopleSelector, listed};
use crate::subscription::{Change, NotFitting, SubscriptionItem};
use crate::value::date::Date;
use crate::value::ids::DocumentNumber;
use crate::value::license_count::LicenseCount;
use crate::value::money::Money;
use crate::value::role::{Assigned, FreeingReason, Role};
use crate::value::setting::Setting;
use crate::value::term::Term;

tagged! {
    /// An event, with its date.
    #[derive(Clone, Debug, PartialEq, Eq)]
    #[allow(
        missing_docs,
        reason = "`on` is the day in every variant; the other fields are named by their types"
    )]
    pub enum Event {
        /// The trial began. The person who started it became Administrator if the directory has them (ROL 6).
        TrialStarted {
            on: Date,
            end: Date,
            administrator: Option<PersonId>,
        },
        /// A subscription was bought. The term starts on that day (TRI 5, SUB 4).
        Purchased {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            term: Term,
            order: Order,
            access: SeatAllocation,
        },
        /// A legacy subscription was imported. Its opening line has no document (PLN 5).
        Imported {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            term: Term,
            opening_line: Line,
            credit: Option<Money>,
            access: SeatAllocation,
        },
        /// Licenses or plan changed today. The expiry date stays (CHG 4).
        Adjusted {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            order: Order,
            /// The scheduled change that it dropped (SUB 5). Undoing the adjustment restores the change (CHG 13).
            #[serde(skip_serializing_if = "Option::is_none")]
            dropped: Option<Change>,
        },
        /// The billing interval changed today, possibly with licenses and plan. The anchor stays (CHG 5).
        #[serde(rename = "length_changed")]
        IntervalChanged {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            term: Term,
            order: Order,
            /// As in [`Adjusted`](Self::Adjusted).
            #[serde(skip_serializing_if = "Option::is_none")]
            dropped: Option<Change>,
        },
        /// The latest adjustment, change of length or early renewal was undone on its day (CHG 13).
        Undone { on: Date, order: Order },
        /// The term was renewed on the day of expiry (SUB 2), with the scheduled change or unchanged (SUB 5).
        Renewed {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            term: Term,
            order: Order,
            not_fitting: Option<NotFitting>,
        },
        /// A new term was started early (SUB 6).
        RenewedNow {
            on: Date,
            #[serde(rename = "holding")]
            item: SubscriptionItem,
            term: Term,
            order: Order,
        },
        /// A change was scheduled for the renewal (SUB 5).
        ChangeScheduled { on: Date, change: Change },
        /// The change scheduled for the end of the term was removed (SUB 5, PLN 4).
        ChangeUnscheduled { on: Date },
        /// The subscription was canceled and will not renew (SUB 3).
        #[serde(rename = "cancelled")]
        Canceled { on: Date, reason: Option<String> },
        /// The cancellation was undone (SUB 3).
        Resumed { on: Date },
        /// Free was chosen for the end of the canceled term (PLN 4).
        FreeChosen { on: Date, keep: Option<Vec<PersonId>> },
        /// Free began (PLN 4).
        FreeStarted {
            on: Date,
            #[serde(rename = "licences")]
            licenses: LicenseCount,
            access: SeatAllocation,
        },
        /// The subscription ended (SUB 4).
        Expired { on: Date },
        /// A role was assigned to people (ROL 3). `reason` is present if this freed licenses (LIC 3).
        RolesSet {
            on: Date,
            people: PeopleSelector,
            role: Assigned,
            reason: Option<FreeingReason>,
        },
        /// Default resolves to another role (ROL 3).
        DefaultRoleSet { on: Date, role: Role },
        /// A license was passed on with its role (LIC 3).
        Reassigned {
            on: Date,
            from: PersonId,
            to: PersonId,
            role: Assigned,
            reason: FreeingReason,
            /// Since when the role has been held, if both rows are the same person (LIC 9, ACT 7).
            #[serde(skip_serializing_if = "Option::is_none")]
            since: Option<Date>,
        },
        /// New people were put on Default automatically (LIC 8).
        NewPeopleLicensed {
            on: Date,
            #[serde(deserialize_with = "listed")]
            people: Vec<PersonId>,
        },
        /// A setting was switched (ACC 4, LIC 8).
        SettingChanged { on: Date, setting: Setting, enabled: bool },
        /// A person asked for access (ACC 5, ACC 6).
        AccessRequested {
            on: Date,
            person: PersonId,
            why: Option<String>,
        },
        /// A request was granted or declined (ACC 5, ACC 6). A separate event assigns the role.
        RequestAnswered {
            on: Date,
            person: PersonId,
            granted: bool,
            word: Option<String>,
        },
        /// The billing details were replaced (INV 5).
        BillingSet { on: Date, billing: BillingDetails },
        /// A payment was recorded. Without a day, the recorded payment was removed (INV 7).
        PaymentRecorded {
            on: Date,
            document: DocumentNumber,
            paid_on: Option<Date>,
            reference: Option<String>,
        },
        /// A certificate was activated (ACT 1, ACT 3). `access` is present if the account has no paid subscription:
        /// from then on, the certificate limits the number of people with access.
        Activated {
            on: Date,
            #[serde(rename = "way")]
            mode: ActivationMode,
            grant: Grant,
            access: Option<SeatAllocation>,
        },
        /// The activation was confirmed (ACT 5).
        Confirmed { on: Date },
        /// The proxy to the activation service was set (ACT 4).
        #[serde(rename = "relay_set")]
        ProxySet {
            on: Date,
            #[serde(rename = "relay")]
            proxy: ActivationProxy,
        },
        /// An order was sent to the vendor (ACT 9).
        OrderRecorded { on: Date, position: u32, by: Delivery },
    }
}

impl Event {
    /// The date of the event.
    pub fn on(&self) -> Date {
        match self {
            Self::TrialStarted { on, .. }
            | Self::Purchased { on, .. }
            | Self::Imported { on, .. }
            | Self::Adjusted { on, .. }
            | Self::IntervalChanged { on, .. }
            | Self::Undone { on, .. }
            | Self::Renewed { on, .. }
            | Self::RenewedNow { on, .. }
            | Self::ChangeScheduled { on, .. }
            | Self::ChangeUnscheduled { on }
            | Self::Canceled { on, .. }
            | Self::Resumed { on }
            | Self::FreeChosen { on, .. }
            | Self::FreeStarted { on, .. }
            | Self::Expired { on }
            | Self::RolesSet { on, .. }
            | Self::DefaultRoleSet { on, .. }
            | Self::Reassigned { on, .. }
            | Self::NewPeopleLicensed { on, .. }
            | Self::SettingChanged { on, .. }
            | Self::AccessRequested { on, .. }
            | Self::RequestAnswered { on, .. }
            | Self::BillingSet { on, .. }
            | Self::PaymentRecorded { on, .. }
            | Self::Activated { on, .. }
            | Self::Confirmed { on }
            | Self::ProxySet { on, .. }
            | Self::OrderRecorded { on, .. } => *on,
        }
    }

    /// Whether the event is only about people, not about the subscription.
    pub fn is_about_people(&self) -> bool {
        matches!(
            self,
            Self::RolesSet { .. }
                | Self::DefaultRoleSet { .. }
                | Self::Reassigned { .. }
                | Self::NewPeopleLicensed { .. }
                | Self::SettingChanged { .. }
                | Self::AccessRequested { .. }
                | Self::RequestAnswered { .. }
        )
    }

    /// Whether the event is only about activation. Orders leave such events out (ACT 9).
    pub fn is_about_activation(&self) -> bool {
        matches!(
            self,
            Self::Activated { .. } | Self::Confirmed { .. } | Self::ProxySet { .. } | Self::OrderRecorded { .. }
        )
    }

    /// All people that the event names.
    pub fn named(&self) -> Vec<&PersonId> {
        match self {
            Self::TrialStarted { administrator, .. } => administrator.iter().collect(),
            Self::Purchased { access, .. } | Self::Imported { access, .. } | Self::FreeStarted { access, .. } => {
                access.on_default.iter().chain(&access.none).collect()
            }
            Self::Activated {
                access: Some(access), ..
            } => access.on_default.iter().chain(&access.none).collect(),
            Self::FreeChosen { keep, .. } => keep.iter().flatten().collect(),
            Self::RolesSet { people, .. } => people.named().iter().collect(),
            Self::NewPeopleLicensed { people, .. } => people.iter().collect(),
            Self::Reassigned { from, to, .. } => vec![from, to],
            Self::AccessRequested { person, .. } | Self::RequestAnswered { person, .. } => vec![person],
            _ => Vec::new(),
        }
    }

    /// Whether the event can be undone on its day (CHG 13).
    pub fn can_be_undone(&self) -> bool {
        matches!(
            self,
            Self::Adjusted { .. } | Self::IntervalChanged { .. } | Self::RenewedNow { .. }
        )
    }

    /// The scheduled change that the event dropped (SUB 5).
    pub fn dropped(&self) -> Option<Change> {
        match self {
            Self::Adjusted { dropped, .. } | Self::IntervalChanged { dropped, .. } => *dropped,
            _ => None,
        }
    }

    /// The order that the event booked, if any.
    pub fn order(&self) -> Option<&Order> {
        match self {
            Self::Purchased { order, .. }
            | Self::Adjusted { order, .. }
            | Self::IntervalChanged { order, .. }
            | Self::Undone { order, .. }
            | Self::Renewed { order, .. }
            | Self::RenewedNow { order, .. } => Some(order),
            _ => None,
        }
    }
}
