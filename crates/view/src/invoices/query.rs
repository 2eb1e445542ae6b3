//! The query of the list of documents, as part of the address. A link therefore opens the same list, and Back works.

use crate::Date;
use crate::list_query::ListQuery;
use crate::words::invoices as words;
use licensing::billing::document::DocumentKind;
use licensing::billing::payment::PaymentStatus;

/// The sort column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The order of issue, newest first unless reversed (INV 1).
    #[default]
    Date,
    /// The number, by type.
    Number,
    /// What it is for.
    What,
    /// The total.
    Total,
    /// The credit that pays a part of it.
    Credit,
    /// The amount due when it was issued.
    Due,
    /// The due date. Documents on which nothing was due come first.
    DueDate,
    /// The status of payment.
    Status,
}

/// A filter by status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusFilter {
    /// Everything that is not paid yet.
    Unpaid,
    /// A single status.
    Is(PaymentStatus),
}

/// A period of issue: a year or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The month. `None` for the whole year.
    pub month: Option<u32>,
}

impl Period {
    /// Its value in the address, which is also its label: `2026`, `2026-11`.
    pub fn key(self) -> String {
        let year = self.year.to_string();
        self.month.map_or(year.clone(), |month| {
            let zero = if month < 10 { "0" } else { "" };
            [&year, "-", zero, &month.to_string()].concat()
        })
    }

    fn from_key(key: &str) -> Option<Self> {
        let (year, month) = key
            .split_once('-')
            .map_or((key, None), |(year, month)| (year, Some(month)));
        let month = match month {
            Some(month) => Some(month.parse().ok().filter(|month| (1..=12).contains(month))?),
            None => None,
        };
        Some(Self {
            year: year.parse().ok()?,
            month,
        })
    }

    /// Whether it includes a day.
    pub fn has(self, day: Date) -> bool {
        day.year() == self.year && self.month.is_none_or(|month| day.month() == month)
    }
}

/// The query of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The search text, for numbers, descriptions, sums, and references.
    pub text: String,
    /// The period of issue. `None` for all.
    pub period: Option<Period>,
    /// Invoices or credit notes. `None` for both.
    pub kind: Option<DocumentKind>,
    /// The statuses. `None` for all.
    pub status: Option<StatusFilter>,
    /// The sort column.
    pub sort: Sort,
    /// Whether the default order of the column is reversed.
    pub reversed: bool,
}

/// The parameters in the address.
pub mod name {
    /// The search text.
    pub const TEXT: &str = "q";
    /// The period.
    pub const PERIOD: &str = "period";
    /// The kind.
    pub const KIND: &str = "kind";
    /// The status.
    pub const STATUS: &str = "status";
    /// The sort order.
    pub const SORT: &str = "sort";
}

const SORTS: [(Sort, &str); 8] = [
    (Sort::Date, "date"),
    (Sort::Number, "number"),
    (Sort::What, "what"),
    (Sort::Total, "total"),
    (Sort::Credit, "credit"),
    (Sort::Due, "due"),
    (Sort::DueDate, "due_date"),
    (Sort::Status, "status"),
];

impl Sort {
    /// Its value in the address.
    pub fn as_str(self) -> &'static str {
        SORTS.iter().find(|(sort, _)| *sort == self).map_or("", |(_, key)| key)
    }

    fn from_key(wanted: &str) -> Option<Self> {
        SORTS.iter().find(|(_, key)| *key == wanted).map(|(sort, _)| *sort)
    }

    /// Whether the default order is descending: newest first, largest sums first.
    pub fn falls(self) -> bool {
        matches!(self, Self::Date | Self::Total | Self::Credit | Self::Due)
    }
}

impl StatusFilter {
    /// All filters.
    pub const ALL: [Self; 5] = [
        Self::Unpaid,
        Self::Is(PaymentStatus::Open),
        Self::Is(PaymentStatus::Overdue),
        Self::Is(PaymentStatus::Paid),
        Self::Is(PaymentStatus::SettledByCredit),
    ];

    /// Its value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Is(status) => status.as_str(),
        }
    }

    /// The filter of a value in the address.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.as_str() == key)
    }

    /// Its label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unpaid => words::UNPAID,
            Self::Is(status) => documents::words::status(status, DocumentKind::Invoice),
        }
    }

    /// Whether a status matches.
    pub fn lets(self, status: PaymentStatus) -> bool {
        match self {
            Self::Unpaid => status.is_unpaid(),
            Self::Is(wanted) => status == wanted,
        }
    }
}

impl Query {
    /// The query after a click on a column heading. A second click on the same column reverses the order.
    pub fn sorted(&self, key: &str) -> Self {
        let sort = Sort::from_key(key).unwrap_or_default();
        Self {
            sort,
            reversed: sort == self.sort && !self.reversed,
            ..self.clone()
        }
    }

    /// Whether the highest value comes first.
    pub fn descending(&self) -> bool {
        self.sort.falls() != self.reversed
    }
}

impl ListQuery for Query {
    const TEXT: &'static str = name::TEXT;

    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Self {
        let sort = value(name::SORT).unwrap_or_default();
        let (reversed, sort) = sort.strip_prefix('-').map_or((false, sort), |sort| (true, sort));
        let sort = Sort::from_key(sort);
        let kind = value(name::KIND);
        Self {
            text: value(name::TEXT).unwrap_or_default().to_owned(),
            period: value(name::PERIOD).and_then(Period::from_key),
            kind: DocumentKind::ALL.into_iter().find(|it| Some(it.as_str()) == kind),
            status: value(name::STATUS).and_then(StatusFilter::from_key),
            reversed: reversed && sort.is_some(),
            sort: sort.unwrap_or_default(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let sort = match (self.sort, self.reversed) {
            (Sort::Date, false) => String::new(),
            (sort, false) => sort.as_str().to_owned(),
            (sort, true) => ["-", sort.as_str()].concat(),
        };
        vec![
            (name::TEXT, self.text.clone()),
            (name::PERIOD, self.period.map(Period::key).unwrap_or_default()),
            (name::KIND, self.kind.map_or("", DocumentKind::as_str).to_owned()),
            (name::STATUS, self.status.map_or("", StatusFilter::as_str).to_owned()),
            (name::SORT, sort),
        ]
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn with_text(self, text: String) -> Self {
        Self { text, ..self }
    }

    fn filters(&self) -> bool {
        self.period.is_some() || self.kind.is_some() || self.status.is_some()
    }

    fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            reversed: self.reversed,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_goes_through_the_address() {
        for status in StatusFilter::ALL {
            let query = Query {
                text: "INV-0001 & co".to_owned(),
                period: Some(Period {
                    year: 2026,
                    month: Some(3),
                }),
                kind: Some(DocumentKind::CreditNote),
                status: Some(status),
                sort: Sort::Due,
                reversed: true,
            };
            let values = query.values();
            let find = |name: &str| {
                let found = values.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| value.as_str())
            };
            assert_eq!(Query::read(&find), query);
            assert!(query.narrows() && !query.cleared().narrows());
        }
        assert!(Query::default().values().iter().all(|(_, value)| value.is_empty()));
        assert_eq!(
            Query::read(&|name| (name != "org").then_some("-nonsense")),
            Query {
                text: "-nonsense".to_owned(),
                ..Query::default()
            }
        );
    }

    #[test]
    fn a_period_is_a_year_or_a_month_of_it() {
        for key in ["2026", "2026-01", "2025-12"] {
            assert_eq!(Period::from_key(key).unwrap().key(), key);
        }
        for bad in ["", "x", "2026-13", "2026-0", "2026-"] {
            assert_eq!(Period::from_key(bad), None, "{bad}");
        }
        let day = Date::new(2026, 11, 3).unwrap();
        let has = |key| Period::from_key(key).unwrap().has(day);
        assert!(has("2026") && has("2026-11") && !has("2025") && !has("2026-10"));
    }

    #[test]
    fn a_column_sorts_and_then_turns_round() {
        assert!(Query::default().descending(), "the newest first (INV 1)");
        let once = Query::default().sorted("what");
        assert!(!once.descending() && once.sorted("what").descending());
        assert!(Query::default().sorted("due").descending() && !Query::default().sorted("date").descending());
    }
}
