//! The checks of a certificate, in their order (ACT 8).

use crate::activation::grant::Grant;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::instance::InstanceId;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A failed check. If several fail, the first one is reported. A report therefore never depends on unsigned content.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FailedCheck {
    /// The text does not have the format of a certificate, or the signed content is not a grant.
    Framing,
    /// It has an unknown version of the format.
    Version,
    /// Its signature algorithm is not permitted.
    Algorithm,
    /// The catalog has no usable key with that ID. The key is unknown or revoked.
    KeyUnknown,
    /// The signature does not match the content and the key.
    Signature,
    /// It is for another product.
    Product,
    /// It is for another instance (ACT 6).
    Instance,
    /// It was issued after today, or its term has not begun.
    NotYetValid,
    /// Its last valid day has passed.
    FileExpired,
    /// Its term has ended.
    TermEnded,
    /// It has fewer licenses than the active certificate, and more are in use.
    #[serde(rename = "fewer_licences")]
    #[strum(serialize = "fewer_licences")]
    FewerLicenses,
    /// Today is before a day that was already seen.
    ClockSetBack,
}

impl FailedCheck {
    /// Every check, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Where and when a certificate is to be used. `None` skips that check.
#[derive(Clone, Copy, Debug)]
pub struct CheckContext<'a> {
    /// The product's name in the catalog.
    pub product: &'a str,
    /// This instance.
    pub instance: Option<&'a InstanceId>,
    /// The current day in UTC (SUB 7).
    pub today: Date,
    /// The latest day ever seen here.
    pub newest_day: Option<Date>,
    /// The grant of the certificate in force.
    pub active: Option<&'a Grant>,
    /// The number of licenses in use.
    pub in_use: u32,
}

impl FailedCheck {
    /// The problem and what to do (ACT 8). `grant` is the content of the certificate if its signature is valid.
    pub fn message(self, grant: Option<&Grant>) -> String {
        let day = |pick: fn(&Grant) -> Date| grant.map(|it| pick(it).to_string()).unwrap_or_default();
        let parts: &[&str] = match self {
            Self::Framing => {
                &["This isn't an activation certificate, or it's damaged. Use the original file without changes."]
            }
            Self::Version => {
                &["This certificate has a newer format. Update the product, then apply the certificate again."]
            }
            Self::Algorithm => &["This certificate's signature type isn't supported. Ask support for a new file."],
            Self::KeyUnknown => &[
                "This certificate's key is unknown or no longer trusted. Update the product. If that doesn't help, ask support for a new file.",
            ],
            Self::Signature => &[
                "This certificate was changed after it was signed. Use the original file without changes, or ask support for a new one.",
            ],
            Self::Product => &[
                "This certificate is for ",
                grant.map_or("another product", |it| &it.product),
                ". Use the file for this product.",
            ],
            Self::Instance => match grant.and_then(|it| it.instances.first()) {
                Some(first) => &[
                    "This certificate is for instance ",
                    first.as_str(),
                    ", not this one. Apply it there, or ask support to move it.",
                ],
                None => &["This certificate is for another instance. Ask support to move it."],
            },
            Self::NotYetValid => &[
                "This certificate is valid from ",
                &day(|it| it.term.start.max(it.issued_at.date())),
                ". Apply it then. If that date has passed, correct the clock.",
            ],
            Self::FileExpired => &[
                "This certificate was valid through ",
                &day(|it| it.valid_until),
                ". Ask support for a new file.",
            ],
            Self::TermEnded => &[
                "The term of this certificate ended on ",
                &day(|it| it.term.end),
                ". Renew or buy again, then get a new file.",
            ],
            Self::FewerLicenses => &[
                "This certificate covers ",
                &grant.map(|it| it.licenses.to_string()).unwrap_or_default(),
                " licenses, but more are in use. Remove licenses in User Management first, then apply it.",
            ],
            Self::ClockSetBack => {
                &["The clock was set back. A later date has already been seen here. Correct the clock, then try again."]
            }
        };
        parts.concat()
    }
}

impl Grant {
    /// Checks the grant against the place and time of its use. Format and signature were checked when the certificate
    /// was read.
    ///
    /// # Errors
    /// At the first failed check, in the order of [`FailedCheck::ALL`].
    pub fn check(&self, at: &CheckContext<'_>) -> Result<(), FailedCheck> {
        let fewer = at.active.is_some_and(|active| self.licenses < active.licenses);
        let good = [
            (self.product == at.product, FailedCheck::Product),
            (
                at.instance.is_none_or(|it| self.instances.covers(it)),
                FailedCheck::Instance,
            ),
            (
                self.issued_at.date() <= at.today && self.term.start <= at.today,
                FailedCheck::NotYetValid,
            ),
            (at.today <= self.valid_until, FailedCheck::FileExpired),
            (at.today < self.term.end, FailedCheck::TermEnded),
            (!fewer || self.licenses >= at.in_use, FailedCheck::FewerLicenses),
            (
                at.newest_day.is_none_or(|newest| newest <= at.today),
                FailedCheck::ClockSetBack,
            ),
        ];
        good.into_iter()
            .find(|(good, _)| !good)
            .map_or(Ok(()), |(_, check)| Err(check))
    }
}
