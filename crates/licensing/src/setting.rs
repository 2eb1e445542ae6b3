//! The settings of an account (ACC 4, LIC 8).

use super::word::words;

/// A setting that is on or off; all are off at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// "Administrators may manage users" (ACC 4).
    AdministratorsManageUsers,
    /// "Licence new people automatically" (LIC 8).
    LicenseNewPeople,
}

words!(Setting, "setting",
    "administrators_manage_users" => AdministratorsManageUsers,
    "license_new_people" => LicenseNewPeople,
);
