//! Asking the service with patience, and writing so that the answer may be lost.

use super::documents::{Answer, DocumentError, DocumentRef, Documents};
use serde_json::Value;
use std::rc::Rc;

/// So often a question is asked again that was too much, and one that nobody answered.
const TRIES: u32 = 4;
/// Nobody is kept waiting for longer than this at once.
const LONGEST_S: u32 = 60;

/// Whose document stands at a place now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The one that was to be written, whoever wrote it.
    Ours,
    /// Another one.
    Theirs,
}

/// The service, asked with patience.
#[derive(Clone)]
pub struct Service {
    documents: Rc<dyn Documents>,
    /// How often it is asked again.
    tries: u32,
}

impl Service {
    /// A service, asked with patience.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self {
            documents,
            tries: TRIES,
        }
    }

    /// The same without any: for what can be done another time.
    pub fn hasty(&self) -> Self {
        Self {
            documents: Rc::clone(&self.documents),
            tries: 0,
        }
    }

    /// Reads a document; none where there is none.
    pub async fn get(&self, place: &DocumentRef) -> Result<Option<Value>, DocumentError> {
        let mut tries = 0;
        loop {
            match self.ask(|| self.documents.get(place)).await {
                Ok(document) => return Ok(Some(document)),
                Err(DocumentError::NotFound) => return Ok(None),
                Err(fault) => {
                    let again = matches!(fault, DocumentError::Offline(_) | DocumentError::Other { .. });
                    if !again || !self.waited(&mut tries).await {
                        return Err(fault);
                    }
                }
            }
        }
    }

    /// Writes a document, whatever stood there.
    pub async fn set(&self, place: &DocumentRef, document: &Value) -> Result<(), DocumentError> {
        self.ask(|| self.documents.set(place, document)).await
    }

    /// Writes a document once. Where the answer is lost, what stands there is read and compared, so that trying again
    /// writes nothing twice, and what was written counts as written.
    ///
    /// # Errors
    /// Where it does not stand there, or nobody knows. [`DocumentError::Offline`] and [`DocumentError::Other`] leave it open.
    pub async fn create(&self, place: &DocumentRef, document: &Value) -> Result<Standing, DocumentError> {
        let mut unsure = None;
        let mut tries = 0;
        loop {
            let fault = match self.ask(|| self.documents.create(place, document)).await {
                Ok(()) => return Ok(Standing::Ours),
                Err(fault) => fault,
            };
            if matches!(
                fault,
                DocumentError::Forbidden(_)
                    | DocumentError::TooLarge
                    | DocumentError::Expired
                    | DocumentError::Throttled { .. }
            ) {
                // This try has written nothing; an earlier one may have.
                return Err(unsure.unwrap_or(fault));
            }
            let found = self.ask(|| self.documents.get(place)).await;
            if let Ok(found) = found {
                return Ok(standing(&found, document));
            }
            let fault = unsure.unwrap_or(fault);
            if !self.waited(&mut tries).await {
                return Err(fault);
            }
            unsure = Some(fault);
        }
    }

    /// Asks, with a fresh token where the one that there was is no longer good, and later where it was too much.
    async fn ask<'a, T>(&'a self, question: impl Fn() -> Answer<'a, T>) -> Result<T, DocumentError> {
        let (mut renewed, mut tries) = (false, 0);
        loop {
            match question().await {
                Err(DocumentError::Expired) if !renewed => {
                    renewed = true;
                    self.documents.renew().await.map_err(|_| DocumentError::Expired)?;
                }
                Err(DocumentError::Throttled { retry_after_s }) => {
                    let throttled = DocumentError::Throttled { retry_after_s };
                    let seconds = retry_after_s.unwrap_or_else(|| backoff(tries));
                    if tries >= self.tries || seconds > LONGEST_S || !self.documents.pause(seconds).await {
                        return Err(throttled);
                    }
                    tries += 1;
                }
                answer => return answer,
            }
        }
    }

    /// Waits a little longer each time; answers whether to try again.
    async fn waited(&self, tries: &mut u32) -> bool {
        let seconds = backoff(*tries);
        *tries += 1;
        *tries < self.tries && self.documents.pause(seconds).await
    }
}

/// One second, two, four, …
fn backoff(tries: u32) -> u32 {
    2_u32.saturating_pow(tries)
}

/// Whether a document that was read says what was to be written; what the service adds to it does not count.
fn standing(found: &Value, document: &Value) -> Standing {
    let fields = document.as_object();
    let same = fields.is_some_and(|fields| fields.iter().all(|(name, value)| found.get(name) == Some(value)));
    if same { Standing::Ours } else { Standing::Theirs }
}
