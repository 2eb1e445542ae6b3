//! Calls the service with retries. A write survives a lost answer.

use super::documents::{Answer, DocumentError, DocumentRef, Documents};
use serde_json::Value;
use std::rc::Rc;

/// The number of retries after throttling, and of attempts without an answer.
const TRIES: u32 = 4;
/// The longest wait, in seconds.
const LONGEST_S: u32 = 60;

/// The document that is stored at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The one that was to be written, no matter who wrote it.
    Ours,
    /// A different one.
    Theirs,
}

/// The service, with retries.
#[derive(Clone)]
pub struct Service {
    documents: Rc<dyn Documents>,
    /// The number of retries.
    tries: u32,
}

impl Service {
    /// A service with retries.
    pub fn new(documents: Rc<dyn Documents>) -> Self {
        Self {
            documents,
            tries: TRIES,
        }
    }

    /// The same service without retries, for work that can be done later.
    pub fn hasty(&self) -> Self {
        Self {
            documents: Rc::clone(&self.documents),
            tries: 0,
        }
    }

    /// Reads a document. `None` if it does not exist.
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

    /// Writes a document, new or not.
    pub async fn set(&self, place: &DocumentRef, document: &Value) -> Result<(), DocumentError> {
        self.ask(|| self.documents.set(place, document)).await
    }

    /// Writes a document once. If the answer is lost, the stored document is read and compared. A retry therefore
    /// writes nothing twice, and a successful write is recognized.
    ///
    /// # Errors
    /// The document is not stored, or it is unknown whether it is. The latter is [`DocumentError::Offline`] or
    /// [`DocumentError::Other`].
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
                // This attempt has written nothing, but an earlier one may have.
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

    /// Calls the service. It renews an expired token once, and waits if there were too many requests.
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

    /// Waits a little longer each time. Returns whether to try again.
    async fn waited(&self, tries: &mut u32) -> bool {
        let seconds = backoff(*tries);
        *tries += 1;
        *tries < self.tries && self.documents.pause(seconds).await
    }
}

/// The wait in seconds: 1, 2, 4, …
fn backoff(tries: u32) -> u32 {
    2_u32.saturating_pow(tries)
}

/// Compares a stored document with the one to be written. Fields that the service adds are ignored.
fn standing(found: &Value, document: &Value) -> Standing {
    let fields = document.as_object();
    let same = fields.is_some_and(|fields| fields.iter().all(|(name, value)| found.get(name) == Some(value)));
    if same { Standing::Ours } else { Standing::Theirs }
}
