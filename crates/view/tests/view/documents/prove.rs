//! Reads every format of a document back and compares it to the cent.

use super::read_back::{csv_amounts, pdf_attachment, pdf_metadata, pdf_text, xml_texts};
use documents::pdf::Fonts;
use documents::{PrintedDocument, cii, csv, pdf};
use licensing::Money;
use licensing::billing::document::DocumentKind;
use std::sync::LazyLock;

pub static FONTS: LazyLock<Fonts<'static>> = LazyLock::new(|| Fonts::shipped().unwrap());

/// Saves a document for manual inspection.
pub fn keep(name: &str, ending: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("DOCUMENTS") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.{ending}")), bytes).unwrap();
    }
}

/// Writes a document in every format and compares the content with the printed document. Returns whether it has an XML.
pub fn prove(name: &str, printed: &PrintedDocument) -> bool {
    prove_csv(name, printed);
    let xml = cii::write(printed).ok();
    if let Some(xml) = &xml {
        keep(name, "xml", xml.as_bytes());
        prove_xml(name, printed, xml);
    }
    let pdf = pdf::write(printed, xml.as_deref(), &FONTS).unwrap_or_else(|error| panic!("{name}: {error}"));
    keep(name, "pdf", &pdf);
    prove_pdf(name, printed, &pdf, xml.as_deref());
    xml.is_some()
}

pub fn prove_csv(name: &str, printed: &PrintedDocument) {
    let text = csv::document(printed);
    keep(name, "csv", text.as_bytes());
    let amounts: Vec<Money> = printed.rows.iter().map(|row| row.line.amount).collect();
    let sums = [
        printed.net,
        printed.tax,
        printed.total,
        printed.credit_applied,
        printed.due,
    ];
    let expected: Vec<String> = amounts.into_iter().chain(sums).map(|it| it.to_string()).collect();
    assert_eq!(csv_amounts(&text), expected, "{name}");
}

pub fn prove_xml(name: &str, printed: &PrintedDocument, xml: &str) {
    let one = |tag: &str| {
        let mut texts = xml_texts(xml, tag);
        assert_eq!(texts.len(), 1, "{name}: {tag}");
        texts.remove(0)
    };
    let credit_note = printed.kind == DocumentKind::CreditNote;
    let signed = |sum: Money| if credit_note { -sum } else { sum };
    let kind = xml_texts(xml, "ram:TypeCode").remove(0);
    assert_eq!(kind, if credit_note { "381" } else { "380" }, "{name}");
    let mut lines = xml_texts(xml, "ram:LineTotalAmount");
    assert_eq!(lines.pop().unwrap(), signed(printed.net).to_string(), "{name}: net");
    let expected: Vec<String> = printed
        .rows
        .iter()
        .map(|row| signed(row.line.amount).to_string())
        .collect();
    assert_eq!(lines, expected, "{name}: lines");
    // Prices are never negative, but quantities may be.
    let prices = xml_texts(xml, "ram:ChargeAmount");
    let quantities = xml_texts(xml, "ram:BilledQuantity");
    for ((price, quantity), amount) in prices.iter().zip(&quantities).zip(&expected) {
        assert!(!price.starts_with('-'));
        let sign = if amount.starts_with('-') { "-1" } else { "1" };
        assert_eq!(
            (price.as_str(), quantity.as_str()),
            (amount.trim_start_matches('-'), sign),
            "{name}"
        );
    }
    let settled = if credit_note {
        -printed.total
    } else {
        printed.credit_applied
    };
    for (tag, sum) in [
        ("ram:TaxBasisTotalAmount", signed(printed.net)),
        ("ram:TaxTotalAmount", signed(printed.tax)),
        ("ram:GrandTotalAmount", signed(printed.total)),
        ("ram:TotalPrepaidAmount", settled),
        ("ram:DuePayableAmount", printed.due),
    ] {
        assert_eq!(one(tag), sum.to_string(), "{name}: {tag}");
    }
    let taxes = xml_texts(xml, "ram:CalculatedAmount");
    let taxes: Money = taxes.iter().map(|it| Money::parse(it, 2).unwrap()).sum();
    assert_eq!(taxes, signed(printed.tax), "{name}: taxes");
    assert_eq!(
        xml_texts(xml, "ram:PaymentReference").len(),
        xml.matches("<ram:SpecifiedTradeSettlementPaymentMeans>").count(),
        "{name}: BT-83 stands with BT-81 only"
    );
    assert!(xml.contains(&format!("<ram:ID>{}</ram:ID>", printed.printed_number)));
    assert!(
        xml.contains(&format!("Subscription ID: {}", printed.subscription_id)),
        "INV 2"
    );
}

pub fn prove_pdf(name: &str, printed: &PrintedDocument, bytes: &[u8], xml: Option<&str>) {
    let text = pdf_text(bytes);
    let has = |what: &str| assert!(text.contains(what), "{name}: `{what}` is not in the PDF:\n{text}");
    // INV 2, INV 3, INV 4: everything that a document shows.
    for what in [&printed.printed_number, &printed.subscription_id, &printed.product] {
        has(what);
    }
    has(&format!("Date {}", printed.date));
    if printed.kind == DocumentKind::Invoice {
        has(&format!("Due date {}", printed.due_date));
    }
    for row in &printed.rows {
        let line = &row.line;
        has(&format!("{} to {}", line.from, row.last_day()));
        has(&format!(
            "{} / {} {} {}",
            line.days, line.term_days, line.licenses, line.amount
        ));
    }
    for (what, sum) in [
        ("Net", printed.net),
        ("Tax", printed.tax),
        ("Total", printed.total),
        ("Credit applied", printed.credit_applied),
        ("Amount due", printed.due),
    ] {
        has(&format!("{what} {sum} {}", printed.currency));
    }
    assert_eq!(
        pdf::overlaps(printed, &FONTS),
        Vec::<String>::new(),
        "{name}: texts overlap"
    );
    assert_eq!(pdf_attachment(bytes).as_deref(), xml, "{name}: what is embedded");
    let metadata = pdf_metadata(bytes);
    assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{name}");
    // PDF/A permits each property only once.
    assert_eq!(metadata.matches("<pdfaExtension:schemas>").count(), 1, "{name}");
    for what in [
        "<pdfaSchema:prefix>fx<",
        "<fx:ConformanceLevel>EN 16931<",
        "<fx:DocumentFileName>factur-x.xml<",
    ] {
        assert_eq!(metadata.contains(what), xml.is_some(), "{name}: {what}");
    }
}
