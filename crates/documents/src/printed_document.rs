//! Everything that a document shows (INV 4). The page, CSV, XML, and PDF use this model.

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

/// The seller or the buyer.
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
    /// The VAT ID, if it starts with the country of the party.
    pub fn id_with_country(&self) -> Option<&str> {
        let id = self.vat_id.as_deref();
        id.filter(|id| vat_id::has_country(id, self.country.as_deref()))
    }
}

/// A line of a document, with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedRow {
    /// What it is for.
    pub text: String,
    /// For unused time: the document whose charge is credited.
    pub gives_back: Option<String>,
    /// The calculation of the amount (CHG 3). `None` if the catalog does not contain the prices of the line.
    pub arithmetic: Option<String>,
    /// The line.
    pub line: Line,
}

impl PrintedRow {
    /// The last day of the line, included.
    pub fn last_day(&self) -> Date {
        self.line.to.minus_days(1)
    }
}

/// A document with everything that it shows on a given day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDocument {
    /// Invoice or credit note.
    pub kind: DocumentKind,
    /// Its number, consecutive per account and kind: `INV-0001`.
    pub number: String,
    /// Its number with the subscription ID in front, which makes it unique for the seller (INV 3).
    pub printed_number: String,
    /// The subscription ID (INV 2).
    pub subscription_id: String,
    /// The day of issue.
    pub date: Date,
    /// The last day for payment.
    pub due_date: Date,
    /// The seller.
    pub seller: Party,
    /// The buyer.
    pub buyer: Party,
    /// The buyer's purchase-order number.
    pub po_number: Option<String>,
    /// The product.
    pub product: String,
    /// The currency (ISO 4217).
    pub currency: String,
    /// The printed number and the date of the document that it credits or reverses (BG-3).
    pub preceding: Option<(String, Date)>,
    /// The printed number of the document that it reverses (CHG 13).
    pub reverses: Option<String>,
    /// The printed number of the document that reverses it (CHG 13).
    pub reversed_by: Option<String>,
    /// The lines.
    pub rows: Vec<PrintedRow>,
    /// The sums by tax rate (INV 6).
    pub rates: Vec<RateSum>,
    /// The sum of the lines, without tax.
    pub net: Money,
    /// The tax on `net`.
    pub tax: Money,
    /// `net` and `tax`.
    pub total: Money,
    /// The part of `total` that is paid with credit (CRD 1).
    pub credit_applied: Money,
    /// The part of `total` that is to be paid.
    pub due: Money,
    /// The sum that a credit note adds to the credit. `None` for an invoice, and for a credit note that reverses an
    /// invoice on which no credit was used (CHG 13).
    pub credit_brought: Option<Money>,
    /// The payment status on the day `today` (INV 7).
    pub status: PaymentStatus,
    /// The day of the status and the balance.
    pub today: Date,
    /// The recorded payment.
    pub payment: Option<Payment>,
    /// The bank details, line by line. Empty if nothing is due, or if the buyer pays in another way.
    pub bank: Vec<String>,
    /// The URL of the payment page, with number, sum, and currency filled in.
    pub payment_page: Option<String>,
}

impl PrintedDocument {
    /// Collects what a document shows on the day `today`.
    pub fn new(issued: &Issued, account: &Account, today: Date) -> Self {
        let Issued {
            id,
            document,
            catalogue,
        } = issued;
        let billing = &document.billing;
        let heading = &document.heading;
        let subscription_id = id.to_string();
        let printed_number = with_subscription(id, &heading.number);
        let status = account.payment_status(document, today);
        let method = billing.get(Detail::Payment);
        let preceding = preceding(document, account).map(|it| (with_subscription(id, &it.heading.number), it.date));
        let reversed_by = account
            .reversed_by(&heading.number)
            .map(|number| with_subscription(id, number));
        let to_be_paid = !heading.due.is_zero();
        let offers = |offered: PaymentMethod| to_be_paid && method.is_none_or(|method| method == offered.as_str());
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
            reverses: heading.reverses.as_deref().map(|number| with_subscription(id, number)),
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

    /// The sum that is left to pay (INV 7).
    pub fn balance(&self) -> Money {
        self.status.balance(self.due)
    }

    /// The text of the status (INV 7).
    pub fn status_text(&self) -> String {
        words::status_of(self.status, self.kind, self.reverses.as_deref())
    }

    /// Whether the buyer is liable for the tax of any line (INV 6).
    pub fn has_reverse_charge(&self) -> bool {
        self.rates.iter().any(is_reversed)
    }

    /// The notes below the sums, as of the day of issue.
    pub fn notes(&self) -> Vec<String> {
        self.notes_with(self.use_of_sum())
    }

    /// The notes below the sums, as of `today`. A reversed document names the document that reverses it (CHG 13).
    pub fn notes_now(&self) -> Vec<String> {
        let reversed = self.reversed_by.as_deref().map(words::reversed_by);
        self.notes_with(reversed.or_else(|| self.use_of_sum()))
    }

    fn notes_with(&self, use_of_sum: Option<String>) -> Vec<String> {
        let reverse = self.has_reverse_charge().then(|| words::REVERSE_CHARGE.to_owned());
        let dates = words::DATES.to_owned();
        reverse.into_iter().chain(use_of_sum).chain([dates]).collect()
    }

    /// How the sum is used, for documents that do not have to be paid.
    pub fn use_of_sum(&self) -> Option<String> {
        match (&self.reverses, self.kind) {
            (Some(number), kind) => Some(words::reverses(number, kind)),
            (None, DocumentKind::CreditNote) => Some(words::CREDIT.to_owned()),
            (None, DocumentKind::Invoice) => None,
        }
    }
}

/// The document that this one reverses. For other credit notes, the document that it credits.
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

/// A number with the subscription ID in front, unique for the seller (INV 3).
fn with_subscription(id: &SubscriptionId, number: &str) -> String {
    format!("{id}-{number}")
}

/// Whether reverse charge applies to a rate (INV 6).
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

fn row(issued: &Issued, account: &Account, line: &Line) -> PrintedRow {
    PrintedRow {
        text: words::line(&printable(issued.catalogue.plan_name(line.plan)), line),
        gives_back: line.gives_back.as_ref().map(|origin| {
            let document = origin.document.as_deref().and_then(|number| account.document(number));
            let named = document.map(|it| (with_subscription(&issued.id, &it.heading.number), it.date));
            words::gives_back(named.as_ref().map(|(number, on)| (number.as_str(), *on)), origin.line)
        }),
        arithmetic: arithmetic(&issued.catalogue, line),
        line: line.clone(),
    }
}

/// `50 × 16.00 = 800.00; 800.00 × 10 ÷ 31 = 258.06` (CHG 3), with the price list of the line.
fn arithmetic(catalogue: &Catalogue, line: &Line) -> Option<String> {
    let bands = priced_by(&catalogue.price_lists, line)?;
    let price = bands.term_price(line.licenses.get())?;
    let parts: Vec<String> = bands
        .split(line.licenses.get())
        .into_iter()
        .map(|(users, price)| format!("{users} × {price}"))
        .collect();
    let whole = format!("{} = {price}", parts.join(" + "));
    let (days, of, amount) = (line.days, line.term_days, line.amount);
    let minus = if amount.is_negative() { "-" } else { "" };
    Some(match (days == of, amount.is_negative()) {
        (true, false) => whole,
        (true, true) => format!("{whole}; credited: {amount}"),
        (false, _) => format!("{whole}; {minus}{price} × {days} ÷ {of} = {amount}"),
    })
}

/// The URL of the payment page for a sum. The inserted values need no escaping.
fn filled_in(page: &str, number: &str, sum: Money, currency: &str) -> String {
    page.replace("{number}", number)
        .replace("{sum}", &sum.to_string())
        .replace("{currency}", currency)
}
