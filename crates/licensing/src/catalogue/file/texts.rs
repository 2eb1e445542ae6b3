//! The texts of a catalog. Documents must be able to print what a person has typed.

use crate::catalogue::file::{Checker, File, entry, is_capitals, no_country, no_currency};
use crate::catalogue::{Catalogue, Seller};
use crate::json::read::{FileError, Word};
use crate::text::printable::is_printable;
use crate::value::country::{is_country, is_currency};

impl File {
    /// The same check for a file that a person has typed. Documents must also be able to print its texts.
    ///
    /// # Errors
    /// All errors together, each with its path.
    pub fn check_typed(self) -> Result<Catalogue, Vec<FileError>> {
        let mut checker = Checker(Vec::new());
        for (place, text) in self.texts() {
            let problem = "contains a character that documents can't include, such as a line break: remove it";
            checker.require(is_printable(text), &[&place], &[problem]);
        }
        // Codes with the right form are checked against the standards here. The other check reports the rest.
        let currency = &self.currency;
        let known = !is_capitals(currency, 3) || is_currency(currency);
        checker.require(known, &["currency"], &[&no_currency(currency)]);
        let rates = self.tax_rates.iter().enumerate();
        let rates = rates.map(|(at, rate)| ([&entry("tax_rates", at), ".country"].concat(), rate.country.as_str()));
        let seller = self.seller.country.as_deref();
        let seller = seller.map(|country| ("seller.country".to_owned(), country));
        for (place, country) in rates.chain(seller) {
            let known = !is_capitals(country, 2) || is_country(country);
            checker.require(known, &[&place], &[&no_country(country)]);
        }
        let Checker(mut errors) = checker;
        match self.check() {
            Ok(catalogue) if errors.is_empty() => Ok(catalogue),
            Ok(_) => Err(errors),
            Err(others) => {
                errors.extend(others);
                Err(errors)
            }
        }
    }

    /// Every text that a document or a page may show, with its path.
    fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let Seller {
            name,
            street,
            postal_code,
            city,
            country,
            vat_id,
            email,
            bank,
        } = &self.seller;
        let seller = [
            ("name", Some(name)),
            ("street", street.as_ref()),
            ("postal_code", postal_code.as_ref()),
            ("city", city.as_ref()),
            ("country", country.as_ref()),
            ("vat_id", vat_id.as_ref()),
            ("email", email.as_ref()),
        ];
        let seller = seller
            .into_iter()
            .filter_map(|(field, text)| Some((["seller.", field].concat(), text?.as_str())));
        let bank = bank.iter().flatten().enumerate();
        let bank = bank.map(|(at, line)| (entry("seller.bank", at), line.as_str()));
        let plans = self.plans.iter();
        let plans = plans.map(|(Word(key), plan)| (["plans.", key.as_str(), ".name"].concat(), plan.name.as_str()));
        let remarks = self.plans.iter().filter_map(|(Word(key), plan)| {
            let place = ["plans.", key.as_str(), ".remark"].concat();
            Some((place, plan.remark.as_deref()?))
        });
        let activation = self.activation.iter().flat_map(|it| {
            let keys = it
                .keys
                .keys()
                .map(|kid| (["activation.keys.", kid].concat(), kid.as_str()));
            let orders = it
                .orders_url
                .as_deref()
                .map(|url| ("activation.orders_url".to_owned(), url));
            keys.chain(orders)
                .chain([("activation.url".to_owned(), it.url.as_str())])
        });
        let rates = self.tax_rates.iter().enumerate();
        let rates = rates.map(|(at, rate)| ([&entry("tax_rates", at), ".id"].concat(), rate.id.as_str()));
        let page = self
            .payment_page
            .as_deref()
            .map(|page| ("payment_page".to_owned(), page));
        [
            ("product".to_owned(), self.product.as_str()),
            ("support.url".to_owned(), self.support.url.as_str()),
            ("support.email".to_owned(), self.support.email.as_str()),
        ]
        .into_iter()
        .chain(seller)
        .chain(bank)
        .chain(plans)
        .chain(rates)
        .chain(page)
        .chain(remarks)
        .chain(activation)
    }
}
