//! Documents that reverse others (CHG 13).

use super::*;

#[test]
fn chg_13_documents_that_reverse_others_name_them_in_every_form() {
    let at = |on: &str, command: Value| json!({"on": on, "command": command});
    let adjust = |licences: u32| json!({"kind": "adjust", "licences": licences});
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
    let papers: Vec<Paper> = issued.iter().map(|it| paper_of(it, &account)).collect();
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
    // The XML of a reversed document stays as it was issued.
    let before = scenario_with(&taxing(), &steps[..3]);
    let as_issued = cii::write(&paper_of(&before.0[1], &before.1)).unwrap();
    assert_eq!(cii::write(&papers[1]).unwrap(), as_issued);
}
