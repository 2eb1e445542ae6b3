//! The XML invoice: UN/CEFACT Cross Industry Invoice in the profile EN 16931, as embedded by Factur-X and ZUGFeRD.
//!
//! A credit note (type 381) has positive amounts, so the sign of its lines is reversed. A line with the opposite sign
//! has the quantity −1, because prices are never negative. Each line is one piece at its amount, so quantity × price is
//! exact. The description of a line contains licenses, days, and prices.

mod category;
mod requirements;

pub use requirements::UnmetRequirement;

use super::printed_document::{Party, PrintedDocument, PrintedRow};
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

/// Writes a document as XML.
///
/// # Errors
/// The first requirement of a valid XML that the document does not meet. Such a document is still issued, as a plain
/// PDF.
pub fn write(printed: &PrintedDocument) -> Result<String, UnmetRequirement> {
    let scheme = Scheme::of(printed);
    requirements::check(printed, &scheme)?;
    let writer = Writer {
        printed,
        scheme,
        negated: printed.kind == DocumentKind::CreditNote,
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
            for (number, row) in (1_u32..).zip(&printed.rows) {
                writer.line(xml, number, row);
            }
            writer.agreement(xml);
            xml.within("ram:ApplicableHeaderTradeDelivery", |xml| {
                // Licenses are available from the day on which they are booked.
                xml.within("ram:ActualDeliverySupplyChainEvent", |xml| {
                    xml.within("ram:OccurrenceDateTime", |xml| date(xml, printed.date));
                });
            });
            writer.settlement(xml);
        });
    });
    Ok(xml.finish())
}

struct Writer<'a> {
    printed: &'a PrintedDocument,
    scheme: Scheme,
    negated: bool,
}

impl Writer<'_> {
    /// A sum with its sign in the XML.
    fn sum(&self, sum: Money) -> Money {
        if self.negated { -sum } else { sum }
    }

    fn document(&self, xml: &mut Xml) {
        xml.within("rsm:ExchangedDocument", |xml| {
            xml.text("ram:ID", &self.printed.printed_number);
            xml.text("ram:TypeCode", if self.negated { "381" } else { "380" });
            xml.within("ram:IssueDateTime", |xml| date(xml, self.printed.date));
            let id = ["Subscription ID: ", &self.printed.subscription_id].concat();
            for note in self.printed.notes().into_iter().chain([id]) {
                xml.within("ram:IncludedNote", |xml| xml.text("ram:Content", &note));
            }
        });
    }

    fn line(&self, xml: &mut Xml, number: u32, row: &PrintedRow) {
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
                xml.text("ram:Name", &[&self.printed.product, " ", &row.text].concat());
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
        let printed = self.printed;
        xml.within("ram:ApplicableHeaderTradeAgreement", |xml| {
            xml.within("ram:SellerTradeParty", |xml| {
                let seller = &printed.seller;
                let registered = self.registered(seller);
                // A seller must have an identifier (BR-CO-26): its VAT ID, or otherwise its email address or name.
                let identifier = seller
                    .vat_id
                    .as_ref()
                    .or(seller.email.as_ref())
                    .or(seller.name.as_ref());
                self.party(
                    xml,
                    seller,
                    identifier.filter(|_| registered.is_none()).map(String::as_str),
                );
            });
            xml.within("ram:BuyerTradeParty", |xml| {
                let buyer = &printed.buyer;
                let id = buyer.vat_id.as_ref().filter(|_| self.registered(buyer).is_none());
                self.party(xml, buyer, id.map(String::as_str));
            });
            for (name, text) in [
                ("ram:BuyerOrderReferencedDocument", printed.po_number.as_deref()),
                ("ram:ContractReferencedDocument", Some(printed.subscription_id.as_str())),
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
        // Only a seller has an element for a tax number without a country (BT-32).
        let number = party.vat_id.as_deref().filter(|_| party == &self.printed.seller);
        let number = number.filter(|_| !self.scheme.outside && vat_id.is_none());
        let vat_id = vat_id.map(|id| (id, "VA"));
        if let Some((id, scheme)) = vat_id.or(number.map(|number| (number, "FC"))) {
            xml.within("ram:SpecifiedTaxRegistration", |xml| {
                xml.text(&["ram:ID schemeID=\"", scheme, "\""].concat(), id);
            });
        }
    }

    /// The VAT ID of a party, if it starts with a country. "Not subject to VAT" forbids it (BR-O-02).
    fn registered<'p>(&self, party: &'p Party) -> Option<&'p str> {
        party.id_with_country().filter(|_| !self.scheme.outside)
    }

    fn settlement(&self, xml: &mut Xml) {
        let printed = self.printed;
        xml.within("ram:ApplicableHeaderTradeSettlement", |xml| {
            // A payment reference (BT-83) needs payment means (BT-81).
            let reference = self.has_payment_means().then_some(printed.printed_number.as_str());
            xml.maybe("ram:PaymentReference", reference);
            xml.text("ram:InvoiceCurrencyCode", &printed.currency);
            self.payment_means(xml);
            for (category, net, tax) in self.scheme.sums(&printed.rates) {
                self.tax(xml, &category, net, tax);
            }
            let from = printed.rows.iter().map(|row| row.line.from).min();
            let last = printed.rows.iter().map(PrintedRow::last_day).max();
            if let Some((from, last)) = from.zip(last) {
                period(xml, from, last);
            }
            xml.within("ram:SpecifiedTradePaymentTerms", |xml| {
                if self.negated {
                    xml.maybe("ram:Description", printed.use_of_sum().as_deref());
                } else {
                    xml.within("ram:DueDateDateTime", |xml| date(xml, printed.due_date));
                }
            });
            self.totals(xml);
            if let Some((number, on)) = &printed.preceding {
                xml.within("ram:InvoiceReferencedDocument", |xml| {
                    xml.text("ram:IssuerAssignedID", number);
                    xml.within("ram:FormattedIssueDateTime", |xml| {
                        xml.text("qdt:DateTimeString format=\"102\"", &compact(*on));
                    });
                });
            }
        });
    }

    /// Whether the document has payment instructions.
    fn has_payment_means(&self) -> bool {
        !self.printed.bank.is_empty() || self.printed.payment_page.is_some()
    }

    fn payment_means(&self, xml: &mut Xml) {
        let printed = self.printed;
        if !self.has_payment_means() {
            return;
        }
        let iban = printed.bank.iter().find_map(|line| requirements::iban(line));
        let instructions: Vec<&str> = printed
            .bank
            .iter()
            .chain(&printed.payment_page)
            .map(String::as_str)
            .collect();
        xml.within("ram:SpecifiedTradeSettlementPaymentMeans", |xml| {
            // 30 is a credit transfer, and 1 is not defined: the instructions say how to pay.
            xml.text("ram:TypeCode", if iban.is_some() { "30" } else { "1" });
            xml.text("ram:Information", &instructions.join("; "));
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
        let printed = self.printed;
        let total = self.sum(printed.total);
        // The whole sum of a credit note goes to the credit.
        let settled = if self.negated { total } else { printed.credit_applied };
        let currency = ["ram:TaxTotalAmount currencyID=\"", &printed.currency, "\""].concat();
        xml.within("ram:SpecifiedTradeSettlementHeaderMonetarySummation", |xml| {
            for (name, sum) in [
                ("ram:LineTotalAmount", self.sum(printed.net)),
                ("ram:TaxBasisTotalAmount", self.sum(printed.net)),
                (currency.as_str(), self.sum(printed.tax)),
                ("ram:GrandTotalAmount", total),
                ("ram:TotalPrepaidAmount", settled),
                ("ram:DuePayableAmount", total - settled),
            ] {
                xml.text(name, &sum.to_string());
            }
        });
    }
}

/// The details of a line that have no element of their own.
fn description(row: &PrintedRow) -> String {
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
