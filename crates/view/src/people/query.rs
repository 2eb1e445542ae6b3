//! The query of the list of people, as part of the address. A link therefore opens the same list, and Back works.

use crate::list_query::ListQuery;
use licensing::AccountState;
use licensing::value::role::Role;

/// A tab of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// People with a license (ROL 4).
    #[default]
    Licensed,
    /// People without a license.
    Unlicensed,
}

/// The sort column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The name.
    #[default]
    Name,
    /// The role, lowest first.
    Role,
    /// The first day of the current assignment.
    Since,
    /// The last access. People who have never signed in come last.
    LastAccess,
}

/// A filter by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleFilter {
    /// People on Default, whatever it resolves to (ROL 2).
    OnDefault,
    /// People with this role, by Default or by their own assignment (ROL 1).
    Resolved(Role),
}

/// The query of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Whose list.
    pub tab: Tab,
    /// The search text, for names, email addresses, and groups.
    pub text: String,
    /// The role. `None` for all.
    pub role: Option<RoleFilter>,
    /// The minimum number of days of inactivity.
    pub inactive: Option<u32>,
    /// Only people who have left the directory (LIC 9).
    pub left: bool,
    /// Only people who have requested a license.
    pub requested: bool,
    /// Only accounts with this state. `None` for all.
    pub state: Option<AccountState>,
    /// The sort column.
    pub sort: Sort,
    /// Whether the order is descending.
    pub descending: bool,
}

/// The parameters in the address.
pub mod name {
    /// The tab.
    pub const TAB: &str = "tab";
    /// The search text.
    pub const TEXT: &str = "q";
    /// The role.
    pub const ROLE: &str = "role";
    /// The minimum number of days of inactivity.
    pub const INACTIVE: &str = "inactive";
    /// People who have left.
    pub const LEFT: &str = "left";
    /// People who have requested a license.
    pub const REQUESTED: &str = "requested";
    /// The account state.
    pub const STATE: &str = "state";
    /// The sort order.
    pub const SORT: &str = "sort";
    /// The person whose panel is open.
    pub const PERSON: &str = "person";
}

/// The choices of the inactivity filter, in days.
pub const INACTIVE_DAYS: [u32; 3] = [30, 60, 90];

const SORTS: [(Sort, &str); 4] = [
    (Sort::Name, "name"),
    (Sort::Role, "role"),
    (Sort::Since, "since"),
    (Sort::LastAccess, "last-access"),
];

impl Sort {
    /// Its value in the address.
    pub fn as_str(self) -> &'static str {
        SORTS.iter().find(|(sort, _)| *sort == self).map_or("", |(_, key)| key)
    }

    fn from_key(wanted: &str) -> Option<Self> {
        SORTS.iter().find(|(_, key)| *key == wanted).map(|(sort, _)| *sort)
    }
}

impl Tab {
    /// Its value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Licensed => "licensed",
            Self::Unlicensed => "unlicensed",
        }
    }
}

impl RoleFilter {
    /// Its value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OnDefault => "default",
            Self::Resolved(role) => role.as_str(),
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::OnDefault);
        }
        key.parse().ok().map(Self::Resolved)
    }
}

impl Query {
    /// The value of the sort order in the address. Empty for the default.
    pub fn order(&self) -> String {
        match (self.sort, self.descending) {
            (Sort::Name, false) => String::new(),
            (sort, false) => sort.as_str().to_owned(),
            (sort, true) => ["-", sort.as_str()].concat(),
        }
    }

    /// Whether all its matches also match another query, because only letters were added to the search text.
    pub fn is_within(&self, other: &Self) -> bool {
        let text = |query: &Self| query.text.trim_start().to_owned();
        text(self).starts_with(&text(other))
            && *self
                == Self {
                    text: self.text.clone(),
                    ..other.clone()
                }
    }

    /// The query after a click on a column heading. A second click on the same column reverses the order.
    pub fn sorted(&self, key: &str) -> Self {
        let sort = Sort::from_key(key).unwrap_or_default();
        Self {
            sort,
            descending: sort == self.sort && !self.descending,
            ..self.clone()
        }
    }
}

impl ListQuery for Query {
    const TEXT: &'static str = name::TEXT;

    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Self {
        let sort = value(name::SORT).unwrap_or_default();
        let (descending, sort) = sort.strip_prefix('-').map_or((false, sort), |sort| (true, sort));
        let inactive = value(name::INACTIVE).and_then(|days| days.parse().ok());
        let sort = Sort::from_key(sort);
        Self {
            tab: if value(name::TAB) == Some(Tab::Unlicensed.as_str()) {
                Tab::Unlicensed
            } else {
                Tab::Licensed
            },
            text: value(name::TEXT).unwrap_or_default().to_owned(),
            role: value(name::ROLE).and_then(RoleFilter::from_key),
            inactive: inactive.filter(|days| INACTIVE_DAYS.contains(days)),
            left: value(name::LEFT).is_some(),
            requested: value(name::REQUESTED).is_some(),
            state: value(name::STATE).and_then(|word| word.parse().ok()),
            sort: sort.unwrap_or_default(),
            descending: descending && sort.is_some(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let flag = |set: bool| if set { "1".to_owned() } else { String::new() };
        let tab = if self.tab == Tab::Licensed {
            ""
        } else {
            self.tab.as_str()
        };
        vec![
            (name::TAB, tab.to_owned()),
            (name::TEXT, self.text.clone()),
            (name::ROLE, self.role.map_or("", RoleFilter::as_str).to_owned()),
            (
                name::INACTIVE,
                self.inactive.map(|days| days.to_string()).unwrap_or_default(),
            ),
            (name::LEFT, flag(self.left)),
            (name::REQUESTED, flag(self.requested)),
            (name::STATE, self.state.map_or("", AccountState::as_str).to_owned()),
            (name::SORT, self.order()),
        ]
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn with_text(self, text: String) -> Self {
        Self { text, ..self }
    }

    fn filters(&self) -> bool {
        self.role.is_some() || self.inactive.is_some() || self.left || self.requested || self.state.is_some()
    }

    fn cleared(&self) -> Self {
        Self {
            tab: self.tab,
            sort: self.sort,
            descending: self.descending,
            ..Self::default()
        }
    }

    fn can_be_cleared(&self) -> bool {
        self.filters()
    }

    fn is_other_list(&self, before: &Self) -> bool {
        self.tab != before.tab
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[(&str, &'static str)]) -> Query {
        Query::read(&|name| values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value))
    }

    #[test]
    fn a_query_goes_through_the_address() {
        let query = Query {
            tab: Tab::Unlicensed,
            text: "Łukasz & co".to_owned(),
            role: Some(RoleFilter::Resolved(Role::Budget)),
            inactive: Some(60),
            left: true,
            requested: true,
            state: Some(AccountState::Disabled),
            sort: Sort::LastAccess,
            descending: true,
        };
        let values = query.values();
        let find = |name: &str| {
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.as_str())
        };
        assert_eq!(Query::read(&find), query);
        assert!(query.narrows() && !query.cleared().narrows());
        assert!(Query::default().values().iter().all(|(_, value)| value.is_empty()));
    }

    #[test]
    fn what_means_nothing_is_as_if_it_were_not_there() {
        let query = read(&[
            ("tab", "x"),
            ("role", "boss"),
            ("inactive", "31"),
            ("sort", "-x"),
            ("org", "free"),
        ]);
        assert_eq!(query, Query::default());
        assert_eq!(read(&[("role", "default")]).role, Some(RoleFilter::OnDefault));
    }

    #[test]
    fn more_letters_want_less_of_the_same_list() {
        let query = |text: &str, sort| Query {
            text: text.to_owned(),
            sort,
            ..Query::default()
        };
        let (before, more) = (query(" so", Sort::Name), query("sor", Sort::Name));
        assert!(more.is_within(&before) && before.is_within(&Query::default()) && before.is_within(&before));
        assert!(!before.is_within(&more) && !query("sor", Sort::Since).is_within(&before));
        assert!(!query("osor", Sort::Name).is_within(&before));
    }

    #[test]
    fn a_column_sorts_and_then_turns_round() {
        let once = Query::default().sorted("since");
        assert_eq!((once.sort, once.descending), (Sort::Since, false));
        let twice = once.sorted("since");
        assert_eq!((twice.sort, twice.descending), (Sort::Since, true));
        assert!(!twice.sorted("since").descending && !twice.sorted("role").descending);
    }
}
