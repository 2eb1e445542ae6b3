//! The pages and their addresses, one function each way.

/// A page that an address can name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What the viewer may do with the product.
    Time,
    /// The subscription.
    #[default]
    Subscription,
    /// Plans: buy and change.
    Plans,
    /// User Management.
    People,
    /// Activation settings, and Troubleshooting below them.
    Activation,
    /// Invoices, and what stands below: a document, the credit, the billing details.
    Invoices,
}

impl Route {
    /// Every page.
    pub const ALL: [Self; 6] = [
        Self::Time,
        Self::Subscription,
        Self::Plans,
        Self::Activation,
        Self::People,
        Self::Invoices,
    ];

    /// Its path in the address.
    pub fn path(self) -> &'static str {
        match self {
            Self::Time => "/time",
            Self::Subscription => "/subscription",
            Self::Plans => "/subscription/plans",
            Self::Activation => "/subscription/activation",
            Self::People => "/people",
            Self::Invoices => "/invoices",
        }
    }

    /// The page of a path; an unknown one leads to Subscription.
    pub fn from_path(path: &str) -> Self {
        let below = |page: Self| matches!(page, Self::Invoices | Self::Activation) && path.starts_with(page.path());
        Self::ALL
            .into_iter()
            .find(|page| page.path() == path || below(*page))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_go_both_ways() {
        for page in Route::ALL {
            assert_eq!(Route::from_path(page.path()), page);
        }
        assert_eq!(Route::from_path("/invoices/INV-0001"), Route::Invoices);
        assert_eq!(
            Route::from_path("/subscription/activation/troubleshooting"),
            Route::Activation
        );
        assert_eq!(Route::from_path("/nowhere"), Route::Subscription);
    }
}
