//! Journals in the extension data of Azure DevOps, shared by everybody of an organisation or collection.
//!
//! One append is one document, an *entry*, created under the next number and never written again: of two who append at
//! once one is told of the conflict, and the lines of one append are kept all or none. Entries stay for good; what
//! makes loading short are copies of them: every 16 entries a segment, every 16 segments one of the next level. Whoever
//! fills a segment writes it, and whoever finds one missing reads what it is made of. docs/formats.md has the details.

mod at_once;
mod documents;
mod end;
mod fault;
mod known;
mod names;
mod preferences;
mod read;
mod service;
mod text;
pub(super) mod words;

pub use documents::{Answer, Documents, Fault, Place, Scope};
pub use preferences::Preferences;

use super::{LoadError, SaveError};
use at_once::at_once;
use known::Known;
use names::{Piece, Shelf};
use serde_json::json;
use service::{Service, Standing};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use text::{Closing, part};

/// So many missing segments are written at once at most, so that nobody waits long for it.
const MENDED: usize = 4;

/// Keeps journals in extension data. Clones share what they have read.
#[derive(Clone)]
pub struct ExtensionJournal {
    service: Service,
    known: Rc<RefCell<BTreeMap<String, Known>>>,
}

impl ExtensionJournal {
    /// Keeps them in a service.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self {
            service: Service::new(documents),
            known: Rc::default(),
        }
    }

    /// The lines of an account from `position` on.
    ///
    /// # Errors
    /// Where the service does not hand them out.
    pub async fn load_from(&self, account: &str, position: u32) -> Result<Vec<String>, LoadError> {
        let (start, knew) = self.with(account, |known| (known.start_of(position), known.count() > 0));
        let read = self.read_from(account, start.entry).await?;
        if knew && read.iter().any(Option::is_none) {
            // What was there is there no longer, as after the extension was removed and installed again.
            self.known.borrow_mut().remove(account);
            return Box::pin(self.load_from(account, position)).await;
        }
        let lines = read.iter().flat_map(|entry| match entry {
            Some(entry) => text::lines(entry).map(str::to_owned).collect(),
            // An empty line cannot be read, which the reader is told.
            None => vec![String::new()],
        });
        let before = position.saturating_sub(start.position);
        Ok(lines.skip(usize::try_from(before).unwrap_or(usize::MAX)).collect())
    }

    /// Adds lines at consecutive positions: all of them, or none. Where they stand there already, that is fine.
    ///
    /// # Errors
    /// Where they are not kept; [`SaveError::Conflict`] where the position is not the next one.
    pub async fn append_all(&self, account: &str, first_position: u32, lines: &[String]) -> Result<(), SaveError> {
        let Some(entry) = text::entry(lines) else {
            return Err(SaveError::Failed("a line is empty, or has a line break".to_owned()));
        };
        if lines.is_empty() {
            return Ok(());
        }
        if self.with(account, |known| known.positions()) != first_position {
            self.catch_up(account).await?;
        }
        let (number, next) = self.with(account, |known| (known.count(), known.positions()));
        if next != first_position {
            let stored = self.load_from(account, first_position).await.map_err(unread)?;
            return if stored.starts_with(lines) {
                Ok(())
            } else {
                Err(SaveError::Conflict)
            };
        }
        match self.write(account, Piece::entry(number), &entry).await? {
            Standing::Ours => self.with(account, |known| known.wrote(number, entry)),
            Standing::Theirs => return Err(SaveError::Conflict),
        }
        self.mend(account).await;
        Ok(())
    }

    /// Writes segments that were missing when something was read, a few at a time; answers whether any are left. What
    /// cannot be written now is left for another time.
    pub async fn mend(&self, account: &str) -> bool {
        let hasty = Self {
            service: self.service.hasty(),
            known: Rc::clone(&self.known),
        };
        let missing: Vec<Piece> = self.with(account, |known| known.missing.iter().take(MENDED).copied().collect());
        for piece in missing {
            if hasty.seal(account, piece).await.is_err() {
                return true;
            }
            self.with(account, |known| known.missing.remove(&piece));
        }
        self.with(account, |known| !known.missing.is_empty())
    }

    /// Writes a segment of what it is made of, and notes how many entries there are about.
    async fn seal(&self, account: &str, piece: Piece) -> Result<(), Fault> {
        let entries = self.read_pieces(account, piece.children()).await?;
        let Some(entries) = entries.into_iter().collect::<Option<Vec<String>>>() else {
            // Something of it cannot be read; no copy of that is wanted.
            return Ok(());
        };
        self.write(account, piece, &text::segment(&entries)).await?;
        let head = json!({ "entries": piece.end() });
        let further = self.with(account, |known| {
            known.count() >= piece.end().saturating_add(names::SPAN)
        });
        if piece.level == 1 && !further {
            // It is a hint; where it is not written, finding the end takes longer.
            let _ = self.service.set(&Shelf::of(account).head(), &head).await;
        }
        Ok(())
    }

    /// Writes a text: its parts where it is long, and last what closes it.
    async fn write(&self, account: &str, piece: Piece, text: &str) -> Result<Standing, Fault> {
        let shelf = Shelf::of(account);
        let (closing, parts) = Closing::of(text);
        if let Closing::Parts(_, digest) = &closing {
            let written = |(number, text)| self.write_part(shelf.part(piece, digest, number), text);
            let written = at_once(parts.into_iter().enumerate().map(written)).await;
            written.into_iter().collect::<Result<(), Fault>>()?;
        }
        self.service.create(&shelf.piece(piece), &closing.document()).await
    }

    /// Writes a part. Its name holds the digest of the whole, so that what stands there is of an earlier attempt.
    async fn write_part(&self, place: Place, text: &str) -> Result<(), Fault> {
        match self.service.create(&place, &part(text)).await? {
            Standing::Ours => Ok(()),
            Standing::Theirs => Err(Fault::Exists),
        }
    }

    fn with<T>(&self, account: &str, ask: impl FnOnce(&mut Known) -> T) -> T {
        let mut known = self.known.borrow_mut();
        ask(known.entry(account.to_owned()).or_default())
    }
}

fn unread(error: LoadError) -> SaveError {
    match error {
        LoadError::Service(trouble, detail) => SaveError::Service(trouble, detail),
        LoadError::Forbidden(detail) | LoadError::Unavailable(detail) | LoadError::Newer(detail) => {
            SaveError::Failed(detail)
        }
    }
}
