//! The pages and their addresses.

/// A page that an address can name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The product's own page.
    Time,
    /// The subscription.
    #[default]
    Subscription,
    /// The plans: buying and changing.
    Plans,
    /// User Management.
    People,
    /// Activation settings, including Troubleshooting.
    Activation,
    /// Invoices, including the pages of documents, the credit statement, and the billing details.
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

    /// The page of a path. Unknown paths lead to Subscription.
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
