//! The invoice for machines: UN/CEFACT Cross Industry Invoice in the profile EN 16931, as Factur-X and ZUGFeRD embed it.
//!
//! Amounts of a credit note (type 381) are positive: it is the negative of its lines. A line that counts against the
//! others has the quantity −1; prices are never negative. Each line is one piece at its amount: what it is made of –
//! licenses, days, price – stands in its description, so that quantity × price is exact whatever was rounded.

mod category;
mod possible;

pub use possible::Missing;

use super::paper::{Paper, Party, Row};
use super::words;
use super::xml::Xml;
use category::{Category, Scheme};
use licensing::billing::document::DocumentKind;
use licensing::{Date, Money};

const NAMESPACES: &str = concat!(
    "rsm:CrossIndustryInvoice",
    " xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"",
    " xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\"",
    " xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\"",
    " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\"",
);

/// The XML of a document.
///
/// # Errors
/// What is missing for a valid one; a document without it is issued all the same, as a plain PDF.
pub fn write(paper: &Paper) -> Result<String, Missing> {
    let scheme = Scheme::of(paper);
    possible::check(paper, &scheme)?;
    let writer = Writer {
        paper,
        scheme,
        negated: paper.kind == DocumentKind::CreditNote,
    };
    let mut xml = Xml::new();
    xml.within(NAMESPACES, |xml| {
        xml.within("rsm:ExchangedDocumentContext", |xml| {
            xml.within("ram:GuidelineSpecifiedDocumentContextParameter", |xml| {
                xml.text("ram:ID", "urn:cen.eu:en16931:2017");
            });
        });
        writer.document(xml);
        xml.within("rsm:SupplyChainTradeTransaction", |xml| {
            for (number, row) in (1_u32..).zip(&paper.rows) {
                writer.line(xml, number, row);
            }
            writer.agreement(xml);
            xml.within("ram:ApplicableHeaderTradeDelivery", |xml| {
                // Licenses are there from the day on which they are booked.
                xml.within("ram:ActualDeliverySupplyChainEvent", |xml| {
                    xml.within("ram:OccurrenceDateTime", |xml| date(xml, paper.date));
                });
            });
            writer.allocation(xml);
        });
    });
    Ok(xml.finish())
}

struct Writer<'a> {
    paper: &'a Paper,
    scheme: Scheme,
    negated: bool,
}

impl Writer<'_> {
    /// A sum with the sign that it has in the XML.
    fn sum(&self, sum: Money) -> Money {
        if self.negated { -sum } else { sum }
    }

    fn document(&self, xml: &mut Xml) {
        xml.within("rsm:ExchangedDocument", |xml| {
            xml.text("ram:ID", &self.paper.printed_number);
            xml.text("ram:TypeCode", if self.negated { "381" } else { "380" });
            xml.within("ram:IssueDateTime", |xml| date(xml, self.paper.date));
            let id = ["Subscription ID: ", &self.paper.subscription_id].concat();
            for note in self.paper.notes().into_iter().chain([id]) {
                xml.within("ram:IncludedNote", |xml| xml.text("ram:Content", &note));
            }
        });
    }

    fn line(&self, xml: &mut Xml, number: u32, row: &Row) {
        let line = &row.line;
        let amount = self.sum(line.amount);
        let (price, quantity) = if amount.is_negative() {
            (-amount, "-1")
        } else {
            (amount, "1")
        };
        let category = self.scheme.category(line.tax.as_ref());
        xml.within("ram:IncludedSupplyChainTradeLineItem", |xml| {
            xml.within("ram:AssociatedDocumentLineDocument", |xml| {
                xml.text("ram:LineID", &number.to_string());
            });
            xml.within("ram:SpecifiedTradeProduct", |xml| {
                xml.text("ram:Name", &[&self.paper.product, " ", &row.text].concat());
                xml.text("ram:Description", &description(row));
            });
            xml.within("ram:SpecifiedLineTradeAgreement", |xml| {
                xml.within("ram:NetPriceProductTradePrice", |xml| {
                    xml.text("ram:ChargeAmount", &price.to_string());
                });
            });
            xml.within("ram:SpecifiedLineTradeDelivery", |xml| {
                xml.text("ram:BilledQuantity unitCode=\"C62\"", quantity);
            });
            xml.within("ram:SpecifiedLineTradeSettlement", |xml| {
                xml.within("ram:ApplicableTradeTax", |xml| {
                    xml.text("ram:TypeCode", "VAT");
                    xml.text("ram:CategoryCode", category.code);
                    xml.maybe("ram:RateApplicablePercent", category.percent());
                });
                period(xml, line.from, row.last_day());
                xml.within("ram:SpecifiedTradeSettlementLineMonetarySummation", |xml| {
                    xml.text("ram:LineTotalAmount", &amount.to_string());
                });
            });
        });
    }

    fn agreement(&self, xml: &mut Xml) {
        let paper = self.paper;
        xml.within("ram:ApplicableHeaderTradeAgreement", |xml| {
            xml.within("ram:SellerTradeParty", |xml| {
                let seller = &paper.seller;
                let registered = self.registered(seller);
                // A seller must have an identifier (BR-CO-26): a VAT ID, else whatever it is known by.
                let known_by = seller
                    .vat_id
                    .as_ref()
                    .or(seller.email.as_ref())
                    .or(seller.name.as_ref());
                self.party(
                    xml,
                    seller,
                    known_by.filter(|_| registered.is_none()).map(String::as_str),
                );
            });
            xml.within("ram:BuyerTradeParty", |xml| {
                let buyer = &paper.buyer;
                let id = buyer.vat_id.as_ref().filter(|_| self.registered(buyer).is_none());
                self.party(xml, buyer, id.map(String::as_str));
            });
            for (name, text) in [
                ("ram:BuyerOrderReferencedDocument", paper.po_number.as_deref()),
                ("ram:ContractReferencedDocument", Some(paper.subscription_id.as_str())),
            ] {
                if let Some(text) = text {
                    xml.within(name, |xml| xml.text("ram:IssuerAssignedID", text));
                }
            }
        });
    }

    fn party(&self, xml: &mut Xml, party: &Party, id: Option<&str>) {
        xml.maybe("ram:ID", id);
        xml.maybe("ram:Name", party.name.as_deref());
        if let Some(contact) = &party.contact {
            xml.within("ram:DefinedTradeContact", |xml| xml.text("ram:PersonName", contact));
        }
        xml.within("ram:PostalTradeAddress", |xml| {
            xml.maybe("ram:PostcodeCode", party.postal_code.as_deref());
            xml.maybe("ram:LineOne", party.street.as_deref());
            xml.maybe("ram:CityName", party.city.as_deref());
            xml.maybe("ram:CountryID", party.country.as_deref());
        });
        if let Some(email) = &party.email {
            xml.within("ram:URIUniversalCommunication", |xml| {
                xml.text("ram:URIID schemeID=\"EM\"", email);
            });
        }
        let vat_id = self.registered(party);
        // Only a seller has a place for a tax number without its country (BT-32).
        let number = party.vat_id.as_deref().filter(|_| party == &self.paper.seller);
        let number = number.filter(|_| !self.scheme.outside && vat_id.is_none());
        let vat_id = vat_id.map(|id| (id, "VA"));
        if let Some((id, scheme)) = vat_id.or(number.map(|number| (number, "FC"))) {
            xml.within("ram:SpecifiedTaxRegistration", |xml| {
                xml.text(&["ram:ID schemeID=\"", scheme, "\""].concat(), id);
            });
        }
    }

    /// The VAT ID of a party as the standard has it, with its country in front. "Not subject to VAT" forbids it (BR-O-02).
    fn registered<'p>(&self, party: &'p Party) -> Option<&'p str> {
        party.id_with_country().filter(|_| !self.scheme.outside)
    }

    fn allocation(&self, xml: &mut Xml) {
        let paper = self.paper;
        xml.within("ram:ApplicableHeaderTradeSettlement", |xml| {
            // A payment reference (BT-83) needs payment means (BT-81).
            let reference = self.has_payment_means().then_some(paper.printed_number.as_str());
            xml.maybe("ram:PaymentReference", reference);
            xml.text("ram:InvoiceCurrencyCode", &paper.currency);
            self.payment_means(xml);
            for (category, net, tax) in self.scheme.sums(&paper.rates) {
                self.tax(xml, &category, net, tax);
            }
            let from = paper.rows.iter().map(|row| row.line.from).min();
            let last = paper.rows.iter().map(Row::last_day).max();
            if let Some((from, last)) = from.zip(last) {
                period(xml, from, last);
            }
            xml.within("ram:SpecifiedTradePaymentTerms", |xml| {
                if self.negated {
                    xml.maybe("ram:Description", paper.becomes_of_it().as_deref());
                } else {
                    xml.within("ram:DueDateDateTime", |xml| date(xml, paper.due_date));
                }
            });
            self.totals(xml);
            if let Some((number, on)) = &paper.preceding {
                xml.within("ram:InvoiceReferencedDocument", |xml| {
                    xml.text("ram:IssuerAssignedID", number);
                    xml.within("ram:FormattedIssueDateTime", |xml| {
                        xml.text("qdt:DateTimeString format=\"102\"", &compact(*on));
                    });
                });
            }
        });
    }

    /// Whether it is said how to pay.
    fn has_payment_means(&self) -> bool {
        !self.paper.bank.is_empty() || self.paper.payment_page.is_some()
    }

    fn payment_means(&self, xml: &mut Xml) {
        let paper = self.paper;
        if !self.has_payment_means() {
            return;
        }
        let iban = paper.bank.iter().find_map(|line| possible::iban(line));
        let told: Vec<&str> = paper
            .bank
            .iter()
            .chain(&paper.payment_page)
            .map(String::as_str)
            .collect();
        xml.within("ram:SpecifiedTradeSettlementPaymentMeans", |xml| {
            // A transfer, or whatever the words say.
            xml.text("ram:TypeCode", if iban.is_some() { "30" } else { "1" });
            xml.text("ram:Information", &told.join("; "));
            if let Some(iban) = &iban {
                xml.within("ram:PayeePartyCreditorFinancialAccount", |xml| {
                    xml.text("ram:IBANID", iban)
                });
            }
        });
    }

    fn tax(&self, xml: &mut Xml, category: &Category, net: Money, tax: Money) {
        xml.within("ram:ApplicableTradeTax", |xml| {
            xml.text("ram:CalculatedAmount", &self.sum(tax).to_string());
            xml.text("ram:TypeCode", "VAT");
            xml.maybe("ram:ExemptionReason", category.reason);
            xml.text("ram:BasisAmount", &self.sum(net).to_string());
            xml.text("ram:CategoryCode", category.code);
            xml.maybe("ram:RateApplicablePercent", category.percent());
        });
    }

    fn totals(&self, xml: &mut Xml) {
        let paper = self.paper;
        let total = self.sum(paper.total);
        // The sum of a credit note is settled by going into the credit.
        let settled = if self.negated { total } else { paper.credit_applied };
        let currency = ["ram:TaxTotalAmount currencyID=\"", &paper.currency, "\""].concat();
        xml.within("ram:SpecifiedTradeSettlementHeaderMonetarySummation", |xml| {
            for (name, sum) in [
                ("ram:LineTotalAmount", self.sum(paper.net)),
                ("ram:TaxBasisTotalAmount", self.sum(paper.net)),
                (currency.as_str(), self.sum(paper.tax)),
                ("ram:GrandTotalAmount", total),
                ("ram:TotalPrepaidAmount", settled),
                ("ram:DuePayableAmount", total - settled),
            ] {
                xml.text(name, &sum.to_string());
            }
        });
    }
}

/// What a line is made of.
fn description(row: &Row) -> String {
    let line = &row.line;
    let parts = [
        Some(words::licenses(line.licenses)),
        Some(words::period(line.from, row.last_day())),
        Some(words::days(line)),
        row.arithmetic.clone(),
        row.gives_back.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("; ")
}

fn period(xml: &mut Xml, from: Date, last: Date) {
    xml.within("ram:BillingSpecifiedPeriod", |xml| {
        xml.within("ram:StartDateTime", |xml| date(xml, from));
        xml.within("ram:EndDateTime", |xml| date(xml, last));
    });
}

fn date(xml: &mut Xml, date: Date) {
    xml.text("udt:DateTimeString format=\"102\"", &compact(date));
}

/// A day as `20261124`.
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}
