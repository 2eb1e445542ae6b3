//! What may be wrong with something that an admin has entered, in words (INV 5, INV 7, ACC 5).

use crate::activation::proxy::ProxyError;
use crate::billing::details::Detail;
use crate::text::printable::short;
use crate::value::date::Date;
use crate::value::money::Money;

/// A text that somebody types in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// A billing detail (INV 5).
    Billing(Detail),
    /// The reference of a payment (INV 7).
    PaymentReference,
    /// The reason of a request for access (ACC 5).
    RequestReason,
    /// A word with the answer to a request (ACC 5).
    AnswerWord,
}

impl TextField {
    /// What it is called in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Billing(detail) => detail.label(),
            Self::PaymentReference => "reference",
            Self::RequestReason => "reason",
            Self::AnswerWord => "message",
        }
    }

    /// The rule that says how it may look.
    fn rule(self) -> &'static str {
        match self {
            Self::Billing(_) | Self::PaymentReference => "INV 5",
            Self::RequestReason | Self::AnswerWord => "ACC 5",
        }
    }
}

/// One thing that cannot be as it was entered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum FieldError {
    /// A text that is too long.
    TooLong {
        /// Which.
        field: TextField,
        /// How many characters it may have.
        most: usize,
    },
    /// A text with a line break or another character that cannot be printed.
    Unprintable {
        /// Which.
        field: TextField,
    },
    /// No country of ISO 3166.
    Country {
        /// What was entered.
        text: String,
        /// The code that is meant, where somebody can tell.
        meant: Option<&'static str>,
    },
    /// A VAT ID that does not have the form of its country.
    VatId {
        /// What was entered.
        text: String,
        /// What one looks like there.
        example: String,
    },
    /// No e-mail address.
    Email {
        /// What was entered.
        text: String,
    },
    /// A way to pay that the catalogue does not have.
    Payment {
        /// The ways that it has.
        ways: Vec<&'static str>,
    },
    /// A day of payment before the document, or to come.
    PaidOn {
        /// The day entered.
        on: Date,
        /// The date of the document.
        from: Date,
        /// Today.
        today: Date,
    },
    /// Inactive for no day at all (LIC 10).
    NoDays,
    /// A relay that cannot be one (ACT 4).
    Proxy(#[from] ProxyError),
    /// A day after the last one that can be written (SUB 7).
    BeyondCalendar,
    /// An amount of more digits than can be written (CHG 3).
    BeyondDigits,
    /// No credit that can be brought along (PLN 5).
    Credit {
        /// What was entered.
        credit: Money,
        /// How many digits the currency has behind the point.
        digits: u32,
    },
}

impl FieldError {
    /// The rule that it breaks.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::PaidOn { .. } => "INV 7",
            Self::TooLong { field, .. } | Self::Unprintable { field } => field.rule(),
            Self::NoDays => "LIC 10",
            Self::Proxy(_) => "ACT 4",
            Self::BeyondCalendar => "SUB 7",
            Self::BeyondDigits => "CHG 3",
            Self::Credit { .. } => "PLN 5",
            _ => "INV 5",
        }
    }

    /// What, why and what to do, for people.
    pub fn message(&self) -> String {
        match self {
            Self::TooLong { field, most } => {
                let field = field.label();
                format!("The {field} is too long. Use {most} characters or fewer.")
            }
            Self::Unprintable { field } => {
                let field = field.label();
                format!("The {field} contains a line break or another unprintable character. Remove it.")
            }
            Self::Country {
                text,
                meant: Some(code),
            } => format!("`{}` isn't a valid country code. Use {code} instead.", short(text)),
            Self::Country { text, meant: None } => format!(
                "`{}` isn't a valid country code. Use a two-letter ISO 3166 code, such as DE.",
                short(text)
            ),
            Self::VatId { text, example } => format!(
                "The VAT ID `{}` doesn't match the format for the billing country. Use a format like {example}, or leave it empty.",
                short(text)
            ),
            Self::Email { text } => {
                format!(
                    "`{}` isn't a valid email address. Use one such as ada@example.org.",
                    short(text)
                )
            }
            Self::Payment { ways } if ways.is_empty() => {
                "No payment method is set up. Leave this empty, or contact support to find out how to pay.".into()
            }
            Self::Payment { ways } => format!("This payment method isn't available. Choose {}.", ways.join(" or ")),
            Self::PaidOn { on, from, today } => format!(
                "{on} can't be the payment date. Enter a date between {from}, when the document was issued, and today, {today}."
            ),
            Self::NoDays => {
                "Enter 1 day or more.".into()
            }
            Self::Proxy(error) => error.message(),
            Self::BeyondCalendar => {
                "The end date would be after 2999-12-31, the last supported date. Choose an earlier date or a shorter term.".into()
            }
            Self::BeyondDigits => {
                "The amount would have more than 18 digits, which isn't supported. Choose fewer licenses, or contact support about the price.".into()
            }
            Self::Credit { credit, digits } => format!(
                "{credit} isn't a valid credit to import. Enter 0 or more, with up to {digits} decimal places and 18 digits in total."
            ),
        }
    }
}
