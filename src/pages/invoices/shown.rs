//! The document that a page shows.

use leptos::prelude::Memo;
use view::invoices::DocumentView;

/// The document. `None` if there is none with that number. Each card reads it separately.
pub(crate) type Shown = Memo<Option<DocumentView>>;
