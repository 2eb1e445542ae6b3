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
            Self::AnswerWord => "word",
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
                format!("The {field} is too long: {most} characters at most. Shorten it.")
            }
            Self::Unprintable { field } => {
                let field = field.label();
                format!("The {field} has a line break or another character that cannot be printed. Take it out.")
            }
            Self::Country {
                text,
                meant: Some(code),
            } => format!("`{}` is no country of ISO 3166. Did you mean {code}? Then enter that.", short(text)),
            Self::Country { text, meant: None } => format!(
                "`{}` is no country: use its two letters, such as DE (ISO 3166).",
                short(text)
            ),
            Self::VatId { text, example } => format!(
                "The VAT ID `{}` does not have the form of the billing country: one there looks like {example}. Correct it, or leave it empty.",
                short(text)
            ),
            Self::Email { text } => {
                format!(
                    "`{}` is no e-mail address: use one such as ada@example.org.",
                    short(text)
                )
            }
            Self::Payment { ways } if ways.is_empty() => {
                "No way to pay is set up. Leave it empty, or ask support how to pay.".into()
            }
            Self::Payment { ways } => format!("This is no way to pay here: choose {}.", ways.join(" or ")),
            Self::PaidOn { on, from, today } => format!(
                "It cannot have been paid on {on}: enter a day from {from}, the date of the document, to today, {today}."
            ),
            Self::NoDays => {
                "Nobody can be inactive for 0 days, since the day of the last access would count, too. Enter 1 day or more.".into()
            }
            Self::Proxy(error) => error.message(),
            Self::BeyondCalendar => {
                "This would go on beyond 2999-12-31, and no later day can be booked. Choose an earlier day or a shorter term.".into()
            }
            Self::BeyondDigits => {
                "This would make an amount of more than 18 digits, which cannot be booked. Choose fewer licenses, or ask support about the price.".into()
            }
            Self::Credit { credit, digits } => format!(
                "{credit} is no credit that can be taken over. Enter 0 or more, with at most {digits} digits behind the point and 18 digits in all."
            ),
        }
    }
}
