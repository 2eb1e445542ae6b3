//! Documents that reverse others (CHG 13).

use super::*;

#[test]
fn chg_13_documents_that_reverse_others_name_them_in_every_form() {
    let at = |on: &str, command: Value| json!({"on": on, "command": command});
    let adjust = |licenses: u32| json!({"kind": "adjust", "licences": licenses});
    let undo = || json!({"kind": "undo"});
    let details = json!({"kind": "set_billing", "name": "Muster GmbH", "country": "DE"});
    let buy = json!({"kind": "buy", "plan": "team", "length": "monthly", "licences": 10});
    let steps = [
        at("2026-07-01", details),
        at("2026-07-01", buy),
        at("2026-07-22", adjust(50)),
        at("2026-07-22", undo()),
        at("2026-07-23", adjust(5)),
        at("2026-07-23", undo()),
    ];
    let (issued, account) = scenario_with(&taxing(), &steps);
    let papers: Vec<PrintedDocument> = issued.iter().map(|it| paper_of(it, &account)).collect();
    let numbers: Vec<&str> = papers.iter().map(|it| it.number.as_str()).collect();
    assert_eq!(numbers, ["INV-0001", "INV-0002", "CN-0001", "CN-0002", "INV-0003"]);
    for (reversing, reversed) in [(&papers[2], &papers[1]), (&papers[4], &papers[3])] {
        assert!(prove(&format!("reverses-{}", reversing.number), reversing));
        assert!(prove(&format!("reversed-{}", reversed.number), reversed));
        assert_eq!(reversing.total, -reversed.total);
        assert_eq!(reversing.reverses.as_ref(), Some(&reversed.printed_number));
        let xml = flat(&cii::write(reversing).unwrap());
        let reference = xml.split("<ram:InvoiceReferencedDocument>").nth(1).unwrap();
        assert!(reference.contains(&reversed.printed_number), "BG-3: {xml}");
        let text = pdf_text(&pdf::write(reversing, None, &FONTS).unwrap());
        assert!(text.contains(&reversed.printed_number), "{text}");
        let text = pdf_text(&pdf::write(reversed, None, &FONTS).unwrap());
        assert!(
            text.contains(&format!("Reversed by {}", reversing.printed_number)),
            "{text}"
        );
        assert!(csv::document(reversing).contains(&reversed.printed_number));
        assert_eq!(reversing.due, Money::parse("0.00", 2).unwrap());
    }
    // The credit in the text equals the movement: nothing, or the credit that was used on the invoice.
    let printed = |printed: &PrintedDocument| pdf_text(&pdf::write(printed, None, &FONTS).unwrap());
    assert!(
        papers[2].credit_brought.is_none()
            && account
                .credit()
                .movements()
                .iter()
                .all(|it| it.document.as_deref() != Some("CN-0001"))
    );
    let text = printed(&papers[2]);
    assert!(!text.contains("Added to credit"), "{text}");
    assert!(
        text.contains(&format!("Reverses {}", papers[1].printed_number)),
        "{text}"
    );
    assert!(printed(&papers[3]).contains("Added to credit"));
    // The XML of a reversed document does not change.
    let before = scenario_with(&taxing(), &steps[..3]);
    let as_issued = cii::write(&paper_of(&before.0[1], &before.1)).unwrap();
    assert_eq!(cii::write(&papers[1]).unwrap(), as_issued);
}

#[test]
fn inv_5_the_sellers_vat_id_is_written_as_the_standard_has_it() {
    let with = |vat_id: &str| {
        let mut catalogue = taxing();
        catalogue["seller"]["vat_id"] = json!(vat_id);
        let (issued, account) = billed_with(&catalogue, &json!({"name": "Muster GmbH", "country": "DE"}));
        flat(&cii::write(&paper_of(&issued[0], &account)).unwrap())
    };
    for written in ["de987654321", " DE987654321", "DE 987 654 321", "DE\u{200b}987654321"] {
        let xml = with(written);
        assert!(
            xml.contains(r#"<ram:ID schemeID="VA">DE987654321</ram:ID>"#),
            "{written}: {xml}"
        );
    }
}
