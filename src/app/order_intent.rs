//! What the dialog of every change is about. A page, a toast, or a notice opens it with one.

use view::Change;

/// What the dialog of every change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderIntent {
    /// Buy, or change licenses, plan, or billing interval.
    Change(Change),
    /// Renew now (SUB 6).
    RenewNow,
    /// Undo the latest change on its day (CHG 13).
    Undo,
    /// Cancel (SUB 3).
    Cancel,
    /// End Free.
    EndFree,
    /// Free at once or at the end (PLN 4).
    ChooseFree,
}
