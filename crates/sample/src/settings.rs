//! The demo: which sample organization is shown, to whom, on what day, and how saving behaves. The URL contains these
//! choices, so tests, documents, and people can open any state of the program.

use exchange::host::Params;
use licensing::account::access::{Actor, Membership};
use licensing::{Date, Deployment, PersonId};

/// The current day of the demo.
pub fn present() -> Date {
    Date::new(2026, 11, 24).unwrap_or(Date::EPOCH)
}

/// A sample organization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Org {
    /// The ninth day of a trial.
    #[default]
    TrialDay9,
    /// The last day of a trial.
    TrialLastDay,
    /// A trial that has ended.
    TrialEnded,
    /// Nothing has happened yet.
    New,
    /// Team, monthly, with a history and something scheduled.
    TeamMonthly,
    /// Ultimate, annual, with credit from a reduction.
    UltimateAnnual,
    /// Canceled, still running.
    Canceled,
    /// Expired.
    Expired,
    /// Free. On Server, which has no Free, a trial that has ended.
    Free,
    /// An imported legacy plan.
    Legacy,
    /// Very many people, few licenses.
    People100000,
    /// A thousand licensed people.
    Licensed1000,
    /// Ten thousand licensed people.
    Licensed10000,
    /// A hundred thousand licensed people.
    Enterprise,
    /// Five thousand documents.
    Documents5000,
    /// Nothing has happened. The people come from a file next to the page.
    File,
}

/// The person who views the demo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewerKind {
    /// The collection administrator, Ada.
    #[default]
    Admin,
    /// Ben, who has the role Administrator.
    Administrator,
    /// Cleo, who has the role Team.
    Team,
    /// Dan, who has the role None.
    None,
    /// Eve, who is new and has no license.
    Unlicensed,
    /// Ben, when it is unknown whether he is a collection administrator (ACC 9).
    Unknown,
}

/// The outcome of saving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Save {
    /// Saving works.
    #[default]
    Works,
    /// Someone else always saves first.
    Conflicts,
    /// Saving fails.
    Fails,
    /// Saving never gets an answer.
    Hangs,
}

/// A choice of the demo that is a parameter in the URL.
pub trait Choice: Copy + Default + PartialEq + 'static {
    /// The name of the parameter.
    const NAME: &'static str;
    /// Every value with its text in the URL and its label in the demo bar. The first one is the default.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// The text in the URL.
    fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(value, ..)| *value == self)
            .map_or("", |(_, key, _)| key)
    }

    /// The label in the demo bar.
    fn label(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(value, ..)| *value == self)
            .map_or("", |(.., label)| label)
    }

    /// The value of a text in the URL.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known, _)| *known == key)
            .map(|(value, ..)| *value)
    }
}

impl Choice for Org {
    const NAME: &'static str = "org";
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::TrialDay9, "trial-day-9", "Trial, day 9"),
        (Self::TrialLastDay, "trial-last-day", "Trial, last day"),
        (Self::TrialEnded, "trial-ended", "Trial ended"),
        (Self::New, "new", "New"),
        (Self::TeamMonthly, "team-monthly", "Team, monthly"),
        (Self::UltimateAnnual, "ultimate-annual", "Ultimate, annual, with credit"),
        (Self::Canceled, "cancelled", "Canceled"),
        (Self::Expired, "expired", "Expired"),
        (Self::Free, "free", "Free"),
        (Self::Legacy, "legacy", "Legacy"),
        (Self::People100000, "people-100000", "100,000 people, 500 licenses"),
        (Self::Licensed1000, "licensed-1000", "1,000 licenses"),
        (Self::Licensed10000, "licensed-10000", "10,000 licenses"),
        (Self::Enterprise, "enterprise", "100,000 licenses"),
        (Self::Documents5000, "documents-5000", "5,000 documents"),
        (Self::File, "file", "People from people.csv"),
    ];
}

impl Choice for ViewerKind {
    const NAME: &'static str = "viewer";
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Admin, "admin", "Collection administrator"),
        (Self::Administrator, "administrator", "Administrator"),
        (Self::Team, "team", "Team"),
        (Self::None, "none", "None"),
        (Self::Unlicensed, "unlicensed", "No license"),
        (Self::Unknown, "unknown", "Membership unknown"),
    ];
}

impl Choice for Save {
    const NAME: &'static str = "save";
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Works, "works", "Works"),
        (Self::Conflicts, "conflicts", "Conflicts"),
        (Self::Fails, "fails", "Fails"),
        (Self::Hangs, "hangs", "Hangs"),
    ];
}

/// The parameter for the deployment.
pub const DEPLOYMENT: &str = "deployment";
/// The parameter for the day.
pub const TODAY: &str = "today";

/// A parameter with an invalid value. The default is used instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The name of the parameter.
    pub name: &'static str,
    /// The value.
    pub value: String,
}

/// The choices of the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demo {
    /// The organization.
    pub org: Org,
    /// The viewer.
    pub viewer: ViewerKind,
    /// Services or Server.
    pub deployment: Deployment,
    /// The day.
    pub today: Date,
    /// The outcome of saving.
    pub save: Save,
    /// Parameters with invalid values.
    pub ignored: Vec<Ignored>,
}

impl Default for Demo {
    fn default() -> Self {
        Self::read(&Params::default())
    }
}

impl Demo {
    /// The names of its values in the address.
    pub const NAMES: [&str; 5] = [Org::NAME, ViewerKind::NAME, DEPLOYMENT, TODAY, Save::NAME];

    /// Reads the choices from a URL. Missing and invalid ones have their defaults.
    pub fn read(params: &Params) -> Self {
        let mut ignored = Vec::new();
        Self {
            org: choice(params, &mut ignored),
            viewer: choice(params, &mut ignored),
            deployment: read(params, DEPLOYMENT, deployment, &mut ignored).unwrap_or(Deployment::Services),
            today: read(params, TODAY, Date::parse, &mut ignored).unwrap_or_else(present),
            save: choice(params, &mut ignored),
            ignored,
        }
    }

    /// Writes the choices into a URL. Defaults are omitted, and other parameters are kept.
    pub fn write(&self, params: &mut Params) {
        let unless = |default: bool, text: &str| if default { String::new() } else { text.to_owned() };
        write(params, self.org);
        write(params, self.viewer);
        params.set(
            DEPLOYMENT,
            &unless(self.deployment == Deployment::Services, self.deployment.as_str()),
        );
        params.set(TODAY, &unless(self.today == present(), &self.today.to_string()));
        write(params, self.save);
    }

    /// The viewer, for the rules. Roles come from the account.
    pub fn viewer(&self) -> Actor {
        let collection_administrator = match self.viewer {
            ViewerKind::Admin => Membership::Yes,
            ViewerKind::Unknown => Membership::Unknown,
            _ => Membership::No,
        };
        Actor {
            id: PersonId::new(self.viewer.person().0),
            collection_administrator,
            role: None,
        }
    }
}

impl ViewerKind {
    /// The person's ID in the directory, and the name.
    pub fn person(self) -> (&'static str, &'static str) {
        match self {
            Self::Admin => ("ada", "Ada Muster"),
            Self::Administrator | Self::Unknown => ("ben", "Ben Okafor"),
            Self::Team => ("cleo", "Cleo Marchetti"),
            Self::None => ("dan", "Dan Kowalski"),
            Self::Unlicensed => ("eve", "Eve Lindqvist"),
        }
    }
}

impl Org {
    /// The number of people in the directory.
    pub fn people(self) -> u32 {
        match self {
            Self::UltimateAnnual => 140,
            Self::People100000 | Self::Enterprise => 100_000,
            Self::Licensed1000 => 1_000,
            Self::Licensed10000 => 10_000,
            Self::File => 0,
            Self::TeamMonthly | Self::Canceled | Self::Expired | Self::Legacy => 60,
            _ => 26,
        }
    }

    /// The IDs of people who have left the directory since they got a license (LIC 9).
    pub fn left(self) -> &'static [&'static str] {
        match self {
            Self::TeamMonthly => &["p000012", "p000020"],
            Self::Licensed1000 | Self::Licensed10000 | Self::Enterprise => &["p000100", "p000200", "p000300"],
            _ => &[],
        }
    }
}

/// Reads a choice from the URL, or the default.
fn choice<T: Choice>(params: &Params, ignored: &mut Vec<Ignored>) -> T {
    read(params, T::NAME, T::from_key, ignored).unwrap_or_default()
}

fn write<T: Choice>(params: &mut Params, value: T) {
    params.set(T::NAME, if value == T::default() { "" } else { value.as_str() });
}

fn deployment(key: &str) -> Option<Deployment> {
    Deployment::ALL.into_iter().find(|it| it.as_str() == key)
}

fn read<T>(
    params: &Params,
    name: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    ignored: &mut Vec<Ignored>,
) -> Option<T> {
    let value = params.get(name)?;
    let parsed = parse(value);
    if parsed.is_none() {
        ignored.push(Ignored {
            name,
            value: value.to_owned(),
        });
    }
    parsed
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::host::hash::{join, split};

    #[test]
    fn every_state_goes_through_the_address() {
        for (org, ..) in Org::ALL {
            for (viewer, ..) in ViewerKind::ALL {
                for (save, ..) in Save::ALL {
                    for deployment in Deployment::ALL {
                        let today = Date::new(2027, 1, 1).unwrap();
                        let demo = Demo {
                            org: *org,
                            viewer: *viewer,
                            deployment,
                            today,
                            save: *save,
                            ignored: Vec::new(),
                        };
                        let mut params = Params::default();
                        demo.write(&mut params);
                        assert_eq!(Demo::read(&split(&join("/x", &params)).1), demo);
                    }
                }
            }
        }
    }

    #[test]
    fn defaults_are_left_out_and_strangers_stay() {
        let (_, mut params) = split("#/subscription?org=free&filter=x&save=works&today=2026-11-24");
        let demo = Demo {
            org: Org::default(),
            ..Demo::read(&params)
        };
        demo.write(&mut params);
        assert_eq!(params.query(), "filter=x");
        assert_eq!(demo, Demo::default());
    }

    #[test]
    fn what_means_nothing_is_the_default_and_is_told() {
        let (_, params) = split("#/?org=nobody&viewer=team&today=2026-02-30");
        let demo = Demo::read(&params);
        assert_eq!(
            (demo.org, demo.viewer, demo.today),
            (Org::TrialDay9, ViewerKind::Team, present())
        );
        let names: Vec<&str> = demo.ignored.iter().map(|it| it.name).collect();
        assert_eq!(names, ["org", "today"]);
    }
}
