//! The catalogs that the vendor checks an order with (ACT 9).

use crate::catalogue::Catalogue;
use crate::ledger::order_file::problem::OrderError;
use crate::value::date::Date;

/// The vendor's catalogs, each in force from its day until the next one. A booking is checked with the catalog of its
/// day, because prices, tax, limits and payment days change.
#[derive(Clone, Debug)]
pub struct Catalogues<'a>(Vec<(Option<Date>, &'a Catalogue)>);

impl<'a> Catalogues<'a> {
    /// A single catalog that was always in force.
    pub fn always(catalogue: &'a Catalogue) -> Self {
        Self(vec![(None, catalogue)])
    }

    /// Several catalogs, each in force from its day on.
    pub fn from_days(catalogues: impl IntoIterator<Item = (Date, &'a Catalogue)>) -> Self {
        let mut all: Vec<_> = catalogues.into_iter().map(|(from, it)| (Some(from), it)).collect();
        all.sort_by_key(|(from, _)| *from);
        Self(all)
    }

    /// The catalog in force on a day.
    ///
    /// # Errors
    /// [`OrderError::NoCatalogue`] for a day before the first catalog.
    pub fn on(&self, day: Date) -> Result<&'a Catalogue, OrderError> {
        let newest = self.0.iter().rev().find(|(from, _)| *from <= Some(day));
        newest.map(|(_, it)| *it).ok_or(OrderError::NoCatalogue(day))
    }

    /// The catalog in force on a day, then the later ones up to another day.
    pub(crate) fn between(&self, day: Date, until: Date) -> Result<Vec<&'a Catalogue>, OrderError> {
        let later = |from: &Option<Date>| from.is_some_and(|from| day < from && from <= until);
        let after = self.0.iter().filter(|(from, _)| later(from)).map(|(_, it)| *it);
        Ok([self.on(day)?].into_iter().chain(after).collect())
    }
}
