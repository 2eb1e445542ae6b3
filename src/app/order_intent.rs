//! The purpose of the order dialog. A page, a toast, or a notice sets it to open the dialog.

use view::Change;

/// The purpose of the order dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderIntent {
    /// Buy, or change the licenses, the plan, or the billing interval.
    Change(Change),
    /// Renew now (SUB 6).
    RenewNow,
    /// Undo the latest change on the day it was made (CHG 13).
    Undo,
    /// Cancel (SUB 3).
    Cancel,
    /// End Free.
    EndFree,
    /// Switch to Free at once or at the end of the term (PLN 4).
    ChooseFree,
}
