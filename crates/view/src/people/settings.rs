//! The settings of User Management: their current effect, and who can change them (ACC 4, LIC 8).

use super::Count;
use crate::{Command, CommandKind, Scene, words};
use licensing::value::role::Role;
use licensing::value::setting::Setting;

/// A setting for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingView {
    /// The setting.
    pub setting: Setting,
    /// Its name.
    pub label: &'static str,
    /// Whether it is on.
    pub on: bool,
    /// Its current effect, in a sentence.
    pub means: String,
    /// Why this viewer cannot change it (ACC 4).
    pub locked: Option<&'static str>,
}

/// The settings that can be turned on and off.
pub fn settings(scene: &Scene<'_>) -> Vec<SettingView> {
    let locked = scene.access().permits(CommandKind::SetSetting).is_err();
    let view = |setting: Setting| {
        let on = scene.account.is_on(setting);
        SettingView {
            setting,
            label: words::setting_name(setting),
            on,
            means: match setting {
                Setting::AdministratorsManageUsers => administrators(scene, on),
                Setting::LicenseNewPeople => new_people(scene, on),
            },
            locked: locked.then_some(words::requests::LOCKED_SETTING),
        }
    };
    [Setting::AdministratorsManageUsers, Setting::LicenseNewPeople]
        .map(view)
        .into()
}

/// The role that Default resolves to, and the number of people on Default (ROL 3).
pub fn default_means(scene: &Scene<'_>) -> String {
    let assignments = scene.account.assignments();
    let count = Count::new(scene, assignments.on_default_count(scene.people));
    words::requests::default_is(words::role(assignments.default_role()), &count)
}

/// The command of the switch.
pub fn switch(setting: Setting, on: bool) -> Command {
    Command::SetSetting { setting, on }
}

fn administrators(scene: &Scene<'_>, on: bool) -> String {
    if !on {
        return words::requests::ADMINISTRATORS_OFF.to_owned();
    }
    let assignments = scene.account.assignments();
    let persons = assignments.with_access(scene.people);
    let has_role = persons
        .keys()
        .filter(|id| assignments.role(id, scene.people) == Role::Administrator);
    words::requests::administrators_on(has_role.count())
}

fn new_people(scene: &Scene<'_>, on: bool) -> String {
    let assignments = scene.account.assignments();
    match (on, assignments.is_explicit()) {
        (_, false) => words::requests::NEW_PEOPLE_LATER.to_owned(),
        (false, true) => words::requests::NEW_PEOPLE_OFF.to_owned(),
        // While Default resolves to None, putting people on Default gives nobody a license (LIC 8).
        (true, true) if !assignments.default_role().uses_license() => words::requests::NEW_PEOPLE_NONE.to_owned(),
        (true, true) => words::requests::new_people_on(words::role(assignments.default_role())),
    }
}
