//! What can be wrong with a certificate, in the order in which it is checked (ACT 8).

use crate::activation::grant::Grant;
use crate::text::words::all;
use crate::value::date::Date;
use crate::value::instance::InstanceId;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// The check that failed. Of several the first is told, so that what is said of a file never rests on content that
/// nobody has signed.
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
    /// Not a certificate as the format has it; also signed content that has not the form of a grant.
    Framing,
    /// Another version of the format.
    Version,
    /// Signed by a way that is not allowed.
    Algorithm,
    /// No usable key of that id is in the catalogue: it was never there, or has been revoked.
    KeyUnknown,
    /// The signature does not belong to the content and the key.
    Signature,
    /// For another product.
    Product,
    /// For another instance (ACT 6).
    Instance,
    /// Issued later than today, or for a term that has not begun.
    NotYetValid,
    /// Its last valid day has passed.
    FileExpired,
    /// Its term has ended.
    TermEnded,
    /// It has fewer licenses than the active certificate, while more are in use.
    #[serde(rename = "fewer_licences")]
    #[strum(serialize = "fewer_licences")]
    FewerLicenses,
    /// Today lies before a day that was already seen.
    ClockSetBack,
}

impl FailedCheck {
    /// Every check, in order.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Where and when a certificate is to be used. What is `None` is not known, and not checked.
#[derive(Clone, Copy, Debug)]
pub struct CheckContext<'a> {
    /// The product's name, of the catalogue.
    pub product: &'a str,
    /// This instance.
    pub instance: Option<&'a InstanceId>,
    /// The day, in UTC (SUB 7).
    pub today: Date,
    /// The newest day ever seen here.
    pub newest_day: Option<Date>,
    /// What the certificate grants that is in force here now.
    pub active: Option<&'a Grant>,
    /// How many licenses are in use here.
    pub in_use: u32,
}

impl FailedCheck {
    /// What is wrong and what to do (ACT 8). `grant` is what the certificate says, once its signature is proved.
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
    /// Checks what it says against where and when it is to be used; its form and signature are checked before, in
    /// reading it.
    ///
    /// # Errors
    /// The first check that fails, in the order of [`FailedCheck::ALL`].
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
            (!fewer || at.in_use <= self.licenses, FailedCheck::FewerLicenses),
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
