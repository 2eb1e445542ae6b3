//! Errors in fields that an administrator has entered, and their messages (INV 5, INV 7, ACC 5).

use crate::activation::proxy::ProxyError;
use crate::billing::details::Detail;
use crate::text::printable::short;
use crate::value::date::Date;
use crate::value::money::Money;

/// A text field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// A billing detail (INV 5).
    Billing(Detail),
    /// The reference of a payment (INV 7).
    PaymentReference,
    /// The reason of a request for access (ACC 5).
    RequestReason,
    /// The message with the answer to a request (ACC 5).
    AnswerWord,
}

impl TextField {
    /// The field's label in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Billing(detail) => detail.label(),
            Self::PaymentReference => "reference",
            Self::RequestReason => "reason",
            Self::AnswerWord => "message",
        }
    }

    /// The rule that defines the field's format.
    fn rule(self) -> &'static str {
        match self {
            Self::Billing(_) | Self::PaymentReference => "INV 5",
            Self::RequestReason | Self::AnswerWord => "ACC 5",
        }
    }
}

/// An invalid field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum FieldError {
    /// The text is too long.
    TooLong {
        /// The field.
        field: TextField,
        /// The maximum length in characters.
        most: usize,
    },
    /// The text has a line break or another character that cannot be printed.
    Unprintable {
        /// The field.
        field: TextField,
    },
    /// The text is not a country code of ISO 3166.
    Country {
        /// The text entered.
        text: String,
        /// The code that was probably meant, if known.
        meant: Option<&'static str>,
    },
    /// The VAT ID does not have its country's format.
    VatId {
        /// The text entered.
        text: String,
        /// An example of that country's format.
        example: String,
    },
    /// The text is not an email address.
    Email {
        /// The text entered.
        text: String,
    },
    /// The catalog does not have the payment method.
    Payment {
        /// The payment methods of the catalog.
        ways: Vec<&'static str>,
    },
    /// The day of payment is before the document or in the future.
    PaidOn {
        /// The day entered.
        on: Date,
        /// The date of the document.
        from: Date,
        /// Today.
        today: Date,
    },
    /// The number of inactive days is zero (LIC 10).
    NoDays,
    /// The settings of the relay are invalid (ACT 4).
    Proxy(#[from] ProxyError),
    /// The date is after the last date that can be written (SUB 7).
    BeyondCalendar,
    /// The amount has more digits than can be written (CHG 3).
    BeyondDigits,
    /// The credit cannot be imported (PLN 5).
    Credit {
        /// The amount entered.
        credit: Money,
        /// The number of minor digits of the currency.
        digits: u32,
    },
}

impl FieldError {
    /// The violated rule.
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

    /// The problem, the reason and what to do, as a message for users.
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
