//! The catalogs for the tests of documents.

use licensing::catalogue::read::SHIPPED;
use serde_json::{Value, json};

/// The shipped catalog: no tax, no VAT ID, no bank.
pub fn shipped() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

/// A German seller with every kind of tax and both payment methods.
pub fn taxing() -> Value {
    let mut catalogue = shipped();
    let rate = |id: &str, percent: &str, reverse: bool| json!({"id": id, "country": id.to_uppercase(), "percent": percent, "reverse_charge": reverse});
    catalogue["tax_rates"] = json!([
        rate("de", "19", false),
        rate("at", "20", true),
        rate("fr", "20", true),
        rate("es", "21", false),
        rate("ch", "0", false),
    ]);
    catalogue["seller"] = json!({
        "name": "Example Software GmbH", "street": "Beispielstraße 1", "postal_code": "10115", "city": "Berlin",
        "country": "DE", "vat_id": "DE987654321", "email": "billing@example.com",
        "bank": ["Example Bank", "IBAN DE02 1203 0000 0000 2020 51", "BIC BYLADEM1001"],
    });
    catalogue["payment_page"] = json!("https://pay.example.com/?order={number}&sum={sum}&currency={currency}");
    catalogue
}
