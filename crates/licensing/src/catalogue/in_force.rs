//! Which catalogue a journal goes by: the page's own, unless it knows less than the one recorded last, cannot be read, or
//! has another currency (PLN 3, CRD 1).

use crate::catalogue::Catalogue;
use crate::catalogue::standing::CatalogueStatus;
use std::borrow::Cow;

impl CatalogueStatus {
    /// How a catalogue stands to the one that the journal has recorded last. A list, a price in it, a plan, a rate or a key
    /// that is recorded and not known makes it the older one: of a catalogue, nothing is ever taken out but a key that is
    /// revoked.
    pub fn of(recorded: &Catalogue, own: &Catalogue) -> Self {
        if let Self::Unreadable(why) = &own.standing {
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
    /// The same, standing in for one that could not be read.
    #[must_use]
    pub fn instead_of_unreadable(mut self, why: String) -> Self {
        self.standing = CatalogueStatus::Unreadable(why);
        self
    }

    /// Whether it stands in for one that could not be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.standing, CatalogueStatus::Unreadable(_))
    }

    /// The same, not standing in for anything.
    #[must_use]
    pub fn for_good(mut self) -> Self {
        self.standing = CatalogueStatus::InForce;
        self
    }

    /// The catalogue that a journal goes by now: this one, where it may be recorded with the next booking; else the one
    /// `recorded` last, by which what is due is renewed and nothing else is priced. Keys are this one's all the same, and
    /// whether certificates are needed: a journal does not say whom to trust. Only where this one could not be read
    /// are there no others than those recorded.
    pub fn in_force<'a>(&'a self, recorded: &'a Self) -> Cow<'a, Self> {
        let standing = CatalogueStatus::of(recorded, self);
        if standing == CatalogueStatus::InForce {
            return Cow::Borrowed(self);
        }
        let mut instead = recorded.clone();
        if !matches!(standing, CatalogueStatus::Unreadable(_)) {
            instead.activation.clone_from(&self.activation);
            instead.revoked_keys.clone_from(&self.revoked_keys);
        }
        instead.standing = standing;
        Cow::Owned(instead)
    }
}

/// Whether a catalogue knows every list, price, plan, rate and key of another one.
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
        // A catalogue with a key that the other one lacks has replaced one, whether it says so or not.
        let mut own_keys = own.activation.iter().flat_map(|it| it.keys.iter());
        known || own_keys.any(|(kid, _)| !activation.keys.contains_key(kid))
    });
    let revoked = other.revoked_keys.iter().all(|kid| own.revoked_keys.contains(kid));
    lists && plans && rates && keys && revoked
}
