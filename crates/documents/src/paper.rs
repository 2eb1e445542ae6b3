//! Everything that a document shows (INV 4), the same for print, files and machines.

use super::issued::Issued;
use super::words;
use licensing::billing::details::{BillingDetails, Detail};
use licensing::billing::document::{Document, DocumentKind};
use licensing::billing::line::Line;
use licensing::billing::payment::{Payment, PaymentStatus};
use licensing::billing::tax::{RateSum, by_rate};
use licensing::billing::vat_id;
use licensing::catalogue::payment_method::PaymentMethod;
use licensing::catalogue::{Catalogue, Seller};
use licensing::subscription::proration::priced_by;
use licensing::text::printable::printable;
use licensing::value::subscription_id::SubscriptionId;
use licensing::{Account, Date, Money};
use std::sync::Arc;

/// Seller or buyer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of catalogue and billing details")]
pub struct Party {
    pub name: Option<String>,
    pub contact: Option<String>,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub vat_id: Option<String>,
    pub email: Option<String>,
}

impl Party {
    /// The VAT ID, where it begins with its country.
    pub fn id_with_country(&self) -> Option<&str> {
        let id = self.vat_id.as_deref();
        id.filter(|id| vat_id::has_country(id, self.country.as_deref()))
    }
}

/// A line with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is for.
    pub text: String,
    /// Which document it gives back from, for unused time.
    pub gives_back: Option<String>,
    /// How its amount comes about, where the catalogue of the day still tells (CHG 3).
    pub arithmetic: Option<String>,
    /// The line.
    pub line: Line,
}

impl Row {
    /// The last day of the line, included.
    pub fn last_day(&self) -> Date {
        self.line.to.minus_days(1)
    }
}

/// A document as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Invoice or credit note.
    pub kind: DocumentKind,
    /// Consecutive per account and kind: `INV-0001`.
    pub number: String,
    /// The same with the subscription ID in front, so that it is unique for the seller (INV 3).
    pub printed_number: String,
    /// The subscription ID (INV 2).
    pub subscription_id: String,
    /// Its date.
    pub date: Date,
    /// The day by which it is to be paid.
    pub due_date: Date,
    /// Who sells.
    pub seller: Party,
    /// Who buys.
    pub buyer: Party,
    /// The buyer's purchase-order number.
    pub po_number: Option<String>,
    /// The product.
    pub product: String,
    /// The currency (ISO 4217).
    pub currency: String,
    /// The document that it gives back from or reverses, as printed, and its date (BG-3).
    pub preceding: Option<(String, Date)>,
    /// The document that it reverses, as printed (CHG 13).
    pub reverses: Option<String>,
    /// The document that reverses it, as printed (CHG 13).
    pub reversed_by: Option<String>,
    /// The lines.
    pub rows: Vec<Row>,
    /// The sums of each tax rate (INV 6).
    pub rates: Vec<RateSum>,
    /// Sum of the lines.
    pub net: Money,
    /// Tax.
    pub tax: Money,
    /// Net and tax.
    pub total: Money,
    /// What credit pays of it.
    pub credit_applied: Money,
    /// What remains to be paid.
    pub due: Money,
    /// What a credit note brings to the credit; none for an invoice, and for one that reverses an invoice which has used no
    /// credit (CHG 13).
    pub credit_brought: Option<Money>,
    /// Whether it is paid, and as of when that is said (INV 7).
    pub status: PaymentStatus,
    /// The day of the status.
    pub today: Date,
    /// The payment that is recorded.
    pub payment: Option<Payment>,
    /// The bank account to pay to, line by line; empty where nothing is due, or it is paid otherwise.
    pub bank: Vec<String>,
    /// The payment page to pay on, with number and sum filled in.
    pub payment_page: Option<String>,
}

impl Paper {
    /// A document as it is shown on a day.
    pub fn new(issued: &Issued, account: &Account, today: Date) -> Self {
        let Issued {
            id,
            document,
            catalogue,
        } = issued;
        let billing = &document.billing;
        let heading = &document.heading;
        let subscription_id = id.to_string();
        let printed_number = printed(id, &heading.number);
        let status = account.payment_status(document, today);
        let way = billing.get(Detail::Payment);
        let preceding = preceding(document, account).map(|it| (printed(id, &it.heading.number), it.date));
        let reversed_by = account.reversed_by(&heading.number).map(|number| printed(id, number));
        let to_be_paid = !heading.due.is_zero();
        let offers = |offered: PaymentMethod| to_be_paid && way.is_none_or(|way| way == offered.as_str());
        let bank = catalogue
            .seller
            .bank
            .clone()
            .filter(|_| offers(PaymentMethod::BankTransfer));
        let page = catalogue
            .payment_page
            .as_ref()
            .filter(|_| offers(PaymentMethod::PaymentPage));
        Self {
            kind: heading.kind,
            number: heading.number.to_string(),
            subscription_id,
            date: document.date,
            due_date: heading.due_date,
            seller: seller(&catalogue.seller),
            buyer: buyer(billing),
            po_number: billing.get(Detail::PoNumber).map(printable),
            product: printable(&catalogue.product),
            currency: catalogue.currency.clone(),
            preceding,
            reverses: heading.reverses.as_deref().map(|number| printed(id, number)),
            reversed_by,
            rows: document.lines.iter().map(|line| row(issued, account, line)).collect(),
            rates: by_rate(&document.lines),
            net: heading.net,
            tax: heading.tax,
            total: heading.total,
            credit_applied: heading.credit_applied,
            due: heading.due,
            credit_brought: Some(heading)
                .filter(|it| it.kind == DocumentKind::CreditNote)
                .map(|it| account.credit_of(it))
                .filter(|sum| heading.reverses.is_none() || !sum.is_zero()),
            status,
            today,
            payment: account.payment(document).cloned().map(|payment| Payment {
                reference: payment.reference.as_deref().map(printable),
                ..payment
            }),
            bank: bank.unwrap_or_default().iter().map(|line| printable(line)).collect(),
            payment_page: page.map(|page| filled_in(page, &printed_number, heading.due, &catalogue.currency)),
            printed_number,
        }
    }

    /// What is left to pay on the day that the document is shown (INV 7).
    pub fn balance(&self) -> Money {
        self.status.balance(self.due)
    }

    /// Its status in words (INV 7).
    pub fn status_text(&self) -> String {
        words::status_of(self.status, self.kind, self.reverses.as_deref())
    }

    /// Whether a line is charged at 0 because the buyer accounts for the tax (INV 6).
    pub fn has_reverse_charge(&self) -> bool {
        self.rates.iter().any(is_reversed)
    }

    /// What a document says below its sums.
    pub fn notes(&self) -> Vec<String> {
        self.notes_with(self.becomes_of_it())
    }

    /// The same as of today: once it is reversed, what was to become of its sum does not hold any more (CHG 13).
    pub fn notes_now(&self) -> Vec<String> {
        let reversed = self.reversed_by.as_deref().map(words::reversed_by);
        self.notes_with(reversed.or_else(|| self.becomes_of_it()))
    }

    fn notes_with(&self, becomes: Option<String>) -> Vec<String> {
        let reverse = self.has_reverse_charge().then(|| words::REVERSE_CHARGE.to_owned());
        let dates = words::DATES.to_owned();
        reverse.into_iter().chain(becomes).chain([dates]).collect()
    }

    /// What becomes of its sum; none where it is to be paid.
    pub fn becomes_of_it(&self) -> Option<String> {
        match (&self.reverses, self.kind) {
            (Some(number), kind) => Some(words::reverses(number, kind)),
            (None, DocumentKind::CreditNote) => Some(words::CREDIT.to_owned()),
            (None, DocumentKind::Invoice) => None,
        }
    }
}

/// The document that another one is about: the one that it reverses, else the one that a credit note gives back from.
fn preceding<'a>(document: &Document, account: &'a Account) -> Option<&'a Document> {
    let heading = &document.heading;
    let given_back = || {
        let mut origins = document.lines.iter().filter_map(|line| line.gives_back.as_ref());
        let origin = origins.find_map(|origin| origin.document.as_deref());
        origin.filter(|_| heading.kind == DocumentKind::CreditNote)
    };
    let number = heading.reverses.as_deref().or_else(given_back)?;
    account.document(number).map(Arc::as_ref)
}

/// A document's number with the subscription ID in front, unique for the seller (INV 3).
fn printed(id: &SubscriptionId, number: &str) -> String {
    format!("{id}-{number}")
}

/// Whether reverse charge applies to the lines of a rate.
pub fn is_reversed(rate: &RateSum) -> bool {
    rate.tax.as_ref().is_some_and(|tax| tax.percent.is_none())
}

fn seller(seller: &Seller) -> Party {
    let given = |text: &Option<String>| text.as_deref().map(printable);
    Party {
        name: Some(printable(&seller.name)),
        contact: None,
        street: given(&seller.street),
        postal_code: given(&seller.postal_code),
        city: given(&seller.city),
        country: given(&seller.country),
        vat_id: seller.vat_id.as_deref().map(vat_id::normalize).map(|it| printable(&it)),
        email: given(&seller.email),
    }
}

fn buyer(billing: &BillingDetails) -> Party {
    let get = |detail| billing.get(detail).map(printable);
    Party {
        name: get(Detail::Name),
        contact: get(Detail::Contact),
        street: get(Detail::Street),
        postal_code: get(Detail::PostalCode),
        city: get(Detail::City),
        country: get(Detail::Country),
        vat_id: get(Detail::VatId).map(|it| vat_id::normalize(&it)),
        email: get(Detail::Email),
    }
}

fn row(issued: &Issued, account: &Account, line: &Line) -> Row {
    Row {
        text: words::line(&printable(issued.catalogue.plan_name(line.plan)), line),
        gives_back: line.gives_back.as_ref().map(|origin| {
            let document = origin.document.as_deref().and_then(|number| account.document(number));
            let named = document.map(|it| (printed(&issued.id, &it.heading.number), it.date));
            words::gives_back(named.as_ref().map(|(number, on)| (number.as_str(), *on)), origin.line)
        }),
        arithmetic: arithmetic(&issued.catalogue, line),
        line: line.clone(),
    }
}

/// `50 × 16.00 = 800.00; 800.00 × 10 ÷ 31 = 258.06` (CHG 3), by the list that prices the line.
fn arithmetic(catalogue: &Catalogue, line: &Line) -> Option<String> {
    let bands = priced_by(&catalogue.price_lists, line)?;
    let price = bands.term_price(line.licenses)?;
    let parts: Vec<String> = bands
        .split(line.licenses)
        .into_iter()
        .map(|(users, price)| format!("{users} × {price}"))
        .collect();
    let whole = format!("{} = {price}", parts.join(" + "));
    let (days, of, amount) = (line.days, line.term_days, line.amount);
    let minus = if amount.is_negative() { "-" } else { "" };
    Some(match (days == of, amount.is_negative()) {
        (true, false) => whole,
        (true, true) => format!("{whole}; given back: {amount}"),
        (false, _) => format!("{whole}; {minus}{price} × {days} ÷ {of} = {amount}"),
    })
}

/// The address of the payment page for a sum; what is filled in has no characters that an address would need escaped.
fn filled_in(page: &str, number: &str, sum: Money, currency: &str) -> String {
    page.replace("{number}", number)
        .replace("{sum}", &sum.to_string())
        .replace("{currency}", currency)
}
