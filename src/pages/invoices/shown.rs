//! The document that a page shows.

use leptos::prelude::Memo;
use view::invoices::DocumentView;

/// The document; `None` if there is none of that number. Each card reads it for itself.
pub(crate) type Shown = Memo<Option<DocumentView>>;
