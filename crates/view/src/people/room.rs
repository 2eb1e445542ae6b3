//! If there are too few licenses: whether the same booking can increase their number (LIC 5).

use crate::order::{Preview, preview};
use crate::{Command, CommandKind, Refusal, Scene, words};

/// What can be done if no license is free (LIC 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Room {
    /// Increase the licenses to this number in the same booking.
    Raise(u32),
    /// The plan does not permit that many licenses, with the explanation.
    AnotherPlan(String),
    /// Ask someone who can increase them (ACC 1, ACC 4).
    Ask(String),
}

/// What can be done about a refused command, if more licenses could help.
pub fn room(scene: &Scene<'_>, command: &Command, refusal: &Refusal) -> Option<Room> {
    let Refusal::NoFreeLicense { needed, .. } = refusal else {
        return None;
    };
    let raised = raised(command, *needed)?;
    if scene.access().permits(CommandKind::Adjust).is_err() {
        return Some(Room::Ask(words::requests::who_raises(&scene.administrator_names())));
    }
    match scene.decide(&raised) {
        Ok(_) => Some(Room::Raise(*needed)),
        Err(refusal @ (Refusal::LicensesOutOfRange { .. } | Refusal::DoesNotFitScheduled { .. })) => {
            Some(Room::AnotherPlan(scene.why(&refusal)))
        }
        // Free has three licenses, and more cannot be bought (PLN 4).
        Err(Refusal::State { .. }) => Some(Room::AnotherPlan(words::requests::FREE_IS_FULL.to_owned())),
        Err(_) => None,
    }
}

/// Decides a command. If there are too few licenses and `raise` is true, the command also increases them to the
/// required number.
///
/// # Errors
/// The refusal.
pub fn decided(scene: &Scene<'_>, command: &Command, raise: bool) -> Result<Preview, Refusal> {
    let decided = preview(scene, command);
    let raised = match &decided {
        Err(Refusal::NoFreeLicense { needed, .. }) if raise => raised(command, *needed),
        _ => None,
    };
    raised.map_or(decided, |raised| preview(scene, &raised))
}

/// The command with an increase to that number of licenses. `None` if the command cannot include an increase.
fn raised(command: &Command, number: u32) -> Option<Command> {
    let mut raised = command.clone();
    match &mut raised {
        Command::SetRole { licenses, .. }
        | Command::SetRoles { licenses, .. }
        | Command::AnswerRequest {
            grant: true, licenses, ..
        } => *licenses = Some(number),
        _ => return None,
    }
    Some(raised)
}
