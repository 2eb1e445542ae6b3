//! The catalog that a journal uses. It is the page's own catalog, unless that one is older than the one recorded last,
//! cannot be read, or has another currency (PLN 3, CRD 1).

use crate::catalogue::Catalogue;
use crate::catalogue::status::CatalogueStatus;
use std::borrow::Cow;

impl CatalogueStatus {
    /// Compares a catalog with the one that the journal recorded last. It is older if it lacks a list, a price, a plan,
    /// a rate or a key that is recorded. Only revoked keys are ever removed from a catalog.
    pub fn of(recorded: &Catalogue, own: &Catalogue) -> Self {
        if let Self::Unreadable(why) = &own.status {
            return Self::Unreadable(why.clone());
        }
        let currency = |it: &Catalogue| (it.currency.clone(), it.minor_digits);
        if currency(recorded) != currency(own) {
            return Self::OtherCurrency {
                recorded: currency(recorded),
                own: currency(own),
            };
        }
        if knows_all(own, recorded) {
            Self::InForce
        } else {
            Self::Older
        }
    }
}

impl Catalogue {
    /// Marks this catalog as the replacement for one that could not be read.
    #[must_use]
    pub fn instead_of_unreadable(mut self, why: String) -> Self {
        self.status = CatalogueStatus::Unreadable(why);
        self
    }

    /// Whether it replaces a catalog that could not be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.status, CatalogueStatus::Unreadable(_))
    }

    /// Marks this catalog as in force.
    #[must_use]
    pub fn for_good(mut self) -> Self {
        self.status = CatalogueStatus::InForce;
        self
    }

    /// The catalog that a journal uses now. It is this one if the next booking may record it. Otherwise it is the
    /// `recorded` one: due renewals use it, and nothing else is priced. Keys and the need for certificates still come
    /// from this catalog, because a journal does not decide whom to trust. If this catalog could not be read, they come
    /// from the recorded one.
    pub fn in_force<'a>(&'a self, recorded: &'a Self) -> Cow<'a, Self> {
        let status = CatalogueStatus::of(recorded, self);
        if status == CatalogueStatus::InForce {
            return Cow::Borrowed(self);
        }
        let mut instead = recorded.clone();
        if !matches!(status, CatalogueStatus::Unreadable(_)) {
            instead.activation.clone_from(&self.activation);
            instead.revoked_keys.clone_from(&self.revoked_keys);
        }
        instead.status = status;
        Cow::Owned(instead)
    }
}

/// Whether a catalog has every list, price, plan, rate and key of another one.
fn knows_all(own: &Catalogue, other: &Catalogue) -> bool {
    let lists = other.price_lists.iter().all(|list| {
        let known = own.price_lists.by_id(list.id());
        known.is_some_and(|known| list.prices.iter().all(|(priced, _)| known.prices.contains_key(priced)))
    });
    let plans = other.plans.iter().all(|(key, _)| own.plans.contains_key(key));
    let rates = other
        .tax_rates
        .iter()
        .all(|rate| own.tax_rates.iter().any(|known| known.id == rate.id));
    let has_key = |kid: &String| own.activation.as_ref().is_some_and(|it| it.keys.contains_key(kid));
    let keys = other.activation.as_ref().is_none_or(|activation| {
        let mut keys = activation.keys.iter();
        let known = keys.all(|(kid, _)| has_key(kid) || own.revoked_keys.contains(kid));
        // A catalog with a key that the other one lacks has replaced a key, even if it does not list the old one as
        // revoked.
        let mut own_keys = own.activation.iter().flat_map(|it| it.keys.iter());
        known || own_keys.any(|(kid, _)| !activation.keys.contains_key(kid))
    });
    let revoked = other.revoked_keys.iter().all(|kid| own.revoked_keys.contains(kid));
    lists && plans && rates && keys && revoked
}
